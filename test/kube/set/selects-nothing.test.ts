import { deployment, found, object, places } from './objects';

const budget = (selector: object | undefined, namespace?: string) =>
  object('policy/v1 PodDisruptionBudget', 'web', { spec: { minAvailable: 1, selector } }, namespace);
const policy = (podSelector: object) => object('networking.k8s.io/v1 NetworkPolicy', 'web', { spec: { podSelector } });

test('a PodDisruptionBudget', () => {
  const web = deployment('web');
  expect(places([web, budget({ matchLabels: { app: 'web' } })])).toEqual([]);
  expect(places([web, budget({ matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] })])).toEqual([]);
  expect(found([web, budget({ matchLabels: { app: 'wbe' } })])).toEqual([
    'PodDisruptionBudget web spec.selector warning selects-nothing: ' +
      'matches no pod of the same set and namespace: nothing would be kept running',
  ]);
  expect(
    places([web, budget({ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] })]),
  ).toHaveLength(1);
  // The pods may be made elsewhere.
  expect(places([web, budget({ matchLabels: { app: 'wbe' } }, 'other')])).toEqual([]);
  expect(places([web, budget({})]).filter((line) => line.includes('selects-nothing'))).toEqual([]);
});

test('a NetworkPolicy', () => {
  const web = deployment('web');
  expect(places([web, policy({})])).toEqual([]);
  expect(places([web, policy({ matchLabels: { app: 'web' } })])).toEqual([]);
  expect(places([web, policy({ matchLabels: { role: 'db' } })])).toEqual([
    'NetworkPolicy web spec.podSelector warning selects-nothing',
  ]);
});
