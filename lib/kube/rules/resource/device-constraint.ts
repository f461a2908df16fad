// DeviceConstraint: an attribute that all devices of a claim must share, or in which they must differ.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { DeviceConstraint } from '../../api/types';
import { offAt, since } from '../../server';
import { checkSpelling } from '../checks';
import { warnOfDropped } from './dropped';
import { fullAttributeName } from './qualified-name';

const GATE = 'DRAConsumableCapacity';
/** 1.34 forgets to drop the field. */
const DROPPED = offAt(GATE) & since('1.35');

export function checkDeviceConstraint(constraint: DeviceConstraint, place: At, report: Report): void {
  const { matchAttribute, distinctAttribute } = constraint;
  const match = at(place, 'matchAttribute');
  const distinct = at(place, 'distinctAttribute');
  checkSpelling(matchAttribute, fullAttributeName, match, report);
  if (distinctAttribute !== undefined) warnOfDropped(GATE, DROPPED, distinct, report);
  if (matchAttribute !== undefined) {
    if (distinctAttribute === undefined) return;
    const message = 'is not looked at beside matchAttribute';
    report.warning(distinct, 'no-effect', message, { value: distinctAttribute, where: ~DROPPED });
  } else if (distinctAttribute === undefined) {
    report.error(match, 'required', 'is required: the full name of an attribute, as in gpu.example.com/model');
  } else {
    const problem = fullAttributeName(distinctAttribute);
    if (problem !== undefined)
      report.error(distinct, 'bad-name', problem, { value: distinctAttribute, where: ~DROPPED });
    const message = 'is required, as nothing is left of distinctAttribute';
    report.error(match, 'required', message, { where: DROPPED });
  }
}
