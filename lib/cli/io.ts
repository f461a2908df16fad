// Everything that the command touches outside itself, so that tests can give it other hands.
import { fstatSync, writeSync } from 'node:fs';
import { PIECE } from '../text/pieces';
import { optimizer } from './optimizer';

/** Where text goes. */
export interface Output {
  /** Resolves when more may be written. */
  write(text: string | Uint8Array): Promise<void>;
  /** A person looks at it. */
  readonly isTTY?: boolean;
  /** Width of the terminal. */
  readonly columns?: number;
}

/** Standard streams, folder, environment and clock. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The only clock. */
  readonly now: () => Date;
  /** Does what must not be left half done: who presses Ctrl-C meanwhile is heard when it is done. */
  readonly uninterrupted: <T>(work: () => Promise<T>) => Promise<T>;
  /** Calls `stop` when the user presses Ctrl-C, in place of ending at once; returns what ends this. */
  readonly onInterrupt: (stop: () => void) => () => void;
  /** Hears how many documents were read so far. */
  readonly onDocuments?: (soFar: number) => void;
}

/** The process' own. Each stream is made when it is first used, which takes a while. */
export function processIo(process: NodeJS.Process): Io {
  // The console of Windows takes characters from a stream alone.
  const [out, err] = process.platform === 'win32' ? [] : [1, 2];
  return {
    get stdin() {
      return process.stdin;
    },
    stdout: new ProcessOutput(out, () => process.stdout),
    stderr: new ProcessOutput(err, () => process.stderr),
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date(),
    uninterrupted: (work) => uninterrupted(process, work),
    onInterrupt: (stop) => {
      for (const signal of SIGNALS) process.on(signal, stop);
      return () => SIGNALS.forEach((signal) => process.off(signal, stop));
    },
    onDocuments: optimizer(process.versions.v8, (flags) => v8().setFlagsFromString(flags)),
  };
}

/** Not for a single document: it loads much. */
const v8 = (): typeof import('node:v8') => require('node:v8') as typeof import('node:v8');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function uninterrupted<T>(process: NodeJS.Process, work: () => Promise<T>): Promise<T> {
  let heard: NodeJS.Signals | undefined;
  const hear = (signal: NodeJS.Signals): void => {
    heard = signal;
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  try {
    return await work();
  } finally {
    // Of what came while we worked we are told in the next turn.
    await new Promise((resolve) => setImmediate(resolve));
    for (const signal of SIGNALS) process.off(signal, hear);
    if (heard !== undefined) process.kill(process.pid, heard);
  }
}

class ProcessOutput implements Output {
  private opened: NodeJS.WriteStream | undefined;
  /** Its reader has seen enough (`| head`): what follows is for nobody, which is no error and changes no exit code. */
  private deserted = false;

  /** @param file - Its number, where it may be written without its stream. */
  constructor(
    private readonly file: number | undefined,
    private readonly open: () => NodeJS.WriteStream,
  ) {}

  private get stream(): NodeJS.WriteStream {
    if (this.opened === undefined) {
      this.opened = this.open();
      // What was refused is heard of where it was written; an event that nobody listens to would end the process.
      this.opened.on('error', () => undefined);
    }
    return this.opened;
  }

  get isTTY(): boolean {
    return this.mayBeTerminal && this.stream.isTTY;
  }

  get columns(): number | undefined {
    return this.mayBeTerminal ? this.stream.columns : undefined;
  }

  private get mayBeTerminal(): boolean {
    return this.file === undefined || fstatSync(this.file).isCharacterDevice();
  }

  async write(text: string | Uint8Array): Promise<void> {
    if (this.deserted) return;
    try {
      const left = this.file === undefined || this.opened !== undefined ? text : writeAtOnce(this.file, text);
      if (left.length === 0) return;
      await new Promise<void>((resolve, reject) => {
        this.stream.write(left, (error) => (error ? reject(error) : resolve()));
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
      this.deserted = true;
    }
  }
}

/**
 * Writes without a stream, which takes longer to make than all else of a short output, and to a file loses what does not fit any more. What is left
 * is for the stream, which can wait where a file may not be waited for.
 */
function writeAtOnce(file: number, text: string | Uint8Array): Uint8Array {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(file, bytes, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
  return bytes.subarray(at);
}

/** An input in blocks of the size of a piece, the last one smaller; one that is empty is one block. */
export async function* blocksOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let at = 0;
    for (; size + bytes.length - at > PIECE; size = 0) {
      const end = at + PIECE - size;
      yield joined([...held, bytes.subarray(at, end)]);
      held = [];
      at = end;
    }
    held.push(bytes.subarray(at));
    size += bytes.length - at;
  }
  yield joined(held);
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => (parts.length === 1 ? parts[0]! : Buffer.concat(parts));
