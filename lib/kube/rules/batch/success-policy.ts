// SuccessPolicy: which indexes of a Job must have succeeded for the Job to have.
// https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { JobSpec, SuccessPolicyRule } from '../../api/types';
import { checkNotNegative } from '../checks';

const MOST_RULES = 20;
const LONGEST_INDEXES = 65_536;

export function checkSuccessPolicy(spec: JobSpec, place: At, report: Report): void {
  const { successPolicy, completionMode } = spec;
  if (completionMode !== 'Indexed') {
    report.error(place, 'conflict', 'may only be set when completionMode is Indexed');
    return;
  }
  const rules = successPolicy?.rules ?? [];
  const here = at(place, 'rules');
  if (rules.length === 0) report.error(here, 'required', 'must have at least one rule');
  if (rules.length > MOST_RULES) {
    report.error(here, 'too-long', `must have at most ${MOST_RULES} rules, not ${rules.length}`);
  }
  rules.forEach((rule, index) => checkRule(rule, spec.completions ?? 1, at(here, index), report));
}

function checkRule(
  { succeededCount, succeededIndexes }: SuccessPolicyRule,
  completions: number,
  place: At,
  report: Report,
): void {
  if (succeededCount === undefined && succeededIndexes === undefined) {
    report.error(place, 'required', 'must have succeededCount or succeededIndexes');
  }
  const indexes =
    succeededIndexes === undefined
      ? undefined
      : checkIndexes(succeededIndexes, completions, at(place, 'succeededIndexes'), report);
  if (succeededCount === undefined) return;
  const here = at(place, 'succeededCount');
  checkNotNegative(succeededCount, here, report);
  const most = Math.min(completions, indexes ?? completions);
  if (succeededCount <= most) return;
  const why = most === completions ? 'the completions' : 'the number of succeededIndexes';
  report.error(here, 'out-of-range', `must be at most ${most}, ${why}`, { value: succeededCount });
}

/** Indexes and ranges of them, ascending: `0,3-5,9`. The number of them; 0 when the text is wrong. */
function checkIndexes(text: string, completions: number, place: At, report: Report): number {
  if (text.length > LONGEST_INDEXES) {
    report.error(place, 'too-long', `must have at most ${LONGEST_INDEXES} characters, not ${text.length}`);
  }
  if (text === '') return 0;
  const wrong = (message: string): number => {
    report.error(place, 'bad-format', message, { value: text });
    return 0;
  };
  let last = -Infinity;
  let count = 0;
  for (const part of text.split(',')) {
    const bounds = part.split('-');
    if (bounds.length > 2 || !bounds.every((bound) => /^\+?\d{1,18}$/.test(bound))) {
      return wrong('must be indexes and ranges of them, such as 0,3-5,9');
    }
    const [first = 0, end = first] = bounds.map(Number);
    if (Math.max(first, end) >= completions) return wrong(`must have indexes below ${completions}, the completions`);
    if (first <= last || (bounds.length === 2 && first >= end)) return wrong('must be in ascending order');
    count += end - first + 1;
    last = end;
  }
  return count;
}
