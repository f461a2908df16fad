// What is measured inside a process, warm: µs a workload of a row, µs of a small piece of work and of the least that it could be, or how time
// grows with the amount of work.
//   node warm.js row|piece|growth NAME [brief]   prints the numbers as JSON
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as core from '../../lib/core';
import type { KubeObject } from '../../lib/kube/object';
import type { Workload } from '../../lib/workload/model/workload';
import { objects } from './objects';
import { ROWS } from './rows';
import { workloads } from './workloads';

const { checkWorkload, read, readManifests, toYaml, validateManifest } = require('cdk8s-kam/core') as typeof core;

const [, , KIND, NAME = '', EFFORT] = process.argv;
const IS_BRIEF = EFFORT === 'brief';
/**
 * For how many milliseconds works are done before they are measured: what a document or a message needs is compiled as well as it ever will be after
 * four seconds; growth asks only that both amounts of work are as warm.
 */
const WARM_UP = (KIND === 'growth' ? 2000 : 5000) * (IS_BRIEF ? 1 : 2);
/** How many times fewer rounds there are, and the most workloads that growth is measured with. */
const [FEWER, MANY] = IS_BRIEF ? [2, 2000] : [1, 10_000];

/** Milliseconds of processor time of each work, warm: the least of `rounds` rounds in which they take turns. Others on the machine only add to it. */
function measure(
  works: Readonly<Record<string, () => unknown>>,
  rounds: number,
  /** How many of the works are warmed up: a larger one of the same kind need not be. */
  warmed = Object.keys(works).length,
): Record<string, number> {
  const times = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
  for (const work of Object.values(works).slice(0, warmed)) {
    for (const start = process.cpuUsage(); since(start) < WARM_UP / warmed;) work();
  }
  for (let round = -1; round < Math.ceil(rounds / FEWER); round++) {
    for (const [name, work] of Object.entries(works)) {
      const start = process.cpuUsage();
      work();
      if (round >= 0) times.get(name)!.push(since(start));
    }
  }
  return Object.fromEntries([...times].map(([name, list]) => [name, Math.min(...list)]));
}

/** Milliseconds of processor time. */
function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

/** Documents as people send them: one JSON document a line. */
const documents = (count: number): string =>
  workloads(count)
    .map((workload) => JSON.stringify(workload))
    .join('\n');

const toText = (text: string): string =>
  toYaml(read(text, { file: 'work.jsonl' }).workloads.flatMap(({ manifests }) => manifests));

const COUNT = 1000;

/** Rows that begin with what is there already. */
const FROM: Readonly<Record<string, () => () => unknown>> = {
  'documents → YAML': () => {
    const text = documents(COUNT);
    return () => toText(text);
  },
  'js-yaml dump of the finished objects': () => {
    const { dump } = require('js-yaml') as typeof import('js-yaml');
    const finished = objects(COUNT);
    return () => finished.map((object) => `---\n${dump(object)}`).join('');
  },
};

/** µs a workload at 1,000 workloads. */
function perWorkload(name: string, out: string): number {
  const work = FROM[name]?.() ?? (() => ROWS[name]!(COUNT, out));
  return (measure({ work }, 10)['work']! * 1e3) / COUNT;
}

/** A message with most of its keys. */
const MESSAGE = JSON.stringify({
  id: '5c3b1f1e-6c1a-4f6e-9c2e-0a1b2c3d4e5f',
  service: 'train',
  job: {
    prefixName: 'train',
    namespace: 'ml',
    image: 'registry.example.com/ml/train:1.2',
    command: ['python'],
    args: ['-m', 'train', '--epochs', '5'],
    serviceAccount: 'ml',
    ttlSecondsAfterFinished: 600,
    backoffLimit: 1,
    activeDeadlineSeconds: 3600,
    resources: { limits: { cpu: '2', memory: '4Gi' }, requests: { cpu: '1', memory: '2Gi' } },
    nodeSelector: { matchKey: 'pool', matchValue: 'gpu' },
    toleration: { key: 'gpu', value: 'true' },
    volume: { pvc: 'data', mountPath: '/data' },
    env: [
      { name: 'MODE', value: 'prod' },
      { name: 'LEVEL', value: 'info' },
    ],
    envRef: [{ name: 'settings', type: 'configMap' }],
    gpuEnable: true,
    gpuNumber: 1,
  },
  webhook: { url: 'https://example.com/hook' },
});

/** The pieces, each with the least that it could be. */
const PIECES: Readonly<Record<string, () => Readonly<Record<string, () => unknown>>>> = {
  'SQS message → Job': () => {
    const [job] = readManifests(MESSAGE);
    return {
      'SQS message → Job': () => readManifests(MESSAGE),
      'JSON.parse of it + JSON.stringify of the Job': () => [JSON.parse(MESSAGE), JSON.stringify(job)],
    };
  },
  'validateManifest of a Deployment': () => {
    const deployment = objects(5).find(({ kind }) => kind === 'Deployment')!;
    return {
      'validateManifest of a Deployment': () => validateManifest(deployment),
      'JSON.stringify of it': () => JSON.stringify(deployment),
    };
  },
};

/** µs of one piece and of what it is held against. */
function piece(name: string): Record<string, number> {
  const times = 1000;
  const many = (work: () => unknown) => (): void => {
    for (let time = 0; time < times; time++) work();
  };
  const works = Object.entries(PIECES[name]!());
  const measured = measure(Object.fromEntries(works.map(([each, work]) => [each, many(work)])), 15);
  return Object.fromEntries(Object.entries(measured).map(([each, ms]) => [each, (ms * 1e3) / times]));
}

/** One workload with `count` of something in it. */
const wide: Readonly<Record<string, (count: number) => Workload>> = {
  containers: (count) => ({ kind: 'Job', name: 'a', containers: dict(count, (n) => [`c${n}`, { image: 'a:1' }]) }),
  env: (count) => oneContainer({ env: dict(count, (n) => [`E${n}`, `value ${n}`]) }),
  files: (count) => oneContainer({ files: dict(count, (n) => [`/etc/app/f${n}`, { content: `${n}` }]) }),
  ports: (count) => ({
    kind: 'Service',
    name: 'a',
    containers: { main: { image: 'a:1' } },
    ports: Array.from({ length: count }, (_, n) => ({ port: n + 1 })),
  }),
};

const dict = <T>(count: number, entry: (n: number) => [string, T]): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => entry(n)));

const oneContainer = (fields: object): Workload =>
  ({ kind: 'Job', name: 'a', containers: { main: { image: 'a:1', ...fields } } }) as Workload;

/** The exponent e of time ~ count^e between two amounts of work. */
function growth(name: string, out: string): number {
  const part = name.endsWith(PART) ? wide[name.slice(0, -PART.length)] : undefined;
  const few = 100;
  const many = part === undefined ? MANY : 10_000;
  const kinds: Readonly<Record<string, (count: number) => () => unknown>> = {
    documents: (count) => {
      const text = documents(count);
      return () => toText(text);
    },
    'one chart': (count) => () => ROWS['constructs, our App']!(count, out),
    'a chart each': (count) => () => ROWS['constructs, our App, a chart each']!(count, out),
    'one chart, stock App': (count) => () => ROWS['constructs, stock App']!(count, out),
  };
  const make = part === undefined ? kinds[name]! : widely(part);
  const [small, large] = [make(few), make(many)];
  const repeats = MANY / 200;
  const repeated = (): void => {
    for (let time = 0; time < repeats; time++) small();
  };
  const times = measure({ repeated, large }, part === undefined ? 3 : 9, 1);
  return Math.log(times['large']! / (times['repeated']! / repeats)) / Math.log(many / few);
}

const PART = ' of one workload';
const widely = (make: (count: number) => Workload) => (count: number) => {
  const workload = make(count);
  return () => checkWorkload(workload);
};

/** Objects that ours and the peers' rows must have in common. */
function sameObjects(count: number): boolean {
  const plain = (all: readonly KubeObject[]): string =>
    JSON.stringify(all).replace(/("cdk8s-kam\/files-checksum":)"[0-9a-f]{16}"/g, '$1""');
  return plain(objects(count)) === plain(read(documents(count)).workloads.flatMap(({ manifests }) => manifests));
}

function main(): void {
  if (!sameObjects(10)) throw new Error('the rows do not make the same objects');
  const out = mkdtempSync(join(tmpdir(), 'kam-bench-'));
  try {
    process.stdout.write(JSON.stringify(numbersOf(out)));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function numbersOf(out: string): Record<string, number> {
  if (KIND === 'piece') return piece(NAME);
  return KIND === 'row' ? { each: perWorkload(NAME, out) } : { exponent: growth(NAME, out) };
}

main();
