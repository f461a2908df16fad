import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (kind: string, fields: object, kubernetes?: string) =>
  validateManifest({ apiVersion: 'storage.k8s.io/v1', kind, metadata: { name: 'a' }, ...fields }, { kubernetes });
const lines = (kind: string, fields: object, kubernetes?: string) => problems(kind, fields, kubernetes).map(line);

test('CSIDriver: tokens', () => {
  const driver = (spec: object, kubernetes: string) => lines('CSIDriver', { spec }, kubernetes);
  const tokenRequests = [{ audience: 'a', expirationSeconds: 599 }, { audience: 'a', expirationSeconds: 1 }, {}];
  expect(driver({ tokenRequests }, '1.34')).toEqual([
    'duplicate spec.tokenRequests[1].audience',
    'out-of-range spec.tokenRequests[0].expirationSeconds',
  ]);
  expect(driver({ tokenRequests: [{}] }, '1.34')).toEqual([]);
  expect(driver({ tokenRequests: [{}] }, '1.35')).toEqual(['?suspicious spec.serviceAccountTokenInSecrets']);
  expect(driver({ tokenRequests: [{}], serviceAccountTokenInSecrets: true }, '1.35')).toEqual([]);
  expect(driver({ serviceAccountTokenInSecrets: false }, '1.35')).toEqual([
    'conflict spec.serviceAccountTokenInSecrets',
  ]);
});

test('CSIDriver: a period that is looked at by those that do not drop it', () => {
  const spec = { nodeAllocatableUpdatePeriodSeconds: 9 };
  expect(lines('CSIDriver', { spec }, '1.34')).toEqual(['?dropped spec.nodeAllocatableUpdatePeriodSeconds']);
  expect(lines('CSIDriver', { spec }, '1.35')).toEqual(['out-of-range spec.nodeAllocatableUpdatePeriodSeconds']);
});

test('CSINode', () => {
  const nodeID = 'é'.repeat(128);
  const drivers = [
    { name: 'a', nodeID, allocatable: { count: -1 } },
    { name: 'a', nodeID: `${nodeID}x`, topologyKeys: ['zone', '', 'zone'] },
  ];
  expect(lines('CSINode', { spec: { drivers } })).toEqual([
    'out-of-range spec.drivers[0].allocatable.count',
    'too-long spec.drivers[1].nodeID',
    'bad-name spec.drivers[1].topologyKeys[1]',
    'duplicate spec.drivers[1].topologyKeys[2]',
    'duplicate spec.drivers[1].name',
  ]);
});

test('CSIStorageCapacity', () => {
  const nodeTopology = { matchLabels: { 'beta.kubernetes.io/os': 'a b' } };
  expect(lines('CSIStorageCapacity', { capacity: '-1', maximumVolumeSize: '-1', nodeTopology })).toEqual([
    'bad-name nodeTopology.matchLabels["beta.kubernetes.io/os"]',
    '?deprecated nodeTopology.matchLabels["beta.kubernetes.io/os"]',
    'required storageClassName',
    'out-of-range capacity',
  ]);
});

test('VolumeAttachment: one source', () => {
  const attachment = (source: object, kubernetes?: string) =>
    lines('VolumeAttachment', { spec: { attacher: 'a.b', nodeName: 'n', source } }, kubernetes);
  expect(attachment({})).toEqual(['required spec.source']);
  expect(attachment({ persistentVolumeName: 'A' })).toEqual(['bad-name spec.source.persistentVolumeName']);
  expect(attachment({ persistentVolumeName: 'a', inlineVolumeSpec: {} })).toEqual(['conflict spec.source']);
});

test('VolumeAttachment: a volume without an object of its own', () => {
  const inline = (spec: object, kubernetes?: string) =>
    problems(
      'VolumeAttachment',
      {
        spec: {
          attacher: 'a.b',
          nodeName: 'n',
          source: { inlineVolumeSpec: { csi: { driver: 'a.b', volumeHandle: 'c' }, ...spec } },
        },
      },
      kubernetes,
    ).map((problem) => line(problem).replace('spec.source.inlineVolumeSpec', 's'));
  const accessModes = ['ReadWriteOnce'];
  expect(inline({ accessModes, volumeAttributesClassName: 'Gold' }, '1.29')).toEqual([]);
  expect(
    inline({
      accessModes,
      capacity: { storage: 1 },
      claimRef: {},
      nodeAffinity: {},
      storageClassName: 'a',
      persistentVolumeReclaimPolicy: 'Delete',
      volumeMode: 'Block',
    }),
  ).toEqual(
    ['claimRef', 'capacity', 'nodeAffinity', 'storageClassName', 'persistentVolumeReclaimPolicy', 'volumeMode'].map(
      (field) => `forbidden s.${field}`,
    ),
  );
  expect(inline({ accessModes: ['ReadWriteOncePod'] }, '1.28')).toEqual(['forbidden s.accessModes[0]']);
  expect(inline({ accessModes: ['ReadWriteOncePod'] }, '1.29')).toEqual([]);
  expect(inline({ accessModes, csi: undefined, nfs: { server: 'a', path: '/b' } })).toEqual(['required s.csi']);
});

test('VolumeAttributesClass', () => {
  expect(lines('VolumeAttributesClass', {}, '1.36')).toEqual(['required driverName', 'required parameters']);
  expect(lines('VolumeAttributesClass', { driverName: 'a.b', parameters: { a: '' } }, '1.34')).toEqual([]);
  expect(lines('VolumeAttributesClass', { driverName: 'a.b', parameters: { a: '' } }, '1.33')).toHaveLength(1);
});
