// Job: a workload that runs to its end. KAM v1/workload/job.k; https://kubernetes.io/docs/concepts/workloads/controllers/job/ and
// https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
import type { KubeObject } from '../../kube/object';
import { at, ROOT } from '../../report/place';
import { type JobProps, ONLY_WITH_SCHEDULE } from '../model/job';
import type { Context } from './context';
import { metadataOf } from './metadata';
import { renderPod } from './pod-template';
import { renderServices } from './port';
import { selectorOf } from './selector';
import { stated } from './stated';

/** What a Job becomes beside its Secrets. */
export interface RenderedJob {
  readonly main: KubeObject;
  readonly services: readonly KubeObject[];
  readonly configMaps: readonly KubeObject[];
}

/** A batch/v1 Job, or a CronJob when there is a schedule. */
export function renderJob(job: JobProps, context: Context): RenderedJob {
  const { report, ports } = context;
  const {
    parallelism,
    completions,
    completionMode,
    backoffLimit,
    backoffLimitPerIndex,
    maxFailedIndexes,
    activeDeadlineSeconds,
    ttlSecondsAfterFinished,
    podFailurePolicy,
    podReplacementPolicy,
    successPolicy,
    managedBy,
  } = job;
  const isCron = job.schedule !== undefined && job.schedule !== '';
  for (const field of ONLY_WITH_SCHEDULE) {
    if (isCron || job[field] === undefined || report.hasShapeProblem(at(ROOT, 'schedule'))) continue;
    report.error(at(ROOT, field), 'conflict', 'belongs to a CronJob: it needs a `schedule`', { value: job[field] });
  }
  for (const field of ['parallelism', 'completions'] as const) {
    if (job.replicas === undefined || job[field] === undefined) continue;
    report.error(
      at(ROOT, field),
      'conflict',
      `contradicts \`replicas\`, which sets parallelism and completions to ${job.replicas}`,
      { value: job[field] },
    );
  }
  const selector = ports.length > 0 ? selectorOf(context.name) : undefined;
  const { template, configMaps } = renderPod(
    job,
    { restartPolicy: job.restartPolicy ?? 'Never', ...(selector && { selector }) },
    context,
  );
  const spec = context.origins.keep(
    stated({
      parallelism: job.replicas ?? parallelism,
      completions: job.replicas ?? completions,
      completionMode,
      backoffLimit,
      backoffLimitPerIndex,
      maxFailedIndexes,
      activeDeadlineSeconds,
      ttlSecondsAfterFinished,
      suspend: isCron ? undefined : job.suspend,
      podFailurePolicy,
      podReplacementPolicy,
      successPolicy,
      managedBy,
      template,
    }),
    ROOT,
    job.replicas === undefined ? undefined : { parallelism: ['replicas'], completions: ['replicas'] },
  );
  const services = selector === undefined ? [] : renderServices(ports, selector, job.labels, context);
  const metadata = context.origins.keep(metadataOf(context.name, context, job.labels, job.annotations), ROOT);
  const main: KubeObject = isCron
    ? { apiVersion: 'batch/v1', kind: 'CronJob', metadata, spec: renderCronJobSpec(job, spec, context) }
    : { apiVersion: 'batch/v1', kind: 'Job', metadata, spec };
  return { main, services, configMaps };
}

function renderCronJobSpec(job: JobProps, jobSpec: object, context: Context): object {
  const {
    schedule,
    timeZone,
    concurrencyPolicy,
    startingDeadlineSeconds,
    suspend,
    successfulJobsHistoryLimit,
    failedJobsHistoryLimit,
  } = job;
  const fields = stated<Record<string, unknown>>({
    schedule,
    timeZone,
    concurrencyPolicy,
    startingDeadlineSeconds,
    suspend,
    successfulJobsHistoryLimit,
    failedJobsHistoryLimit,
    jobTemplate: { spec: jobSpec },
  });
  return context.origins.keep(fields, ROOT);
}
