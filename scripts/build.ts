// lib -> dist. Each entry is one file, and what the entries share is a chunk beside them (no class exists twice): 150 small modules take 50 ms
// to load, one file takes 15. zod is inside, without the parts that nothing uses, in files that are loaded when something has a wrong shape; js-yaml is
// in the one that is loaded for YAML. The command is cut in the same way, a file a verb. The declarations are a file each, as the sources are, without
// what no public name leads to.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { build, type Plugin, transform } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { dependencies, peerDependencies } from '../package.json';
import { withCheapSpreads } from './cheap-spreads';

const root = resolve(__dirname, '..');
const dist = join(root, 'dist');
const declarations = join(dist, 'declarations');

const library = ['index', 'core', 'testing'];
/** What is seldom asked for: files of their own, by the name that they get. */
const LATE: Readonly<Record<string, string>> = {
  rare: 'lib/kube/kinds/rare.ts',
  'rare-fields': 'lib/kube/api/tables/rare.ts',
  admission: 'lib/kube/set/admission.ts',
  divide: 'lib/kube/set/divide.ts',
  yaml: 'lib/text/yaml.ts',
  kcl: 'lib/text/kcl.ts',
  'wrong-shape': 'lib/shape/wrong-shape.ts',
  ignore: 'lib/report/ignore.ts',
  'json-schema': 'lib/shape/to-json-schema.ts',
};
const external = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
const options = { platform: 'node', target: 'node20', absWorkingDir: root, bundle: true, metafile: true } as const;

async function main(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  await buildPrograms(dist);
  await rollDeclarations();
}

/** All but the declarations. */
export async function buildPrograms(folder: string): Promise<void> {
  const groups = new Map(library.map((name) => [name, groupsOf(name)]));
  const texts = new Map([...groups.values()].flat());
  const entries = Object.fromEntries([...texts.keys()].map((name) => [name, `group:${name}`]));
  const cuts = await cut(entries, folder, [calendarAt('./cron-parser.js'), keptRequires, groupFiles(texts)]);
  const names = await write(cuts, folder, [], (code) => code);
  for (const [entry, own] of groups) {
    writeFileSync(join(folder, `${entry}.js`), entryOf(own.map(([group]) => [group, names.get(group)!])));
  }
  const command = ['lib/cli/bin.ts', ...loadedByCommand('lib/cli')];
  const cli = join(folder, 'cli');
  const verbs = Object.fromEntries(command.map((path) => [basename(path, '.ts'), path]));
  const parts = await cut(verbs, cli, [calendarAt('../cron-parser.js'), keptRequires]);
  // Nobody reads the command, so it is made short.
  await write(parts, cli, ['main', 'convert'], async (code) => (await transform(code, SHORT)).code);
  await bundleCalendar(join(folder, 'cron-parser.js'));
}

/** The groups of names of an entry: what the comment above each calls it, and its lines. */
function groupsOf(entry: string): [name: string, text: string][] {
  const [, ...groups] = readFileSync(join(root, 'lib', `${entry}.ts`), 'utf8').split(/^\/\/ (?=.*\nexport )/m);
  return groups.flatMap((text): [string, string][] => {
    const other = /^export \* from '\.\/(\w+)';$/m.exec(text)?.[1];
    const [title = ''] = text.split('\n');
    return other === undefined ? [[title.toLowerCase().replaceAll(' ', '-'), `// ${text}`]] : groupsOf(other);
  });
}

/** Groups as files in lib. */
const groupFiles = (texts: ReadonlyMap<string, string>): Plugin => ({
  name: 'groups',
  setup: (builder) => {
    builder.onResolve({ filter: /^group:/ }, ({ path }) => ({ path: path.slice('group:'.length), namespace: 'group' }));
    builder.onLoad({ filter: /./, namespace: 'group' }, ({ path }) => ({
      contents: texts.get(path)!,
      loader: 'ts',
      resolveDir: join(root, 'lib'),
    }));
  },
});

/** A file that has all names of some groups, and loads a group when one of its names is first asked for. */
function entryOf(groups: readonly (readonly [file: string, names: readonly string[]])[]): string {
  const all = groups.flatMap(([, names]) => names);
  const lines = groups.map(([file, names]) => `later(${JSON.stringify(names)}, () => require("./${file}.js"));`);
  return `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
function later(names, load) {
  const define = (name, how) => Object.defineProperty(exports, name, { enumerable: true, configurable: true, ...how });
  const get = (name) => () => {
    const group = load();
    for (const each of names) define(each, { value: group[each] });
    return group[name];
  };
  for (const name of names) define(name, { get: get(name) });
}
${lines.join('\n')}
// For those who read the names of a module without running it.
0 && (module.exports = { ${all.join(', ')} });
`;
}

/** cron-parser brings 5 MB, of which it uses a part, and only a schedule's next runs ask for it: that part is a file of its own. */
async function bundleCalendar(outfile: string): Promise<void> {
  const entryPoints = [require.resolve('cron-parser')];
  const { outputFiles, metafile } = await build({ ...options, entryPoints, outfile, format: 'cjs', write: false });
  writeFileSync(outfile, outputFiles[0]!.text + licences(Object.keys(metafile.inputs)));
}

const calendarAt = (path: string): Plugin => ({
  name: 'calendar',
  setup: (builder) => builder.onResolve({ filter: /^cron-parser$/ }, () => ({ path, external: true })),
});

/** What the command loads when a verb is called. */
function loadedByCommand(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const loaded = files.flatMap((file) =>
    [...readFileSync(join(root, folder, file), 'utf8').matchAll(/\brequire\('(\.[^']*)'\)/g)].map(([, path]) =>
      join(folder, dirname(file), `${path}.ts`),
    ),
  );
  return [...new Set(loaded)].sort();
}

/** What is loaded when it is asked for stays a file of its own: all of them lie side by side. */
const keptRequires: Plugin = {
  name: 'kept-requires',
  setup: (builder) =>
    builder.onResolve({ filter: /^\.\.?\/[\w/-]+$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'require-call' || !resolveDir.startsWith(join(root, 'lib'))) return undefined;
      const file = resolve(resolveDir, path);
      const late = Object.keys(LATE).find((name) => join(root, LATE[name]!) === `${file}.ts`);
      const name = late ?? (dirname(file) === join(root, 'lib/cli') ? basename(path) : undefined);
      if (name !== undefined) return { path: `./${name}.js`, external: true };
      // What is inside a file and asked for by `require` would turn it, and all that it asks for, into functions that are called too late.
      return { errors: [{ text: `${file} is asked for by require, and is no file of its own: see LATE` }] };
    }),
};

/** Each entry as a file, and what several of them need as chunks beside them: ES modules, which esbuild alone can split. */
async function cut(entries: Readonly<Record<string, string>>, outdir: string, plugins: Plugin[]) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: { ...entries, ...LATE },
    outdir,
    splitting: true,
    format: 'esm',
    external,
    plugins,
    chunkNames: 'shared-[hash]',
    write: false,
  });
  const wrapped = Object.keys(metafile.inputs).filter(
    (path) => /^lib\/.*ts$/.test(path) && metafile.inputs[path]!.format === 'cjs',
  );
  if (wrapped.length > 0)
    throw new Error(`no ES modules, so that others would have to wait for them: ${wrapped.join(', ')}`);
  return outputFiles.map(({ path, text }): Cut => {
    const { inputs, imports } = metafile.outputs[relative(root, path)]!;
    // esbuild writes a function of its own there, through which no bundler of a program that uses us can see the file, and a file for it.
    const direct = text.replace(/^import \{\s*__require\s*\} from .*\n/m, '').replace(/\b__require(?=\(")/g, 'require');
    const needs = imports.flatMap(({ path, external }) => (external === true ? [] : [resolve(root, path)]));
    return { path, text: direct, needs, inputs: Object.keys(inputs) };
  });
}

/** An ES module that is to become a file or a part of one. */
interface Cut {
  readonly path: string;
  readonly text: string;
  /** The other files that it imports. */
  readonly needs: readonly string[];
  /** What it was made of. */
  readonly inputs: readonly string[];
}

/**
 * Writes the files as CommonJS, and says which names each has. Each entry of `joined` is one file with what it needs, and those before it do not, in
 * which functions call each other without a way through another file's exports: to find and read 35 files takes longer than half of what is in them.
 */
async function write(
  files: readonly Cut[],
  folder: string,
  joined: readonly string[],
  last: (code: string) => string | Promise<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const cuts = new Map(files.map((file) => [file.path, file]));
  const homes = new Map<string, string>();
  const isChunk = (path: string): boolean => basename(path).startsWith('shared-');
  for (const entry of joined) {
    const find = (path: string): void => {
      if (homes.has(path)) return;
      homes.set(path, entry);
      cuts.get(path)!.needs.forEach(find);
    };
    find(join(folder, `${entry}.js`));
  }
  const { generate } = await rollup({
    input: [...cuts.keys()].filter((path) => !isChunk(path)),
    plugins: [
      {
        name: 'cut',
        resolveId: (id, importer) => {
          const path = importer === undefined ? id : resolve(dirname(importer), id);
          return cuts.has(path) ? path : { id, external: 'absolute' };
        },
        load: (path) => cuts.get(path)!.text,
      },
    ],
    treeshake: false,
    preserveEntrySignatures: 'allow-extension',
    // esbuild leaves imports of Node's modules that nothing uses.
    onLog: (level, { code, message }) => {
      if (code !== 'UNUSED_EXTERNAL_IMPORT') throw new Error(`${level}: ${message}`);
    },
  });
  const { output } = await generate({
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: (path) => homes.get(path) ?? (isChunk(path) ? basename(path, '.js') : undefined),
    hoistTransitiveImports: false,
    externalLiveBindings: false,
    esModule: false,
    freeze: false,
    exports: 'named',
    minifyInternalExports: false,
    generatedCode: { preset: 'es2015', symbols: false },
  });
  const names = new Map<string, readonly string[]>();
  mkdirSync(folder, { recursive: true });
  for (const file of output) {
    if (file.type !== 'chunk') throw new Error(`${file.fileName} is no program`);
    const inputs = file.moduleIds.flatMap((path) => cuts.get(path)!.inputs);
    const code = withQuietThrows(withCheapSpreads(await last(file.code)));
    writeFileSync(join(folder, file.fileName), code + licences(inputs));
    names.set(file.name, file.exports);
  }
  return names;
}

/** Lines stay lines: above an error that nobody caught Node prints the one that threw it. */
const SHORT = { minifyIdentifiers: true, minifySyntax: true, platform: 'node', target: 'node20' } as const;

/** Above an error that nobody caught, Node prints the line that threw it, but for lines that ask it not to. What is wrong is in the user's lines. */
const withQuietThrows = (code: string): string =>
  code.replace(/^.*\bthrow new [\w.]*ProblemError\(.*$/gm, '$& // node-do-not-add-exception-line');

/** The licences of the packages that are part of a file. */
function licences(inputs: readonly string[]): string {
  const packages = inputs.flatMap((input) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(packages)]
    .map((name) => {
      const folder = join(root, 'node_modules', name);
      const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
      if (licence === undefined) throw new Error(`${name}: where is its licence?`);
      return `/*!\n${name}\n\n${readFileSync(join(folder, licence), 'utf8').trim()}\n*/\n`;
    })
    .join('');
}

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
    preserveModules: true,
    preserveModulesRoot: declarations,
    entryFileNames: ({ name }) => `${name.replace(/\.d$/, '')}.d.ts`,
    minifyInternalExports: false,
  });
  rmSync(declarations, { recursive: true });
}

if (require.main === module) void main();
