// Files that are there whole or not at all: written beside their place and then renamed.
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ProblemError } from '../report/problem-error';
import { utf8Bytes } from '../text/bytes';
import type { Io, Output } from './io';

type Fill = (output: Pick<Output, 'write'>) => Promise<void>;

/** Writes a file in one step. A symbolic link stays one; what is no regular file (`/dev/stdout`, a pipe) is written to. */
export async function writeWhole(file: string, io: Io, fill: Fill): Promise<void> {
  const path = resolve(io.cwd, file);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile()) await writeOpened(opened(path, path, 'w', 0o666), fill);
  else await io.uninterrupted(() => replace(path, stat?.mode, fill));
}

/**
 * Writes a file that people go on to edit: one that is there already is only written over when it holds the same.
 * @throws ProblemError when it holds something else
 */
export async function writeNew(file: string, io: Io, text: string): Promise<void> {
  const path = resolve(io.cwd, file);
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  if (isFile && readFileSync(path, 'utf8') !== text) {
    const message = 'is there already and holds something else, so that it is left alone';
    const hint = 'Move the file away, or write to another one';
    throw new ProblemError([{ code: 'file-exists', severity: 'error', path: [], message, hint, source: { file } }]);
  }
  await writeWhole(file, io, (output) => output.write(text));
  await io.stderr.write(`wrote ${file}\n`);
}

async function replace(path: string, mode: number | undefined, fill: Fill): Promise<void> {
  const place = mode === undefined ? path : realpathSync(path);
  const target = join(dirname(place), `.${basename(place).slice(0, 200)}.${process.pid}`);
  const file = opened(path, target, 'wx', mode === undefined ? 0o666 : mode & 0o777);
  try {
    await writeOpened(file, fill, () => fsyncSync(file));
    renameSync(target, place);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}

async function writeOpened(file: number, fill: Fill, then?: () => void): Promise<void> {
  try {
    await fill({ write: async (text) => writeAll(file, typeof text === 'string' ? utf8Bytes(text) : text) });
    then?.();
  } finally {
    closeSync(file);
  }
}

/** The error names the file that was asked for, not the one beside it. */
function opened(path: string, target: string, flags: string, mode: number): number {
  try {
    return openSync(target, flags, mode);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such folder' : (message.split(',')[0] ?? '');
    throw new ProblemError([
      { code: 'no-file', severity: 'error', path: [], message: `cannot be written: ${reason}`, source: { file: path } },
    ]);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
