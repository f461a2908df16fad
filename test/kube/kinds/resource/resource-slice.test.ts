import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const base = { driver: 'gpu.example.com', pool: { name: 'a', resourceSliceCount: 1 } };
const problems = (spec: object, kubernetes = '1.36') =>
  validateManifest(
    { apiVersion: 'resource.k8s.io/v1', kind: 'ResourceSlice', metadata: { name: 'a' }, spec: { ...base, ...spec } },
    { kubernetes },
  );
const lines = (spec: object, kubernetes?: string) => problems(spec, kubernetes).map(line);
const DEVICE = 'spec.devices[0]';

test('the nodes of a slice', () => {
  expect(lines({})).toEqual(['required spec.nodeName']);
  expect(lines({ nodeName: 5 })).toEqual(['wrong-type spec.nodeName']);
  expect(lines({ nodeName: 'a', allNodes: true })).toEqual(['conflict spec']);
  expect(lines({ allNodes: false })).toEqual(['not-one-of spec.allNodes', 'required spec.nodeName']);
});

test('devices that say where they are, which is dropped until 1.35', () => {
  const spec = { perDeviceNodeSelection: true, devices: [{ name: 'a', nodeName: 'A' }] };
  expect(lines(spec, '1.36')).toEqual([`bad-name ${DEVICE}.nodeName`]);
  expect(lines(spec, '1.35')).toEqual([
    `?dropped ${DEVICE}.nodeName`,
    '?dropped spec.perDeviceNodeSelection',
    'required spec.nodeName',
  ]);
  expect(lines({ ...spec, devices: [{ name: 'a' }] })).toEqual([`required ${DEVICE}.nodeName`]);
  expect(lines({ ...spec, allNodes: true, devices: [] }, '1.35')).toEqual(['?dropped spec.perDeviceNodeSelection']);
  expect(lines({ ...spec, allNodes: true, devices: [] }, '1.36')).toEqual(['conflict spec']);
});

test('a list is no value of an attribute', () => {
  const devices = (attribute: object) => ({ allNodes: true, devices: [{ name: 'a', attributes: { x: attribute } }] });
  expect(lines(devices({ ints: [1] }))).toEqual([
    `?dropped ${DEVICE}.attributes.x.ints`,
    `required ${DEVICE}.attributes.x`,
  ]);
  expect(lines(devices({ ints: [1] }), '1.35')).toEqual([`unknown-field ${DEVICE}.attributes.x.ints`]);
  expect(lines(devices({ int: 1, ints: [1] }))).toEqual([`?dropped ${DEVICE}.attributes.x.ints`]);
  expect(lines(devices({ int: 1, bool: true }))).toEqual([`conflict ${DEVICE}.attributes.x`]);
});

test('versions, and what is meant', () => {
  const hint = (version: string) =>
    problems({ allNodes: true, devices: [{ name: 'a', attributes: { x: { version } } }] })[0]?.hint;
  expect(hint('1.2.3')).toBeUndefined();
  expect(hint('v1.2')).toBe('Write "1.2.0"');
  expect(hint('01.2.3-rc.1')).toBe('Write "1.2.3-rc.1"');
  expect(hint('latest')).toBeUndefined();
});

test('what may be asked for of a capacity', () => {
  const policy = (requestPolicy: object) =>
    problems({
      allNodes: true,
      devices: [{ name: 'a', allowMultipleAllocations: true, capacity: { m: { value: '10', requestPolicy } } }],
    }).map(({ path, message }) => `${path.slice(6).join('.')} ${message}`);
  expect(policy({ default: '1', validRange: { min: '1', step: '0' } })).toEqual([
    'validRange.step must not be 0: the server would divide by it',
  ]);
  expect(policy({ default: '2', validRange: { min: '1', max: '12', step: '2' } })).toEqual([
    'validRange.max must be at most the capacity, 10',
    'validRange.step must lead from min, 1, to the default, 2, in whole steps',
    'validRange.step must lead from min, 1, to max, 12, in whole steps',
  ]);
  expect(policy({ default: '3', validValues: ['2', '1500m', '1'] })).toEqual([
    'validValues.1 must not be less than the value before it',
    'validValues.2 must not be less than the value before it',
    'validValues.1 validValues[0] is the same, counted in whole units',
    'validValues must have the default, 3, among them',
  ]);
});

test('the driver in other letter case', () => {
  expect(lines({ allNodes: true, driver: 'GPU.example.com' }, '1.34')).toEqual([]);
  expect(lines({ allNodes: true, driver: 'GPU.example.com' }, '1.35')).toEqual(['?suspicious spec.driver']);
});
