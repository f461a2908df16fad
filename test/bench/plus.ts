// The same work with cdk8s-plus-28, in its own words.
import { Cron, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** Adds the workload at a position. */
export function addPlus(scope: Construct, index: number): void {
  const name = `w${index}`;
  const metadata = { name, labels: { app: name, tier: 'bench' } };
  const config = new kplus.ConfigMap(scope, `${name}-files`, {
    metadata: { name: `${name}-main-files`, labels: metadata.labels },
    data: { 'config.ini': `[app]\nindex=${index}\n` },
  });
  const password = kplus.Secret.fromSecretName(scope, `${name}-db`, 'db');
  const container: kplus.ContainerProps = {
    name: 'main',
    image: `registry.example.com/team/app:${index}`,
    command: ['/bin/sh', '-c', 'exec /app/run --all'],
    envVariables: {
      MODE: kplus.EnvValue.fromValue('prod'),
      LEVEL: kplus.EnvValue.fromValue('info'),
      REGION: kplus.EnvValue.fromValue(`r${index % 7}`),
      PASSWORD: kplus.EnvValue.fromSecretValue({ secret: password, key: 'password' }),
    },
    resources: {
      cpu: { request: kplus.Cpu.millis(250), limit: kplus.Cpu.units(1) },
      memory: { request: Size.mebibytes(128), limit: Size.gibibytes(1) },
    },
    readiness: kplus.Probe.fromHttpGet('/ready', { port: 8080, periodSeconds: Duration.seconds(5) }),
    liveness: kplus.Probe.fromCommand(['/bin/true'], { initialDelaySeconds: Duration.seconds(10) }),
    volumeMounts: [
      {
        path: '/etc/app/config.ini',
        subPath: 'config.ini',
        volume: kplus.Volume.fromConfigMap(scope, `${name}-volume`, config),
      },
    ],
  };
  const common = { metadata, podMetadata: { labels: metadata.labels } };
  if (index % 5 >= 3) {
    const deployment = new kplus.Deployment(scope, name, {
      ...common,
      replicas: 2,
      containers: [{ ...container, portNumber: 8080 }],
    });
    deployment.exposeViaService({ name, ports: [{ port: 80, targetPort: 8080 }] });
  } else if (index % 5 === 0) {
    new kplus.Job(scope, name, { ...common, backoffLimit: 2, containers: [container] });
  } else {
    const schedule = Cron.schedule({ minute: '0', hour: '5' });
    new kplus.CronJob(scope, name, { ...common, schedule, timeZone: 'Europe/Paris', containers: [container] });
  }
}
