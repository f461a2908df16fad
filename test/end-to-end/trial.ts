// Messages, what becomes of their Jobs while things go wrong, and the end of it, when all is as it must be.
import type { Job } from './cluster';
import { type Fixture, fixtures, type Told, toldBy } from './fixtures';
import { broken, taken } from './invariants';
import { type Scene, SECRET, until } from './scene';

/** A message of a trial. */
export interface Sent {
  readonly body: string;
  /** What becomes of its Job. */
  readonly fixture?: Fixture;
  /** What its webhook must hear; empty when it has none. */
  readonly told: readonly Told[];
  /** It becomes no Job. */
  readonly refused?: true;
}

/** By the ids in the messages. */
export type Trial = Readonly<Record<string, Sent>>;

/** A Job that is over before anybody has seen it run. */
const quick = (exitCode: number): Fixture => ({
  async *play(cluster, job) {
    await cluster.sync(job);
    const [pod] = await cluster.pods(job);
    if (pod === undefined) return;
    await cluster.end(pod, { exitCode });
    await cluster.sync(job);
  },
});

/** So many messages whose Jobs are soon complete. */
export const many = (scene: Scene, count: number): Trial =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const id = `many-${i}`;
      return [id, { body: scene.message(id), fixture: quick(0), told: ['0', '1', '2'] }];
    }),
  );

/** Messages that bring a worker through all its steps, if the webhook of `sour` fails at first. */
export const everything = (scene: Scene): Trial => ({
  good: { body: scene.message('good'), fixture: fixtures['success'], told: ['0', '1', '2'] },
  bad: { body: scene.message('bad'), fixture: quick(3), told: ['0', '1', '3 A108'] },
  sour: { body: scene.message('sour'), fixture: quick(0), told: ['0', '1', '2'] },
  wrong: { body: scene.message('wrong', { backoffLimit: 'none' }), told: ['99 A103'], refused: true },
  broken: { body: '{"id": "broken", ', told: [], refused: true },
});

export interface Play {
  /** The most Jobs that were played at a time. */
  readonly most: () => number;
  readonly stop: () => Promise<void>;
}

/** Plays every Job of a scene as soon as it is there. */
export function playAll({ cluster }: Scene, trial: Trial): Play {
  const playing = new Map<string, Promise<void>>();
  let now = 0;
  let most = 0;
  const play = async (job: Job): Promise<void> => {
    const { fixture } = trial[job.metadata.annotations?.['sqs/message-id'] ?? ''] ?? {};
    most = Math.max(most, ++now);
    for await (const _ of fixture?.play(cluster, job.metadata.name) ?? []);
    now--;
  };
  const stop = cluster.watchJobs((job) => {
    if (!playing.has(job.metadata.uid)) playing.set(job.metadata.uid, play(job));
  });
  return {
    most: () => most,
    stop: async () => {
      stop();
      await Promise.all(playing.values());
    },
  };
}

/** Waits until all is told, no message is left and no Job is held. Returns what is not so in the end. */
export async function over({ history, jobs, cluster }: Scene, trial: Trial, seconds = 60): Promise<string[]> {
  let left: string[] = [];
  const isOver = async (): Promise<boolean> => {
    const heard = taken(history.exchanges);
    left = Object.entries(trial).flatMap(([id, { told }]) => {
      const last = told.at(-1);
      const isTold = last === undefined || heard.get(id)?.some((body) => toldBy(body) === last);
      return isTold ? [] : [`${id} is not told ${last}`];
    });
    if (left.length > 0) return false;
    const held = (await cluster.jobs()).filter(({ metadata }) => (metadata.finalizers ?? []).length > 0);
    left = held.map(({ metadata }) => `${metadata.name} is held`);
    if ((await jobs.count()) > 0) left.push('a message is in the queue');
    return left.length === 0;
  };
  await until('the end', isOver, seconds).catch(() => undefined);
  return left;
}

/** What is broken when it is over. */
export async function judge({ history, deadLetters, logs }: Scene, trial: Trial): Promise<string[]> {
  const kept = await deadLetters.read();
  const refused = Object.values(trial).filter(({ refused }) => refused === true);
  return [
    ...(logs().includes(SECRET) ? ['a secret is in the log'] : []),
    ...broken(history, Object.fromEntries(Object.entries(trial).map(([id, { told }]) => [id, told]))),
    ...refused.flatMap(({ body }) => (kept.includes(body) ? [] : [`not in the dead-letter queue: ${body}`])),
    ...kept.flatMap((body) =>
      refused.some((each) => each.body === body) ? [] : [`in the dead-letter queue: ${body}`],
    ),
  ];
}
