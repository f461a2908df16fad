// A training run on four GPUs: it fails for good when the program says so, and is tried again when a node went away.
import { Chart } from 'cdk8s';
import { App, Job } from 'cdk8s-kam';

const app = new App({ kubernetes: '>=1.31' });
const chart = new Chart(app, 'gpu-training', { namespace: 'research', disableResourceNameHashes: true });

new Job(chart, 'train', {
  name: 'train-ranker-v7',
  labels: { 'kueue.x-k8s.io/queue-name': 'gpu' },
  suspend: true, // Kueue starts it when there is room
  backoffLimit: 6,
  podFailurePolicy: {
    rules: [
      { action: 'FailJob', onExitCodes: { containerName: 'train', operator: 'In', values: [42] } },
      { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
    ],
  },
  pod: {
    nodeSelector: { 'cloud.google.com/gke-accelerator': 'nvidia-l4' },
    tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
    priorityClassName: 'research-low',
  },
  containers: {
    train: {
      image: 'registry.example.com/ranker:7.0.0',
      command: ['torchrun', '--nproc-per-node=4', 'train.py', '--resume=/checkpoints'],
      env: { WANDB_API_KEY: 'secret://wandb/key' },
      resources: { cpu: '16', memory: '96Gi', 'nvidia.com/gpu': '4' },
      dirs: { '/checkpoints': 'pvc://checkpoints', '/dev/shm': 'emptydir://?medium=Memory&sizeLimit=16Gi' },
    },
  },
});

app.synth();
