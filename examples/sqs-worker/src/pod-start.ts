// How long a Job's pod may take to start, measured by the worker's own clock: the server's may be another.
import type { sqs } from 'cdk8s-kam/core';

/** Since when a Job's pods may start, and the time of the look, by the worker's clock; and how long they may take. */
export interface PodStart {
  readonly started: number;
  readonly now: number;
  readonly seconds: number;
}

/** `Date` knows whole milliseconds only: with the fractions, a pod would be too late to be looked at again and not yet late enough to be told of. */
const waited = ({ started, now }: PodStart): number => Math.floor(now - started);

/** What says whether a pod is late; undefined while the server has given the Job no time. */
export function podStartLimit(job: sqs.ObservedJob, start: PodStart): sqs.PodStartLimit | undefined {
  const since = job.status?.startTime ?? job.metadata?.creationTimestamp;
  if (since === undefined) return undefined;
  return { now: new Date(new Date(since).getTime() + waited(start)), podStartTimeoutSeconds: start.seconds };
}

/** @returns milliseconds after which a pod that has not started is late; undefined when it is late already */
export function untilLate(start: PodStart): number | undefined {
  const left = start.seconds * 1000 - waited(start);
  return left < 0 ? undefined : left + 1;
}
