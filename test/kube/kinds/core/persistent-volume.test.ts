import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const NFS = { server: 'a', path: '/b' };
const CSI = { driver: 'a.b', volumeHandle: 'c' };
const problems = (spec: object, kubernetes?: string, metadata?: object) =>
  validateManifest(
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'data', ...metadata },
      spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '8Gi' }, ...spec },
    },
    { kubernetes },
  );
const lines = (spec: object, kubernetes?: string, metadata?: object) => problems(spec, kubernetes, metadata).map(line);

test('capacity', () => {
  expect(lines({ nfs: NFS, capacity: {} })).toEqual(['required spec.capacity.storage']);
  expect(lines({ nfs: NFS, capacity: { storage: 0, memory: 1 } })).toEqual([
    'out-of-range spec.capacity.storage',
    'not-one-of spec.capacity.memory',
  ]);
  expect(problems({ nfs: NFS, capacity: { storage: '9223372036854775808' } })).toMatchObject([
    { message: 'is more bytes than a 64-bit integer can count' },
  ]);
});

test('one source, in the order in which the server looks', () => {
  expect(lines({})).toEqual(['required spec']);
  expect(problems({ csi: { driver: 5 }, nfs: NFS })).toMatchObject([
    { code: 'wrong-type' },
    { path: ['spec', 'csi'], message: 'may not be set beside nfs: a volume has only one source' },
  ]);
  // The one that the server does not count.
  expect(lines({ nfs: NFS, flexVolume: { driver: 'a' } })).toEqual(['?suspicious spec.flexVolume']);
  expect(lines({ flexVolume: { driver: 'a' }, csi: CSI })).toEqual(['forbidden spec.csi']);
});

test('secrets are named with their namespace', () => {
  const [secret, none] = [{ name: 'A', namespace: 'a.b' }, {}];
  expect(lines({ csi: { ...CSI, nodePublishSecretRef: secret, controllerExpandSecretRef: none } })).toEqual([
    'required spec.csi.controllerExpandSecretRef.name',
    'required spec.csi.controllerExpandSecretRef.namespace',
    'bad-name spec.csi.nodePublishSecretRef.name',
    'bad-name spec.csi.nodePublishSecretRef.namespace',
  ]);
  expect(lines({ csi: { ...CSI, nodeStageSecretRef: none } })).toEqual(['?suspicious spec.csi.nodeStageSecretRef']);
  expect(lines({ cinder: { volumeID: 'a', secretRef: { name: 'A' } } })).toEqual([
    'required spec.cinder.secretRef.namespace',
  ]);
  expect(lines({ azureFile: { secretName: 'a', shareName: 'b', secretNamespace: '' } })).toEqual([
    'required spec.azureFile.secretNamespace',
  ]);
  expect(lines({ glusterfs: { endpoints: 'a', path: 'b', endpointsNamespace: '' } })).toEqual([
    'bad-name spec.glusterfs.endpointsNamespace',
    '?no-effect spec.glusterfs',
  ]);
});

test('a local volume is somewhere', () => {
  const local = { path: '/mnt/..' };
  expect(problems({ local })).toMatchObject([
    { path: ['spec', 'local', 'path'] },
    { path: ['spec', 'nodeAffinity'], message: 'is required for a local volume: which node has it' },
  ]);
  expect(lines({ local: { path: '/mnt' }, nodeAffinity: {} })).toEqual(['required spec.nodeAffinity.required']);
});

test('an iSCSI interface is named after the volume, generated names too', () => {
  const iqn = 'iqn.2001-04.com.example:storage';
  const iscsi = { targetPortal: 'a'.repeat(59), iqn, lun: 0, initiatorName: iqn };
  expect(lines({ iscsi })).toEqual([]);
  expect(lines({ iscsi }, undefined, { name: 'data1' })).toEqual(['too-long spec.iscsi.targetPortal']);
  expect(lines({ iscsi }, undefined, { name: undefined, generateName: 'd' })).toContain(
    'too-long spec.iscsi.targetPortal',
  );
});

test('the root of a node is not recycled, however it is written', () => {
  const recycled = (path: string) =>
    lines({ hostPath: { path }, persistentVolumeReclaimPolicy: 'Recycle' }, '1.28').length > 0;
  expect(['/', '//', '/.', '/./', '/.//.'].filter(recycled)).toHaveLength(5);
  expect(['/a', '/..a', '/.a', '/...', '.'].filter(recycled)).toEqual([]);
  for (const part of ['/', './', './/']) expect(recycled(`/${part.repeat(50_000)}a`)).toBe(false);
});

test('mount options in an annotation', () => {
  const annotations = { 'volume.beta.kubernetes.io/mount-options': 'ro' };
  expect(lines({ nfs: NFS }, '1.30', { annotations })).toEqual([]);
  expect(problems({ nfs: NFS }, '1.31', { annotations })).toMatchObject([
    { severity: 'warning', hint: 'Use spec.mountOptions' },
  ]);
  expect(problems({ csi: CSI }, '1.28', { annotations })).toMatchObject([
    { severity: 'error', code: 'forbidden', message: 'may not be set for a volume with csi' },
  ]);
});

test('a VolumeAttributesClass is for drivers', () => {
  const spec = { nfs: NFS, volumeAttributesClassName: '' };
  expect(lines(spec, '1.33')).toEqual(['?dropped spec.volumeAttributesClassName']);
  expect(lines(spec, '1.34')).toEqual(['required spec.volumeAttributesClassName', 'required spec.csi']);
});

test('a claim is named whole', () => {
  expect(lines({ nfs: NFS, claimRef: { name: 'a', namespace: 'b' } })).toEqual([]);
  expect(lines({ nfs: NFS, claimRef: { name: 'a' } })).toEqual(['?suspicious spec.claimRef.namespace']);
});

test('what has been replaced', () => {
  const term = { matchExpressions: [{ key: 'node-role.kubernetes.io/master', operator: 'Exists' }] };
  const spec = { rbd: { monitors: ['a'], image: 'b' }, nodeAffinity: { required: { nodeSelectorTerms: [term] } } };
  const key = 'spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key';
  expect(lines(spec, '1.30')).toEqual(['?no-effect spec.rbd']);
  expect(lines(spec, '1.31')).toEqual(['?no-effect spec.rbd', `?deprecated ${key}`]);
  expect(problems(spec)[1]).toMatchObject({
    message: 'Kubernetes since 1.31: the node label node-role.kubernetes.io/master is deprecated',
    hint: 'Use node-role.kubernetes.io/control-plane',
  });
  const recycle = { nfs: NFS, persistentVolumeReclaimPolicy: 'Recycle' };
  expect(lines(recycle, '1.29')).toEqual([]);
  expect(lines(recycle, '1.30')).toEqual(['?deprecated spec.persistentVolumeReclaimPolicy']);
});
