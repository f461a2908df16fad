// A program run from its start to its end: how long it took, and how long processors worked for it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage';

/** Seconds. Of a machine that others use too, those of processors say more. */
export interface Times {
  readonly wall: number;
  readonly cpu: number;
}

/** The shell knows how long processors worked for a program of any kind. */
const TIMED = 'TIMEFORMAT="%3R %3U %3S"; { time "$0" "$@" 2>&3; } 3>&2 2>"$BENCH_TIMES"';

/** Runs a command; `commandFor` is told a folder for what it writes. */
export function timed(
  commandFor: (out: string) => readonly string[],
  work: string,
  env: Readonly<Record<string, string>> = {},
): Times {
  const out = mkdtempSync(join(work, 'out-'));
  const command = commandFor(out);
  const times = join(out, 'times');
  const { status, stderr, error } = spawnSync('bash', ['-c', TIMED, ...command], {
    env: { ...process.env, BENCH_TIMES: times, ...env },
    stdio: ['ignore', openSync(join(out, 'stdout'), 'w'), 'pipe'],
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stderr.toString()}`);
  const [wall, user, system] = readFileSync(times, 'utf8').trim().split(' ').map(Number) as [number, number, number];
  rmSync(out, { recursive: true });
  return { wall, cpu: user + system };
}

/** The most memory of a command that node runs, in MB. In a run of its own, as asking costs time. */
export function memoryOf(
  commandFor: (out: string) => readonly string[],
  work: string,
  stage: Stage,
): number | undefined {
  if (commandFor(work)[0] !== process.execPath) return undefined;
  const file = join(work, 'memory');
  timed(commandFor, work, { NODE_OPTIONS: `--require ${stage.memory}`, BENCH_MEMORY: file });
  return Number(readFileSync(file, 'utf8').split(' ')[0]);
}
