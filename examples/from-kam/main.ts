// Every example of the KAM page, in the smallest workload that can hold it: in KCL, and one as compiling its KCL prints it.
import { App, Chart } from 'cdk8s';
import { importFile } from 'cdk8s-kam';

const app = new App();
const files = [
  'job.k',
  'container.k',
  'file-spec.k',
  'lifecycle.k',
  'exec.k',
  'http.k',
  'probe.k',
  'tcp.k',
  'secret.yaml',
];
for (const file of files) {
  const [page] = file.split('.');
  importFile(new Chart(app, `kam-${page}`, { namespace: 'kam' }), `${__dirname}/${file}`);
}
app.synth();
