import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const range = (...limits: object[]) =>
  validateManifest({ apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'a' }, spec: { limits } });
const container = (fields: object) => range({ type: 'Container', ...fields });

test('a name is made up where there is none', () => {
  expect(validateManifest({ apiVersion: 'v1', kind: 'LimitRange' }).map(line)).toEqual([
    '?refused-later metadata.name',
  ]);
});

test('types', () => {
  expect(range({ type: 'Pod' }, { type: 'container' }, { type: 'Pod' }, {})).toMatchObject([
    { code: 'not-one-of', hint: 'Did you mean "Container"?' },
    { code: 'required', path: ['spec', 'limits', 3, 'type'] },
    { code: 'duplicate', path: ['spec', 'limits', 2, 'type'], message: 'limits[0] is of this type already' },
  ]);
  expect(range({ type: 'Pod', default: { cpu: 1 } }).map(line)).toEqual(['forbidden spec.limits[0].default']);
  expect(range({ type: 'PersistentVolumeClaim', max: { cpu: 1 } }).map(line)).toEqual(['required spec.limits[0]']);
});

test('least, most and defaults are in order', () => {
  expect(container({ min: { cpu: '1500m' }, max: { cpu: 1 } })).toMatchObject([
    {
      code: 'conflict',
      path: ['spec', 'limits', 0, 'min', 'cpu'],
      value: '1500m',
      message: 'must not be more than max, which is 1',
    },
  ]);
  const wrong = { min: { cpu: 2 }, defaultRequest: { cpu: 1 }, max: { cpu: 4 }, default: { cpu: 5 } };
  expect(container(wrong).map(line)).toEqual([
    'conflict spec.limits[0].defaultRequest.cpu',
    'conflict spec.limits[0].default.cpu',
  ]);
});

test('what cannot be shared is requested as a whole, also where max is the default', () => {
  const gpu = 'nvidia.com/gpu';
  expect(container({ max: { [gpu]: 2 }, defaultRequest: { [gpu]: 1 } })[0]?.message).toBe(
    'must be the same as max, which is the default too, 2, as nvidia.com/gpu cannot be shared',
  );
  expect(container({ default: { [gpu]: 2 }, defaultRequest: { [gpu]: 2 } })).toEqual([]);
});

test('the ratio fits between least and most', () => {
  const cpu = (maxLimitRequestRatio: string) =>
    container({ maxLimitRequestRatio: { cpu: maxLimitRequestRatio }, min: { cpu: '100m' }, max: { cpu: '250m' } });
  expect(cpu('2.5')).toEqual([]);
  expect(cpu('3')[0]?.message).toBe('must not be more than max divided by min, which is 2.5');
  expect(cpu('0.5').map(line)).toEqual(['out-of-range spec.limits[0].maxLimitRequestRatio.cpu']);
});
