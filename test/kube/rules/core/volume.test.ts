import { validateManifest } from '../../../../lib/kube/validate';
import { line, ofPod, problemsOfPod } from '../pod';

const ofVolume = (fields: object): string[] =>
  ofPod({ volumes: [{ name: 'v', ...fields }] }).map((text) => text.replace('spec.volumes[0].', ''));

const onlyOf = (fields: object) => {
  const problems = problemsOfPod({ containers: [{ name: 'a', image: 'b' }], volumes: [{ name: 'v', ...fields }] });
  expect(problems).toHaveLength(1);
  return problems[0];
};

test('names', () => {
  const volumes = ['a', 'a', undefined, 'A'].map((name) => ({ name, emptyDir: {} }));
  expect(ofPod({ volumes })).toEqual([
    'required spec.volumes[2].name',
    'bad-name spec.volumes[3].name',
    'duplicate spec.volumes[1].name',
  ]);
});

test('at most one source', () => {
  expect(onlyOf({})).toMatchObject({ severity: 'warning', code: 'suspicious', hint: 'Write emptyDir: {}' });
  expect(ofVolume({ emptyDir: {}, configMap: { name: 'a' } })).toEqual(['forbidden configMap']);
  expect(onlyOf({ emptyDir: {}, configMap: { name: 'a' } })?.message).toBe(
    'may not be set beside emptyDir: a volume has only one source',
  );
  expect(ofVolume({ emptyDir: {}, configMap: null })).toEqual([]);
  expect(ofVolume({ config: { name: 'a' } })).toEqual(['unknown-field config']);
});

test('ConfigMap, Secret and claim', () => {
  expect(ofVolume({ configMap: {} })).toEqual(['required configMap.name']);
  // One fault, said once: the name is there, under a wrong key.
  expect(ofVolume({ secret: { name: 'a' } })).toEqual(['unknown-field secret.name']);
  expect(ofVolume({ secret: {} })).toEqual(['required secret.secretName']);
  expect(ofVolume({ persistentVolumeClaim: { claimName: '' } })).toEqual(['required persistentVolumeClaim.claimName']);
  expect(ofVolume({ configMap: { name: 'Not A Name!' } })).toEqual(['?suspicious configMap.name']);
});

test('modes: decimal numbers that look octal come with what was meant', () => {
  expect(onlyOf({ configMap: { name: 'a', defaultMode: 644 } })).toMatchObject({
    code: 'out-of-range',
    value: 644,
    hint: 'Write 0644 in YAML or 420 in JSON',
  });
  expect(onlyOf({ secret: { secretName: 'a', items: [{ key: 'a', path: 'b', mode: 1000 }] } })?.hint).toBeUndefined();
  expect(ofVolume({ configMap: { name: 'a', defaultMode: 511 } })).toEqual([]);
  expect(ofVolume({ configMap: { name: 'a', defaultMode: -1 } })).toEqual(['out-of-range configMap.defaultMode']);
});

test('items', () => {
  expect(
    ofVolume({ configMap: { name: 'a', items: [{ key: 'x', path: 'a/..b' }, {}, { key: 'x', path: '..a' }] } }),
  ).toEqual([
    'required configMap.items[1].key',
    'required configMap.items[1].path',
    'bad-name configMap.items[2].path',
  ]);
});

test('projected', () => {
  const projected = (...sources: unknown[]) => ofVolume({ projected: { sources } });
  const item = { key: 'a', path: 'p' };
  expect(projected({}, { serviceAccountToken: { path: '/x/..', expirationSeconds: 600 } })).toEqual([
    '?no-effect projected.sources[0]',
    '?refused-later projected.sources[1].serviceAccountToken',
  ]);
  expect(projected({ secret: { name: 'A' } })).toEqual(['?suspicious projected.sources[0].secret.name']);
  expect(projected({ secret: { name: 'a' }, configMap: { name: 'a' } })).toEqual(['conflict projected.sources[0]']);
  expect(projected({ secret: { name: 'a', items: [item] } }, { configMap: { name: 'a', items: [item] } })).toEqual([
    'duplicate projected.sources[1].configMap.items[0].path',
  ]);
  const below = { ...item, path: 'p/q' };
  expect(projected({ secret: { name: 'a', items: [below] } }, { configMap: { name: 'a', items: [item] } })).toEqual([
    '?suspicious projected.sources[1].configMap.items[0].path',
  ]);
  expect(ofVolume({ configMap: { name: 'a', items: [item, below, { ...item, path: 'pq' }, item] } })).toEqual([
    '?suspicious configMap.items[1].path',
    '?suspicious configMap.items[3].path',
  ]);
  expect(projected({ serviceAccountToken: { expirationSeconds: 599 } }).slice(0, 2)).toEqual([
    'out-of-range projected.sources[0].serviceAccountToken.expirationSeconds',
    'required projected.sources[0].serviceAccountToken.path',
  ]);
});

test('downwardAPI', () => {
  const file = (fields: object) => ofVolume({ downwardAPI: { items: [{ path: 'a', ...fields }] } });
  expect(file({ fieldRef: { fieldPath: 'metadata.labels' } })).toEqual([]);
  expect(file({})).toEqual(['required downwardAPI.items[0]']);
  expect(file({ fieldRef: { fieldPath: 'spec.nodeName' } })).toEqual([
    'not-one-of downwardAPI.items[0].fieldRef.fieldPath',
  ]);
  expect(file({ resourceFieldRef: { resource: 'limits.cpu' } })).toEqual([
    'required downwardAPI.items[0].resourceFieldRef.containerName',
  ]);
});

test('emptyDir, hostPath, nfs', () => {
  expect(ofVolume({ emptyDir: { sizeLimit: '-1' } })).toEqual(['out-of-range emptyDir.sizeLimit']);
  expect(ofVolume({ emptyDir: { medium: 'memory' } })).toEqual(['?suspicious emptyDir.medium']);
  expect(ofVolume({ hostPath: { path: '/a/../b', type: 'Dir' } })).toEqual([
    'bad-name hostPath.path',
    'not-one-of hostPath.type',
  ]);
  expect(ofVolume({ hostPath: { path: 'a', type: '' } })).toEqual([]);
  expect(onlyOf({ nfs: { server: 'a', path: 'b' } })).toMatchObject({ code: 'bad-name', hint: 'Write /b' });
});

test('other storage', () => {
  expect(ofVolume({ csi: { driver: 'Ebs.CSI.aws.com', nodePublishSecretRef: {} } })).toEqual([
    'required csi.nodePublishSecretRef.name',
  ]);
  expect(ofVolume({ iscsi: { targetPortal: 'a', iqn: 'x', lun: 256, chapAuthSession: true } })).toEqual([
    'bad-name iscsi.iqn',
    'out-of-range iscsi.lun',
    'required iscsi.secretRef',
  ]);
  const portal = (length: number) => ({
    iscsi: { targetPortal: 'a'.repeat(length), iqn: 'eui.0123456789abcdef', initiatorName: 'eui.0123456789abcdef' },
  });
  expect(ofVolume(portal(62))).toEqual([]);
  expect(ofVolume(portal(63))).toEqual(['too-long iscsi.targetPortal']);
  expect(ofVolume({ azureDisk: { diskName: 'a', diskURI: '/subscriptions/x' } })).toEqual([
    'bad-name azureDisk.diskURI',
  ]);
  expect(ofVolume({ azureDisk: { diskName: 'a', diskURI: '/subscriptions/x', kind: 'Managed' } })).toEqual([]);
  expect(ofVolume({ fc: { wwids: ['a'], targetWWNs: ['b'] } })).toEqual(['conflict fc', 'required fc.lun']);
  expect(ofVolume({ flexVolume: { driver: 'a', options: { 'x.k8s.io/a': 'b' } } })).toEqual([
    'forbidden flexVolume.options["x.k8s.io/a"]',
  ]);
  expect(ofVolume({ quobyte: { registry: 'a:1,b', volume: 'v' } })).toEqual([
    'bad-name quobyte.registry',
    '?deprecated quobyte',
  ]);
  expect(ofVolume({ flocker: {} })).toEqual(['required flocker', '?deprecated flocker']);
  expect(ofVolume({ cephfs: { monitors: [] } })).toEqual(['required cephfs.monitors', '?deprecated cephfs']);
});

test('ephemeral claims', () => {
  const claim = (spec: object, metadata?: object) =>
    ofVolume({ ephemeral: { volumeClaimTemplate: { metadata, spec } } });
  const sound = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  expect(claim(sound, { labels: { a: 'b' } })).toEqual([]);
  expect(claim(sound, { name: 'a' })).toEqual(['forbidden ephemeral.volumeClaimTemplate.metadata.name']);
  expect(claim({})).toEqual([
    'required ephemeral.volumeClaimTemplate.spec.accessModes',
    'required ephemeral.volumeClaimTemplate.spec.resources.requests.storage',
  ]);
  expect(claim({ ...sound, accessModes: ['ReadWriteOncePod', 'ReadOnlyMany'] })).toEqual([
    'conflict ephemeral.volumeClaimTemplate.spec.accessModes',
  ]);
  expect(claim({ ...sound, dataSource: { kind: 'VolumeSnapshot', name: 'a' } })).toEqual([
    'conflict ephemeral.volumeClaimTemplate.spec.dataSource.kind',
  ]);
  expect(ofVolume({ ephemeral: {} })).toEqual(['required ephemeral.volumeClaimTemplate']);
});

test('lines are those of the problems', () => {
  expect(line({ code: 'conflict', severity: 'warning', path: ['b', 0], message: '' })).toBe('?conflict b[0]');
});

test('a token needs an account', () => {
  const volumes = [{ name: 'v', projected: { sources: [{ serviceAccountToken: { path: 'a' } }] } }];
  expect(ofPod({ volumes, serviceAccountName: 'default' })).toEqual([]);
  expect(ofPod({ volumes, serviceAccountName: '' })).toEqual([
    '?refused-later spec.volumes[0].projected.sources[0].serviceAccountToken',
  ]);
});

test('a volume of an image goes with its mounts where its gate is off', () => {
  const object = (volume: object): object => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'a' },
    spec: {
      template: {
        spec: {
          restartPolicy: 'Never',
          containers: [{ name: 'a', image: 'b:1', volumeMounts: [{ name: 'v' }] }],
          volumes: [volume, { name: 'v', emptyDir: {} }],
        },
      },
    },
  });
  const said = (kubernetes: string, volume: object): string[] =>
    validateManifest(object(volume), { kubernetes }).map((problem) =>
      line({ ...problem, path: problem.path.slice(3) }),
    );
  const both = { name: 'v', image: { reference: 'a:1' }, emptyDir: {} };
  expect(said('1.34', both)).toEqual(['?dropped volumes[0].image']);
  expect(said('1.35', both)).toEqual([
    'forbidden volumes[0].image',
    'duplicate volumes[1].name',
    'required containers[0].volumeMounts[0].mountPath',
  ]);
  expect(said('1.34', { name: 'w', emptyDir: {} })).toEqual(['required containers[0].volumeMounts[0].mountPath']);
});
