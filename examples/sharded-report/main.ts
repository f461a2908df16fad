// A report in a hundred parts, eight at a time: a part is tried three times, and ten of them may fail.
import { Chart } from 'cdk8s';
import { App, Job } from 'cdk8s-kam';

const app = new App({ kubernetes: '>=1.29' });
const chart = new Chart(app, 'sharded-report', { namespace: 'data', disableResourceNameHashes: true });

new Job(chart, 'report', {
  name: 'report-2026-10',
  completionMode: 'Indexed',
  completions: 100,
  parallelism: 8,
  backoffLimitPerIndex: 2,
  maxFailedIndexes: 10,
  containers: {
    part: {
      image: 'registry.example.com/report:2.0',
      // Kubernetes gives each pod its number as JOB_COMPLETION_INDEX.
      command: ['sh', '-c', 'report --month=2026-10 --part="$JOB_COMPLETION_INDEX" --of=100'],
      envFrom: ['secret://warehouse'],
      resources: { cpu: '2', memory: '2Gi' },
    },
  },
});

app.synth();
