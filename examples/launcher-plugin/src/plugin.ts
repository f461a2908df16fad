// What the plugin does for each request of the Launcher.
import { randomBytes } from 'node:crypto';
import { type KubeObject, launcher } from 'cdk8s-kam/core';
import { LauncherError, protocolError, Refused } from './errors.js';
import type { Flags } from './flags.js';
import { type Frame, LARGEST } from './frames.js';
import { Jobs, type Known, type KubeJob, type KubePod } from './jobs.js';
import type { Kubernetes } from './kubernetes.js';
import { log } from './log.js';
import { parseRequest, type Request, requestIdOf, type Response, RESPONSE } from './messages.js';
import { readOutput } from './output.js';
import { StatusStreams } from './status-streams.js';
import { objectsOf } from './submit.js';

/** Milliseconds in which the jobs of a cluster are known after the start. */
const PATIENCE = 10_000;
/** What a job of the Launcher can ask for that the library knows. */
const LIMITS = ['cpuCount', 'memory', 'CPU Request', 'Memory Request', 'NVIDIA GPUs', 'AMD GPUs'];

export class Plugin {
  readonly #kubernetes: Kubernetes;
  readonly #flags: Flags;
  readonly #write: (message: Response) => void;
  readonly #jobs: Jobs;
  readonly #streams = new StatusStreams((body) => this.#respond('status', 0, body));
  /** What is being worked on, by its request, and how it is ended. */
  readonly #open = new Map<number, AbortController>();
  readonly #listed: Promise<unknown>;
  #responses = 0;
  #stopped = false;

  constructor(kubernetes: Kubernetes, flags: Flags, write: (message: Response) => void) {
    this.#kubernetes = kubernetes;
    this.#flags = flags;
    this.#write = write;
    this.#jobs = new Jobs(flags.jobExpiryHours * 3_600_000, (known) => this.#changed(known));
    const { namespace } = kubernetes;
    const pods = kubernetes.watch<KubePod>(`/api/v1/namespaces/${namespace}/pods`, {
      seen: (pod) => this.#jobs.seenPod(pod),
      gone: (pod) => this.#jobs.gonePod(pod),
    });
    // A pod says more of an end than its Job.
    this.#listed = pods.then(() =>
      kubernetes.watch<KubeJob>(this.#jobsPath(), {
        seen: (job) => this.#jobs.seenJob(job),
        gone: (job) => this.#jobs.goneJob(job),
      }),
    );
  }

  /** Answers one message, whatever it is. */
  async handle(message: Frame): Promise<void> {
    let requestId = 0;
    try {
      const content = contentOf(message);
      requestId = requestIdOf(content);
      const request = parseRequest(content);
      log.debug('request', { type: request.type, requestId });
      await this.#answer(request);
    } catch (error) {
      this.#fail(requestId, error);
    }
  }

  /** Whoever still waits for an answer is told that there will be none. */
  stop(): void {
    const restarts = new LauncherError('PluginRestarted', 'the plugin restarts: ask again');
    const waiting = new Set([...this.#open.keys(), ...this.#streams.requestIds]);
    for (const requestId of waiting) this.#fail(requestId, restarts);
    this.#stopped = true;
    for (const controller of this.#open.values()) controller.abort();
  }

  async #answer(request: Request): Promise<void> {
    const { type, requestId, cancel } = request;
    if (type === 'heartbeat') return this.#write({ messageType: 0, requestId: 0, responseId: 0 });
    if (cancel) {
      if (type === 'status') this.#streams.cancel(requestId);
      if (type === 'output') this.#open.get(requestId)?.abort();
      return;
    }
    const controller = new AbortController();
    this.#open.set(requestId, controller);
    try {
      if (type === 'status') await this.#status(request);
      else if (type === 'output') await this.#output(request, controller.signal);
      else this.#respond(type === 'submit' ? 'jobs' : type, requestId, await this.#bodyFor(request, type));
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      this.#open.delete(requestId);
    }
  }

  #bodyFor(
    request: Request,
    type: Exclude<Request['type'], 'heartbeat' | 'status' | 'output'>,
  ): object | Promise<object> {
    switch (type) {
      case 'bootstrap':
        return bootstrap(request);
      case 'submit':
        return this.#submit(request);
      case 'jobs':
        return this.#list(request);
      case 'control':
        return this.#control(request);
      case 'network':
        return this.#network(request);
      case 'cluster':
        return CLUSTER;
      case 'nodes':
        // Every plugin of several sees the same jobs, so none needs to know of the others.
        return {};
    }
  }

  async #submit({ username, job }: Request): Promise<object> {
    const id = randomBytes(8).toString('hex');
    const { namespace } = this.#kubernetes;
    const { pluginName: cluster, jobExpiryHours } = this.#flags;
    const made = objectsOf(job, { id, username, cluster, namespace, timeToLive: jobExpiryHours * 3600 });
    const created = await this.#kubernetes.send<KubeJob>('POST', this.#jobsPath(), made.job);
    this.#jobs.seenJob(created);
    for (const other of made.others) await this.#belonging(other, created);
    log.info('submitted', { job: created.metadata.name });
    return { jobs: [this.#jobs.find(username, id).job] };
  }

  /** A Service that goes with its Job; without it there is no Job either. */
  async #belonging(object: KubeObject, { metadata }: KubeJob): Promise<void> {
    const { namespace } = this.#kubernetes;
    const owner = { apiVersion: 'batch/v1', kind: 'Job', name: metadata.name, uid: metadata.uid };
    const owned = { ...object, metadata: { ...object.metadata, ownerReferences: [owner] } };
    try {
      await this.#kubernetes.send('POST', `/api/v1/namespaces/${namespace}/services`, owned);
    } catch (error) {
      await this.#carryOut('Cancel', metadata.name);
      throw error;
    }
  }

  async #list({ username, jobId, filter, fields }: Request): Promise<object> {
    await this.#known();
    const found = jobId === '*' ? this.#jobs.of(username) : [this.#jobs.find(username, jobId)];
    const jobs = found.map(({ job }) => job).filter((job) => jobId !== '*' || launcher.includes(filter, job));
    return { jobs: jobs.map((job) => launcher.withFields(job, fields)) };
  }

  async #control({ username, jobId, operation }: Request): Promise<object> {
    const { name, status } = await this.#one(username, jobId);
    const needed = launcher.validForStatus(operation);
    if (status !== needed) {
      throw new LauncherError(
        'InvalidJobState',
        `${operation}: expected a job that is ${needed}, this one is ${status}`,
      );
    }
    try {
      await this.#carryOut(operation, name);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new LauncherError('JobControlFailure', `${operation}: the API server: ${error.message}`);
    }
    return { statusMessage: '', operationComplete: true };
  }

  /** What is to be deleted and is not there any more has been deleted by somebody else. */
  async #carryOut(operation: launcher.JobOperation, name: string): Promise<void> {
    const ends = operation !== 'Suspend' && operation !== 'Resume';
    for (const request of launcher.operationRequests(operation, { name, namespace: this.#kubernetes.namespace })) {
      const { method, path, body, contentType } = request;
      const { metadata } = body as { metadata?: { annotations: Record<string, string> } };
      if (metadata) this.#jobs.annotate(name, metadata.annotations);
      await this.#kubernetes.send(method, path, body, contentType).catch((error: unknown) => {
        if (!(ends && error instanceof Refused && error.status === 404)) throw error;
      });
    }
    log.info('carried out', { operation, job: name });
  }

  async #network({ username, jobId }: Request): Promise<object> {
    const { status, job, pod } = await this.#one(username, jobId);
    if (status !== 'Running') throw new LauncherError('JobNotRunning', `the job is ${status}`);
    return { host: job.host ?? '', ipAddresses: pod?.status?.podIPs?.map(({ ip }) => ip) ?? [] };
  }

  async #status({ requestId, username, jobId }: Request): Promise<void> {
    await this.#known();
    const now = jobId === '*' ? this.#jobs.of(username) : [this.#jobs.find(username, jobId)];
    this.#streams.start(requestId, username, jobId, now);
  }

  async #output({ requestId, username, jobId, output }: Request, signal: AbortSignal): Promise<void> {
    const known = await this.#one(username, jobId);
    let seqId = 0;
    for await (const text of readOutput(this.#kubernetes, known, output, signal)) {
      this.#respond('output', requestId, { seqId: ++seqId, output: text, outputType: 'mixed', complete: false });
    }
    this.#respond('output', requestId, { seqId: ++seqId, output: '', outputType: 'mixed', complete: true });
  }

  async #one(username: string, jobId: string): Promise<Known> {
    if (jobId === '*') throw new LauncherError('InvalidRequest', 'jobId: expected one job, not "*"');
    await this.#known();
    return this.#jobs.find(username, jobId);
  }

  /** Waits until all jobs have been listed once. */
  async #known(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_, reject) => {
      const message = 'the API server has not told yet which jobs there are';
      timer = setTimeout(() => reject(new LauncherError('Timeout', message)), PATIENCE);
    });
    await Promise.race([this.#listed, late]).finally(() => clearTimeout(timer));
  }

  #changed(known: Known): void {
    this.#streams.tell(known);
    if (known.status !== 'Failed' || !known.alive) return;
    // Nothing is to start after all once its failure has been told.
    this.#carryOut('Cancel', known.name).catch((error: unknown) => {
      log.warn('a failed job could not be removed', { job: known.name, error: protocolError(error).message });
    });
  }

  #jobsPath(): string {
    return `/apis/batch/v1/namespaces/${this.#kubernetes.namespace}/jobs`;
  }

  #fail(requestId: number, error: unknown): void {
    const { code, message } = protocolError(error);
    log.debug('error', { requestId, code });
    this.#respond('error', requestId, { errorCode: code, errorMessage: message });
  }

  #respond(type: keyof typeof RESPONSE, requestId: number, body: object): void {
    if (this.#stopped) return;
    this.#write({ messageType: RESPONSE[type], requestId, responseId: this.#responses++, ...body });
  }
}

/** @throws LauncherError when it is no JSON */
function contentOf(message: Frame): unknown {
  if ('tooLong' in message) {
    throw new LauncherError('InvalidRequest', `a message of ${message.tooLong} bytes; the most is ${LARGEST}`);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(message.bytes));
  } catch {
    throw new LauncherError('InvalidRequest', 'expected a message in JSON');
  }
}

function bootstrap({ version }: Request): object {
  const { major, minor, patch } = launcher.apiVersion;
  if (version.major === major) return { version: { major, minor, patch } };
  const message = `version: expected ${major}.x of the plugin API, got ${version.major}.${version.minor}.${version.patch}`;
  throw new LauncherError('UnsupportedVersion', message);
}

const CLUSTER = {
  supportsContainers: true,
  supportsInitContainers: false,
  allowUnknownImages: true,
  containersUseHostNetwork: false,
  config: [{ name: 'secret', valueType: 'string' }],
  placementConstraints: [],
  resourceLimits: LIMITS.map((type) => ({ type })),
  resourceProfiles: [],
};
