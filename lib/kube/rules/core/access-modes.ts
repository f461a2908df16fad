// PersistentVolumeAccessMode: from how many nodes a volume may be read and written.
// https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { didYouMean } from '../../../report/suggest';
import { checkOneOf, checkRequired } from '../checks';

const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

/** How kubectl prints them. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['RWO', 'ReadWriteOnce'],
  ['ROX', 'ReadOnlyMany'],
  ['RWX', 'ReadWriteMany'],
  ['RWOP', 'ReadWriteOncePod'],
]);

export function checkAccessModes(modes: readonly string[] | undefined, place: At, report: Report): void {
  if (!checkRequired(modes, place, report, 'must have at least one access mode')) return;
  modes?.forEach((mode, index) => checkMode(mode, at(place, index), report));
  if (
    modes?.includes('ReadWriteOncePod') &&
    modes.some((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode))
  ) {
    report.error(place, 'conflict', 'may not have other modes beside ReadWriteOncePod');
  }
}

function checkMode(mode: string, place: At, report: Report): void {
  const meant = SHORT.get(mode);
  if (meant === undefined) return checkOneOf(mode, ACCESS_MODES, place, report);
  report.error(place, 'not-one-of', 'must be written out', { value: mode, hint: didYouMean(meant) });
}
