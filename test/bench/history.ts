// What was measured before: a line of JSON a run, outside the repository, in $XDG_CACHE_HOME/cdk8s-kam/bench or ~/.cache/cdk8s-kam/bench.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { cpus, homedir, loadavg } from 'node:os';
import { join } from 'node:path';
import { median } from './format';
import type { Goal } from './goals';
import type { Inside } from './inside';
import { root } from './stage';
import type { Table } from './whole';

/** Adds a run; returns where it was written. */
export function addToHistory(goals: readonly Goal[], table: Table, inside: Inside): string {
  const folder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'cdk8s-kam', 'bench');
  const file = join(folder, 'history.jsonl');
  mkdirSync(folder, { recursive: true });
  const run = {
    commit: git('rev-parse', 'HEAD'),
    changed: git('status', '--porcelain') !== '',
    date: new Date().toISOString(),
    node: process.versions.node,
    cores: cpus().length,
    load: loadavg()[0],
    goals,
    whole: figures(table),
    ...inside,
  };
  appendFileSync(file, `${JSON.stringify(run)}\n`);
  return file;
}

const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** By row and count: medians of the seconds, the most memory in MB. */
const figures = (table: Table): object =>
  Object.fromEntries(
    [...table].map(([name, counts]) => [
      name,
      Object.fromEntries(
        [...counts].map(([count, { rounds, memory }]) => [
          count,
          { wall: median(rounds.map(({ wall }) => wall)), cpu: median(rounds.map(({ cpu }) => cpu)), memory },
        ]),
      ),
    ]),
  );
