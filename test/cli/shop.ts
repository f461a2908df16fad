// A small shop with everything that a graph shows: routes, Services, workloads, references that are there and not, problems, schedules.
const pod = (name: string, spec: object): object => ({
  metadata: { labels: { app: name } },
  spec: { containers: [{ name: 'main', image: `${name}:1`, ...spec }] },
});
const of = (apiVersion: string, kind: string, name: string, more: object): object => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  ...more,
});
const cronJob = (name: string, schedule: string, more: object = {}, job: object = {}): object =>
  of('batch/v1', 'CronJob', name, {
    spec: {
      schedule,
      ...more,
      jobTemplate: {
        spec: {
          ...job,
          template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'report:1' }] } },
        },
      },
    },
  });

const env = [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'pasword' } } }];
const api = pod('api', { env, envFrom: [{ configMapRef: { name: 'settings' } }] }) as { spec: object };

/** The objects, one a document. */
export const SHOP: readonly object[] = [
  of('apps/v1', 'Deployment', 'api', {
    spec: {
      selector: { matchLabels: { app: 'api' } },
      template: {
        ...api,
        spec: {
          ...api.spec,
          serviceAccountName: 'robot',
          volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'api-data' } }],
        },
      },
    },
  }),
  of('v1', 'Service', 'api', { spec: { selector: { app: 'api' }, ports: [{ port: 80 }] } }),
  of('networking.k8s.io/v1', 'Ingress', 'front', {
    spec: {
      tls: [{ hosts: ['shop.example.com'], secretName: 'tls' }],
      rules: [
        {
          host: 'shop.example.com',
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'api', port: { number: 80 } } } }],
          },
        },
      ],
    },
  }),
  of('v1', 'Secret', 'db', { stringData: { password: 's3cr3t' } }),
  of('v1', 'ConfigMap', 'settings', { data: { 'Bad Key': 'x' } }),
  cronJob('report', '0 */6 * * *', { timeZone: 'Europe/Paris' }, { activeDeadlineSeconds: 3600 }),
  cronJob('cleanup', '*/30 * * * *'),
  cronJob('paused', '* * * * *', { suspend: true }),
];

export const SHOP_TEXT = SHOP.map((object) => `${JSON.stringify(object)}\n`).join('');
