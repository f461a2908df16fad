// --watch: a person edits, saves as editors do, and presses Ctrl-C.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type Done, folderWith, manifest, put, run } from './run';

jest.setTimeout(60_000);

/** Calls the command, and does one step each time that it waits; then Ctrl-C. */
async function watched(argv: string[], cwd: string, steps: readonly (() => void)[], tty = false): Promise<Done> {
  const left = [...steps];
  let stop = (): void => undefined;
  return await run([...argv, '--watch'], {
    cwd,
    tty,
    onInterrupt: (how) => {
      stop = how;
      return () => (stop = (): void => undefined);
    },
    see: (text) => {
      if (!text.includes('watching;')) return;
      const step = left.shift();
      // After it has begun to wait.
      setTimeout(() => (step ?? stop)(), 20);
    },
  });
}

const good = manifest('a');
const bad = manifest('A');

test('again when a file is saved in place, replaced, made or removed; ends with the last code', async () => {
  const cwd = folderWith({ 'tasks/a.json': good });
  const { code, out, err } = await watched(['validate', 'tasks'], cwd, [
    () => put(cwd, { 'tasks/a.json': bad }),
    () => {
      writeFileSync(join(cwd, 'tasks/.a.json.swp'), JSON.stringify(good));
      renameSync(join(cwd, 'tasks/.a.json.swp'), join(cwd, 'tasks/a.json'));
    },
    () => {
      mkdirSync(join(cwd, 'tasks/new'));
      put(cwd, { 'tasks/new/b.json': bad });
    },
  ]);
  expect(code).toBe(1);
  expect(err.match(/^(?:changed: .*|\d+ objects? checked.*: .*)$/gm)).toEqual([
    '1 object checked: 0 errors, 0 warnings',
    'changed: tasks/a.json',
    expect.stringMatching(/^1 object checked: [1-9]/),
    'changed: tasks/a.json',
    '1 object checked: 0 errors, 0 warnings',
    'changed: tasks/new/b.json',
    expect.stringMatching(/^2 objects checked.*: [1-9]/),
  ]);
  expect(out).toContain('tasks/new/b.json:1:');
  expect(err + out).not.toContain('\u001b');
});

test('a single file that an editor replaces, and an output among the inputs', async () => {
  const cwd = folderWith({ 'a.json': good });
  const { code, err } = await watched(['convert', 'a.json', '-o', 'out.yaml'], cwd, [
    () => {
      put(cwd, { 'a.json~': manifest('b') });
      renameSync(join(cwd, 'a.json~'), join(cwd, 'a.json'));
    },
  ]);
  expect(code).toBe(0);
  expect(err).toBe(
    'wrote 1 object to out.yaml\nwatching; Ctrl-C ends it\nchanged: a.json\nwrote 1 object to out.yaml\nwatching; Ctrl-C ends it\n',
  );
  expect(readFileSync(join(cwd, 'out.yaml'), 'utf8')).toContain('name: b');
});

test('a terminal is cleared, a broken file of options can be mended', async () => {
  const cwd = folderWith({ 'a.json': good, 'o.yaml': 'labels: 3' });
  const { code, err } = await watched(
    ['validate', 'a.json', '--options', 'o.yaml'],
    cwd,
    [() => put(cwd, { 'o.yaml': 'labels: { a: b }' })],
    true,
  );
  expect(code).toBe(0);
  expect(err).toContain('\u001b[2J\u001b[Hchanged: o.yaml\n');
});

test('standard input cannot be watched', async () => {
  expect(await run(['validate', '--watch'], { stdin: '{}' })).toMatchObject({
    code: 2,
    err: expect.stringContaining('--watch is for files'),
  });
});

test('a process ends cleanly with Ctrl-C', async () => {
  const cwd = folderWith({ 'a.json': good });
  const bin = resolve(__dirname, '../../lib/cli/bin.ts');
  const tsx = require.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, bin, 'validate', 'a.json', '--watch'], { cwd });
  let err = '';
  child.stderr.on('data', (text: Buffer) => {
    err += text.toString();
    if (err.includes('watching;')) child.kill('SIGINT');
  });
  const ended = await new Promise<unknown[]>((done) => child.on('exit', (...how) => done(how)));
  expect({ ended, err }).toEqual({
    ended: [0, null],
    err: '1 object checked: 0 errors, 0 warnings\nwatching; Ctrl-C ends it\n',
  });
});
