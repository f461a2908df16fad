// DeviceTaint and DeviceToleration: what keeps devices from being used, and requests that put up with it.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#device-taints-and-tolerations
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { DeviceTaint, DeviceToleration } from '../../api/types';
import { offAt, since, until } from '../../server';
import { labelValue, qualifiedName } from '../../values/syntax';
import { checkOneOf, checkRequired, checkSpelling } from '../checks';
import { warnOfDropped } from './dropped';

const EFFECTS = ['NoSchedule', 'NoExecute', 'None'];
const OLD_EFFECTS = ['NoSchedule', 'NoExecute'];
const GATE = 'DRADeviceTaints';
/** 1.34 forgets to drop tolerations. */
const DROPPED = offAt(GATE) & since('1.35');

export function checkDeviceTaint({ key, value, effect }: DeviceTaint, place: At, report: Report): void {
  if (checkRequired(key, at(place, 'key'), report)) checkSpelling(key, qualifiedName, at(place, 'key'), report);
  checkSpelling(value, labelValue, at(place, 'value'), report);
  if (checkRequired(effect, at(place, 'effect'), report)) checkOneOf(effect, EFFECTS, at(place, 'effect'), report);
}

export function checkDeviceTolerations(
  tolerations: readonly DeviceToleration[] | undefined,
  place: At,
  report: Report,
): void {
  if (tolerations === undefined) return;
  tolerations.forEach((toleration, index) => checkToleration(toleration, at(place, index), report));
  warnOfDropped(GATE, DROPPED, place, report);
}

function checkToleration({ key, operator, value, effect }: DeviceToleration, place: At, report: Report): void {
  const where = ~DROPPED;
  const of = operator || 'Equal';
  if (key) checkIn(key, qualifiedName, at(place, 'key'), report, where);
  checkOneOf(of, ['Equal', 'Exists'], at(place, 'operator'), report, where);
  if (of === 'Exists' && value) {
    report.error(at(place, 'value'), 'forbidden', 'may not be set when the operator is Exists', { value, where });
  }
  if (of === 'Equal' && value) checkIn(value, labelValue, at(place, 'value'), report, where);
  if (!effect) return;
  if (EFFECTS.includes(effect)) checkOneOf(effect, OLD_EFFECTS, at(place, 'effect'), report, until('1.34'));
  else checkOneOf(effect, EFFECTS, at(place, 'effect'), report, where);
}

function checkIn(
  value: string,
  problemOf: (value: string) => string | undefined,
  place: At,
  report: Report,
  where: number,
): void {
  const problem = problemOf(value);
  if (problem !== undefined) report.error(place, 'bad-name', problem, { value, where });
}
