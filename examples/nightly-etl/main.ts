// Every night in Paris: never twice at once, not at all when it is three hours late, and its settings as a file.
import { Chart } from 'cdk8s';
import { App, Job } from 'cdk8s-kam';

const app = new App();
const chart = new Chart(app, 'nightly-etl', { namespace: 'data', disableResourceNameHashes: true });

new Job(chart, 'orders', {
  name: 'orders',
  labels: { team: 'sales' },
  schedule: '15 2 * * *',
  timeZone: 'Europe/Paris',
  concurrencyPolicy: 'Forbid',
  startingDeadlineSeconds: 3 * 60 * 60,
  successfulJobsHistoryLimit: 3,
  failedJobsHistoryLimit: 7,
  backoffLimit: 2,
  activeDeadlineSeconds: 2 * 60 * 60,
  pod: { serviceAccountName: 'etl' },
  containers: {
    load: {
      image: 'registry.example.com/etl:5.1',
      command: ['python', '-m', 'etl', '--config', '/etc/etl/config.yaml'],
      envFrom: ['secret://warehouse'],
      resources: { cpu: '1-2', memory: '4Gi', 'ephemeral-storage': '20Gi' },
      files: {
        '/etc/etl/config.yaml': { content: 'source: orders\ntarget: warehouse.orders\nbatch: 5000\n' },
      },
      dirs: { '/var/cache/etl': 'emptydir://?sizeLimit=20Gi' },
    },
  },
});

app.synth();
