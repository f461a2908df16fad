// What is collected of a job while its keys are looked at one by one.
import type * as k8s from '../../kube/api/written';
import type { Path } from '../../report/problem';
import type { Report } from '../../report/report';
import type { EnvSource } from '../../workload/model/env';
import type { Port } from '../../workload/model/port';
import type { DialectOptions } from '../dialect';
import { Draft, type Pruned } from '../draft';
import type { LauncherOptions } from './options';
import { jobSchema, type LauncherJob } from './schema';

/** The name of the container, as the vendor's own template has it. */
export const CONTAINER = 'rs-launcher-container';

/** A job on its way to a workload. */
export class LauncherDraft extends Draft<LauncherOptions> {
  /** Without its wrong parts. */
  readonly job: Pruned<LauncherJob>;
  readonly annotations = new Map<string, string>();
  readonly env = new Map<string, EnvSource>();
  readonly requests = new Map<string, string>();
  readonly limits = new Map<string, string>();
  readonly nodeSelector = new Map<string, string>();
  readonly containerPorts: k8s.ContainerPort[] = [];
  readonly nodePorts: Port[] = [];
  readonly volumes: k8s.Volume[] = [];
  readonly volumeMounts: k8s.VolumeMount[] = [];

  constructor(document: unknown, options: DialectOptions & LauncherOptions, report: Report, keepsNotes: boolean) {
    super(options, report, keepsNotes);
    this.job = this.check(jobSchema, document) ?? {};
  }

  /** Keeps a text as an annotation of the pod. */
  annotate(key: string, value: string, source: Path): void {
    if (this.annotations.has(key)) this.warn('duplicate', source, 'is given once more; the last one counts');
    this.annotations.set(key, value);
    this.map(source, ['pod', 'annotations', key]);
  }
}
