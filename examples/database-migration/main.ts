// A migration that runs before each release: it waits for the database, runs once, and Argo CD goes on only when it has succeeded.
import { Chart } from 'cdk8s';
import { App, Job, Secret } from 'cdk8s-kam';

const app = new App();
const chart = new Chart(app, 'database-migration', { namespace: 'shop', disableResourceNameHashes: true });

const db = new Secret(chart, 'db', {
  name: 'shop-db',
  type: 'external',
  data: { url: 'prod/shop/db#url' },
  params: { store: 'vault', storeKind: 'ClusterSecretStore' },
});

new Job(chart, 'migrate', {
  name: 'shop-migrate',
  annotations: {
    'argocd.argoproj.io/hook': 'PreSync',
    'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
  },
  backoffLimit: 1,
  activeDeadlineSeconds: 900,
  initContainers: {
    'wait-for-database': {
      image: 'postgres:17.2',
      command: ['sh', '-c', 'until pg_isready --timeout=5 --dbname="$DATABASE_URL"; do sleep 2; done'],
      env: { DATABASE_URL: db.ref('url') },
    },
  },
  containers: {
    migrate: {
      image: 'registry.example.com/shop:2.14.0',
      args: ['migrate', '--lock-timeout=10s'],
      env: { DATABASE_URL: db.ref('url') },
      resources: { cpu: '500m', memory: '256Mi' },
    },
  },
});

app.synth();
