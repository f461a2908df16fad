// The same shop in three clusters: what differs is said in one place, and each cluster is looked at by itself.
import { Chart } from 'cdk8s';
import { App, Secret, Service, setDefaults, targetCluster, targetKubernetes } from 'cdk8s-kam';

interface Cluster {
  readonly name: string;
  readonly kubernetes: string;
  readonly host: string;
  readonly replicas: number;
  readonly memory: string;
}

const clusters: readonly Cluster[] = [
  { name: 'staging', kubernetes: '1.35', host: 'shop.staging.example.com', replicas: 1, memory: '256Mi' },
  { name: 'eu', kubernetes: '1.34', host: 'shop.example.eu', replicas: 3, memory: '512Mi' },
  { name: 'us', kubernetes: '1.33', host: 'shop.example.com', replicas: 6, memory: '512Mi' },
];

const app = new App();

for (const { name, kubernetes, host, replicas, memory } of clusters) {
  const chart = new Chart(app, `shop-${name}`, { namespace: 'shop', disableResourceNameHashes: true });
  targetCluster(chart, name);
  targetKubernetes(chart, kubernetes);
  setDefaults(chart, { labels: { 'example.com/cluster': name }, container: { resources: { memory } } });

  const db = new Secret(chart, 'db', {
    name: 'shop-db',
    type: 'external',
    data: { url: `${name}/shop/db#url` },
    params: { store: 'vault', storeKind: 'ClusterSecretStore' },
  });
  new Service(chart, 'shop', {
    name: 'shop',
    replicas,
    ports: [{ port: 80, targetPort: 8080 }],
    containers: { shop: { image: 'registry.example.com/shop:2.14.0', env: { DATABASE_URL: db.ref('url') } } },
    expose: {
      host,
      path: '/',
      auth: { bypass: true },
      httpRoute: { parentRefs: [{ name: 'public', namespace: 'gateways' }] },
    },
  });
}

app.synth();
