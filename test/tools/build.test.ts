// The cache of the judges: made once, whole or not at all, and not held up by a process that died.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from './build';

let home: string;
const before = process.env['XDG_CACHE_HOME'];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cache-'));
  process.env['XDG_CACHE_HOME'] = home;
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  if (before === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = before;
  jest.restoreAllMocks();
  rmSync(home, { recursive: true });
});

const write = (text: string) => jest.fn((folder: string) => writeFileSync(join(folder, 'file'), text));

test('the same inputs are made once, others again', () => {
  const make = write('a');
  const folder = cached('tool', ['1'], make);
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('a');
  expect(cached('tool', ['1'], make)).toBe(folder);
  expect(make).toHaveBeenCalledTimes(1);
  expect(cached('tool', ['2'], make)).not.toBe(folder);
  expect(make).toHaveBeenCalledTimes(2);
  expect(folder.startsWith(join(home, 'cdk8s-kam', 'tool-'))).toBe(true);
});

test('what fails half way leaves nothing behind and is tried again', () => {
  const fail = (folder: string): void => {
    writeFileSync(join(folder, 'half'), '');
    throw new Error('no compiler');
  };
  expect(() => cached('tool', ['1'], fail)).toThrow('no compiler');
  expect(readdirSync(join(home, 'cdk8s-kam'))).toEqual([]);
  expect(existsSync(join(cached('tool', ['1'], write('a')), 'file'))).toBe(true);
});

test('the lock of a process that is gone is taken over', () => {
  const folder = cached('tool', ['1'], write('a'));
  rmSync(folder, { recursive: true });
  mkdirSync(join(home, 'cdk8s-kam'), { recursive: true });
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(`${folder}.lock`, String(pid));
  expect(cached('tool', ['1'], write('b'))).toBe(folder);
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('b');
  expect(existsSync(`${folder}.lock`)).toBe(false);
});
