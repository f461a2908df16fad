// What a team writes again and again, as a construct of its own: a service of ours always has probes, a budget and a route.
import { ApiObject, Chart } from 'cdk8s';
import { App, type Dict, Service } from 'cdk8s-kam';
import { Construct } from 'constructs';

interface ProductProps {
  readonly image: string;
  readonly port?: number;
  readonly path: string;
  readonly env?: Dict<string>;
}

/** A product of the shop: two pods at least, healthy or replaced, under its path of the shop's host. */
class Product extends Construct {
  constructor(scope: Construct, id: string, { image, port = 8080, path, env }: ProductProps) {
    super(scope, id);
    const probe = { probeHandler: { path: '/healthz', port } };
    const { name } = new Service(this, 'service', {
      name: id,
      replicas: 2,
      ports: [{ port: 80, targetPort: port }],
      containers: { [id]: { image, ...(env && { env }), livenessProbe: probe, readinessProbe: probe } },
      expose: {
        host: 'shop.example.com',
        path,
        auth: { bypass: true },
        httpRoute: { parentRefs: [{ name: 'public', namespace: 'gateways' }] },
      },
    });
    new ApiObject(this, 'budget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: { minAvailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': name } } },
    });
  }
}

const app = new App();
const chart = new Chart(app, 'team-construct', { namespace: 'shop', disableResourceNameHashes: true });
new Product(chart, 'cart', { image: 'registry.example.com/cart:1.4', path: '/cart' });
new Product(chart, 'search', { image: 'registry.example.com/search:0.9', path: '/search', env: { INDEX: 'products' } });

app.synth();
