// The annotation that named the StorageClass of claims and volumes before they had a field for it.
// https://kubernetes.io/docs/reference/labels-annotations-taints/#volume-beta-kubernetes-io-storage-class
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ObjectMeta } from '../../api/types';

const STORAGE_CLASS = 'volume.beta.kubernetes.io/storage-class';

export function warnOfClassAnnotation(metadata: ObjectMeta | undefined, place: At, report: Report): void {
  if (!Object.hasOwn(metadata?.annotations ?? {}, STORAGE_CLASS)) return;
  const here = at(at(at(place, 'metadata'), 'annotations'), STORAGE_CLASS);
  const message = 'is deprecated since Kubernetes 1.8, and goes before spec.storageClassName';
  report.warning(here, 'deprecated', message, { hint: 'use spec.storageClassName' });
}
