// The harness that makes a call of the command one line: files in a folder of its own, standard input, and what came out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cli } from '../../lib/cli';
import type { Io } from '../../lib/cli/io';

/** What a call did. */
export interface Done {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The same, as a terminal shows it. */
export interface Shown {
  readonly code: number;
  readonly all: string;
}

export interface Given {
  /** Standard input; without it a terminal. */
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Io['env'];
  /** Standard output and error are a terminal. */
  readonly tty?: boolean;
  /** Width of the terminal. */
  readonly columns?: number;
  readonly now?: () => Date;
  readonly onInterrupt?: Io['onInterrupt'];
  /** Sees standard error as it is written. */
  readonly see?: (text: string) => void;
}

/** The clock of all tests. */
export const NOW = new Date('2026-03-28T22:30:00Z');

/** Runs the command in this process. */
export async function run(argv: readonly string[], given: Given = {}): Promise<Done> {
  const { all: _, ...done } = await called(argv, given);
  return done;
}

/** Runs the command in this process; standard output and error in the order in which they were written. */
export const runShown = (argv: readonly string[], given: Given = {}): Promise<Shown> => called(argv, given);

async function called(argv: readonly string[], given: Given): Promise<Done & Shown> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const all: Buffer[] = [];
  const into = (list: Buffer[]): Io['stdout'] => ({
    write: async (text) => {
      list.push(Buffer.from(text));
      all.push(list.at(-1)!);
      if (list === err) given.see?.(list.at(-1)!.toString());
    },
    isTTY: given.tty === true,
    ...(given.columns !== undefined && { columns: given.columns }),
  });
  const { stdin } = given;
  const input: AsyncIterable<Uint8Array | string> = {
    async *[Symbol.asyncIterator]() {
      if (stdin !== undefined) yield stdin;
    },
  };
  const code = await cli(argv, {
    stdin: Object.assign(input, { isTTY: stdin === undefined }),
    stdout: into(out),
    stderr: into(err),
    cwd: given.cwd ?? process.cwd(),
    env: given.env ?? {},
    now: given.now ?? ((): Date => NOW),
    uninterrupted: (work) => work(),
    onInterrupt: given.onInterrupt ?? atOnce,
  });
  const [one, two, both] = [out, err, all].map((list) => Buffer.concat(list).toString());
  return { code, out: one!, err: two!, all: both! };
}

/** Nobody waits for what is to be watched. */
function atOnce(stop: () => void): () => void {
  stop();
  return () => undefined;
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new folder with files, which is removed after the test file. */
export function folderWith(files: Readonly<Record<string, string | object>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  folders.push(folder);
  put(folder, files);
  return folder;
}

/** Writes files into a folder; what is no text is written as JSON. */
export function put(folder: string, files: Readonly<Record<string, string | object>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** A document of the manifest dialect. */
export const manifest = (name: string, more: object = {}): object => ({
  type: 'job',
  name,
  labels: `app:${name}`,
  'image-source': 'busybox:1.28',
  ...more,
});
