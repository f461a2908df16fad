// Side by side with cdk8s-plus-28: its ServiceAccount, EnvValue and Role point at our workloads, and ours at them; and the escape hatches.
import { App, Chart, JsonPatch } from 'cdk8s';
import { Job, Secret, Service } from 'cdk8s-kam';
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

// A Service of ours is scaled, kept from disruptions and let in where its pods are selected.
const web = new Service(chart, 'web', {
  ports: [{ port: 80, targetPort: 8080 }],
  containers: {
    web: { image: 'nginxinc/nginx-unprivileged:1.27', resources: { cpu: '100m-1', memory: '128Mi' } },
  },
});
new kplus.HorizontalPodAutoscaler(chart, 'scaling', { target: web, minReplicas: 2, maxReplicas: 5 });
new kplus.k8s.KubePodDisruptionBudget(chart, 'budget', {
  spec: { minAvailable: kplus.k8s.IntOrString.fromNumber(1), selector: { matchLabels: web.matchLabels } },
});
new kplus.NetworkPolicy(chart, 'let-in', {
  selector: web,
  ingress: { rules: [{ peer: web, ports: [kplus.NetworkPolicyPort.tcp(8080)] }] },
});

app.synth();
