// What the command says when the input is not what is wrong: the system refuses, its reader is gone, or we are at fault.
import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { version } from '../../package.json';
import { cli } from '../../lib/cli';
import { folderWith, manifest, NOW, run } from './run';

/** Runs the command with a standard input that ends in an error. */
async function failing(error: unknown): Promise<{ code: number; out: string; err: string }> {
  const done = { out: '', err: '' };
  const into = (stream: 'out' | 'err') => ({
    write: async (text: string | Uint8Array) => void (done[stream] += String(text)),
  });
  const stdin = {
    async *[Symbol.asyncIterator]() {
      yield '{';
      throw error;
    },
  };
  const code = await cli(['convert', '-'], {
    stdin,
    stdout: into('out'),
    stderr: into('err'),
    cwd: process.cwd(),
    env: {},
    now: () => NOW,
    uninterrupted: (work) => work(),
    onInterrupt: () => () => undefined,
  });
  return { code, ...done };
}

test('an error of Node is a fault of ours, and tells no value', async () => {
  const { code, out, err } = await failing(
    Object.assign(new TypeError('The "path" argument must be a string.\n    at Received "s3cret"'), {
      code: 'ERR_INVALID_ARG_TYPE',
    }),
  );
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^cdk8s-kam: a fault of cdk8s-kam itself, not of the input. Please report it/);
  expect(err).toContain(`\n    cdk8s-kam ${version}, Node.js ${process.version}`);
  expect(err).toContain('\n    TypeError ERR_INVALID_ARG_TYPE\n    at ');
  expect(err).toContain('faults.test.ts:');
  expect(err).not.toMatch(/s3cret|no-file/);
});

test.each([['a text with s3cret'], [undefined], [{ code: 'ENOENT', message: 's3cret' }], [new Error('s3cret')]])(
  'whatever is thrown (%p) is a fault without its value',
  async (error) => {
    const { code, err } = await failing(error);
    expect(code).toBe(1);
    expect(err).toContain('Please report it');
    expect(err).not.toContain('s3cret');
  },
);

test('what the system refuses is said in its words', async () => {
  const { errno, syscall } = { errno: -5, syscall: 'read' };
  const error = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', errno, syscall });
  expect(await failing(error)).toEqual({ code: 1, out: '', err: 'cdk8s-kam: i/o error\n' });
});

const asRoot = process.getuid?.() === 0;
(asRoot ? test.skip : test)('a folder that may not be written to', async () => {
  const cwd = folderWith({ 'a.json': manifest('a'), 'out/x.txt': '' });
  chmodSync(join(cwd, 'out'), 0o500);
  expect((await run(['convert', 'a.json', '-o', 'out/'], { cwd })).err).toContain('permission denied (no-file)');
});

test('a folder where a file is', async () => {
  const cwd = folderWith({ 'a.json': manifest('a'), out: 'a file' });
  const { code, err } = await run(['convert', 'a.json', '-o', 'out/'], { cwd });
  expect(code).toBe(1);
  expect(err).toMatch(/^.*\/out.*: (not a directory|file already exists) \(no-file\)\n$/);
});

/** The command as a process whose standard output nobody reads any more. */
function deserted(args: readonly string[], cwd: string): Promise<{ code: number | null; err: string }> {
  const root = resolve(__dirname, '../..');
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(root, 'lib/cli/bin.ts'), ...args],
    { cwd, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  return new Promise((done) => child.on('close', (code) => done({ code, err })));
}

describe('a reader that has gone', () => {
  const cwd = folderWith({
    'good.json': manifest('good'),
    'bad.json': manifest('bad', { schedule: 'never' }),
    'bad.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: A }\n',
  });

  test.each([
    [['convert', 'good.json'], 0, ''],
    [['validate', 'bad.yaml', '--report', 'json'], 1, ''],
    [['validate', 'bad.json', 'bad.yaml'], 1, '2 objects checked (1 document, 1 ConfigMap): 2 errors, 0 warnings\n'],
  ])('%j ends with %i', async (args, code, err) => {
    expect(await deserted(args, cwd)).toEqual({ code, err });
  });
});
