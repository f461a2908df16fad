// The graph as one page that needs no network: what belongs together in a panel, problems in place, and a timeline of all schedules.
import { printPath, printSource, printValue } from '../report/print';
import type { Problem } from '../report/problem';
import { type Column, COLUMNS, type Edge, type Graph, type Node } from './graph-model';
import type { Entry } from './objects';
import { SCRIPT } from './page-script';
import { STYLE } from './page-style';
import { count } from './print-problems';
import { DAY, type Overlap, type Row, type Timeline, timelineOf } from './timeline';

/** The whole page. */
export function page(graph: Graph, entries: readonly Entry[], now: Date): string {
  const timeline = timelineOf(entries, now);
  const problems = [...graph.problems, ...graph.nodes.flatMap((node) => node.problems)];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Workloads</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Workloads</h1>
<p class="summary">${summary(graph, problems)}</p>
<ul class="legend">${LEGEND}</ul>
</header>
<main>
${graph.problems.length > 0 ? `<section class="unplaced"><h2>Not drawn</h2>${problemList(graph.problems)}</section>` : ''}
${panelsOf(graph).map(panel).join('\n')}
${timeline.rows.length > 0 ? timelineSection(timeline) : ''}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Text inside elements and attributes. */
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLES: Readonly<Record<string, string>> = {
  'routes to': 'route',
  'attached to': 'route',
  selects: 'select',
  env: 'env',
  volume: 'volume',
};
const styleOf = (label: string): string => (Object.hasOwn(STYLES, label) ? STYLES[label]! : 'other');

const LEGEND = [
  ['route', 'routes to'],
  ['select', 'selects pods'],
  ['env', 'environment'],
  ['volume', 'volume'],
  ['other', 'other reference'],
]
  .map(([style, label]) => `<li><i class="line ${style}"></i>${label}</li>`)
  .join('');

function summary({ nodes }: Graph, problems: readonly Problem[]): string {
  const drawn = nodes.filter(({ missing }) => !missing).length;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const badge = (number: number, word: string, style: string): string =>
    `<span class="badge ${number > 0 ? style : ''}">${count(number, word)}</span>`;
  return `${badge(drawn, 'object', '')} ${badge(errors, 'error', 'error')} ${badge(warnings, 'warning', 'warning')}`;
}

/** What belongs together. */
interface Panel {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** The connected parts of the graph, in the order of the input; what stands alone shares the last one. */
function panelsOf({ nodes, edges }: Graph): Panel[] {
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
  for (const { id, from, source } of nodes) {
    if (from === undefined) continue;
    const key = `${from} ${source}`;
    if (documents.has(key)) join(id, documents.get(key)!);
    else documents.set(key, id);
  }
  for (const { from, to } of edges) join(from.id, to.id);
  const groups = new Map<number, Node[]>();
  for (const node of nodes) groups.set(rootOf(node.id), [...(groups.get(rootOf(node.id)) ?? []), node]);
  const all = [...groups.values()];
  const alone = all.filter((group) => group.length === 1).flat();
  const together = all.filter((group) => group.length > 1);
  return [...together, ...(alone.length > 0 ? [alone] : [])].map((group) => {
    const ids = new Set(group.map(({ id }) => id));
    return { nodes: group, edges: edges.filter(({ from }) => ids.has(from.id)) };
  });
}

function panel({ nodes, edges }: Panel): string {
  const columns = COLUMNS.flatMap((column) => {
    const inside = nodes.filter((node) => node.column === column);
    return inside.length === 0 ? [] : [[column, inOrder(inside, column, nodes, edges)] as const];
  });
  const title = nodes.filter(({ column, missing }) => column === 'workload' && !missing).map(({ name }) => name);
  const shown = title.length > 4 ? `${title.slice(0, 4).join(', ')} and ${title.length - 4} more` : title.join(', ');
  const lines = edges.map(({ from, to, label }) => [from.id, to.id, styleOf(label), label]);
  const body = columns
    .map(
      ([column, list]) =>
        `<div class="column"><h3>${HEADINGS[column]}</h3>${list.map((node) => card(node, edges)).join('')}</div>`,
    )
    .join('');
  return `<section class="panel" data-edges="${escape(JSON.stringify(lines))}">
<h2>${escape(shown === '' ? 'On their own' : shown)}</h2>
<div class="columns c${columns.length}"><svg class="edges" aria-hidden="true"></svg>${body}</div>
</section>`;
}

const HEADINGS: Readonly<Record<Column, string>> = {
  route: 'Routes',
  service: 'Services',
  workload: 'Workloads',
  config: 'Configuration',
};

/** Workloads as they were given; everything else beside what it is connected to, so that few lines cross. */
function inOrder(
  inside: readonly Node[],
  column: Column,
  nodes: readonly Node[],
  edges: readonly Edge[],
): readonly Node[] {
  if (column === 'workload') return inside;
  const place = new Map(nodes.filter((node) => node.column === 'workload').map((node, index) => [node, index]));
  const rank = (node: Node): number => {
    const near = edges.flatMap(({ from, to }) => (from === node ? [to] : to === node ? [from] : []));
    const places = near.flatMap((each) => place.get(each) ?? []);
    return places.length === 0 ? Infinity : places.reduce((sum, each) => sum + each, 0) / places.length;
  };
  const ranks = new Map(inside.map((node) => [node, rank(node)]));
  return [...inside].sort((a, b) => {
    const [first, second] = [ranks.get(a)!, ranks.get(b)!];
    return first === second ? a.id - b.id : first - second;
  });
}

function card(node: Node, edges: readonly Edge[]): string {
  const { id, kind, name, namespace, column, missing, from, source, facts, problems } = node;
  const worst = problems.some(({ severity }) => severity === 'error')
    ? ' error'
    : problems.length > 0
      ? ' warning'
      : '';
  const uses = edges.filter((edge) => edge.from === node);
  const origin = [from, source].filter(Boolean).join(' · ');
  return `<article class="card ${column}${missing ? ' missing' : ''}${worst}" id="n${id}" tabindex="0">
<p class="kind">${escape(kind)}${namespace === '' ? '' : `<span class="namespace">${escape(namespace)}</span>`}</p>
<h4>${escape(name)}</h4>
${facts.map((fact) => `<p class="fact">${escape(fact)}</p>`).join('')}
${missing ? '<p class="origin">not in the input</p>' : `<p class="origin">${escape(origin)}</p>`}
${uses.length === 0 ? '' : `<ul class="uses">${uses.map(({ to, label }) => `<li>${escape(`${label} → ${to.kind} ${to.name}`)}</li>`).join('')}</ul>`}
${problemList(problems)}
</article>`;
}

function problemList(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  return `<ul class="problems">${problems.map(problemItem).join('')}</ul>`;
}

function problemItem({ severity, code, message, value, hint, path, source }: Problem): string {
  const given = value === undefined ? '' : `, got ${printValue(value)}`;
  const place = [printPath(path), printSource(source)].filter(Boolean).join(' · ');
  return `<li class="${severity}"><b>${escape(`${message}${given}`)}</b>${
    hint === undefined ? '' : `<span>${escape(hint)}</span>`
  }<small>${escape([place, code].filter(Boolean).join(' · '))}</small></li>`;
}

function timelineSection({ start, rows, overlaps }: Timeline): string {
  const bands = overlaps
    .map(
      ({ start: from, end }) =>
        `<rect class="band" x="${at(from)}" y="0" width="${Math.max(4, at(end) - at(from))}" height="24"/>`,
    )
    .join('');
  const hours = Array.from({ length: 13 }, (_, index) => {
    const hour = new Date(start.getTime() + index * 2 * 3_600_000);
    return `<span style="left:${(index / 12) * 100}%"${index % 3 === 0 ? '' : ' class="minor"'}>${timeOf(hour)}</span>`;
  }).join('');
  return `<section class="timeline">
<h2>24 hours of schedules</h2>
<p class="note">From ${dateOf(start)} ${timeOf(start)} UTC. A tick is a start; a bar is as long as the run may take (<code>activeDeadlineSeconds</code>). Shaded: two or more at once.</p>
<div class="rows">
${rows.map((row) => timelineRow(row, bands)).join('\n')}
<div class="axis">${hours}</div>
</div>
${overlapList(start, overlaps)}
</section>`;
}

/** Minutes from the left. */
const at = (time: number): number => Math.round((time / 60_000) * 10) / 10;

function timelineRow({ name, schedule, timeZone, suspended, longest, runs }: Row, bands: string): string {
  const bars =
    longest === undefined
      ? ''
      : runs
          .map(
            (run) =>
              `<rect class="bar" x="${at(run)}" y="7" width="${Math.max(2, at(Math.min(DAY, run + longest)) - at(run))}" height="10"/>`,
          )
          .join('');
  const ticks = runs.map((run) => `M${at(run)},3V21`).join('');
  const zone = timeZone === undefined ? '' : ` ${timeZone}`;
  const runsText = suspended ? 'suspended' : count(runs.length, 'run');
  return `<div class="row${suspended ? ' suspended' : ''}"><div class="label"><b>${escape(name)}</b><span>${escape(schedule + zone)} · ${runsText}</span></div>
<svg class="track" viewBox="0 0 1440 24" preserveAspectRatio="none" role="img" aria-label="${escape(`${name}: ${runsText}`)}">${bands}${bars}<path class="tick" d="${ticks}"/></svg></div>`;
}

/** The same jobs at other times are one line. */
function overlapList(start: Date, overlaps: readonly Overlap[]): string {
  if (overlaps.length === 0) return '<p class="note">No two schedules run at the same time.</p>';
  const groups = new Map<string, Overlap[]>();
  for (const overlap of overlaps) {
    const key = overlap.names.join(', ');
    groups.set(key, [...(groups.get(key) ?? []), overlap]);
  }
  const timesOf = (list: readonly Overlap[]): string => {
    const times = list.slice(0, 8).map(({ start: from }) => timeOf(new Date(start.getTime() + from)));
    return `${times.join(', ')}${list.length > 8 ? ` and ${list.length - 8} more` : ''}`;
  };
  const items = [...groups]
    .slice(0, 50)
    .map(([names, list]) => `<li><b>${escape(names)}</b><span>at ${timesOf(list)}</span></li>`);
  return `<h3>At the same time</h3><ul class="overlaps">${items.join('')}</ul>`;
}

const timeOf = (time: Date): string => time.toISOString().slice(11, 16);
const dateOf = (time: Date): string => time.toISOString().slice(0, 10);
