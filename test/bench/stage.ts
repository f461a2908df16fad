// The package as it is published and the rows, compiled into a folder of this run.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { buildPrograms } from '../../scripts/build';

export const root = resolve(__dirname, '../..');

/** What the rows run. */
export interface Stage {
  readonly folder: string;
  /** The compiled command. */
  readonly command: string;
  /** A script that writes the most memory of its process, in MB, and its seconds of processors to the file $BENCH_MEMORY. */
  readonly memory: string;
  remove(): void;
}

/** Compiles the package and the rows. Below node_modules, so that the peers are found, and away from dist, which may be built anew meanwhile. */
export async function stageOf(...scripts: readonly string[]): Promise<Stage> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-'));
  const library = join(folder, 'node_modules', 'cdk8s-kam');
  await buildPrograms(join(library, 'dist'));
  cpSync(join(root, 'package.json'), join(library, 'package.json'));
  buildSync({
    entryPoints: scripts.map((script) => join(__dirname, script)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    packages: 'external',
    alias: { 'cdk8s-kam': 'cdk8s-kam' },
    tsconfigRaw: {},
  });
  const memory = join(folder, 'memory.js');
  writeFileSync(
    memory,
    `process.on('exit', () => {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
      require('fs').writeFileSync(process.env.BENCH_MEMORY, maxRSS / 1024 + ' ' + (userCPUTime + systemCPUTime) / 1e6);
    });\n`,
  );
  return {
    folder,
    command: join(library, 'dist', 'cli', 'bin.js'),
    memory,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
