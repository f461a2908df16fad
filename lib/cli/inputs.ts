// The documents that a verb was given: files, folders, globs and standard input, one after the other.
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import type { Problem } from '../problem';
import { type Io, readAll } from './io';
import { type Args, UsageError } from './verb';

/** One text to read. */
export interface Input {
  /** As the user wrote it, for messages; `-` for standard input. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What was found: a text, or why there is none. */
export type Found = { readonly input: Input } | { readonly problem: Problem };

/**
 * Reads the operands in their order, the files of a folder or glob by name; without an operand standard input.
 * @throws UsageError when there is nothing to read
 */
export async function* readInputs(operands: readonly string[], io: Io): AsyncGenerator<Found> {
  if (operands.length === 0 && io.stdin.isTTY) {
    throw new UsageError('needs a file, a folder, a glob in quotes, or - for standard input');
  }
  if (operands.filter((operand) => operand === '-').length > 1) {
    throw new UsageError('standard input can be read only once');
  }
  for (const operand of operands.length === 0 ? ['-'] : operands) {
    if (operand === '-') {
      yield { input: { file: '-', bytes: await readAll(io.stdin) } };
      continue;
    }
    const { files, problem } = filesOf(operand, io.cwd);
    if (problem !== undefined) yield { problem };
    for (const file of files) yield readInput(file, io.cwd);
  }
}

function readInput(file: string, cwd: string): Found {
  try {
    return { input: { file, bytes: readFileSync(resolve(cwd, file)) } };
  } catch (error) {
    return { problem: unreadable(file, error) };
  }
}

const DOCUMENT = /\.(?:json|jsonl|ndjson|yaml|yml)$/i;

function filesOf(path: string, cwd: string): { files: string[]; problem?: Problem } {
  try {
    const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) return someOf(path, documentsIn(path, cwd));
    if (stat !== undefined) return { files: [path] };
    if (/[*?[{]/.test(path)) return someOf(path, glob(path, cwd));
    return { files: [], problem: noFile(path, 'no such file or folder') };
  } catch (error) {
    return { files: [], problem: unreadable(path, error) };
  }
}

const someOf = (path: string, files: string[]): { files: string[]; problem?: Problem } =>
  files.length > 0 ? { files: files.sort() } : { files, problem: noFile(path, 'no document is there') };

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

function glob(pattern: string, cwd: string): string[] {
  const { globSync } = require('tinyglobby') as typeof import('tinyglobby');
  return globSync(pattern, { cwd, onlyFiles: true, expandDirectories: false });
}

const noFile = (path: string, message: string): Problem => ({
  code: 'no-file',
  severity: 'error',
  path: [],
  message,
  source: { file: path },
});

const unreadable = (file: string, error: unknown): Problem =>
  noFile(file, `cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown reason'}`);

/**
 * An output that is one of the inputs would be written over before anybody has seen that it came out well.
 * @throws UsageError
 */
export function refuseInput(output: string, { operands }: Args, { cwd }: Io): void {
  if (output === '-') return;
  const target = realPath(resolve(cwd, output));
  if (target !== undefined && operands.some((operand) => realPath(resolve(cwd, operand)) === target)) {
    throw new UsageError(`${output} is an input, and would be written over`);
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
