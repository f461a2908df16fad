// How much is installed with the package: its own files and all packages that it depends on, without its peers.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** MB of the package in `root` and of the packages named, with what they need. */
export function installedSize(root: string, dependencies: readonly string[]): number {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [own] = JSON.parse(packed) as [{ unpackedSize: number }];
  const needed = new Set<string>();
  for (const name of dependencies) collect(root, name, needed);
  const bytes = [...needed].reduce((sum, name) => sum + sizeOf(join(root, 'node_modules', name)), own.unpackedSize);
  return bytes / 2 ** 20;
}

function collect(root: string, name: string, found: Set<string>): void {
  if (found.has(name)) return;
  found.add(name);
  const file = join(root, 'node_modules', name, 'package.json');
  const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: Record<string, string> };
  for (const inner of Object.keys(dependencies)) collect(root, inner, found);
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? sizeOf(path) : statSync(path).size);
  }, 0);
