// The labels of the pods that a set of objects makes, so that selectors find them without looking at all of them.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
import { isPlainObject } from '../report/data';
import { kindOf } from './kinds';

type Labels = Readonly<Record<string, string>>;

const pair = (key: string, value: unknown): string => JSON.stringify([key, value]);

/** The labels of all pods, by namespace and then by each single label. */
export class PodLabels {
  private readonly byNamespace = new Map<string, Map<string, Labels[]>>();
  private readonly seen = new Set<string>();

  /** Adds the pods of an object of any kind that keeps them where Kubernetes does; other objects have none. */
  add(object: unknown, namespace: string): void {
    const labels = podLabels(object);
    if (labels === undefined) return;
    const known = JSON.stringify([namespace, labels]);
    if (this.seen.has(known)) return;
    this.seen.add(known);
    let byLabel = this.byNamespace.get(namespace);
    if (byLabel === undefined) this.byNamespace.set(namespace, (byLabel = new Map<string, Labels[]>()));
    for (const key of Object.keys(labels)) {
      const list = byLabel.get(pair(key, labels[key]));
      if (list === undefined) byLabel.set(pair(key, labels[key]), [labels]);
      else list.push(labels);
    }
  }

  /** Whether the selector matches a pod. In a namespace without any pods they are made elsewhere, so that it may. */
  selects(selector: Labels, namespace: string): boolean {
    const byLabel = this.byNamespace.get(namespace);
    if (byLabel === undefined) return true;
    const wanted = Object.entries(selector);
    const lists = wanted.map(([key, value]) => byLabel.get(pair(key, value)) ?? []);
    const fewest = lists.reduce((best, list) => (list.length < best.length ? list : best));
    return fewest.some((labels) => wanted.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value));
  }
}

/** The labels of the pods that an object makes, or is; undefined when it has none, or cannot be understood. */
function podLabels(object: unknown): Labels | undefined {
  const kind = kindOf(step(object, 'apiVersion'), step(object, 'kind'));
  // Custom resources that make pods (Argo's Rollout, say) keep the template where Kubernetes' own do.
  const way = kind === undefined ? ['spec', 'template'] : kind.pods;
  const owner = way?.reduce(step, object);
  if (owner === undefined) return undefined;
  const labels = step(step(owner, 'metadata'), 'labels');
  if (labels === undefined) return {};
  const sound = isPlainObject(labels) && Object.values(labels).every((value) => typeof value === 'string');
  return sound ? (labels as Labels) : undefined;
}

const step = (value: unknown, key: string): unknown =>
  isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
