// Every example of the KAM page, in the smallest workload that can hold it, as compiling its KCL prints it.
import { App, Chart } from 'cdk8s';
import { importFile } from 'cdk8s-kam';

const app = new App();
for (const page of ['job', 'container', 'file-spec', 'lifecycle', 'exec', 'http', 'probe', 'tcp', 'secret']) {
  importFile(new Chart(app, `kam-${page}`, { namespace: 'kam' }), `${__dirname}/${page}.yaml`);
}
app.synth();
