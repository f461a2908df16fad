// Files that are there whole or not at all: written beside their place and then renamed.
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../report/problem-error';
import type { Output } from './io';

/** Writes a file in one step. A symbolic link stays one; what is no regular file (`/dev/stdout`, a pipe) is written to. */
export async function writeWhole(path: string, fill: (output: Pick<Output, 'write'>) => Promise<void>): Promise<void> {
  const stat = statSync(path, { throwIfNoEntry: false });
  const special = stat !== undefined && !stat.isFile();
  const place = stat === undefined || special ? path : realpathSync(path);
  const target = special ? place : join(dirname(place), `.${basename(place).slice(0, 200)}.${process.pid}`);
  const file = opened(path, target, special ? 'w' : 'wx', stat?.isFile() ? stat.mode & 0o777 : 0o666);
  try {
    try {
      await fill({ write: async (text) => writeAll(file, typeof text === 'string' ? Buffer.from(text) : text) });
      if (!special) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!special) renameSync(target, place);
  } catch (error) {
    if (!special) rmSync(target, { force: true });
    throw error;
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
