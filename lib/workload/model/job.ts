// Job: a workload that runs to its end. KAM v1/workload/job.k; https://kubernetes.io/docs/concepts/workloads/controllers/job/

import type * as k8s from '../../kube/api/written';
import { knowingWhere, named } from '../../shape/shape';
import * as z from '../../shape/schema';
import { elsewhereOfJob } from './elsewhere';
import { count, flag, kubernetes, spelled, text } from './fields';
import { SCHEDULE } from './spelling';
import { base, type WorkloadBase } from './workload-base';

/**
 * A workload that runs to its end: a batch/v1 Job, or a CronJob when it has a `schedule`. (KAM schema Job)
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export interface JobProps extends WorkloadBase {
  /** Cron, five fields, as Kubernetes reads it (`0 5 * * *`, `@daily`, `@every 1h30m`). Absent or "" → a Job, otherwise a CronJob. */
  readonly schedule?: string;
  /** Name of the schedule's time zone, e.g. `Europe/Paris`. Default: the controller's. Only with `schedule`. */
  readonly timeZone?: string;
  /** What happens while the last run is still going. Kubernetes' default: Allow. Only with `schedule`. */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** Seconds after which a missed run is skipped, ≥ 0. Only with `schedule`. */
  readonly startingDeadlineSeconds?: number;
  /** Finished Jobs that are kept, ≥ 0. Kubernetes' default: 3. Only with `schedule`. */
  readonly successfulJobsHistoryLimit?: number;
  /** Failed Jobs that are kept, ≥ 0. Kubernetes' default: 1. Only with `schedule`. */
  readonly failedJobsHistoryLimit?: number;
  /** Pods at a time, ≥ 0. Not together with `replicas`. */
  readonly parallelism?: number;
  /** Successful pods that finish the Job, ≥ 0. Not together with `replicas`. */
  readonly completions?: number;
  /** Kubernetes' default: NonIndexed. */
  readonly completionMode?: 'NonIndexed' | 'Indexed';
  /** Retries before the Job has failed, ≥ 0. Kubernetes' default: 6. */
  readonly backoffLimit?: number;
  /**
   * Retries of one index before that index has failed, ≥ 0. Only with `completionMode: 'Indexed'`. Kubernetes 1.28 drops it unless the feature gate
   * JobBackoffLimitPerIndex is on.
   */
  readonly backoffLimitPerIndex?: number;
  /**
   * Failed indexes that the Job bears, ≥ 0. Only with `backoffLimitPerIndex`. Kubernetes 1.28 drops it unless the feature gate JobBackoffLimitPerIndex
   * is on.
   */
  readonly maxFailedIndexes?: number;
  /** Seconds after which the Job has failed, ≥ 0. */
  readonly activeDeadlineSeconds?: number;
  /** Seconds after which a finished Job is deleted, ≥ 0. */
  readonly ttlSecondsAfterFinished?: number;
  /** Creates it without starting it. With `schedule`: the CronJob's own `suspend`. */
  readonly suspend?: boolean;
  /** As in Kubernetes. */
  readonly podFailurePolicy?: k8s.PodFailurePolicy;
  /**
   * When a pod is replaced: once it is on its way out (the default), or only once it has failed. Kubernetes 1.28 drops it unless the feature gate
   * JobPodReplacementPolicy is on.
   */
  readonly podReplacementPolicy?: 'TerminatingOrFailed' | 'Failed';
  /**
   * Which indexes, or how many, are enough. Only with `completionMode: 'Indexed'`. Since Kubernetes 1.30; before 1.31 the server drops it unless the
   * feature gate JobSuccessPolicy is on.
   */
  readonly successPolicy?: k8s.SuccessPolicy;
  /**
   * The controller that runs the Job, e.g. `kueue.x-k8s.io/multikueue`. Default: Kubernetes' own. Since Kubernetes 1.30; before 1.32 the server drops
   * it unless the feature gate JobManagedBy is on.
   */
  readonly managedBy?: string;
  /** Default `Never`. */
  readonly restartPolicy?: 'Never' | 'OnFailure';
}
/** What a CronJob has, and a Job does not. */
export const ONLY_WITH_SCHEDULE = [
  'timeZone',
  'concurrencyPolicy',
  'startingDeadlineSeconds',
  'successfulJobsHistoryLimit',
  'failedJobsHistoryLimit',
] as const satisfies readonly (keyof JobProps)[];

export const job = {
  ...base,
  schedule: z.optional(spelled(SCHEDULE)),
  timeZone: z.optional(text),
  concurrencyPolicy: z.optional(z.enum(['Allow', 'Forbid', 'Replace'])),
  startingDeadlineSeconds: z.optional(count),
  successfulJobsHistoryLimit: z.optional(count),
  failedJobsHistoryLimit: z.optional(count),
  parallelism: z.optional(count),
  completions: z.optional(count),
  completionMode: z.optional(z.enum(['NonIndexed', 'Indexed'])),
  backoffLimit: z.optional(count),
  backoffLimitPerIndex: z.optional(count),
  maxFailedIndexes: z.optional(count),
  activeDeadlineSeconds: z.optional(count),
  ttlSecondsAfterFinished: z.optional(count),
  suspend: z.optional(flag),
  podFailurePolicy: z.optional(kubernetes<NonNullable<JobProps['podFailurePolicy']>>()),
  podReplacementPolicy: z.optional(z.enum(['TerminatingOrFailed', 'Failed'])),
  successPolicy: z.optional(kubernetes<NonNullable<JobProps['successPolicy']>>()),
  managedBy: z.optional(text),
  restartPolicy: z.optional(z.enum(['Never', 'OnFailure'])),
};

/** Props of a Job. */
export const jobSchema = knowingWhere(elsewhereOfJob, named('JobProps', z.strictObject(job)));
