// --watch: the same again when an input has changed, until somebody presses Ctrl-C.
import { createHash } from 'node:crypto';
import { type FSWatcher, readdirSync, readFileSync, statSync, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ProblemError } from '../report/problem-error';
import { filesOf } from '../text/files';
import { excludeOf } from './inputs';
import type { Io } from './io';
import { printProblems } from './print-problems';
import { type Args, UsageError } from './verb';

/** An editor that saves writes more than once: so long nothing may have happened, in milliseconds. */
const QUIET = 100;

/**
 * Does it now, and whenever an input holds something else than when it was last done.
 * @returns the exit code of the last time, once the user has had enough
 */
export async function watching(args: Args, io: Io, work: () => Promise<number>): Promise<number> {
  const { operands, flags } = args;
  if (operands.length === 0 || operands.includes('-'))
    throw new UsageError('--watch is for files, and standard input is none', 'Like this: validate manifests/ --watch');
  const roots = [...operands, ...(flags['options'] === undefined ? [] : [flags['options']])];
  const folders = new Folders();
  const look = (): ReadonlyMap<string, string> => {
    folders.watch(roots.flatMap((root) => foldersOf(root, io.cwd)));
    return contentsOf(args, io);
  };
  let stopped = false;
  const forget = io.onInterrupt(() => {
    stopped = true;
    folders.wake();
  });
  try {
    for (;;) {
      const before = look();
      const code = await done(work, io);
      let changed: readonly string[] = [];
      if (!stopped) await io.stderr.write('watching; Ctrl-C ends it\n');
      while (!stopped && changed.length === 0) {
        await folders.change();
        changed = differences(before, look());
      }
      if (stopped) return code;
      const isTerminal = io.stdout.isTTY === true && io.stderr.isTTY === true && io.env['TERM'] !== 'dumb';
      const names = `${changed.slice(0, 3).join(', ')}${changed.length > 3 ? ', …' : ''}`;
      await io.stderr.write(`${isTerminal ? CLEAR_SCREEN : ''}changed: ${names}\n`);
    }
  } finally {
    forget();
    folders.close();
  }
}

/** What is wrong with a file of options, or one that is written to, may be mended while we watch. */
async function done(work: () => Promise<number>, io: Io): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await printProblems(error.problems, io.stderr, io);
    return 1;
  }
}

const CLEAR_SCREEN = '\u001b[2J\u001b[H';

/** Folders that are watched, each by itself: a file that is replaced by another one is seen so too. */
class Folders {
  private readonly watchers = new Map<string, FSWatcher>();
  private dirty = false;
  private waiting: (() => void) | undefined;

  /** Exactly these from now on. */
  watch(folders: readonly string[]): void {
    const wanted = new Set(folders);
    for (const [folder, watcher] of this.watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    for (const folder of wanted) {
      if (this.watchers.has(folder)) continue;
      const watcher = watch(folder, () => this.wake());
      // It is gone: the one above it says so.
      watcher.on('error', () => undefined);
      this.watchers.set(folder, watcher);
    }
  }

  wake(): void {
    this.dirty = true;
    this.waiting?.();
  }

  /** Resolves when something has happened, and nothing more for a while. */
  async change(): Promise<void> {
    if (!this.dirty) await new Promise<void>((resolve) => (this.waiting = resolve));
    this.waiting = undefined;
    while (this.dirty) {
      this.dirty = false;
      await new Promise((resolve) => setTimeout(resolve, QUIET));
    }
  }

  close(): void {
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }
}

/** The folders in which something may happen to what an operand means. */
function foldersOf(operand: string, cwd: string): string[] {
  const base = /[*?[{]/.test(operand) ? dirname(operand.replace(/[*?[{].*$/s, 'x')) : operand;
  const path = resolve(cwd, base);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) return [nearestFolder(dirname(path))];
  const found = [nearestFolder(dirname(path))];
  const visit = (folder: string): void => {
    found.push(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
        visit(join(folder, entry.name));
  };
  visit(path);
  return found;
}

const nearestFolder = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : nearestFolder(dirname(path));

/** What each input holds: writing the same again is no change, so that an output among the inputs does not go round in circles. */
function contentsOf({ operands, flags }: Args, { cwd }: Io): ReadonlyMap<string, string> {
  const exclude = excludeOf(flags);
  const files = operands.flatMap((operand) => filesOf(operand, cwd, exclude).files.flat());
  const all = [...files, ...(flags['options'] === undefined ? [] : [flags['options']])];
  return new Map(all.map((file) => [file, contentOf(resolve(cwd, file))]));
}

function contentOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return '';
  }
}

const differences = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((file) => before.get(file) !== now.get(file));
