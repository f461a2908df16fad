// Pod, PodTemplate, ReplicationController, Binding; the rest of apps.
import { a, type Case, fieldOf, label1123, subdomain } from './case';
import { podParts } from './pod-parts';

const spec = (): object => ({
  containers: [
    { name: 'web', image: 'nginx' },
    { name: 'side', image: 'nginx' },
  ],
  initContainers: [{ name: 'init', image: 'busybox' }],
  volumes: [{ name: 'cache', emptyDir: {} }],
});
const template = (): object => ({ metadata: { labels: { app: 'web' } }, spec: spec() });
const made = (apiVersion: string, kind: string, fields: object): object => ({
  apiVersion,
  kind,
  metadata: { name: 'sample' },
  ...fields,
});
const apps = (kind: string) => (): object =>
  made('apps/v1', kind, { spec: { selector: { matchLabels: { app: 'web' } }, template: template() } });

const statefulSet = apps('StatefulSet');
const daemonSet = apps('DaemonSet');
const replicaSet = apps('ReplicaSet');
const pod = (): object => made('v1', 'Pod', { spec: spec() });
const podTemplate = (): object => made('v1', 'PodTemplate', { template: template() });
const controller = (): object =>
  made('v1', 'ReplicationController', { spec: { selector: { app: 'web' }, template: template() } });
const revision = (): object => made('apps/v1', 'ControllerRevision', { revision: 1, data: {} });
const binding = (): object => made('v1', 'Binding', { target: { kind: 'Node', name: 'node' } });

const notNegative = { takes: [undefined, 0, 1, 2 ** 31 - 1], refuses: [-1, 2 ** 31, '1', 1.5] };
const claim = (name: string, more: object = {}): object => ({
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...more },
});
const mount = (name: string): object => ({ name: 'web', image: 'nginx', volumeMounts: [{ name, mountPath: '/a' }] });
const LONGEST = a(253);

/** What every controller of pods that go on asks of them. */
const running = (kind: () => object): Case[] => [
  ...fieldOf(kind, 'spec.template.spec.restartPolicy', {
    takes: [undefined, '', 'Always'],
    refuses: ['OnFailure', 'Never', 'always'],
  }),
  ...fieldOf(kind, 'spec.template.spec.activeDeadlineSeconds', { takes: [undefined], refuses: [0, 5] }),
  ...fieldOf(kind, 'spec.template.metadata.labels', {
    takes: [{ app: 'web' }, { app: 'web', b: '' }],
    refuses: [undefined, {}, { app: 'wbe' }, { app: 'web', 'a b': 'c' }],
  }),
];

const selecting = (kind: () => object): Case[] =>
  fieldOf(kind, 'spec.selector', {
    takes: [{ matchLabels: { app: 'web' } }, { matchExpressions: [{ key: 'app', operator: 'Exists' }] }],
    refuses: [
      undefined,
      {},
      { matchLabels: {} },
      { matchLabels: { app: 'a b' } },
      { matchLabels: { app: 'web', tier: 'a' } },
      { matchExpressions: [{ key: 'app', operator: 'In' }] },
      { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
    ],
  });

export const pods: readonly Case[] = [
  // StatefulSet
  ...fieldOf(statefulSet, 'metadata.name', label1123),
  ...running(statefulSet),
  ...selecting(statefulSet),
  ...fieldOf(statefulSet, 'spec.replicas', notNegative),
  ...fieldOf(statefulSet, 'spec.minReadySeconds', notNegative),
  ...fieldOf(statefulSet, 'spec.ordinals', { takes: [undefined, {}, { start: 5 }], refuses: [{ start: -1 }] }),
  ...fieldOf(statefulSet, 'spec.revisionHistoryLimit', { takes: [undefined, 0, -1], refuses: ['1'] }),
  ...fieldOf(statefulSet, 'spec.podManagementPolicy', {
    takes: [undefined, '', 'OrderedReady', 'Parallel'],
    refuses: ['parallel', 'Ordered'],
  }),
  ...fieldOf(statefulSet, 'spec.serviceName', { takes: [undefined, '', 'web', '1web', 'Web', 'a.b'] }),
  ...fieldOf(statefulSet, 'spec.serviceName', { takes: ['', a(63)], refuses: ['Web', 'a.b', a(64)] }, '1.36'),
  ...fieldOf(statefulSet, 'spec.persistentVolumeClaimRetentionPolicy', {
    takes: [undefined, {}, { whenDeleted: 'Delete', whenScaled: 'Retain' }, { whenDeleted: '' }],
    refuses: [{ whenDeleted: 'Keep' }, { whenScaled: 'delete' }],
  }),
  ...fieldOf(statefulSet, 'spec.updateStrategy', {
    takes: [
      undefined,
      {},
      { type: '' },
      { type: 'OnDelete' },
      { type: 'RollingUpdate' },
      { rollingUpdate: { partition: 0 } },
      { type: 'RollingUpdate', rollingUpdate: {} },
    ],
    refuses: [
      { type: 'Recreate' },
      { type: 'OnDelete', rollingUpdate: {} },
      { rollingUpdate: { partition: -1 } },
      { type: 'RollingUpdate', rollingUpdate: { partition: -1 } },
    ],
  }),
  // Dropped wherever its gate is off.
  ...fieldOf(statefulSet, 'spec.updateStrategy.rollingUpdate', {
    takes: [{ maxUnavailable: 0 }, { maxUnavailable: '101%' }, { maxUnavailable: 'x' }],
  }),
  // What is wrong with the pods and the claims is for later until 1.33.
  ...fieldOf(statefulSet, 'spec.template.spec.containers[0].image', { takes: [undefined, '', ' a'] }),
  ...fieldOf(statefulSet, 'spec.template.spec.containers', { takes: [undefined, []] }),
  ...fieldOf(
    statefulSet,
    'spec.template.spec.containers',
    { takes: [[{ name: 'a', image: 'b' }]], refuses: [[]] },
    '1.36',
  ),
  ...fieldOf(statefulSet, 'spec.template.spec.hostname', { takes: ['A', 'a.b'] }),
  ...fieldOf(statefulSet, 'spec.template.spec.subdomain', { takes: ['A', 'a.b'] }, '1.36'),
  ...fieldOf(statefulSet, 'spec.template.spec.containers[0]', { takes: [mount('store')] }),
  ...fieldOf(
    statefulSet,
    'spec.template.spec.containers[0]',
    { takes: [mount('cache')], refuses: [mount('store')] },
    '1.36',
  ),
  ...fieldOf(statefulSet, 'spec.template.metadata.annotations', {
    takes: [
      { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' },
      { 'controller.kubernetes.io/pod-deletion-cost': '5' },
    ],
    refuses: [
      { 'a b': 'c' },
      { 'container.apparmor.security.beta.kubernetes.io/wbe': 'unconfined' },
      { 'controller.kubernetes.io/pod-deletion-cost': 'x' },
    ],
  }),
  ...fieldOf(statefulSet, 'spec.volumeClaimTemplates', {
    takes: [[claim('store')], [claim('A')], [{}], [claim('cache'), claim('cache')], [claim('a', { accessModes: [] })]],
  }),
  ...fieldOf(
    statefulSet,
    'spec.volumeClaimTemplates',
    {
      takes: [[claim('store')], [claim('cache')], [claim('a'), claim('a')], [{ ...claim('a'), status: {} }]],
      refuses: [
        [{}],
        [claim('A')],
        [claim('a.b')],
        [claim('a', { accessModes: [] })],
        [claim('a', { accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] })],
        [claim('a', { resources: {} })],
        [claim('a', { resources: { requests: { storage: 0 } } })],
        [claim('a', { storageClassName: 'A' })],
        [claim('a', { volumeMode: 'block' })],
      ],
    },
    '1.36',
  ),

  // DaemonSet
  ...fieldOf(daemonSet, 'metadata.name', subdomain),
  ...fieldOf(daemonSet, 'metadata.annotations["deprecated.daemonset.template.generation"]', {
    takes: ['0', '-1', '+5', '007', '9223372036854775807', '-9223372036854775808'],
    refuses: ['', 'x', '1.0', ' 1', '1_0', '9223372036854775808'],
  }),
  ...running(daemonSet),
  ...selecting(daemonSet),
  ...fieldOf(daemonSet, 'spec.minReadySeconds', notNegative),
  ...fieldOf(daemonSet, 'spec.revisionHistoryLimit', notNegative),
  ...fieldOf(daemonSet, 'spec.updateStrategy', {
    takes: [
      undefined,
      {},
      { type: 'OnDelete', rollingUpdate: { maxSurge: 'x' } },
      { rollingUpdate: { maxUnavailable: '100%' } },
      { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      { rollingUpdate: { maxSurge: '1%', maxUnavailable: '0%' } },
      { rollingUpdate: { maxSurge: 0 } },
    ],
    refuses: [
      { type: 'Recreate' },
      { rollingUpdate: { maxSurge: 1 } },
      { rollingUpdate: { maxUnavailable: 0 } },
      { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } },
      { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
      { rollingUpdate: { maxSurge: '101%', maxUnavailable: 0 } },
      { rollingUpdate: { maxUnavailable: '101%' } },
      { rollingUpdate: { maxUnavailable: -1 } },
      { rollingUpdate: { maxUnavailable: 'x' } },
    ],
  }),
  ...fieldOf(daemonSet, 'spec.template.spec.volumes', {
    takes: [[{ name: 'a', gcePersistentDisk: { pdName: 'a', readOnly: true } }]],
    refuses: [[{ name: 'a', gcePersistentDisk: { pdName: 'a' } }]],
  }),

  // ReplicaSet
  ...fieldOf(replicaSet, 'metadata.name', subdomain),
  ...running(replicaSet),
  ...selecting(replicaSet),
  ...fieldOf(replicaSet, 'spec.replicas', notNegative),
  ...fieldOf(replicaSet, 'spec.minReadySeconds', notNegative),

  // Pod
  ...fieldOf(pod, 'metadata.name', subdomain),
  ...fieldOf(pod, 'spec.restartPolicy', { takes: [undefined, '', 'Never'], refuses: ['x'] }),
  ...fieldOf(pod, 'spec.activeDeadlineSeconds', { takes: [1], refuses: [0] }),
  ...fieldOf(pod, 'spec.containers[0].image', { takes: ['a', 'a b'], refuses: [' a', 'a\n', ' ', ''] }),
  ...fieldOf(pod, 'spec.initContainers[0].image', { takes: ['a'], refuses: ['a '] }),
  ...fieldOf(pod, 'spec.ephemeralContainers', {
    takes: [undefined, []],
    refuses: [[{ name: 'debug', image: 'a' }]],
  }),
  ...fieldOf(pod, 'spec', {
    takes: [
      { ...spec(), nodeName: 'node' },
      { ...spec(), schedulingGates: [{ name: 'a' }] },
      {
        ...spec(),
        serviceAccountName: 'a',
        volumes: [{ name: 'a', projected: { sources: [{ serviceAccountToken: { path: 'a' } }] } }],
      },
    ],
    refuses: [{ ...spec(), nodeName: 'node', schedulingGates: [{ name: 'a' }] }],
  }),
  ...fieldOf(pod, 'spec.volumes', {
    takes: [
      [{ name: 'a', ephemeral: { volumeClaimTemplate: { spec: (claim('') as { spec: object }).spec } } }],
      [{ name: 'a', persistentVolumeClaim: { claimName: 'sample-a' } }],
    ],
    refuses: [
      [
        { name: 'b', persistentVolumeClaim: { claimName: 'sample-a' } },
        { name: 'a', ephemeral: { volumeClaimTemplate: { spec: (claim('') as { spec: object }).spec } } },
      ],
    ],
  }),
  ...fieldOf(() => ({ ...pod(), metadata: { name: a(250) } }), 'spec.volumes', {
    takes: [[{ name: 'ab', ephemeral: { volumeClaimTemplate: { spec: (claim('') as { spec: object }).spec } } }]],
    refuses: [[{ name: 'abc', ephemeral: { volumeClaimTemplate: { spec: (claim('') as { spec: object }).spec } } }]],
  }),
  ...fieldOf(
    pod,
    'spec.volumes',
    { takes: [[{ name: 'a', image: { reference: 'a' } }]], refuses: [[{ name: 'a', image: {} }]] },
    '1.36',
  ),
  // With the network of the host, every port is one of the node.
  ...fieldOf(() => made('v1', 'Pod', { spec: { ...spec(), hostNetwork: true } }), 'spec.containers', {
    takes: [
      [{ name: 'a', image: 'b', ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }] }],
      [{ name: 'a', image: 'b', ports: [{ containerPort: 80, hostPort: 80 }] }],
    ],
    refuses: [
      [{ name: 'a', image: 'b', ports: [{ containerPort: 80, hostPort: 81 }] }],
      [{ name: 'a', image: 'b', ports: [{ containerPort: 80 }, { containerPort: 80, hostPort: 80 }] }],
      [
        { name: 'a', image: 'b', ports: [{ containerPort: 80 }] },
        { name: 'c', image: 'b', ports: [{ containerPort: 80 }] },
      ],
    ],
  }),
  ...fieldOf(pod, 'metadata.annotations', {
    takes: [
      { 'container.apparmor.security.beta.kubernetes.io/web': 'localhost/a' },
      { 'container.seccomp.security.alpha.kubernetes.io/web': 'unconfined' },
    ],
    refuses: [{ 'kubernetes.io/config.mirror': 'a' }, { 'controller.kubernetes.io/pod-deletion-cost': '+1' }],
  }),
  ...fieldOf(
    () => ({
      ...pod(),
      metadata: {
        name: 'sample',
        annotations: { 'container.apparmor.security.beta.kubernetes.io/web': 'localhost/a' },
      },
    }),
    'spec.containers[0].securityContext',
    {
      takes: [undefined, { appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } }],
      refuses: [
        { appArmorProfile: { type: 'Localhost', localhostProfile: 'b' } },
        { appArmorProfile: { type: 'Unconfined' } },
        { appArmorProfile: { type: 'RuntimeDefault' } },
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    () => ({
      ...pod(),
      metadata: { name: 'sample', annotations: { 'container.apparmor.security.beta.kubernetes.io/web': '' } },
    }),
    'spec.securityContext',
    { takes: [undefined, {}], refuses: [{ appArmorProfile: { type: 'Unconfined' } }] },
    '1.36',
  ),
  ...fieldOf(
    pod,
    'spec.securityContext',
    {
      takes: [{ seLinuxChangePolicy: 'Recursive' }],
      refuses: ['MountOption', 'recursive', ''].map((seLinuxChangePolicy) => ({ seLinuxChangePolicy })),
    },
    '1.36',
  ),
  // What a Pod does not request is what it is limited to, and what its containers need together.
  ...fieldOf(
    pod,
    'spec.resources',
    {
      takes: [{ limits: { cpu: 1 } }, { requests: { cpu: 1 } }, { limits: { cpu: 2 }, requests: { cpu: 1 } }],
      refuses: [{ limits: { cpu: 1 }, requests: { cpu: 2 } }],
    },
    '1.36',
  ),
  ...fieldOf(
    () => made('v1', 'Pod', { spec: { containers: [{ name: 'a', image: 'b', resources: { limits: { cpu: '2' } } }] } }),
    'spec.resources',
    {
      takes: [{ limits: { cpu: 2 } }, { limits: { memory: '1Gi' } }, { requests: { cpu: 2 } }],
      refuses: [{ limits: { cpu: 1 } }, { requests: { cpu: 1 } }, { limits: { cpu: 3 }, requests: { cpu: 1 } }],
    },
    '1.36',
  ),
  // A Pod's own labels are written into its selectors.
  ...fieldOf(
    () => made('v1', 'Pod', { metadata: { name: 'sample', labels: { app: 'web' } }, spec: spec() }),
    'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution',
    {
      takes: [[{ topologyKey: 'a', labelSelector: { matchLabels: { b: 'c' } }, matchLabelKeys: ['app', 'b'] }]],
      refuses: [
        [{ topologyKey: 'a', labelSelector: { matchLabels: { app: 'c' } }, matchLabelKeys: ['app'] }],
        [{ topologyKey: 'a', labelSelector: {}, matchLabelKeys: ['app', 'app'] }],
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    () =>
      made('v1', 'Pod', {
        metadata: { name: 'sample', annotations: { 'kubernetes.io/config.mirror': 'a' } },
        spec: { ...spec(), nodeName: 'a' },
      }),
    'spec.resourceClaims',
    { takes: [undefined, []], refuses: [[{ name: 'a', resourceClaimName: 'b' }]] },
    '1.36',
  ),

  // PodTemplate
  ...fieldOf(podTemplate, 'metadata.name', { takes: ['a.b', LONGEST], refuses: ['A', ''] }),
  ...fieldOf(podTemplate, 'template', { takes: [template()], refuses: [undefined, {}, { spec: {} }] }),
  ...fieldOf(podTemplate, 'template.spec.restartPolicy', { takes: ['Never'], refuses: ['x'] }),

  // ReplicationController
  ...fieldOf(controller, 'metadata.name', subdomain),
  ...running(controller),
  ...fieldOf(controller, 'spec.replicas', notNegative),
  ...fieldOf(controller, 'spec.minReadySeconds', notNegative),
  ...fieldOf(controller, 'spec.selector', {
    takes: [undefined, {}, { app: 'web' }],
    refuses: [{ app: 'wbe' }, { app: 'web', b: 'c' }],
  }),
  ...fieldOf(controller, 'spec.template', { refuses: [undefined] }),
  ...fieldOf(() => made('v1', 'ReplicationController', { spec: { template: { spec: spec() } } }), 'spec.selector', {
    refuses: [undefined, {}, { app: 'web' }],
  }),

  // ControllerRevision
  ...fieldOf(revision, 'metadata.name', { takes: ['a.b', LONGEST], refuses: ['A', ''] }),
  ...fieldOf(revision, 'revision', { takes: [0, 2 ** 53], refuses: [-1, '1'] }),
  ...fieldOf(revision, 'data', { takes: [{}, { a: 1 }, [], 'a', 1, true], refuses: [undefined] }),
  ...fieldOf(revision, 'data', { takes: [{}, { a: null }], refuses: [null, [], 'a', 1, true] }, '1.36'),

  // Binding
  // A dry run takes none, as there is no pod to bind: what is taken is among the generated objects.
  ...fieldOf(binding, 'metadata.name', { refuses: [undefined, '', '.', 'a/b', 'a%b'] }),
  ...fieldOf(binding, 'metadata.labels', { refuses: [{ a: 1 }] }),
  ...fieldOf(binding, 'target', { refuses: [{}, { kind: 'Node' }, { kind: 'node', name: 'a' }] }),
  ...podParts,
];
