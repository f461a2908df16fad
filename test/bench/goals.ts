// The goals of spec performance.md, each as a ratio of two figures of one run.
import { dependencies } from '../../package.json';
import { formatted } from './format';
import type { Inside } from './inside';
import { installedSize } from './installed-size';
import { root } from './stage';
import type { Times } from './timed';
import type { Plan, Table } from './whole';

/** What is to be reached: a row against another at a count. */
interface Wanted {
  readonly row: string;
  readonly over: string;
  readonly count: number;
  /** The count that tells about as much in less time. */
  readonly quick?: number;
  readonly most: number;
}

const FLOOR = 'JSON.stringify of the objects';
const MIXED = 'mixed manifests';

const WHOLE: readonly Wanted[] = [
  { row: 'convert', over: 'empty node', count: 1, most: 1.6 },
  { row: 'convert', over: 'helm template', count: 1000, most: 0.5 },
  { row: 'convert', over: FLOOR, count: 1000, most: 3 },
  { row: 'convert', over: FLOOR, count: 10_000, most: 4 },
  { row: 'convert', over: 'helm template', count: 10_000, most: 0.3 },
  { row: 'convert', over: 'js-yaml dump', count: 10_000, most: 0.5 },
  { row: 'constructs, our App', over: 'bare ApiObject', count: 1000, most: 0.5 },
  { row: 'constructs, stock App', over: 'bare ApiObject', count: 1000, most: 1 },
  { row: 'constructs, stock App, a chart each', over: 'cdk8s-plus-28, a chart each', count: 1000, quick: 300, most: 1 },
  { row: `validate, ${MIXED}`, over: `kubeconform, ${MIXED}`, count: 10_000, most: 1 },
];

const INSIDE: readonly Omit<Wanted, 'count'>[] = [
  { row: 'documents → YAML', over: 'js-yaml dump of the finished objects', most: 0.4 },
  { row: 'constructs, our App', over: 'bare ApiObject', most: 0.35 },
  { row: 'constructs, stock App', over: 'bare ApiObject', most: 1 },
];

const PIECES: Readonly<Record<string, number>> = {
  'SQS message → Job': 5,
  'validateManifest of a Deployment': 4,
};

const LOADING: Readonly<Record<string, number>> = {
  "require('cdk8s-kam') beyond cdk8s": 0.3,
  "require('cdk8s-kam/core')": 0.35,
};

/** The least that must be measured to know of the goals. */
export const PLANS: readonly Plan[] = [1, 300, 1000, 10_000].map((count) => ({
  count,
  rounds: { 1: 11, 1000: 3, 10_000: 2 }[count] ?? 1,
  rows: new Set(
    WHOLE.filter(({ quick, ...goal }) => (quick ?? goal.count) === count).flatMap(({ row, over }) => [row, over]),
  ),
  memory: new Set(count >= 1000 ? ['convert'] : []),
}));

/** A goal, and how near we are. */
export interface Goal {
  readonly what: string;
  readonly most: number;
  /** In processor time. */
  readonly cpu?: number;
  /** By the clock. */
  readonly wall?: number;
  /** What is no time. */
  readonly is?: number;
}

export function goalsOf(table: Table, inside: Inside, quick: boolean): Goal[] {
  const { perWorkload, timesBase, growth, timesCdk8s } = inside;
  const memories = [...(table.get('convert')?.values() ?? [])].flatMap(({ memory = [] }) => memory);
  return [
    ...WHOLE.map((wanted) => wholeGoal({ ...wanted, ...(quick && { count: wanted.quick ?? wanted.count }) }, table)),
    { what: 'convert: most MB', most: 250, ...(memories.length > 0 && { is: Math.max(...memories) }) },
    ...INSIDE.map(({ row, over, most }) => ({
      what: `${row}, warm: × ${over}`,
      most,
      cpu: perWorkload[row]! / perWorkload[over]!,
    })),
    ...Object.entries(PIECES).map(([name, most]) => ({
      what: `${name}: × ${inside.bases[name]}`,
      most,
      cpu: timesBase[name]!,
    })),
    ...Object.entries(growth).map(([name, exponent]) => ({ what: `growth, ${name}`, most: 1.05, cpu: exponent })),
    ...Object.entries(LOADING).map(([name, most]) => ({
      what: `${name}: × require('cdk8s')`,
      most,
      cpu: timesCdk8s[name]!,
    })),
    { what: 'installed size without peers: MB', most: 8, is: installedSize(root, Object.keys(dependencies)) },
  ];
}

function wholeGoal({ row, over, count, most }: Wanted, table: Table): Goal {
  const what = `${row}, ${count.toLocaleString('en-US')}: × ${over}`;
  const [one, other] = [row, over].map((name) => table.get(name)?.get(count)?.rounds);
  if (one === undefined || other === undefined) return { what, most };
  // The least of each: what else the machine did only adds.
  const least = (rounds: readonly Times[], time: keyof Times): number =>
    Math.min(...rounds.map((times) => times[time]));
  const ratio = (time: keyof Times): number => least(one, time) / least(other, time);
  return { what, most, cpu: ratio('cpu'), wall: ratio('wall') };
}

export const goalsTable = (goals: readonly Goal[]): string =>
  formatted([
    ['goal', 'is', 'processors', 'clock', 'at most', ''],
    ...goals.map((goal) => [
      goal.what,
      ...[goal.is, goal.cpu, goal.wall].map((value) => value?.toFixed(2) ?? ''),
      String(goal.most),
      verdictOf(goal),
    ]),
  ]);

function verdictOf({ is, cpu, wall, most }: Goal): string {
  const values = [is, cpu, wall].filter((value) => value !== undefined);
  if (values.length === 0) return 'not measured';
  const met = values.filter((value) => value <= most).length;
  if (met === values.length) return 'pass';
  if (met === 0) return 'MISS';
  return cpu! <= most ? 'MISS by the clock' : 'MISS by processor time';
}
