// Real objects of cdk8s-plus wherever a name or a value is asked, and ours where cdk8s-plus asks.
import type { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Job, Secret } from '../../../../lib';

export function build(chart: Chart): void {
  const account = new kplus.ServiceAccount(chart, 'account');
  const registry = new kplus.DockerConfigSecret(chart, 'registry', { data: { auths: {} } });
  const settings = new kplus.ConfigMap(chart, 'settings', { data: { mode: 'prod' } });
  const theirs = new kplus.Secret(chart, 'theirs', { stringData: { token: 't' } });
  const ours = new Secret(chart, 'ours', { type: 'token', data: { token: 't' } });
  const job = new Job(chart, 'job', {
    pod: { serviceAccountName: account, imagePullSecrets: [registry] },
    containers: {
      main: {
        image: 'busybox:1.28',
        env: {
          VALUE: kplus.EnvValue.fromValue('secret://is/text'),
          MODE: kplus.EnvValue.fromConfigMap(settings, 'mode', { optional: true }),
          TOKEN: theirs.envValue('token'),
          NAME: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME),
          CPU: kplus.EnvValue.fromResource(kplus.ResourceFieldPaths.CPU_LIMIT),
          OURS: ours.ref('token'),
        },
        envFrom: [`secret://${theirs.name}`, `configmap://${settings.name}`],
        files: { '/etc/mode': { contentFrom: `configmap://${settings.name}/mode` } },
        dirs: { '/theirs': `secret://${theirs.name}` },
        resources: { cpu: '1' },
      },
    },
  });
  const role = new kplus.Role(chart, 'role');
  role.allowRead(ours, job);
  role.bind(account);
  new kplus.Deployment(chart, 'deployment', {
    containers: [{ image: 'nginx:1.27', envVariables: { TOKEN: ours.envValue('token') }, securityContext: { user: 1000 } }],
  });
}
