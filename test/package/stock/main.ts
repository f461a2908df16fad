// The app of a user whose project came from `cdk8s init typescript-app`: compiled there, under that project's own tsconfig.
import { App, Chart } from 'cdk8s';
import {
  Container,
  type FileSpec,
  importFile,
  Job,
  type JobProps,
  type Lifecycle,
  type Problem,
  type Probe,
  ProblemError,
  Secret,
  Service,
  toManifests,
  validateManifest,
  type Workload,
} from 'cdk8s-kam';
import { read } from 'cdk8s-kam/core';

const app = new App({ outdir: process.argv[2] });
const chart = new Chart(app, 'etl', { namespace: 'data', disableResourceNameHashes: true });

const db = new Secret(chart, 'db', { type: 'basic', data: { username: 'etl', password: 'only-an-example' } });

const probe: Probe = { probeHandler: { url: 'http://localhost:8080/healthz' }, periodSeconds: 10 };
const config: FileSpec = { content: '[a]\nb=1\n', mode: '0644' };
const lifecycle: Lifecycle = { preStop: { command: ['/drain.sh'] } };
const container: Container = Container.parse({ image: 'busybox:1.28', command: ['/bin/sh', '-c', 'echo hello'] });

const props: JobProps = {
  schedule: '0 * * * *',
  timeZone: 'Europe/Paris',
  containers: {
    busybox: {
      ...container,
      env: { MODE: 'prod', PASSWORD: db.ref('password') },
      resources: { cpu: '250m-1', memory: '128Mi-1Gi' },
      files: { '/etc/app/config.ini': config },
      livenessProbe: probe,
      lifecycle,
    },
  },
  pod: { serviceAccountName: 'etl', tolerations: [{ key: 'batch', operator: 'Exists' }] },
};
const job = new Job(chart, 'echo', props);
job.apiObject.metadata.addLabel('team', 'data');

new Service(chart, 'web', { ports: [{ port: 80 }], containers: { nginx: { image: 'nginx:1.27' } } });
importFile(chart, process.argv[3]!);

// The part that needs no app.
const workload: Workload = { kind: 'Job', name: 'once', containers: { main: container } };
const problems: Problem[] = [];
for (const object of toManifests(workload)) problems.push(...validateManifest(object));
if (problems.length > 0) throw new ProblemError(problems);
if (read('{"kind": "Nothing"}').problems.length === 0) throw new Error('nothing is wrong with nothing');

app.synth();
