// What is collected of a manifest while its keys are looked at one by one.
import type { k8s } from 'cdk8s-plus-28';
import type { Plain } from '../../kube/object';
import type { Note, Path, Problem } from '../../report/problem';
import type { Container } from '../../workload/model/container';
import type { EnvSource } from '../../workload/model/env';
import type { Expose, ExposeTarget } from '../../workload/model/expose';
import type { JobProps } from '../../workload/model/job';
import type { Pod } from '../../workload/model/pod';
import type { ServiceProps } from '../../workload/model/service';
import type { DialectOptions, Trace } from '../dialect';
import type { Manifest } from './schema';

/** What the caller may say beside a manifest.json. */
export interface ManifestOptions extends DialectOptions {
  /**
   * What `svc-account-secret` names: a Secret that is mounted at `mountPath` (`/var/secrets/google`), with the variable `env`
   * (`GOOGLE_APPLICATION_CREDENTIALS`) set to the path of its `key` (`key.json`); or, with `'serviceAccountName'`, the pod's service account.
   */
  readonly svcAccount?: SvcAccount | 'serviceAccountName';
  /** With what a `published` service is routed. Default: nothing; it is only annotated, with a warning. */
  readonly expose?: ExposeTarget;
}

/** Where the key of a service account is found in the container. */
export interface SvcAccount {
  /** Default `/var/secrets/google`. */
  readonly mountPath?: string;
  /** Key of the Secret. Default `key.json`. */
  readonly key?: string;
  /** Variable with the path of the key. Default `GOOGLE_APPLICATION_CREDENTIALS`. */
  readonly env?: string;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A value of which wrong parts were taken out: anything in it may be missing. */
export type Pruned<T> = T extends readonly (infer Item)[]
  ? readonly Pruned<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Pruned<T[Key]> }
    : T;

/** A manifest on its way to a workload. */
export class Draft {
  readonly workload: Mutable<Partial<JobProps & ServiceProps>> = {};
  readonly container: Mutable<Partial<Container>> = {};
  readonly pod: Mutable<Pod> = {};
  readonly env = new Map<string, EnvSource>();
  readonly limits: [string, string][] = [];
  readonly requests: [string, string][] = [];
  /** By name, in the order written. */
  readonly volumes = new Map<string, Plain<k8s.Volume>>();
  /** Where to go on counting volumes of the same name. */
  readonly sameName = new Map<string, number>();
  readonly volumeMounts: Plain<k8s.VolumeMount>[] = [];
  expose: Mutable<Partial<Expose>> | undefined;
  readonly trace: Trace[] = [];
  readonly notes: Note[] = [];
  readonly problems: Problem[] = [];

  constructor(
    readonly manifest: Pruned<Manifest>,
    readonly type: Manifest['type'],
    /** The container's name. */
    readonly name: string,
    readonly options: ManifestOptions,
  ) {}

  /** A path in the container. */
  inContainer(...path: Path): Path {
    return ['containers', this.name, ...path];
  }

  /** Where a part of the document went, for `explain`; problems of the model are reported there. */
  map(source: Path, model: Path, message?: string): void {
    this.notes.push({ fate: 'mapped', path: source, to: model, ...(message !== undefined && { message }) });
    this.follow(source, model);
  }

  /** Where a part of the model came from, without a note of its own. */
  follow(source: Path, ...models: readonly Path[]): void {
    for (const model of models) this.trace.push({ model, source });
  }

  /** A value that was filled in. */
  fill(path: Path, model: Path, message: string): void {
    this.notes.push({ fate: 'defaulted', path, to: model, message });
  }

  ignore(path: Path, message: string): void {
    this.notes.push({ fate: 'ignored', path, message });
  }

  refuse(code: string, path: Path, message: string, more: { value?: unknown; hint?: string } = {}): void {
    this.problems.push({ code, severity: 'error', path, message, ...more });
  }

  /** A setting that cannot be said. */
  lose(path: Path, message: string, more: { value?: unknown; hint?: string } = {}): void {
    const severity = this.options.onLoss === 'warn' ? 'warning' : 'error';
    this.problems.push({ code: 'loss', severity, path, message, ...more });
  }
}
