// The five manifest.json of the datatask page, as received. Two of them have one name, so that each gets its own namespace; the published
// service is routed with the Gateway API, where the filter auth-dev lets in the group dev.
import { App, Chart } from 'cdk8s';
import { importFile } from 'cdk8s-kam';

const filter = { group: 'traefik.io', kind: 'Middleware', name: 'auth-{group}' };
const expose = { httpRoute: { parentRefs: [{ name: 'public' }], auth: { filter } } };
const app = new App();
for (const namespace of ['job', 'cronjob', 'deployment', 'service', 'job-built']) {
  importFile(new Chart(app, namespace, { namespace }), `${__dirname}/${namespace}/manifest.json`, {
    manifest: { expose },
  });
}
app.synth();
