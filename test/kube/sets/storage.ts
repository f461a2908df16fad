// PersistentVolume, PersistentVolumeClaim and storage.k8s.io.
import { a, type Bases, type Examples, type Fields, type ObjectSet, type Words } from './set';

const words: Words = {
  'volume.beta.kubernetes.io/storage-class': ['a', ''],
  'volume.beta.kubernetes.io/mount-options': ['ro', ''],
  storageClassName: ['fast', '', 'Fast', 'a.b', a(253), a(254)],
  volumeAttributesClassName: ['gold', '', 'Gold', 'a.b', a(253), a(254)],
  volumeName: ['a', '', 'A'],
  persistentVolumeReclaimPolicy: ['Retain', 'Delete', 'Recycle', '', 'retain'],
  reclaimPolicy: ['Retain', 'Delete', 'Recycle', '', 'retain'],
  volumeBindingMode: ['Immediate', 'WaitForFirstConsumer', '', 'immediate'],
  'HostPathVolumeSource.path': ['/', '/a', '//', '/.', '/./', '/..', '/a/..', '/a/../b', '', 'a', '/..a'],
  'LocalVolumeSource.path': ['/mnt', '/a/..', '/..a', 'a', ''],
  'NFSVolumeSource.path': ['/a', 'a', '', '/..'],
  apiGroup: ['', 'snapshot.storage.k8s.io', 'a.b', 'A.b', 'a_b'],
  'TypedLocalObjectReference.kind': ['PersistentVolumeClaim', 'VolumeSnapshot', 'Other', ''],
  'TypedObjectReference.kind': ['PersistentVolumeClaim', 'VolumeSnapshot', 'Other', ''],
  'TypedLocalObjectReference.name': ['data', 'a', ''],
  'TypedObjectReference.name': ['data', 'a', ''],
  endpointsNamespace: ['a', '', 'a.b', a(63), a(64)],
  secretNamespace: ['a', '', 'A'],
  initiatorName: ['iqn.2001-04.com.example:host', 'eui.0123456789abcdef', 'x', ''],
  targetPortal: ['10.0.0.1:3260', '', a(50), a(60), a(61), a(63), a(64)],
  driver: ['a.b', 'A.b', '', 'a_b', a(63), a(64)],
  attacher: ['a.b', 'A.b', '', 'a_b', a(63), a(64)],
  driverName: ['a.b', 'A.b', 'a.b/c', '', 'a_b', 'a b', a(63), a(64)],
  provisioner: ['kubernetes.io/no-provisioner', 'a.b/c', 'A.B/c', 'a', '', 'a b', 'a_b/c', a(63), a(64), 'a/b/c'],
  'CSINodeDriver.name': ['a.b', 'c.d', 'A.b', '', a(63), a(64)],
  nodeID: ['a', '', 'a b', a(192), a(193), a(256), a(257)],
  topologyKeys: ['zone', 'a/b', '', 'a b', 'topology.kubernetes.io/zone'],
  volumeHandle: ['a', ''],
  fsGroupPolicy: ['File', 'None', 'ReadWriteOnceWithFSType', '', 'file'],
  volumeLifecycleModes: ['Persistent', 'Ephemeral', '', 'persistent'],
  expirationSeconds: [0, 599, 600, 3600, 2 ** 32, 2 ** 32 + 1, -1],
  nodeAllocatableUpdatePeriodSeconds: [0, 9, 10, 60, -1],
  count: [0, 1, -1],
  audience: ['', 'a', 'vault'],
  persistentVolumeName: ['a', '', 'A', 'a.b', a(253), a(254)],
  values: ['a', 'b', '', 'a b', '1'],
  key: [
    'zone',
    'topology.kubernetes.io/zone',
    'a.b/c',
    'metadata.name',
    '',
    'a b',
    'beta.kubernetes.io/os',
    'failure-domain.beta.kubernetes.io/zone',
    'node-role.kubernetes.io/master',
    'app.kubernetes.io/created-by',
    'scheduler.alpha.kubernetes.io/preferAvoidPods',
  ],
  matchLabels: ['a', 'b', '', 'a b'],
  parameters: ['a', ''],
};

const IQN = 'iqn.2001-04.com.example:storage';

/** The sources of a volume, valid ones of each kind. */
const sources: readonly Fields[] = [
  { hostPath: { path: '/data', type: 'DirectoryOrCreate' } },
  { nfs: { server: 'nfs.example.com', path: '/exports', readOnly: true } },
  { gcePersistentDisk: { pdName: 'disk', fsType: 'ext4', partition: 1, readOnly: true } },
  { awsElasticBlockStore: { volumeID: 'vol-1', fsType: 'ext4', partition: 1, readOnly: false } },
  { glusterfs: { endpoints: 'cluster', endpointsNamespace: 'a', path: 'vol', readOnly: true } },
  { flocker: { datasetName: 'a' } },
  { flocker: { datasetUUID: 'a' } },
  {
    rbd: {
      monitors: ['a:1'],
      image: 'b',
      pool: 'p',
      user: 'u',
      keyring: '/k',
      fsType: 'ext4',
      readOnly: true,
      secretRef: { name: 'a', namespace: 'b' },
    },
  },
  { quobyte: { registry: 'a:1,b:2', volume: 'v', tenant: 't', user: 'u', group: 'g', readOnly: true } },
  {
    cephfs: {
      monitors: ['a:1'],
      path: '/',
      user: 'u',
      secretFile: '/s',
      secretRef: { name: 'a', namespace: 'b' },
      readOnly: true,
    },
  },
  {
    iscsi: {
      targetPortal: '10.0.0.1:3260',
      portals: ['10.0.0.2:3260'],
      iqn: IQN,
      lun: 1,
      iscsiInterface: 'default',
      initiatorName: 'iqn.2001-04.com.example:host',
      chapAuthDiscovery: true,
      chapAuthSession: true,
      secretRef: { name: 'a', namespace: 'b' },
      fsType: 'ext4',
      readOnly: true,
    },
  },
  { cinder: { volumeID: 'a', fsType: 'ext4', readOnly: true, secretRef: { name: 'a', namespace: 'b' } } },
  { fc: { targetWWNs: ['50060e801049cfd1'], lun: 0, fsType: 'ext4', readOnly: true } },
  { fc: { wwids: ['a'] } },
  {
    flexVolume: {
      driver: 'a/b',
      fsType: 'ext4',
      readOnly: true,
      options: { 'a.b/c': 'd' },
      secretRef: { name: 'a', namespace: 'b' },
    },
  },
  { azureFile: { secretName: 'a', secretNamespace: 'b', shareName: 'c', readOnly: true } },
  { vsphereVolume: { volumePath: '[a] b', fsType: 'ext4', storagePolicyName: 'p', storagePolicyID: 'q' } },
  { photonPersistentDisk: { pdID: 'a', fsType: 'ext4' } },
  { portworxVolume: { volumeID: 'a', fsType: 'ext4', readOnly: true } },
  {
    azureDisk: {
      diskName: 'a',
      diskURI: '/subscriptions/a',
      kind: 'Managed',
      cachingMode: 'None',
      fsType: 'ext4',
      readOnly: true,
    },
  },
  {
    scaleIO: {
      gateway: 'a',
      system: 'b',
      volumeName: 'c',
      secretRef: { name: 'a', namespace: 'b' },
      protectionDomain: 'd',
      storageMode: 'ThinProvisioned',
      storagePool: 'p',
      sslEnabled: true,
      fsType: 'xfs',
      readOnly: true,
    },
  },
  {
    storageos: {
      volumeName: 'a',
      volumeNamespace: 'b',
      fsType: 'ext4',
      readOnly: true,
      secretRef: { name: 'a', namespace: 'b' },
    },
  },
];

const csi = (): Fields => ({
  driver: 'csi.example.com',
  volumeHandle: 'vol-1',
  fsType: 'ext4',
  readOnly: true,
  volumeAttributes: { a: 'b' },
  controllerPublishSecretRef: { name: 'a', namespace: 'b' },
  controllerExpandSecretRef: { name: 'a', namespace: 'b' },
  nodePublishSecretRef: { name: 'a', namespace: 'b' },
  nodeStageSecretRef: { name: 'a', namespace: 'b' },
  nodeExpandSecretRef: { name: 'a', namespace: 'b' },
});

const nodeAffinity = (): Fields => ({
  required: {
    nodeSelectorTerms: [
      { matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['a', 'b'] }] },
      { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-1'] }] },
    ],
  },
});

const examples: Examples = {
  CSIPersistentVolumeSource: [{ driver: 'a.b', volumeHandle: 'c' }],
  HostPathVolumeSource: [{ path: '/' }, { path: '/a' }],
  NFSVolumeSource: [{ server: 'a', path: '/b' }],
  LocalVolumeSource: [{ path: '/mnt', fsType: 'ext4' }],
  FCVolumeSource: [{ wwids: ['a'] }],
  FlexPersistentVolumeSource: [{ driver: 'a/b' }],
  RBDPersistentVolumeSource: [{ monitors: ['a'], image: 'b' }],
  CephFSPersistentVolumeSource: [{ monitors: ['a'] }],
  GlusterfsPersistentVolumeSource: [{ endpoints: 'a', path: 'b' }],
  CinderPersistentVolumeSource: [{ volumeID: 'a' }],
  AzureFilePersistentVolumeSource: [{ secretName: 'a', shareName: 'b' }],
  PortworxVolumeSource: [{ volumeID: 'a' }],
  StorageOSPersistentVolumeSource: [{ volumeName: 'a' }],
  ISCSIPersistentVolumeSource: [{ targetPortal: 'a', iqn: IQN, lun: 0 }],
  VolumeNodeAffinity: [nodeAffinity(), {}],
  NodeSelectorRequirement: [
    { key: 'a', operator: 'In', values: ['b'] },
    { key: 'a', operator: 'Exists' },
    { key: 'beta.kubernetes.io/arch', operator: 'NotIn', values: ['b'] },
  ],
  SecretReference: [{ name: 'a', namespace: 'b' }, { name: 'a' }, { namespace: 'b' }],
  ObjectReference: [{ name: 'a', namespace: 'b' }, { name: 'a' }, { kind: 'PersistentVolumeClaim', name: 'A' }],
  TypedLocalObjectReference: [
    { kind: 'PersistentVolumeClaim', name: 'data' },
    { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'data' },
    { apiGroup: 'a.b', kind: 'Other', name: 'data' },
  ],
  TypedObjectReference: [
    { kind: 'PersistentVolumeClaim', name: 'data' },
    { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'data' },
    { apiGroup: 'a.b', kind: 'Other', name: 'data' },
    { apiGroup: 'a.b', kind: 'Other', name: 'data', namespace: 'a' },
  ],
  TopologySelectorTerm: [
    { matchLabelExpressions: [{ key: 'zone', values: ['a', 'b'] }] },
    { matchLabelExpressions: [{ key: 'zone', values: ['b', 'a'] }] },
    { matchLabelExpressions: [{ key: 'region', values: ['a'] }] },
    {},
  ],
  TopologySelectorLabelRequirement: [
    { key: 'zone', values: ['a'] },
    { key: 'beta.kubernetes.io/arch', values: ['a', 'a'] },
    { key: 'region', values: ['a'] },
  ],
  TokenRequest: [{ audience: 'a' }, { audience: '', expirationSeconds: 600 }, { audience: 'vault' }],
  CSINodeDriver: [
    { name: 'a.b', nodeID: 'n' },
    { name: 'csi.example.com', nodeID: 'n' },
  ],
  PersistentVolumeSpec: [
    { accessModes: ['ReadWriteOnce'], csi: { driver: 'a.b', volumeHandle: 'c' } },
    { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, csi: { driver: 'a.b', volumeHandle: 'c' } },
  ],
};

const claim = (spec: Fields, metadata?: Fields): Fields => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'default', ...metadata },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '8Gi' } }, ...spec },
});

const volume = (spec: Fields, metadata?: Fields): Fields => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'data', ...metadata },
  spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '8Gi' }, ...spec },
});

const object = (kind: string, fields: Fields): Fields => ({
  apiVersion: 'storage.k8s.io/v1',
  kind,
  metadata: { name: 'csi.example.com' },
  ...fields,
});

const bases: Bases = {
  PersistentVolumeClaim: [
    () =>
      claim(
        {
          accessModes: ['ReadWriteOnce', 'ReadOnlyMany'],
          resources: { requests: { storage: '8Gi' }, limits: { storage: '10Gi' } },
          storageClassName: 'fast',
          volumeMode: 'Filesystem',
          volumeName: 'data',
          selector: {
            matchLabels: { a: 'b' },
            matchExpressions: [{ key: 'c', operator: 'In', values: ['d'] }],
          },
        },
        { labels: { a: 'b' }, annotations: { 'volume.beta.kubernetes.io/storage-class': 'fast' } },
      ),
    () => claim({ accessModes: ['ReadWriteOncePod'], dataSource: { kind: 'PersistentVolumeClaim', name: 'old' } }),
    () =>
      claim({
        volumeMode: 'Block',
        dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'old' },
        dataSourceRef: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'old' },
      }),
    () => claim({ dataSourceRef: { apiGroup: 'a.b', kind: 'Other', name: 'old' }, storageClassName: '' }),
    () => claim({ dataSourceRef: { apiGroup: 'a.b', kind: 'Other', name: 'old', namespace: 'a' } }),
  ],
  PersistentVolume: [
    ...sources.map((source) => () => volume(structuredClone(source))),
    () =>
      volume(
        {
          csi: csi(),
          storageClassName: 'fast',
          volumeMode: 'Block',
          persistentVolumeReclaimPolicy: 'Delete',
          mountOptions: ['ro'],
          claimRef: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            name: 'a',
            namespace: 'b',
            uid: 'c',
            resourceVersion: '1',
            fieldPath: 'spec',
          },
          nodeAffinity: nodeAffinity(),
        },
        { labels: { a: 'b' } },
      ),
    () => volume({ local: { path: '/mnt', fsType: 'ext4' }, nodeAffinity: nodeAffinity() }),
    () =>
      volume(
        { nfs: { server: 'a', path: '/b' }, persistentVolumeReclaimPolicy: 'Recycle' },
        { annotations: { 'volume.beta.kubernetes.io/mount-options': 'ro' } },
      ),
    () => volume({ hostPath: { path: '/' }, persistentVolumeReclaimPolicy: 'Retain' }),
  ],
  StorageClass: [
    () => ({
      ...object('StorageClass', {
        provisioner: 'csi.example.com/disk',
        parameters: { type: 'ssd', 'csi.storage.k8s.io/fstype': 'ext4' },
        reclaimPolicy: 'Retain',
        volumeBindingMode: 'WaitForFirstConsumer',
        allowVolumeExpansion: true,
        mountOptions: ['ro'],
        allowedTopologies: [
          {
            matchLabelExpressions: [
              { key: 'topology.kubernetes.io/zone', values: ['a', 'b'] },
              { key: 'rack', values: ['1'] },
            ],
          },
          { matchLabelExpressions: [{ key: 'zone', values: ['c'] }] },
        ],
      }),
    }),
    () => object('StorageClass', { provisioner: 'kubernetes.io/no-provisioner' }),
  ],
  CSIDriver: [
    () =>
      object('CSIDriver', {
        spec: {
          attachRequired: true,
          podInfoOnMount: true,
          storageCapacity: true,
          requiresRepublish: true,
          seLinuxMount: true,
          fsGroupPolicy: 'File',
          volumeLifecycleModes: ['Persistent', 'Ephemeral'],
          tokenRequests: [{ audience: 'vault', expirationSeconds: 3600 }, { audience: '' }],
        },
      }),
    () => object('CSIDriver', { spec: {} }),
  ],
  CSINode: [
    () =>
      object('CSINode', {
        spec: {
          drivers: [
            {
              name: 'csi.example.com',
              nodeID: 'node-1',
              topologyKeys: ['topology.kubernetes.io/zone', 'rack'],
              allocatable: { count: 16 },
            },
            { name: 'other.example.com', nodeID: 'node-1' },
          ],
        },
      }),
  ],
  CSIStorageCapacity: [
    () =>
      object('CSIStorageCapacity', {
        metadata: { name: 'data', namespace: 'default' },
        storageClassName: 'fast',
        capacity: '100Gi',
        maximumVolumeSize: '10Gi',
        nodeTopology: {
          matchLabels: { 'topology.kubernetes.io/zone': 'a' },
          matchExpressions: [{ key: 'beta.kubernetes.io/arch', operator: 'In', values: ['d'] }],
        },
      }),
  ],
  VolumeAttachment: [
    () =>
      object('VolumeAttachment', {
        spec: { attacher: 'csi.example.com', nodeName: 'node-1', source: { persistentVolumeName: 'data' } },
      }),
    () =>
      object('VolumeAttachment', {
        spec: {
          attacher: 'csi.example.com',
          nodeName: 'node-1',
          source: {
            inlineVolumeSpec: {
              accessModes: ['ReadWriteOnce'],
              csi: csi(),
              mountOptions: ['ro'],
              persistentVolumeReclaimPolicy: 'Retain',
              volumeMode: 'Filesystem',
            },
          },
        },
      }),
  ],
  VolumeAttributesClass: [
    () => object('VolumeAttributesClass', { driverName: 'csi.example.com', parameters: { iops: '3000' } }),
  ],
};

export const storage: ObjectSet = { bases, words, examples };
