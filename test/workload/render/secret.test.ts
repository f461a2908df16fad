import { printProblems } from '../../../lib/report/print';
import { Report } from '../../../lib/report/report';
import { fitSecret } from '../../../lib/workload/fit';
import { checkWorkload } from '../../../lib/workload/manifests';
import { renderOwnSecret } from '../../../lib/workload/render/workload';
import { errorsIn, jobWith, objectOf, toManifests } from '../../support';

const secretOf = (secret: object) => objectOf(jobWith({}, { secrets: { db: secret } }), 'Secret');

test.each([
  [
    'basic',
    { type: 'basic', data: { username: '', password: 'x' } },
    { type: 'kubernetes.io/basic-auth', stringData: { username: '', password: 'x' } },
  ],
  ['token', { type: 'token', data: { token: 'x' } }, { type: 'Opaque', stringData: { token: 'x' } }],
  ['opaque', { type: 'opaque', data: { any: 'x' } }, { type: 'Opaque', stringData: { any: 'x' } }],
  ['opaque without data', { type: 'opaque' }, { type: 'Opaque' }],
  [
    'certificate',
    { type: 'certificate', data: { 'tls.crt': 'a', 'tls.key': 'b' } },
    { type: 'kubernetes.io/tls', stringData: { 'tls.crt': 'a', 'tls.key': 'b' } },
  ],
  ['immutable', { type: 'opaque', immutable: true }, { type: 'Opaque', immutable: true }],
])('%s', (_, given, expected) => {
  expect(secretOf(given)).toEqual({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'echo-db' }, ...expected });
});

test('params become annotations', () => {
  expect(secretOf({ type: 'opaque', params: { owner: 'me' } }).metadata).toEqual({
    name: 'echo-db',
    annotations: { 'cdk8s-kam/param-owner': 'me' },
  });
});

test('external', () => {
  const secret = {
    type: 'external',
    params: { store: 'vault', refreshInterval: '1h' },
    data: { password: 'db/prod#password', all: 'db/prod' },
  };
  expect(objectOf(jobWith({}, { secrets: { db: secret } }), 'ExternalSecret')).toEqual({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'echo-db' },
    spec: {
      secretStoreRef: { name: 'vault', kind: 'SecretStore' },
      refreshInterval: '1h',
      target: { name: 'echo-db' },
      data: [
        { secretKey: 'password', remoteRef: { key: 'db/prod', property: 'password' } },
        { secretKey: 'all', remoteRef: { key: 'db/prod' } },
      ],
    },
  });
});

test('each key of the map, in order, beside the workload', () => {
  const secrets = { b: { type: 'opaque' }, a: { type: 'opaque' } };
  const objects = toManifests(jobWith({}, { secrets, namespace: 'data', labels: { team: 'x' } }));
  expect(objects.map(({ kind, metadata }) => [kind, metadata.name, metadata.namespace, metadata.labels])).toEqual([
    ['Secret', 'echo-b', 'data', { team: 'x' }],
    ['Secret', 'echo-a', 'data', { team: 'x' }],
    ['Job', 'echo', 'data', { team: 'x' }],
  ]);
});

test.each([
  ['an unknown type', { type: 'Basic', data: {} }, ['not-one-of secrets.db.type']],
  ['no type', { data: {} }, ['required secrets.db.type']],
  ['basic without data', { type: 'basic' }, ['required secrets.db.data']],
  ['basic without a key', { type: 'basic', data: {} }, ['required secrets.db.data']],
  ['token without token', { type: 'token', data: {} }, ['required secrets.db.data.token']],
  ['half a certificate', { type: 'certificate', data: { 'tls.crt': '' } }, ['required secrets.db.data["tls.key"]']],
  [
    'a value that is not there',
    { type: 'basic', data: { password: undefined } },
    ['required secrets.db.data.password'],
  ],
  ['another key', { type: 'basic', data: { pasword: 'x' } }, ['unknown-key secrets.db.data.pasword']],
  ['a key that is none', { type: 'opaque', data: { 'a b': 'x' } }, ['bad-name secrets.db.data["a b"]']],
  ['a number', { type: 'opaque', data: { a: 5 } }, ['wrong-type secrets.db.data.a']],
  ['text for the secret', 'hunter2', ['wrong-type secrets.db']],
  ['text for the data', { type: 'opaque', data: 'hunter2' }, ['wrong-type secrets.db.data']],
  ['external without store', { type: 'external', data: {}, params: {} }, ['required secrets.db.params.store']],
  [
    'external with what no operator takes',
    { type: 'external', data: { 'a b': 'x', c: '#p', d: 'x#' }, params: { store: 'A_b', refreshInterval: '1d' } },
    [
      'bad-name secrets.db.params.store',
      'bad-name secrets.db.data["a b"]',
      'bad-reference secrets.db.data.c',
      'bad-reference secrets.db.data.d',
      'bad-format secrets.db.params.refreshInterval',
    ],
  ],
  ['params on a bad name', { type: 'opaque', params: { 'a b': 'x' } }, ['bad-name secrets.db.params["a b"]']],
])('refuses %s', (_, secret, expected) => {
  expect(errorsIn(jobWith({}, { secrets: { db: secret } }))).toEqual(expected);
});

test('values are never shown', () => {
  const wrong = [
    'hunter2',
    ['hunter2'],
    { type: 'opaque', data: 'hunter2' },
    { type: 'opaque', data: ['hunter2'] },
    { type: 'opaque', data: { a: ['hunter2'] } },
    { type: 'basic', data: { hunter: 'hunter2' } },
    { type: 'opaque', data: { 'a b': 'hunter2' } },
    { type: 'certificate', data: { 'tls.crt': 'hunter2' } },
    { type: 'external', data: 'hunter2', params: { store: 'a' } },
    { type: 'external', data: { a: ['hunter2'], 'b c': 'hunter2', d: '#hunter2' }, params: { store: 'a' } },
  ];
  for (const secret of wrong) {
    const report = new Report();
    renderOwnSecret(fitSecret(secret, report), 'db', undefined, report);
    const { problems } = report;
    expect(printProblems(problems)).not.toContain('hunter2');
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  }
  for (const workload of [{ secrets: 'hunter2' }, { containers: { main: { image: 'a:1', env: 'A=hunter2' } } }]) {
    const problems = checkWorkload(jobWith({}, workload));
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  }
});
