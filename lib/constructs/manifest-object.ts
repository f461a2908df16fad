// An ApiObject for what a workload rendered: plain data, written as it is. What users add through cdk8s (metadata.addLabel, addJsonPatch,
// labels and namespace of the Chart) is laid over it. cdk8s' own toJson would sort the keys and lose one called `__proto__`.
import { ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubeMetadata, KubeObject } from '../kube/types';

/** A Kubernetes object that this library emitted. */
export class ManifestObject extends ApiObject {
  /** cdk8s' own says yes to every ApiObject, also when it is asked of a subclass. */
  static override [Symbol.hasInstance](value: unknown): value is ManifestObject {
    return ApiObject.isApiObject(value) && 'rendered' in value;
  }

  private readonly ops: JsonPatch[] = [];

  constructor(
    scope: Construct,
    id: string,
    /** The object as rendered. */
    readonly rendered: KubeObject,
  ) {
    super(scope, id, { apiVersion: rendered.apiVersion, kind: rendered.kind, metadata: { ...rendered.metadata } });
  }

  override addJsonPatch(...ops: JsonPatch[]): void {
    this.ops.push(...ops);
  }

  override toJson(): KubeObject {
    const { apiVersion, kind, metadata: _, ...fields } = this.rendered;
    const object = withoutUndefined({ apiVersion, kind, metadata: this.orderedMetadata(), ...fields }) as KubeObject;
    return this.ops.length === 0 ? object : (JsonPatch.apply(structuredClone(object), ...this.ops) as KubeObject);
  }

  /** In the order in which people write it, and in which everything else of ours is written. */
  private orderedMetadata(): KubeMetadata {
    const { name, namespace, labels, annotations, ...rest } = this.metadata.toJson() as KubeMetadata;
    return { name, namespace, labels, annotations, ...rest };
  }
}

/** The value without members that are undefined; objects of other libraries, such as an EnvValue, have them. A copy only where needed. */
function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(withoutUndefined);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value);
  const kept = entries.flatMap(([key, item]): [string, unknown][] =>
    item === undefined ? [] : [[key, withoutUndefined(item)]],
  );
  const same = kept.length === entries.length && kept.every(([, item], index) => item === entries[index]![1]);
  return same ? value : Object.fromEntries(kept);
}
