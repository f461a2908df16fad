// What Job and Service constructs have in common: they render their props at once, emit the objects, and report at synth.
import { type ApiObject, Names } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { KubeObject } from '../kube/object';
import { type Server, serverOf } from '../kube/server';
import { Report } from '../report/report';
import { fillIn } from '../workload/defaults';
import { fitProps } from '../workload/fit';
import { type Port, serviceNameOf } from '../workload/model/port';
import type { Workload } from '../workload/model/workload';
import type { WorkloadBase } from '../workload/model/workload-base';
import { renderWorkload } from '../workload/render/workload';
import { checkAtSynth } from './app-check';
import { chartOf } from './chart-of';
import { defaultsOf } from './defaults';
import { ManifestObject } from './manifest-object';
import { classBelow, keepPlace } from './written-at';

/** A workload in the tree of an app. */
export abstract class WorkloadConstruct extends Construct {
  /** metadata.name of the workload. */
  readonly name: string;
  /** The group of its API, for RBAC rules: `apps`, `batch`. */
  readonly apiGroup: string;
  /** `apps/v1`, `batch/v1`. */
  readonly apiVersion: string;
  /** `Deployment`, `Job`, `CronJob`. */
  readonly kind: string;
  /** Its name in an API path, for RBAC rules: `deployments`, `jobs`, `cronjobs`. */
  readonly resourceType: string;
  /** metadata.name, for RBAC rules. */
  readonly resourceName: string;
  /** The Deployment, Job or CronJob; for `addJsonPatch`, `metadata.addLabel` and the like. */
  readonly apiObject: ApiObject;
  /** The Kubernetes Services of its ports. */
  readonly services: readonly ApiObject[];
  /** The Secrets (and ExternalSecrets) of its `secrets`, in their order. */
  readonly secrets: readonly ApiObject[];
  /** The ConfigMaps of its containers' `files`. */
  readonly configMaps: readonly ApiObject[];
  /** The Ingress, HTTPRoute or Mapping of its `expose`. */
  readonly routes: readonly ApiObject[];
  /** @internal */
  protected constructor(scope: Construct, id: string, kind: Workload['kind'], props: WorkloadBase, from?: From);
  protected constructor(scope: Construct, id: string, kind: Workload['kind'], props: WorkloadBase);
  protected constructor(scope: Construct, id: string, kind: Workload['kind'], props: WorkloadBase, from?: From) {
    super(scope, id);
    if (from === undefined) keepPlace(this, classBelow(WorkloadConstruct, this));
    const { report = new Report(false, undefined, serverOf(undefined)), server } = from ?? {};
    const named = withName(this, props, longestName(kind, props));
    const defaults = defaultsOf(this);
    const fitting = fitProps(kind, defaults === undefined ? named : fillIn(kind, named, defaults), report);
    const rendered = renderWorkload(fitting, report);
    const emit = (ids: string, objects: readonly KubeObject[]): ManifestObject[] =>
      objects.map((object, index) => new ManifestObject(this, index === 0 ? ids : `${ids}-${index + 1}`, object));
    this.secrets = emit('secret', rendered.secrets);
    this.configMaps = emit('files', rendered.configMaps);
    const main = new ManifestObject(this, 'Default', rendered.main);
    this.services = emit('service', rendered.services);
    this.routes = emit('route', rendered.routes);
    this.apiObject = main;
    this.name = main.name;
    this.apiGroup = main.apiGroup;
    this.apiVersion = main.apiVersion;
    this.kind = main.kind;
    this.resourceType = `${main.kind.toLowerCase()}s`;
    this.resourceName = main.name;
    const objects = this.node.children as ManifestObject[];
    checkAtSynth({ construct: this, props: fitting.fields, rendered, report, server, objects });
  }

  /** The Service of its private ports, which has the workload's name. */
  get service(): ApiObject | undefined {
    return this.serviceOf({});
  }

  /** The LoadBalancer of its `public` ports. */
  get publicService(): ApiObject | undefined {
    return this.serviceOf({ public: true });
  }

  /** The NodePort Service of its `node` ports. */
  get nodeService(): ApiObject | undefined {
    return this.serviceOf({ node: true });
  }

  /** The objects of `dependencies` come before those of this workload. */
  addDependency(...dependencies: IConstruct[]): void {
    this.node.addDependency(...dependencies);
  }

  /** This object alone, for RBAC rules. */
  asApiResource(): this {
    return this;
  }

  /** Not a URL, for RBAC rules. */
  asNonApiResource(): undefined {
    return undefined;
  }

  private serviceOf(port: Pick<Port, 'public' | 'node'>): ApiObject | undefined {
    const name = serviceNameOf(this.name, port);
    return this.services.find((service) => service.name === name);
  }
}

/** Where the props of an imported workload came from. */
export interface From {
  /** Says what is wrong with them, at the document's own keys. */
  readonly report: Report;
  /** By which server they are judged, where the import says so. */
  readonly server: Server | undefined;
}

/** The longest name of a Job and of a Service. */
const NAME = 63;
/** The longest name of a CronJob: the controller appends 11 characters. */
const CRON_JOB_NAME = 52;

const longestName = (kind: Workload['kind'], props: WorkloadBase | undefined): number =>
  kind === 'Job' && hasSchedule(props) ? CRON_JOB_NAME : NAME;

const hasSchedule = (props: WorkloadBase | undefined): boolean =>
  typeof props === 'object' && props !== null && 'schedule' in props && Boolean(props.schedule);

/** Name and namespace as cdk8s gives them, where the props do not state them. Props of a wrong shape go on to be reported. */
export function withName<T extends { readonly name?: string; readonly namespace?: string }>(
  construct: Construct,
  props: T,
  limit: number,
): T {
  const { namespace } = chartOf(construct);
  if (typeof props !== 'object' || props === null) return props;
  const defaults = { name: props.name ?? nameFor(construct, limit), ...(namespace !== undefined && { namespace }) };
  return { ...defaults, ...withoutUndefined(props) };
}

const withoutUndefined = <T extends object>(props: T): T =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as T;

/** As the Chart names its objects; shorter where the kind asks for it. */
export function nameFor(construct: Construct, limit: number): string {
  const name = chartOf(construct).generateObjectName(construct as unknown as ApiObject);
  return name.length <= limit ? name : Names.toDnsLabel(construct, { maxLen: limit });
}
