// A graph as Mermaid, which GitHub and many editors draw. https://mermaid.js.org/syntax/flowchart.html
import type { Graph, Node } from './graph-model';
import { listAt } from './lists';
import { summary } from './mermaid-summary';
import { CLASSES, escape, styleOf, trouble } from './mermaid-text';

/** More than this, and nobody reads it; of twice as many renderers draw nothing at all. */
const MOST_NODES = 100;
const MOST_EDGES = 200;

/** The flowchart: what a document becomes stands in a box together. A large graph is summed up. */
export function mermaid(graph: Graph): string {
  const { nodes, edges } = graph;
  if (nodes.length > MOST_NODES || edges.length > MOST_EDGES) return summary(graph);
  const boxes = new Map<string, Node[]>();
  for (const node of nodes) listAt(boxes, node.from === undefined ? '' : `${node.from}\n${node.source}`).push(node);
  const lines = [...boxes].flatMap(([box, inside], index) => {
    const drawn = inside.map((node) => `${box === '' ? '' : '  '}  ${shape(node)}`);
    return box === '' ? drawn : [`  subgraph g${index}["${escape(box)}"]`, ...drawn, '  end'];
  });
  const arrows = edges.map(({ from, to, label }) => `  n${from.id} -->|${escape(label)}| n${to.id}`);
  return `flowchart LR\n${[...lines, ...arrows, ...CLASSES].join('\n')}\n`;
}

function shape({ id, kind, name, namespace, problems, missing }: Node): string {
  const label = [kind, namespace === '' ? name : `${namespace}/${name}`, ...trouble(problems)];
  return `n${id}["${escape(label.join('\n'))}"]${styleOf(problems, missing)}`;
}
