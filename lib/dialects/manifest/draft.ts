// What is collected of a manifest while its keys are looked at one by one.
import type * as k8s from '../../kube/api/written';
import type { Path } from '../../report/problem';
import type { Report } from '../../report/report';
import { isMap } from '../../shape/shape';
import type { Container } from '../../workload/model/container';
import type { EnvSource } from '../../workload/model/env';
import type { Expose } from '../../workload/model/expose';
import type { JobProps } from '../../workload/model/job';
import type { Pod } from '../../workload/model/pod';
import type { ServiceProps } from '../../workload/model/service';
import type { DialectOptions } from '../dialect';
import { Draft, isSet, type Mutable, type Pruned } from '../draft';
import type { ManifestOptions } from './options';
import { type Manifest, manifestSchema } from './schema';

/** A manifest on its way to a workload. */
export class ManifestDraft extends Draft<ManifestOptions> {
  readonly workload: Mutable<Partial<JobProps & ServiceProps>> = {};
  readonly container: Mutable<Partial<Container>> = {};
  readonly pod: Mutable<Pod> = {};
  readonly env = new Map<string, EnvSource>();
  readonly limits: [string, string][] = [];
  readonly requests: [string, string][] = [];
  /** By name, in the order written. */
  readonly volumes = new Map<string, k8s.Volume>();
  /** Where to go on counting volumes of the same name. */
  readonly sameName = new Map<string, number>();
  readonly volumeMounts: k8s.VolumeMount[] = [];
  expose: Mutable<Partial<Expose>> | undefined;
  /** Without its wrong parts. */
  readonly manifest: Pruned<Manifest>;
  readonly type: Manifest['type'];
  /** The container's name. */
  readonly name: string;

  /** @param given the document without the keys that are not set */
  constructor(given: unknown, options: DialectOptions & ManifestOptions, report: Report, keepsNotes: boolean) {
    super(options, report, keepsNotes);
    this.checkType(given);
    this.manifest = this.check(manifestSchema, given) ?? {};
    this.type = typeOf(this.manifest);
    this.name = options.name ?? this.manifest.name ?? 'main';
  }

  /** A type that people write for a job with a schedule. */
  private checkType(given: unknown): void {
    const { type: value } = isMap(given) ? given : {};
    if (typeof value !== 'string' || !/^cron[-_ ]?job$/i.test(value)) return;
    const hint = 'Write "type": "job": with a schedule it becomes a CronJob';
    this.refuse('not-one-of', ['type'], 'expected one of "job", "deployment", "service"', { value, hint });
  }

  /** A path in the container. */
  inContainer(...path: Path): Path {
    return ['containers', this.name, ...path];
  }
}

/** The type; without a usable one what the other keys speak for, so that all else that is wrong is found in the same run. */
function typeOf({ type, published, 'container-port': port }: Pruned<Manifest>): Manifest['type'] {
  return type ?? (isSet(published) || isSet(port) ? 'service' : 'job');
}
