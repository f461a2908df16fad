import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const priority = (name: string, fields: object) =>
  validateManifest({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, ...fields });

test('what is above is the system’s', () => {
  expect(priority('a', { value: 1_000_000_000 })).toEqual([]);
  expect(priority('a', { value: 1_000_000_001 }).map(line)).toEqual(['out-of-range value']);
  expect(priority('system-a', { value: 1 }).map(line)).toEqual(['forbidden metadata.name']);
  expect(priority('system-node-critical', { value: 2_000_001_000 })).toEqual([]);
  expect(priority('system-node-critical', { value: 5, globalDefault: true }).map(line)).toEqual([
    'conflict value',
    'conflict globalDefault',
  ]);
});

test('preemption', () => {
  expect(priority('a', { preemptionPolicy: 'never' })).toMatchObject([{ hint: 'Did you mean "Never"?' }]);
  expect(priority('a', { preemptionPolicy: '' }).map(line)).toEqual(['required preemptionPolicy']);
});
