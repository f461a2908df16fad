import { elsewhere } from '../../lib/kube/elsewhere';
import type { Path } from '../../lib/report/problem';

const pod: Path = ['spec', 'template', 'spec'];
const container: Path = [...pod, 'containers', 0];

test.each<[string, Path, string, string | undefined]>([
  // Further out, as it is.
  ['Deployment', container, 'terminationGracePeriodSeconds', 'it belongs to spec.template.spec'],
  ['Deployment', pod, 'replicas', 'it belongs to spec'],
  ['ConfigMap', ['metadata'], 'data', 'it stands beside metadata'],
  // Further in, from where it stands.
  ['Deployment', ['spec'], 'containers', 'it belongs to template.spec'],
  ['Deployment', pod, 'env', 'it belongs to containers[]'],
  ['Deployment', container, 'limits', 'it belongs to resources'],
  ['CronJob', ['spec'], 'backoffLimit', 'it belongs to jobTemplate.spec'],
  ['Deployment', ['spec', 'selector'], 'name', 'it belongs to matchLabels'],
  // In a neighbour.
  [
    'Deployment',
    [...pod, 'securityContext'],
    'capabilities',
    'it belongs to spec.template.spec.containers[].securityContext',
  ],
  // Nowhere, or what many types have.
  ['DaemonSet', ['spec'], 'replicas', undefined],
  ['Deployment', container, 'namespace', undefined],
])('%s %p %s', (root, path, field, hint) => {
  expect(elsewhere(root, path, field)).toBe(hint);
});
