// JobSpec: what holds for a Job and for the Jobs of a CronJob.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/#JobSpec
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { JobSpec } from '../../api/types';
import { checkNotNegative, checkOneOf } from '../checks';
import { checkPodTemplate } from '../core/pod-template';
import { checkPodFailurePolicy } from './pod-failure-policy';

const MOST_INDEXED_PARALLELISM = 100_000;
/** Off by default in Kubernetes 1.28: a Job loses them, a CronJob keeps them until its Jobs lose them. */
const GATED_FIELDS = ['backoffLimitPerIndex', 'maxFailedIndexes', 'podReplacementPolicy'] as const;

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
  for (const field of GATED_FIELDS) {
    if (spec[field] === undefined) continue;
    report.warning(at(place, field), 'dropped', 'Kubernetes 1.28 drops this field, which is off by default');
  }
  if (inCronJob) checkGated(spec, place, report);
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
}

/** The rules of the fields that only a CronJob keeps. */
function checkGated(spec: JobSpec, place: At, report: Report): void {
  const { backoffLimitPerIndex, maxFailedIndexes, podReplacementPolicy, podFailurePolicy, completions } = spec;
  const indexed = spec.completionMode === 'Indexed';
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
    checkNotNegative(spec[field], at(place, field), report);
    if (spec[field] !== undefined && (spec.completionMode ?? 'NonIndexed') === 'NonIndexed') {
      report.error(at(place, field), 'conflict', 'may only be set when completionMode is Indexed');
    }
  }
  if (maxFailedIndexes !== undefined) {
    if (backoffLimitPerIndex === undefined) {
      report.error(at(place, 'backoffLimitPerIndex'), 'required', 'is required when maxFailedIndexes is set');
    }
    const most = Math.min(completions ?? MOST_INDEXED_PARALLELISM, MOST_INDEXED_PARALLELISM);
    if (indexed && maxFailedIndexes > most) {
      report.error(at(place, 'maxFailedIndexes'), 'out-of-range', `must be at most ${most}`, {
        value: maxFailedIndexes,
      });
    }
  }
  if (indexed && backoffLimitPerIndex !== undefined && (completions ?? 0) > 100_000) {
    checkManyIndexes(spec, place, report);
  }
  const policies = podFailurePolicy === undefined ? ['Failed', 'TerminatingOrFailed'] : ['Failed'];
  checkOneOf(podReplacementPolicy, policies, at(place, 'podReplacementPolicy'), report);
}

function checkManyIndexes({ maxFailedIndexes, parallelism = 0 }: JobSpec, place: At, report: Report): void {
  const why = 'when backoffLimitPerIndex is set and completions are above 100000';
  if (maxFailedIndexes === undefined) {
    report.error(at(place, 'maxFailedIndexes'), 'required', `is required ${why}`);
  } else if (maxFailedIndexes > 10_000) {
    const details = { value: maxFailedIndexes };
    report.error(at(place, 'maxFailedIndexes'), 'out-of-range', `must be at most 10000 ${why}`, details);
  }
  if (parallelism > 10_000) {
    report.error(at(place, 'parallelism'), 'out-of-range', `must be at most 10000 ${why}`, { value: parallelism });
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
