import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (source: object) =>
  validateManifest(
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'VolumeAttachment',
      metadata: { name: 'a' },
      spec: { attacher: 'csi.example.com', nodeName: 'node', source },
    },
    { kubernetes: '1.36' },
  );

test('a volume with a name, or one without an object of its own', () => {
  const csi = { driver: 'csi.example.com', volumeHandle: 'a' };
  const inlineVolumeSpec = { accessModes: ['ReadWriteOnce'], csi };
  expect(problems({ persistentVolumeName: 'a' })).toEqual([]);
  expect(problems({ inlineVolumeSpec })).toEqual([]);
  expect(problems({})).toMatchObject([
    { code: 'required', message: 'must have one of persistentVolumeName and inlineVolumeSpec' },
  ]);
  expect(problems({ persistentVolumeName: 'a', inlineVolumeSpec })).toMatchObject([
    { code: 'conflict', message: 'may have only one of persistentVolumeName and inlineVolumeSpec' },
  ]);
  expect(problems({ inlineVolumeSpec: { ...inlineVolumeSpec, volumeMode: 'Block' } }).map(line)).toEqual([
    'forbidden spec.source.inlineVolumeSpec.volumeMode',
  ]);
});
