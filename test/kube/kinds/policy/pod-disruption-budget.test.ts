import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (spec: object) =>
  validateManifest(
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'a' }, spec },
    { kubernetes: '1.36' },
  );

test('one of two shares, of all at the most', () => {
  const selector = {};
  expect(problems({ selector, minAvailable: '100%' })).toEqual([]);
  expect(problems({ selector, minAvailable: '101%', maxUnavailable: -1 }).map(line)).toEqual([
    'conflict spec.maxUnavailable',
    'out-of-range spec.minAvailable',
    'out-of-range spec.maxUnavailable',
  ]);
});

test('a budget without selector is for no pods', () => {
  expect(problems({ minAvailable: 1 })).toMatchObject([
    {
      severity: 'warning',
      code: 'no-effect',
      path: ['spec', 'selector'],
      hint: 'For all pods of the namespace write selector: {}',
    },
  ]);
});
