// Our Services where cdk8s-plus asks for what it scales and selects.
import { Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { App, Service, type ServiceProps } from '../../lib';
import { Manifests } from '../../lib/testing';
import { thrown } from '../support';

const main = { image: 'nginx:1.27', resources: { cpu: '100m-1' } };

function web(props: Partial<ServiceProps> = {}): Service {
  const chart = new Chart(new App(), 'shop', { namespace: 'shop', disableResourceNameHashes: true });
  return new Service(chart, 'web', { ports: [{ port: 80 }], containers: { main }, ...props });
}
const chartOf = (service: Service): Chart => Chart.of(service);
const scale = (target: Service, props: Partial<kplus.HorizontalPodAutoscalerProps> = {}) =>
  new kplus.HorizontalPodAutoscaler(chartOf(target), 'hpa', { target, maxReplicas: 5, ...props });

test('a HorizontalPodAutoscaler', () => {
  const target = web();
  expect(target.hasAutoscaler).toBe(false);
  scale(target);
  expect(target.hasAutoscaler).toBe(true);
  const manifests = Manifests.of(chartOf(target));
  manifests.has('HorizontalPodAutoscaler', {
    spec: { maxReplicas: 5, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop-web' } },
  });
  manifests.has('Deployment', { spec: { replicas: undefined } });
  manifests.accepted();
});

test('what it demands of its target is said', () => {
  const fixed = web({ replicas: 2 });
  scale(fixed);
  expect(thrown(() => Manifests.of(chartOf(fixed)))).toContain('cannot have a fixed number of replicas (2)');
  const boundless = web({ containers: { main: { image: 'nginx:1.27' } } });
  scale(boundless);
  expect(thrown(() => Manifests.of(chartOf(boundless)))).toContain('must have a CPU or memory resource constraint');
  const measured = web({ containers: { main: { image: 'nginx:1.27' } } });
  scale(measured, { metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))] });
  expect(thrown(() => Manifests.of(chartOf(measured)))).toBe('');
});

test('a PodDisruptionBudget, by its labels', () => {
  const service = web({ selector: { app: 'web' }, labels: { app: 'web' } });
  const { matchLabels } = service;
  expect(matchLabels).toEqual({ app: 'web' });
  new kplus.k8s.KubePodDisruptionBudget(chartOf(service), 'budget', {
    spec: { minAvailable: kplus.k8s.IntOrString.fromNumber(1), selector: { matchLabels } },
  });
  Manifests.of(chartOf(service))
    .accepted()
    .has('PodDisruptionBudget', { spec: { selector: { matchLabels: { app: 'web' } } } });
});

test('a Service, a NetworkPolicy and its peers, and pods that are kept away', () => {
  const service = web();
  const chart = chartOf(service);
  const name = { 'app.kubernetes.io/name': 'shop-web' };
  new kplus.Service(chart, 'other', { selector: service, ports: [{ port: 81 }] });
  const policy = new kplus.NetworkPolicy(chart, 'policy', { selector: service });
  policy.addIngressRule(service, [kplus.NetworkPolicyPort.tcp(80)]);
  const deployment = new kplus.Deployment(chart, 'theirs', { containers: [{ image: 'a:1' }] });
  deployment.scheduling.separate(service);
  const manifests = Manifests.of(chart);
  manifests.has('Service', 'shop-other', { spec: { selector: name } });
  manifests.has('NetworkPolicy', {
    metadata: { namespace: 'shop' },
    spec: { podSelector: { matchLabels: name }, ingress: [{ from: [{ podSelector: { matchLabels: name } }] }] },
  });
});

test('patches of others do not matter to it', () => {
  const service = web();
  service.apiObject.addJsonPatch(JsonPatch.add('/spec/paused', true));
  scale(service);
  expect(thrown(() => Manifests.of(chartOf(service)))).toBe('');
});
