// What Job and Service constructs have in common: they render their props at once, emit the objects, and report at synth.
import { type ApiObject, Chart, Names } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { Problem } from '../report/problem';
import type { Locate, Rendered } from '../workload/manifests';
import type { WorkloadBase } from '../workload/model/workload-base';
import { checkAtSynth, type Locator } from './app-check';
import { ManifestObject } from './manifest-object';

/** Where imported props came from; kept beside them, so that they stay plain data. */
export const locators = new WeakMap<object, Locator>();

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
  readonly manifestObjects: readonly ManifestObject[];
  /** @internal */
  readonly modelProblems: readonly Problem[];
  /** @internal */
  readonly locate: Locator | undefined;
  /** @internal */
  readonly atField: Locate;

  protected constructor(
    scope: Construct,
    id: string,
    props: WorkloadBase,
    limit: number,
    render: (props: WorkloadBase) => Rendered,
  ) {
    super(scope, id);
    const rendered = render(withDefaults(this, props, limit));
    const emit = (ids: string, objects: readonly Rendered['main'][]): ManifestObject[] =>
      objects.map((object, index) => new ManifestObject(this, index === 0 ? ids : `${ids}-${index + 1}`, object));
    this.secrets = emit('secret', rendered.secrets);
    this.configMaps = emit('files', rendered.configMaps);
    const main = new ManifestObject(this, 'Default', rendered.main);
    this.services = emit('service', rendered.services);
    this.routes = emit('route', rendered.routes);
    this.apiObject = main;
    const others = (this.node.children as ManifestObject[]).filter((object) => object !== main);
    this.manifestObjects = [main, ...others];
    this.modelProblems = rendered.problems;
    this.locate = locators.get(props);
    this.atField = rendered.locate;
    this.name = main.name;
    this.apiGroup = main.apiGroup;
    this.apiVersion = main.apiVersion;
    this.kind = main.kind;
    this.resourceType = `${main.kind.toLowerCase()}s`;
    this.resourceName = main.name;
    checkAtSynth(this);
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
}

/** Name and namespace as cdk8s gives them, where the props do not state them. Props of a wrong shape go on to be reported. */
export function withDefaults<T extends { readonly name?: string; readonly namespace?: string }>(
  construct: Construct,
  props: T,
  limit: number,
): T {
  if (typeof props !== 'object' || props === null) return props;
  const { namespace } = Chart.of(construct);
  const defaults = { name: props.name ?? nameFor(construct, limit), ...(namespace !== undefined && { namespace }) };
  return { ...defaults, ...withoutUndefined(props) };
}

const withoutUndefined = <T extends object>(props: T): T =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as T;

/** As the Chart names its objects; shorter where the kind asks for it. */
export function nameFor(construct: Construct, limit: number): string {
  const name = Chart.of(construct).generateObjectName(construct as unknown as ApiObject);
  return name.length <= limit ? name : Names.toDnsLabel(construct, { maxLen: limit });
}
