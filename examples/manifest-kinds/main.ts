// The three kinds of a datatask manifest.json (and its cron job), written as constructs. The documents themselves: ../from-manifest.
import { App, Chart } from 'cdk8s';
import { type Container, Job, Service } from 'cdk8s-kam';

const app = new App();
const chart = new Chart(app, 'manifest-kinds', { disableResourceNameHashes: true });

const googleAccount = {
  env: { GOOGLE_APPLICATION_CREDENTIALS: '/var/secrets/google/key.json' },
  dirs: { '/var/secrets/google': 'secret://svc-account-affini-tech-a?readOnly=true' },
};

const gstogs: Container = {
  image: 'gcr.io/affini-tech-datalab/gs_to_gs:0.1',
  imagePullPolicy: 'Always',
  command: ['python3', 'gs_to_gs.py'],
  env: { bucket_source: 'dev_etl_pipeline', logger_name: 'gs_to_gs', ...googleAccount.env },
  resources: { cpu: '0.15-0.20', memory: '150Mi-200Mi' },
  dirs: googleAccount.dirs,
};

new Job(chart, 'gstogs', { labels: { app: 'gstogs' }, containers: { gstogs } });

new Job(chart, 'gstogs-daily', { schedule: '0 5 * * *', labels: { app: 'gstogs' }, containers: { gstogs } });

new Service(chart, 'subscriber-launch-pipeline', {
  selector: { app: 'subscriber-etl' },
  labels: { app: 'subscriber-etl' },
  containers: {
    'subscriber-launch-pipeline': {
      image: 'gcr.io/datataskio/launch_pipeline:0.2',
      command: ['python3', 'launch_pipeline.py'],
      env: { bucket_source: 'datatasketl', logger_name: 'etl_launch_pipeline', ...googleAccount.env },
      dirs: googleAccount.dirs,
    },
  },
});

new Service(chart, 'app-flask', {
  selector: { app: 'flask' },
  labels: { app: 'flask' },
  replicas: 1,
  ports: [{ name: 'app-port', port: 5000 }],
  expose: {
    path: '/app/',
    auth: { group: 'dev' },
    httpRoute: {
      parentRefs: [{ name: 'public' }],
      hostnames: ['apps.example.com'],
      auth: { filter: { group: 'gateway.envoyproxy.io', kind: 'SecurityPolicy', name: 'sso' } },
    },
  },
  containers: {
    'app-flask': { image: 'quay.io/gilles/flask-team', imagePullPolicy: 'Always', ...googleAccount },
  },
});

app.synth();
