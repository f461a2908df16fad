import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const lease = (spec: object, metadata: object = {}, kubernetes = '1.30') =>
  validateManifest(
    { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: 'a', ...metadata }, spec },
    { kubernetes },
  ).map(line);

test('numbers and times', () => {
  expect(lease({ leaseDurationSeconds: 1, leaseTransitions: 0, renewTime: '2024-01-31T12:00:00.000000Z' })).toEqual([]);
  expect(lease({ leaseDurationSeconds: 0, leaseTransitions: -1, renewTime: '2024-01-31T12:00:00Z' })).toEqual([
    'bad-format spec.renewTime',
    'out-of-range spec.leaseDurationSeconds',
    'out-of-range spec.leaseTransitions',
  ]);
});

test('finalizers need no domain', () => {
  expect(lease({}, { finalizers: ['a', 'a b'] })).toEqual(['bad-name metadata.finalizers[1]']);
});

test('who leads by strategy is dropped everywhere', () => {
  expect(lease({ strategy: 'a', preferredHolder: 'b' }, {}, '1.36')).toEqual([
    '?dropped spec.strategy',
    '?dropped spec.preferredHolder',
  ]);
});
