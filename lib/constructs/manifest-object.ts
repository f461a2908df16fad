// An ApiObject for what a workload rendered: plain data, written as it is. What users add through cdk8s (metadata.addLabel, addJsonPatch,
// labels and namespace of the Chart) is laid over it. cdk8s' own toJson would sort the keys and lose one called `__proto__`.
import { ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubeObject } from '../kube/types';
import { OrderedMetadata } from './ordered-metadata';

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

  override toJson(): KubeObject {
    const { apiVersion, kind, metadata: _, ...fields } = this.rendered;
    const defined = withoutUndefined(fields) as Record<string, unknown>;
    const object = { apiVersion, kind, metadata: this.metadata.toJson(), ...defined };
    return this.ops.length === 0 ? object : (JsonPatch.apply(structuredClone(object), ...this.ops) as KubeObject);
  }
}

/** The value without members that are undefined; objects of other libraries, such as an EnvValue, have them. A copy only where needed. */
const withoutUndefined = (value: unknown): unknown => (hasUndefined(value) ? copy(value) : value);

function hasUndefined(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasUndefined);
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (item === undefined || hasUndefined(item)) return true;
  }
  return false;
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  const kept = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(kept.map(([key, item]) => [key, copy(item)]));
}
