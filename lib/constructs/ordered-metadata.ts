// Metadata of an object that keeps the order in which it was written. cdk8s' own sorts the keys and loses one called `__proto__`.
import { type ApiObject, ApiObjectMetadataDefinition, type OwnerReference } from 'cdk8s';
import type { KubeMetadata } from '../kube/object';

type Text = Readonly<Record<string, string>>;

/** cdk8s' own, with all that can be done to it, and another order. */
export class OrderedMetadata extends ApiObjectMetadataDefinition {
  private readonly ordered: { readonly labels: Map<string, string>; readonly annotations: Map<string, string> };
  /** Whether there is nothing but names and texts, so that cdk8s need not resolve tokens. */
  private isPlain = true;
  private kept = 0;

  /** @param added - Labels of the chart, which come after those `given`. */
  constructor(given: KubeMetadata, added: Text, apiObject: ApiObject) {
    const { name, namespace, labels = {}, annotations = {} } = given;
    super({ name, namespace, apiObject });
    this.ordered = { labels: new Map(), annotations: new Map() };
    for (const key of Object.keys(labels)) this.addLabel(key, labels[key]!);
    for (const key of Object.keys(added)) if (!Object.hasOwn(labels, key)) this.addLabel(key, added[key]!);
    for (const key of Object.keys(annotations)) this.addAnnotation(key, annotations[key]!);
  }

  override addLabel(key: string, value: string): void {
    this.keep('labels', key, value);
    if (!isRisky(key)) super.addLabel(key, value);
  }

  override getLabel(key: string): string | undefined {
    return this.ordered.labels.get(key);
  }

  override addAnnotation(key: string, value: string): void {
    this.keep('annotations', key, value);
    if (!isRisky(key)) super.addAnnotation(key, value);
  }

  override addFinalizers(...finalizers: string[]): void {
    this.isPlain = false;
    super.addFinalizers(...finalizers);
  }

  override addOwnerReference(owner: OwnerReference): void {
    this.isPlain = false;
    super.addOwnerReference(owner);
  }

  override add(key: string, value: unknown): void {
    this.isPlain = false;
    super.add(key, value);
  }

  /** How often something was added to it; undefined when that does not tell what it is. */
  get changes(): number | undefined {
    return this.isPlain ? this.kept : undefined;
  }

  /** Name, namespace, labels and annotations first; without what is empty. */
  override toJson(): KubeMetadata {
    const { labels, annotations } = this.ordered;
    const { name, namespace, labels: newLabels, annotations: newAnnotations, ...rest } = this.resolved();
    return {
      name,
      ...(namespace !== undefined && { namespace }),
      ...(labels.size > 0 && { labels: inOrder(labels, newLabels) }),
      ...(annotations.size > 0 && { annotations: inOrder(annotations, newAnnotations) }),
      ...rest,
    };
  }

  private resolved(): KubeMetadata {
    return this.isPlain ? { name: this.name, namespace: this.namespace } : (super.toJson() as KubeMetadata);
  }

  private keep(field: 'labels' | 'annotations', key: string, value: unknown): void {
    if (typeof value !== 'string') this.isPlain = false;
    this.ordered[field].set(key, value as string);
    this.kept++;
  }
}

/** Keys that cdk8s takes for parts of JavaScript's own objects. */
const isRisky = (key: string): boolean => key === 'constructor' || key === '__proto__';

/** The entries in their order, with tokens replaced by what they stand for. */
function inOrder(entries: ReadonlyMap<string, string>, resolved: Text | undefined): Text {
  if (resolved === undefined) return Object.fromEntries(entries);
  const kept = [...entries].filter(([key]) => Object.hasOwn(resolved, key) || isRisky(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, isRisky(key) ? value : resolved[key]!]));
}
