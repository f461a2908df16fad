// What is measured inside processes that are warm (warm.ts), each in one of its own, in turn; and how long it takes to load the package.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './format';
import type { Stage } from './stage';

export type Numbers = Readonly<Record<string, number>>;

/** All in processor time. */
export interface Inside {
  /** µs a workload. */
  readonly perWorkload: Numbers;
  /** µs a piece. */
  readonly pieces: Numbers;
  /** Pieces: how many times as long as the least that they could be, and what that is. */
  readonly timesBase: Numbers;
  readonly bases: Readonly<Record<string, string>>;
  /** Exponents. */
  readonly growth: Numbers;
  /** Milliseconds. */
  readonly loading: Numbers;
  /** How many times as long as require('cdk8s'). */
  readonly timesCdk8s: Numbers;
}

export const WARM_ROWS = [
  'documents → YAML',
  'js-yaml dump of the finished objects',
  'bare ApiObject',
  'constructs, our App',
  'constructs, stock App',
] as const;

const OTHER_ROWS = ['JSON.stringify of the objects', 'yaml stringify', 'kubernetes-models + js-yaml', 'cdk8s-plus-28'];

/** By what they are measured with. */
export const PIECES = {
  'SQS message → Job': 'JSON.parse of it + JSON.stringify of the Job',
  'validateManifest of a Deployment': 'JSON.stringify of it',
} as const;

export const GROWTH = [
  'documents',
  'one chart',
  'a chart each',
  'one chart, stock App',
  ...['containers', 'env', 'files', 'ports'].map((part) => `${part} of one workload`),
];

/** How much is measured. */
export interface Effort {
  /** Also the rows that no goal is about. */
  readonly all: boolean;
  readonly rounds: number;
  readonly loads: number;
}

export function inside(stage: Stage, { all, rounds, loads }: Effort): Inside {
  const brief = rounds === 1;
  const rows = all ? [...WARM_ROWS, ...OTHER_ROWS] : WARM_ROWS;
  const found = new Map<string, Numbers[]>();
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`in process, round ${round + 1} of ${rounds}   \r`);
    for (const name of rows) add(found, name, warm(stage, 'row', name, brief));
    for (const name of Object.keys(PIECES)) add(found, name, warm(stage, 'piece', name, brief));
  }
  const growth = GROWTH.map((name) => [name, warm(stage, 'growth', name, brief)['exponent']!] as const);
  const middle = (name: string, of: (numbers: Numbers) => number): number => median(found.get(name)!.map(of));
  const pieces = Object.entries(PIECES);
  return {
    perWorkload: Object.fromEntries(rows.map((name) => [name, middle(name, ({ each }) => each!)])),
    pieces: Object.fromEntries(
      pieces.flatMap(([name, base]) => [
        [name, middle(name, (all) => all[name]!)],
        [`${name}: ${base}`, middle(name, (all) => all[base]!)],
      ]),
    ),
    timesBase: Object.fromEntries(pieces.map(([name, base]) => [name, middle(name, (all) => all[name]! / all[base]!)])),
    bases: PIECES,
    growth: Object.fromEntries(growth),
    ...loadingOf(stage, loads),
  };
}

function add<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [item]);
  else list.push(item);
}

const warm = ({ folder }: Stage, kind: string, name: string, brief: boolean): Numbers =>
  JSON.parse(
    inNode(['--max-old-space-size=4096', join(folder, 'warm.js'), kind, name, ...(brief ? ['brief'] : [])], folder),
  ) as Numbers;

const inNode = (args: readonly string[], cwd: string): string =>
  execFileSync(process.execPath, args, { cwd, encoding: 'utf8' });

const CDK8S = "require('cdk8s')";
const LOADED: Readonly<Record<string, readonly [before: string, load: string]>> = {
  "require('cdk8s-kam') beyond cdk8s": [CDK8S, 'cdk8s-kam'],
  "require('cdk8s-kam/core')": ['', 'cdk8s-kam/core'],
  [CDK8S]: ['', 'cdk8s'],
};

function loadingOf({ folder }: Stage, loads: number): Pick<Inside, 'loading' | 'timesCdk8s'> {
  const rounds = Array.from({ length: loads }, () =>
    Object.fromEntries(
      Object.entries(LOADED).map(([name, [before, load]]) => [
        name,
        Number(
          inNode(
            [
              '-e',
              `${before}; const s = process.cpuUsage(); require('${load}'); const { user, system } = process.cpuUsage(s); console.log((user + system) / 1e3)`,
            ],
            folder,
          ),
        ),
      ]),
    ),
  );
  const middle = (of: (round: Record<string, number>) => number): number => median(rounds.map(of));
  const names = Object.keys(LOADED);
  return {
    loading: Object.fromEntries(names.map((name) => [name, middle((round) => round[name]!)])),
    timesCdk8s: Object.fromEntries(names.map((name) => [name, middle((round) => round[name]! / round[CDK8S]!)])),
  };
}
