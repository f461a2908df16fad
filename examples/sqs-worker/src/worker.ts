// The worker: polls the queue for as many messages as there is room for Jobs, makes them Jobs, and tells what becomes of all Jobs of all workers.
import { setMaxListeners } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { Callbacks } from './callbacks';
import { Jobs } from './jobs';
import { kubeOf, reasonOf } from './kube';
import { wordsOf } from './log';
import { Messages } from './messages';
import { Metrics } from './metrics';
import { pause } from './pause';
import { Room } from './room';
import { serve } from './server';
import type { About, Step } from './steps';
import { Turns } from './turns';
import type { WorkerOptions } from './worker-options';

/** Callbacks that are sent at the same time. */
const CALLBACKS_AT_ONCE = 64;
/** SQS gives no more. */
const LARGEST_BATCH = 10;
/** SQS waits no longer for a message. */
const LONG_POLL_SECONDS = 20;
/** A poll that has not come round for so long hangs. */
const HANGING = 5 * 60_000;

export interface Worker {
  /** Of /healthz and /metrics. */
  readonly port: number;
  /** Takes no more messages, brings to an end what has begun, and gives back the rest. */
  stop(): Promise<void>;
}

export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { log, namespace, backoffMilliseconds, now = () => performance.now() } = options;
  const [stopping, following] = [new AbortController(), new AbortController()];
  const { signal } = stopping;
  setMaxListeners(0, signal, following.signal);
  const kube = kubeOf(options.kube, namespace);
  const inHand = new Set<Promise<void>>();
  const metrics = new Metrics(
    () => jobs.active ?? NaN,
    () => inHand.size,
  );
  const step = async (name: Step, about: About): Promise<void> => options.onStep?.(name, about);
  const using = { options, now, kube, metrics, step, signal };

  const turns = new Turns({
    atOnce: CALLBACKS_AT_ONCE,
    run: (name) => callbacks.look(name),
    onFailure: (name, error) => {
      log('error', 'a job could not be looked after', { job: name, error: reasonOf(error) });
      return 16 * backoffMilliseconds;
    },
  });
  const jobs = new Jobs({
    ...{ config: options.kube, kube, namespace, backoffMilliseconds },
    onChange: (job) => turns.add(job),
    onFailure: (kind, error) => {
      metrics.watchFailures.inc({ kind });
      log('warn', 'the watch failed', { kind, error: reasonOf(error) });
    },
  });
  let queueEmpty: number | undefined;
  const callbacks = new Callbacks({ ...using, jobs, queueEmpty: () => queueEmpty });
  const room = new Room(options.maxActiveJobs, () => jobs.active);
  const messages = new Messages({ ...using, room, jobs });

  let lastTurn = now();
  const poll = async (): Promise<void> => {
    for (let failures = 0; !signal.aborted; lastTurn = now()) {
      const free = Math.min(room.left - inHand.size, LARGEST_BATCH);
      if (free <= 0) {
        await pause(Math.min(backoffMilliseconds, 500), signal);
        continue;
      }
      try {
        const asked = now();
        const received = await receive(options, free, signal);
        if (received.length === 0) queueEmpty = asked;
        for (const message of received) {
          const handled = messages.handle(message).finally(() => inHand.delete(handled));
          inHand.add(handled);
        }
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        metrics.retries.inc();
        log('warn', 'the queue cannot be polled', { error: wordsOf(error) });
        await pause(Math.min(2 ** failures++, 32) * backoffMilliseconds, signal);
      }
    }
  };

  const illness = (): string | undefined =>
    now() - lastTurn > HANGING ? 'the queue has not been polled for five minutes' : undefined;
  const server = await serve({ port: options.port, registry: metrics.registry, illness });
  const { port } = server.address() as AddressInfo;
  const running = [jobs.follow(following.signal), poll()];
  log('info', 'started', { namespace, port, maxActiveJobs: options.maxActiveJobs });
  return {
    port,
    stop: async () => {
      stopping.abort();
      await running[1];
      await Promise.all(inHand);
      await turns.stop();
      following.abort();
      await Promise.all(running);
      server.closeAllConnections();
      server.close();
      log('info', 'stopped');
    },
  };
}

async function receive(options: WorkerOptions, most: number, abortSignal: AbortSignal): Promise<readonly Message[]> {
  const { Messages: messages = [] } = await options.sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: options.queueUrl,
      MaxNumberOfMessages: most,
      WaitTimeSeconds: LONG_POLL_SECONDS,
      VisibilityTimeout: options.visibilitySeconds,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      MessageAttributeNames: ['All'],
    }),
    { abortSignal },
  );
  return messages;
}
