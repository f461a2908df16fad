// apiserver-rules.md, section 10: Secret and ConfigMap.
import { a, type Case, dataKey, field, plus } from './case';

const keyed = (names: readonly string[], value: string): Record<string, string>[] =>
  names.map((name) => ({ [name]: value }));
const base64 = {
  takes: ['', 'YQ==', 'YWI=', 'YWJj', 'YR==', 'YW\nJj', 'YWJj\n', '\r\nYWJj', '++//', null],
  refuses: ['YQ', 'YQ=', 'a', 'YW Jj', 'Y\tQ==', '-_==', 'YQ==YQ==', 'YQ===', '=', 'hello world', 'é', 1, true],
};
const million = 1_048_576;
const encoded = (bytes: number): string => Buffer.alloc(bytes).toString('base64');
const secret = (type: string, rest: object = {}): unknown => ({ type, ...rest });

/** A whole Secret is its type and data together, so the root is changed. */
function secrets(takes: unknown[], refuses: unknown[]): Case[] {
  const cases = (values: unknown[], refused: boolean): Case[] =>
    values.map((value) => ({
      name: `Secret ${JSON.stringify(value).slice(0, 120)} ${refused ? 'refused' : 'taken'}`,
      object: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'sample' }, ...(value as object) },
      refused,
    }));
  return [...cases(takes, false), ...cases(refuses, true)];
}

export const data: Case[] = [
  ...field('Secret', 'data', {
    takes: [undefined, {}, null, ...keyed(dataKey.takes, ''), ...base64.takes.map((value) => ({ a: value }))],
    refuses: [...keyed([...dataKey.refuses, ''], ''), ...base64.refuses.map((value) => ({ a: value })), [], 'a'],
  }),
  ...field('Secret', 'stringData', {
    takes: [undefined, {}, { key: 'over data' }, { a: 'é\n' }, { a: null }, ...keyed(dataKey.takes, 'a')],
    refuses: [...keyed([...dataKey.refuses, ''], 'a'), { a: 1 }, { a: true }, { a: {} }],
  }),
  ...field('ConfigMap', 'data', {
    takes: [undefined, {}, { a: null }, { a: 'é\n' }, ...keyed(dataKey.takes, 'a')],
    refuses: [...keyed([...dataKey.refuses, ''], 'a'), { a: 1 }, { a: true }, { a: [] }, { a: {} }],
  }),
  ...field('ConfigMap', 'binaryData', {
    takes: [undefined, {}, ...keyed(dataKey.takes, ''), ...base64.takes.map((value) => ({ a: value }))],
    refuses: [
      ...keyed([...dataKey.refuses, ''], ''),
      ...base64.refuses.map((value) => ({ a: value })),
      { key: 'YQ==' },
    ],
  }),
  // Sizes: what is decoded counts, keys do not.
  ...field('Secret', 'data', {
    takes: [{ a: encoded(million) }, { [a(253)]: encoded(million) }],
    refuses: [{ a: encoded(million + 1) }, { a: encoded(million), b: 'YQ==' }],
  }),
  ...field('Secret', 'stringData', {
    takes: [{ key: a(million) }, { b: a(million - 1) }],
    refuses: [{ key: a(million + 1) }, { b: a(million) }, { key: 'é'.repeat(million / 2) + 'a' }],
  }),
  ...field('ConfigMap', 'data', {
    takes: [{ a: a(million) }, { a: 'é'.repeat(million / 2) }, { a: a(million / 2), b: a(million / 2) }],
    refuses: [{ a: a(million + 1) }, { a: 'é'.repeat(million / 2) + 'a' }, { a: a(million), b: 'a' }],
  }),
  ...field('ConfigMap', 'binaryData', {
    takes: [{ a: encoded(million - 5) }],
    refuses: [{ a: encoded(million - 4) }],
  }),
  ...field('ConfigMap', 'immutable', { takes: [true, false, null], refuses: ['true'] }),
  ...secrets(
    [
      {},
      secret('opaque'),
      secret('Opaque'),
      secret('any thing at all'),
      secret(''),
      secret('kubernetes.io/basic-auth', { stringData: { username: 'a' } }),
      secret('kubernetes.io/basic-auth', { data: { password: '' } }),
      secret('kubernetes.io/basic-auth', { data: { username: null } }),
      secret('kubernetes.io/tls', { data: { 'tls.crt': '', 'tls.key': '' } }),
      secret('kubernetes.io/tls', { stringData: { 'tls.crt': 'a', 'tls.key': 'b', more: 'c' } }),
      secret('kubernetes.io/dockerconfigjson', { stringData: { '.dockerconfigjson': '{}' } }),
      secret('kubernetes.io/dockercfg', { stringData: { '.dockercfg': '{}' } }),
      secret('kubernetes.io/ssh-auth', { stringData: { 'ssh-privatekey': 'a' } }),
      secret('kubernetes.io/service-account-token', {
        metadata: { name: 'sample', annotations: { 'kubernetes.io/service-account.name': 'a' } },
      }),
      secret('bootstrap.kubernetes.io/token'),
    ],
    [
      secret('kubernetes.io/basic-auth'),
      secret('kubernetes.io/basic-auth', { stringData: { user: 'a' } }),
      secret('kubernetes.io/tls'),
      secret('kubernetes.io/tls', { stringData: { 'tls.crt': 'a' } }),
      secret('kubernetes.io/tls', { stringData: { 'tls.key': 'a' } }),
      secret('kubernetes.io/dockerconfigjson'),
      secret('kubernetes.io/dockerconfigjson', { stringData: { '.dockerconfigjson': 'a' } }),
      secret('kubernetes.io/dockerconfigjson', { stringData: { '.dockerconfigjson': '[]' } }),
      secret('kubernetes.io/dockerconfigjson', { stringData: { '.dockerconfigjson': '' } }),
      secret('kubernetes.io/dockercfg'),
      secret('kubernetes.io/ssh-auth'),
      secret('kubernetes.io/ssh-auth', { stringData: { 'ssh-privatekey': '' } }),
      secret('kubernetes.io/service-account-token'),
      secret('kubernetes.io/service-account-token', {
        metadata: { name: 'sample', annotations: { 'kubernetes.io/service-account.name': '' } },
      }),
      { type: 1 },
    ],
  ),
  ...field('Secret', 'metadata', { takes: [plus({ labels: { a: 'b' } })] }),
];
