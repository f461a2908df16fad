import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const quota = (spec: object, kubernetes?: string) =>
  validateManifest({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'a' }, spec }, { kubernetes });

test('names of resources, with the one that is meant', () => {
  expect(quota({ hard: { storage: 1, pod: 1, deployments: 1 } })).toMatchObject([
    { code: 'not-one-of', path: ['spec', 'hard', 'storage'], hint: 'Did you mean "requests.storage"?' },
    { code: 'not-one-of', path: ['spec', 'hard', 'pod'], hint: 'Did you mean "pods"?' },
    { code: 'not-one-of', hint: 'For objects of any kind write count/<plural>.<group>' },
  ]);
  expect(quota({ hard: { 'nvidia.com/gpu': 1 } })).toMatchObject([
    { code: 'no-effect', hint: 'Write requests.nvidia.com/gpu' },
  ]);
  expect(quota({ hard: { 'count/jobs.batch': 1, 'a.storageclass.storage.k8s.io/requests.storage': 1 } })).toEqual([]);
});

test('amounts', () => {
  expect(quota({ hard: { pods: '1.5', cpu: -1, memory: '1.5Gi' } }).map(line)).toEqual([
    'out-of-range spec.hard.pods',
    'out-of-range spec.hard.cpu',
  ]);
  const [problem, ...rest] = quota({ hard: { cpu: 5, 'requests.memory': '2Gi', 'limits.memory': '1Gi' } });
  expect(rest).toEqual([]);
  expect(problem?.message).toBe(
    'is more than limits.memory, which is 1Gi, though no pod requests more than its limits',
  );
});

test('scopes count of some resources alone', () => {
  expect(quota({ hard: { pods: 1, cpu: 1 }, scopes: ['BestEffort'] })).toMatchObject([
    {
      code: 'conflict',
      path: ['spec', 'scopes', 0],
      message: 'does not go with cpu: the scope BestEffort counts pods alone',
    },
  ]);
  expect(quota({ scopes: ['Terminating', 'NotTerminating'] }).map(line)).toEqual(['conflict spec.scopes']);
  const expressions = [{ scopeName: 'BestEffort', operator: 'In' }, { operator: 'Exist' }];
  expect(quota({ scopeSelector: { matchExpressions: expressions } }).map(line)).toEqual([
    'not-one-of spec.scopeSelector.matchExpressions[0].operator',
    'required spec.scopeSelector.matchExpressions[0].values',
    'required spec.scopeSelector.matchExpressions[1].scopeName',
    'not-one-of spec.scopeSelector.matchExpressions[1].operator',
  ]);
});

test('the scope of volumes is there since 1.33', () => {
  const scopes = ['VolumeAttributesClass'];
  expect(quota({ hard: { pods: 1 }, scopes }, '1.32').map(line)).toEqual(['not-one-of spec.scopes[0]']);
  expect(quota({ hard: { pods: 1 }, scopes }, '1.33').map(line)).toEqual(['conflict spec.scopes[0]']);
  expect(quota({ hard: { persistentvolumeclaims: 1 }, scopes }, '1.33')).toEqual([]);
  expect(quota({ scopes })).toMatchObject([
    { severity: 'warning', message: expect.stringMatching(/^Kubernetes before 1.33: must be BestEffort, /) as string },
  ]);
});
