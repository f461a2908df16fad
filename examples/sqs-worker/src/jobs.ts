// All Jobs of all workers and their pods, as the two watches tell.
import type { KubeConfig, V1Job, V1Pod } from '@kubernetes/client-node';
import { isActive, SELECTOR } from './job';
import type { Kube } from './kube';
import { Watched } from './watched';

const JOB_NAME = 'batch.kubernetes.io/job-name';

export interface JobsOptions {
  readonly config: KubeConfig;
  readonly kube: Kube;
  readonly namespace: string;
  readonly backoffMilliseconds: number;
  /** Something is new of a Job or of its pods. */
  onChange(job: string): void;
  onFailure(kind: 'jobs' | 'pods', error: unknown): void;
}

export class Jobs {
  readonly #kube: Kube;
  readonly #jobs: Watched<V1Job>;
  readonly #pods: Watched<V1Pod>;
  readonly #podsOf = new Map<string, Map<string, V1Pod>>();
  readonly #active = new Set<string>();

  constructor({ config, kube, namespace, backoffMilliseconds, onChange, onFailure }: JobsOptions) {
    const both = { kube: config, labelSelector: SELECTOR, backoffMilliseconds };
    this.#kube = kube;
    this.#jobs = new Watched<V1Job>({
      ...both,
      path: `/apis/batch/v1/namespaces/${namespace}/jobs`,
      list: kube.listJobs,
      onFailure: (error) => onFailure('jobs', error),
      onChange: (name, now) => {
        if (now !== undefined && isActive(now)) this.#active.add(name);
        else this.#active.delete(name);
        onChange(name);
      },
    });
    this.#pods = new Watched<V1Pod>({
      ...both,
      path: `/api/v1/namespaces/${namespace}/pods`,
      list: kube.listPods,
      onFailure: (error) => onFailure('pods', error),
      onChange: (name, now, before) => {
        const job = (now ?? before)?.metadata?.labels?.[JOB_NAME];
        if (job === undefined) return;
        const pods = this.#podsOf.get(job) ?? new Map<string, V1Pod>();
        if (now === undefined) pods.delete(name);
        else pods.set(name, now);
        if (pods.size === 0) this.#podsOf.delete(job);
        else this.#podsOf.set(job, pods);
        onChange(job);
      },
    });
  }

  /** Until the signal says to stop. */
  async follow(signal: AbortSignal): Promise<void> {
    await Promise.all([this.#jobs.run(signal), this.#pods.run(signal)]);
  }

  /** How many have not ended; undefined while that is not known. */
  get active(): number | undefined {
    return this.#jobs.syncedSince === undefined ? undefined : this.#active.size;
  }

  /** Since when, by `performance.now`, all Jobs are known; undefined when they are not. */
  get knownSince(): number | undefined {
    return this.#jobs.syncedSince;
  }

  get(name: string): V1Job | undefined {
    return this.#jobs.get(name);
  }

  /** A Job that the server has just answered with. */
  add(job: V1Job): void {
    this.#jobs.add(job);
  }

  podsOf(job: string): readonly V1Pod[] {
    return [...(this.#podsOf.get(job)?.values() ?? [])];
  }

  /** Asked of the server: of two watches one may be late. */
  async podsNow(job: string): Promise<readonly V1Pod[]> {
    return (await this.#kube.listPods(`${JOB_NAME}=${job}`)).items;
  }
}
