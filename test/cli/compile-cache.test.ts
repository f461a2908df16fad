// What is kept of a run for the next one: taken when it fits, never when it does not, and nothing ends because of it. A program of a few files stands
// for the command, installed as it is.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { folderWith } from './run';

const [built] = buildSync({
  entryPoints: [resolve(__dirname, '../../lib/cli/compile-cache.ts')],
  platform: 'node',
  format: 'cjs',
  write: false,
}).outputFiles;
const WORK = `exports.answer = (input) => { if (input.length === 0) throw new Error('nothing'); return input.map((each) => each * 2).join(); };
exports.same = [exports === module.exports, __filename, __dirname, require('./more').name].join();
`;
const BIN = `require('./compile-cache').keepCompiled(__dirname, process);
const { answer, same } = require('./work');
console.log(answer(process.argv.slice(2)), same);
`;

class Installed {
  readonly modules: string;
  readonly folder: string;

  constructor(modules = 'node_modules') {
    const files = { 'compile-cache.js': built!.text, 'work.js': WORK, 'more.js': 'exports.name = "ü";', 'bin.js': BIN };
    const root = folderWith(
      Object.fromEntries(Object.entries(files).map(([file, text]) => [`${modules}/command/dist/cli/${file}`, text])),
    );
    this.modules = join(root, modules);
    this.folder = join(this.modules, 'command/dist/cli');
  }

  get shelf(): string {
    return join(this.modules, '.cache/command');
  }

  get kept(): string {
    return join(this.shelf, 'work.js');
  }

  call(given: { env?: NodeJS.ProcessEnv; flags?: readonly string[]; args?: readonly string[] } = {}) {
    const { NODE_V8_COVERAGE: _, ...own } = process.env;
    const { env = {}, flags = [], args = ['1', '2'] } = given;
    return spawnSync(process.execPath, [...flags, join(this.folder, 'bin.js'), ...args], {
      encoding: 'utf8',
      env: { ...own, ...env },
    });
  }

  isSound(given: Parameters<Installed['call']>[0] = {}, answer = '2,4'): void {
    const { status, stdout, stderr } = this.call(given);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: `${answer} true,${join(this.folder, 'work.js')},${this.folder},ü\n`,
      stderr: '',
    });
  }
}

/** What is written again is another file. */
const fileAt = (path: string): number => statSync(path).ino;

test('the next run takes it, and says the same', () => {
  const program = new Installed();
  program.isSound();
  expect(readdirSync(program.shelf).sort()).toEqual(['more.js', 'work.js']);
  const first = fileAt(program.kept);
  program.isSound();
  expect(fileAt(program.kept)).toBe(first);
});

test('a program that was changed is compiled, also where its length is the same', () => {
  const program = new Installed();
  program.isSound();
  writeFileSync(join(program.folder, 'work.js'), WORK.replace('* 2', '* 3'));
  program.isSound({}, '3,6');
  program.isSound({}, '3,6');
});

test.each<[string, (path: string) => void]>([
  ['nothing', (path) => truncateSync(path)],
  ['the text alone', (path) => truncateSync(path, Buffer.byteLength(WORK))],
  ['a part', (path) => truncateSync(path, Buffer.byteLength(WORK) + 100)],
  ['something else', (path) => writeFileSync(path, 'x'.repeat(5000))],
  ['zeros', (path) => writeFileSync(path, Buffer.concat([Buffer.from(WORK), Buffer.alloc(5000)]))],
])('where %s is left of it, it is made again', (_, damage) => {
  const program = new Installed();
  program.isSound();
  damage(program.kept);
  program.isSound();
  const second = fileAt(program.kept);
  program.isSound();
  expect(fileAt(program.kept)).toBe(second);
});

test('what was kept under other options of V8 is made again', () => {
  const program = new Installed();
  program.isSound();
  program.isSound({ flags: ['--no-opt'] });
  program.isSound();
});

test('a folder that cannot be written changes nothing', () => {
  const program = new Installed();
  writeFileSync(join(program.modules, '.cache'), '');
  program.isSound();
  program.isSound();
});

test.each(['NODE_DISABLE_COMPILE_CACHE', 'NODE_V8_COVERAGE'])('nothing is kept with %s', (name) => {
  const program = new Installed();
  program.isSound({ env: { [name]: join(folderWith({}), 'coverage') } });
  expect(existsSync(program.shelf)).toBe(false);
});

test('nothing is kept of a program that is not installed', () => {
  const program = new Installed('packages');
  program.isSound();
  expect(existsSync(program.shelf)).toBe(false);
});

test('an error says the same line and column, with and without', () => {
  const program = new Installed();
  const errors = [program.call({ args: [] }), program.call({ args: [] })];
  expect(existsSync(program.kept)).toBe(true);
  for (const { status, stderr } of errors) {
    expect(status).toBe(1);
    expect(stderr).toContain(`${join(program.folder, 'work.js')}:1:${WORK.indexOf('new Error') + 1}`);
  }
  expect(readFileSync(program.kept, 'latin1')).toContain('nothing');
});
