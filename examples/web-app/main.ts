// A web application behind a Gateway: three pods, checked for life and readiness, never fewer than two, more under load.
import { ApiObject, Chart } from 'cdk8s';
import { App, Service } from 'cdk8s-kam';

const app = new App();
const chart = new Chart(app, 'web-app', { namespace: 'shop', disableResourceNameHashes: true });

const shop = new Service(chart, 'shop', {
  name: 'shop',
  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  ports: [{ port: 80, targetPort: 'http' }],
  containers: {
    shop: {
      image: 'registry.example.com/shop:2.14.0',
      ports: [{ name: 'http', containerPort: 8080 }],
      env: { LOG_LEVEL: 'info', POD_NAME: 'fieldref://metadata.name' },
      resources: { cpu: '250m-1', memory: '512Mi' },
      startupProbe: { probeHandler: { path: '/healthz', port: 'http' }, periodSeconds: 5, failureThreshold: 24 },
      livenessProbe: { probeHandler: { path: '/healthz', port: 'http' }, timeoutSeconds: 2 },
      readinessProbe: { probeHandler: { path: '/ready', port: 'http' } },
      lifecycle: { preStop: { command: ['sleep', '5'] } },
    },
  },
  expose: {
    host: 'shop.example.com',
    path: '/',
    timeout: 30_000,
    auth: { bypass: true }, // a shop is for everyone
    httpRoute: { parentRefs: [{ name: 'public', namespace: 'gateways' }] },
  },
});

new ApiObject(chart, 'budget', {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'shop' },
  spec: { minAvailable: 2, selector: { matchLabels: { 'app.kubernetes.io/name': shop.name } } },
});
new ApiObject(chart, 'autoscaler', {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'shop' },
  spec: {
    scaleTargetRef: { apiVersion: shop.apiVersion, kind: shop.kind, name: shop.name },
    minReplicas: 3,
    maxReplicas: 12,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
  },
});

app.synth();
