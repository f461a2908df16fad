// Two Posit Launcher jobs that use every key of the plugin API become Jobs, and a NodePort Service for the ports that are not published.
import { App, Chart } from 'cdk8s';
import { importFile } from 'cdk8s-kam';

const app = new App();
importFile(new Chart(app, 'launcher', { namespace: 'jobs' }), `${__dirname}/job.json`);
app.synth();
