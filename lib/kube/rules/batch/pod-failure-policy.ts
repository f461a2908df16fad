// PodFailurePolicy: what a Job makes of the ways in which its pods fail.
// https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type {
  JobSpec,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
  PodFailurePolicyRule,
} from '../../api/types';
import { offAt, until } from '../../server';
import { qualifiedName } from '../../values/syntax';
import { checkOneOf, checkRequired, checkSpelling } from '../checks';
import { containersWhole } from '../core/container';

/** The minors in which a Job loses its rules with FailIndex. */
const NO_FAIL_INDEX = offAt('JobBackoffLimitPerIndex');
const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;
/** The minors that fill in no status for the Jobs of a CronJob. */
const NO_STATUS = until('1.33');
const MOST_CONDITIONS = 20;

/** @param inCronJob - The server fills in and drops less in the Job of a CronJob. */
export function checkPodFailurePolicy(spec: JobSpec, place: At, report: Report, inCronJob: boolean): void {
  const { podFailurePolicy, template } = spec;
  const rules = podFailurePolicy?.rules ?? [];
  const here = at(place, 'rules');
  if (rules.length > MOST_RULES) {
    const kept = inCronJob ? rules : rules.filter(({ action }) => action !== 'FailIndex');
    const where = kept.length > MOST_RULES ? undefined : ~NO_FAIL_INDEX;
    report.error(here, 'too-long', `must have at most ${MOST_RULES} rules, not ${rules.length}`, { where });
  }
  const { containers = [], initContainers = [] } = template?.spec ?? {};
  const names = new Set([...containers, ...initContainers].map(({ name = '' }) => name));
  const pod = at(at(place.parent!, 'template'), 'spec');
  rules.forEach((rule, index) => {
    if (rule.action === 'FailIndex' && !inCronJob) {
      const message = (which: string): string =>
        `${which} drops rules with FailIndex, as the feature gate JobBackoffLimitPerIndex is off there`;
      report.warning(at(here, index), 'dropped', message, { where: NO_FAIL_INDEX });
      report.silence(at(here, index), NO_FAIL_INDEX);
    }
    if (rule.action === 'FailIndex' && spec.backoffLimitPerIndex === undefined) {
      report.error(at(at(here, index), 'action'), 'conflict', 'FailIndex needs backoffLimitPerIndex beside the policy');
    }
    checkRule(rule, names, at(here, index), pod, report, inCronJob);
  });
}

function checkRule(
  rule: PodFailurePolicyRule,
  names: ReadonlySet<string>,
  place: At,
  pod: At,
  report: Report,
  inCronJob: boolean,
): void {
  const { action, onExitCodes, onPodConditions = [] } = rule;
  if (checkRequired(action, at(place, 'action'), report)) {
    checkOneOf(action, ['Ignore', 'Count', 'FailJob', 'FailIndex'], at(place, 'action'), report);
  }
  if (onExitCodes === undefined && onPodConditions.length === 0) {
    report.error(place, 'required', 'must have onExitCodes or onPodConditions');
  }
  if (onExitCodes !== undefined && onPodConditions.length > 0) {
    report.error(place, 'conflict', 'may have onExitCodes or onPodConditions, not both');
  }
  if (onExitCodes !== undefined) checkExitCodes(onExitCodes, names, at(place, 'onExitCodes'), pod, report);
  checkConditions(onPodConditions, at(place, 'onPodConditions'), report, inCronJob);
}

function checkExitCodes(
  { operator, containerName, values = [] }: PodFailurePolicyOnExitCodesRequirement,
  names: ReadonlySet<string>,
  place: At,
  pod: At,
  report: Report,
): void {
  if (checkRequired(operator, at(place, 'operator'), report)) {
    checkOneOf(operator, ['In', 'NotIn'], at(place, 'operator'), report);
  }
  if (containerName !== undefined && !names.has(containerName)) {
    const meant = report.nearest(containerName, names);
    report.error(
      at(place, 'containerName'),
      'not-found',
      'must be the name of a container or init container of the pod',
      {
        value: containerName,
        hint: didYouMean(meant),
        where: containersWhole(pod, report),
      },
    );
  }
  const here = at(place, 'values');
  if (values.length === 0) report.error(here, 'required', 'must have at least one exit code');
  if (values.length > MOST_EXIT_CODES) {
    report.error(here, 'too-long', `must have at most ${MOST_EXIT_CODES} exit codes, not ${values.length}`);
  }
  const seen = new Set<number>();
  let ordered = true;
  values.forEach((code, index) => {
    if (code === 0 && operator === 'In') {
      report.error(at(here, index), 'forbidden', 'may not be 0, which is no failure, when the operator is In', {
        value: code,
      });
    }
    if (seen.has(code)) report.error(at(here, index), 'duplicate', `is there before (${code})`);
    seen.add(code);
    if (index > 0 && (values[index - 1] as number) > code) ordered = false;
  });
  if (ordered) return;
  const sorted = [...seen].sort((one, other) => one - other);
  const hint = sorted.length > 20 ? undefined : `write [${sorted.join(', ')}]`;
  report.error(here, 'bad-format', 'must be in ascending order', { hint });
}

function checkConditions(
  conditions: readonly PodFailurePolicyOnPodConditionsPattern[],
  place: At,
  report: Report,
  inCronJob: boolean,
): void {
  if (conditions.length > MOST_CONDITIONS) {
    report.error(place, 'too-long', `must have at most ${MOST_CONDITIONS} conditions, not ${conditions.length}`);
  }
  conditions.forEach(({ type, status }, index) => {
    const here = at(place, index);
    if (checkRequired(type, at(here, 'type'), report)) checkSpelling(type, qualifiedName, at(here, 'type'), report);
    if (status) checkOneOf(status, ['True', 'False', 'Unknown'], at(here, 'status'), report);
    // A Job has True filled in; the Job of a CronJob had not at first.
    else if (inCronJob) {
      const message = status === undefined ? 'is required in a CronJob, such as "True"' : 'must not be empty';
      report.error(at(here, 'status'), 'required', message, { where: NO_STATUS });
    }
  });
}
