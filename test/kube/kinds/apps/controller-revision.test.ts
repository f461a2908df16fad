import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (fields: object, kubernetes: string) =>
  validateManifest(
    { apiVersion: 'apps/v1', kind: 'ControllerRevision', metadata: { name: 'a' }, revision: 1, ...fields },
    { kubernetes },
  );

test('a state is an object, for servers since 1.31', () => {
  expect(problems({ data: [] }, '1.30')).toEqual([]);
  expect(problems({ data: [] }, '1.31').map(line)).toEqual(['wrong-type data']);
  expect(problems({ data: {}, revision: -1 }, '1.30').map(line)).toEqual(['out-of-range revision']);
  expect(problems({}, '1.30')).toMatchObject([{ message: 'is required: the state that is remembered' }]);
});
