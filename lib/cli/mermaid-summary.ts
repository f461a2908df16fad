// A graph that is too large to draw, as Mermaid: a box for each group, and in it a node for each kind with how many there are.
import { shortened } from '../report/print';
import type { Graph, Node } from './graph-model';
import { chosenOf, groupingsOf } from './groups';
import { listAt } from './lists';
import { CLASSES, escape, styleOf, trouble } from './mermaid-text';
import { count } from './print-problems';

/** Mermaid draws no longer text unless it is told to. https://mermaid.js.org/config/schema-docs/config.html#maxtextsize */
const LONGEST = 45_000;
const MOST_GROUPS = 20;
const MOST_KINDS = 10;
const MOST_ARROWS = 300;

/** The flowchart of as many groups as fit, the largest; what is left out is said in it. */
export function summary(graph: Graph): string {
  const { by, names } = chosenOf(groupingsOf(graph.nodes));
  const groups = new Map<string, Node[]>();
  const single = by === 'kind' || by === 'nothing';
  graph.nodes.forEach((node, index) => listAt(groups, single ? '' : names[index]!).push(node));
  for (let most = MOST_GROUPS; ; most = Math.floor(most / 2)) {
    const text = drawing(graph, single ? '' : by, groups, most);
    if (text.length <= LONGEST || most === 0) return text;
  }
}

/** Nodes that are drawn as one. */
interface Sum {
  readonly id: string;
  readonly nodes: readonly Node[];
}

function drawing(
  { nodes, edges }: Graph,
  by: string,
  groups: ReadonlyMap<string, readonly Node[]>,
  most: number,
): string {
  const largest = [...groups].sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1)).slice(0, most);
  const drawn = largest.sort(([a], [b]) => (a < b ? -1 : 1));
  const sums = new Map<Node, Sum>();
  const boxes = drawn.flatMap(([name, inside], index) => {
    const kinds = sumsOf(inside, `g${index}`);
    for (const sum of kinds) for (const node of sum.nodes) sums.set(node, sum);
    const shapes = kinds.map((sum) => `    ${shape(sum)}`);
    if (by === '') return shapes;
    return [`  subgraph g${index}["${escape(shortened(name === '' ? `no ${by}` : name, 60))}"]`, ...shapes, '  end'];
  });
  const arrows = new Map<string, number>();
  for (const { from, to, label } of edges) {
    const [a, b] = [sums.get(from), sums.get(to)];
    if (a === undefined || b === undefined) continue;
    const key = `  ${a.id} -->|${escape(label)}`;
    const whole = `${key}\0${b.id}`;
    arrows.set(whole, (arrows.get(whole) ?? 0) + 1);
  }
  const strongest = [...arrows].sort(([, a], [, b]) => b - a).slice(0, MOST_ARROWS);
  const lines = strongest.map(([key, times]) => `${key.replace('\0', `${times === 1 ? '' : ` ${times} times`}| `)}`);
  const left = [
    ...(groups.size > drawn.length
      ? [`${groups.size - drawn.length} smaller groups with ${count(nodes.length - sums.size, 'object')}`]
      : []),
    ...(arrows.size > strongest.length ? [count(arrows.size - strongest.length, 'arrow')] : []),
  ];
  const said = [
    `${nodes.length} objects and ${edges.length} references are too many to draw: they are summed up by ${by === '' ? '' : `${by} and `}kind`,
    ...(left.length > 0 ? [`left out: ${left.join(', ')}`] : []),
    'graph --html shows each',
  ];
  const note = `  note["${escape(said.join('\n'))}"]`;
  return `flowchart LR\n${[...said.map((line) => `%% ${escape(line)}`), note, ...boxes, ...lines, ...CLASSES].join('\n')}\n`;
}

/** One for each kind (those that are only referred to apart), the most frequent; the other kinds are one. */
function sumsOf(nodes: readonly Node[], id: string): Sum[] {
  const kinds = new Map<string, Node[]>();
  for (const node of nodes) listAt(kinds, `${node.kind} ${node.missing}`).push(node);
  const lists = [...kinds.values()].sort((a, b) => b.length - a.length);
  const rest = lists.slice(MOST_KINDS).flat();
  return [...lists.slice(0, MOST_KINDS), ...(rest.length > 0 ? [rest] : [])].map((each, index) => ({
    id: `${id}k${index}`,
    nodes: each,
  }));
}

function shape({ id, nodes }: Sum): string {
  const [{ kind, name, missing }] = nodes as [Node];
  const same = nodes.every((node) => node.kind === kind);
  const problems = nodes.flatMap((node) => node.problems);
  const size = nodes.length === 1 ? shortened(name, 40) : String(nodes.length);
  const label = [shortened(same ? kind : 'other kinds', 60), size, ...trouble(problems)];
  return `${id}["${escape(label.join('\n'))}"]${styleOf(problems, same && missing)}`;
}
