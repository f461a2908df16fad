// PersistentVolume.
// https://kubernetes.io/docs/reference/kubernetes-api/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PersistentVolume } from '../../api/types';
import { checkMetadata } from '../../rules/meta/metadata';

export function checkPersistentVolume({ metadata }: PersistentVolume, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report);
}
