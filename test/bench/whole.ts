// The rows that are processes of their own, and what is measured of them. Rows take turns, so that a busy moment of the machine hits all of them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { writeYamlDocuments } from '../../lib/text/write-yaml';
import { kubeconformProgram } from '../kubeconform/kubeconform';
import { schemaFolder, schemaLocation } from '../kubeconform/schemas';
import { newest, release } from '../tools/build';
import { helmProgram, writeHelmChart } from './helm';
import { mixed } from './mixed';
import type { Stage } from './stage';
import { memoryOf, type Times, timed } from './timed';
import { workloads } from './workloads';

export interface Row {
  readonly name: string;
  /** The most workloads that it is asked for, where more would take minutes. */
  readonly most?: number;
  /** `inputs` is where the inputs of this count are. */
  readonly command: (inputs: string, count: number, out: string) => readonly string[];
}

/** What was measured of a row at a count: a time a round, the most memory in MB. */
export interface Measured {
  readonly rounds: readonly Times[];
  readonly memory: number | undefined;
}

/** By row and count. */
export type Table = ReadonlyMap<string, ReadonlyMap<number, Measured>>;

/** What is measured: of these rows at this count, all of whose memory is asked for or none. */
export interface Plan {
  readonly count: number;
  readonly rounds: number;
  readonly rows: ReadonlySet<string>;
  readonly memory: ReadonlySet<string>;
}

/** The rows of a compiled package. */
export function rowsOf({ folder, command }: Stage): readonly Row[] {
  const inNode = (name: string, most?: number): Row => ({
    name,
    ...(most !== undefined && { most }),
    command: (_, count, out) => [process.execPath, join(folder, 'row.js'), name, String(count), out],
  });
  return [
    inNode('empty node'),
    inNode('JSON.stringify of the objects'),
    inNode('js-yaml dump'),
    inNode('yaml stringify'),
    inNode('kubernetes-models + js-yaml'),
    inNode('bare ApiObject'),
    inNode('bare ApiObject, a chart each', 1000),
    inNode('cdk8s-plus-28'),
    inNode('cdk8s-plus-28, a chart each', 1000),
    { name: 'helm template', command: (inputs) => [helmProgram()!, 'template', 'bench', join(inputs, 'chart')] },
    {
      name: 'convert',
      command: (inputs) => [process.execPath, command, 'convert', join(inputs, 'work.jsonl')],
    },
    {
      name: 'validate, mixed manifests',
      command: (inputs) => [process.execPath, command, 'validate', join(inputs, 'mixed.yaml')],
    },
    {
      name: 'kubeconform, mixed manifests',
      command: (inputs) => [
        kubeconformProgram(),
        ...['-strict', '-ignore-missing-schemas', '-n', String(cpus().length), '-kubernetes-version', release[newest]],
        ...['-schema-location', join(schemaFolder(newest), schemaLocation), join(inputs, 'mixed.yaml')],
      ],
    },
    inNode('constructs, our App'),
    inNode('constructs, our App, a chart each'),
    inNode('constructs, stock App'),
    inNode('constructs, stock App, a chart each', 1000),
  ];
}

/** Runs what is planned, in the folder `work`. */
export function wholeProcesses(plans: readonly Plan[], stage: Stage, work: string): Table {
  const all = rowsOf(stage).filter(({ name }) => isThere(name));
  const table = new Map(all.map(({ name }) => [name, new Map<number, Measured>()]));
  for (const { count, rounds, rows, memory } of plans) {
    const inputs = writeInputs(join(work, String(count)), count);
    const asked = all.filter(({ name, most = Infinity }) => rows.has(name) && count <= most);
    const times = new Map<string, Times[]>(asked.map(({ name }) => [name, []]));
    const run =
      ({ command }: Row) =>
      (out: string) =>
        command(inputs, count, out);
    for (let round = 0; round < rounds; round++) {
      process.stderr.write(`${count} workloads, round ${round + 1} of ${rounds}\r`);
      for (const row of asked) times.get(row.name)!.push(timed(run(row), work));
    }
    for (const row of asked) {
      const most = memory.has(row.name) ? memoryOf(run(row), work, stage) : undefined;
      const before = table.get(row.name)!.get(count);
      table.get(row.name)!.set(count, { rounds: times.get(row.name)!, memory: most ?? before?.memory });
    }
    rmSync(inputs, { recursive: true });
  }
  return table;
}

function writeInputs(folder: string, count: number): string {
  mkdirSync(folder);
  writeHelmChart(join(folder, 'chart'), count);
  const documents = workloads(count).map((workload) => `${JSON.stringify(workload)}\n`);
  writeFileSync(join(folder, 'work.jsonl'), documents.join(''));
  writeFileSync(join(folder, 'mixed.yaml'), writeYamlDocuments(mixed(count)));
  return folder;
}

function isThere(name: string): boolean {
  if (name === 'helm template') return helmProgram() !== undefined;
  return !name.startsWith('kubeconform') || spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
}
