// An ApiObject for what a workload rendered: plain data, written as it is. What users add through cdk8s (metadata.addLabel, addJsonPatch,
// labels and namespace of the Chart) is laid over it. cdk8s' own toJson would sort the keys and lose one called `__proto__`.
import { ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubeObject } from '../kube/object';
import { copy } from './copy';
import { OrderedMetadata } from './ordered-metadata';
import { forStockYaml } from './stock-yaml';

/** A Kubernetes object that this library emitted. */
export class ManifestObject extends ApiObject {
  /** cdk8s' own says yes to every ApiObject, also when it is asked of a subclass. */
  static override [Symbol.hasInstance](value: unknown): value is ManifestObject {
    return ApiObject.isApiObject(value) && 'rendered' in value;
  }

  override readonly metadata: OrderedMetadata;
  private readonly ops: JsonPatch[] = [];

  constructor(
    scope: Construct,
    id: string,
    /** The object as rendered. */
    readonly rendered: KubeObject,
  ) {
    const { apiVersion, kind, metadata } = rendered;
    super(scope, id, { apiVersion, kind, metadata: { name: metadata?.name } });
    const { name, chart } = this;
    const namespace = metadata?.namespace ?? chart.namespace;
    this.metadata = new OrderedMetadata({ ...metadata, name, namespace }, chart.labels, this);
  }

  override addJsonPatch(...ops: JsonPatch[]): void {
    this.ops.push(...ops);
  }

  /** Whether the user has changed it. */
  get isPatched(): boolean {
    return this.ops.length > 0;
  }

  /** How often something was done to it; undefined when that does not tell what it is, as patches and tokens may be changed themselves. */
  get changes(): number | undefined {
    return this.isPatched ? undefined : this.metadata.changes;
  }

  override toJson(): KubeObject {
    return forStockYaml(this.data());
  }

  /** As `toJson`, but not a copy, and members that are undefined may be left in it. */
  data(): KubeObject {
    const { apiVersion, kind, metadata: _, ...fields } = this.rendered;
    const object = { apiVersion, kind, metadata: this.metadata.toJson(), ...fields };
    return this.ops.length === 0 ? object : patched(copy(object) as KubeObject, this.ops);
  }
}

/** @throws Error that names the patch which does not fit */
function patched(object: KubeObject, ops: readonly JsonPatch[]): KubeObject {
  return ops.reduce((before, patch) => {
    try {
      return JsonPatch.apply(before, patch) as KubeObject;
    } catch (error) {
      const { op, path } = patch._toJson() as { op: string; path: string };
      // A TypeError is what the engine says of a step into nothing.
      const reason = error instanceof TypeError ? '' : ` (${(error as Error).message.split('\n')[0]})`;
      throw new Error(`"${op}" at ${path} does not fit what is there${reason}`, { cause: error });
    }
  }, object);
}
