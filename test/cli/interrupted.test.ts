// Ctrl-C, and the signal by which services and CI end a process: nothing that is half done is left behind.
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { processIo } from '../../lib/cli/io';
import { folderWith, manifest } from './run';

test.each([
  ['SIGINT', 'out/'],
  ['SIGINT', 'out.yaml'],
  ['SIGINT', '-'],
  ['SIGTERM', 'out/'],
] as const)('%s while documents are read for %s', async (signal, output) => {
  const cwd = folderWith({ 'a.json': manifest('a', { 'no-such-key': true }) });
  const root = resolve(__dirname, '../..');
  const child = spawn(
    process.execPath,
    [
      ...['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(root, 'lib/cli/bin.ts')],
      ...['convert', 'a.json', '-', '-o', output, '--on-loss', 'warn'],
    ],
    { cwd },
  );
  const ended = once(child, 'close');
  // The first document is there, with a warning; the second one never comes.
  const [warning] = (await once(child.stderr, 'data')) as [Buffer];
  expect(String(warning)).toContain('warning: ');
  child.kill(signal);
  expect(await ended).toEqual([null, signal]);
  expect(readdirSync(cwd)).toEqual(['a.json']);
});

class Process extends EventEmitter {
  readonly pid = 42;
  readonly env = {};
  readonly versions = {};
  readonly killed: unknown[] = [];
  readonly cwd = (): string => '/';
  readonly kill = (...args: unknown[]): void => void this.killed.push(args);
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s while files are written is heard when all are there', async (signal) => {
  const process = new Process();
  const steps: string[] = [];
  const io = processIo(process as unknown as NodeJS.Process);
  const result = await io.uninterrupted(async () => {
    process.emit(signal, signal);
    steps.push(`heard: ${process.killed.length}`);
    return 'done';
  });
  expect({ result, steps, killed: process.killed }).toEqual({
    result: 'done',
    steps: ['heard: 0'],
    killed: [[42, signal]],
  });
  expect(process.eventNames()).toEqual([]);
});

test('an error is heard, and nobody who was not called', async () => {
  const process = new Process();
  const io = processIo(process as unknown as NodeJS.Process);
  await expect(io.uninterrupted(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect({ killed: process.killed, listening: process.eventNames() }).toEqual({ killed: [], listening: [] });
});
