// The files that documents come in: where they are, and what is in them. For the constructs and the command, which read files.
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve } from 'node:path';
import type { Problem } from '../report/problem';
import { readStack } from './kcl-settings';
import { PIECE } from './pieces';

/** A file that is read by itself, or the KCL sources of a stack, which are read together: those that its kcl.yaml names, or all of one folder. */
export type Files = readonly [string, ...string[]];

/** What files hold that are read together, or why one cannot be read. */
export function readDocumentFiles(
  files: Files,
  cwd: string,
): { sources: readonly [NamedBytes, ...NamedBytes[]] } | { problem: Problem } {
  const sources: NamedBytes[] = [];
  for (const file of files) {
    try {
      sources.push({ file, text: readFileSync(resolve(cwd, file)) });
    } catch (error) {
      return { problem: unreadable(file, error) };
    }
  }
  return { sources: sources as [NamedBytes, ...NamedBytes[]] };
}

interface NamedBytes {
  readonly file: string;
  readonly text: Uint8Array;
}

/** A file of many pieces in blocks; undefined for any other, and for one that cannot be opened. */
export function blocksOfFile(path: string, cwd: string): Iterable<Uint8Array> | undefined {
  const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size <= PIECE) return undefined;
  try {
    return blocksIn(openSync(resolve(cwd, path), 'r'));
  } catch {
    return undefined;
  }
}

function* blocksIn(file: number): Generator<Uint8Array> {
  try {
    for (;;) {
      const block = Buffer.allocUnsafeSlow(PIECE);
      const length = readSync(file, block);
      if (length === 0) return;
      yield block.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

const DOCUMENT = /\.(?:json|jsonl|ndjson|yaml|yml|k)$/i;
const KCL = /\.k$/i;
/** Sources that KCL leaves out of a folder: tests, and what begins with `_`. */
const LEFT_OUT = /(?:^|[/\\])_[^/\\]*\.k$|_test\.k$/i;
/** What stands beside KCL sources and says how they are built. */
const SETTINGS = /(?:^|[/\\])(?:stack|project|kcl)\.ya?ml$/i;
/** What may name the sources of a stack. */
const STACK = /(?:^|[/\\])kcl\.ya?ml$/i;

/** The documents that a path means: a file, all of a folder, or those of a glob, by name; relative paths are those of `cwd`. Never throws. */
export function filesOf(path: string, cwd: string, exclude?: Exclude): Found {
  try {
    const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) return inFolder(path, cwd, exclude);
    if (stat !== undefined) return { files: [[path]], problems: [] };
    if (/[*?[{]/.test(path)) return someOf(path, together(glob(path, cwd, exclude)));
    return { files: [], problems: [noFile(path, 'no such file or folder')] };
  } catch (error) {
    return { files: [], problems: [unreadable(path, error)] };
  }
}

/** The files that were found, and what is wrong with others. */
interface Found {
  readonly files: Files[];
  readonly problems: readonly Problem[];
}

const someOf = (path: string, files: Files[], problems: readonly Problem[] = []): Found =>
  files.length + problems.length > 0
    ? { files, problems }
    : {
        files,
        problems: [
          noFile(path, 'no document is there: no file that ends with .json, .jsonl, .ndjson, .yaml, .yml or .k'),
        ],
      };

/** All of a folder. What a kcl.yaml names is read as it says, and not a second time by itself. */
function inFolder(path: string, cwd: string, exclude?: Exclude): Found {
  const found = documentsIn(path, cwd);
  const all = exclude === undefined ? found : exclude.from(found, path, cwd);
  const sources = all.filter((file) => KCL.test(file));
  const stacks = new Map<string, Files>();
  const problems: Problem[] = [];
  const known = new Set<string>();
  for (const file of all.filter((each) => STACK.test(each)).sort()) {
    const stack = readStack(file, cwd, sources);
    if (stack === undefined) continue;
    known.add(file);
    for (const source of sources) if (dirname(source) === dirname(file)) known.add(source);
    if ('problems' in stack) problems.push(...stack.problems);
    else {
      stacks.set(file, stack.files);
      for (const source of stack.files) known.add(source);
    }
  }
  const documents = sources.length + known.size > 0 ? withoutSettings(all) : all;
  const others = documents.filter((file) => !known.has(file));
  return someOf(path, together(others, stacks), problems);
}

/** By name; a stack where its kcl.yaml is, the KCL sources of another folder together where the first of them is. */
function together(files: readonly string[], named: ReadonlyMap<string, Files> = new Map()): Files[] {
  const stacks = new Map<string, [string, ...string[]]>();
  const groups: Files[] = [];
  for (const file of [...files, ...named.keys()].sort()) {
    const sources = named.get(file);
    if (sources !== undefined) {
      groups.push(sources);
      continue;
    }
    const stack = KCL.test(file) ? stacks.get(dirname(file)) : undefined;
    if (stack !== undefined) {
      stack.push(file);
      continue;
    }
    const group: [string, ...string[]] = [file];
    groups.push(group);
    if (KCL.test(file)) stacks.set(dirname(file), group);
  }
  return groups;
}

/** The documents of a folder with KCL sources or a stack, without the files that belong to KCL and Kusion. */
const withoutSettings = (files: readonly string[]): readonly string[] =>
  files.filter((file) => !SETTINGS.test(file) && !LEFT_OUT.test(file));

/** All documents below a folder; not those in folders of packages or hidden ones, which nobody means. */
function documentsIn(folder: string, cwd: string): string[] {
  const found: string[] = [];
  const visit = (inner: string): void => {
    for (const entry of readdirSync(resolve(cwd, inner), { withFileTypes: true })) {
      const path = inner === '.' ? entry.name : join(inner, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) visit(path);
      } else if (DOCUMENT.test(entry.name)) found.push(path);
    }
  };
  visit(normalize(folder).replace(/(?<=.)\/$/, ''));
  return found;
}

function glob(pattern: string, cwd: string, exclude?: Exclude): string[] {
  // Loaded only where there is a glob.
  const { globSync } = require('tinyglobby') as typeof import('tinyglobby');
  const found = globSync(pattern, { cwd, onlyFiles: true, expandDirectories: false });
  return exclude === undefined ? found : exclude.from(found, '.', cwd);
}

/** Patterns of the files that are left out of folders and globs, and how many these were. */
export class Exclude {
  /** How many files were left out. */
  count = 0;

  /** @param patterns - Globs; one without a slash means any file or folder of this name, others begin in the working directory. */
  constructor(private readonly patterns: readonly string[]) {}

  /** What is left of files that were found below a folder. */
  from(found: readonly string[], folder: string, cwd: string): string[] {
    const { globSync } = require('tinyglobby') as typeof import('tinyglobby');
    const outside = relative(cwd, resolve(cwd, folder)).startsWith('..');
    const start = outside ? resolve(cwd, folder) : cwd;
    const ignore = this.patterns.map((pattern) => (pattern.includes('/') ? pattern : `**/${pattern}`));
    const all = below(relative(start, resolve(cwd, folder)));
    // The folder is walked again by who knows the patterns: what is not met there is left out.
    const options = { cwd: start, ignore: [...ignore, `${all}/node_modules`], dot: true, absolute: true };
    const kept = new Set(globSync(all, options).map((file) => normalize(file)));
    const left = found.filter((file) => kept.has(resolve(cwd, file)));
    this.count += found.length - left.length;
    return left;
  }
}

function below(folder: string): string {
  const { convertPathToPattern } = require('tinyglobby') as typeof import('tinyglobby');
  return folder === '' ? '**' : `${convertPathToPattern(folder)}/**`;
}

const noFile = (path: string, message: string): Problem => ({
  code: 'no-file',
  severity: 'error',
  path: [],
  message,
  source: { file: path },
});

export const unreadable = (file: string, error: unknown): Problem =>
  isMissing(error)
    ? noFile(file, 'no such file or folder')
    : noFile(file, `cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown reason'}`);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT';
