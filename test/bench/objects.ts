// The same work as finished objects, as plain code would make them; `npm run bench` makes sure that they are what our workloads become.
import type { KubeObject } from '../../lib/kube/object';

/** The objects of the workload at a position. */
export function objectsAt(index: number): KubeObject[] {
  const name = `w${index}`;
  const labels = { app: name, tier: 'bench' };
  const files = `${name}-main-files`;
  const configMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: files, labels },
    data: { 'etc_app_config.ini': `[app]\nindex=${index}\n` },
  };
  const isService = index % 5 >= 3;
  const podSpec = {
    ...(!isService && { restartPolicy: 'Never' }),
    containers: [
      {
        name: 'main',
        image: `registry.example.com/team/app:${index}`,
        command: ['/bin/sh', '-c', 'exec /app/run --all'],
        ...(isService && { ports: [{ containerPort: 8080 }] }),
        env: [
          { name: 'MODE', value: 'prod' },
          { name: 'LEVEL', value: 'info' },
          { name: 'REGION', value: `r${index % 7}` },
          { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
        ],
        resources: { requests: { cpu: '250m', memory: '128Mi' }, limits: { cpu: '1', memory: '1Gi' } },
        volumeMounts: [{ name: 'main-files', mountPath: '/etc/app/config.ini', subPath: 'etc_app_config.ini' }],
        livenessProbe: { exec: { command: ['/bin/true'] }, initialDelaySeconds: 10 },
        readinessProbe: { httpGet: { port: 8080, path: '/ready', scheme: 'HTTP' }, periodSeconds: 5 },
      },
    ],
    volumes: [
      {
        name: 'main-files',
        configMap: { name: files, items: [{ key: 'etc_app_config.ini', path: 'etc_app_config.ini', mode: 420 }] },
      },
    ],
  };
  if (!isService) {
    const template = { metadata: { labels }, spec: podSpec };
    const metadata = { name, labels };
    return [
      configMap,
      index % 5 === 0
        ? { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { backoffLimit: 2, template } }
        : {
            apiVersion: 'batch/v1',
            kind: 'CronJob',
            metadata,
            spec: { schedule: '0 5 * * *', timeZone: 'Europe/Paris', jobTemplate: { spec: { template } } },
          },
    ];
  }
  const selector = { 'app.kubernetes.io/name': name };
  const template = {
    metadata: { labels: { ...labels, ...selector }, annotations: { 'cdk8s-kam/files-checksum': '0123456789abcdef' } },
    spec: podSpec,
  };
  return [
    configMap,
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, labels },
      spec: { replicas: 2, selector: { matchLabels: selector }, template },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, labels },
      spec: { selector, ports: [{ port: 80, targetPort: 8080 }] },
    },
  ];
}

/** The objects of the first `count` workloads. */
export function objects(count: number): KubeObject[] {
  const all: KubeObject[] = [];
  for (let index = 0; index < count; index++) all.push(...objectsAt(index));
  return all;
}
