// JobSpec: what holds for a Job and for the Jobs of a CronJob.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/#JobSpec
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { ALL } from '../../api/minors';
import type { JobSpec } from '../../api/types';
import { offAt } from '../../server';
import { subdomain } from '../../values/syntax';
import { checkNotNegative, checkOneOf } from '../checks';
import { checkPodTemplate } from '../core/pod-template';
import { checkPodFailurePolicy } from './pod-failure-policy';
import { checkSuccessPolicy } from './success-policy';

const MOST_INDEXED_PARALLELISM = 100_000;
/** Up to here the indexes of a Job that are done are counted for certain. */
const TRACKED_COMPLETIONS = 100_000;
const TRACKED_PARALLELISM = 10_000;
/** The fields behind gates: a Job loses them where the gate is off, a CronJob keeps them until its Jobs lose them. */
const GATED_FIELDS = {
  backoffLimitPerIndex: 'JobBackoffLimitPerIndex',
  maxFailedIndexes: 'JobBackoffLimitPerIndex',
  podReplacementPolicy: 'JobPodReplacementPolicy',
  managedBy: 'JobManagedBy',
  successPolicy: 'JobSuccessPolicy',
} as const;
const LONGEST_MANAGER = 63;

/** The labels that the server gives to the pods of a Job. */
export const JOB_NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name'];
export const CONTROLLER_UID_LABELS = ['controller-uid', 'batch.kubernetes.io/controller-uid'];

/** @param inCronJob - The Job stands in a CronJob, where the server fills in no defaults. */
export function checkJobSpec(spec: JobSpec, place: At, report: Report, inCronJob: boolean): void {
  checkNotNegative(spec.parallelism, at(place, 'parallelism'), report);
  checkNotNegative(spec.completions, at(place, 'completions'), report);
  checkNotNegative(spec.activeDeadlineSeconds, at(place, 'activeDeadlineSeconds'), report);
  checkNotNegative(spec.backoffLimit, at(place, 'backoffLimit'), report);
  checkNotNegative(spec.ttlSecondsAfterFinished, at(place, 'ttlSecondsAfterFinished'), report);
  checkOneOf(spec.completionMode, ['NonIndexed', 'Indexed'], at(place, 'completionMode'), report);
  if (spec.completionMode === 'Indexed') checkIndexed(spec, place, report, inCronJob);
  for (const field of Object.keys(GATED_FIELDS) as (keyof typeof GATED_FIELDS)[]) {
    if (spec[field] !== undefined) warnOfGate(field, at(place, field), report, inCronJob);
  }
  checkGated(spec, place, report, inCronJob);
  if (spec.managedBy !== undefined) checkManager(spec.managedBy, at(place, 'managedBy'), report);
  if (spec.successPolicy !== undefined) checkSuccessPolicy(spec, at(place, 'successPolicy'), report);
  if (spec.podFailurePolicy !== undefined) {
    checkPodFailurePolicy(spec, at(place, 'podFailurePolicy'), report, inCronJob);
  }
  checkPodTemplate(spec.template ?? {}, at(place, 'template'), report);
  checkRestartPolicy(spec, at(at(at(place, 'template'), 'spec'), 'restartPolicy'), report);
}

function checkIndexed({ completions, parallelism }: JobSpec, place: At, report: Report, inCronJob: boolean): void {
  if (completions === undefined && (inCronJob || parallelism !== undefined)) {
    report.error(at(place, 'completions'), 'required', 'is required when completionMode is Indexed');
  }
  if (parallelism !== undefined && parallelism > MOST_INDEXED_PARALLELISM) {
    const message = `must be at most ${MOST_INDEXED_PARALLELISM} when completionMode is Indexed`;
    report.error(at(place, 'parallelism'), 'out-of-range', message, { value: parallelism });
  }
  if ((completions ?? 0) > TRACKED_COMPLETIONS && (parallelism ?? 0) > TRACKED_PARALLELISM) {
    const message = `with more than ${TRACKED_COMPLETIONS} completions and ${TRACKED_PARALLELISM} at a time, Kubernetes may lose track of the indexes when many of them fail`;
    report.warning(at(place, 'parallelism'), 'suspicious', message, { value: parallelism });
  }
}

function warnOfGate(field: keyof typeof GATED_FIELDS, place: At, report: Report, inCronJob: boolean): void {
  const gate = GATED_FIELDS[field];
  const where = offAt(gate);
  const what = inCronJob ? 'stores this field, but the Jobs lose it' : 'drops this field';
  report.warning(place, 'dropped', (which) => `${which} ${what}, as the feature gate ${gate} is off there`, { where });
  if (!inCronJob) report.silence(place, where);
}

/** Who looks after the Job: a domain and a path. */
function checkManager(name: string, place: At, report: Report): void {
  const [domain = '', ...path] = name.split('/');
  if (name.length > LONGEST_MANAGER) {
    report.error(place, 'too-long', `must have at most ${LONGEST_MANAGER} characters, not ${name.length}`);
  }
  if (/^[-A-Za-z0-9/._~%!$&'()*+,;=:]+$/.test(path.join('/')) && subdomain(domain) === undefined) return;
  report.error(place, 'bad-name', 'must be a domain and a path, such as example.com/job-manager', { value: name });
}

/** The rules of the fields behind gates. A default of the server's is filled in for a Job and not in a CronJob. */
function checkGated(spec: JobSpec, place: At, report: Report, inCronJob: boolean): void {
  const { backoffLimitPerIndex, maxFailedIndexes, podReplacementPolicy, podFailurePolicy } = spec;
  const completions = spec.completions ?? (inCronJob || spec.parallelism !== undefined ? undefined : 1);
  const indexed = spec.completionMode === 'Indexed';
  const kept = inCronJob ? ALL : ~offAt('JobBackoffLimitPerIndex');
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
    checkNotNegative(spec[field], at(place, field), report);
    if (spec[field] !== undefined && (spec.completionMode ?? 'NonIndexed') === 'NonIndexed') {
      report.error(at(place, field), 'conflict', 'may only be set when completionMode is Indexed');
    }
  }
  if (maxFailedIndexes !== undefined) {
    if (backoffLimitPerIndex === undefined) {
      const message = 'is required when maxFailedIndexes is set';
      report.error(at(place, 'backoffLimitPerIndex'), 'required', message, { where: kept });
    }
    const most = Math.min(completions ?? MOST_INDEXED_PARALLELISM, MOST_INDEXED_PARALLELISM);
    if (indexed && maxFailedIndexes > most) {
      report.error(at(place, 'maxFailedIndexes'), 'out-of-range', `must be at most ${most}`, {
        value: maxFailedIndexes,
      });
    }
  }
  if (indexed && backoffLimitPerIndex !== undefined && (completions ?? 0) > 100_000) {
    checkManyIndexes(spec, place, report, kept);
  }
  const policies = podFailurePolicy === undefined ? ['Failed', 'TerminatingOrFailed'] : ['Failed'];
  checkOneOf(podReplacementPolicy, policies, at(place, 'podReplacementPolicy'), report);
}

function checkManyIndexes(
  { maxFailedIndexes, parallelism = 0 }: JobSpec,
  place: At,
  report: Report,
  where: number,
): void {
  const why = 'when backoffLimitPerIndex is set and completions are above 100000';
  if (maxFailedIndexes === undefined) {
    report.error(at(place, 'maxFailedIndexes'), 'required', `is required ${why}`, { where });
  } else if (maxFailedIndexes > 10_000) {
    const details = { value: maxFailedIndexes };
    report.error(at(place, 'maxFailedIndexes'), 'out-of-range', `must be at most 10000 ${why}`, details);
  }
  if (parallelism > 10_000) {
    const details = { value: parallelism, where };
    report.error(at(place, 'parallelism'), 'out-of-range', `must be at most 10000 ${why}`, details);
  }
}

function checkRestartPolicy(spec: JobSpec, place: At, report: Report): void {
  const policy = spec.template?.spec?.restartPolicy;
  const only = spec.podFailurePolicy === undefined ? 'OnFailure or Never' : 'Never, as there is a podFailurePolicy';
  if (!policy) {
    report.error(place, 'required', `is required in a Job: ${only}`);
  } else if (policy === 'Always') {
    report.error(place, 'not-one-of', `must be ${only}`, {
      value: policy,
      hint: 'a Job ends, so its pods cannot restart always',
    });
  } else if (policy === 'OnFailure' && spec.podFailurePolicy !== undefined) {
    report.error(place, 'conflict', `must be ${only}`, { value: policy });
  }
}
