// The five manifest.json of the datatask page, as received, become Jobs, a CronJob, Deployments and a Service.
import { App, Chart } from 'cdk8s';
import { importFile } from 'cdk8s-kam';

const app = new App();
for (const task of ['job', 'cronjob', 'deployment', 'service', 'job-built']) {
  importFile(new Chart(app, task, { namespace: 'datatask' }), `${__dirname}/${task}/manifest.json`);
}
app.synth();
