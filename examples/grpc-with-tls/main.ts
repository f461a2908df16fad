// A gRPC service with a certificate of its own, reached from outside by a load balancer, from inside in clear.
import { Chart } from 'cdk8s';
import { App, Secret, Service } from 'cdk8s-kam';

const app = new App();
const chart = new Chart(app, 'grpc-with-tls', { namespace: 'pricing', disableResourceNameHashes: true });

const certificate = new Secret(chart, 'certificate', {
  name: 'pricing-tls',
  type: 'external',
  data: { 'tls.crt': 'prod/pricing/tls#crt', 'tls.key': 'prod/pricing/tls#key' },
  params: { store: 'vault', storeKind: 'ClusterSecretStore', refreshInterval: '1h' },
});

new Service(chart, 'pricing', {
  name: 'pricing',
  replicas: 3,
  ports: [
    {
      port: 443,
      targetPort: 8443,
      public: true,
      annotations: { 'service.beta.kubernetes.io/aws-load-balancer-type': 'nlb' },
    },
    { port: 8080 },
  ],
  containers: {
    pricing: {
      image: 'registry.example.com/pricing:1.12.0',
      args: ['--grpc-port=8080', '--grpc-tls-port=8443'],
      dirs: { '/etc/tls': `secret://${certificate.name}` },
      readinessProbe: { probeHandler: { url: 'grpc://localhost:8080/pricing.v1.Pricing' } },
      livenessProbe: { probeHandler: { url: 'grpc://localhost:8080' } },
      resources: { cpu: '500m-2', memory: '512Mi' },
    },
  },
});

app.synth();
