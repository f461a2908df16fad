// A number of pods, or a share of them in percent.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/#DeploymentSpec
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { percent } from '../../values/syntax';
import { checkNotNegative } from '../checks';

export function checkShare(value: number | string | undefined, place: At, report: Report): void {
  if (typeof value === 'number') return checkNotNegative(value, place, report);
  const problem = value === undefined ? undefined : percent(value);
  if (problem === undefined) return;
  const number = /^\s*([0-9]{1,9})\s*(%?)\s*$/.exec(value as string);
  const hint =
    number === null
      ? undefined
      : number[2]
        ? `write "${number[1]}%"`
        : `write ${number[1]} without quotes, or "${number[1]}%"`;
  report.error(place, 'bad-format', problem, { value, hint });
}

/** A share of more than there is. A number may be larger, as there may be more pods later. */
export function checkAtMostAll(value: number | string | undefined, place: At, report: Report): void {
  if (typeof value !== 'string' || percent(value) !== undefined || parseInt(value) <= 100) return;
  report.error(place, 'out-of-range', 'must be at most 100%', { value });
}

/** Whether it is no pod at all. A share that is not stated has a default, which is one or more. */
export const isNone = (value: number | string | undefined): boolean =>
  value === 0 || (typeof value === 'string' && /^0+%$/.test(value));
