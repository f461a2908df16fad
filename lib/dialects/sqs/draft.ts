// The Job of a message while it is being put together.
import type { Note, Path, Problem } from '../../report/problem';
import { sha256 } from '../../text/sha256';
import type { Container } from '../../workload/model/container';
import type { JobProps } from '../../workload/model/job';
import type { Pod } from '../../workload/model/pod';
import type { Workload } from '../../workload/model/workload';
import type { DialectOptions, Trace } from '../dialect';
import type { SqsJob } from './schema';

/** What a consumer of messages may say beside the message. */
export interface SqsOptions extends DialectOptions {
  /**
   * Second part of the Job's name, after the prefix and a hyphen. Default: the first 8 hex digits of sha256(id), so that a message
   * delivered twice names the same Job.
   */
  readonly nameSuffix?: string;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What has been read of a message. */
export interface Draft {
  readonly options: SqsOptions;
  /** sha256 of the message's id in hex; undefined without an id. */
  readonly digest: string | undefined;
  /** The container's name. */
  readonly service: string;
  readonly job: Mutable<Partial<JobProps>>;
  readonly container: Mutable<Partial<Container>>;
  readonly limits: Record<string, string>;
  readonly requests: Record<string, string>;
  readonly pod: Mutable<Pod>;
  readonly labels: [string, string][];
  readonly annotations: [string, string][];
  readonly trace: Trace[];
  readonly notes: Note[];
  readonly problems: Problem[];
}

/** What every Job of a message has and no message can say. */
const ALWAYS: readonly Note[] = [
  { fate: 'defaulted', path: ['job'], to: ['restartPolicy'], message: 'Never' },
  { fate: 'defaulted', path: ['job'], to: ['containers', '*', 'imagePullPolicy'], message: 'IfNotPresent' },
  { fate: 'defaulted', path: ['job'], to: ['pod', 'enableServiceLinks'], message: 'false' },
  { fate: 'defaulted', path: ['job'], to: ['pod', 'annotations', 'sidecar.istio.io/inject'], message: '"false"' },
];

/** A Job that says nothing yet but what every message's Job has. */
export function begin(message: Record<string, unknown>, options: SqsOptions, problems: readonly Problem[]): Draft {
  const id = typeof message.id === 'string' ? message.id : undefined;
  const service = typeof message.service === 'string' ? message.service : 'job';
  const notes = [...ALWAYS];
  if (options.namespace !== undefined && !isSet((message.job as Partial<SqsJob>).namespace)) {
    notes.push({ fate: 'defaulted', path: ['job', 'namespace'], to: ['namespace'], message: options.namespace });
  }
  return {
    options,
    digest: id === undefined ? undefined : sha256(id),
    service,
    job: {},
    container: {},
    limits: {},
    requests: {},
    pod: { enableServiceLinks: false, annotations: { 'sidecar.istio.io/inject': 'false' } },
    labels: [],
    annotations: [],
    // The required keys' places, also for what the model has to say of them when they are missing.
    trace: [
      { model: ['name'], source: ['job', 'prefixName'] },
      { model: ['containers', service, 'image'], source: ['job', 'image'] },
    ],
    notes,
    problems: [...problems],
  };
}

/** The Job. */
export function finish(draft: Draft): Workload {
  const { options, job, container, limits, requests, pod } = draft;
  if (isSet(limits) || isSet(requests)) {
    container.resources = { ...(isSet(limits) ? { limits } : {}), ...(isSet(requests) ? { requests } : {}) };
  }
  // `name` and `image` may be missing after an error: the model then finds the same, at the same place.
  return {
    kind: 'Job',
    namespace: options.namespace,
    ...job,
    ...(options.name === undefined ? {} : { name: options.name }),
    labels: Object.fromEntries([...Object.entries(options.labels ?? {}), ...draft.labels]),
    annotations: Object.fromEntries(draft.annotations),
    containers: Object.fromEntries([[draft.service, { ...container, imagePullPolicy: 'IfNotPresent' } as Container]]),
    pod,
    restartPolicy: 'Never',
  };
}

/** Notes where a key went, for `explain` and for finding the way back. */
export function went(draft: Draft, source: Path, model: Path, message?: string): void {
  draft.trace.push({ model, source });
  draft.notes.push({ fate: 'mapped', path: source, to: model, ...(message === undefined ? {} : { message }) });
}

interface More {
  readonly value?: unknown;
  readonly hint?: string;
  readonly severity?: Problem['severity'];
}

/** Adds a problem at a place of the message. */
export function report(draft: Draft, code: string, path: Path, message: string, more: More = {}): void {
  draft.problems.push({ code, severity: 'error', path, message, ...more });
}

/** Whether a value says anything: null, "", [] and {} do not. */
export function isSet(value: unknown): boolean {
  if (typeof value !== 'object') return value !== undefined && value !== '';
  return value !== null && (Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0);
}
