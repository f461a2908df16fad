// What a cluster has beside its API server, played by hand: the Job controller, the scheduler, a node's kubelet, the garbage collector and the
// controller of ttlSecondsAfterFinished. They do to Jobs and Pods what the real ones do, by the same requests, when a test says so and not before.
//
//   const cluster = new Cluster(kubernetes, 'jobs');
//   await cluster.sync('a');                                      // the Job controller: status.startTime, and the pods that are missing
//   const [pod] = await cluster.pods('a');
//   await cluster.run(pod);                                       // scheduled, pulled and started
//   await cluster.end(pod, { exitCode: 0 });
//   await cluster.sync('a');                                      // the Job is complete
//
// https://kubernetes.io/docs/concepts/workloads/controllers/job/
import { randomBytes } from 'node:crypto';
import { type Kubernetes, type KubeObject, Refused } from './kubernetes';

/** Of a batch/v1 Job, what the players look at. */
export interface Job extends KubeObject {
  readonly spec: {
    readonly suspend?: boolean;
    readonly parallelism?: number;
    readonly completions?: number;
    readonly completionMode?: 'Indexed' | 'NonIndexed';
    readonly backoffLimit?: number;
    readonly backoffLimitPerIndex?: number;
    readonly template: { readonly metadata?: object; readonly spec: object };
  };
  readonly status: {
    readonly startTime?: string;
    readonly completionTime?: string;
    readonly succeeded?: number;
    readonly failed?: number;
    readonly completedIndexes?: string;
    readonly failedIndexes?: string;
    readonly conditions?: readonly Condition[];
  };
}

/** Of a v1 Pod, what the players look at. */
export interface Pod extends KubeObject {
  readonly spec: { readonly nodeName?: string; readonly containers: readonly { readonly name: string }[] };
  readonly status: { readonly phase: string; readonly conditions?: readonly Condition[] };
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

/** How a container ended. */
export interface End {
  readonly exitCode: number;
  readonly reason?: string;
  readonly message?: string;
}

const TRACKING = 'batch.kubernetes.io/job-tracking';
const INDEX = 'batch.kubernetes.io/job-completion-index';
const MERGE = 'application/merge-patch+json';

/** The server keeps whole seconds. */
const now = (): string => new Date().toISOString().replace(/\.\d+/, '');

export class Cluster {
  private readonly jobsPath: string;
  private readonly podsPath: string;

  constructor(
    private readonly kubernetes: Kubernetes,
    readonly namespace: string,
  ) {
    this.jobsPath = `/apis/batch/v1/namespaces/${namespace}/jobs`;
    this.podsPath = `/api/v1/namespaces/${namespace}/pods`;
  }

  async jobs(): Promise<Job[]> {
    return (await this.kubernetes.request<{ items: Job[] }>('GET', this.jobsPath)).items;
  }

  /** Hears of each Job that is there and that changes, until `stop` is called. */
  watchJobs(hear: (job: Job) => void): () => void {
    return this.kubernetes.watch<Job>(this.jobsPath, ({ type, object }) => {
      if (type === 'ADDED' || type === 'MODIFIED') hear(object);
    });
  }

  /** A Job of somebody else. */
  createJob(name: string): Promise<Job> {
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'image:1' }] } };
    return this.kubernetes.request('POST', this.jobsPath, { metadata: { name }, spec: { template } });
  }

  job(name: string): Promise<Job> {
    return this.kubernetes.request('GET', `${this.jobsPath}/${name}`);
  }

  /** The pods of a Job, the oldest first. */
  async pods(job: string): Promise<Pod[]> {
    const selector = encodeURIComponent(`batch.kubernetes.io/job-name=${job}`);
    const { items } = await this.kubernetes.request<{ items: Pod[] }>(
      'GET',
      `${this.podsPath}?labelSelector=${selector}`,
    );
    return items.sort((a, b) => Date.parse(a.metadata.creationTimestamp) - Date.parse(b.metadata.creationTimestamp));
  }

  suspend(job: string, suspend: boolean): Promise<Job> {
    return this.kubernetes.request('PATCH', `${this.jobsPath}/${job}`, { spec: { suspend } }, MERGE);
  }

  // The Job controller.

  /**
   * One look at a Job: pods that have ended are counted, those that are missing made, and those of a suspended Job deleted; a Job that has had
   * enough successes or too many failures is finished.
   */
  async sync(name: string): Promise<Job> {
    const job = await this.job(name);
    if (job.metadata.deletionTimestamp !== undefined || isFinished(job)) return job;
    const { succeeded, failed, active } = await this.count(job);
    const { completions = 1, backoffLimit = 6, backoffLimitPerIndex, suspend } = job.spec;
    const status = {
      ...indexes(job, succeeded, failed),
      succeeded: (job.status.succeeded ?? 0) + succeeded.length,
      failed: (job.status.failed ?? 0) + failed.length,
    };
    if (suspend === true) {
      // What ends this way is not counted.
      for (const pod of active) {
        await this.release(pod);
        await this.kubernetes.request('DELETE', `${this.podsPath}/${pod.metadata.name}`);
      }
      const suspended = condition('Suspended', 'JobSuspended', 'Job suspended');
      return this.setStatus(job, { ...status, active: 0, ready: 0 }, suspended);
    }
    if (backoffLimitPerIndex === undefined && status.failed > backoffLimit) {
      await this.setStatus(job, status);
      return this.fail(name, 'BackoffLimitExceeded', 'Job has reached the specified backoff limit');
    }
    if (status.succeeded >= completions) {
      const why = ['CompletionsReached', 'Reached expected number of succeeded pods'] as const;
      const complete = [condition('SuccessCriteriaMet', ...why), condition('Complete', ...why)];
      return this.setStatus(job, { ...status, active: 0, ready: 0, completionTime: now() }, ...complete);
    }
    if (status.failedIndexes && status.succeeded + status.failed >= completions) {
      await this.setStatus(job, { ...status, active: 0, ready: 0 });
      return this.fail(name, 'FailedIndexes', 'Job has failed indexes');
    }
    const missing = this.missing({ ...job, status }, active);
    for (const index of missing) await this.createPod(job, index);
    const ready = active.filter(({ status }) => status.phase === 'Running').length;
    const resumed = job.status.conditions?.some(({ type, status }) => type === 'Suspended' && status === 'True');
    return this.setStatus(
      job,
      {
        ...status,
        ...((job.status.startTime === undefined || resumed) && { startTime: now() }),
        active: active.length + missing.length,
        ready,
      },
      ...(resumed ? [{ ...condition('Suspended', 'JobResumed', 'Job resumed'), status: 'False' }] : []),
    );
  }

  /** A Job that has failed, as past its deadline: its pods are deleted first. */
  async fail(name: string, reason: string, message: string): Promise<Job> {
    const target = await this.setStatus(await this.job(name), {}, condition('FailureTarget', reason, message));
    for (const pod of (await this.pods(name)).filter(isActive)) {
      await this.kubernetes.request('DELETE', `${this.podsPath}/${pod.metadata.name}`);
      if (pod.spec.nodeName !== undefined) await this.terminate(pod, { exitCode: 143, reason: 'Error' });
      else await this.release(pod);
    }
    const { failed, succeeded } = await this.count(target);
    return this.setStatus(
      target,
      {
        active: 0,
        ready: 0,
        terminating: 0,
        failed: (target.status.failed ?? 0) + failed.length,
        succeeded: (target.status.succeeded ?? 0) + succeeded.length,
      },
      condition('Failed', reason, message),
    );
  }

  /** Which indexes have no pod; of a Job without indexes as many `undefined`. */
  private missing({ spec, status }: Job, active: readonly Pod[]): (number | undefined)[] {
    const { completions = 1, parallelism = 1, completionMode } = spec;
    const wanted = Math.min(parallelism, completions - (status.succeeded ?? 0)) - active.length;
    if (completionMode !== 'Indexed') return Array.from({ length: Math.max(0, wanted) }, () => undefined);
    const taken = [...active.map(indexOf), ...listed(status.completedIndexes), ...listed(status.failedIndexes)];
    const free = Array.from({ length: completions }, (_, index) => index).filter((index) => !taken.includes(index));
    return free.slice(0, parallelism - active.length);
  }

  private async createPod(job: Job, index: number | undefined): Promise<void> {
    const { name, uid } = job.metadata;
    const { metadata, spec } = job.spec.template;
    const { labels, annotations } = (metadata ?? {}) as Partial<KubeObject['metadata']>;
    const number = index === undefined ? {} : { [INDEX]: String(index) };
    const middle = index === undefined ? '' : `${index}-`;
    await this.kubernetes.request('POST', this.podsPath, {
      metadata: {
        name: `${name.slice(0, 50)}-${middle}${randomBytes(3).toString('hex').slice(0, 5)}`,
        labels: { ...labels, ...number },
        annotations: { ...annotations, ...number },
        finalizers: [TRACKING],
        ownerReferences: [
          { apiVersion: 'batch/v1', kind: 'Job', name, uid, controller: true, blockOwnerDeletion: true },
        ],
      },
      spec,
    });
  }

  /** What has ended since the last look, and what has not. A pod that is counted loses the controller's finalizer. */
  private async count(job: Job): Promise<{ succeeded: Pod[]; failed: Pod[]; active: Pod[] }> {
    const pods = job.status.startTime === undefined ? [] : await this.pods(job.metadata.name);
    const fresh = pods.filter((pod) => pod.metadata.finalizers?.includes(TRACKING) && !isActive(pod));
    for (const pod of fresh) await this.release(pod);
    return {
      succeeded: fresh.filter(({ status }) => status.phase === 'Succeeded'),
      failed: fresh.filter(({ status }) => status.phase !== 'Succeeded'),
      active: pods.filter(isActive),
    };
  }

  private async setStatus(job: Job, status: object, ...added: readonly Condition[]): Promise<Job> {
    const path = `${this.jobsPath}/${job.metadata.name}/status`;
    const before = (job.status.conditions ?? []).filter(({ type }) => !added.some((each) => each.type === type));
    const conditions = added.length > 0 ? { conditions: [...before, ...added] } : {};
    return this.kubernetes.request('PATCH', path, { status: { ...status, ...conditions } }, MERGE);
  }

  // The scheduler.

  async bind(pod: Pod, node = 'node-1'): Promise<void> {
    const target = { apiVersion: 'v1', kind: 'Node', name: node };
    const { name } = pod.metadata;
    const bound = this.kubernetes.request('POST', `${this.podsPath}/${name}/binding`, { metadata: { name }, target });
    await unless(409, bound);
  }

  async unschedulable(pod: Pod, message: string): Promise<void> {
    const scheduled = { ...condition('PodScheduled', 'Unschedulable', message), status: 'False' };
    await this.setPodStatus(pod, { conditions: [scheduled] });
  }

  // The kubelet.

  /** The pod is on a node, and its containers wait. */
  async wait(pod: Pod, reason: string, message?: string): Promise<void> {
    await this.bind(pod);
    await this.setContainers(pod, 'Pending', { waiting: { reason, message } });
  }

  async run(pod: Pod): Promise<void> {
    await this.bind(pod);
    await this.setContainers(pod, 'Running', { running: { startedAt: now() } });
  }

  /** The containers end, with SIGKILL too: the kubelet does not tell the signal, only 128 and its number. */
  async end(pod: Pod, { exitCode, reason = exitCode === 0 ? 'Completed' : 'Error', message }: End): Promise<void> {
    const startedAt = pod.metadata.creationTimestamp;
    const terminated = { exitCode, reason, message, startedAt, finishedAt: now() };
    await this.setContainers(pod, exitCode === 0 ? 'Succeeded' : 'Failed', { terminated });
  }

  /** The node has not enough of something, and the pod goes. */
  async evict(pod: Pod): Promise<void> {
    const message = 'The node was low on resource: memory. Threshold quantity: 100Mi, available: 40Mi.';
    const terminated = { exitCode: 137, reason: 'Error', startedAt: pod.metadata.creationTimestamp, finishedAt: now() };
    await this.setContainers(pod, 'Failed', { terminated }, { reason: 'Evicted', message });
  }

  /** The containers of a pod that is being deleted are stopped, and the pod goes. */
  async terminate(pod: Pod, end: End = { exitCode: 143 }): Promise<void> {
    await this.end(pod, end);
    await this.kubernetes.request('DELETE', `${this.podsPath}/${pod.metadata.name}`, { gracePeriodSeconds: 0 });
  }

  // The garbage collector, the controller of TTLs, and the Job controller's look after pods without a Job.

  /** Deletes a Job as `kubectl delete` does: it goes at once unless it has a finalizer, and its pods with `collect`. */
  async remove(job: string): Promise<void> {
    await this.kubernetes.request('DELETE', `${this.jobsPath}/${job}`, { propagationPolicy: 'Background' });
  }

  /** Deletes a finished Job after its time: the Job goes when its pods are gone. */
  async expire(name: string): Promise<void> {
    await this.kubernetes.request('DELETE', `${this.jobsPath}/${name}`, { propagationPolicy: 'Foreground' });
    await this.collect(name);
    const finalizers = (await this.job(name)).metadata.finalizers?.filter((each) => each !== 'foregroundDeletion');
    await this.kubernetes.request('PATCH', `${this.jobsPath}/${name}`, { metadata: { finalizers } }, MERGE);
  }

  /** The pods of a Job that is deleted are stopped, and go. */
  async collect(job: string): Promise<void> {
    for (const pod of await this.pods(job)) {
      await this.release(pod);
      await unless(404, this.kubernetes.request('DELETE', `${this.podsPath}/${pod.metadata.name}`));
      if (isActive(pod) && pod.spec.nodeName !== undefined) await unless(404, this.terminate(pod));
      else
        await unless(
          404,
          this.kubernetes.request('DELETE', `${this.podsPath}/${pod.metadata.name}`, { gracePeriodSeconds: 0 }),
        );
    }
  }

  /** Takes the Job controller's finalizer away. */
  private async release(pod: Pod): Promise<void> {
    await unless(
      404,
      this.kubernetes.request(
        'PATCH',
        `${this.podsPath}/${pod.metadata.name}`,
        { metadata: { finalizers: null } },
        MERGE,
      ),
    );
  }

  private async setContainers(pod: Pod, phase: string, state: object, status: object = {}): Promise<void> {
    const containerStatuses = pod.spec.containers.map(({ name }) => ({
      name,
      state,
      ready: phase === 'Running',
      started: phase === 'Running',
      restartCount: 0,
      image: 'docker.io/library/image:1',
      imageID: '',
    }));
    await this.setPodStatus(pod, { phase, startTime: pod.metadata.creationTimestamp, containerStatuses, ...status });
  }

  private async setPodStatus(pod: Pod, status: object): Promise<void> {
    await this.kubernetes.request('PATCH', `${this.podsPath}/${pod.metadata.name}/status`, { status }, MERGE);
  }
}

/** What is so already need not be done: the server answers with that code. */
async function unless(code: number, request: Promise<unknown>): Promise<void> {
  await request.catch((error: unknown) => {
    if (!(error instanceof Refused) || error.code !== code) throw error;
  });
}

const condition = (type: string, reason: string, message: string): Condition => ({
  type,
  status: 'True',
  reason,
  message,
  ...{ lastTransitionTime: now() },
});

const isFinished = ({ status }: Job): boolean =>
  (status.conditions ?? []).some(({ type, status }) => /^(Complete|Failed)$/.test(type) && status === 'True');

const isActive = ({ status, metadata }: Pod): boolean =>
  status.phase !== 'Succeeded' && status.phase !== 'Failed' && metadata.deletionTimestamp === undefined;

const indexOf = (pod: Pod): number => Number(pod.metadata.annotations?.[INDEX]);

/** `1,3-5` as the numbers that it lists. */
const listed = (text = ''): number[] =>
  text === ''
    ? []
    : text.split(',').flatMap((part) => {
        const [from, to] = part.split('-').map(Number) as [number, number?];
        return Array.from({ length: (to ?? from) - from + 1 }, (_, i) => from + i);
      });

/** Numbers as the Job controller lists them: runs of more than two with a hyphen. */
function list(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([a, b]) => (a === b ? String(a) : `${a}${b === a + 1 ? ',' : '-'}${b}`)).join();
}

function indexes(
  { spec, status }: Job,
  succeeded: readonly Pod[],
  failed: readonly Pod[],
): { completedIndexes?: string; failedIndexes?: string } {
  if (spec.completionMode !== 'Indexed') return {};
  const completedIndexes = list([...listed(status.completedIndexes), ...succeeded.map(indexOf)]);
  if (spec.backoffLimitPerIndex === undefined) return { completedIndexes };
  return { completedIndexes, failedIndexes: list([...listed(status.failedIndexes), ...failed.map(indexOf)]) };
}
