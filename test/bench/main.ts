// npm run bench [-- COUNT…]: the table of spec performance.md, measured now and here, with the peers beside us, and which goals are met.
// Every row is a process of its own that runs the compiled package. Rows take turns, so that a busy moment of the machine hits all of them;
// medians of five. What counts are the ratios.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { dependencies } from '../../package.json';
import { buildPrograms } from '../../scripts/build';
import { writeHelmChart } from './helm';
import { writeYamlDocuments } from '../../lib/text/write-yaml';
import { kubeconformProgram } from '../kubeconform/kubeconform';
import { schemaFolder, schemaLocation } from '../kubeconform/schemas';
import { newest, release } from '../tools/build';
import { installedSize } from './installed-size';
import { mixed } from './mixed';
import { workloads } from './workloads';

const root = resolve(__dirname, '../..');
/** Below node_modules, so that the peers are found, and away from dist, which may be built anew meanwhile. */
const stage = join(root, 'node_modules', '.cache', 'bench');
const library = join(stage, 'node_modules', 'cdk8s-kam');
const COMMAND = join(library, 'dist', 'cli', 'bin.js');
const ROUNDS = 5;

interface Row {
  readonly name: string;
  /** The most workloads that it is asked for, where more would take minutes. */
  readonly most?: number;
  readonly command: (count: number, out: string) => readonly string[];
}

const inNode = (name: string, most?: number): Row => ({
  name,
  ...(most !== undefined && { most }),
  command: (count, out) => [process.execPath, join(stage, 'rows.js'), name, String(count), out],
});

const ROWS: readonly Row[] = [
  inNode('empty node'),
  inNode('JSON.stringify of the objects'),
  inNode('js-yaml dump'),
  inNode('yaml stringify'),
  inNode('kubernetes-models + js-yaml'),
  inNode('bare ApiObject'),
  inNode('bare ApiObject, a chart each', 1000),
  inNode('cdk8s-plus-28'),
  inNode('cdk8s-plus-28, a chart each', 1000),
  { name: 'helm template', command: (count, out) => ['helm', 'template', 'bench', join(out, '..', `chart-${count}`)] },
  {
    name: 'convert',
    command: (count, out) => [process.execPath, COMMAND, 'convert', join(out, '..', `work-${count}.jsonl`)],
  },
  {
    name: 'validate, mixed manifests',
    command: (count, out) => [process.execPath, COMMAND, 'validate', join(out, '..', `mixed-${count}.yaml`)],
  },
  {
    name: 'kubeconform, mixed manifests',
    command: (count, out) => [
      kubeconformProgram(),
      ...['-strict', '-ignore-missing-schemas', '-n', String(cpus().length), '-kubernetes-version', release[newest]],
      ...['-schema-location', join(schemaFolder(newest), schemaLocation), join(out, '..', `mixed-${count}.yaml`)],
    ],
  },
  inNode('constructs, our App'),
  inNode('constructs, our App, a chart each'),
  inNode('constructs, stock App'),
  inNode('constructs, stock App, a chart each', 1000),
];

/** Wall seconds and, of node, the most memory in MB. */
interface Measured {
  readonly seconds: number;
  readonly memory: number | undefined;
}

type Table = Map<string, Map<number, Measured>>;

async function main(): Promise<void> {
  const counts = process.argv.slice(2).map(Number);
  await prepare();
  const work = mkdtempSync(join(tmpdir(), 'cdk8s-kam-bench-'));
  try {
    console.log(`${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}, node ${process.versions.node}\n`);
    const table = wholeProcesses(counts.length > 0 ? counts : [1, 100, 1000, 10_000], work);
    printTable(table);
    const warm = inProcess();
    const loading = loadingTimes();
    printWarm(warm, loading);
    printGoals(table, warm, loading);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Compiles the package and the rows. */
async function prepare(): Promise<void> {
  rmSync(stage, { recursive: true, force: true });
  await buildPrograms(join(library, 'dist'));
  cpSync(join(root, 'package.json'), join(library, 'package.json'));
  buildSync({
    entryPoints: [join(__dirname, 'rows.ts'), join(__dirname, 'warm.ts')],
    outdir: stage,
    bundle: true,
    platform: 'node',
    packages: 'external',
    alias: { 'cdk8s-kam': 'cdk8s-kam' },
    tsconfigRaw: {},
  });
  writeFileSync(
    join(stage, 'memory.js'),
    `process.on('exit', () => require('fs').writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS / 1024)));\n`,
  );
}

function wholeProcesses(counts: readonly number[], work: string): Table {
  const table: Table = new Map(ROWS.map(({ name }) => [name, new Map<number, Measured>()]));
  for (const count of counts) {
    writeHelmChart(join(work, `chart-${count}`), count);
    const documents = workloads(count).map((workload) => `${JSON.stringify(workload)}\n`);
    writeFileSync(join(work, `work-${count}.jsonl`), documents.join(''));
    writeFileSync(join(work, `mixed-${count}.yaml`), writeYamlDocuments(mixed(count)));
    const rows = ROWS.filter(({ name, most }) => count <= (most ?? Infinity) && isThere(name));
    const times = new Map<string, number[]>(rows.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      process.stderr.write(`${count} workloads, round ${round + 1} of ${ROUNDS}\r`);
      for (const row of rows) times.get(row.name)!.push(run(row, count, work));
    }
    for (const row of rows) {
      table.get(row.name)!.set(count, { seconds: median(times.get(row.name)!), memory: memoryOf(row, count, work) });
    }
  }
  return table;
}

/** The programs that some rows ask for. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'helm template': ['helm', 'version'],
  // Which builds it, once.
  'kubeconform, mixed manifests': ['go', 'version'],
};

function isThere(name: string): boolean {
  const [program, ...args] = NEEDED[name] ?? [];
  if (program !== undefined) return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  return !/^(convert|validate)/.test(name) || existsSync(COMMAND);
}

function run({ name, command }: Row, count: number, work: string, env: NodeJS.ProcessEnv = {}): number {
  const out = mkdtempSync(join(work, 'out-'));
  const [program = '', ...args] = command(count, out);
  const stdout = openSync(join(out, 'stdout'), 'w');
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  rmSync(out, { recursive: true });
  if (status !== 0) throw new Error(`${name} failed:\n${stderr.toString()}`);
  return seconds;
}

/** In a run of its own, as asking costs time. */
function memoryOf(row: Row, count: number, work: string): number | undefined {
  if (row.command(count, work)[0] !== process.execPath) return undefined;
  const file = join(work, 'memory');
  run(row, count, work, { NODE_OPTIONS: `--require ${join(stage, 'memory.js')}`, BENCH_MEMORY: file });
  return Number(readFileSync(file, 'utf8'));
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

type Numbers = Readonly<Record<string, number>>;

interface Warm {
  /** µs a workload. */
  readonly perWorkload: Numbers;
  /** µs a piece. */
  readonly pieces: Numbers;
  /** Exponents. */
  readonly growth: Numbers;
}

const WARM_ROWS = [
  ...ROWS.map(({ name }) => name).filter((name) => !/node|helm|convert|mixed|chart each/.test(name)),
  'documents → YAML',
];
const PIECES = ['SQS message → Job', 'validateManifest of a Deployment', 'JSON.stringify of the Deployment'];
const GROWTH = [
  'documents',
  'one chart',
  'a chart each',
  'one chart, stock App',
  ...['containers', 'env', 'files', 'ports'].map((part) => `${part} of one workload`),
];

/** Each in a process of its own, three times in turn; growth, which takes minutes, once. */
function inProcess(): Warm {
  const found = new Map<string, number[]>();
  const all = [
    ...WARM_ROWS.map((name) => ['row', name]),
    ...PIECES.map((name) => ['piece', name]),
    ...GROWTH.map((name) => ['growth', name]),
  ] as const;
  for (let round = 0; round < 3; round++) {
    process.stderr.write(`in process, round ${round + 1} of 3   \r`);
    for (const [kind, name] of all) {
      if (kind === 'growth' && round > 0) continue;
      const args = ['--max-old-space-size=4096', join(stage, 'warm.js'), kind!, name!];
      const value = Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
      found.set(name!, [...(found.get(name!) ?? []), value]);
    }
  }
  const numbers = (names: readonly string[]): Numbers =>
    Object.fromEntries(names.map((name) => [name, median(found.get(name)!)]));
  return { perWorkload: numbers(WARM_ROWS), pieces: numbers(PIECES), growth: numbers(GROWTH) };
}

/** Milliseconds until a module is there: of ours beyond cdk8s, and without it. */
function loadingTimes(): Numbers {
  const time = (before: string, load: string): number =>
    Number(
      execFileSync(
        process.execPath,
        [
          '-e',
          `${before}; const s = process.hrtime.bigint(); require('${load}'); console.log(Number(process.hrtime.bigint() - s) / 1e6)`,
        ],
        { cwd: stage, encoding: 'utf8' },
      ),
    );
  const beyond: number[] = [];
  const core: number[] = [];
  const cdk8s: number[] = [];
  for (let round = 0; round < 11; round++) {
    beyond.push(time("require('cdk8s')", 'cdk8s-kam'));
    core.push(time('', 'cdk8s-kam/core'));
    cdk8s.push(time('', 'cdk8s'));
  }
  return {
    "require('cdk8s-kam') beyond cdk8s": median(beyond),
    "require('cdk8s-kam/core')": median(core),
    "require('cdk8s')": median(cdk8s),
  };
}

function printTable(table: Table): void {
  const counts = [...table.get('empty node')!.keys()];
  const last = counts.at(-1)!;
  const lines = [
    ['whole process, wall s', ...counts.map((count) => `N=${count}`), '× floor', '× ApiObject', `MB at ${last}`],
    ...[...table].map(([name, row]) => {
      const at = (count: number) => row.get(count)?.seconds;
      const ratio = (other: string): string =>
        at(last) === undefined ? '' : (at(last)! / table.get(other)!.get(last)!.seconds).toFixed(2);
      return [
        name,
        ...counts.map((count) => at(count)?.toFixed(2) ?? '–'),
        ratio('JSON.stringify of the objects'),
        ratio('bare ApiObject'),
        row.get(last)?.memory?.toFixed(0) ?? '',
      ];
    }),
  ];
  console.log(formatted(lines));
}

function printWarm({ perWorkload, pieces, growth }: Warm, loading: Numbers): void {
  const floor = perWorkload['JSON.stringify of the objects']!;
  console.log(
    formatted([
      ['in process, warm, N=1000', 'µs a workload', '× floor', '× ApiObject'],
      ...Object.entries(perWorkload).map(([name, value]) => [
        name,
        value.toFixed(0),
        (value / floor).toFixed(2),
        (value / perWorkload['bare ApiObject']!).toFixed(2),
      ]),
    ]),
  );
  console.log(formatted([['piece', 'µs'], ...Object.entries(pieces).map(([name, value]) => [name, value.toFixed(1)])]));
  console.log(
    formatted([['loading', 'ms'], ...Object.entries(loading).map(([name, value]) => [name, value.toFixed(1)])]),
  );
  console.log(
    formatted([
      ['growth, 100 to 10000', 'exponent'],
      ...Object.entries(growth).map(([name, value]) => [name, value.toFixed(2)]),
    ]),
  );
}

/** The goals of the spec, as far as the rows for them were measured. */
function printGoals(table: Table, { perWorkload, pieces, growth }: Warm, loading: Numbers): void {
  const seconds = (row: string, count: number): number => table.get(row)!.get(count)?.seconds ?? NaN;
  const compare = (row: string, other: string, count: number): number => seconds(row, count) / seconds(other, count);
  const floor = 'JSON.stringify of the objects';
  const warm = (row: string): number => perWorkload[row]! / perWorkload['bare ApiObject']!;
  const goals: [what: string, value: number, most: number][] = [
    ['convert, 1: × empty node', compare('convert', 'empty node', 1), 1.6],
    ['convert, 1,000: × helm template', compare('convert', 'helm template', 1000), 0.5],
    ['convert, 1,000: × floor', compare('convert', floor, 1000), 3],
    ['convert, 10,000: s', seconds('convert', 10_000), 2],
    ['convert, 10,000: × floor', compare('convert', floor, 10_000), 4],
    ['convert: most MB', Math.max(...[...table.get('convert')!.values()].map(({ memory }) => memory ?? NaN)), 250],
    [
      'validate, 10,000 mixed manifests: × kubeconform',
      compare('validate, mixed manifests', 'kubeconform, mixed manifests', 10_000),
      1,
    ],
    ['documents → YAML, warm: µs a workload', perWorkload['documents → YAML']!, 100],
    ['constructs, stock App, warm: × bare ApiObject', warm('constructs, stock App'), 1],
    ['constructs, our App, warm: × bare ApiObject', warm('constructs, our App'), 0.35],
    ['SQS message → Job: µs', pieces['SQS message → Job']!, 50],
    ['validateManifest of a Deployment: µs', pieces['validateManifest of a Deployment']!, 30],
    ...Object.entries(growth).map(([name, exponent]): [string, number, number] => [`growth, ${name}`, exponent, 1.05]),
    ["require('cdk8s-kam') beyond cdk8s: ms", loading["require('cdk8s-kam') beyond cdk8s"]!, 20],
    ["require('cdk8s-kam/core'): ms", loading["require('cdk8s-kam/core')"]!, 25],
    ['installed size without peers: MB', installedSize(root, Object.keys(dependencies)), 8],
  ];
  console.log(
    formatted([
      ['goal', 'is', 'at most', ''],
      ...goals.map(([what, value, most]) => [
        what,
        Number.isNaN(value) ? '–' : value.toFixed(2),
        String(most),
        Number.isNaN(value) ? 'not measured' : value <= most ? 'pass' : 'MISS',
      ]),
    ]),
  );
}

/** Columns under each other, the first to the left. */
function formatted(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  return `${text.join('\n')}\n`;
}

void main();
