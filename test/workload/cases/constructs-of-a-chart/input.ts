// Names, namespace and labels come from the Chart; a nested construct and a nested namespace have their own; dependencies order.
import type { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Job, Secret, Service } from '../../../../lib';

export function build(chart: Chart): void {
  const group = new Construct(chart, 'group');
  const containers = Object.freeze({ main: Object.freeze({ image: 'busybox:1.28', env: Object.freeze({ A: 'b' }) }) });
  const shared = Object.freeze({ containers, labels: Object.freeze({ shared: 'yes' }) });
  const load = new Job(group, 'load', shared);
  new Job(group, 'load-again', shared);
  const db = new Secret(chart, 'db', { type: 'basic', data: { username: 'etl', password: 'p' } });
  const remote = new Secret(chart, 'remote', {
    type: 'external',
    data: { key: 'db#key' },
    params: { store: 'vault' },
    namespace: 'other',
  });
  const web = new Service(chart, 'web', {
    name: 'front',
    namespace: undefined,
    ports: [{ port: 80, targetPort: 8080 }],
    secrets: { own: { type: 'token', data: { token: 't' } } },
    containers: {
      web: {
        image: 'nginx:1.27',
        workingDir: undefined,
        env: { PASSWORD: db.ref('password'), OWN: 'secret://own/token', FORM: db.envValue('username', { optional: true }) },
        envFrom: [db.ref()],
        dirs: { '/db': db.ref() },
        files: { '/etc/app.ini': { content: 'a=1\n' } },
      },
    },
  });
  web.addDependency(load);
  load.addDependency(db, remote);
}
