// What the package says of itself.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface PackageJson {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The package.json above this file, wherever the build has put it. */
export function packageJson(): PackageJson {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    try {
      return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
    } catch (error) {
      if (folder === dirname(folder)) throw error;
    }
  }
}
