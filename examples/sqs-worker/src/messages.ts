// What happens to a message: it becomes a Job and is deleted when its Job exists, or it is refused: its webhook is told, the dead-letter queue gets it,
// and it is deleted. Whoever dies in between leaves a message that will be delivered again.
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { V1Job } from '@kubernetes/client-node';
import { type KubeObject, printPath, printProblems, sqs } from 'cdk8s-kam/core';
import { isPassing } from './is-passing';
import { messageDeleted, messageIdOf } from './job';
import type { Jobs } from './jobs';
import { codeOf, type Kube, reasonOf, statusOf } from './kube';
import { wordsOf } from './log';
import type { Metrics } from './metrics';
import { pause } from './pause';
import { readMessage } from './read-message';
import type { Room } from './room';
import type { About, Step } from './steps';
import { refusal, send } from './webhook';
import type { WorkerOptions } from './worker-options';

export interface MessagesOptions {
  readonly options: WorkerOptions;
  readonly kube: Kube;
  readonly metrics: Metrics;
  readonly step: (step: Step, about: About) => Promise<void>;
  readonly room: Room;
  readonly jobs: Jobs;
  readonly signal: AbortSignal;
}

type Outcome = 'started' | 'redelivered' | 'refused' | 'left';

/** A message whose body is larger, or that has as many attributes, gets none of ours in the dead-letter queue. */
const LARGEST_WITH_ATTRIBUTES = 250_000;
const MOST_ATTRIBUTES = 10;
const LONGEST_SENTENCE = 2000;

export class Messages {
  readonly #with: MessagesOptions;

  constructor(using: MessagesOptions) {
    this.#with = using;
  }

  /** Never fails: what cannot be done now is left to the next delivery. */
  async handle(message: Message): Promise<void> {
    const { metrics, options, signal } = this.#with;
    const id = message.MessageId ?? '';
    const hold = this.#hold(message);
    let outcome: Outcome = 'left';
    try {
      outcome = await this.#handle(message, id);
    } catch (error) {
      if (!signal.aborted) options.log('error', 'message failed', { message: id, error: wordsOf(error) });
    }
    clearInterval(hold);
    // Others need not wait for what this worker will not do.
    if (outcome === 'left' && signal.aborted) await this.#visible(message, 0);
    metrics.messages.inc({ outcome });
  }

  async #handle(message: Message, id: string): Promise<Outcome> {
    const { options, step, jobs, room, signal } = this.#with;
    const { log } = options;
    await step('received', { message: id });
    const read = readMessage(message.Body ?? '', options);
    if ('problems' in read) {
      const problems = read.problems.slice(0, 20);
      log('warn', 'not a job', {
        message: id,
        problems: problems.map(({ code, path }) => `${printPath(path)} ${code}`),
      });
      return this.#refuse(message, 'A103', printProblems(problems));
    }
    const { job } = read;
    const name = job.metadata.name ?? '';
    await step('read', { message: id, job: name });
    const leave = await room.enter(signal, () => jobs.get(name) !== undefined);
    const created = await this.#create(job, message).finally(leave);
    if (typeof created === 'string') return created;
    jobs.add(created.job);
    if (!created.again) log('info', 'job created', { message: id, job: name, note: read.note });
    else log('info', 'delivered again: the job is there', { message: id, job: name });
    await step(created.again ? 'recognized' : 'created', { message: id, job: name });
    await this.#patiently(() => this.#delete(message));
    await step('message-deleted', { message: id, job: name });
    await this.#patiently(() => this.#with.kube.patch(name, messageDeleted())).catch((error: unknown) => {
      if (codeOf(error) !== 404) throw error;
    });
    await step('deletion-noted', { message: id, job: name });
    return created.again ? 'redelivered' : 'started';
  }

  /** The Job, made now or earlier for the same message; or what became of the message instead. */
  async #create(job: KubeObject, message: Message): Promise<{ job: V1Job; again: boolean } | Outcome> {
    const { kube, options, step } = this.#with;
    const name = job.metadata.name ?? '';
    await step('admitted', { message: message.MessageId, job: name });
    try {
      return { job: await this.#patiently(() => kube.create(job)), again: false };
    } catch (error) {
      const code = codeOf(error);
      if (code === 409) {
        const there = await this.#patiently(() => kube.get(name));
        if (messageIdOf(there) === messageIdOf(job)) return { job: there, again: true };
        return this.#refuse(message, 'A102', `A job ${name} is there already, of another message`);
      }
      options.log('error', 'job refused', { message: message.MessageId, job: name, reason: reasonOf(error) });
      // What else the server says may be a matter of rights or quota, and not of this message.
      if (code !== 400 && code !== 413 && code !== 422 && !this.#isTriedOften(message)) return 'left';
      const { reason, message: sentence } = statusOf(error);
      return this.#refuse(message, 'A103', [reason, sentence].filter(Boolean).join(': '));
    }
  }

  /** Told, kept, deleted: in this order, so that none of it is lost. */
  async #refuse(message: Message, errorCode: sqs.ErrorCode, why: string): Promise<Outcome> {
    const { options, step, metrics } = this.#with;
    const { log, deadLetterQueueUrl: QueueUrl, sqs: client } = options;
    const about = { message: message.MessageId, status: 99 };
    const body = message.Body ?? '';
    const { id = message.MessageId ?? 'unknown', url } = sqs.replyTo(body);
    const sentence = why.slice(0, LONGEST_SENTENCE);
    if (url !== undefined && refusal(new URL(url), options) === undefined) {
      const failure = await send(url, sqs.exception(id, errorCode, sentence), options);
      metrics.callbacks.inc({ status: '99', outcome: failure === undefined ? 'sent' : 'failed' });
      if (failure === undefined) await step('refusal-sent', about);
      else {
        log('warn', 'callback failed', { message: message.MessageId, status: 99, reason: failure });
        if (!this.#isTriedOften(message)) return 'left';
      }
    }
    const MessageAttributes = withReason(message, errorCode, sentence);
    await this.#patiently(() =>
      client.send(new SendMessageCommand({ QueueUrl, MessageBody: body, MessageAttributes })),
    );
    await step('dead-lettered', about);
    await this.#patiently(() => this.#delete(message));
    await step('refused-deleted', about);
    log('warn', 'message refused', { message: message.MessageId, code: errorCode });
    return 'refused';
  }

  #isTriedOften({ Attributes }: Message): boolean {
    return Number(Attributes?.ApproximateReceiveCount ?? '1') >= this.#with.options.maxReceives;
  }

  async #delete({ ReceiptHandle }: Message): Promise<void> {
    const { sqs: client, queueUrl: QueueUrl } = this.#with.options;
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  }

  /** Keeps a message from being delivered again while it is in hand. */
  #hold(message: Message): NodeJS.Timeout {
    const { visibilitySeconds } = this.#with.options;
    return setInterval(() => void this.#visible(message, visibilitySeconds), (visibilitySeconds * 1000) / 3);
  }

  async #visible({ ReceiptHandle, MessageId }: Message, VisibilityTimeout: number): Promise<void> {
    const { sqs: client, queueUrl: QueueUrl, log } = this.#with.options;
    try {
      await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
    } catch (error) {
      log('warn', 'visibility not changed', { message: MessageId, error: wordsOf(error) });
    }
  }

  /** Again and again, as long as what fails is the way to a server, or the server itself. */
  async #patiently<T>(request: () => Promise<T>): Promise<T> {
    const { options, signal, metrics } = this.#with;
    for (let failures = 0; ; failures++) {
      signal.throwIfAborted();
      try {
        return await request();
      } catch (error) {
        if (!isPassing(error)) throw error;
        metrics.retries.inc();
        options.log('warn', 'request failed, is tried again', { error: reasonOf(error) });
      }
      await pause(Math.min(2 ** failures, 32) * options.backoffMilliseconds, signal);
    }
  }
}

/** The attributes of a message and ours, where both fit. */
function withReason({ Body = '', MessageAttributes = {} }: Message, code: string, sentence: string) {
  const isFull = Object.keys(MessageAttributes).length + 2 > MOST_ATTRIBUTES;
  if (isFull || Buffer.byteLength(Body) > LARGEST_WITH_ATTRIBUTES) return MessageAttributes;
  const text = (StringValue: string) => ({ DataType: 'String', StringValue });
  const printable = sentence.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD]/g, '?');
  return { ...MessageAttributes, 'sqs-worker.code': text(code), 'sqs-worker.problems': text(printable || '-') };
}
