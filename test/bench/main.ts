// npm run bench [-- --quick] [--json] [COUNT…]: the table of spec performance.md, measured now and here, with the peers beside us, and which goals
// are met. What counts are the ratios. --quick measures only what the goals are about, and less often; --json adds the run to a history.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatted, median } from './format';
import { goalsOf, goalsTable, PLANS } from './goals';
import { addToHistory } from './history';
import { type Inside, inside, type Numbers } from './inside';
import { stageOf } from './stage';
import type { Times } from './timed';
import { type Plan, rowsOf, type Table, wholeProcesses } from './whole';

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const [quick, json] = [args.includes('--quick'), args.includes('--json')];
  const counts = args.map(Number).filter((count) => count > 0);
  const work = mkdtempSync(join(tmpdir(), 'kam-bench-'));
  const stage = await stageOf('row.ts', 'warm.ts');
  try {
    console.log(`${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}, node ${process.versions.node}\n`);
    const names = new Set(rowsOf(stage).map(({ name }) => name));
    const all = (counts.length > 0 ? counts : [1, 100, 1000, 10_000]).map((count): Plan => ({
      count,
      rounds: 5,
      rows: names,
      memory: names,
    }));
    const table = wholeProcesses(quick ? PLANS : all, stage, work);
    const warm = inside(stage, quick ? { all: false, rounds: 1, loads: 5 } : { all: true, rounds: 3, loads: 11 });
    if (!quick) {
      printTable(table, 'wall');
      printTable(table, 'cpu');
      printInside(warm);
    }
    const goals = goalsOf(table, warm, quick);
    console.log(goalsTable(goals));
    if (json) console.log(`added to ${addToHistory(goals, table, warm)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
    stage.remove();
  }
}

function printTable(table: Table, time: keyof Times): void {
  const counts = [...table.get('empty node')!.keys()];
  const last = counts.at(-1)!;
  const lines = [
    [
      `whole process, ${time === 'wall' ? 's by the clock' : 's of processors'}`,
      ...counts.map((count) => `N=${count}`),
      '× floor',
      '× ApiObject',
      `MB at ${last}`,
    ],
    ...[...table].map(([name, row]) => {
      const at = (count: number, of = row): number | undefined => {
        const rounds = of.get(count)?.rounds;
        return rounds && median(rounds.map((times) => times[time]));
      };
      const ratio = (other: string): string =>
        at(last) === undefined ? '' : (at(last)! / at(last, table.get(other))!).toFixed(2);
      return [
        name,
        ...counts.map((count) => at(count)?.toFixed(2) ?? '–'),
        ratio('JSON.stringify of the objects'),
        ratio('bare ApiObject'),
        row.get(last)?.memory?.toFixed(0) ?? '',
      ];
    }),
  ];
  console.log(formatted(lines));
}

function printInside({ perWorkload, pieces, growth, loading }: Inside): void {
  const floor = perWorkload['JSON.stringify of the objects']!;
  console.log(
    formatted([
      ['in process, warm, N=1000', 'µs a workload', '× floor', '× ApiObject'],
      ...Object.entries(perWorkload).map(([name, value]) => [
        name,
        value.toFixed(0),
        (value / floor).toFixed(2),
        (value / perWorkload['bare ApiObject']!).toFixed(2),
      ]),
    ]),
  );
  const list = (numbers: Numbers, what: string, unit: string, digits: number): void =>
    console.log(
      formatted([[what, unit], ...Object.entries(numbers).map(([name, value]) => [name, value.toFixed(digits)])]),
    );
  list(pieces, 'piece', 'µs', 1);
  list(loading, 'loading', 'ms', 1);
  list(growth, 'growth, 100 to 10000', 'exponent', 2);
}

void main();
