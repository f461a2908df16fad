// The ways in which a reader may group what a graph shows, the most useful one first.
import type { Node } from './graph-model';
import { listAt } from './lists';

/** One way: a name for each item. */
export interface Grouping {
  /** `namespace`, `file`, `label app.kubernetes.io/part-of`. */
  readonly by: string;
  /** In the order of the items; empty where there is none. */
  readonly names: readonly string[];
}

/** Labels that are offered at most. */
const LABELS = 8;

/**
 * Namespaces, files (an app writes a chart into each) and labels, as far as they tell items apart; and none at all.
 * @param heads - The first node of each item.
 */
export function groupingsOf(heads: readonly Node[]): Grouping[] {
  const ways: Grouping[] = [
    { by: 'namespace', names: heads.map(({ namespace }) => namespace) },
    { by: 'file', names: heads.map(({ file = '' }) => file) },
    ...labelsOf(heads),
    { by: 'kind', names: heads.map(({ kind }) => kind) },
  ];
  return [...ways.filter(({ names }) => new Set(names).size > 1), { by: 'nothing', names: heads.map(() => '') }];
}

/** Labels that many items have and few of them alone: those of most items first. */
function labelsOf(heads: readonly Node[]): Grouping[] {
  const known = new Map<string, Set<string>>();
  const having = new Map<string, Node[]>();
  for (const head of heads) {
    for (const [key, value] of Object.entries(head.labels)) {
      listAt(having, key).push(head);
      known.set(key, (known.get(key) ?? new Set()).add(value));
    }
  }
  const tells = [...having].filter(
    ([key, { length }]) => known.get(key)!.size > 1 && known.get(key)!.size * 2 <= length,
  );
  tells.sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1));
  return tells.slice(0, LABELS).map(([key]) => ({
    by: `label ${key}`,
    names: heads.map(({ labels }) => (Object.hasOwn(labels, key) ? labels[key]! : '')),
  }));
}

/** Fewer items than this need no groups. */
const FEW = 8;

/** The one that a reader sees first: the first whose groups are not mostly of one. */
export function chosenOf(ways: readonly Grouping[]): Grouping {
  const fits = ({ by, names }: Grouping): boolean =>
    by !== 'nothing' && names.length > FEW && new Set(names).size * 2 <= names.length;
  return ways.find(fits) ?? ways.at(-1)!;
}
