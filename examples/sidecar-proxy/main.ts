// An application and the proxy to its database: the proxy starts first, stays, and goes last.
import { Chart } from 'cdk8s';
import { App, Service } from 'cdk8s-kam';

const app = new App({ kubernetes: '>=1.29' });
const chart = new Chart(app, 'sidecar-proxy', { namespace: 'billing', disableResourceNameHashes: true });

new Service(chart, 'billing', {
  name: 'billing',
  replicas: 2,
  ports: [{ port: 8080 }],
  pod: { serviceAccountName: 'billing' },
  initContainers: {
    'cloud-sql-proxy': {
      image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1',
      restartPolicy: 'Always', // a sidecar
      args: [
        '--structured-logs',
        '--health-check',
        '--http-address=0.0.0.0',
        '--port=5432',
        'acme:europe-west1:billing',
      ],
      startupProbe: { probeHandler: { path: '/startup', port: 9090 }, periodSeconds: 1, failureThreshold: 30 },
      resources: { memory: '64Mi' },
      securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false },
    },
  },
  containers: {
    billing: {
      image: 'registry.example.com/billing:3.3.1',
      env: { PGHOST: '127.0.0.1', PGUSER: 'billing', PGPASSWORD: 'secret://billing-db/password' },
      readinessProbe: { probeHandler: { path: '/ready', port: 8080 } },
      resources: { cpu: '200m', memory: '256Mi' },
    },
  },
});

app.synth();
