// What can be counted. prom-client keeps it and writes it.
import { Counter, Gauge, Registry } from 'prom-client';

export class Metrics {
  readonly registry = new Registry();
  readonly #in = [this.registry];
  readonly messages = new Counter({
    name: 'sqs_worker_messages_total',
    help: 'Messages by what became of them: started, redelivered, refused, left',
    labelNames: ['outcome'],
    registers: this.#in,
  });
  readonly callbacks = new Counter({
    name: 'sqs_worker_callbacks_total',
    help: 'Callbacks by status and outcome: sent, failed (three tries), given_up',
    labelNames: ['status', 'outcome'],
    registers: this.#in,
  });
  readonly retries = new Counter({
    name: 'sqs_worker_retries_total',
    help: 'Requests to the queue and the API server that failed and were tried again',
    registers: this.#in,
  });
  readonly watchFailures = new Counter({
    name: 'sqs_worker_watch_failures_total',
    help: 'Lists and watches that failed, by kind',
    labelNames: ['kind'],
    registers: this.#in,
  });

  constructor(activeJobs: () => number, messagesInHand: () => number) {
    gauge(this.registry, 'sqs_worker_active_jobs', 'Jobs of all workers that have not ended', activeJobs);
    gauge(this.registry, 'sqs_worker_messages_in_hand', 'Messages that this worker holds', messagesInHand);
  }
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
