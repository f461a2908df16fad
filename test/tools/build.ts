// Builds the external judges of the tests (Go programs, schemas) once and keeps them outside the repository, in
// $XDG_CACHE_HOME/cdk8s-kam or ~/.cache/cdk8s-kam. A folder there appears whole (by rename) and never changes.
import { release } from '../../scripts/releases';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Minor, MINORS } from '../../lib/kube/api/minors';

/** A minor of Kubernetes: an oracle and the schemas can be built for each that the library knows. */
export type Version = Minor;

export const [oldest, newest]: readonly [Version, Version] = [MINORS[0], MINORS.at(-1)!];

/**
 * What everything is judged by: the oldest minor and the newest. VERSIONS=all takes all, VERSIONS=turn one of those between too, the next with
 * each commit, and VERSIONS=1.28,1.31 those.
 */
export const versions: readonly Version[] = chosen(process.env['VERSIONS'] ?? '');

function chosen(text: string): readonly Version[] {
  if (text === 'all') return MINORS;
  if (text === 'turn') {
    const commits = Number(execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: __dirname, encoding: 'utf8' }));
    return [oldest, MINORS[1 + (commits % (MINORS.length - 2))]!, newest];
  }
  return text === '' ? [oldest, newest] : MINORS.filter((minor) => text.split(',').includes(minor));
}

export { release };

/**
 * The folder `<cache>/<name>-<hash of inputs>`, made by `make` if it is not there yet. Of several processes that ask for it at once, one
 * makes it and the others wait.
 */
export function cached(name: string, inputs: readonly string[], make: (folder: string) => void): string {
  const root = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'cdk8s-kam');
  const hash = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
  const folder = join(root, `${name}-${hash}`);
  if (existsSync(folder)) return folder;
  mkdirSync(root, { recursive: true });
  const unlock = lock(`${folder}.lock`);
  try {
    if (existsSync(folder)) return folder;
    const half = `${folder}.${process.pid}`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half);
    const start = Date.now();
    process.stderr.write(`building ${name} (once, into ${root}) …\n`);
    try {
      make(half);
      moveInto(half, folder);
    } finally {
      rmSync(half, { recursive: true, force: true });
    }
    process.stderr.write(`built ${name} in ${Math.round((Date.now() - start) / 1000)} s\n`);
    return folder;
  } finally {
    unlock();
  }
}

/** Two processes may have taken over one lock: the first to finish wins, both results are the same. */
function moveInto(half: string, folder: string): void {
  try {
    renameSync(half, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Runs the go command; what it prints goes to standard error, what it answers is returned. */
export function go(cwd: string, args: readonly string[], env: Record<string, string> = {}): string {
  return execFileSync('go', args, {
    cwd,
    env: { ...process.env, GOFLAGS: '', GOWORK: 'off', CGO_ENABLED: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

/** The folder of a Go module in the module cache, downloaded if need be. */
export function goModule(module: string): string {
  const found: { Dir: string } = JSON.parse(go('/', ['mod', 'download', '-json', module]));
  return found.Dir;
}

let goVersion: string | undefined;

/** What a Go program is built from: the files of its folder and the compiler. */
export function goInputs(folder: string): string[] {
  goVersion ??= go('/', ['env', 'GOVERSION']).trim();
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).sort();
  return [goVersion, ...names.flatMap((name) => [name, readFileSync(join(folder, name), 'utf8')])];
}

/** Takes a lock by making a file; one whose process is gone is taken over. Returns how to give it back. */
export function lock(file: string): () => void {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    if (abandoned(file)) rmSync(file, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function abandoned(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // A file without a number is being written this moment, or its writer died before it could.
    if (pid === 0) return Date.now() - statSync(file).mtimeMs > 10_000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** Not by instanceof: inside a jest test, Node's errors are of another realm. */
function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
