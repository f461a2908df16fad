import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../pod';

const sleeping = (sleep: object, kubernetes: string) =>
  validateManifest(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: { containers: [{ name: 'a', image: 'a:1', lifecycle: { preStop: { sleep } } }] },
    },
    { kubernetes },
  ).map((problem) => line({ ...problem, path: problem.path.slice(-2) }));

test('newer servers take a hook that sleeps no time at all', () => {
  expect(sleeping({ seconds: 0 }, '1.32')).toEqual(['out-of-range sleep.seconds']);
  expect(sleeping({ seconds: 0 }, '1.33')).toEqual([]);
  expect(sleeping({}, '1.32')).toEqual(['required sleep.seconds']);
  expect(sleeping({}, '1.33')).toEqual(['?no-effect sleep.seconds']);
  expect(sleeping({ seconds: 31 }, '1.33')).toEqual(['out-of-range sleep.seconds']);
});
