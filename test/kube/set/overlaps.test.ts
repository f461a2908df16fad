import { deployment, found, object, places } from './objects';

const autoscaler = (name: string, target: string) =>
  object('autoscaling/v2 HorizontalPodAutoscaler', name, {
    spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target } },
  });
const budget = (name: string, selector: object, namespace?: string) =>
  object('policy/v1 PodDisruptionBudget', name, { spec: { minAvailable: 1, selector } }, namespace);

test('two HorizontalPodAutoscalers of one target', () => {
  expect(places([autoscaler('a', 'web'), autoscaler('b', 'api')])).toEqual([]);
  expect(found([autoscaler('a', 'web'), autoscaler('b', 'web')])).toEqual([
    'HorizontalPodAutoscaler b spec.scaleTargetRef warning conflict: ' +
      'is scaled by the HorizontalPodAutoscaler a in the same set too: they would work against each other',
  ]);
});

test('two PodDisruptionBudgets over the same pods', () => {
  const set = [deployment('web'), deployment('api')];
  const web = { matchLabels: { app: 'web' } };
  const some = { matchExpressions: [{ key: 'app', operator: 'Exists' }] };
  expect(places([...set, budget('a', web), budget('b', { matchLabels: { app: 'api' } })])).toEqual([]);
  expect(found([...set, budget('a', web), budget('b', some)])).toEqual([
    'PodDisruptionBudget b spec.selector warning conflict: ' +
      'matches pods that the PodDisruptionBudget a in the same set matches too: pods with two of them cannot be evicted',
  ]);
  expect(places([...set, budget('a', web), budget('b', web, 'other')])).toEqual([]);
});
