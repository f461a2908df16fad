// A namespace that takes only pods without any privilege, and defaults that make all workloads so.
import { ApiObject, Chart } from 'cdk8s';
import { App, Job, Service } from 'cdk8s-kam';

const app = new App({
  defaults: {
    pod: { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } },
    container: {
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      resources: { cpu: '50m-500m', memory: '128Mi' },
    },
  },
});
const cluster = new Chart(app, 'payments-namespace');
const chart = new Chart(app, 'payments', { namespace: 'payments', disableResourceNameHashes: true });

new ApiObject(cluster, 'namespace', {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'payments', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
});
new ApiObject(chart, 'limits', {
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'limits' },
  spec: { limits: [{ type: 'Container', max: { cpu: '2', memory: '1Gi' } }] },
});
new Service(chart, 'api', {
  name: 'api',
  replicas: 2,
  ports: [{ port: 80, targetPort: 8080 }],
  containers: {
    api: {
      image: 'registry.example.com/payments:4.0.2',
      resources: { memory: '512Mi' },
      dirs: { '/tmp': 'emptydir://' },
    },
  },
});
new Job(chart, 'settle', {
  name: 'settle',
  schedule: '@hourly',
  containers: { settle: { image: 'registry.example.com/payments:4.0.2', args: ['settle'] } },
});

app.synth();
