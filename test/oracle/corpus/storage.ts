// PersistentVolume, PersistentVolumeClaim and storage.k8s.io.
import { a, type Case, fieldOf, label1123, qualifiedName, subdomain, type Values } from './case';

type Fields = Record<string, unknown>;

const claim =
  (spec: Fields = {}) =>
  (): Fields => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '8Gi' } }, ...spec },
  });

const volume =
  (source: Fields = { nfs: { server: 'a', path: '/b' } }, metadata: Fields = {}) =>
  (): Fields => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'data', ...metadata },
    spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '8Gi' }, ...structuredClone(source) },
  });

const storageKind = (kind: string, fields: Fields) => (): Fields => ({
  apiVersion: 'storage.k8s.io/v1',
  kind,
  metadata: { name: 'sample' },
  ...structuredClone(fields),
});

const CSI = { driver: 'csi.example.com', volumeHandle: 'vol-1' };
const secret = { name: 'a', namespace: 'b' };

const driverName: Values = {
  takes: ['a', 'a.b', 'A.B', '1', 'a-b', a(63)],
  refuses: ['', 'a_b', '-a', 'a-', 'a..b', 'a b', 'é', a(64)],
};

const modes = (path: string, made: () => Fields): Case[] =>
  fieldOf(made, path, {
    takes: [
      ['ReadWriteOnce'],
      ['ReadOnlyMany'],
      ['ReadWriteMany'],
      ['ReadWriteOncePod'],
      ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteOnce'],
      ['ReadWriteOncePod', 'ReadWriteOncePod'],
    ],
    refuses: [undefined, [], [''], ['x'], ['readWriteOnce'], ['ReadWriteOncePod', 'ReadWriteMany'], [null]],
  });

const claims: readonly Case[] = [
  ...modes('spec.accessModes', claim()),
  ...fieldOf(claim(), 'spec', { refuses: [undefined, {}] }),
  ...fieldOf(claim(), 'spec.resources', {
    takes: [
      { requests: { storage: 1, cpu: 1 } },
      { requests: { storage: '8Gi' }, limits: { storage: '1Gi' } },
      { requests: { storage: '8Gi', memory: '-1' } },
    ],
    refuses: [undefined, {}, { requests: {} }, { limits: { storage: '8Gi' } }, { requests: { cpu: 1 } }],
  }),
  ...fieldOf(claim(), 'spec.resources.requests.storage', {
    takes: [1, '1', '1n', '0.5', '1e3', '8Ei', '9223372036854775808'],
    refuses: [0, '0', '-1', '-1n', '', 'x', null],
  }),
  ...fieldOf(claim(), 'spec.resources.limits', { takes: [{}, { storage: 0 }, { storage: '-1' }, { x: 1 }] }),
  ...fieldOf(claim(), 'spec.storageClassName', {
    takes: [undefined, '', ...subdomain.takes],
    refuses: subdomain.refuses,
  }),
  ...fieldOf(claim(), 'spec.volumeMode', { takes: [undefined, 'Filesystem', 'Block'], refuses: ['', 'block', 'x'] }),
  ...fieldOf(claim(), 'spec.volumeName', { takes: ['', 'a', 'Not A Name'] }),
  ...fieldOf(claim(), 'spec.selector', {
    takes: [{}, { matchLabels: { a: '' } }, { matchExpressions: [{ key: 'a', operator: 'Exists' }] }],
    refuses: [
      { matchLabels: { a: 'b c' } },
      { matchLabels: { 'a b': 'c' } },
      { matchExpressions: [{ key: 'a', operator: 'In' }] },
      { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] },
      { matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] },
    ],
  }),
  // Of the old field everything else is dropped, whatever it is.
  ...fieldOf(claim(), 'spec.dataSource', {
    takes: [
      { kind: 'PersistentVolumeClaim', name: 'old' },
      { kind: 'PersistentVolumeClaim', name: 'old', apiGroup: '' },
      { kind: 'VolumeSnapshot', name: 'old', apiGroup: 'snapshot.storage.k8s.io' },
      {},
      { kind: 'VolumeSnapshot' },
      { kind: 'Other', name: '', apiGroup: 'A' },
      { kind: 'PersistentVolumeClaim', apiGroup: 'a.b' },
    ],
    refuses: [
      { kind: 'PersistentVolumeClaim' },
      { kind: 'PersistentVolumeClaim', name: '' },
      { kind: 'VolumeSnapshot', apiGroup: 'snapshot.storage.k8s.io' },
    ],
  }),
  ...fieldOf(claim(), 'spec.dataSourceRef', {
    takes: [
      { kind: 'PersistentVolumeClaim', name: 'old' },
      { kind: 'PersistentVolumeClaim', name: 'old', apiGroup: '', namespace: '' },
      { kind: 'Other', name: 'Not A Name', apiGroup: 'a.b' },
      // In another namespace it is dropped, whatever it is.
      { namespace: 'A' },
      { kind: 'Other', namespace: 'a' },
    ],
    refuses: [
      {},
      { name: 'old' },
      { kind: 'PersistentVolumeClaim' },
      { kind: 'Other', name: 'old' },
      { kind: 'VolumeSnapshot', name: 'old', apiGroup: '' },
      { name: 'old', apiGroup: 'a.b' },
    ],
  }),
  ...fieldOf(
    claim(),
    'spec.dataSourceRef',
    { takes: [{ kind: 'Other', name: 'old', apiGroup: a(253) }], refuses: [{ kind: 'a', name: 'b', apiGroup: 'A.b' }] },
    '1.36',
  ),
  ...fieldOf(claim(), 'spec.dataSourceRef', { takes: [{ kind: 'a', name: 'b', apiGroup: 'A.b' }] }),
  ...fieldOf(claim({ dataSource: { apiGroup: 'a.b', kind: 'Other', name: 'old' } }), 'spec.dataSourceRef', {
    takes: [
      { apiGroup: 'a.b', kind: 'Other', name: 'old' },
      { apiGroup: 'a.b', kind: 'Other', name: 'old', namespace: '' },
      { apiGroup: 'a.b', kind: 'Other', name: 'new', namespace: 'a' },
    ],
    refuses: [
      { apiGroup: 'a.b', kind: 'Other', name: 'new' },
      { apiGroup: 'a.b', kind: 'Another', name: 'old' },
      { apiGroup: 'a.c', kind: 'Other', name: 'old' },
    ],
  }),
  ...fieldOf(claim({ dataSource: { kind: 'PersistentVolumeClaim', name: 'old' } }), 'spec.dataSourceRef', {
    takes: [{ kind: 'PersistentVolumeClaim', name: 'old' }],
    // An empty group is another one than none.
    refuses: [{ kind: 'PersistentVolumeClaim', name: 'old', apiGroup: '' }],
  }),
  ...fieldOf(
    claim(),
    'spec.volumeAttributesClassName',
    { takes: [undefined, '', ...subdomain.takes], refuses: subdomain.refuses },
    '1.36',
  ),
  ...fieldOf(claim(), 'metadata.name', subdomain),
  ...fieldOf(claim(), 'metadata.annotations', { takes: [{ 'volume.beta.kubernetes.io/storage-class': 'Not A Name' }] }),
  ...fieldOf(claim(), 'status', { takes: [{}, { phase: 'x', capacity: { a: 1 } }] }),
];

/** A source with one field changed. */
const of = (name: string, source: Fields, path: string, values: Values): Case[] =>
  fieldOf(volume({ [name]: source }), `spec.${name}.${path}`, values);

const text: Values = { takes: ['a', 'é', ' '], refuses: [undefined, ''] };

const sources: readonly Case[] = [
  ...of('hostPath', {}, 'path', {
    takes: ['/', 'a', '/..a', '...', ' '],
    refuses: [undefined, '', '/..', '../a', 'a/../b'],
  }),
  ...of('hostPath', { path: '/a' }, 'type', { takes: ['', 'Directory', 'CharDevice'], refuses: ['directory', 'x'] }),
  ...of('nfs', { server: 'a', path: '/b' }, 'server', text),
  ...of('nfs', { server: 'a' }, 'path', { takes: ['/', '/a/..'], refuses: [undefined, '', 'a', './a'] }),
  ...of('gcePersistentDisk', { pdName: 'a' }, 'pdName', text),
  ...of('gcePersistentDisk', { pdName: 'a' }, 'partition', { takes: [0, 255], refuses: [-1, 256] }),
  ...of('awsElasticBlockStore', { volumeID: 'a' }, 'volumeID', text),
  ...of('awsElasticBlockStore', { volumeID: 'a' }, 'partition', { takes: [0, 255], refuses: [-1, 256] }),
  ...of('glusterfs', { endpoints: 'a', path: 'b' }, 'endpoints', text),
  ...of('glusterfs', { endpoints: 'a', path: 'b' }, 'path', text),
  ...of('glusterfs', { endpoints: 'a', path: 'b' }, 'endpointsNamespace', {
    takes: [undefined, ...label1123.takes],
    refuses: ['', ...label1123.refuses],
  }),
  ...fieldOf(volume({ flocker: {} }), 'spec.flocker', {
    takes: [{ datasetName: 'a' }, { datasetUUID: 'a/b' }],
    refuses: [{}, { datasetName: 'a', datasetUUID: 'b' }, { datasetName: 'a/b' }],
  }),
  ...of('rbd', { image: 'b' }, 'monitors', { takes: [['a'], ['']], refuses: [undefined, []] }),
  ...of('rbd', { monitors: ['a'], image: 'b' }, 'image', text),
  ...of('rbd', { monitors: ['a'], image: 'b' }, 'secretRef', { takes: [{}, { name: 'A' }, secret] }),
  ...of('quobyte', { registry: 'a:1', volume: 'b' }, 'volume', text),
  ...of('quobyte', { registry: 'a:1', volume: 'b' }, 'registry', {
    takes: ['a:1,b:2', ':', '[::1]:1', 'a:b'],
    refuses: [undefined, '', 'a', 'a:1,', '::1:1', 'a:1:2'],
  }),
  ...of('quobyte', { registry: 'a:1', volume: 'b' }, 'tenant', { takes: ['', a(64)], refuses: [a(65)] }),
  ...of('cephfs', {}, 'monitors', { takes: [['a'], ['']], refuses: [undefined, []] }),
  ...of('cephfs', { monitors: ['a'] }, 'secretRef', { takes: [{}, secret] }),
  ...fieldOf(volume({ iscsi: {} }), 'spec.iscsi', {
    takes: [
      { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:storage', lun: 255 },
      { targetPortal: 'a', iqn: 'eui.0123456789abcdef', lun: 0, initiatorName: 'iqn.2001-04.com.example:host' },
      {
        targetPortal: 'a',
        iqn: 'eui.0123456789abcdef',
        lun: 0,
        chapAuthSession: true,
        chapAuthDiscovery: true,
        secretRef: { name: 'A' },
      },
      // Together with the name of four letters and the colon they have 64.
      { targetPortal: a(59), iqn: 'eui.0123456789abcdef', lun: 0, initiatorName: 'eui.0123456789abcdef' },
      { targetPortal: a(60), iqn: 'eui.0123456789abcdef', lun: 0 },
    ],
    refuses: [
      { iqn: 'eui.0123456789abcdef', lun: 0 },
      { targetPortal: 'a', lun: 0 },
      ...['x', 'iqn.2001', 'eui.1', 'naa.1'].map((iqn) => ({ targetPortal: 'a', iqn, lun: 0 })),
      { targetPortal: 'a', iqn: 'eui.0123456789abcdef', lun: 256 },
      { targetPortal: 'a', iqn: 'eui.0123456789abcdef', lun: -1 },
      { targetPortal: 'a', iqn: 'eui.0123456789abcdef', lun: 0, chapAuthSession: true },
      { targetPortal: 'a', iqn: 'eui.0123456789abcdef', lun: 0, chapAuthDiscovery: true },
      { targetPortal: 'a', iqn: 'eui.0123456789abcdef', lun: 0, secretRef: {} },
      ...['', 'iqn.2001', 'eui.1', 'naa.1'].map((initiatorName) => ({
        targetPortal: 'a',
        iqn: 'eui.0123456789abcdef',
        lun: 0,
        initiatorName,
      })),
      { targetPortal: a(60), iqn: 'eui.0123456789abcdef', lun: 0, initiatorName: 'eui.0123456789abcdef' },
    ],
  }),
  ...of('cinder', { volumeID: 'a' }, 'volumeID', text),
  ...of('cinder', { volumeID: 'a' }, 'secretRef', {
    takes: [secret, { name: 'A', namespace: 'B' }],
    refuses: [{}, { name: 'a' }, { namespace: 'b' }],
  }),
  ...fieldOf(volume({ fc: {} }), 'spec.fc', {
    takes: [{ targetWWNs: ['a'], lun: 255 }, { wwids: ['a'] }, { wwids: ['a'], lun: 256 }],
    refuses: [{}, { targetWWNs: ['a'] }, { targetWWNs: ['a'], lun: 256 }, { targetWWNs: ['a'], lun: 0, wwids: ['b'] }],
  }),
  ...of('flexVolume', { driver: 'a' }, 'driver', text),
  ...of('flexVolume', { driver: 'a' }, 'options', {
    takes: [{ a: 'b' }, { 'xkubernetes.io/a': '' }, { '': '' }],
    refuses: [{ 'kubernetes.io/a': '' }, { 'a.K8S.io': '' }],
  }),
  ...of('flexVolume', { driver: 'a' }, 'secretRef', { takes: [{}, { name: 'A' }] }),
  ...of('azureFile', { secretName: 'a', shareName: 'b' }, 'secretName', text),
  ...of('azureFile', { secretName: 'a', shareName: 'b' }, 'shareName', text),
  ...of('azureFile', { secretName: 'a', shareName: 'b' }, 'secretNamespace', {
    takes: [undefined, 'A b'],
    refuses: [''],
  }),
  ...of('vsphereVolume', {}, 'volumePath', text),
  ...of('photonPersistentDisk', {}, 'pdID', text),
  ...of('portworxVolume', {}, 'volumeID', text),
  ...fieldOf(volume({ azureDisk: {} }), 'spec.azureDisk', {
    takes: [
      { diskName: 'a', diskURI: 'https://a' },
      { diskName: 'a', diskURI: '/subscriptions/a', kind: 'Managed' },
      { diskName: 'a', diskURI: 'https://a', kind: 'Dedicated', cachingMode: 'ReadOnly' },
    ],
    refuses: [
      { diskURI: 'https://a' },
      { diskName: 'a' },
      { diskName: 'a', diskURI: '/subscriptions/a' },
      { diskName: 'a', diskURI: 'https://a', kind: 'Managed' },
      { diskName: 'a', diskURI: 'https://a', kind: '' },
      { diskName: 'a', diskURI: 'https://a', cachingMode: '' },
    ],
  }),
  ...of('scaleIO', { system: 'b', volumeName: 'c' }, 'gateway', text),
  ...of('scaleIO', { gateway: 'a', volumeName: 'c' }, 'system', text),
  ...of('scaleIO', { gateway: 'a', system: 'b' }, 'volumeName', text),
  ...fieldOf(
    volume({
      local: {},
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] } },
    }),
    'spec.local.path',
    { takes: ['/a', 'a', '/..a'], refuses: [undefined, '', '/..', 'a/../b'] },
  ),
  ...fieldOf(volume({ local: { path: '/a' } }), 'spec.nodeAffinity', {
    takes: [{ required: { nodeSelectorTerms: [{}] } }],
    refuses: [undefined, {}],
  }),
  ...of('storageos', {}, 'volumeName', { takes: label1123.takes, refuses: [undefined, '', ...label1123.refuses] }),
  ...of('storageos', { volumeName: 'a' }, 'volumeNamespace', {
    takes: ['', ...label1123.takes],
    refuses: label1123.refuses,
  }),
  ...of('storageos', { volumeName: 'a' }, 'secretRef', {
    takes: [secret, { name: 'A', namespace: 'B', kind: 'C' }],
    refuses: [{}, { name: 'a' }, { namespace: 'b' }],
  }),
  ...of('csi', CSI, 'driver', { ...driverName, refuses: [undefined, ...driverName.refuses!] }),
  ...of('csi', CSI, 'volumeHandle', text),
  ...['controllerPublishSecretRef', 'controllerExpandSecretRef', 'nodePublishSecretRef', 'nodeExpandSecretRef'].flatMap(
    (name) =>
      of('csi', CSI, name, {
        takes: [secret, { name: 'a.b', namespace: a(63) }],
        refuses: [
          {},
          { name: 'a' },
          { namespace: 'b' },
          { name: 'A', namespace: 'b' },
          { name: 'a', namespace: 'a.b' },
          { name: a(254), namespace: 'b' },
        ],
      }),
  ),
  ...of('csi', CSI, 'nodeStageSecretRef', { takes: [{}, { name: 'A', namespace: 'B' }] }),
  // How many there are.
  ...fieldOf(volume({}), 'spec.x', { refuses: [undefined] }),
  ...Object.entries<Fields>({
    gcePersistentDisk: { pdName: 'a' },
    awsElasticBlockStore: { volumeID: 'a' },
    glusterfs: { endpoints: 'a', path: 'b' },
    flocker: { datasetName: 'a' },
    nfs: { server: 'a', path: '/b' },
    rbd: { monitors: ['a'], image: 'b' },
    quobyte: { registry: 'a:1', volume: 'b' },
    cephfs: { monitors: ['a'] },
    iscsi: { targetPortal: 'a', iqn: 'eui.0123456789abcdef', lun: 0 },
    cinder: { volumeID: 'a' },
    fc: { wwids: ['a'] },
    azureFile: { secretName: 'a', shareName: 'b' },
    vsphereVolume: { volumePath: 'a' },
    photonPersistentDisk: { pdID: 'a' },
    portworxVolume: { volumeID: 'a' },
    azureDisk: { diskName: 'a', diskURI: 'https://a' },
    scaleIO: { gateway: 'a', system: 'b', volumeName: 'c', secretRef: {} },
    local: { path: '/a' },
    storageos: { volumeName: 'a' },
    csi: CSI,
  }).flatMap(([name, source]) => fieldOf(volume({ hostPath: { path: '/a' } }), `spec.${name}`, { refuses: [source] })),
  // The one that is not counted, unless it comes first.
  ...fieldOf(volume(), 'spec.flexVolume', { takes: [{ driver: 'a' }], refuses: [{}] }),
  ...fieldOf(volume({ csi: CSI }), 'spec.flexVolume', { refuses: [{ driver: 'a' }] }),
];

const term = (requirement: Fields): Fields => ({
  required: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] },
});

const volumes: readonly Case[] = [
  ...modes('spec.accessModes', volume()),
  ...fieldOf(volume(), 'spec', { refuses: [undefined, {}] }),
  ...fieldOf(volume(), 'spec.capacity', {
    takes: [{ storage: 1 }, { storage: '1n' }, { storage: '8Ei' }],
    refuses: [
      undefined,
      {},
      { cpu: 1 },
      { storage: 1, cpu: 1 },
      { storage: 0 },
      { storage: '-1' },
      { storage: 'x' },
      { storage: '9223372036854775808' },
    ],
  }),
  ...fieldOf(volume(), 'spec.persistentVolumeReclaimPolicy', {
    takes: [undefined, '', 'Retain', 'Delete', 'Recycle'],
    refuses: ['retain', 'x'],
  }),
  ...['/', '//', '/.', '/./', '/..', '/a/..'].flatMap((path) =>
    fieldOf(volume({ hostPath: { path } }), 'spec.persistentVolumeReclaimPolicy', { refuses: ['Recycle'] }),
  ),
  ...['/a', '.', '/.a'].flatMap((path) =>
    fieldOf(volume({ hostPath: { path } }), 'spec.persistentVolumeReclaimPolicy', { takes: ['Recycle'] }),
  ),
  ...fieldOf(volume({ hostPath: { path: '/' } }), 'spec.persistentVolumeReclaimPolicy', { takes: ['Delete'] }),
  ...fieldOf(volume(), 'spec.nodeAffinity', {
    takes: [
      { required: { nodeSelectorTerms: [{}] } },
      term({ key: 'a', operator: 'In', values: ['b'] }),
      { required: { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }] } },
    ],
    refuses: [
      {},
      { required: {} },
      { required: { nodeSelectorTerms: [] } },
      term({ key: 'a', operator: 'In' }),
      term({ key: 'a', operator: 'Exists', values: ['b'] }),
      term({ key: 'a b', operator: 'Exists' }),
      term({ key: 'a', operator: 'x' }),
      { required: { nodeSelectorTerms: [{ matchFields: [{ key: 'a', operator: 'In', values: ['a'] }] }] } },
    ],
  }),
  ...fieldOf(
    volume(),
    'spec.nodeAffinity',
    {
      takes: [term({ key: 'a', operator: 'In', values: ['', a(63)] })],
      refuses: [term({ key: 'a', operator: 'In', values: ['b c'] })],
    },
    '1.36',
  ),
  ...fieldOf(volume(), 'spec.storageClassName', {
    takes: [undefined, '', ...subdomain.takes],
    refuses: subdomain.refuses,
  }),
  ...fieldOf(volume(), 'spec.volumeMode', { takes: [undefined, 'Filesystem', 'Block'], refuses: ['', 'block'] }),
  ...fieldOf(
    volume({ csi: CSI }),
    'spec.volumeAttributesClassName',
    { takes: [undefined, ...subdomain.takes], refuses: ['', ...subdomain.refuses] },
    '1.36',
  ),
  ...fieldOf(volume(), 'spec.volumeAttributesClassName', { refuses: ['gold'] }, '1.36'),
  ...fieldOf(volume(), 'spec.claimRef', { takes: [{}, { name: 'A', kind: 'B' }] }),
  ...fieldOf(volume(), 'spec.mountOptions', { takes: [[], ['', 'a b']] }),
  ...fieldOf(volume(), 'metadata.name', subdomain),
  ...fieldOf(volume(), 'metadata.namespace', { takes: ['a', 'Not A Name'] }),
  ...[
    ['nfs', { server: 'a', path: '/b' }],
    ['gcePersistentDisk', { pdName: 'a' }],
    ['azureFile', { secretName: 'a', shareName: 'b' }],
  ].flatMap(([name, source]) =>
    fieldOf(volume({ [name as string]: source }), 'metadata.annotations', {
      takes: [{ 'volume.beta.kubernetes.io/mount-options': 'ro' }],
    }),
  ),
  ...[
    ['csi', CSI],
    ['hostPath', { path: '/a' }],
    ['fc', { wwids: ['a'] }],
    ['flocker', { datasetName: 'a' }],
    ['flexVolume', { driver: 'a' }],
    ['portworxVolume', { volumeID: 'a' }],
    ['storageos', { volumeName: 'a' }],
  ].flatMap(([name, source]) =>
    fieldOf(volume({ [name as string]: source }), 'metadata.annotations', {
      refuses: [{ 'volume.beta.kubernetes.io/mount-options': '' }],
    }),
  ),
];

const storageClass = storageKind('StorageClass', { provisioner: 'a.b/c' });
const many = (count: number): Fields =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, '']));
const parameters: Values = {
  takes: [{ a: '' }, { 'a b': 'c' }, many(512), { a: a(262_143) }],
  refuses: [{ '': 'a' }, many(513), { a: a(262_144) }],
};
const topology = (...requirements: readonly (readonly [string, ...string[]])[]): Fields => ({
  matchLabelExpressions: requirements.map(([key, ...values]) => ({ key, values })),
});

const classes: readonly Case[] = [
  ...fieldOf(storageClass, 'metadata.name', subdomain),
  ...fieldOf(storageClass, 'provisioner', {
    takes: [...qualifiedName.takes, 'A.b/c'],
    refuses: [undefined, '', ...qualifiedName.refuses.filter((name) => name !== 'A/b')],
  }),
  ...fieldOf(storageClass, 'parameters', { ...parameters, takes: [undefined, {}, ...parameters.takes!] }),
  ...fieldOf(storageClass, 'reclaimPolicy', {
    takes: [undefined, '', 'Delete', 'Retain'],
    refuses: ['Recycle', 'delete'],
  }),
  ...fieldOf(storageClass, 'volumeBindingMode', {
    takes: [undefined, 'Immediate', 'WaitForFirstConsumer'],
    refuses: ['', 'immediate'],
  }),
  ...fieldOf(storageClass, 'mountOptions', { takes: [[''], ['a b']] }),
  ...fieldOf(storageClass, 'allowedTopologies', {
    takes: [
      [],
      [topology(['zone', 'a', ''])],
      [topology(['zone', 'a b'])],
      [topology(['zone', 'a']), topology(['zone', 'b'])],
      [topology(['zone', 'a'], ['rack', 'b']), topology(['zone', 'a'])],
    ],
    refuses: [
      [{}],
      [{ matchLabelExpressions: [] }],
      [topology(['zone'])],
      [topology(['', 'a'])],
      [topology(['a b', 'a'])],
      [topology(['zone', 'a', 'a'])],
      [topology(['zone', 'a'], ['zone', 'b'])],
      [topology(['zone', 'a', 'b']), topology(['zone', 'b', 'a'])],
      [topology(['zone', 'a'], ['rack', 'b']), topology(['rack', 'b'], ['zone', 'a'])],
    ],
  }),
  ...fieldOf(
    storageKind('VolumeAttributesClass', { driverName: 'a.b', parameters: { a: 'b' } }),
    'driverName',
    { takes: ['a', 'A.b', 'a.b/C'], refuses: [undefined, '', 'a b', '-a', a(64), 'a/b/c'] },
    '1.36',
  ),
  ...fieldOf(
    storageKind('VolumeAttributesClass', { driverName: 'a.b' }),
    'parameters',
    { ...parameters, refuses: [undefined, {}, ...parameters.refuses!] },
    '1.36',
  ),
  ...fieldOf(
    storageKind('VolumeAttributesClass', { driverName: 'a.b', parameters: { a: 'b' } }),
    'metadata.name',
    subdomain,
    '1.36',
  ),
];

const csiDriver = storageKind('CSIDriver', { spec: {} });
const csiNode = storageKind('CSINode', { spec: { drivers: [{ name: 'a.b', nodeID: 'n' }] } });
const capacity = storageKind('CSIStorageCapacity', { storageClassName: 'fast' });

const drivers: readonly Case[] = [
  ...fieldOf(csiDriver, 'metadata.name', subdomain),
  ...fieldOf(csiDriver, 'spec', { takes: [undefined, {}] }),
  ...fieldOf(csiDriver, 'spec.fsGroupPolicy', {
    takes: [undefined, 'File', 'None', 'ReadWriteOnceWithFSType'],
    refuses: ['', 'file'],
  }),
  ...fieldOf(csiDriver, 'spec.volumeLifecycleModes', {
    takes: [[], ['Persistent'], ['Ephemeral', 'Ephemeral']],
    refuses: [[''], ['Persistent', 'x']],
  }),
  ...fieldOf(csiDriver, 'spec.tokenRequests', {
    takes: [
      [],
      [{}],
      [{ audience: 'a' }, { audience: '' }],
      [{ audience: 'a', expirationSeconds: 600 }],
      [{ audience: 'a', expirationSeconds: 2 ** 32 }],
    ],
    refuses: [
      [{ audience: 'a' }, { audience: 'a' }],
      [{}, { audience: '' }],
      [{ audience: 'a', expirationSeconds: 599 }],
      [{ audience: 'a', expirationSeconds: 2 ** 32 + 1 }],
      [{ audience: 'a', expirationSeconds: -1 }],
    ],
  }),
  ...['attachRequired', 'podInfoOnMount', 'storageCapacity', 'requiresRepublish', 'seLinuxMount'].flatMap((name) =>
    fieldOf(csiDriver, `spec.${name}`, { takes: [true, false, null], refuses: ['true'] }),
  ),
  ...fieldOf(
    csiDriver,
    'spec.nodeAllocatableUpdatePeriodSeconds',
    { takes: [10, 2 ** 40], refuses: [9, 0, -1] },
    '1.36',
  ),
  ...fieldOf(csiDriver, 'spec.serviceAccountTokenInSecrets', { takes: [null], refuses: [true, false] }, '1.36'),
  ...fieldOf(
    storageKind('CSIDriver', { spec: { tokenRequests: [{ audience: 'a' }] } }),
    'spec.serviceAccountTokenInSecrets',
    { takes: [true, false] },
    '1.36',
  ),
  ...fieldOf(csiDriver, 'spec.preventPodSchedulingIfMissing', { takes: [true] }, '1.36'),
  ...fieldOf(csiNode, 'metadata.name', subdomain),
  ...fieldOf(csiNode, 'spec.drivers', {
    takes: [
      undefined,
      [],
      [
        { name: 'a', nodeID: 'n' },
        { name: 'A', nodeID: 'n' },
      ],
    ],
    refuses: [
      [{}],
      [
        { name: 'a', nodeID: 'n' },
        { name: 'a', nodeID: 'm' },
      ],
    ],
  }),
  ...fieldOf(csiNode, 'spec.drivers[0].name', { ...driverName, refuses: [undefined, ...driverName.refuses!] }),
  ...fieldOf(csiNode, 'spec.drivers[0].nodeID', {
    takes: [' ', a(256), 'é'.repeat(128)],
    refuses: [undefined, '', a(257), 'é'.repeat(129)],
  }),
  ...fieldOf(csiNode, 'spec.drivers[0].allocatable', { takes: [{}, { count: 0 }], refuses: [{ count: -1 }] }),
  ...fieldOf(csiNode, 'spec.drivers[0].topologyKeys', {
    takes: [[], ['a', 'a.b/c']],
    refuses: [[''], ['a', 'a'], ['a b'], ['A.b/c']],
  }),
  ...fieldOf(capacity, 'metadata.name', subdomain),
  ...fieldOf(capacity, 'storageClassName', { takes: subdomain.takes, refuses: [undefined, '', ...subdomain.refuses] }),
  ...fieldOf(capacity, 'capacity', { takes: [undefined, 0, '1n', '100Gi'], refuses: [-1, '-1n', 'x'] }),
  ...fieldOf(capacity, 'maximumVolumeSize', { takes: [0, -1], refuses: ['x'] }),
  ...fieldOf(capacity, 'nodeTopology', {
    takes: [{}, { matchLabels: { 'beta.kubernetes.io/os': 'linux' } }],
    refuses: [{ matchLabels: { a: 'b c' } }, { matchExpressions: [{ key: 'a', operator: 'In' }] }],
  }),
];

const attachment = (source: Fields): (() => Fields) =>
  storageKind('VolumeAttachment', { spec: { attacher: 'csi.example.com', nodeName: 'node-1', source } });
const inline = (spec: Fields = {}): (() => Fields) =>
  attachment({ inlineVolumeSpec: { accessModes: ['ReadWriteOnce'], csi: CSI, ...spec } });

const attachments: readonly Case[] = [
  ...fieldOf(attachment({ persistentVolumeName: 'a' }), 'metadata.name', subdomain),
  ...fieldOf(attachment({ persistentVolumeName: 'a' }), 'spec', { refuses: [undefined, {}] }),
  ...fieldOf(attachment({ persistentVolumeName: 'a' }), 'spec.attacher', {
    ...driverName,
    refuses: [undefined, ...driverName.refuses!],
  }),
  ...fieldOf(attachment({ persistentVolumeName: 'a' }), 'spec.nodeName', {
    takes: subdomain.takes,
    refuses: [undefined, '', ...subdomain.refuses],
  }),
  ...fieldOf(attachment({}), 'spec.source.persistentVolumeName', {
    takes: subdomain.takes,
    refuses: [undefined, '', ...subdomain.refuses],
  }),
  ...fieldOf(inline(), 'spec.source.persistentVolumeName', { takes: [undefined], refuses: ['a', ''] }),
  ...fieldOf(attachment({ persistentVolumeName: 'a' }), 'status', { takes: [{ attached: true, attachError: {} }] }),
  ...Object.entries<Values>({
    accessModes: { takes: [['ReadOnlyMany', 'ReadWriteMany']], refuses: [undefined, [], ['x'], ['ReadWriteOncePod']] },
    capacity: { takes: [undefined, {}], refuses: [{ storage: 1 }, { storage: 0 }] },
    claimRef: { refuses: [{}, { name: 'a' }] },
    csi: { refuses: [undefined, {}, { ...CSI, driver: '' }, { ...CSI, nodePublishSecretRef: {} }] },
    hostPath: { refuses: [{ path: '/a' }] },
    persistentVolumeReclaimPolicy: { takes: ['', 'Retain'], refuses: ['Delete', 'Recycle', 'x'] },
    nodeAffinity: { refuses: [{}, term({ key: 'a', operator: 'Exists' })] },
    storageClassName: { takes: [''], refuses: ['a', 'A'] },
    volumeMode: { takes: ['Filesystem'], refuses: ['', 'Block'] },
    mountOptions: { takes: [['a']] },
  }).flatMap(([name, values]) => fieldOf(inline(), `spec.source.inlineVolumeSpec.${name}`, values)),
  ...fieldOf(inline(), 'spec.source.inlineVolumeSpec.volumeAttributesClassName', { takes: ['', 'Not A Name'] }, '1.36'),
  ...fieldOf(inline(), 'spec.source.inlineVolumeSpec.accessModes', { takes: [['ReadWriteOncePod']] }, '1.36'),
  ...fieldOf(inline({ csi: undefined }), 'spec.source.inlineVolumeSpec.nfs', {
    refuses: [undefined, { server: 'a', path: '/b' }],
  }),
];

export const storage: readonly Case[] = [...claims, ...sources, ...volumes, ...classes, ...drivers, ...attachments];
