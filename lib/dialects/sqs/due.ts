// Which callbacks are still to be sent. The Job itself keeps the list of those that were, as an annotation, so that whoever follows it has no state.
import { callbacks, type ObservedJob, type ObservedPod, type PodStartLimit } from './callback';
import type { SqsCallback } from './callback-schema';

/** The annotation of a Job that lists the callbacks that were sent, in their order: `0 A104 1 2`. */
export const SENT = 'sqs/callbacks-sent';

/** What is to be told of a Job, and to whom. */
export interface SqsDue {
  /** The message's id. */
  readonly id: string;
  /** Where the callbacks go; undefined when nobody wants to hear them. */
  readonly url: string | undefined;
  /** What is to be sent now, in this order; empty without `url`. */
  readonly bodies: readonly SqsCallback[];
  /** Nothing will ever be due any more. */
  readonly over: boolean;
}

/**
 * The callbacks that the observed state has given reason for and that were not sent. What was told is not taken back: after 1 nothing is said of
 * pods that do not start, of A104 and A105 only one is sent, and after the end (2, 3 or another 99) nothing.
 *
 * @param job a Job with the annotations of its message, as `read` makes them
 * @param pods the Job's pods, any order
 * @returns undefined for a Job that was made from no message
 */
export function due(job: ObservedJob, pods: readonly ObservedPod[] = [], limit?: PodStartLimit): SqsDue | undefined {
  const annotations = job.metadata?.annotations ?? {};
  const id = annotations['sqs/message-id'];
  if (id === undefined) return undefined;
  const url = annotations['sqs/webhook-url'];
  if (url === undefined) return { id, url, bodies: [], over: true };
  const sent = sentOf(job);
  const over = sent.some((word) => !PASSING.has(word) && word !== '0' && word !== '1');
  const late = sent.some((word) => PASSING.has(word) || word === '1');
  const bodies = over
    ? []
    : callbacks(id, job, pods, limit).filter((body) => {
        const word = wordOf(body);
        return !sent.includes(word) && !(late && PASSING.has(word));
      });
  return { id, url, bodies, over };
}

/** The value of the annotation {@link SENT} once `body` was sent too. */
export const withSent = (job: ObservedJob, body: SqsCallback): string => [...sentOf(job), wordOf(body)].join(' ');

/** A pod may start after all. */
const PASSING: ReadonlySet<string> = new Set(['A104', 'A105']);

const sentOf = ({ metadata }: ObservedJob): string[] =>
  (metadata?.annotations?.[SENT] ?? '').split(' ').filter((word) => word !== '');

const wordOf = (body: SqsCallback): string => (body.status === 99 ? body.detail.error.errorCode : String(body.status));
