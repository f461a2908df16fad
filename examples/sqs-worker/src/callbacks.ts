// Tells webhooks what became of the Jobs: each callback at least once and in order, by whichever worker is there.
//
// For a Job that has something to tell: claim it, send, note that it was sent. The claim is a word on the Job that only one worker can have written. Who
// dies with a claim is succeeded when nothing has changed for longer than sending takes, by the clock of the one who waits: clocks are never compared.
import { randomUUID } from 'node:crypto';
import type { V1Job } from '@kubernetes/client-node';
import { sqs } from 'cdk8s-kam/core';
import { isPassing } from './is-passing';
import {
  claimed,
  claimOf,
  failed,
  isHeld,
  isMessageDeleted,
  isSaidOfPods,
  type JsonPatch,
  progressOf,
  released,
  roundsOf,
  told,
} from './job';
import type { Jobs } from './jobs';
import { codeOf, type Kube } from './kube';
import type { Metrics } from './metrics';
import { pause } from './pause';
import { podStartLimit, untilLate } from './pod-start';
import type { About, Step } from './steps';
import { longestSend, send } from './webhook';
import type { WorkerOptions } from './worker-options';

/** So many rounds of three tries, about two hours with the default waits, and a callback is given up. */
const MOST_ROUNDS = 30;
/** Waits between rounds, in units of the shortest wait. */
const FIRST_WAIT = 8;
const LONGEST_WAIT = 256;

export interface CallbacksOptions {
  readonly options: WorkerOptions;
  readonly now: () => number;
  readonly kube: Kube;
  readonly metrics: Metrics;
  readonly step: (step: Step, about: About) => Promise<void>;
  readonly jobs: Jobs;
  /** When the poll began, by the worker's clock, that last found no message at all in the queue. */
  readonly queueEmpty: () => number | undefined;
  readonly signal: AbortSignal;
}

/** What this worker remembers of a Job; nothing depends on it but when something happens. */
interface Seen {
  progress: string;
  /** Since when there was no progress. */
  since: number;
  /** Since when its pods may start. */
  started: number | undefined;
  /** Since when all of us see what there is; and the `knownSince` at that time. */
  first: number;
  known: number | undefined;
}

export class Callbacks {
  readonly #with: CallbacksOptions;
  readonly #now: () => number;
  readonly #seen = new Map<string, Seen>();
  /** Who has a claim begins to send within so long, or not at all. */
  readonly #patience: number;
  /** After so long without progress nobody sends any more. */
  readonly #takeover: number;

  constructor(using: CallbacksOptions) {
    const { options } = using;
    this.#with = using;
    this.#now = using.now;
    this.#patience = longestSend(options) + 5 * options.backoffMilliseconds;
    this.#takeover = this.#patience + longestSend(options);
  }

  /** Does what is to be done for a Job now. @returns milliseconds after which there may be more to do */
  async look(name: string): Promise<number | undefined> {
    const { options, step, signal, jobs } = this.#with;
    const job = jobs.get(name);
    if (job === undefined) {
      this.#seen.delete(name);
      return undefined;
    }
    await step('event-seen', { job: name });
    const seen = this.#remember(name, job);
    // One time for both questions: between two of them it would pass unseen that a pod is late.
    const { started } = seen;
    const start = started === undefined ? undefined : { started, now: this.#now(), seconds: options.podStartSeconds };
    const limit = start && podStartLimit(job, start);
    const known = sqs.due(job, jobs.podsOf(name), limit);
    if (known === undefined || !isHeld(job)) return undefined;
    if (known.over) return this.#release(name, job, seen);
    const wait = this.#wait(job, seen);
    if (known.bodies.length > 0 && wait > 0) return wait;
    const due = isSaidOfPods(job, known) ? sqs.due(job, await jobs.podsNow(name), limit) : known;
    if (due?.url === undefined || due.bodies.length === 0) return start && untilLate(start);

    let asked = this.#now();
    let mine = await this.#patch(name, claimed(job, randomUUID()));
    if (mine === undefined) return this.#takeover;
    await step('claimed', { job: name });
    for (const [nth, body] of due.bodies.entries()) {
      if (this.#now() - asked > this.#patience) break;
      const about = { job: name, status: body.status };
      const failure = await send(due.url, body, options);
      const givenUp = failure !== undefined && roundsOf(mine) >= MOST_ROUNDS;
      this.#count(about, failure, givenUp);
      if (failure !== undefined && !givenUp) {
        await this.#patch(name, failed(mine));
        await step('failure-noted', about);
        break;
      }
      if (!givenUp) await step('callback-sent', about);
      const last = nth === due.bodies.length - 1 || signal.aborted;
      asked = this.#now();
      mine = await this.#patch(name, told(mine, body, last, givenUp));
      if (mine !== undefined) await step('callback-noted', about);
      if (mine === undefined || last) break;
    }
    // The watch tells of what was noted just now, and that is looked at again; this is for a watch that does not.
    return this.#takeover;
  }

  #remember(name: string, job: V1Job): Seen {
    const now = this.#now();
    const known = this.#with.jobs.knownSince;
    const seen = this.#seen.get(name) ?? { progress: '', since: now, started: undefined, first: now, known };
    if (seen.known !== known) Object.assign(seen, { first: now, known });
    const progress = progressOf(job);
    if (seen.progress !== progress) Object.assign(seen, { progress, since: now });
    seen.started = job.spec?.suspend === true ? undefined : (seen.started ?? now);
    this.#seen.set(name, seen);
    return seen;
  }

  /** How long another worker, or the webhook, is to be given. */
  #wait(job: V1Job, { since }: Seen): number {
    const rounds = roundsOf(job);
    const unit = this.#with.options.backoffMilliseconds;
    const between = rounds === 0 ? 0 : Math.min(FIRST_WAIT * 2 ** (rounds - 1), LONGEST_WAIT) * unit;
    return since + (claimOf(job) === '' ? between : this.#takeover) - this.#now();
  }

  /** Lets the Job go, once its message is gone too: if whoever made the Job died before it could say so, the queue will have to be seen empty. */
  async #release(name: string, job: V1Job, seen: Seen): Promise<number | undefined> {
    if (!isMessageDeleted(job)) {
      const visibility = this.#with.options.visibilitySeconds * 1000;
      const empty = this.#with.queueEmpty();
      if (empty === undefined || empty < seen.first + 2 * visibility) return visibility;
    }
    if ((await this.#patch(name, released(job))) === undefined) return this.#takeover;
    await this.#with.step('released', { job: name });
    return undefined;
  }

  /** @returns the Job; undefined when somebody else has changed it first, or it is gone */
  async #patch(name: string, patch: JsonPatch): Promise<V1Job | undefined> {
    const { kube, options, metrics, signal } = this.#with;
    const until = this.#now() + this.#takeover;
    for (;;) {
      try {
        return await kube.patch(name, patch);
      } catch (error) {
        const code = codeOf(error);
        if (code === 404 || code === 422) return undefined;
        if ((code !== 409 && !isPassing(error)) || this.#now() > until) throw error;
        metrics.retries.inc();
      }
      await pause(options.backoffMilliseconds, signal);
      if (signal.aborted) return undefined;
    }
  }

  #count(about: About, failure: string | undefined, givenUp: boolean): void {
    const outcome = failure === undefined ? 'sent' : givenUp ? 'given_up' : 'failed';
    this.#with.metrics.callbacks.inc({ status: String(about.status), outcome });
    if (failure === undefined) this.#with.options.log('info', 'callback sent', { ...about });
    else this.#with.options.log(givenUp ? 'error' : 'warn', `callback ${outcome}`, { ...about, reason: failure });
  }
}
