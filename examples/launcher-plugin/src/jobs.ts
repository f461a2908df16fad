// All jobs, as they were last seen in Kubernetes. There is no other state, and what is here is seen again after a restart: what is to be run
// and who asked for it stand on the Job, in an annotation, and how it goes follows from the Job and its pods.
import { launcher } from 'cdk8s-kam/core';
import { LauncherError } from './errors.js';

/** The annotation of a Job with the Launcher's own description of it, as JSON. */
export const DESCRIPTION = 'cdk8s-kam/launcher-job';
/** The container that the library makes of a job. */
export const CONTAINER = 'rs-launcher-container';

interface Metadata {
  readonly name: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
}
export type KubeJob = launcher.ObservedJob & { readonly metadata: Metadata };
export type KubePod = launcher.ObservedPod & {
  readonly metadata: Metadata;
  readonly status?: { readonly podIPs?: readonly { readonly ip: string }[] };
};

/** A job that is known. */
export interface Known {
  /** Of the Kubernetes Job. */
  readonly name: string;
  /** In the Launcher's words, with its state. */
  readonly job: launcher.Job;
  readonly status: launcher.Status;
  /** The newest of its pods, if it is still there. */
  readonly pod: KubePod | undefined;
  /** Its Kubernetes Job is still there, and a pod of it that has not ended. */
  readonly alive: boolean;
}

interface Entry {
  readonly name: string;
  readonly pods: Map<string, { pod: KubePod; gone: boolean }>;
  job?: KubeJob;
  description?: launcher.Job;
  /** When the Job was last there, once it is not. */
  goneAt?: number;
  state?: launcher.State;
}

export class Jobs {
  readonly #entries = new Map<string, Entry>();

  constructor(
    readonly expiry: number,
    readonly changed: (known: Known) => void,
  ) {}

  seenJob(job: KubeJob): void {
    const { name, uid, annotations } = job.metadata;
    const before = this.#entry(name);
    if (before.job?.metadata.uid !== uid) {
      this.#update({ name, pods: before.pods, job, description: parse(annotations?.[DESCRIPTION]) });
    } else if (before.goneAt === undefined && isNewer(job, before.job)) this.#update({ ...before, job });
  }

  goneJob(job: KubeJob): void {
    const entry = this.#entry(job.metadata.name);
    // Removed after its time to live, or by somebody after its end: nobody needs to be told of it any more.
    if (isFinished(job) && ![...entry.pods.values()].some(isLive)) this.#entries.delete(entry.name);
    else this.#update({ ...entry, job: entry.job && !isNewer(job, entry.job) ? entry.job : job, goneAt: Date.now() });
    this.#expire();
  }

  seenPod(pod: KubePod): void {
    const entry = this.#entry(jobOf(pod));
    if (!entry.pods.has(pod.metadata.uid)) {
      for (const [uid, { gone }] of entry.pods) if (gone) entry.pods.delete(uid);
    }
    entry.pods.set(pod.metadata.uid, { pod, gone: false });
    this.#update(entry);
  }

  gonePod(pod: KubePod): void {
    const entry = this.#entries.get(jobOf(pod));
    if (!entry?.pods.has(pod.metadata.uid)) return;
    entry.pods.set(pod.metadata.uid, { pod, gone: true });
    if (entry.job === undefined) this.#entries.delete(entry.name);
    else this.#update(entry);
  }

  /** What has just been written onto a Job, which a watch tells later, or never when the Job goes at once. */
  annotate(name: string, annotations: Readonly<Record<string, string>>): void {
    const { job } = this.#entry(name);
    if (job) this.#update({ ...this.#entry(name), job: { ...job, metadata: merged(job.metadata, annotations) } });
  }

  /** The jobs that a user may see, in the order in which they came; `*` sees all. */
  of(user: string): Known[] {
    this.#expire();
    return [...this.#entries.values()].flatMap((entry) => {
      const known = knownOf(entry);
      return known && (user === '*' || known.job.user === user) ? [known] : [];
    });
  }

  /** @throws LauncherError when there is no such job, or it is another's */
  find(user: string, id: string): Known {
    const found = this.of(user).find(({ job }) => job.id === id);
    if (found) return found;
    throw new LauncherError('JobNotFound', `there is no job ${JSON.stringify(id)}${user === '*' ? '' : ` of ${user}`}`);
  }

  #entry(name: string): Entry {
    return this.#entries.get(name) ?? { name, pods: new Map() };
  }

  #update(entry: Entry): void {
    const { state: before } = entry;
    entry.state = stateOf(entry);
    // What has been told as the end is the end; only what was not known of it may be added.
    if (before && launcher.terminalStatus(before.status) && entry.state?.status !== before.status) entry.state = before;
    this.#entries.set(entry.name, entry);
    const { status, statusMessage } = entry.state ?? {};
    if (before?.status === status && before?.statusMessage === statusMessage) return;
    const known = knownOf(entry);
    if (known) this.changed(known);
  }

  #expire(): void {
    const limit = Date.now() - this.expiry;
    for (const { name, goneAt } of this.#entries.values()) {
      if (goneAt !== undefined && goneAt < limit) this.#entries.delete(name);
    }
  }
}

/**
 * While a pod lives, what the Job says of its end is not told: the pod will say more when it has ended. So the process of a job that is stopped
 * runs until it has ended, and an end that the two watches tell in the wrong order is the same end.
 */
function stateOf({ job, pods, goneAt }: Entry): launcher.State | undefined {
  if (job === undefined) return undefined;
  const all = [...pods.values()];
  const gone = goneAt !== undefined;
  const seen = all.filter((each) => !each.gone || hasEnded(each.pod) || gone).map(({ pod }) => pod);
  if (!all.some(isLive)) return launcher.observeJob({ job, pods: seen, deleted: gone });
  const { deletionTimestamp: _, ...metadata } = job.metadata;
  const { conditions: __, ...status } = job.status ?? {};
  return launcher.observeJob({ job: { ...job, metadata, status }, pods: seen });
}

function knownOf({ name, description, state, pods, goneAt }: Entry): Known | undefined {
  if (description === undefined || state === undefined) return undefined;
  const there = [...pods.values()].filter(({ gone }) => !gone);
  return {
    name,
    job: { ...description, ...state },
    status: state.status,
    pod: there.at(-1)?.pod,
    alive: goneAt === undefined && there.some(isLive),
  };
}

const hasEnded = ({ status }: KubePod): boolean =>
  status?.phase === 'Succeeded' ||
  status?.phase === 'Failed' ||
  Boolean(status?.containerStatuses?.some(({ name, state }) => name === CONTAINER && state?.terminated));

const isLive = ({ pod, gone }: { pod: KubePod; gone: boolean }): boolean => !gone && !hasEnded(pod);

const isFinished = ({ status }: KubeJob): boolean =>
  Boolean(
    status?.conditions?.some(({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True'),
  );

const isNewer = (a: KubeJob, b: KubeJob): boolean =>
  Number(a.metadata.resourceVersion) > Number(b.metadata.resourceVersion);

const jobOf = ({ metadata }: KubePod): string => metadata.labels?.['batch.kubernetes.io/job-name'] ?? '';

const merged = (metadata: Metadata, annotations: Readonly<Record<string, string>>): Metadata => ({
  ...metadata,
  annotations: { ...metadata.annotations, ...annotations },
});

/** A Job that has our label and no description of ours is somebody else's. */
function parse(text: string | undefined): launcher.Job | undefined {
  try {
    const job: unknown = JSON.parse(text ?? 'null');
    return typeof job === 'object' && job !== null && 'id' in job ? (job as launcher.Job) : undefined;
  } catch {
    return undefined;
  }
}
