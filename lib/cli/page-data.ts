// What the script of the page is given: the graph as lists of numbers, each text once, so that a thousand workloads are no more than a reader's browser likes.
import { printPath, printSource, printValue, shortened } from '../report/print';
import type { Problem } from '../report/problem';
import { COLUMNS, type Graph, type Node } from './graph-model';
import { chosenOf, groupingsOf } from './groups';
import type { Items } from './items';
import { DAY, DAYS, type Row, type Timeline } from './timeline';

/** The place of a text in `texts`. */
type Text = number;

/** An object: kind, name, namespace, place in COLUMNS, whether it is missing, `file:line:column`, facts, problems by their places, errors, warnings. */
type NodeData = readonly [Text, Text, Text, number, 0 | 1, Text, readonly Text[], readonly number[], number, number];
/** Whether it is an error, message, hint, place and code. */
type ProblemData = readonly [0 | 1, Text, Text, Text];
/** First minute, number of starts, and in which slots of the day they are. */
type DayData = readonly [number, number, Text];
/** Name, schedule, whether it is suspended, the longest run in minutes, the node or -1, and a day or all seven. */
type RowData = readonly [Text, Text, 0 | 1, number, number, readonly DayData[]];

export interface PageData {
  readonly texts: readonly string[];
  readonly columns: readonly string[];
  readonly nodes: readonly NodeData[];
  /** From, to, label. */
  readonly edges: readonly (readonly [number, number, Text])[];
  readonly problems: readonly ProblemData[];
  /** The nodes of each item. */
  readonly items: readonly (readonly number[])[];
  /** The nodes that many use. */
  readonly shared: readonly number[];
  /** How items can be grouped, and the name of each item's group. */
  readonly groupings: readonly { readonly by: string; readonly names: readonly Text[] }[];
  /** The place of the grouping that is seen first. */
  readonly chosen: number;
  readonly days: readonly string[];
  readonly rows: readonly RowData[];
  /** A list a day: how many run at most, a slot each. */
  readonly strip: readonly (readonly number[])[];
}

/** Slots of a day in the timeline, of ten minutes each. */
const SLOTS = 144;
const SLOT = DAY / SLOTS;
/** Problems of one object that are written out. */
const SHOWN = 10;
/** Those of the whole page; what it is told beyond is counted. */
const WRITTEN = 2000;

/** The data of a page. */
export function pageData(graph: Graph, { items, shared }: Items, timeline: Timeline): PageData {
  const texts = new Texts();
  const { nodes, problems } = nodesOf(graph.nodes, texts);
  const groupings = groupingsOf(items.map(({ nodes: [head] }) => head!));
  const ids = new Map(graph.nodes.flatMap((node) => (node.object === undefined ? [] : [[node.object, node.id]])));
  return {
    columns: COLUMNS,
    nodes,
    edges: graph.edges.map(({ from, to, label }) => [from.id, to.id, texts.add(label)]),
    problems,
    items: items.map((item) => item.nodes.map(({ id }) => id)),
    shared: [...shared].map(({ id }) => id).sort((a, b) => a - b),
    groupings: groupings.map(({ by, names }) => ({ by, names: names.map((name) => texts.add(name)) })),
    chosen: groupings.indexOf(chosenOf(groupings)),
    days: DAYS,
    rows: rowsOf(timeline, ids, texts),
    strip: DAYS.map((_, day) => slots((slot) => most(timeline.running, day * DAY + slot * SLOT))),
    texts: texts.all,
  };
}

class Texts {
  readonly all: string[] = [];
  private readonly places = new Map<string, Text>();

  add(text: string): Text {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

function nodesOf(nodes: readonly Node[], texts: Texts): Pick<PageData, 'nodes' | 'problems'> {
  const written: ProblemData[] = [];
  const places = new Map<string, number>();
  const place = (problem: ProblemData): number => {
    const key = problem.join();
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, written.length);
    return written.push(problem) - 1;
  };
  const dataOf = (problem: Problem): ProblemData => {
    const { severity, hint = '' } = problem;
    return [
      severity === 'error' ? 1 : 0,
      texts.add(messageOf(problem)),
      texts.add(shortened(hint, 400)),
      texts.add(placeOf(problem)),
    ];
  };
  const listOf = ({ problems }: Node): number[] => {
    const shown = problems.slice(0, written.length < WRITTEN ? SHOWN : 0);
    const rest = problems.slice(shown.length);
    const isError = rest.some(({ severity }) => severity === 'error');
    const left = `${shown.length === 0 ? '' : 'and '}${rest.length} more, which \`cdk8s-kam validate\` tells`;
    return [
      ...shown.map((problem) => place(dataOf(problem))),
      ...(rest.length === 0 ? [] : [place([isError ? 1 : 0, texts.add(left), texts.add(''), texts.add('')])]),
    ];
  };
  const data = nodes.map((node): NodeData => {
    const { kind, name, namespace, column, missing, from, source = '', facts } = node;
    const origin = `${from === undefined ? '' : `from ${from} · `}${source}`;
    return [
      texts.add(kind),
      texts.add(name),
      texts.add(namespace),
      COLUMNS.indexOf(column),
      missing ? 1 : 0,
      texts.add(origin),
      facts.map((fact) => texts.add(fact)),
      listOf(node),
      node.problems.filter(({ severity }) => severity === 'error').length,
      node.problems.filter(({ severity }) => severity !== 'error').length,
    ];
  });
  return { nodes: data, problems: written };
}

/** What is wrong, with what was given. */
export const messageOf = ({ message, value }: Problem): string =>
  shortened(`${message}${value === undefined ? '' : `, got ${printValue(value)}`}`, 600);

/** Path, `file:line:column`, code. */
export const placeOf = ({ path, source, code }: Problem): string =>
  [shortened(printPath(path), 200), printSource(source), code].filter(Boolean).join(' · ');

function rowsOf({ rows }: Timeline, ids: ReadonlyMap<unknown, number>, texts: Texts): RowData[] {
  // Jobs of one schedule have one list of runs.
  const known = new Map<Row['runs'], readonly DayData[]>();
  return rows.map(({ object, name, schedule, timeZone, suspended, longest = 0, runs }) => {
    const days = known.get(runs) ?? daysOf(runs, texts);
    known.set(runs, days);
    const zone = timeZone === undefined ? '' : ` ${timeZone}`;
    return [texts.add(name), texts.add(schedule + zone), suspended ? 1 : 0, longest, ids.get(object) ?? -1, days];
  });
}

function daysOf(runs: readonly number[], texts: Texts): DayData[] {
  const days = DAYS.map((_, day): DayData => {
    const own = runs.filter((run) => Math.floor(run / DAY) === day).map((run) => run - day * DAY);
    const used = new Set(own.map((run) => Math.floor(run / SLOT)));
    const bits = slots((slot) => (used.has(slot) ? '1' : '0')).join('');
    const hex = own.length === 0 ? '' : bits.replace(/.{4}/g, (four) => Number.parseInt(four, 2).toString(16));
    return [own[0] ?? -1, own.length, texts.add(hex)];
  });
  return days.every((day) => day.join() === days[0]!.join()) ? [days[0]!] : days;
}

const slots = <Value>(valueAt: (slot: number) => Value): Value[] =>
  Array.from({ length: SLOTS }, (_, slot) => valueAt(slot));

const most = (running: readonly number[], from: number): number => Math.max(...running.slice(from, from + SLOT));
