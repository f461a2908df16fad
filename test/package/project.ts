// Projects of users, made in a temporary folder: the packed tarball is all that they have of us.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { devDependencies } from '../../package.json';
import { lock } from '../tools/build';

const root = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'package-'));

/** Removes all projects. */
export const cleanUp = (): void => rmSync(folder, { recursive: true, force: true });

/** The peers, at the versions that we develop with. */
export const peers = ['cdk8s', 'constructs', 'cdk8s-plus-28'].map(
  (name) => [name, devDependencies[name as keyof typeof devDependencies]] as const,
);

let tarball: string | undefined;

/** The package as `npm pack` makes it (it builds first), once. Test files that run at the same time wait for each other. */
export function packed(): string {
  tarball ??= pack();
  return tarball;
}

function pack(): string {
  const unlock = lock(join(tmpdir(), 'cdk8s-kam-pack.lock'));
  try {
    npm(root, ['pack', '--pack-destination', folder]);
  } finally {
    unlock();
  }
  return join(
    folder,
    readdirSync(folder).find((file) => file.endsWith('.tgz'))!,
  );
}

/** A project with these files, not installed yet. */
export function project(name: string, files: Readonly<Record<string, string | object>>): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files))
    writeFileSync(join(path, file), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

/** What a program answers; an error with all that it said when it fails. */
export function run(cwd: string, file: string, args: readonly string[]): string {
  try {
    const env = { ...process.env, CDK8S_OUTDIR: '', NODE_ENV: '', NODE_OPTIONS: '' };
    return execFileSync(file, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${file} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
}

export const node = (cwd: string, ...args: string[]): string => run(cwd, process.execPath, args);

/** A program of a project's own node_modules. */
export const bin = (cwd: string, name: string, ...args: string[]): string =>
  run(cwd, join(cwd, 'node_modules/.bin', name), args);

/** A program of our node_modules, run in a project. */
export const ourBin = (cwd: string, name: string, ...args: string[]): string =>
  run(cwd, join(root, 'node_modules/.bin', name), args);

export function npm(cwd: string, args: readonly string[]): string {
  return run(cwd, 'npm', [...args, '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts=false']);
}

/** Bytes of a folder. */
export function sizeOf(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
