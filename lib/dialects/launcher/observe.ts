// From what is seen in Kubernetes, a Job and its pods, to the job's status in the Launcher's words. spec: dialects.md, "Status"
// https://kubernetes.io/docs/concepts/workloads/controllers/job/#terminal-job-conditions
import { CANNOT_START } from '../../kube/values/cannot-start';
import { ASKED } from './protocol/operation';
import type { LauncherStatus } from './protocol/status';
import type { LauncherJob } from './schema';

/** A time as `kubectl -o json` (text) or a client library (Date) gives it. */
export type LauncherObservedTime = string | Date;

/** A condition of a Job or a pod. */
export interface LauncherObservedCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

/** What is read of a batch/v1 Job. */
export interface LauncherObservedJob {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly creationTimestamp?: LauncherObservedTime;
    readonly deletionTimestamp?: LauncherObservedTime;
  };
  readonly spec?: { readonly suspend?: boolean };
  readonly status?: {
    readonly startTime?: LauncherObservedTime;
    readonly active?: number;
    readonly ready?: number;
    readonly succeeded?: number;
    readonly failed?: number;
    readonly conditions?: readonly LauncherObservedCondition[];
  };
}

/** The end of a container. */
export interface LauncherObservedTermination {
  readonly exitCode: number;
  readonly signal?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly startedAt?: LauncherObservedTime;
  readonly finishedAt?: LauncherObservedTime;
}

/** What is read of a pod's container. */
export interface LauncherObservedContainer {
  readonly name: string;
  readonly state?: {
    readonly waiting?: { readonly reason?: string; readonly message?: string };
    readonly running?: { readonly startedAt?: string };
    readonly terminated?: LauncherObservedTermination;
  };
}

/** What is read of a v1 Pod. */
export interface LauncherObservedPod {
  readonly metadata?: {
    readonly creationTimestamp?: LauncherObservedTime;
    readonly deletionTimestamp?: LauncherObservedTime;
    readonly deletionGracePeriodSeconds?: number;
  };
  readonly spec?: { readonly nodeName?: string };
  readonly status?: {
    readonly phase?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly conditions?: readonly LauncherObservedCondition[];
    readonly containerStatuses?: readonly LauncherObservedContainer[];
    readonly initContainerStatuses?: readonly LauncherObservedContainer[];
  };
}

/** What was last seen of a job. */
export interface LauncherObservation {
  /** The Kubernetes Job, as it was last seen. */
  readonly job: LauncherObservedJob;
  /** Its pods, as they were last seen. Of several the newest counts. */
  readonly pods?: readonly LauncherObservedPod[];
  /** The Job is gone (a watch's DELETED), though it may have had no time to get a `deletionTimestamp`. Default false. */
  readonly deleted?: boolean;
}

/** The state fields of a Launcher job. */
export type LauncherState = Pick<LauncherJob, 'statusMessage' | 'exitCode' | 'host' | 'submissionTime'> & {
  readonly status: LauncherStatus;
};

/**
 * The state of a job:
 * - `Finished` when its process ended by itself, with any `exitCode`, or was stopped: with 143, when no other code was seen;
 * - `Killed` when it was killed, or the process got SIGKILL (as when it is out of memory), with 137; also when it was running while somebody
 *   else deleted the Job and no end of it was seen, and at the Job's deadline, with the code that was seen;
 * - `Failed` when it could not be launched: image, configuration, command not found, refused by the node, not scheduled in time;
 * - `Canceled` when it was deleted before it ran;
 * - `Suspended`, but `Pending` when it waits suspended for Kueue to start it;
 * - `Running` from when its container runs, `Pending` before.
 */
export function observeJob({ job, pods = [], deleted = false }: LauncherObservation): LauncherState {
  const pod = newest(pods);
  const found = statusOf(job, pod, deleted || Boolean(job.metadata?.deletionTimestamp));
  const { status, message, exitCode } = asAsked(found, job.metadata?.annotations?.[ASKED]);
  const { nodeName } = pod?.spec ?? {};
  const { creationTimestamp } = job.metadata ?? {};
  return {
    status,
    ...(message && { statusMessage: message }),
    ...(exitCode !== undefined && { exitCode }),
    ...(nodeName && { host: nodeName }),
    ...(creationTimestamp && { submissionTime: textOf(creationTimestamp) }),
  };
}

interface Found {
  readonly status: LauncherStatus;
  readonly message?: string | undefined;
  readonly exitCode?: number;
}

const SIGKILL = 9;
const SIGTERM = 15;

/** An end by deletion is what was asked for: the operation decides the status, and what was seen the code. */
function asAsked(found: Found, operation: string | undefined): Found {
  const { status, message, exitCode } = found;
  if (status !== 'Killed') return found;
  if (operation === 'Stop') return { status: 'Finished', message, exitCode: exitCode ?? 128 + SIGTERM };
  return operation === 'Kill' ? { status, message, exitCode: exitCode ?? 128 + SIGKILL } : found;
}

function statusOf(job: LauncherObservedJob, pod: LauncherObservedPod | undefined, deleted: boolean): Found {
  const over = deleted || condition(job, 'Complete') !== undefined || failureOf(job) !== undefined;
  // The pods of a suspended or resumed Job are deleted as well; only with the Job itself that is the end.
  const end = pod?.metadata?.deletionTimestamp && !over ? undefined : (endOfPod(pod) ?? endOfJob(job, pod));
  if (end !== undefined) return pod?.metadata?.deletionTimestamp ? atDeadline(end, job) : end;
  const suspended = job.spec?.suspend === true;
  const running = isRunning(job, pod);
  if (deleted) return { status: running || (suspended && wasStarted(job)) ? 'Killed' : 'Canceled' };
  if (suspended)
    return waitsForKueue(job) ? { status: 'Pending', message: 'waits in its queue' } : { status: 'Suspended' };
  return running ? { status: 'Running' } : { status: 'Pending', message: whyNotScheduled(pod) };
}

/** How the job ended, if its pod has ended or will never start. */
function endOfPod(pod: LauncherObservedPod | undefined): Found | undefined {
  const container = containerOf(pod);
  const end = container?.state?.terminated;
  if (end) return endOfProcess(end);
  const waiting = [...(pod?.status?.initContainerStatuses ?? []), ...(container === undefined ? [] : [container])].find(
    ({ state }) => CANNOT_START.has(state?.waiting?.reason ?? ''),
  )?.state?.waiting;
  if (waiting) return { status: 'Failed', message: sentence(waiting) };
  if (pod?.status?.phase === 'Succeeded') return { status: 'Finished', exitCode: 0 };
  // No container has ended: the node refused the pod, or threw it out before it ran.
  return pod?.status?.phase === 'Failed' ? { status: 'Failed', message: sentence(pod.status) } : undefined;
}

/** How the job ended as its controller says, when its pod does not tell or is gone. */
function endOfJob(job: LauncherObservedJob, pod: LauncherObservedPod | undefined): Found | undefined {
  if (condition(job, 'Complete') !== undefined) return { status: 'Finished', exitCode: 0 };
  const failed = condition(job, 'Failed');
  if (failed === undefined) return undefined;
  const message = sentence(failed);
  if (failed.reason !== 'DeadlineExceeded') return { status: 'Finished', message };
  return { status: isRunning(job, pod) ? 'Killed' : 'Failed', message };
}

/** A process that was deleted with its pod at the deadline was killed, however it took it. */
function atDeadline(end: Found, job: LauncherObservedJob): Found {
  const failed = failureOf(job);
  if (end.status !== 'Finished' || failed?.reason !== 'DeadlineExceeded') return end;
  return { ...end, status: 'Killed', message: sentence(failed) };
}

function endOfProcess(end: LauncherObservedTermination): Found {
  const { signal, reason, message } = end;
  if (NOT_STARTED.has(reason ?? '')) return { status: 'Failed', message: sentence(end) };
  const exitCode = signal ? 128 + signal : end.exitCode;
  if (exitCode !== 128 + SIGKILL) return { status: 'Finished', message, exitCode };
  return {
    status: 'Killed',
    message: sentence({ reason: reason === 'Error' ? undefined : reason, message }),
    exitCode,
  };
}

/** Why a container ended that never ran: its command was not found, for example. */
const NOT_STARTED: ReadonlySet<string> = new Set(['ContainerCannotRun', 'StartError']);

const isRunning = (job: LauncherObservedJob, pod: LauncherObservedPod | undefined): boolean =>
  Boolean(containerOf(pod)?.state?.running) ||
  (pod === undefined
    ? (job.status?.ready ?? 0) > 0
    : pod.status?.phase === 'Running' && containerOf(pod) === undefined);

/** The controller sets a Job's start time when it first starts it, and keeps it while it is suspended. */
const wasStarted = (job: LauncherObservedJob): boolean => Boolean(job.status?.startTime);

const waitsForKueue = (job: LauncherObservedJob): boolean =>
  !wasStarted(job) && job.metadata?.labels?.['kueue.x-k8s.io/queue-name'] !== undefined;

function whyNotScheduled(pod: LauncherObservedPod | undefined): string | undefined {
  const scheduled = pod?.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  return scheduled && sentence(scheduled);
}

/** The newest pod; the later in the list of two that are equally new. */
function newest(pods: readonly LauncherObservedPod[]): LauncherObservedPod | undefined {
  const age = (pod: LauncherObservedPod): number =>
    milliseconds(pod.metadata?.creationTimestamp ?? '1970-01-01T00:00:00Z');
  return pods.reduce<LauncherObservedPod | undefined>(
    (best, pod) => (best === undefined || age(pod) >= age(best) ? pod : best),
    undefined,
  );
}

/** The job's own container; others, such as a service mesh's, are not looked at. */
function containerOf(pod: LauncherObservedPod | undefined): LauncherObservedContainer | undefined {
  const containers = pod?.status?.containerStatuses ?? [];
  return containers.find(({ name }) => name === 'rs-launcher-container') ?? containers[0];
}

const condition = (job: LauncherObservedJob, type: string): LauncherObservedCondition | undefined =>
  job.status?.conditions?.find((each) => each.type === type && each.status === 'True');

/** `Failed`, or before that, as long as pods are still ending, `FailureTarget`. */
const failureOf = (job: LauncherObservedJob): LauncherObservedCondition | undefined =>
  condition(job, 'Failed') ?? condition(job, 'FailureTarget');

const milliseconds = (time: LauncherObservedTime): number =>
  typeof time === 'string' ? Date.parse(time) : time.getTime();

const textOf = (time: LauncherObservedTime): string => (typeof time === 'string' ? time : time.toISOString());

/** `Reason: message`, as far as there is one. */
const sentence = ({
  reason,
  message,
}: {
  reason?: string | undefined;
  message?: string | undefined;
}): string | undefined => [reason, message].filter(Boolean).join(': ') || undefined;
