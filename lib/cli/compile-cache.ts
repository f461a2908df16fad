// What V8 compiles of the command is kept for the next run, where Node cannot do that itself (before 22.1). It lies where tools keep such things, in
// `node_modules/.cache` of the installation: who can write there could as well change the command.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';

/** What Node calls with the text of a file that it loads; used by many, and part of no documentation. */
interface Compiles {
  _compile: (this: NodeModule, text: string, file: string) => unknown;
}

/** As Node calls it. */
type Wrapped = (exports: unknown, require: NodeJS.Require, module: unknown, file: string, folder: string) => unknown;

const HEAD = '(function (exports, require, module, __filename, __dirname) { ';

/** Keeps what is compiled of the files in `folder`, that of the command, from now on. Elsewhere than in `node_modules` nothing is kept. */
export function keepCompiled(folder: string, process: NodeJS.Process): void {
  const modules = resolve(folder, '../../..');
  if (basename(modules) !== 'node_modules') return;
  const { env } = process;
  if (env['NODE_DISABLE_COMPILE_CACHE'] !== undefined || env['NODE_V8_COVERAGE'] !== undefined) return;
  const shelf = join(modules, '.cache', basename(resolve(folder, '../..')));
  const fresh: Compiled[] = [];
  const loader = Module.prototype as unknown as Compiles;
  const compile = loader._compile;
  loader._compile = function (text, file) {
    if (dirname(file) !== folder) return compile.call(this, text, file);
    const compiled = new Compiled(text, file, join(shelf, basename(file)));
    if (compiled.isFresh) fresh.push(compiled);
    return compiled.run(this);
  };
  process.once('exit', () => {
    for (const compiled of fresh) compiled.keep();
  });
}

/** A file of the command: its text, and what was made of it. */
class Compiled {
  readonly isFresh: boolean;
  readonly #text: Buffer;
  readonly #script: Script;

  constructor(
    text: string,
    readonly file: string,
    readonly home: string,
  ) {
    this.#text = Buffer.from(text);
    const cachedData = this.#kept();
    const options = { filename: file, columnOffset: -HEAD.length };
    this.#script = new Script(`${HEAD}${text}\n})`, { ...options, ...(cachedData && { cachedData }) });
    // Of another version of V8, or of other options.
    this.isFresh = this.#script.cachedDataRejected !== false;
  }

  run(module: NodeModule): unknown {
    const { exports } = module as { exports: unknown };
    const wrapped = this.#script.runInThisContext() as Wrapped;
    return wrapped.call(exports, exports, createRequire(this.file), module, this.file, dirname(this.file));
  }

  /** V8 itself compares no more than the length of the text, so the text is kept beside. */
  #kept(): Buffer | undefined {
    try {
      const all = readFileSync(this.home);
      const { length } = this.#text;
      return all.subarray(0, length).equals(this.#text) ? all.subarray(length) : undefined;
    } catch {
      return undefined;
    }
  }

  /** At the end, with the functions that were called. Where it cannot be written the next run compiles again. */
  keep(): void {
    try {
      mkdirSync(dirname(this.home), { recursive: true });
      const draft = `${this.home}.${process.pid}`;
      try {
        writeFileSync(draft, Buffer.concat([this.#text, this.#script.createCachedData()]));
        renameSync(draft, this.home);
      } finally {
        rmSync(draft, { force: true });
      }
    } catch {
      // As said.
    }
  }
}
