import { printProblems } from '../../../../lib/report/print';
import { linesWith, onlyWith, problemsWith } from '../../rules/objects';

const b64 = (text: string) => Buffer.from(text).toString('base64');
const typed = (type: string, data: object, stringData?: object) =>
  linesWith('Secret', { type: `kubernetes.io/${type}`, data, stringData });

test('keys', () => {
  expect(linesWith('Secret', { data: { '.env': '', 'a..b': '' }, stringData: { '-a': '' } })).toEqual([]);
  expect(linesWith('Secret', { data: { 'a b': '' }, stringData: { '..': '' } })).toEqual([
    'bad-name data["a b"]',
    'bad-name stringData[".."]',
  ]);
});

test('size is that of the decoded values that are stored', () => {
  const data = (bytes: number) => ({ k: Buffer.alloc(bytes).toString('base64') });
  const errors = (fields: Record<string, unknown>) =>
    problemsWith('Secret', fields)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path }) => `${code} ${path.join('.')}`);
  expect(errors({ data: data(1_048_576) })).toEqual([]);
  expect(errors({ data: data(1_048_577) })).toEqual(['too-long data']);
  expect(errors({ data: data(1_048_576), stringData: { k: 'a' } })).toEqual([]);
  expect(errors({ data: data(1_048_576), stringData: { l: 'a' } })).toEqual(['too-long data']);
  expect(errors({ data: undefined, stringData: { k: 'é'.repeat(524_289) } })).toEqual(['too-long stringData']);
});

test('stringData goes before data', () => {
  expect(linesWith('Secret', { data: { k: 'YQ==' }, stringData: { k: 'b' } })).toEqual(['?dropped data.k']);
});

test('types', () => {
  expect(typed('basic-auth', {}, { password: null })).toEqual([]);
  expect(typed('basic-auth', {})).toEqual(['required data']);
  expect(typed('tls', { 'tls.crt': b64('-----BEGIN CERTIFICATE-----') }, { 'tls.key': '-----BEGIN KEY-----' })).toEqual(
    ['?suspicious data["tls.crt"]'],
  );
  expect(typed('tls', { 'tls.crt': '' })).toEqual(['required data["tls.key"]', '?suspicious data["tls.crt"]']);
  expect(typed('ssh-auth', { 'ssh-privatekey': b64('x') })).toEqual([]);
  expect(typed('ssh-auth', { 'ssh-privatekey': b64('x') }, { 'ssh-privatekey': '' })).toEqual([
    '?dropped data.ssh-privatekey',
    'required stringData.ssh-privatekey',
  ]);
  expect(typed('dockerconfigjson', { '.dockerconfigjson': b64('{"auths":{}}') })).toEqual([]);
  expect(typed('dockerconfigjson', { '.dockerconfigjson': b64('[]') })).toEqual([
    'bad-format data[".dockerconfigjson"]',
  ]);
  expect(typed('dockercfg', {})).toEqual(['required data[".dockercfg"]']);
  expect(typed('service-account-token', {})).toEqual([
    'required metadata.annotations["kubernetes.io/service-account.name"]',
  ]);
  expect(onlyWith('Secret', { type: 'opaque' })).toMatchObject({
    severity: 'warning',
    hint: 'Did you mean "Opaque"?',
    value: 'opaque',
  });
  expect(linesWith('Secret', { type: 'example.com/mine' })).toEqual([]);
});

test('no message repeats a value', () => {
  const secret = 'hunter2-{"a": zyzzyva';
  const fields = [
    { data: { k: secret }, stringData: { l: 5 } },
    { type: 'kubernetes.io/dockerconfigjson', stringData: { '.dockerconfigjson': secret } },
    { type: 'kubernetes.io/tls', stringData: { 'tls.crt': secret, 'tls.key': secret } },
    { data: { 'a b': b64(secret), k: [secret] }, stringData: { k: { [secret]: secret } } },
    { 'metadata.annotations': { 'a b': secret }, data: secret },
    { type: 'kubernetes.io/tls', data: { 'tls.crt': 'YQ==' }, stringData: { 'tls.crt': secret } },
  ];
  for (const each of fields) {
    const problems = problemsWith('Secret', each);
    expect(problems.length).toBeGreaterThan(0);
    const printed = `${printProblems(problems)} ${JSON.stringify(problems.map(({ message, hint, value }) => [message, hint, value]))}`;
    expect(printed).not.toMatch(/zyzzyva|hunter2/);
  }
});
