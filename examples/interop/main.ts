// Side by side with cdk8s-plus-28: its ServiceAccount, EnvValue and Role point at our workloads, and ours at them; and the escape hatches.
import { App, Chart, JsonPatch } from 'cdk8s';
import { Job, Secret } from 'cdk8s-kam';
import * as kplus from 'cdk8s-plus-28';

const app = new App();
const chart = new Chart(app, 'interop', {
  namespace: 'data',
  labels: { team: 'etl' },
  disableResourceNameHashes: true,
});

const account = new kplus.ServiceAccount(chart, 'loader');
const settings = new kplus.ConfigMap(chart, 'settings', { data: { mode: 'full' } });
const token = new Secret(chart, 'token', { type: 'token', data: { token: 'only-an-example' } });

const load = new Job(chart, 'load', {
  backoffLimit: 2,
  pod: { serviceAccountName: account },
  containers: {
    load: {
      image: 'busybox:1.28',
      command: ['/bin/sh', '-c', 'echo "$MODE"'],
      env: {
        MODE: kplus.EnvValue.fromConfigMap(settings, 'mode'),
        TOKEN: token.ref('token'),
      },
    },
  },
});
load.addDependency(settings);

// What no field says is patched, and what a patch breaks is reported at synth like anything else.
load.apiObject.addJsonPatch(JsonPatch.add('/spec/template/spec/enableServiceLinks', false));
load.apiObject.metadata.addAnnotation('example.com/owner', 'data-platform');

const role = new kplus.Role(chart, 'reader');
role.allowRead(token, load);
role.bind(account);

app.synth();
