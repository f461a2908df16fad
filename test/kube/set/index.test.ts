import { printObject } from '../../../lib/report/print';
import { validateManifests } from '../../../lib/kube/set';
import { refOf } from '../../../lib/kube/set/identity';

const deployment = (name: string, labels: object, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'a', ...spec }] } },
  },
});
const service = (name: string, selector?: object, ports: object[] = [{ port: 80, name: 'http' }]) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector, ports },
});
const ingress = (port: object) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec: {
    rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port } } }] } }],
  },
});
const lines = (objects: unknown[]) =>
  validateManifests(objects).flatMap((problems) =>
    problems.map(
      ({ severity, code, path, object }) =>
        `${object === undefined ? '' : printObject(object)}: ${severity} ${code} ${path.join('.')}`,
    ),
  );

test('objects by name', () => {
  expect(refOf({ kind: 'Secret', metadata: { name: 'a', namespace: 'b' } })).toEqual({
    kind: 'Secret',
    namespace: 'b',
    name: 'a',
  });
  expect(refOf({ kind: 'Secret' })).toEqual({ kind: 'Secret' });
  expect(refOf(5)).toBeUndefined();
});

test('each object keeps its own problems, in order', () => {
  const found = validateManifests([service('Web'), service('web'), 5]);
  expect(found.map((problems) => problems.map(({ code, object }) => [code, object]))).toEqual([
    [['bad-name', { kind: 'Service', name: 'Web' }]],
    [],
    [['wrong-type', undefined]],
  ]);
});

test('the same object twice', () => {
  const [, second, third] = validateManifests([
    service('a'),
    service('a'),
    { ...service('a'), metadata: { name: 'a', namespace: 'b' } },
  ]);
  expect(second).toMatchObject([
    {
      code: 'duplicate',
      severity: 'error',
      path: ['metadata', 'name'],
      message: expect.stringContaining('object 0 and object 1'),
    },
  ]);
  expect(third).toEqual([]);
  // Another version of the same group is the same object; another group is not.
  const custom = (apiVersion: string) => ({ apiVersion, kind: 'Thing', metadata: { name: 'a' } });
  expect(lines([custom('a.b/v1'), custom('a.b/v2'), custom('c.d/v1')])).toEqual([
    'Thing a: error duplicate metadata.name',
  ]);
});

test('keys that a Secret or ConfigMap of the set lacks', () => {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'db' },
    data: { user: 'YQ==' },
    stringData: { password: 'x' },
  };
  const env = (secretKeyRef: object) => ({ env: [{ name: 'A', valueFrom: { secretKeyRef } }] });
  const check = (ref: object) => lines([secret, deployment('web', { a: 'b' }, env(ref))]);
  const place = 'Deployment web: warning missing-key spec.template.spec.containers.0.env.0.valueFrom.secretKeyRef.key';
  expect(check({ name: 'db', key: 'user' })).toEqual([]);
  expect(check({ name: 'db', key: 'password' })).toEqual([]);
  expect(check({ name: 'other', key: 'x' })).toEqual([]);
  expect(check({ name: 'db', key: 'passwrod', optional: true })).toEqual([]);
  expect(check({ name: 'db', key: 'passwrod' })).toEqual([place]);
  const [, found] = validateManifests([secret, deployment('web', { a: 'b' }, env({ name: 'db', key: 'passwrod' }))]);
  expect(found?.[0]?.hint).toBe('Did you mean "password"?');
  const volumes = [
    { name: 'v', projected: { sources: [{ secret: { name: 'db', items: [{ key: 'x', path: 'x' }] } }] } },
  ];
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'j' },
    spec: { template: { spec: { restartPolicy: 'Never', volumes, containers: [{ name: 'a', image: 'b' }] } } },
  };
  expect(lines([job, secret])).toEqual([
    'Job j: warning missing-key spec.template.spec.volumes.0.projected.sources.0.secret.items.0.key',
  ]);
});

test('Ingress to ports', () => {
  const check = (port: object) => lines([service('web'), ingress(port)]);
  expect(check({ number: 80 })).toEqual([]);
  expect(check({ name: 'http' })).toEqual([]);
  const place = 'Ingress web: warning missing-port spec.rules.0.http.paths.0.backend.service.port';
  expect(check({ number: 8080 })).toEqual([`${place}.number`]);
  expect(check({ name: 'https' })).toEqual([`${place}.name`]);
  expect(lines([service('other'), ingress({ number: 8080 })])).toEqual([]);
});

test('a Service that selects nothing', () => {
  const web = deployment('web', { app: 'web', tier: 'a' });
  expect(lines([web, service('a', { app: 'web' })])).toEqual([]);
  expect(lines([web, service('a', { app: 'web', tier: 'b' })])).toEqual([
    'Service a: warning selects-nothing spec.selector',
  ]);
  // Pods that are made elsewhere are not our business; those of kinds that we do not know are found all the same.
  expect(lines([service('a', { app: 'web' })])).toEqual([]);
  const set = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 's' },
    spec: {
      selector: { matchLabels: { app: 'db' } },
      template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'a', image: 'b' }] } },
    },
  };
  expect(lines([set, service('a', { app: 'db' })])).toEqual([]);
  expect(lines([set, service('a')])).toEqual([]);
});
