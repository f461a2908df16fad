import { validateManifest } from '../../../../lib/kube/validate';
import { printProblems } from '../../../../lib/report/print';

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const said = (version: string, fields: object, kubernetes = '1.36', annotations = {}) =>
  printProblems(
    validateManifest(
      {
        apiVersion: `autoscaling/${version}`,
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'a', annotations },
        spec: { scaleTargetRef: target, maxReplicas: 3, ...fields },
      },
      { kubernetes },
    ),
  );

test('the group of what is scaled', () => {
  const scaleTargetRef = { ...target, apiVersion: 'v1' };
  expect(said('v2', { scaleTargetRef }, '1.34')).toMatch(
    /scaleTargetRef\.apiVersion: must have the group .*\(bad-format\)/,
  );
  expect(said('v2', { scaleTargetRef }, '1.33')).toContain('the autoscaler does not find the object');
  expect(said('v2', { scaleTargetRef })).toContain('rite apps/v1');
});

test('a metric of v1 is named as it is written, in its annotation', () => {
  const key = 'autoscaling.alpha.kubernetes.io/metrics';
  const text = JSON.stringify([{ type: 'Resource', resource: { name: 'memory', targetAverageUtilization: 0 } }]);
  expect(said('v1', {}, '1.36', { [key]: text })).toContain(
    `metadata.annotations["${key}"][0].resource.targetAverageUtilization: must be at least 1`,
  );
  expect(said('v1', {}, '1.36', { [key]: '{' })).toContain('is dropped, as it cannot be read');
  expect(said('v2', {}, '1.36', { [key]: text })).toContain('rite spec.metrics');
});

test('a selector that the server takes and the autoscaler cannot use', () => {
  const metric = { name: 'a', selector: { matchLabels: { a: 'b c' } } };
  const pods = { metric, target: { type: 'AverageValue', averageValue: 1 } };
  expect(said('v2', { metrics: [{ type: 'Pods', pods }] })).toMatch(
    /metric\.selector: .*matchLabels\.a: .*\(suspicious\)/,
  );
});
