// What a workload of the model becomes: Deployment, Job, CronJob, Service, Secret, ConfigMap, Ingress. Its words and examples serve the other sets too.
import { a, type Bases, type Examples, type Fields, type ObjectSet, type Words } from './set';

/** What is worth trying in certain fields, by their name. */
const words: Words = {
  'controller.kubernetes.io/pod-deletion-cost': [
    '0',
    '-0',
    '-05',
    '+5',
    '05',
    '',
    '2147483647',
    '2147483648',
    '-2147483648',
    '1.0',
    '9'.repeat(10),
  ],
  'container.apparmor.security.beta.kubernetes.io/web': [
    'runtime/default',
    'unconfined',
    'localhost/a',
    'localhost/',
    '',
    'other',
  ],
  'seccomp.security.alpha.kubernetes.io/pod': [
    'runtime/default',
    'docker/default',
    'unconfined',
    'localhost/a',
    'localhost//a',
    'localhost/..',
    '',
    'x',
  ],
  'container.seccomp.security.alpha.kubernetes.io/web': [
    'runtime/default',
    'docker/default',
    'unconfined',
    'localhost/a',
    'x',
  ],
  'scheduler.alpha.kubernetes.io/tolerations': [
    '',
    '[]',
    '[{}]',
    '[{"key":"a"}]',
    '[{"Key":"a"}]',
    '{',
    'null',
    '{}',
    '[{"operator":"Exists","tolerationSeconds":5}]',
    '[{"key":5}]',
    '[{"x":1,"key":"a"}]',
    '[null]',
  ],
  'kubernetes.io/ingress.class': ['nginx', 'b', ''],
  'service.beta.kubernetes.io/load-balancer-source-ranges': [
    '10.0.0.0/8',
    '10.0.0.0/8, 1.2.3.4/32',
    '10.0.0.1/8',
    'x',
    '',
    ' ',
  ],
  'kubernetes.io/service-account.name': ['', 'a'],
  imagePullPolicy: ['Always', 'IfNotPresent', 'Never', '', 'Sometimes'],
  terminationMessagePolicy: ['File', 'FallbackToLogsOnError', ''],
  protocol: ['TCP', 'UDP', 'SCTP', '', 'HTTP'],
  appProtocol: ['http', 'kubernetes.io/h2c', 'a b', ''],
  scheme: ['HTTP', 'HTTPS', '', 'FTP'],
  restartPolicy: ['Always', 'OnFailure', 'Never', '', 'Sometimes'],
  dnsPolicy: ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None', ''],
  operator: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt', 'Equal', ''],
  effect: ['NoSchedule', 'PreferNoSchedule', 'NoExecute', '', 'Never'],
  whenUnsatisfiable: ['DoNotSchedule', 'ScheduleAnyway', ''],
  nodeAffinityPolicy: ['Honor', 'Ignore', ''],
  nodeTaintsPolicy: ['Honor', 'Ignore', ''],
  preemptionPolicy: ['Never', 'PreemptLowerPriority', ''],
  fsGroupChangePolicy: ['Always', 'OnRootMismatch', ''],
  mountPropagation: ['None', 'HostToContainer', 'Bidirectional', ''],
  topologyKey: ['zone', 'kubernetes.io/hostname', '', 'a b', 'a/b/c'],
  fieldPath: [
    'metadata.name',
    'metadata.labels',
    "metadata.labels['a']",
    "metadata.annotations['A/B']",
    "metadata.labels['']",
    'spec.nodeName',
    'spec.host',
    'status.hostIPs',
    'status.podIP',
    'spec.restartPolicy',
    "spec['a']",
    '',
  ],
  resource: [
    'limits.cpu',
    'limits.memory',
    'requests.cpu',
    'requests.ephemeral-storage',
    'limits.hugepages-2Mi',
    'limits.pods',
    'cpu',
    '',
  ],
  divisor: ['1', '1m', '0', '1k', '1Ki', '1Mi', '1024Ki', '1000m', '1e3', '2', 1, ''],
  containerName: ['web', 'init', 'other', ''],
  apiVersion: ['v1', 'v2', ''],
  serviceAccountName: ['builder', 'Builder', '', 'a.b'],
  priorityClassName: ['high', 'High', ''],
  runtimeClassName: ['gvisor', '', 'Gvisor'],
  nodeName: ['node', 'a.b', '', 'Node'],
  medium: ['', 'Memory', 'HugePages', 'Disk'],
  mountPath: ['/a', '/cache', '/init', '', 'a/b', '/a:b', '/a/../b'],
  subPath: ['a', '/a', '../a', '..a', ''],
  subPathExpr: ['$(A)', '/a', '../a', ''],
  name: ['web', 'init', 'cache', 'data', 'http', 'a', 'A', '', '1a', 'a.b', a(63), a(64), 'cpu', 'API_KEY'],
  key: ['a', 'zone', 'a.b/c', 'metadata.name', '', 'a b', '..a', '.env'],
  path: ['/', '/a', 'a', 'a/b', '', '..a', '/a//b', '/a/..', '/a/./b', '/a%2Fb', '/a/../b', 'b'],
  host: ['a.example.com', '*.example.com', '1.2.3.4', 'A.com', 'localhost', 'a.com:80', '*', 'a_b', 'a.', ''],
  pathType: ['Exact', 'Prefix', 'ImplementationSpecific', '', 'Regex'],
  schedule: [
    '0 3 * * *',
    '@daily',
    '@every 1h30m',
    '0 0 * * 7',
    '* * * * * *',
    '',
    '*/5 * * * mon-fri',
    'TZ=UTC 0 0 * * *',
    'CRON_TZ=Europe/Paris 0 0 * * *',
    'TZ=Mars/X 0 0 * * *',
    '@reboot',
    '1,,2 * * * *',
    '5-1 * * * *',
    '60 * * * *',
    '* * * * SUN',
    '0 0 L * *',
    '@every 1d',
  ],
  timeZone: ['Europe/Paris', 'europe/paris', 'UTC', 'utc', 'Local', '', 'EST', 'PST', 'Etc/GMT+5', 'UTC+1'],
  concurrencyPolicy: ['Allow', 'Forbid', 'Replace', '', 'Never'],
  completionMode: ['NonIndexed', 'Indexed', ''],
  action: ['Ignore', 'Count', 'FailJob', 'FailIndex', 'Fail', ''],
  status: ['True', 'False', 'Unknown', 'true', ''],
  type: [
    'RollingUpdate',
    'Recreate',
    'ClusterIP',
    'NodePort',
    'LoadBalancer',
    'ExternalName',
    'Opaque',
    'kubernetes.io/tls',
    'kubernetes.io/basic-auth',
    'kubernetes.io/ssh-auth',
    'kubernetes.io/dockerconfigjson',
    'kubernetes.io/dockercfg',
    'kubernetes.io/service-account-token',
    'RuntimeDefault',
    'Localhost',
    'Unconfined',
    'Directory',
    'DirectoryOrCreate',
    'Socket',
    '',
  ],
  localhostProfile: ['profiles/a', '/a', '../a', ''],
  procMount: ['Default', 'Unmasked', '', 'x'],
  clusterIP: ['None', '', '10.96.0.77', '1.2.3', 'none'],
  clusterIPs: ['None', '', '10.96.0.77', '::1'],
  ipFamilies: ['IPv4', 'IPv6', 'ipv4'],
  ipFamilyPolicy: ['SingleStack', 'PreferDualStack', 'RequireDualStack', ''],
  externalIPs: ['1.2.3.4', '127.0.0.1', '0.0.0.0', '169.254.1.1', '224.0.0.1', 'a', '::1', 'FD00::1', '010.1.1.1'],
  externalName: ['a.example.com', 'a.example.com.', '1.2.3.4', 'A.com', ''],
  externalTrafficPolicy: ['Cluster', 'Local', '', 'local'],
  internalTrafficPolicy: ['Cluster', 'Local', ''],
  loadBalancerIP: ['1.2.3.4', 'x', '', 'FD00::1', '010.1.1.1'],
  loadBalancerSourceRanges: [
    '10.0.0.0/8',
    '10.0.0.1',
    'x',
    ' 10.0.0.0/8 ',
    'FD00::/8',
    ' FD00::/8',
    '10.0.0.1/8',
    '010.0.0.0/8',
  ],
  loadBalancerClass: ['a.b/c', 'a b', '', 'x'],
  sessionAffinity: ['None', 'ClientIP', '', 'clientip'],
  ingressClassName: ['nginx', '', 'Nginx'],
  secretName: ['tls', 'Bad_Name', '', 'a.b'],
  finalizers: ['kubernetes', 'orphan', 'foregroundDeletion', 'a.b/c', 'foo', ''],
  namespace: ['default', 'a.b', 'A', '', a(63), a(64)],
  generateName: ['web-', 'Web-', ''],
  resourceVersion: ['', '1'],
  whenDeleted: ['Retain'],
  volumeMode: ['Filesystem', 'Block', ''],
  accessModes: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod', 'x'],
  kind: ['Shared', 'Dedicated', 'Managed', 'PersistentVolumeClaim', 'VolumeSnapshot', ''],
  cachingMode: ['None', 'ReadOnly', 'ReadWrite', ''],
  iqn: ['iqn.2001-04.com.example:storage', 'eui.0123456789abcdef', 'iqn.x', 'naa.1', ''],
  registry: ['a:1', 'a', 'a:1,b:2', 'a:1,', '[::1]:1', '::1:1', ''],
  runAsUserName: ['ContainerUser', 'a\\b', 'a\\b\\c', 'a/b', '', '. '],
  ip: ['1.2.3.4', '::1', 'a', '', 'FD00::1', '010.1.1.1', '::ffff:1.2.3.4'],
  hostIP: ['1.2.3.4', 'nonsense', ''],
  nameservers: ['1.1.1.1', 'a', '::1', 'FD00::1', '010.1.1.1'],
  searches: ['a.b', 'a.b.', 'A', '.', ''],
  value: ['', 'x', 'a b', a(63), a(64)],
  data: ['', 'YQ==', 'x', 'e30='],
  stringData: ['', 'x', '{}', '[]', '{"auths":{}}'],
};

const probe = (): Fields => ({
  httpGet: { path: '/', port: 'http', httpHeaders: [{ name: 'X-A', value: 'b' }] },
  periodSeconds: 5,
});

/** Valid objects of some types, for lists and fields that are new to the object. */
const examples: Examples = {
  Container: [
    { name: 'side', image: 'b', ports: [{ containerPort: 90, hostPort: 90 }] },
    { name: 'other', image: 'b', volumeMounts: [{ name: 'cache', mountPath: '/a' }] },
  ],
  ContainerPort: [
    { containerPort: 81 },
    { containerPort: 80, name: 'http' },
    { containerPort: 53, protocol: 'UDP', hostPort: 8080 },
  ],
  EnvVar: [
    { name: 'X', value: 'y' },
    { name: 'X', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'A', value: '' },
  ],
  EnvVarSource: [
    { configMapKeyRef: { name: 'a', key: 'b' } },
    { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } },
    { secretKeyRef: { name: 'a', key: 'b' } },
  ],
  EnvFromSource: [{ secretRef: { name: 'a' }, prefix: 'A_' }, { configMapRef: { name: 'a-' } }],
  Probe: [
    probe(),
    { exec: { command: ['a'] } },
    { tcpSocket: { port: 80 } },
    { grpc: { port: 80 }, successThreshold: 1 },
  ],
  Lifecycle: [{ preStop: { exec: { command: ['a'] } } }, {}],
  LifecycleHandler: [
    { exec: { command: ['a'] } },
    { tcpSocket: { port: 80 } },
    {},
    { sleep: { seconds: 1 } },
    { sleep: {} },
  ],
  VolumeMount: [
    { name: 'cache', mountPath: '/x' },
    { name: 'data', mountPath: '/cache' },
  ],
  VolumeDevice: [
    { name: 'claim', devicePath: '/dev/a' },
    { name: 'cache', devicePath: '/dev/b' },
  ],
  Volume: [
    { name: 'v', configMap: { name: 'a', items: [{ key: 'a', path: 'b', mode: 420 }] } },
    { name: 'v', secret: { secretName: 'a', defaultMode: 256 } },
    { name: 'v', persistentVolumeClaim: { claimName: 'a' } },
    { name: 'v', hostPath: { path: '/a', type: 'Directory' } },
    { name: 'v', nfs: { server: 'a', path: '/b' } },
    { name: 'cache', emptyDir: { sizeLimit: '1Gi' } },
    { name: 'v', csi: { driver: 'a.b' } },
    { name: 'v', iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:storage', lun: 0 } },
    { name: 'v', azureDisk: { diskName: 'a', diskURI: 'https://a' } },
    { name: 'v', fc: { targetWWNs: ['a'], lun: 1 } },
    { name: 'v', rbd: { monitors: ['a'], image: 'b' } },
    { name: 'v', flexVolume: { driver: 'a', options: { 'a.b/c': 'd' } } },
    { name: 'v', quobyte: { registry: 'a:1', volume: 'v' } },
    { name: 'v', storageos: { volumeName: 'a' } },
    { name: 'v', gcePersistentDisk: { pdName: 'a' } },
    { name: 'v', scaleIO: { gateway: 'a', system: 'b', secretRef: { name: 'c' }, volumeName: 'd' } },
    { name: 'v', cephfs: { monitors: ['a'] } },
    { name: 'v', gitRepo: { repository: 'a', directory: 'b' } },
  ],
  VolumeProjection: [
    { secret: { name: 'a', items: [{ key: 'a', path: 'x' }] } },
    { serviceAccountToken: { path: 'token' } },
    { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
  ],
  Toleration: [
    { operator: 'Exists' },
    { key: 'a', value: 'b', effect: 'NoSchedule' },
    { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 },
  ],
  TopologySpreadConstraint: [
    {
      maxSkew: 1,
      topologyKey: 'zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { app: 'web' } },
    },
  ],
  NodeSelectorRequirement: [
    { key: 'a', operator: 'In', values: ['b'] },
    { key: 'a', operator: 'Exists' },
  ],
  NodeSelectorTerm: [
    { matchExpressions: [{ key: 'a', operator: 'Exists' }] },
    {},
    { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] },
  ],
  PodAffinityTerm: [{ topologyKey: 'zone', labelSelector: { matchLabels: { a: 'b' } } }],
  LabelSelector: [{ matchLabels: { app: 'web' } }, { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, {}],
  LabelSelectorRequirement: [
    { key: 'app', operator: 'In', values: ['web'] },
    { key: 'a', operator: 'DoesNotExist' },
    { key: 'a', operator: 'Exists' },
  ],
  HostAlias: [{ ip: '1.2.3.4', hostnames: ['a.b'] }],
  PodDNSConfig: [{ nameservers: ['1.1.1.1'], searches: ['a.b'], options: [{ name: 'ndots', value: '2' }] }],
  SeccompProfile: [{ type: 'RuntimeDefault' }, { type: 'Localhost', localhostProfile: 'a' }],
  SecurityContext: [
    { privileged: true },
    { allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } },
    { windowsOptions: { hostProcess: true } },
  ],
  PodOS: [{ name: 'linux' }, { name: 'windows' }],
  PodFailurePolicy: [{ rules: [{ action: 'Count', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }] }],
  PodFailurePolicyRule: [
    { action: 'FailJob', onExitCodes: { containerName: 'web', operator: 'In', values: [1, 2] } },
    { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
  ],
  PodFailurePolicyOnExitCodesRequirement: [
    { operator: 'NotIn', values: [0] },
    { operator: 'In', values: [2, 1] },
  ],
  ServicePort: [
    { port: 81, name: 'b' },
    { port: 80, protocol: 'UDP', name: 'c' },
    { port: 443, targetPort: 'https', nodePort: 30001, name: 'd' },
  ],
  IngressRule: [
    { host: 'b.example.com' },
    {
      http: { paths: [{ pathType: 'Prefix', path: '/', backend: { service: { name: 'a', port: { name: 'http' } } } }] },
    },
  ],
  HTTPIngressPath: [{ path: '/x', pathType: 'Exact', backend: { service: { name: 'a', port: { number: 1 } } } }],
  IngressBackend: [
    { service: { name: 'a', port: { number: 80 } } },
    { resource: { apiGroup: 'a.b', kind: 'Bucket', name: 'x' } },
  ],
  IngressTLS: [{ hosts: ['a.example.com'], secretName: 'tls' }, {}],
  OwnerReference: [
    { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b' },
    { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'a', uid: 'b', controller: true },
  ],
  PersistentVolumeClaimTemplate: [
    { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
  ],
  RollingUpdateDeployment: [
    { maxSurge: 1, maxUnavailable: 0 },
    { maxSurge: '0%', maxUnavailable: '25%' },
  ],
  DeploymentStrategy: [
    { type: 'Recreate' },
    { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
  ],
  ResourceRequirements: [
    { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m' } },
    { limits: { 'nvidia.com/gpu': 1, 'hugepages-2Mi': '4Mi', cpu: 1 }, requests: { 'hugepages-2Mi': '4Mi' } },
  ],
};

const podSpec = (restartPolicy?: string): Fields => ({
  ...(restartPolicy === undefined ? {} : { restartPolicy }),
  containers: [
    {
      name: 'web',
      image: 'nginx:1',
      command: ['a'],
      args: ['b', 'c'],
      env: [
        { name: 'A', value: 'b' },
        { name: 'B', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } },
        { name: 'C', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        { name: 'D', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
      ],
      envFrom: [{ configMapRef: { name: 'a' } }],
      ports: [
        { containerPort: 80, name: 'http' },
        { containerPort: 81, hostPort: 81, hostIP: '1.2.3.4' },
      ],
      resources: {
        limits: { cpu: '1', memory: '1Gi', 'a.com/b': 2 },
        requests: { cpu: '500m', memory: '1G', 'a.com/b': '2' },
      },
      livenessProbe: probe(),
      readinessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 },
      startupProbe: { grpc: { port: 80 }, failureThreshold: 30 },
      lifecycle: { preStop: { exec: { command: ['sleep', '5'] } }, postStart: { httpGet: { port: 80 } } },
      volumeMounts: [
        { name: 'cache', mountPath: '/cache' },
        { name: 'data', mountPath: '/data', subPath: 'a', readOnly: true },
      ],
      volumeDevices: [{ name: 'block', devicePath: '/dev/x' }],
      securityContext: {
        runAsUser: 1000,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        seccompProfile: { type: 'RuntimeDefault' },
      },
      imagePullPolicy: 'Always',
      terminationMessagePolicy: 'File',
    },
  ],
  initContainers: [
    {
      name: 'init',
      image: 'busybox',
      env: [{ name: 'A', value: 'b' }],
      volumeMounts: [{ name: 'cache', mountPath: '/init' }],
    },
  ],
  volumes: [
    { name: 'cache', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
    { name: 'data', configMap: { name: 'a', defaultMode: 420, items: [{ key: 'a', path: 'b' }] } },
    { name: 'claim', persistentVolumeClaim: { claimName: 'a' } },
    {
      name: 'block',
      ephemeral: {
        volumeClaimTemplate: {
          metadata: { labels: { a: 'b' } },
          spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Block', resources: { requests: { storage: '1Gi' } } },
        },
      },
    },
    {
      name: 'all',
      projected: {
        sources: [
          { secret: { name: 'a', items: [{ key: 'a', path: 'a' }] } },
          { configMap: { name: 'a', items: [{ key: 'a', path: 'b' }] } },
          {
            downwardAPI: {
              items: [
                { path: 'c', fieldRef: { fieldPath: 'metadata.labels' } },
                { path: 'd', resourceFieldRef: { containerName: 'web', resource: 'limits.cpu' } },
              ],
            },
          },
          { serviceAccountToken: { path: 'token', expirationSeconds: 600, audience: 'a' } },
        ],
      },
    },
  ],
  nodeSelector: { a: 'b' },
  tolerations: [{ key: 'a', operator: 'Equal', value: 'b', effect: 'NoSchedule' }],
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }],
      },
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 1, preference: { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] } },
      ],
    },
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'zone', labelSelector: { matchLabels: { a: 'b' } }, namespaces: ['a'] },
      ],
    },
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 100, podAffinityTerm: { topologyKey: 'zone', namespaceSelector: {} } },
      ],
    },
  },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'zone',
      whenUnsatisfiable: 'DoNotSchedule',
      minDomains: 2,
      matchLabelKeys: ['b'],
      labelSelector: { matchLabels: { app: 'web' } },
    },
  ],
  securityContext: {
    runAsNonRoot: true,
    fsGroup: 1000,
    supplementalGroups: [1, 2],
    sysctls: [{ name: 'net.core.somaxconn', value: '1' }],
    fsGroupChangePolicy: 'OnRootMismatch',
  },
  serviceAccountName: 'builder',
  hostAliases: [{ ip: '1.2.3.4', hostnames: ['a.b'] }],
  dnsConfig: { nameservers: ['1.1.1.1'], searches: ['a.b'], options: [{ name: 'ndots' }] },
  imagePullSecrets: [{ name: 'a' }],
  terminationGracePeriodSeconds: 5,
  readinessGates: [{ conditionType: 'a.b/c' }],
  schedulingGates: [{ name: 'a.b/c' }],
});

export const wholeTemplate = (restartPolicy?: string): Fields => ({
  metadata: { labels: { app: 'web', tier: 'x' }, annotations: { 'Example.com/A': 'b' } },
  spec: podSpec(restartPolicy),
});

export const smallTemplate = (restartPolicy?: string): Fields => ({
  metadata: { labels: { app: 'web' } },
  spec: { ...(restartPolicy === undefined ? {} : { restartPolicy }), containers: [{ name: 'web', image: 'a' }] },
});

const job = (name: string, spec: Fields): Fields => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name }, spec });
const deployment = (spec: Fields): Fields => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'web',
    namespace: 'default',
    labels: { app: 'web' },
    annotations: { 'a.b/c': 'd' },
    finalizers: ['a.b/c'],
  },
  spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
});
const cronJob = (spec: Fields, jobSpec: Fields): Fields => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'web' },
  spec: { schedule: '0 3 * * *', ...spec, jobTemplate: { spec: jobSpec } },
});
const service = (spec: Fields, metadata: Fields = {}): Fields => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', ...metadata },
  spec,
});
const secret = (fields: Fields, metadata: Fields = {}): Fields => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'web', ...metadata },
  ...fields,
});
const ingress = (spec: Fields): Fields => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web', annotations: { 'a/b': 'c' } },
  spec,
});

const backend = { service: { name: 'web', port: { number: 80 } } };
const failurePolicy = {
  rules: [
    { action: 'FailJob', onExitCodes: { containerName: 'web', operator: 'In', values: [1, 2] } },
    { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
  ],
};

/** Valid objects of each kind. */
const bases: Bases = {
  Deployment: [
    () =>
      deployment({
        replicas: 2,
        minReadySeconds: 5,
        progressDeadlineSeconds: 60,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
        template: wholeTemplate(),
      }),
    () => deployment({ strategy: { type: 'Recreate' }, template: smallTemplate() }),
    () =>
      deployment({
        selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] },
        template: smallTemplate(),
      }),
  ],
  Job: [
    () =>
      job('web', {
        parallelism: 2,
        completions: 3,
        completionMode: 'Indexed',
        backoffLimit: 1,
        activeDeadlineSeconds: 60,
        ttlSecondsAfterFinished: 5,
        podFailurePolicy: structuredClone(failurePolicy),
        template: wholeTemplate('Never'),
      }),
    () => job('web', { template: smallTemplate('OnFailure') }),
    () =>
      job('web', { manualSelector: true, selector: { matchLabels: { app: 'web' } }, template: smallTemplate('Never') }),
    () => job(a(60), { completions: 11, completionMode: 'Indexed', parallelism: 1, template: smallTemplate('Never') }),
  ],
  CronJob: [
    () =>
      cronJob(
        {
          timeZone: 'Europe/Paris',
          concurrencyPolicy: 'Forbid',
          startingDeadlineSeconds: 5,
          successfulJobsHistoryLimit: 1,
          failedJobsHistoryLimit: 1,
          suspend: false,
        },
        { backoffLimit: 1, template: wholeTemplate('Never') },
      ),
    () =>
      cronJob(
        {},
        {
          completionMode: 'Indexed',
          completions: 2,
          podFailurePolicy: structuredClone(failurePolicy),
          template: smallTemplate('Never'),
        },
      ),
  ],
  Service: [
    () =>
      service({
        selector: { app: 'web' },
        ports: [
          { port: 80, name: 'a', targetPort: 'http', protocol: 'TCP' },
          { port: 443, name: 'b', targetPort: 8443, appProtocol: 'https' },
        ],
        sessionAffinity: 'ClientIP',
        sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } },
      }),
    () =>
      service({
        type: 'NodePort',
        selector: { app: 'web' },
        ports: [{ port: 80, nodePort: 30080 }],
        externalTrafficPolicy: 'Local',
      }),
    () =>
      service({
        type: 'LoadBalancer',
        selector: { app: 'web' },
        ports: [
          { port: 80, nodePort: 30080, name: 'a' },
          { port: 80, protocol: 'UDP', nodePort: 30081, name: 'b' },
        ],
        loadBalancerSourceRanges: ['10.0.0.0/8'],
        loadBalancerClass: 'a.b/c',
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 30090,
      }),
    () => service({ type: 'ExternalName', externalName: 'a.example.com' }),
    () => service({ clusterIP: 'None', selector: { app: 'web' } }),
    () => service({ ports: [{ port: 80 }] }),
  ],
  Secret: [
    () => secret({ data: { a: 'YQ==', b: '' }, stringData: { c: 'd' }, immutable: true }),
    () => secret({ type: 'kubernetes.io/tls', data: { 'tls.crt': '', 'tls.key': '' } }),
    () => secret({ type: 'kubernetes.io/basic-auth', stringData: { username: 'a' } }),
    () => secret({ type: 'kubernetes.io/ssh-auth', stringData: { 'ssh-privatekey': 'a' } }),
    () => secret({ type: 'kubernetes.io/dockerconfigjson', stringData: { '.dockerconfigjson': '{}' } }),
    () =>
      secret(
        { type: 'kubernetes.io/service-account-token' },
        { annotations: { 'kubernetes.io/service-account.name': 'a' } },
      ),
  ],
  ConfigMap: [
    () => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'web', labels: { a: 'b' } },
      data: { a: 'b' },
      binaryData: { c: 'YQ==' },
      immutable: false,
    }),
  ],
  Ingress: [
    () =>
      ingress({
        ingressClassName: 'nginx',
        defaultBackend: structuredClone(backend),
        rules: [
          {
            host: 'a.example.com',
            http: {
              paths: [
                { path: '/', pathType: 'Prefix', backend: structuredClone(backend) },
                {
                  path: '/x',
                  pathType: 'Exact',
                  backend: { resource: { apiGroup: 'a.b', kind: 'Bucket', name: 'x' } },
                },
              ],
            },
          },
        ],
        tls: [{ hosts: ['a.example.com'], secretName: 'tls' }],
      }),
    () =>
      ingress({
        rules: [
          {
            host: '*.example.com',
            http: {
              paths: [
                { pathType: 'ImplementationSpecific', backend: { service: { name: 'web', port: { name: 'http' } } } },
              ],
            },
          },
        ],
      }),
  ],
};

export const workload: ObjectSet = { bases, words, examples };
