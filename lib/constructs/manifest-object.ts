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
    super(scope, id, { apiVersion: rendered.apiVersion, kind: rendered.kind, metadata: forCdk8s(rendered.metadata) });
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
    const given = this.rendered.metadata;
    return {
      name,
      namespace,
      labels: inOrderOf(given?.labels, labels),
      annotations: inOrderOf(given?.annotations, annotations),
      ...rest,
    };
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

/** Keys that cdk8s takes for parts of JavaScript's own objects; `inOrderOf` puts them back. */
const isRisky = (key: string): boolean => key === 'constructor' || key === '__proto__';

function forCdk8s(metadata: KubeMetadata | undefined): KubeMetadata {
  const { labels, annotations, ...rest } = metadata ?? {};
  const safe = (map: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.keys(map).some(isRisky) ? Object.fromEntries(Object.entries(map).filter(([key]) => !isRisky(key))) : map;
  return { ...rest, ...(labels && { labels: safe(labels) }), ...(annotations && { annotations: safe(annotations) }) };
}

/** The entries of `map`, which cdk8s has sorted, in the order of `given`; what cdk8s or the user has added follows. */
function inOrderOf<T>(given: Readonly<Record<string, T>> | undefined, map: Readonly<Record<string, T>> = {}) {
  if (given === undefined) return Object.keys(map).length === 0 ? undefined : map;
  const own = Object.keys(given).filter((key) => Object.hasOwn(map, key) || isRisky(key));
  const added = Object.keys(map).filter((key) => !Object.hasOwn(given, key));
  const valueOf = (key: string): T => (Object.hasOwn(map, key) ? map[key] : given[key]) as T;
  return Object.fromEntries([...own, ...added].map((key) => [key, valueOf(key)]));
}
