// Pod, PodTemplate, ReplicationController, Binding; the rest of apps.
import type { Bases, Examples, Fields, ObjectSet, Words } from './set';
import { smallTemplate, wholeTemplate } from './workload';

const words: Words = {
  'StatefulSetUpdateStrategy.type': ['RollingUpdate', 'OnDelete', '', 'Recreate'],
  'DaemonSetUpdateStrategy.type': ['RollingUpdate', 'OnDelete', '', 'Recreate'],
  podManagementPolicy: ['OrderedReady', 'Parallel', '', 'Ordered'],
  serviceName: ['web', '', 'Web', 'a.b', '1web'],
  whenDeleted: ['Retain', 'Delete', '', 'Keep'],
  whenScaled: ['Retain', 'Delete', '', 'Keep'],
  'ObjectReference.kind': ['Node', '', 'Pod'],
  'StatefulSetOrdinals.start': [0, 1, -1, 2 ** 31 - 1],
  'ControllerRevision.data': [{}, { a: 1 }, [], 'a', 1, true, null],
  'PodSpec.nodeName': ['node', 'a.b', '', 'Node'],
  'ImageVolumeSource.reference': ['a:1', ''],
  'ImageVolumeSource.pullPolicy': ['Always', 'IfNotPresent', 'Never', '', 'x'],
  image: ['nginx', ' nginx', 'nginx ', '', 'a b'],
  claimName: ['a', 'web-block', 'A', ''],
  matchLabelKeys: ['app', 'b', 'a b'],
  mismatchLabelKeys: ['app', 'b', 'tier'],
};

const examples: Examples = {
  PersistentVolumeClaim: [
    {
      metadata: { name: 'more' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
    { metadata: { name: 'cache' }, spec: { accessModes: ['x'] } },
    { metadata: { name: 'Data' } },
  ],
  PersistentVolumeClaimSpec: [
    { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    { accessModes: ['ReadWriteMany'], storageClassName: 'fast', resources: { requests: { storage: '1500m' } } },
  ],
  StatefulSetUpdateStrategy: [{ type: 'OnDelete' }, { rollingUpdate: { partition: 1 } }, { type: '' }],
  RollingUpdateStatefulSetStrategy: [{ partition: 1 }, { maxUnavailable: 2 }, { maxUnavailable: '0%' }, {}],
  DaemonSetUpdateStrategy: [
    { type: 'OnDelete' },
    { type: 'OnDelete', rollingUpdate: { maxSurge: 'x' } },
    { rollingUpdate: { maxSurge: 1 } },
  ],
  RollingUpdateDaemonSet: [
    { maxSurge: 1, maxUnavailable: 0 },
    { maxSurge: '25%', maxUnavailable: '0%' },
    { maxSurge: 0, maxUnavailable: 0 },
    { maxSurge: 1, maxUnavailable: 1 },
  ],
  EphemeralContainer: [{ name: 'debug', image: 'a' }],
  PodResourceClaim: [{ name: 'gpu', resourceClaimName: 'a' }],
  PodAffinityTerm: [
    { topologyKey: 'zone', labelSelector: { matchLabels: { tier: 'a' } }, matchLabelKeys: ['app'] },
    { topologyKey: 'zone', labelSelector: { matchLabels: { app: 'a' } }, matchLabelKeys: ['app'] },
    { topologyKey: 'zone' },
  ],
  TopologySpreadConstraint: [
    {
      maxSkew: 1,
      topologyKey: 'zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { app: 'web' } },
      matchLabelKeys: ['app'],
    },
    { maxSkew: 1, topologyKey: 'beta.kubernetes.io/arch', whenUnsatisfiable: 'ScheduleAnyway' },
  ],
  ResourceRequirements: [
    { limits: { cpu: '2', memory: '1Gi' }, requests: { cpu: '2' } },
    { limits: { cpu: '2', 'hugepages-2Mi': '4Mi' } },
    { limits: { cpu: '1' } },
    { requests: { cpu: '2', memory: '1Gi', 'hugepages-2Mi': '4Mi' }, limits: { 'hugepages-2Mi': '4Mi' } },
  ],
  PodStatus: [{ phase: 'Running' }, {}],
  PersistentVolumeClaimStatus: [{ phase: 'Bound' }, {}],
  Volume: [
    { name: 'v', image: { reference: 'a:1' } },
    { name: 'v', image: {} },
    { name: 'data', persistentVolumeClaim: { claimName: 'web-block' } },
    { name: 'cache', emptyDir: {} },
    { name: 'v', gcePersistentDisk: { pdName: 'a' } },
    {
      name: 'v',
      ephemeral: {
        volumeClaimTemplate: {
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1500m' } } },
        },
      },
    },
    { name: 'v', projected: { sources: [{ serviceAccountToken: { path: 'a' } }, {}] } },
  ],
  ContainerPort: [
    { containerPort: 80 },
    { containerPort: 80, hostPort: 80 },
    { containerPort: 81, hostIP: '1.2.3.4' },
    { containerPort: 80, name: 'http', protocol: 'UDP' },
  ],
};

const named = (apiVersion: string, kind: string, fields: Fields, name = 'web'): Fields => ({
  apiVersion,
  kind,
  metadata: { name, labels: { app: 'web' } },
  ...fields,
});

const apps = (kind: string, spec: Fields): Fields =>
  named('apps/v1', kind, { spec: { selector: { matchLabels: { app: 'web' } }, ...spec } });

const pod = (spec: Fields, metadata: Fields = {}): Fields => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', labels: { app: 'web' }, ...metadata },
  spec,
});

const claim = (name: string, spec: Fields = {}): Fields => ({
  metadata: { name, labels: { a: 'b' } },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
});

/** A template whose mounts find their volumes in the claims. */
function mounting(...names: string[]): Fields {
  const template = smallTemplate();
  const { containers } = template.spec as { containers: Fields[] };
  containers[0]!.volumeMounts = names.map((name) => ({ name, mountPath: `/${name}` }));
  return template;
}

/** The Pod that a workload's template makes, without what keeps it from a node. */
function wholePod(): Fields {
  const { spec } = wholeTemplate() as { spec: Fields };
  return { ...spec, restartPolicy: 'Never', activeDeadlineSeconds: 60 };
}

const bases: Bases = {
  StatefulSet: [
    () =>
      apps('StatefulSet', {
        replicas: 2,
        minReadySeconds: 5,
        serviceName: 'web',
        podManagementPolicy: 'Parallel',
        revisionHistoryLimit: 3,
        ordinals: { start: 1 },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1, maxUnavailable: 1 } },
        volumeClaimTemplates: [claim('store', { storageClassName: 'fast', volumeMode: 'Filesystem' })],
        template: wholeTemplate(),
      }),
    () => apps('StatefulSet', { volumeClaimTemplates: [claim('store')], template: mounting('store') }),
    () => apps('StatefulSet', { updateStrategy: { type: 'OnDelete' }, template: smallTemplate() }),
    () =>
      apps('StatefulSet', {
        selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] },
        template: smallTemplate(),
      }),
  ],
  DaemonSet: [
    () =>
      apps('DaemonSet', {
        minReadySeconds: 5,
        revisionHistoryLimit: 3,
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: wholeTemplate(),
      }),
    () => apps('DaemonSet', { updateStrategy: { type: 'OnDelete' }, template: smallTemplate() }),
    () => apps('DaemonSet', { updateStrategy: { rollingUpdate: {} }, template: smallTemplate() }),
  ],
  ReplicaSet: [
    () => apps('ReplicaSet', { replicas: 2, minReadySeconds: 5, template: wholeTemplate() }),
    () => apps('ReplicaSet', { template: smallTemplate() }),
  ],
  Pod: [
    () => pod(wholePod(), { annotations: { 'a.b/c': 'd' } }),
    () => pod({ containers: [{ name: 'web', image: 'a' }] }),
    () =>
      pod({
        nodeName: 'node',
        hostNetwork: true,
        containers: [
          { name: 'web', image: 'a', ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }] },
          { name: 'side', image: 'b', ports: [{ containerPort: 90, name: 'metrics' }] },
        ],
      }),
    () =>
      pod(
        {
          containers: [
            {
              name: 'web',
              image: 'a',
              securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
              resources: { limits: { cpu: '1', memory: '512Mi' } },
            },
            { name: 'side', image: 'a', resources: { requests: { cpu: '500m' } } },
          ],
          affinity: {
            podAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                { topologyKey: 'zone', labelSelector: { matchLabels: { tier: 'a' } } },
              ],
            },
          },
        },
        {
          annotations: {
            'container.apparmor.security.beta.kubernetes.io/web': 'runtime/default',
            'container.seccomp.security.alpha.kubernetes.io/web': 'runtime/default',
          },
        },
      ),
  ],
  ReplicationController: [
    () =>
      named('v1', 'ReplicationController', {
        spec: { replicas: 2, minReadySeconds: 5, selector: { app: 'web' }, template: wholeTemplate() },
      }),
    () => named('v1', 'ReplicationController', { spec: { template: smallTemplate() } }),
  ],
  PodTemplate: [
    () => named('v1', 'PodTemplate', { template: wholeTemplate('Never') }),
    () => named('v1', 'PodTemplate', { template: smallTemplate() }),
  ],
  Binding: [() => named('v1', 'Binding', { target: { apiVersion: 'v1', kind: 'Node', name: 'node' } })],
  ControllerRevision: [
    () => named('apps/v1', 'ControllerRevision', { revision: 1, data: { spec: { a: [1, 'b', null] } } }),
  ],
};

export const pods: ObjectSet = { bases, words, examples };
