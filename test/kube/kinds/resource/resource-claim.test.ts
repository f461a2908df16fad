import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (devices: object, kubernetes?: string) =>
  validateManifest(
    { apiVersion: 'resource.k8s.io/v1', kind: 'ResourceClaim', metadata: { name: 'a' }, spec: { devices } },
    { kubernetes },
  );
const lines = (devices: object, kubernetes = '1.36') => problems(devices, kubernetes).map(line);
const exactly = (fields: object) => ({ requests: [{ name: 'gpu', exactly: { deviceClassName: 'gpu', ...fields } }] });
const REQUEST = 'spec.devices.requests[0].exactly';
const CONSTRAINT = 'spec.devices.constraints[0]';

test('a request is one of two things', () => {
  expect(lines({ requests: [{ name: 'gpu' }] })).toEqual(['required spec.devices.requests[0]']);
  const both = { exactly: { deviceClassName: 'a' }, firstAvailable: [{ name: 'b', deviceClassName: 'a' }] };
  expect(lines({ requests: [{ name: 'gpu', ...both }] })).toEqual(['conflict spec.devices.requests[0]']);
  expect(lines({ requests: [{ name: 'gpu', exactly: {} }] })).toEqual([`required ${REQUEST}.deviceClassName`]);
});

test('names of requests that are none', () => {
  const config = [{ requests: ['gup', 'gpu', 'a/b/c', 'gpu'], opaque: { driver: 'a', parameters: {} } }];
  expect(lines({ ...exactly({}), config })).toEqual([
    'not-found spec.devices.config[0].requests[0]',
    'not-found spec.devices.config[0].requests[2]',
    'duplicate spec.devices.config[0].requests[3]',
  ]);
  expect(problems({ ...exactly({}), config }, '1.36')[0]?.hint).toBe('Did you mean "gpu"?');
  // A name that cannot be read may be the one.
  expect(
    lines({ requests: [{ ...exactly({}).requests[0], name: 5 }], config: [{ ...config[0], requests: ['x'] }] }),
  ).toEqual(['wrong-type spec.devices.requests[0].name']);
  // A field that is dropped is none.
  const capacity = { requests: { a: '1' } };
  expect(lines({ ...exactly({ capacity }), config: [{ ...config[0], requests: ['x'] }] }, '1.35')).toEqual([
    `?dropped ${REQUEST}.capacity`,
    'not-found spec.devices.config[0].requests[0]',
  ]);
});

test('tolerations are looked at by the servers that do not drop them', () => {
  const tolerations = [{ operator: 'Exists', effect: 'None' }];
  expect(lines(exactly({ tolerations }), '1.34')).toEqual([`not-one-of ${REQUEST}.tolerations[0].effect`]);
  expect(lines(exactly({ tolerations }), '1.35')).toEqual([`?dropped ${REQUEST}.tolerations`]);
  expect(lines(exactly({ tolerations }), '1.36')).toEqual([]);
});

test('of a constraint something must be left', () => {
  const distinct = { ...exactly({}), constraints: [{ distinctAttribute: 'model' }] };
  expect(lines(distinct, '1.34')).toEqual([`bad-name ${CONSTRAINT}.distinctAttribute`]);
  expect(lines(distinct, '1.35')).toEqual([
    `?dropped ${CONSTRAINT}.distinctAttribute`,
    `required ${CONSTRAINT}.matchAttribute`,
  ]);
  const both = { ...exactly({}), constraints: [{ matchAttribute: 'a/b', distinctAttribute: 'model' }] };
  expect(lines(both, '1.36')).toEqual([`?no-effect ${CONSTRAINT}.distinctAttribute`]);
});

test('what the namespace decides is a warning', () => {
  expect(problems(exactly({ adminAccess: true }), '1.36')).toEqual([
    {
      code: 'refused-later',
      severity: 'warning',
      path: ['spec', 'devices', 'requests', 0, 'exactly', 'adminAccess'],
      value: true,
      message: 'is refused in a namespace without the label resource.kubernetes.io/admin-access: "true"',
    },
  ]);
});

test('the words say which servers, of those that have the kind', () => {
  const [gone, effect] = problems(exactly({ tolerations: [{ operator: 'Exists', effect: 'None' }] }));
  expect(gone?.message).toBe('Kubernetes before 1.34 serves no ResourceClaim in resource.k8s.io/v1');
  expect(effect?.message).toBe('Kubernetes 1.34: must be NoSchedule or NoExecute');
});
