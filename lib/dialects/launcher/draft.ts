// What is collected of a job while its keys are looked at one by one.
import type { k8s } from 'cdk8s-plus-28';
import type { Plain } from '../../kube/object';
import type { Note, Path, Problem } from '../../report/problem';
import type { EnvSource } from '../../workload/model/env';
import type { Port } from '../../workload/model/port';
import type { DialectOptions, Trace } from '../dialect';
import type { LauncherJob } from './schema';

/** What the caller may say beside a Launcher job. */
export interface LauncherOptions extends DialectOptions {
  /** `kueue`: the Job is created suspended in the Kueue queue named by the first of `queues`, and Kueue starts it. */
  readonly queue?: 'kueue';
}

/** A value of which wrong parts were taken out: anything in it may be missing. */
export type Pruned<T> = T extends readonly (infer Item)[]
  ? readonly Pruned<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Pruned<T[Key]> }
    : T;

/** The name of the container, as the vendor's own template has it. */
export const CONTAINER = 'rs-launcher-container';

/** A job on its way to a workload. */
export class Draft {
  readonly annotations = new Map<string, string>();
  readonly env = new Map<string, EnvSource>();
  readonly requests = new Map<string, string>();
  readonly limits = new Map<string, string>();
  readonly nodeSelector = new Map<string, string>();
  readonly containerPorts: Plain<k8s.ContainerPort>[] = [];
  readonly nodePorts: Port[] = [];
  readonly volumes: Plain<k8s.Volume>[] = [];
  readonly volumeMounts: Plain<k8s.VolumeMount>[] = [];
  readonly notes: Note[] = [];
  readonly problems: Problem[] = [];
  readonly #trace = new Map<string, Trace>();

  constructor(
    readonly job: Pruned<LauncherJob>,
    readonly options: LauncherOptions,
  ) {}

  /** Where a part of the document went; the model's problems are reported there. */
  map(source: Path, ...models: readonly Path[]): void {
    this.notes.push({ fate: 'mapped', path: source, ...(models[0] !== undefined && { to: models[0] }) });
    this.follow(source, ...models);
  }

  /** Where a part of the model came from, without a note of its own. Said again, the last one counts. */
  follow(source: Path, ...models: readonly Path[]): void {
    for (const model of models) this.#trace.set(model.join('\0'), { model, source });
  }

  get trace(): Trace[] {
    return [...this.#trace.values()];
  }

  ignore(path: Path, message: string): void {
    this.notes.push({ fate: 'ignored', path, message });
  }

  refuse(code: string, path: Path, message: string, more: { value?: unknown; hint?: string } = {}): void {
    this.problems.push({ code, severity: 'error', path, message, ...more });
  }

  warn(code: string, path: Path, message: string): void {
    this.problems.push({ code, severity: 'warning', path, message });
  }

  /** A setting that Kubernetes cannot say. */
  lose(path: Path, message: string, more: { value?: unknown; hint?: string } = {}): void {
    const severity = this.options.onLoss === 'warn' ? 'warning' : 'error';
    this.problems.push({ code: 'loss', severity, path, message, ...more });
  }

  /** Keeps a text as an annotation of the pod. */
  annotate(key: string, value: string, source: Path): void {
    if (this.annotations.has(key)) this.warn('duplicate', source, 'is given once more; the last one counts');
    this.annotations.set(key, value);
    this.map(source, ['pod', 'annotations', key]);
  }
}
