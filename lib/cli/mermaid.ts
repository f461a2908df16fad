// A graph as Mermaid, which GitHub and many editors draw. https://mermaid.js.org/syntax/flowchart.html
import type { Graph, Node } from './graph-model';

/** The flowchart: what a document becomes stands in a box together. */
export function mermaid({ nodes, edges }: Graph): string {
  const boxes = new Map<string, Node[]>();
  for (const node of nodes) {
    const box = node.from === undefined ? '' : `${node.from}\n${node.source}`;
    boxes.set(box, [...(boxes.get(box) ?? []), node]);
  }
  const lines = [...boxes].flatMap(([box, inside], index) => {
    const drawn = inside.map((node) => `${box === '' ? '' : '  '}  ${shape(node)}`);
    return box === '' ? drawn : [`  subgraph g${index}["${escape(box)}"]`, ...drawn, '  end'];
  });
  const arrows = edges.map(({ from, to, label }) => `  n${from.id} -->|${escape(label)}| n${to.id}`);
  return `flowchart LR\n${[...lines, ...arrows, ...CLASSES].join('\n')}\n`;
}

const CLASSES = [
  '  classDef missing stroke-dasharray: 4 4',
  '  classDef warning stroke:#b7791f,stroke-width:2px',
  '  classDef error stroke:#c53030,stroke-width:3px',
];

function shape({ id, kind, name, namespace, problems, missing }: Node): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const label = [kind, namespace === '' ? name : `${namespace}/${name}`];
  if (problems.length > 0) label.push(errors > 0 ? `${errors} error${errors > 1 ? 's' : ''}` : 'warning');
  const style = missing ? 'missing' : errors > 0 ? 'error' : problems.length > 0 ? 'warning' : '';
  return `n${id}["${escape(label.join('\n'))}"]${style === '' ? '' : `:::${style}`}`;
}

/** Mermaid's own entities, so that no name can end the text or begin markup. */
const escape = (text: string): string =>
  text.replace(/[^\w ./:\-\n]/gu, (character) => `#${character.codePointAt(0)};`).replaceAll('\n', '<br/>');
