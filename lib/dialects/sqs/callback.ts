// What a message's webhook is told: observed Kubernetes Jobs and Pods -> callback bodies.
// spec: dialects.md, "Status, back to the caller's own language"
import { CANNOT_START } from '../../kube/values/cannot-start';
import type { SqsCallback, SqsErrorCode, SqsJobFailed, SqsJobStarted, SqsPodStarted } from './callback-schema';

/** A time as `kubectl -o json` (text) or a client library (Date) gives it. */
export type ObservedTime = string | Date;

/** Of a batch/v1 Job, what is looked at. */
export interface ObservedJob {
  readonly metadata?: {
    readonly uid?: string;
    readonly name?: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly creationTimestamp?: ObservedTime;
    readonly deletionTimestamp?: ObservedTime;
  };
  readonly spec?: { readonly suspend?: boolean };
  readonly status?: {
    readonly startTime?: ObservedTime;
    readonly completionTime?: ObservedTime;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
  };
}

interface ObservedContainer {
  readonly name?: string;
  readonly state?: ObservedState;
  readonly lastState?: ObservedState;
}

interface ObservedState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly running?: { readonly startedAt?: ObservedTime };
  readonly terminated?: { readonly exitCode: number; readonly reason?: string; readonly message?: string };
}

/** Of a v1 Pod, what is looked at. */
export interface ObservedPod {
  readonly metadata?: { readonly uid?: string; readonly name?: string; readonly creationTimestamp?: ObservedTime };
  readonly status?: {
    readonly phase?: string;
    readonly containerStatuses?: readonly ObservedContainer[];
    readonly initContainerStatuses?: readonly ObservedContainer[];
  };
}

/** How long a pod may take to start. */
export interface PodStartLimit {
  /** The time of the observation. */
  readonly now: ObservedTime;
  /** Seconds from the Job's start, > 0. */
  readonly podStartTimeoutSeconds: number;
}

/**
 * Every callback that the observed state has given reason for so far, in their order: 0, then 1, then one of 2, 3 and 99. A later
 * observation continues the list, so that a consumer sends what it has not yet sent; only A104 and A105 may give way to 1, when a pod
 * starts after all. A Job that is being deleted and has not ended is told as A109: it can no longer be read.
 *
 * @param id the message's id
 * @param job the Job, as read from the cluster
 * @param pods the Job's pods, any order
 * @param limit when given, a pod that did not start in time is told as A105, but not of a suspended Job
 */
export function callbacks(
  id: string,
  job: ObservedJob,
  pods: readonly ObservedPod[] = [],
  limit?: PodStartLimit,
): readonly SqsCallback[] {
  const { uid, name } = job.metadata ?? {};
  if (!uid || !name) return [];
  const started: SqsJobStarted = { id, status: 0, detail: { jobId: uid, jobName: name } };
  const pod = podStarted(id, pods);
  const end =
    ended(id, job, pods) ?? deleted(id, job) ?? (pod === undefined ? notStarted(id, job, pods, limit) : undefined);
  return [started, pod, end].filter((body) => body !== undefined);
}

/** The failure of a step, as a callback with status 99. */
export function exception(id: string, errorCode: SqsErrorCode, message: string): SqsJobFailed {
  return { id, status: 99, detail: { error: { errorCode, message } } };
}

/** A step of a consumer that the API server can refuse. */
export type SqsStep = 'create' | 'watch' | 'detail' | 'get';

const CODE_OF_STEP: Readonly<Record<SqsStep, SqsErrorCode>> = {
  create: 'A103',
  watch: 'A106',
  detail: 'A107',
  get: 'A109',
};

/**
 * The callback for a request that the API server refused: A102 when the Job to be created is there already, else the step's own code.
 *
 * @param status the server's `Status` object, or what is known of it
 */
export function refused(
  id: string,
  step: SqsStep,
  status: { readonly reason?: string; readonly message?: string },
): SqsJobFailed {
  const there = step === 'create' && status.reason === 'AlreadyExists';
  const words = [status.reason, status.message].filter(Boolean).join(': ');
  return exception(
    id,
    there ? 'A102' : CODE_OF_STEP[step],
    words === '' ? `the request to ${step} the job failed` : words,
  );
}

/** The first pod, by creation and then by name, that has run. */
function podStarted(id: string, pods: readonly ObservedPod[]): SqsPodStarted | undefined {
  const [first] = pods.filter((pod) => pod.metadata?.uid && pod.metadata.name && hasRun(pod)).sort(byCreation);
  if (!first) return undefined;
  return { id, status: 1, detail: { podId: first.metadata?.uid ?? '', podName: first.metadata?.name ?? '' } };
}

function hasRun({ status }: ObservedPod): boolean {
  if (status?.phase === 'Running' || status?.phase === 'Succeeded') return true;
  return (status?.containerStatuses ?? []).some((each) =>
    [each.state, each.lastState].some((state) => state?.running !== undefined || state?.terminated !== undefined),
  );
}

function byCreation(a: ObservedPod, b: ObservedPod): number {
  const [x, y] = [a, b].map(({ metadata }) => seconds(metadata?.creationTimestamp) ?? 0) as [number, number];
  return x - y || ((a.metadata?.name ?? '') < (b.metadata?.name ?? '') ? -1 : 1);
}

function ended(id: string, job: ObservedJob, pods: readonly ObservedPod[]): SqsCallback | undefined {
  const conditions = (job.status?.conditions ?? []).filter(({ status }) => status === 'True');
  const failed = conditions.find(({ type }) => type === 'Failed');
  if (failed !== undefined) {
    const reasons = [
      [failed.reason, failed.message].filter(Boolean).join(': '),
      ...pods.slice().sort(byCreation).flatMap(failuresOf),
    ];
    const message = reasons.filter(Boolean).join('; ') || 'the job failed';
    return { id, status: 3, detail: { error: { errorCode: 'A108', message } } };
  }
  if (!conditions.some(({ type }) => type === 'Complete')) return undefined;
  const from = seconds(job.status?.startTime);
  const to = seconds(job.status?.completionTime);
  if (from === undefined || to === undefined) {
    return exception(id, 'A107', 'the job is complete and has no readable startTime or completionTime');
  }
  return { id, status: 2, detail: { duration: Math.max(0, Math.floor(to - from)) } };
}

function deleted(id: string, { metadata }: ObservedJob): SqsJobFailed | undefined {
  if (metadata?.deletionTimestamp === undefined) return undefined;
  return exception(id, 'A109', `the job ${metadata.name} was deleted before it had ended`);
}

function failuresOf(pod: ObservedPod): string[] {
  return containersOf(pod).flatMap(({ name, state, lastState }) => {
    const end = state?.terminated ?? lastState?.terminated;
    if (end === undefined || end.exitCode === 0) return [];
    const why = [end.reason, end.message].filter(Boolean).join(': ');
    return [
      `pod ${pod.metadata?.name ?? '?'} container ${name ?? '?'}: exit code ${end.exitCode}${why === '' ? '' : ` (${why})`}`,
    ];
  });
}

const containersOf = ({ status }: ObservedPod): readonly ObservedContainer[] => [
  ...(status?.initContainerStatuses ?? []),
  ...(status?.containerStatuses ?? []),
];

function notStarted(
  id: string,
  job: ObservedJob,
  pods: readonly ObservedPod[],
  limit: PodStartLimit | undefined,
): SqsJobFailed | undefined {
  for (const pod of pods.slice().sort(byCreation)) {
    for (const { name, state } of containersOf(pod)) {
      const { reason, message } = state?.waiting ?? {};
      if (reason === undefined || !CANNOT_START.has(reason)) continue;
      const why = message === undefined ? reason : `${reason}: ${message}`;
      return exception(id, 'A104', `pod ${pod.metadata?.name ?? '?'} container ${name ?? '?'}: ${why}`);
    }
  }
  const since = seconds(job.status?.startTime ?? job.metadata?.creationTimestamp);
  const now = seconds(limit?.now);
  // A suspended Job has no pods, and none is late.
  if (job.spec?.suspend === true) return undefined;
  if (limit === undefined || since === undefined || now === undefined) return undefined;
  if (now - since <= limit.podStartTimeoutSeconds) return undefined;
  return exception(id, 'A105', `no pod has started within ${limit.podStartTimeoutSeconds} seconds`);
}

/** Seconds since 1970; undefined for what is no time. */
function seconds(time: ObservedTime | undefined): number | undefined {
  if (time === undefined) return undefined;
  const milliseconds = typeof time === 'string' ? Date.parse(time) : time.getTime();
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}
