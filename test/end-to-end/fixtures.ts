// What can become of a Job, played on a cluster, and what is to be said of it at each moment.
import type { Callback } from '../../lib/dialects/sqs/api';
import type { LauncherState } from '../../lib/dialects/launcher/observe';
import type { Cluster, Pod } from './cluster';

/** A state of the cluster that stays until the next is asked for. */
export interface Moment {
  /** What `sqs.callbacks` gives: the status of each, and the error's code. */
  readonly callbacks: readonly Told[];
  /** What the message of the last says. */
  readonly says?: RegExp;
  /** What `launcher.observeJob` gives; undefined where a Launcher job cannot be in that state. */
  readonly launcher?: Pick<LauncherState, 'status' | 'exitCode'>;
  /** The time in which a pod has to start is over. */
  readonly late?: true;
}

export type Told = '0' | '1' | '2' | '3 A108' | `99 A10${2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

/** A callback, as a moment has it. */
export const toldBy = (body: Callback): Told =>
  (body.status === 3 || body.status === 99
    ? `${body.status} ${body.detail.error.errorCode}`
    : `${body.status}`) as Told;

export interface Fixture {
  /** What of the message's job, and of the Job's spec, is another than usual. */
  readonly job?: object;
  /** What of the Job's spec no message can ask for. */
  readonly spec?: object;
  /** Begins with a new Job that no controller has looked at, and that stays until its follower lets it go: it has a finalizer. */
  play(cluster: Cluster, job: string): AsyncGenerator<Moment, void>;
}

const pending: Moment = { callbacks: ['0'], launcher: { status: 'Pending' } };
const running: Moment = { callbacks: ['0', '1'], launcher: { status: 'Running' } };

/** The pod that the Job controller has made, when it has had its look. */
async function newPod(cluster: Cluster, job: string): Promise<Pod> {
  await cluster.sync(job);
  const pods = await cluster.pods(job);
  const pod = pods.find(
    ({ status, metadata }) => status.phase === 'Pending' && metadata.deletionTimestamp === undefined,
  );
  if (pod === undefined) throw new Error(`the Job ${job} has no new pod`);
  return pod;
}

/** As far as a pod that runs. */
async function* started(cluster: Cluster, job: string): AsyncGenerator<Moment, Pod> {
  yield pending;
  const pod = await newPod(cluster, job);
  yield pending;
  await cluster.wait(pod, 'ContainerCreating');
  yield pending;
  await cluster.run(pod);
  await cluster.sync(job);
  yield running;
  return pod;
}

/** Runs, and ends with an exit code. */
const ends = (end: Parameters<Cluster['end']>[1], last: Moment): Fixture => ({
  async *play(cluster, job) {
    const pod = yield* started(cluster, job);
    await cluster.end(pod, end);
    // The Job's own condition comes later than its pod's end, which is all that a Launcher waits for.
    yield { callbacks: ['0', '1'], launcher: last.launcher };
    await cluster.sync(job);
    yield last;
  },
});

/** Waits for something that does not come. */
const waits = (reason: string, message: string): Fixture => ({
  async *play(cluster, job) {
    yield pending;
    await cluster.wait(await newPod(cluster, job), reason, message);
    yield { callbacks: ['0', '99 A104'], says: new RegExp(`${reason}: ${message}`), launcher: { status: 'Failed' } };
  },
});

export const fixtures: Readonly<Record<string, Fixture>> = {
  success: ends({ exitCode: 0 }, { callbacks: ['0', '1', '2'], launcher: { status: 'Finished', exitCode: 0 } }),
  'non-zero exit': ends(
    { exitCode: 3, message: 'no such table' },
    {
      callbacks: ['0', '1', '3 A108'],
      says: /^BackoffLimitExceeded: .*; pod \S+ container \S+: exit code 3 \(Error: no such table\)$/,
      launcher: { status: 'Finished', exitCode: 3 },
    },
  ),
  'OOM kill': ends(
    { exitCode: 137, reason: 'OOMKilled' },
    {
      callbacks: ['0', '1', '3 A108'],
      says: /exit code 137 \(OOMKilled\)$/,
      launcher: { status: 'Killed', exitCode: 137 },
    },
  ),
  SIGKILL: ends(
    { exitCode: 137 },
    { callbacks: ['0', '1', '3 A108'], says: /exit code 137/, launcher: { status: 'Killed', exitCode: 137 } },
  ),
  deadline: {
    async *play(cluster, job) {
      yield* started(cluster, job);
      await cluster.fail(job, 'DeadlineExceeded', 'Job was active longer than specified deadline');
      // The pod is gone, and nothing tells that it ran.
      yield {
        callbacks: ['0', '3 A108'],
        says: /^DeadlineExceeded: Job was active longer than specified deadline/,
        launcher: { status: 'Failed' },
      };
    },
  },
  'backoff limit': {
    job: { backoffLimit: 1 },
    async *play(cluster, job) {
      await cluster.end(yield* started(cluster, job), { exitCode: 1 });
      const second = await newPod(cluster, job);
      yield { callbacks: ['0', '1'] };
      await cluster.run(second);
      yield { callbacks: ['0', '1'] };
      await cluster.end(second, { exitCode: 2 });
      await cluster.sync(job);
      yield {
        callbacks: ['0', '1', '3 A108'],
        says: /backoff limit(?=.*; pod \S+ container \S+: exit code 1 \(Error\))(?=.*: exit code 2 \(Error\))/,
      };
    },
  },
  'image pull error': waits('ErrImagePull', 'failed to resolve reference "docker.io/library/imagee:1"'),
  'image that comes after all': {
    async *play(cluster, job) {
      yield* waits('ImagePullBackOff', 'Back-off pulling image').play(cluster, job);
      const [pod] = (await cluster.pods(job)) as [Pod];
      await cluster.run(pod);
      yield running;
      await cluster.end(pod, { exitCode: 0 });
      await cluster.sync(job);
      yield { callbacks: ['0', '1', '2'], launcher: { status: 'Finished', exitCode: 0 } };
    },
  },
  'bad image name': waits('InvalidImageName', 'Failed to apply default image tag'),
  'missing Secret': waits('CreateContainerConfigError', 'secret "database" not found'),
  unschedulable: {
    async *play(cluster, job) {
      await cluster.unschedulable(await newPod(cluster, job), '0/3 nodes are available: 3 Insufficient cpu.');
      yield pending;
      yield { callbacks: ['0', '99 A105'], says: /no pod has started/, late: true, launcher: { status: 'Pending' } };
    },
  },
  eviction: {
    async *play(cluster, job) {
      await cluster.evict(yield* started(cluster, job));
      await cluster.sync(job);
      yield {
        callbacks: ['0', '1', '3 A108'],
        says: /exit code 137/,
        launcher: { status: 'Killed', exitCode: 137 },
      };
    },
  },
  'suspended and resumed': {
    async *play(cluster, job) {
      const pod = yield* started(cluster, job);
      await cluster.suspend(job, true);
      await cluster.sync(job);
      await cluster.terminate(pod);
      // Whom 1 was told before, it is not told again.
      yield { callbacks: ['0'], launcher: { status: 'Suspended' } };
      yield { callbacks: ['0'], launcher: { status: 'Suspended' }, late: true };
      await cluster.suspend(job, false);
      const second = await newPod(cluster, job);
      yield pending;
      await cluster.run(second);
      yield running;
      await cluster.end(second, { exitCode: 0 });
      await cluster.sync(job);
      yield { callbacks: ['0', '1', '2'], launcher: { status: 'Finished', exitCode: 0 } };
    },
  },
  'deleted while it runs': {
    async *play(cluster, job) {
      yield* started(cluster, job);
      await cluster.remove(job);
      yield { callbacks: ['0', '1', '99 A109'], says: /was deleted/, launcher: { status: 'Killed' } };
      await cluster.collect(job);
    },
  },
  'deleted before it runs': {
    async *play(cluster, job) {
      await newPod(cluster, job);
      yield pending;
      await cluster.remove(job);
      yield { callbacks: ['0', '99 A109'], says: /was deleted/, launcher: { status: 'Canceled' } };
      await cluster.collect(job);
    },
  },
  'removed after its time to live': {
    async *play(cluster, job) {
      yield* ends({ exitCode: 0 }, { callbacks: ['0', '1', '2'], launcher: { status: 'Finished', exitCode: 0 } }).play(
        cluster,
        job,
      );
      await cluster.expire(job);
      // With the pods gone nothing tells that one has run: whom 1 was told before, knows.
      yield { callbacks: ['0', '2'], launcher: { status: 'Finished', exitCode: 0 } };
    },
  },
  'indexed with mixed results': {
    spec: { completionMode: 'Indexed', completions: 3, parallelism: 3, backoffLimitPerIndex: 0, backoffLimit: null },
    async *play(cluster, job) {
      await cluster.sync(job);
      const pods = (await cluster.pods(job)) as [Pod, Pod, Pod];
      yield pending;
      for (const pod of pods) await cluster.run(pod);
      await cluster.sync(job);
      yield { callbacks: ['0', '1'] };
      for (const [i, pod] of pods.entries()) await cluster.end(pod, { exitCode: i % 2 });
      yield { callbacks: ['0', '1'] };
      await cluster.sync(job);
      yield {
        callbacks: ['0', '1', '3 A108'],
        says: /^FailedIndexes: Job has failed indexes; pod \S+ container \S+: exit code 1/,
      };
    },
  },
};
