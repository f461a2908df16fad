// What a PersistentVolumeClaim, or a template of one, refers to.
// https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
import type { At } from '../../report/place';
import type { PersistentVolumeClaimSpec } from '../api/types';
import type { References } from './references';

export function claimReferences(spec: PersistentVolumeClaimSpec, place: At, references: References): void {
  const { storageClassName, volumeAttributesClassName, volumeName } = spec;
  if (storageClassName) references.object('StorageClass', storageClassName, place, 'storageClassName');
  if (volumeAttributesClassName) {
    references.object('VolumeAttributesClass', volumeAttributesClassName, place, 'volumeAttributesClassName');
  }
  if (volumeName) references.object('PersistentVolume', volumeName, place, 'volumeName');
}
