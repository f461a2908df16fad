// Workers of a queue: no port, a minute to finish what they began, and as many as the queue asks for (KEDA).
import { ApiObject, Chart } from 'cdk8s';
import { App, Service } from 'cdk8s-kam';

const app = new App();
const chart = new Chart(app, 'queue-worker', { namespace: 'shop', disableResourceNameHashes: true });

const worker = new Service(chart, 'mailer', {
  name: 'mailer',
  pod: {
    terminationGracePeriodSeconds: 60,
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'mailer' } },
      },
    ],
  },
  containers: {
    mailer: {
      image: 'registry.example.com/mailer:1.8.2',
      env: { QUEUE_URL: 'https://sqs.eu-west-3.amazonaws.com/123456789012/mails', CONCURRENCY: '4' },
      resources: { cpu: '100m-500m', memory: '128Mi' },
      livenessProbe: { probeHandler: { command: ['/mailer', 'alive'] }, periodSeconds: 30 },
    },
  },
});

new ApiObject(chart, 'scaler', {
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: { name: 'mailer' },
  spec: {
    scaleTargetRef: { name: worker.name },
    minReplicaCount: 0,
    maxReplicaCount: 20,
    triggers: [
      {
        type: 'aws-sqs-queue',
        metadata: {
          queueURL: 'https://sqs.eu-west-3.amazonaws.com/123456789012/mails',
          queueLength: '50',
          awsRegion: 'eu-west-3',
        },
      },
    ],
  },
});

app.synth();
