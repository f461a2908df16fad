// The command as users get it: packed, installed, called by its name. And the app of `init`, installed and run as it is.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { version } from '../../package.json';
import { cleanUp, npm, packed, project, run } from '../package/project';
import { manifest } from './run';

jest.setTimeout(600_000);
afterAll(cleanUp);

let folder: string;
let command: string;
beforeAll(() => {
  folder = project('command', {
    'package.json': { name: 'user', version: '1.0.0', private: true },
    'a.json': manifest('a'),
  });
  npm(folder, ['install', '--legacy-peer-deps', packed()]);
  command = join(folder, 'node_modules/.bin/cdk8s-kam');
});

const call = (args: readonly string[], input = '') =>
  spawnSync(command, args, { cwd: folder, input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

test('--version', () => {
  expect(call(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  [['convert', 'a.json'], 0],
  [['convert', 'none.json'], 1],
  [['convert', '--nothing'], 2],
  [['import', 'a.json'], 0],
  [['validate', 'a.json', '--report', 'json'], 0],
  [['explain', 'a.json'], 0],
  [['schema', 'manifest'], 0],
  [['graph', 'a.json'], 0],
  [['graph', '--html', 'a.json'], 0],
  [['completion', 'zsh'], 0],
  [['convert', '--help'], 0],
])('%j exits with %i', (args, status) => {
  const done = call(args);
  expect({ status: done.status, stderr: done.stderr }).toMatchObject({ status });
  expect(done.stdout === '').toBe(status !== 0);
  expect(done.stderr).not.toMatch(/ {4}at |fault/);
});

test('each verb loads without the peers', () => {
  expect(readdirSync(join(folder, 'node_modules'))).not.toContain('cdk8s');
});

test('standard input and output', () => {
  const text = JSON.stringify(manifest('b'));
  expect(call(['convert', '-'], text).stdout).toContain('name: b\n');
  expect(call(['convert'], text).stdout).toContain('name: b\n');
});

test('a reader that has seen enough is not an error', () => {
  const lines = Array.from({ length: 3000 }, (_, index) => JSON.stringify(manifest(`job-${index}`))).join('\n');
  writeFileSync(join(folder, 'many.jsonl'), lines);
  const script = `set -o pipefail; "${command}" convert many.jsonl 2>err.txt | head -n 1; echo "\${PIPESTATUS[0]}"`;
  expect(execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' })).toBe('apiVersion: batch/v1\n0\n');
  expect(readFileSync(join(folder, 'err.txt'), 'utf8')).toBe('');
});

test.each([
  ['convert', 'many.jsonl', 0],
  // What is wrong is told on standard output.
  ['validate', 'wrong.jsonl', 1],
])('%s tells of what no longer fits into a file', (verb, input, status) => {
  const lines = (more: object): string =>
    Array.from({ length: 3000 }, (_, index) => JSON.stringify({ ...manifest(`job-${index}`), ...more })).join('\n');
  writeFileSync(join(folder, 'many.jsonl'), lines({}));
  writeFileSync(join(folder, 'wrong.jsonl'), lines({ wrong: true }));
  const run = (blocks: string) =>
    spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f ${blocks}; "${command}" ${verb} ${input} > out.txt`], {
      cwd: folder,
      encoding: 'utf8',
    });
  expect(run('unlimited').status).toBe(status);
  const full = run('100');
  expect(full.stderr).toContain('file too large');
  expect(full.status).not.toBe(0);
});

test('a slow reader gets all', async () => {
  writeFileSync(
    join(folder, 'one.jsonl'),
    JSON.stringify(manifest('one', { env: [{ name: 'A', value: 'x'.repeat(800_000) }] })),
  );
  const child = spawn(command, ['convert', 'one.jsonl'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let length = 0;
  for await (const chunk of child.stdout) {
    length += (chunk as Buffer).length;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(length).toBeGreaterThan(800_000);
});

test('memory stays flat over thousands of files', () => {
  const peak = (count: number): number => {
    const files = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${index}.json`,
        manifest(`job-${index}`, { env: [{ name: 'A', value: 'x'.repeat(5000) }] }),
      ]),
    );
    const path = project(`files-${count}`, files);
    const measure = `process.on('exit',()=>process.stderr.write(String(process.resourceUsage().maxRSS)))`;
    const hook = join(folder, 'measure.js');
    writeFileSync(hook, measure);
    const done = spawnSync(
      process.execPath,
      [
        '--require',
        hook,
        join(folder, 'node_modules/cdk8s-kam/dist/cli/bin.js'),
        'convert',
        path,
        '-o',
        join(folder, `out-${count}.yaml`),
      ],
      { encoding: 'utf8' },
    );
    expect(done.status).toBe(0);
    // After what the command says itself.
    return Number(done.stderr.split('\n').at(-1)) / 1024;
  };
  const [few, many] = [peak(100), peak(6000)];
  expect(many).toBeLessThan(250);
  expect(many - few).toBeLessThan(130);
});

test('the app of init passes as it is', () => {
  const tarball = packed();
  const app = project('parent', {});
  expect(spawnSync(command, ['init', 'my-app'], { cwd: app, encoding: 'utf8' }).status).toBe(0);
  const path = join(app, 'my-app');
  // This version may not be published yet: its tarball stands in for it, and nothing else is changed.
  const file = join(path, 'package.json');
  const json = JSON.parse(readFileSync(file, 'utf8'));
  json.dependencies['cdk8s-kam'] = `file:${resolve(tarball)}`;
  writeFileSync(file, JSON.stringify(json));
  npm(path, ['install']);
  run(path, 'npm', ['run', 'synth']);
  const written = readdirSync(join(path, 'dist'));
  expect(written).toEqual(['hello.k8s.yaml']);
  const text = readFileSync(join(path, 'dist/hello.k8s.yaml'), 'utf8');
  expect(text).toContain('timeZone: Europe/Paris');
  run(path, 'npm', ['test']);
  expect(run(path, join(path, 'node_modules/.bin/cdk8s-kam'), ['validate', 'dist'])).toBe('');
});
