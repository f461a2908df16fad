// Manifests of many kinds, as a cluster's repository has them: of every 17 objects seven are of the kinds that our own constructs make (41 %), and
// one each of nine other kinds and of a custom resource. Each 17 are a namespace of their own and refer to each other.
import type { KubeObject } from '../../lib/kube/object';

const TEAM = 17;

/** The first `count` manifests. */
export const mixed = (count: number): KubeObject[] =>
  Array.from({ length: Math.ceil(count / TEAM) }, (_, index) => teamAt(index))
    .flat()
    .slice(0, count);

function teamAt(index: number): KubeObject[] {
  const namespace = `team-${index}`;
  const app = `shop-${index}`;
  const named = (name: string, more: object = {}) => ({
    metadata: { name, namespace, labels: labelsOf(name), ...more },
  });
  const account = { kind: 'ServiceAccount', name: app, namespace };
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: { team: namespace } } },
    { apiVersion: 'v1', kind: 'ServiceAccount', ...named(app), automountServiceAccountToken: true },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      ...named(app),
      rules: [
        { apiGroups: [''], resources: ['configmaps', 'secrets'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'update'] },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      ...named(app),
      subjects: [account],
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: app },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      ...named(`${app}-config`),
      data: { MODE: 'production', 'app.ini': `[app]\nindex = ${index}\nlevel = info\ncache = 64Mi\n` },
    },
    { apiVersion: 'v1', kind: 'Secret', ...named(`${app}-db`), type: 'Opaque', stringData: { password: `p-${index}` } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      ...named(app),
      spec: { replicas: 2, selector: { matchLabels: { app } }, template: podsOf(app, index) },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      ...named(app),
      spec: { selector: { app }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      ...named(app, { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } }),
      spec: {
        ingressClassName: 'nginx',
        tls: [{ hosts: [`${app}.example.com`], secretName: `${app}-tls` }],
        rules: [
          {
            host: `${app}.example.com`,
            http: {
              paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: app, port: { name: 'http' } } } }],
            },
          },
        ],
      },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      ...named(app),
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: app },
        minReplicas: 2,
        maxReplicas: 10,
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
        ],
      },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      ...named(app),
      spec: { minAvailable: 1, selector: { matchLabels: { app } } },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      ...named(app),
      spec: {
        podSelector: { matchLabels: { app } },
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }],
            ports: [{ protocol: 'TCP', port: 'http' }],
          },
        ],
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      ...named(`${app}-db`),
      spec: {
        serviceName: `${app}-db`,
        replicas: 1,
        selector: { matchLabels: { app: `${app}-db` } },
        template: podsOf(`${app}-db`, index),
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claimOf('10Gi') }],
      },
    },
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...named(`${app}-cache`), spec: claimOf('1Gi') },
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      ...named(`${app}-report`),
      spec: {
        schedule: '0 5 * * *',
        timeZone: 'Europe/Paris',
        concurrencyPolicy: 'Forbid',
        jobTemplate: { spec: { backoffLimit: 2, template: podsOf(`${app}-report`, index, 'Never') } },
      },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      ...named(`${app}-migrate`),
      spec: { backoffLimit: 2, template: podsOf(`${app}-migrate`, index, 'Never') },
    },
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      ...named(app),
      spec: { selector: { matchLabels: { app } }, endpoints: [{ port: 'http', interval: '30s', path: '/metrics' }] },
    },
  ];
}

const labelsOf = (name: string) => ({ 'app.kubernetes.io/name': name, 'app.kubernetes.io/managed-by': 'bench' });

const claimOf = (storage: string) => ({
  accessModes: ['ReadWriteOnce'],
  storageClassName: 'standard',
  resources: { requests: { storage } },
});

function podsOf(app: string, index: number, restartPolicy = 'Always') {
  const shop = `shop-${index}`;
  return {
    metadata: { labels: { app, ...labelsOf(app) } },
    spec: {
      serviceAccountName: shop,
      restartPolicy,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'main',
          image: `registry.example.com/team/app:1.${index}`,
          command: ['/bin/sh', '-c', 'exec /app/run --all'],
          env: [
            { name: 'LEVEL', value: 'info' },
            { name: 'MODE', valueFrom: { configMapKeyRef: { name: `${shop}-config`, key: 'MODE' } } },
            { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: `${shop}-db`, key: 'password' } } },
          ],
          ports: [{ name: 'http', containerPort: 8080 }],
          resources: { requests: { cpu: '250m', memory: '128Mi' }, limits: { cpu: '1', memory: '1Gi' } },
          readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
          livenessProbe: { exec: { command: ['/bin/true'] }, initialDelaySeconds: 10 },
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          volumeMounts: [{ name: 'config', mountPath: '/etc/app', readOnly: true }],
        },
      ],
      volumes: [
        { name: 'config', configMap: { name: `${shop}-config`, items: [{ key: 'app.ini', path: 'app.ini' }] } },
      ],
    },
  };
}
