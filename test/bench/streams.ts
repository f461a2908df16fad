// npm run bench:streams [-- PART]: what is long or many: a gigabyte of JSON lines through standard input, with a reader that is in no hurry too,
// 50 MB of YAML in many documents and in one, 10,000 small files. Each once; PART (0.1, say) makes all of them smaller.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { writeYaml } from '../../lib/text/write-yaml';
import { formatted } from './format';
import { mixed } from './mixed';
import { type Stage, stageOf } from './stage';
import { workloadAt, workloads } from './workloads';

const part = Number(process.argv[2] ?? 1);
const MB = 1e6;

interface Row {
  readonly name: string;
  /** Writes what is read into the folder; returns the arguments of the command. */
  readonly args: (folder: string) => readonly string[];
  readonly input?: () => Iterable<string>;
  /** The reader of standard output takes its time. */
  readonly slow?: true;
}

/** Documents of some 20 KB, most of them a file. */
function* jsonLines(size: number): Generator<string> {
  const line = (index: number): string => `${index}: ${'lorem ipsum '.repeat(8)}\n`;
  const content = Array.from({ length: 180 }, (_, index) => line(index)).join('');
  for (let [index, written] = [0, 0]; written < size; index++) {
    const { containers, ...workload } = workloadAt(index);
    const { main } = containers as { readonly main: object };
    const text = JSON.stringify({ ...workload, containers: { main: { ...main, files: { '/etc/a': { content } } } } });
    written += text.length + 1;
    yield `${text}\n`;
  }
}

/** As many of them as make a text of this size. */
function sized(size: number, text: (index: number) => string): string {
  const texts: string[] = [];
  for (let written = 0; written < size; written += texts.at(-1)!.length) texts.push(text(texts.length));
  return texts.join('');
}

/** A folder with a file for each text. */
function filesIn(folder: string, ending: string, texts: readonly string[]): string {
  mkdirSync(join(folder, 'small'));
  texts.forEach((text, index) => writeFileSync(join(folder, 'small', `${index}.${ending}`), text));
  return join(folder, 'small');
}

function file(folder: string, text: string): string {
  writeFileSync(join(folder, 'all.yaml'), text);
  return join(folder, 'all.yaml');
}

const indented = (text: string, start: string): string => `${start}${text.trimEnd().replaceAll('\n', '\n  ')}\n`;
const manifests = mixed(Math.ceil(65_000 * part)).map((object) => writeYaml(object));

const ROWS: readonly Row[] = [
  { name: 'convert, 1 GB of JSON lines', args: () => ['convert', '-'], input: () => jsonLines(1000 * MB * part) },
  {
    name: 'convert, 100 MB of JSON lines, a slow reader',
    args: () => ['convert', '-'],
    input: () => jsonLines(100 * MB * part),
    slow: true,
  },
  {
    name: 'convert, 50 MB of YAML documents',
    args: (folder) => [
      'convert',
      file(
        folder,
        sized(50 * MB * part, (index) => `---\n${writeYaml({ ...workloadAt(index) })}`),
      ),
    ],
  },
  {
    name: 'convert, one YAML document of 50 MB',
    args: (folder) => [
      'convert',
      file(
        folder,
        sized(50 * MB * part, (index) => indented(writeYaml({ ...workloadAt(index) }), '- ')),
      ),
    ],
  },
  {
    name: 'validate, 50 MB of YAML documents',
    args: (folder) => ['validate', file(folder, manifests.join('---\n'))],
  },
  {
    name: 'validate, one List of 50 MB',
    args: (folder) => {
      const items = manifests.map((text) => indented(text, '- ')).join('');
      return ['validate', file(folder, `apiVersion: v1\nkind: List\nitems:\n${items}`)];
    },
  },
  {
    name: 'convert, 10,000 small files',
    args: (folder) => {
      const documents = workloads(Math.ceil(10_000 * part)).map((workload) => JSON.stringify(workload, null, 2));
      return ['convert', filesIn(folder, 'json', documents)];
    },
  },
  {
    name: 'validate, 10,000 small files',
    args: (folder) => ['validate', filesIn(folder, 'yaml', manifests.slice(0, Math.ceil(10_000 * part)))],
  },
];

async function main(): Promise<void> {
  const stage = await stageOf();
  const work = mkdtempSync(join(tmpdir(), 'kam-bench-'));
  const lines = [['long and many', 's by the clock', 's of processors', 'MB at most', 'exit code']];
  try {
    for (const [index, row] of ROWS.entries()) {
      const line = [row.name, ...(await measured(row, stage, join(work, String(index))))];
      process.stderr.write(`${line.join('  ')}\n`);
      lines.push(line);
    }
    console.log(formatted(lines));
  } finally {
    rmSync(work, { recursive: true, force: true });
    stage.remove();
  }
}

async function measured({ args, input, slow }: Row, stage: Stage, folder: string): Promise<string[]> {
  mkdirSync(folder);
  const figures = join(folder, 'figures');
  const command = [stage.command, ...args(folder)];
  const start = performance.now();
  const child = spawn(process.execPath, command, {
    env: { ...process.env, NODE_OPTIONS: `--require ${stage.memory}`, BENCH_MEMORY: figures },
    stdio: [
      input === undefined ? 'ignore' : 'pipe',
      slow ? 'pipe' : openSync(join(folder, 'out'), 'w'),
      openSync(join(folder, 'err'), 'w'),
    ],
  });
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const reads = slow ? readSlowly(child.stdout!) : undefined;
  // A command that stops early is seen by its exit code.
  if (input !== undefined) await pipeline(Readable.from(input()), child.stdin as Writable).catch(() => undefined);
  await reads;
  const code = await exit;
  const wall = (performance.now() - start) / 1e3;
  const [memory, cpu] = readFileSync(figures, 'utf8').split(' ').map(Number) as [number, number];
  rmSync(folder, { recursive: true });
  return [wall.toFixed(1), cpu.toFixed(1), memory.toFixed(0), String(code)];
}

/** A megabyte each 20 ms at most. */
async function readSlowly(output: AsyncIterable<Uint8Array>): Promise<void> {
  let read = 0;
  for await (const chunk of output) {
    read += chunk.length;
    if (read < MB) continue;
    read = 0;
    await pause(20);
  }
}

void main();
