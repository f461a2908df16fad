// PersistentVolumeAccessMode: from how many nodes a volume may be read and written.
// https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { checkOneOf, checkRequired } from '../checks';

const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

export function checkAccessModes(modes: readonly string[] | undefined, place: At, report: Report): void {
  if (!checkRequired(modes, place, report, 'must have at least one access mode')) return;
  modes?.forEach((mode, index) => checkOneOf(mode, ACCESS_MODES, at(place, index), report));
  if (
    modes?.includes('ReadWriteOncePod') &&
    modes.some((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode))
  ) {
    report.error(place, 'conflict', 'may not have other modes beside ReadWriteOncePod');
  }
}
