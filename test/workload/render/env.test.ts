import { checkWorkload } from '../../../lib/workload/manifests';
import { containerOf, errorsIn, jobWith } from '../../support';

const envOf = (env: object, job: object = {}) => containerOf(jobWith({ env }, job)).env;

test.each([
  ['text', 'prod', { value: 'prod' }],
  ['empty text', '', { value: '' }],
  ['a URL is text', 'https://example.com/a', { value: 'https://example.com/a' }],
  ['a secret', 'secret://db/password', { valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }],
  ['a secret in ${}', '${secret://db/password}', { valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }],
  ['a config map', 'configmap://app/mode', { valueFrom: { configMapKeyRef: { name: 'app', key: 'mode' } } }],
  ['a field', 'fieldref://metadata.name', { valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
  [
    'a field with slashes and quotes',
    "fieldref://metadata.labels['a.b/c']",
    { valueFrom: { fieldRef: { fieldPath: "metadata.labels['a.b/c']" } } },
  ],
  ['a resource', 'resource://limits.cpu', { valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }],
  [
    'a resource with a divisor',
    'resource://limits.cpu?divisor=1m',
    { valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } } },
  ],
  ['a literal that looks like a reference', { value: 'secret://db/password' }, { value: 'secret://db/password' }],
  [
    "Kubernetes' own form",
    { valueFrom: { secretKeyRef: { name: 'db', key: 'a', optional: true } } },
    { valueFrom: { secretKeyRef: { name: 'db', key: 'a', optional: true } } },
  ],
])('%s', (_, given, expected) => {
  expect(envOf({ A: given })).toEqual([{ name: 'A', ...expected }]);
});

test('keeps the order written, and every name that the API server takes', () => {
  const env = Object.fromEntries([
    ['Z', '1'],
    ['A', '2'],
    ['a-b.c', '3'],
    ['constructor', '4'],
    ['__proto__', '5'],
  ]);
  expect(envOf(env)).toEqual(Object.entries(env).map(([name, value]) => ({ name, value })));
});

test("a name in a reference is first one of the workload's own secrets", () => {
  const secrets = { db: { type: 'basic', data: { password: 'x' } } };
  expect(envOf({ A: 'secret://db/password', B: 'secret://other/password' }, { secrets })).toMatchObject([
    { valueFrom: { secretKeyRef: { name: 'echo-db' } } },
    { valueFrom: { secretKeyRef: { name: 'other' } } },
  ]);
});

test('whole secrets and config maps', () => {
  const envFrom = ['secret://db', { from: 'configmap://app', prefix: 'APP_' }];
  expect(containerOf(jobWith({ envFrom })).envFrom).toEqual([
    { secretRef: { name: 'db' } },
    { prefix: 'APP_', configMapRef: { name: 'app' } },
  ]);
});

test.each([
  ['no key', { env: { A: 'secret://db' } }, ['bad-reference containers.main.env.A']],
  ['no name', { env: { A: 'secret:///password' } }, ['bad-reference containers.main.env.A']],
  ['options on a key', { env: { A: 'secret://db/key?optional=true' } }, ['bad-reference containers.main.env.A']],
  ['an option of a field', { env: { A: 'fieldref://metadata.name?x=1' } }, ['bad-reference containers.main.env.A']],
  ['an unknown option', { env: { A: 'resource://limits.cpu?x=1' } }, ['bad-reference containers.main.env.A']],
  ['a name that is none', { env: { 'A=B': 'x' } }, ['bad-name containers.main.env["A=B"]']],
  ['a number without a certain text', { env: { A: 1e21 } }, ['wrong-type containers.main.env.A']],
  ['null', { env: { A: null } }, ['wrong-type containers.main.env.A']],
  ['a list', { env: { A: [] } }, ['wrong-type containers.main.env.A']],
  ['a list for the map', { env: ['A=1'] }, ['wrong-type containers.main.env']],
  ['a bad name of a secret', { env: { A: 'secret://Db/key' } }, ['bad-name containers.main.env.A']],
  ['a bad field', { env: { A: 'fieldref://metadata.labels' } }, ['not-one-of containers.main.env.A']],
  [
    'value and valueFrom',
    { env: { A: { value: 'x', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } } } },
    ['conflict containers.main.env.A.valueFrom'],
  ],
  ['envFrom with a key', { envFrom: ['secret://db/key'] }, ['bad-reference containers.main.envFrom[0]']],
  ['envFrom with a text', { envFrom: [{ from: 'db' }] }, ['bad-reference containers.main.envFrom[0].from']],
  [
    'envFrom with a bad prefix',
    { envFrom: [{ from: 'secret://db', prefix: 'A=' }] },
    ['bad-name containers.main.envFrom[0].prefix'],
  ],
])('refuses %s', (_, container, expected) => {
  expect(errorsIn(jobWith(container))).toEqual(expected);
});

test.each(['a ${secret://db/key} b', 'secrets://db/key', '${secret://db/key', 'ConfigMap://app/key'])(
  '%s is text, and there is a warning',
  (text) => {
    expect(envOf({ A: text })).toEqual([{ name: 'A', value: text }]);
    const [warning] = checkWorkload(jobWith({ env: { A: text } }));
    expect(warning).toMatchObject({
      code: 'suspicious',
      severity: 'warning',
      path: ['containers', 'main', 'env', 'A'],
    });
    expect(checkWorkload(jobWith({ env: { A: { value: text } } }))).toEqual([]);
  },
);

test("a key that the workload's own secret does not have", () => {
  const secrets = { db: { type: 'basic', data: { password: 'x' } } };
  expect(errorsIn(jobWith({ env: { A: 'secret://db/pasword' } }, { secrets }))).toEqual([
    'missing-key containers.main.env.A',
  ]);
});
