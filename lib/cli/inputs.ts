// The documents that a verb was given: files, folders, globs and standard input, one after the other; long texts of many documents piece by piece.
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '../report/problem';
import { blocksOfFile, Exclude, type Files, filesOf, readDocumentFiles, unreadable } from '../text/files';
import type { NamedText } from '../text/parse';
import { type Piece, Pieces } from '../text/pieces';
import { blocksOf, type Io } from './io';
import { type Args, UsageError, valuesOf } from './verb';

/** One text to read, or a piece of one. */
export interface Input extends Piece {
  /** As the user wrote it, for messages; `-` for standard input. */
  readonly file: string;
  /** The other KCL sources of the same stack, to be read together with it. */
  readonly others?: readonly NamedText[];
  /** The user wrote its name, and did not come by it in a folder or glob. */
  readonly named: boolean;
}

/** What was found: a text, or why there is none. */
export type Found = { readonly input: Input } | { readonly problem: Problem };

/**
 * Reads the operands in their order, the files of a folder or glob by name; without an operand standard input. `left` counts what --exclude
 * leaves out.
 * @throws UsageError when there is nothing to read
 */
export async function* readInputs({ operands, flags }: Args, io: Io, left = excludeOf(flags)): AsyncGenerator<Found> {
  if (operands.length === 0 && io.stdin.isTTY) {
    throw new UsageError('needs a file, a folder, a glob in quotes, or - for standard input');
  }
  if (operands.filter((operand) => operand === '-').length > 1) {
    throw new UsageError('standard input can be read only once');
  }
  for (const operand of operands.length === 0 ? ['-'] : operands) {
    if (operand === '-') {
      const pieces = new Pieces('-');
      for await (const block of blocksOf(io.stdin)) {
        const piece = pieces.add(block);
        if (piece !== undefined) yield { input: { file: '-', named: true, ...piece } };
      }
      yield { input: { file: '-', named: true, ...pieces.end() } };
      continue;
    }
    const { files, problems } = filesOf(operand, io.cwd, left);
    for (const problem of problems) yield { problem };
    for (const group of files) {
      const [file] = group;
      const blocks = group.length === 1 ? blocksOfFile(file, io.cwd) : undefined;
      if (blocks === undefined) yield readGroup(group, operand, io);
      else yield* piecesOf(file, file === operand, blocks);
    }
  }
}

/** What is said where all inputs are empty. */
export const nothingRead = ({ operands }: Args): string =>
  `${operands.length === 0 ? 'standard input holds no document' : 'no document there'}, so that nothing was written\n`;

/** What --exclude leaves out of folders and globs. */
export function excludeOf({ exclude }: Args['flags']): Exclude | undefined {
  return exclude === undefined ? undefined : new Exclude(valuesOf(exclude));
}

function readGroup(group: Files, operand: string, { cwd }: Io): Found {
  const read = readDocumentFiles(group, cwd);
  if ('problem' in read) return read;
  const [{ file, text }, ...others] = read.sources;
  return { input: { file, bytes: text, named: file === operand, ...(others.length > 0 && { others }) } };
}

function* piecesOf(file: string, named: boolean, blocks: Iterable<Uint8Array>): Generator<Found> {
  const pieces = new Pieces(file);
  try {
    for (const block of blocks) {
      const piece = pieces.add(block);
      if (piece !== undefined) yield { input: { file, named, ...piece } };
    }
    yield { input: { file, named, ...pieces.end() } };
  } catch (error) {
    yield { problem: unreadable(file, error) };
  }
}

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
