// Builds and fetches what the programs run on, and the programs, before any test starts. What is up to date is left alone.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { elasticMqJars, missingTools } from './elasticmq';
import { buildKubernetes } from './kubernetes';

const root = resolve(__dirname, '../..');

export default function setUp(): void {
  buildKubernetes();
  if (missingTools === undefined) elasticMqJars();
  buildLibrary();
  for (const name of readdirSync(join(root, 'examples'))) {
    const example = join(root, 'examples', name);
    if (existsSync(join(example, 'package-lock.json'))) buildExample(example);
  }
}

/** The examples' programs use the library as it is published. */
function buildLibrary(): void {
  const built = join(root, 'dist/core.d.ts');
  const sources = ['lib', 'core', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
  );
  const changed = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  if (!existsSync(built) || statSync(built).mtimeMs < changed) npm(root, 'run', '--silent', 'build');
}

/** Installed when its lock file is another; checked by the compiler and built each time. */
function buildExample(folder: string): void {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const note = join(folder, 'node_modules/.installed-lock.json');
  if (!existsSync(note) || readFileSync(note, 'utf8') !== lock) {
    npm(folder, 'ci', '--no-audit', '--no-fund');
    writeFileSync(note, lock);
  }
  npm(folder, 'run', '--silent', 'typecheck');
  npm(folder, 'run', '--silent', 'build');
}

const npm = (cwd: string, ...args: string[]): void => void execFileSync('npm', args, { cwd, stdio: ['ignore', 2, 2] });
