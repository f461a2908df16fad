// The package as users get it: packed, installed and loaded in every way that their projects have.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize, resolve } from 'node:path';
import { dependencies, files } from '../../package.json';
import { thrown } from '../support';
import { bin, cleanUp, node, npm, ourBin, packed, peers, project, run, sizeOf } from './project';

jest.setTimeout(600_000);
afterAll(cleanUp);

const root = resolve(__dirname, '../..');
const manifestJson = resolve(root, 'examples/from-manifest/job/manifest.json');
const empty = { name: 'user', version: '1.0.0', private: true };

/** Without peers, and with them. */
let alone: string;
let installed: string;
let contents: string[];
let examples: string[];
const ancestorsOf = (path: string): string[] =>
  dirname(path) === '.' ? [] : [dirname(path), ...ancestorsOf(dirname(path))];
const file = (path: string): string => readFileSync(join(installed, 'node_modules/cdk8s-kam', path), 'utf8');

beforeAll(() => {
  alone = project('alone', { 'package.json': empty });
  npm(alone, ['install', '--legacy-peer-deps', packed()]);
  installed = project('installed', { 'package.json': empty });
  npm(installed, ['install', packed(), ...peers.map(([name, version]) => `${name}@${version}`)]);
  const all = readdirSync(join(installed, 'node_modules/cdk8s-kam'), { recursive: true, encoding: 'utf8' }).sort();
  contents = all.filter((path) => !/^examples\b/.test(path));
  examples = all.filter((path) => path.startsWith('examples/'));
});

describe('contents', () => {
  test('are the build, its documents and nothing else', () => {
    const files = contents
      .filter((path) => !/^(dist\/(cli|constructs|dialects|kube|report|testing|text|workload)|docs)\//.test(path))
      .map((path) => path.replace(/shared-[A-Z0-9]+/, 'shared-HASH'));
    expect([...new Set(files)]).toEqual(
      [
        'API.md',
        'LICENSE',
        'README.md',
        'core',
        'core/package.json',
        'dist',
        'dist/admission.js',
        'dist/cli',
        'dist/constructs',
        'dist/constructs.js',
        'dist/core.d.ts',
        'dist/core.js',
        'dist/cron-parser.js',
        'dist/dialects',
        'dist/divide.js',
        'dist/documents.js',
        'dist/ignore.js',
        'dist/imported-documents.js',
        'dist/index.d.ts',
        'dist/index.js',
        'dist/json-schema.js',
        'dist/kcl.js',
        'dist/kube',
        'dist/kubernetes-objects.js',
        'dist/plugin-properties.d.ts',
        'dist/problems.js',
        'dist/rare-fields.js',
        'dist/rare.js',
        'dist/read.d.ts',
        'dist/report',
        'dist/shared-HASH.js',
        'dist/test-helpers.js',
        'dist/testing',
        'dist/testing.d.ts',
        'dist/testing.js',
        'dist/text',
        'dist/typed-values.js',
        'dist/validation-plugin.d.ts',
        'dist/validation-plugin.js',
        'dist/workload',
        'dist/workloads.js',
        'dist/wrong-shape.js',
        'dist/yaml.js',
        'docs',
        'package.json',
        'testing',
        'testing/package.json',
      ].sort(),
    );
  });

  test('have the examples as they are committed, and links lead to what is there', () => {
    const committed = execFileSync('git', ['ls-files', 'examples'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
    const folders = new Set(committed.flatMap((path) => ancestorsOf(path)));
    expect(examples.filter((path) => !folders.has(path))).toEqual(committed.sort());
    const there = new Set(['.', ...contents, 'examples', ...examples]);
    const dead = [...contents, ...examples]
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [
          ...file(path)
            .replace(/^```[^]*?^```$/gm, '')
            .matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g),
        ]
          .map(([, to]) => normalize(join(dirname(path), to!)).replace(/\/$/, ''))
          .filter((to) => !there.has(to)),
      );
    // For who changes the package, and has its repository.
    expect([...new Set(dead)]).toEqual(['CONTRIBUTING.md']);
  });

  test('take at most 8 MB with all that they need, without peers', () => {
    const size = sizeOf(join(alone, 'node_modules'));
    expect(size).toBeGreaterThan(100_000);
    expect(size).toBeLessThanOrEqual(8_000_000);
  });

  test('zod is inside, with its licence, and nobody sees it', () => {
    for (const name of ['zod', 'luxon']) expect(existsSync(join(alone, 'node_modules', name))).toBe(false);
    for (const path of contents.filter((each) => each.endsWith('.d.ts')))
      expect(file(path)).not.toMatch(/zod|cron-parser/i);
    const programs = contents.filter((each) => each.endsWith('.js'));
    for (const path of programs) expect(file(path)).not.toMatch(/require\(["'](?:zod|luxon|cron-parser)["'/]/);
    const withZod = programs.filter((path) => file(path).includes('$ZodType'));
    expect(withZod.length).toBeGreaterThan(0);
    for (const path of withZod) expect(file(path)).toContain('Copyright (c) 2025 Colin McDonnell');
  });

  test('ask only for what they state', () => {
    const stated = ['cdk8s', 'constructs', ...Object.keys(dependencies)];
    const asked = contents
      .filter((each) => each.endsWith('.js'))
      .flatMap((path) => [...file(path).matchAll(/\brequire\(["']([^."'][^"']*)["']\)/g)].map(([, name]) => name!))
      .filter((name) => !isBuiltin(name));
    expect(asked.filter((name) => !stated.includes(name))).toEqual([]);
    expect(asked).toContain('cdk8s');
  });

  test('what is loaded late is loaded so that a bundler sees it', () => {
    const programs = contents.filter((each) => each.endsWith('.js')).map(file);
    expect(programs.filter((text) => /__require\)?\("\./.test(text))).toEqual([]);
    expect(programs.some((text) => text.includes('require("./wrong-shape.js")'))).toBe(true);
  });

  test('declarations are a file each, as the sources are', () => {
    expect(file('dist/workload/model/container.d.ts')).toMatch(/^interface Container \{$/m);
    expect(file('dist/constructs/job.d.ts')).toMatch(/^declare class Job /m);
  });

  test('name no type of cdk8s-plus', () => {
    for (const path of contents.filter((each) => each.endsWith('.d.ts')))
      expect(file(path)).not.toMatch(/(?:from|import\() ?['"]cdk8s-plus/);
  });

  test('publint has nothing to say', () => {
    expect(ourBin(join(installed, 'node_modules/cdk8s-kam'), 'publint', '--strict')).toMatch(/All good!/);
  });

  test('every kind of resolution finds the types', () => {
    expect(ourBin(installed, 'attw', packed())).toMatch(/No problems found/);
  });
});

const refused = `
import { Chart } from 'cdk8s';
import { Container, Secret } from 'cdk8s-kam';
declare const chart: Chart;
export const main: Container = { imag: 'busybox:1.28' };
new Secret(chart, 'db', { type: 'basic', data: { username: 'a', password: 'b' } }).ref('pasword');
export const text: string = Container.parse({});
`;
const names = 'Job, Service, Secret, importFile, toManifests, validateManifest, read, ProblemError, Container';
const app = `
const app = new App({ outdir: process.argv[2] });
const chart = new Chart(app, 'user', { disableResourceNameHashes: true });
new Job(chart, 'echo', { containers: { main: { image: 'busybox:1.28' } } });
importFile(chart, ${JSON.stringify(manifestJson)}, { name: 'imported' });
app.synth();
for (const value of Object.values({ ${names} })) if (value === undefined) throw new Error('a name is missing');
if (ProblemError !== core.ProblemError) throw new Error('two copies of a class');
if (toManifests({ kind: 'Job', name: 'a', containers: { main: { image: 'a:1' } } }).length !== 1) throw new Error('not one Job');
if (Manifests.of(app).accepted().counts.Job === undefined) throw new Error('no Job');
if (core.Container.jsonSchema().description === undefined) throw new Error('no description');
`;
const commonJs = `
const { App, Chart } = require('cdk8s');
const { ${names} } = require('cdk8s-kam');
const core = require('cdk8s-kam/core');
const { Manifests } = require('cdk8s-kam/testing');
${app}`;
const esModule = `
import { App, Chart } from 'cdk8s';
import { ${names} } from 'cdk8s-kam';
import * as core from 'cdk8s-kam/core';
import { Manifests } from 'cdk8s-kam/testing';
${app}`;

describe('loads', () => {
  const written = (outdir: string): string => readFileSync(join(outdir, 'user.k8s.yaml'), 'utf8');

  test.each([
    ['app.cjs', commonJs, node],
    ['app.mjs', esModule, node],
    ['app.cts', esModule, tsx],
    ['app.mts', esModule, tsx],
    ['app.ts', esModule, tsx],
  ])('as %s', (name, text, start) => {
    const path = project(`loads-${name.replace('.', '-')}`, {
      'package.json': empty,
      [name]: text,
    });
    run(path, 'ln', ['-s', join(installed, 'node_modules'), 'node_modules']);
    start(path, name, join(path, 'out'));
    expect(written(join(path, 'out'))).toMatch(/^apiVersion: batch\/v1\nkind: Job\nmetadata:\n {2}name: user-echo\n/);
    expect(written(join(path, 'out'))).toContain('name: imported\n');
  });

  function tsx(cwd: string, ...args: string[]): string {
    return ourBin(cwd, 'tsx', ...args);
  }

  test('core without cdk8s being there', () => {
    const say = `console.log(require('cdk8s-kam/core').validateManifest({ kind: 'Job' }).length > 0)`;
    expect(node(alone, '-e', say)).toBe('true\n');
  });

  test('without loading what the call does not need', () => {
    const packages = `[...new Set(Object.keys(require.cache).map((path) => path.split('node_modules/').at(-1).split('/')[0]))]`;
    const loaded = (name: string): unknown =>
      JSON.parse(node(installed, '-p', `require('${name}'); JSON.stringify(${packages})`));
    expect(loaded('cdk8s-kam/core')).toEqual(['cdk8s-kam']);
    expect(loaded('cdk8s-kam')).not.toContain('cdk8s-plus-28');
  });
});

describe('the command', () => {
  test('says its version', () => {
    const { version } = JSON.parse(file('package.json')) as { version: string };
    expect(bin(alone, 'cdk8s-kam', '--version')).toBe(`${version}\n`);
  });

  test('converts without cdk8s being there', () => {
    expect(bin(alone, 'cdk8s-kam', 'convert', manifestJson)).toMatch(/^apiVersion: batch\/v1\nkind: Job\n/);
  });

  test('has every verb', () => {
    const [, listed] = /^Verbs:\n((?: {2}.*\n)+)/m.exec(bin(alone, 'cdk8s-kam', '--help'))!;
    const verbs = [...listed!.matchAll(/^ {2}(\w+)/gm)].map(([, verb]) => verb!);
    expect(verbs).toEqual(
      expect.arrayContaining(['convert', 'import', 'validate', 'explain', 'schema', 'init', 'graph']),
    );
    for (const verb of verbs) expect(bin(alone, 'cdk8s-kam', verb, '--help')).toContain(`cdk8s-kam ${verb}`);
  });
});

test('what the examples have installed and built is not packed', () => {
  const copy = project('used-examples', { 'package.json': { name: 'a', version: '1.0.0', files } });
  for (const file of ['main.ts', 'src/main.ts', 'node_modules/a/index.js', 'dist/main.js']) {
    mkdirSync(join(copy, 'examples/a', file, '..'), { recursive: true });
    writeFileSync(join(copy, 'examples/a', file), '');
  }
  const [{ files: found }] = JSON.parse(npm(copy, ['pack', '--dry-run', '--json'])) as [{ files: { path: string }[] }];
  expect(found.map(({ path }) => path)).toEqual(['examples/a/main.ts', 'examples/a/src/main.ts', 'package.json']);
});

test('the app of `cdk8s-kam init` compiles, and its own test passes', () => {
  bin(installed, 'cdk8s-kam', 'init', 'app');
  const app = join(installed, 'app');
  mkdirSync(join(app, 'node_modules'));
  const ours = resolve(__dirname, '../../node_modules');
  for (const name of ['@swc', '@types']) symlinkSync(join(ours, name), join(app, 'node_modules', name));
  ourBin(app, 'tsc');
  ourBin(app, 'jest');
});

describe('in the project of `cdk8s init typescript-app`', () => {
  const template = resolve(__dirname, '../../node_modules/cdk8s-cli/templates/typescript-app');
  const read = (name: string): string => readFileSync(join(template, name), 'utf8');
  let stock: string;

  beforeAll(() => {
    const version = (name: string): string =>
      (
        JSON.parse(readFileSync(resolve(__dirname, '../../node_modules', name, 'package.json'), 'utf8')) as {
          version: string;
        }
      ).version;
    const packageJson = JSON.parse(
      read('package.json')
        .replaceAll('{{ $base }}', 'stock')
        .replace('{{ cdk8s_core_version }}', version('cdk8s'))
        .replace('{{ cdk8s_plus_version }}', version('cdk8s-plus-33'))
        .replace('{{ constructs_version }}', version('constructs'))
        .replace('{{ cdk8s_cli_spec }}', version('cdk8s-cli')),
    ) as { dependencies: object; devDependencies: Record<string, string> };
    // The command line itself is ours: 100 MB that change nothing.
    delete packageJson.devDependencies['cdk8s-cli'];
    stock = project('stock', {
      'package.json': {
        ...packageJson,
        dependencies: { ...packageJson.dependencies, 'cdk8s-kam': `file:${packed()}` },
      },
      'tsconfig.json': read('tsconfig.json'),
      'cdk8s.yaml': read('cdk8s.yaml').replace('main.ts', `main.ts dist ${manifestJson}`),
      'main.ts': readFileSync(resolve(__dirname, 'stock/main.ts'), 'utf8'),
      'wrong.ts': readFileSync(resolve(__dirname, 'stock/wrong.ts'), 'utf8'),
      'wrong.test.ts': "test('is wrong', () => require('./wrong'));\n",
    });
    npm(stock, ['install']);
  });

  test('compiles with its TypeScript and its tsconfig, without our optional peer, and writes manifests', () => {
    expect(existsSync(join(stock, 'node_modules/cdk8s-plus-28'))).toBe(false);
    expect(bin(stock, 'tsc', '--version')).toMatch(/^Version 5\.9\./);
    bin(stock, 'tsc', '--build');
    node(stock, 'main.js', join(stock, 'compiled'), manifestJson);
    const text = readFileSync(join(stock, 'compiled/etl.k8s.yaml'), 'utf8');
    expect([...text.matchAll(/^kind: (.*)$/gm)].map(([, kind]) => kind)).toEqual([
      'Secret',
      'ConfigMap',
      'CronJob',
      'Deployment',
      'Service',
      'Job',
    ]);
  });

  const fault = `ProblemError: Validation failed with the following errors:
  [etl/load] wrong.ts:12:3 Job etl-load backoffLimit: must not be negative, got -1 (out-of-range)
`;
  test.each([
    ['node, of what tsc made', () => node(stock, 'wrong.js')],
    ['node, with its own source maps', () => node(stock, '--enable-source-maps', 'wrong.js')],
    ['ts-node', () => bin(stock, 'ts-node', 'wrong.ts')],
    ['tsx', () => ourBin(stock, 'tsx', 'wrong.ts')],
  ])('what is wrong is at its own line, and no line of ours is shown, with %s', (_, attempt) => {
    const said = thrown(attempt);
    expect(said).toContain(`\n${fault}`);
    expect(said).not.toContain('cdk8s-kam');
    expect(said).toMatch(/wrong\.[jt]s:\d+:5\)?\n/);
  });

  test('what is wrong is at its own line with jest, and with `cdk8s synth`', () => {
    const [, place] = fault.split('\n');
    expect(thrown(() => bin(stock, 'jest', 'wrong.test.ts'))).toContain(place);
    expect(thrown(() => ourBin(stock, 'cdk8s', 'synth', '--app', 'npx ts-node wrong.ts'))).toContain(place);
  });

  test('what the compiler says has our names', () => {
    mkdirSync(join(stock, 'refused'));
    writeFileSync(join(stock, 'refused/main.ts'), refused);
    const said = thrown(() =>
      bin(stock, 'tsc', '--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', 'refused/main.ts'),
    );
    expect(said).toContain("'imag' does not exist in type 'Container'. Did you mean to write 'image'?");
    expect(said).toContain(
      `Argument of type '"pasword"' is not assignable to parameter of type '"username" | "password"`,
    );
    expect(said).toContain("Type 'Container' is not assignable to type 'string'");
    expect(said).not.toContain('$');
  });

  test('gives the same with `cdk8s synth`, by its ts-node', () => {
    ourBin(stock, 'cdk8s', 'synth');
    const text = (folder: string): string => readFileSync(join(stock, folder, 'etl.k8s.yaml'), 'utf8');
    expect(text('dist')).toBe(text('compiled'));
  });
});
