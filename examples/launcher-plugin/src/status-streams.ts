// Streams of statuses. A change is told once, to all streams that wait for it: each has its own count of what it was told.
import { launcher } from 'cdk8s-kam/core';
import type { Known } from './jobs.js';

interface Stream {
  readonly user: string;
  /** `*` for all. */
  readonly jobId: string;
  told: number;
}

export class StatusStreams {
  readonly #streams = new Map<number, Stream>();

  constructor(readonly send: (body: object) => void) {}

  /** Begins with what is known now. */
  start(requestId: number, user: string, jobId: string, known: readonly Known[]): void {
    const stream: Stream = { user, jobId, told: 0 };
    this.#streams.set(requestId, stream);
    for (const each of known) this.#tell(each, [[requestId, stream]]);
  }

  cancel(requestId: number): void {
    this.#streams.delete(requestId);
  }

  get requestIds(): number[] {
    return [...this.#streams.keys()];
  }

  tell(known: Known): void {
    const { id, user } = known.job;
    const waiting = [...this.#streams].filter(
      ([, stream]) => (stream.jobId === '*' || stream.jobId === id) && (stream.user === '*' || stream.user === user),
    );
    if (waiting.length > 0) this.#tell(known, waiting);
  }

  #tell({ job, status }: Known, streams: readonly (readonly [number, Stream])[]): void {
    this.send({
      sequences: streams.map(([requestId, stream]) => ({ requestId, seqId: ++stream.told })),
      id: job.id,
      name: job.name ?? '',
      status,
      ...(job.statusMessage && { statusMessage: job.statusMessage }),
    });
    if (!launcher.terminalStatus(status)) return;
    for (const [requestId, { jobId }] of streams) if (jobId !== '*') this.#streams.delete(requestId);
  }
}
