// The graph as one page that needs no network: data, a stylesheet and a script that draws them; without scripts a list. https://www.w3.org/TR/wai-aria/
import { printObject } from '../report/print';
import type { Problem } from '../report/problem';
import type { Graph, Node } from './graph-model';
import { chosenOf, groupingsOf } from './groups';
import { type Item, itemsOf } from './items';
import { listAt } from './lists';
import type { Entry } from './objects';
import { messageOf, pageData, placeOf } from './page-data';
import { SCRIPT } from './page-script';
import { STYLE } from './page-style';
import { TIMELINE_SCRIPT } from './page-timeline';
import { count } from './print-problems';
import { DAY, DAYS, type Timeline, timelineOf } from './timeline';

/** The whole page. */
export function page(graph: Graph, entries: readonly Entry[]): string {
  const timeline = timelineOf(entries);
  const items = itemsOf(graph);
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
<p class="summary">${summary(graph)}</p>
${timeline.rows.length > 0 ? '<p class="to-timeline"><a href="#timeline">Schedules</a></p>' : ''}
</header>
<main>
${graph.problems.length > 0 ? unplacedSection(graph.problems) : ''}
<div id="tools"></div>
<div id="list">${plainList(items.items, graph)}</div>
${timeline.rows.length > 0 ? timelineSection(timeline) : ''}
</main>
<footer><ul aria-label="Lines">${LEGEND}</ul></footer>
<script type="application/json" id="data">${json(pageData(graph, items, timeline))}</script>
<script>(() => {${SCRIPT}${TIMELINE_SCRIPT}})();</script>
</body>
</html>
`;
}

const LEGEND = [
  ['route', 'routes to'],
  ['select', 'selects pods'],
  ['policy', 'scales, keeps running, isolates'],
  ['env', 'environment'],
  ['volume', 'volume'],
  ['other', 'other reference'],
]
  .map(([style, label]) => `<li><i class="line-${style}"></i>${label}</li>`)
  .join('');

/** Text inside elements and attributes. */
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** JSON that no text of it ends. */
const json = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');

function summary({ nodes, problems }: Graph): string {
  const drawn = nodes.filter(({ missing }) => !missing);
  const workloads = drawn.filter(({ column }) => column === 'workload');
  const all = [...problems, ...nodes.flatMap((node) => node.problems)];
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const badge = (number: number, word: string, style = ''): string =>
    `<span class="badge ${number > 0 ? style : ''}">${count(number, word)}</span>`;
  return [
    badge(workloads.length, 'workload'),
    badge(drawn.length, 'object'),
    badge(errors, 'error', 'error'),
    badge(all.length - errors, 'warning', 'warning'),
  ].join(' ');
}

/** Problems that a list without a script writes out. */
const WRITTEN = 200;

/** @param problems - Each with the object that it is about, where one is known. */
function problemList(problems: readonly (readonly [Problem, string])[]): string {
  const rest = problems.length - WRITTEN;
  const more =
    rest > 0 ? `<li class="warning"><b>and ${rest} more, which <code>cdk8s-kam validate</code> tells</b></li>` : '';
  return `<ul class="problems">${problems.slice(0, WRITTEN).map(problemItem).join('')}${more}</ul>`;
}

const problemItem = ([problem, title]: readonly [Problem, string]): string =>
  `<li class="${problem.severity}"><b>${escape(messageOf(problem))}</b>${
    problem.hint === undefined ? '' : `<span>${escape(problem.hint)}</span>`
  }<small>${escape([title, placeOf(problem)].filter(Boolean).join(' · '))}</small></li>`;

const unplacedSection = (problems: readonly Problem[]): string =>
  `<section class="unplaced"><h2>Not drawn</h2>${problemList(problems.map((problem) => [problem, problem.object === undefined ? '' : printObject(problem.object)]))}</section>`;

/** What stands on the page until the script draws, and where no script may run: everything by name, what is wrong first. */
function plainList(items: readonly Item[], { edges }: Graph): string {
  const wrong = items.flatMap(({ nodes }) =>
    nodes.flatMap((node) => node.problems.map((problem) => [problem, titleOf(node)] as const)),
  );
  const uses = new Map<Node, string[]>();
  for (const { from, to, label } of edges) {
    const list = listAt(uses, from);
    if (list.length < LINES) list.push(`${label} ${to.kind} ${to.name}`);
    else if (list.length === LINES) list.push('…');
  }
  const { names } = chosenOf(groupingsOf(items.map(({ nodes: [head] }) => head!)));
  const groups = new Map<string, string[]>();
  items.forEach(({ nodes }, index) => {
    const lines = nodes.map((node) => `<li>${escape(plainLine(node, uses.get(node) ?? []))}</li>`);
    listAt(groups, names[index]!).push(...lines);
  });
  const sections = [...groups].map(
    ([name, lines]) => `<h2>${escape(name === '' ? 'Objects' : name)}</h2><ul class="plain">${lines.join('')}</ul>`,
  );
  return `<noscript>${wrong.length > 0 ? `<h2>Problems</h2>${problemList(wrong)}` : ''}${sections.join('\n')}</noscript>`;
}

/** References that a line of the list names. */
const LINES = 12;

const titleOf = ({ kind, name, namespace }: Node): string =>
  `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;

function plainLine(node: Node, uses: readonly string[]): string {
  const { missing, facts, problems } = node;
  const state = [missing ? 'not in the input' : '', problems.length > 0 ? count(problems.length, 'problem') : ''];
  return [titleOf(node), ...state, ...facts.slice(0, 2), ...uses].filter(Boolean).join(' · ');
}

function timelineSection({ rows, peaks }: Timeline): string {
  const items = peaks.map(({ start, names, times }) => {
    const shown = names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
    const often = times === 1 ? '' : ` and ${count(times - 1, 'more time')}`;
    return `<li><b>${names.length} at once, ${timeOf(start)}${often}</b><span>${escape(shown)}</span></li>`;
  });
  return `<section class="timeline" id="timeline" aria-labelledby="timeline-title">
<h2 id="timeline-title">A week of schedules</h2>
<p class="note">${count(rows.length, 'schedule')} in UTC, in a week that begins with a month (1 January, so no summer time in the north). A run takes as long as it may (<code>activeDeadlineSeconds</code>), a minute where nothing says it.</p>
<div id="strip"></div>
${items.length > 0 ? `<h3>When most run at the same time</h3><ul class="peaks">${items.join('')}</ul>` : '<p class="note">No two schedules run at the same time.</p>'}
<div id="rows"></div>
</section>`;
}

const two = (number: number): string => String(number).padStart(2, '0');
const timeOf = (minute: number): string =>
  `${DAYS[Math.floor(minute / DAY)]!} ${two(Math.floor((minute % DAY) / 60))}:${two(minute % 60)}`;
