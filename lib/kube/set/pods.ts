// The pods that a set of objects makes, by their labels, so that selectors find them without looking at all of them.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
import type { LabelSelector } from '../api/types';
import type { Decoded } from '../kinds';
import { selects } from '../rules/meta/label-selector';
import type { Labels, Part } from './part';

/** Pods with the same labels in the same namespace. */
export interface PodGroup {
  readonly labels: Labels;
  /** What makes them; undefined for a custom resource, whose pods we cannot read. */
  readonly owners: readonly (Decoded | undefined)[];
}

interface OpenGroup extends PodGroup {
  readonly owners: (Decoded | undefined)[];
}

/** The groups of a namespace, and of them those with each single label: by key, then value. */
interface Namespace {
  readonly all: OpenGroup[];
  readonly byLabel: Map<string, Map<string, OpenGroup[]>>;
}

/** How many groups are looked at for the selectors of a set. After that a selector is taken to find what it looks for. */
const ENOUGH = 200_000;

export class Pods {
  private readonly namespaces = new Map<string, Namespace>();
  private readonly seen = new Map<string, OpenGroup>();
  private left = ENOUGH;

  /** @param parts - Of any kinds that keep their pods where Kubernetes does; others have none. */
  constructor(parts: readonly Part[]) {
    for (const { podLabels, decoded, identity } of parts) {
      if (podLabels !== undefined) this.add(podLabels, decoded, identity.namespace);
    }
  }

  private add(labels: Labels, owner: Decoded | undefined, namespace: string): void {
    const key = JSON.stringify([namespace, labels]);
    const known = this.seen.get(key);
    if (known !== undefined) {
      known.owners.push(owner);
      return;
    }
    const group = { labels, owners: [owner] };
    this.seen.set(key, group);
    let there = this.namespaces.get(namespace);
    if (there === undefined)
      this.namespaces.set(namespace, (there = { all: [], byLabel: new Map<string, Map<string, OpenGroup[]>>() }));
    there.all.push(group);
    for (const name of Object.keys(labels)) {
      let values = there.byLabel.get(name);
      if (values === undefined) there.byLabel.set(name, (values = new Map<string, OpenGroup[]>()));
      const list = values.get(labels[name] as string);
      if (list === undefined) values.set(labels[name] as string, [group]);
      else list.push(group);
    }
  }

  /**
   * Those that a (valid) selector matches; undefined when it may match others: the set has no pods in the namespace, so that they are made
   * elsewhere, or there are too many to look at.
   */
  selected(selector: LabelSelector, namespace: string): readonly PodGroup[] | undefined {
    const there = this.namespaces.get(namespace);
    if (there === undefined) return undefined;
    const candidates = candidatesFor(selector, there);
    this.left -= candidates.length;
    return this.left < 0 ? undefined : candidates.filter(({ labels }) => selects(selector, labels));
  }
}

const NONE: readonly OpenGroup[] = [];

/** The fewest groups that one of the labels asked for leaves. */
function candidatesFor({ matchLabels = {} }: LabelSelector, { all, byLabel }: Namespace): readonly OpenGroup[] {
  let fewest: readonly OpenGroup[] = all;
  for (const key of Object.keys(matchLabels)) {
    const list = byLabel.get(key)?.get(matchLabels[key] as string) ?? NONE;
    if (list.length < fewest.length) fewest = list;
  }
  return fewest;
}
