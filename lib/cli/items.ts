// What a page shows as one: workloads with what leads to them and what they alone use. What many use stands for itself, and is named at each that uses it.
import type { Edge, Graph, Node } from './graph-model';
import { listAt } from './lists';

/** Nodes that are drawn together, with the lines between them. */
export interface Item {
  /** The workloads first, then what many use. */
  readonly nodes: readonly Node[];
}

export interface Items {
  readonly items: readonly Item[];
  /** What has many neighbours: no line leads to it. */
  readonly shared: ReadonlySet<Node>;
}

/** More neighbours of one side than this, and a line to each would hide what is to be seen. */
const MANY = 3;
/** More nodes than this in one drawing, and what even two use is taken out of it. */
const CROWD = 16;

/** All nodes, each in one item: first the workloads in the order of the input, then what many use, then what stands alone. */
export function itemsOf(graph: Graph): Items {
  const shared = new Set(sharedBy(graph.nodes, graph.edges, MANY));
  for (const part of partsOf(graph, shared)) {
    if (part.length <= CROWD) continue;
    const inside = new Set(part);
    const edges = graph.edges.filter(({ from, to }) => inside.has(from) || inside.has(to));
    for (const node of sharedBy(part, edges, 1)) shared.add(node);
  }
  const rank = ([first]: readonly Node[]): number =>
    first!.column === 'workload' && !first!.missing ? 0 : shared.has(first!) ? 1 : 2;
  const place = (node: Node): number => (node.column === 'workload' ? 0 : shared.has(node) ? 1 : 2);
  const parts = partsOf(graph, shared).map((part) => part.sort((a, b) => place(a) - place(b) || a.id - b.id));
  parts.sort((a, b) => rank(a) - rank(b) || a[0]!.id - b[0]!.id);
  return { items: parts.map((nodes) => ({ nodes })), shared };
}

/** What has more than so many neighbours that lead to it, or to which it leads in the same way. */
function sharedBy(nodes: readonly Node[], edges: readonly Edge[], many: number): Node[] {
  const sides = new Map<Node, Map<string, Set<Node>>>();
  const meet = (node: Node, side: string, other: Node): void => {
    const own = sides.get(node) ?? new Map<string, Set<Node>>();
    sides.set(node, own.set(side, (own.get(side) ?? new Set()).add(other)));
  };
  for (const { from, to, label } of edges) {
    meet(from, label, to);
    meet(to, '', from);
  }
  const isShared = (node: Node): boolean => [...(sides.get(node)?.values() ?? [])].some(({ size }) => size > many);
  return nodes.filter((node) => node.column !== 'workload' && isShared(node));
}

/** The connected parts without what is shared; what a document becomes stays together. */
function partsOf({ nodes, edges }: Graph, shared: ReadonlySet<Node>): Node[][] {
  const parent = nodes.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number];
    parent[high] = low;
  };
  const documents = new Map<string, number>();
  for (const node of nodes) {
    if (node.from === undefined || shared.has(node)) continue;
    const key = `${node.from} ${node.source}`;
    if (documents.has(key)) join(node.id, documents.get(key)!);
    else documents.set(key, node.id);
  }
  for (const { from, to, label } of edges) {
    // What an account may do stands with it, however many run as it.
    if (!shared.has(from) && (!shared.has(to) || label === 'gives to')) join(from.id, to.id);
  }
  const parts = new Map<number, Node[]>();
  for (const node of nodes) listAt(parts, rootOf(node.id)).push(node);
  return [...parts.values()];
}
