// lib -> dist. Each entry is one file, and what the entries share is a chunk beside them (no class exists twice): 150 small modules take 50 ms
// to load, one file takes 15. zod is inside, without the parts that nothing uses. The command is cut in the same way, a file a verb. The
// declarations are rolled up, so that only what is public is published.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type Plugin, transform } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { dependencies, peerDependencies } from '../package.json';

const root = resolve(__dirname, '..');
const dist = join(root, 'dist');
const declarations = join(dist, 'declarations');

const library = ['index', 'core'];
const external = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
const bundled = ['zod'];

async function main(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  await buildPrograms(dist);
  await rollDeclarations();
}

/** All but the declarations. */
export async function buildPrograms(folder: string): Promise<void> {
  await bundle(
    library.map((name) => `lib/${name}.ts`),
    folder,
  );
  await bundle(['lib/cli/bin.ts', ...loadedByCommand('lib/cli')], join(folder, 'cli'), [keptRequires]);
}

/** What the command loads when a verb is called. */
function loadedByCommand(folder: string): string[] {
  const texts = readdirSync(join(root, folder)).map((file) => readFileSync(join(root, folder, file), 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(/\brequire\('\.\/([\w-]+)'\)/g)].map(([, name]) => name!));
  return [...new Set(names)]
    .sort()
    .map((name) => `${folder}/${name}.ts`)
    .filter((file) => existsSync(join(root, file)));
}

/** The command's files still load each other when a verb is called. */
const keptRequires: Plugin = {
  name: 'kept-requires',
  setup: (builder) =>
    builder.onResolve({ filter: /^\.\/[\w-]+$/ }, ({ kind, path }) =>
      kind === 'require-call' ? { path: `${path}.js`, external: true } : undefined,
    ),
};

/** esbuild splits only ES modules: it splits first, then each file becomes CommonJS. */
async function bundle(entryPoints: string[], outdir: string, plugins: Plugin[] = []): Promise<void> {
  const options = { platform: 'node', target: 'node20' } as const;
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    external,
    plugins,
    chunkNames: 'shared-[hash]',
    metafile: true,
    write: false,
  });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, { ...options, format: 'cjs', banner: '"use strict";' });
    const inputs = Object.keys(metafile.outputs[relative(root, path)]?.inputs ?? {});
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code + licences(inputs));
  }
}

/** The licences of the packages that are part of a file. */
const licences = (inputs: readonly string[]): string =>
  bundled
    .filter((name) => inputs.some((input) => input.startsWith(`node_modules/${name}/`)))
    .map((name) => `/*!\n${name}\n\n${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim()}\n*/\n`)
    .join('');

async function rollDeclarations(): Promise<void> {
  const tsc = require.resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', declarations], {
    cwd: root,
    stdio: 'inherit',
  });
  const { write } = await rollup({
    input: Object.fromEntries(library.map((name) => [name, join(declarations, `${name}.d.ts`)])),
    plugins: [dts()],
    external,
    // It tells of inner types that no entry exports: they are inner on purpose.
    onLog: () => undefined,
  });
  await write({
    dir: dist,
    entryFileNames: '[name].d.ts',
    chunkFileNames: 'shared.d.ts',
    minifyInternalExports: false,
  });
  rmSync(declarations, { recursive: true });
}

if (require.main === module) void main();
