// A company's workloads, as many as are asked for: several namespaces and teams, Secrets that all use, schedules from each minute to once a month, policies,
// and a mistake here and there.
type Object_ = Record<string, unknown>;

const TEAMS = ['checkout', 'search', 'catalogue', 'payments', 'delivery', 'accounts', 'mail', 'reports'];
const SCHEDULES = [
  '0 * * * *',
  '*/15 * * * *',
  '30 2 * * *',
  '0 3 * * 1',
  '0 4 1 * *',
  '7,22,41 6-20 * * 1-5',
  '* * * * *',
  '@daily',
  '45 5 * * 6,0',
];
const WORDS = [
  'api',
  'worker',
  'mailer',
  'importer',
  'index',
  'gateway',
  'feed',
  'sync',
  'export',
  'cleaner',
  'audit',
  'search',
];

/** The objects, workloads and all around them. */
export function fleet(workloads: number): Object_[] {
  const teams = TEAMS.slice(0, Math.max(1, Math.min(TEAMS.length, Math.ceil(workloads / 12))));
  return [
    ...teams.flatMap(commonOf),
    ...Array.from({ length: workloads }, (_, index) => workload(index, teams[(index * 7) % teams.length]!)).flat(),
  ];
}

const of = (apiVersion: string, kind: string, namespace: string, name: string, more: object): Object_ => ({
  apiVersion,
  kind,
  metadata: { name, namespace, labels: { 'app.kubernetes.io/part-of': name.split('-')[0]!, app: name } },
  ...more,
});

/** What all workloads of a team use. */
function commonOf(team: string): Object_[] {
  return [
    of('v1', 'Secret', team, 'database', { stringData: { password: 'x', url: 'x' } }),
    of('v1', 'ConfigMap', team, 'settings', { data: { LOG_LEVEL: 'info', REGION: 'eu' } }),
    of('v1', 'ServiceAccount', team, 'runner', {}),
    of('rbac.authorization.k8s.io/v1', 'Role', team, 'reads-pods', {
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
    }),
    of('rbac.authorization.k8s.io/v1', 'RoleBinding', team, 'runner-reads-pods', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reads-pods' },
      subjects: [{ kind: 'ServiceAccount', name: 'runner' }],
    }),
    of('networking.k8s.io/v1', 'NetworkPolicy', team, 'no-way-in', {
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    }),
  ];
}

function workload(index: number, team: string): Object_[] {
  const name = `${WORDS[index % WORDS.length]}-${index}`;
  const labels = { app: name };
  const container = {
    name: 'main',
    image: `registry.example.com/${team}/${WORDS[index % WORDS.length]}:${1 + (index % 9)}.${index % 4}`,
    env: [
      {
        name: 'PASSWORD',
        valueFrom: { secretKeyRef: { name: 'database', key: index % 37 === 5 ? 'pasword' : 'password' } },
      },
    ],
    envFrom: [
      { configMapRef: { name: 'settings' } },
      ...(index % 3 === 0 ? [{ configMapRef: { name: `${name}-own` } }] : []),
    ],
    ports: [{ name: 'http', containerPort: 8080 }],
  };
  const pod = { serviceAccountName: 'runner', containers: [container] };
  const own = index % 3 === 0 ? [of('v1', 'ConfigMap', team, `${name}-own`, { data: { MODE: 'fast' } })] : [];
  const template = { metadata: { labels }, spec: pod };
  if (index % 3 === 2) {
    const schedule = SCHEDULES[(index * 5) % SCHEDULES.length]!;
    const job = { template: { metadata: { labels }, spec: { ...pod, restartPolicy: 'Never' } } };
    const spec = {
      schedule,
      ...(index % 2 === 0 && { timeZone: 'Europe/Paris' }),
      ...(index % 41 === 2 && { suspend: true }),
      jobTemplate: { spec: { ...job, ...(index % 4 === 0 && { activeDeadlineSeconds: 1800 }) } },
    };
    return [of('batch/v1', 'CronJob', team, name, { spec })];
  }
  if (index % 12 === 4) {
    const claim = {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    };
    const spec = { serviceName: name, selector: { matchLabels: labels }, template, volumeClaimTemplates: [claim] };
    return [...own, of('apps/v1', 'StatefulSet', team, name, { spec }), service(team, name, 'None')];
  }
  const isScaled = index % 2 === 0;
  const replicas = index % 53 === 7 ? -1 : isScaled ? undefined : 1 + (index % 3);
  const deployment = of('apps/v1', 'Deployment', team, name, {
    spec: { ...(replicas !== undefined && { replicas }), selector: { matchLabels: labels }, template },
  });
  return [
    ...own,
    deployment,
    service(team, name),
    ...(index % 4 === 0 ? [route(team, name)] : []),
    ...(isScaled ? [autoscaler(team, name)] : []),
    ...(index % 5 === 0
      ? [
          of('policy/v1', 'PodDisruptionBudget', team, name, {
            spec: { minAvailable: 1, selector: { matchLabels: labels } },
          }),
        ]
      : []),
  ];
}

const service = (team: string, name: string, clusterIP?: string): Object_ =>
  of('v1', 'Service', team, name, {
    spec: {
      ...(clusterIP && { clusterIP }),
      selector: { app: name },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  });

const route = (team: string, name: string): Object_ =>
  of('networking.k8s.io/v1', 'Ingress', team, name, {
    spec: {
      rules: [
        {
          host: `${name}.example.com`,
          http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { number: 80 } } } }] },
        },
      ],
      tls: [{ hosts: [`${name}.example.com`], secretName: 'wildcard' }],
    },
  });

const autoscaler = (team: string, name: string): Object_ =>
  of('autoscaling/v2', 'HorizontalPodAutoscaler', team, name, {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
      ],
    },
  });

/** As many CronJobs, of one schedule or of that for each. */
export const jobs = (number: number, schedule: (index: number) => string): Object_[] =>
  Array.from({ length: number }, (_, index) =>
    of('batch/v1', 'CronJob', 'jobs', `job-${index}`, {
      spec: {
        schedule: schedule(index),
        jobTemplate: {
          spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'job:1' }] } } },
        },
      },
    }),
  );
