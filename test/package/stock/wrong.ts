// What is wrong in it is said at its lines, however it is run.
import { Chart } from 'cdk8s';
import { App, Job } from 'cdk8s-kam';

interface Named {
  readonly name: string;
}

const app = new App();
const chart = new Chart(app, 'etl', { disableResourceNameHashes: true });
for (const { name } of [{ name: 'load' }] satisfies Named[]) {
  new Job(chart, name, { backoffLimit: -1, containers: { main: { image: 'busybox:1.28' } } });
}
app.synth();
