import { featureGate } from '../../../../lib/kube/api/gates';
import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (spec: object, kubernetes?: string, metadata?: object) =>
  validateManifest(
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', ...metadata },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '8Gi' } }, ...spec },
    },
    { kubernetes },
  );
const lines = (spec: object, kubernetes?: string) => problems(spec, kubernetes).map(line);

test('modes and size', () => {
  expect(lines({ accessModes: ['ReadWriteOncePod'], volumeMode: 'Block', storageClassName: '' })).toEqual([]);
  expect(lines({ accessModes: [], resources: { requests: { cpu: 1 } } })).toEqual([
    'required spec.accessModes',
    'required spec.resources.requests.storage',
  ]);
  expect(lines({ accessModes: ['ReadWriteOncePod', 'ReadOnlyMany'] })).toEqual(['conflict spec.accessModes']);
  expect(problems({ accessModes: ['ReadWriteMony'], resources: { requests: { storage: 0 } } })).toMatchObject([
    { path: ['spec', 'accessModes', 0], hint: 'Did you mean "ReadWriteMany"?' },
    { code: 'out-of-range', path: ['spec', 'resources', 'requests', 'storage'], value: 0 },
  ]);
  expect(problems({ accessModes: ['RWX'] })[0]?.hint).toBe('Did you mean "ReadWriteMany"?');
  expect(problems({ resources: { requests: { storage: '800m' }, limits: { storage: '8.0001' } } })).toMatchObject([
    { severity: 'warning', message: 'is a fraction of a byte', hint: 'Did you mean 800M or 800Mi?' },
    { severity: 'warning', path: ['spec', 'resources', 'limits', 'storage'] },
  ]);
  expect(lines({ storageClassName: 'Fast', volumeMode: '' })).toEqual([
    'bad-name spec.storageClassName',
    'not-one-of spec.volumeMode',
  ]);
});

test('a source of the old kind is dropped with whatever is wrong in it, unless it is a claim or a snapshot', () => {
  const bucket = { apiGroup: 'a_b', kind: 'Bucket' };
  expect(problems({ dataSource: bucket })).toMatchObject([
    { severity: 'warning', code: 'dropped', path: ['spec', 'dataSource'], value: bucket },
  ]);
  expect(problems({ dataSource: { kind: 'VolumeSnapshot', name: 'a' } })[0]?.hint).toBe(
    'Add apiGroup: snapshot.storage.k8s.io',
  );
  expect(lines({ dataSource: { kind: 'PersistentVolumeClaim' } })).toEqual(['required spec.dataSource.name']);
  expect(lines({ dataSource: bucket, dataSourceRef: 5 })).toEqual(['wrong-type spec.dataSourceRef']);
});

test('a source of the new kind', () => {
  const bucket = { apiGroup: 'a.b', kind: 'Bucket', name: 'a' };
  expect(lines({ dataSourceRef: bucket })).toEqual([]);
  expect(lines({ dataSourceRef: bucket, dataSource: { ...bucket, name: 'b' } })).toEqual(['conflict spec.dataSource']);
  expect(lines({ dataSourceRef: { kind: 'Bucket', name: 'a' } })).toEqual(['conflict spec.dataSourceRef.kind']);
  expect(lines({ dataSourceRef: { ...bucket, apiGroup: 'A' } }, '1.28')).toEqual([]);
  expect(problems({ dataSourceRef: { ...bucket, apiGroup: 'A' } })).toMatchObject([
    { severity: 'warning', message: expect.stringMatching(/^Kubernetes since 1\.29: /) as string },
  ]);
});

test('a source in another namespace is dropped by every server that there is', () => {
  expect(featureGate('CrossNamespaceVolumeDataSource')?.on).toBe(0);
  expect(lines({ dataSourceRef: { kind: 'x', namespace: 'A' }, dataSource: { kind: 'y' } })).toEqual([
    '?dropped spec.dataSourceRef',
    '?dropped spec.dataSource',
  ]);
});

test('a VolumeAttributesClass is looked at by those that have them', () => {
  const spec = { volumeAttributesClassName: 'Gold' };
  expect(lines(spec, '1.28')).toEqual(['unknown-field spec.volumeAttributesClassName']);
  expect(lines(spec, '1.29-1.33')).toEqual(['?dropped spec.volumeAttributesClassName']);
  expect(lines(spec, '>=1.34')).toEqual(['bad-name spec.volumeAttributesClassName']);
  expect(lines({ volumeAttributesClassName: '' }, '1.36')).toEqual([]);
});

test('what the server drops or warns of', () => {
  const annotations = { 'volume.beta.kubernetes.io/storage-class': 'fast' };
  expect(problems({}, undefined, { annotations })).toMatchObject([
    { severity: 'warning', code: 'deprecated', hint: 'Use spec.storageClassName' },
  ]);
  const resources = { requests: { storage: 1 }, claims: [{ name: 'a' }] };
  expect(lines({ resources }, '1.28')).toEqual(['?dropped spec.resources.claims']);
  expect(lines({ resources }, '1.29')).toEqual(['unknown-field spec.resources.claims']);
  expect(lines({ volumeName: 'Not A Name' })).toEqual(['?suspicious spec.volumeName']);
});
