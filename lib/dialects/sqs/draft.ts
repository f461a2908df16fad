// The Job of a message while it is being put together.
import type { Report } from '../../report/report';
import { merged, put } from '../../shape/maps';
import { isMap } from '../../shape/shape';
import { sha256 } from '../../text/sha256';
import type { Container } from '../../workload/model/container';
import type { JobProps } from '../../workload/model/job';
import type { Pod } from '../../workload/model/pod';
import type { Workload } from '../../workload/model/workload';
import type { DialectOptions } from '../dialect';
import { Draft, isSet, type Mutable, type Pruned } from '../draft';
import type { SqsOptions } from './options';
import { type SqsMessage, sqsMessageSchema } from './schema';

/** A message on its way to a Job. */
export class SqsDraft extends Draft<SqsOptions> {
  /** Without its wrong parts. */
  readonly message: Pruned<SqsMessage>;
  /** sha256 of the message's id in hex; undefined without an id. */
  readonly digest: string | undefined;
  /** The container's name. */
  readonly service: string;
  readonly job: Mutable<Partial<JobProps>> = {};
  readonly container: Mutable<Partial<Container>> = {};
  readonly limits: Record<string, string> = {};
  readonly requests: Record<string, string> = {};
  readonly pod: Mutable<Pod> = { enableServiceLinks: false, annotations: { 'sidecar.istio.io/inject': 'false' } };
  readonly labels: Record<string, string> = {};
  readonly annotations: Record<string, string> = {};

  constructor(document: unknown, options: DialectOptions & SqsOptions, report: Report, keepsNotes: boolean) {
    super(options, report, keepsNotes);
    const message = this.check(sqsMessageSchema, document);
    this.message = isMap(message) ? message : {};
    const { id, service = 'job' } = this.message;
    this.digest = id === undefined ? undefined : sha256(id);
    this.service = service;
  }

  /** What every Job of a message has and no message can say, and where the required keys are, also when they are missing. */
  begin(): void {
    const { namespace } = this.options;
    this.fill(['job'], ['restartPolicy'], 'Never');
    this.fill(['job'], ['containers', '*', 'imagePullPolicy'], 'IfNotPresent');
    this.fill(['job'], ['pod', 'enableServiceLinks'], 'false');
    this.fill(['job'], ['pod', 'annotations', 'sidecar.istio.io/inject'], '"false"');
    if (namespace !== undefined && !isSet(this.message.job?.namespace)) {
      this.fill(['job', 'namespace'], ['namespace'], namespace);
    }
    this.follow(['job', 'prefixName'], ['name']);
    this.follow(['job', 'image'], ['containers', this.service, 'image']);
  }

  /** The Job. `name` and `image` may be missing after an error. */
  finish(): Workload {
    const { options, job, container, limits, requests, pod } = this;
    if (isSet(limits) || isSet(requests)) {
      container.resources = { ...(isSet(limits) ? { limits } : {}), ...(isSet(requests) ? { requests } : {}) };
    }
    const containers: Record<string, Container> = {};
    put(containers, this.service, { ...container, imagePullPolicy: 'IfNotPresent' } as Container);
    return {
      kind: 'Job',
      namespace: options.namespace,
      ...job,
      ...(options.name === undefined ? {} : { name: options.name }),
      labels: merged(options.labels, this.labels),
      annotations: this.annotations,
      containers,
      pod,
      restartPolicy: 'Never',
    };
  }
}
