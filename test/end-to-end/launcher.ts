// The Launcher's side of a plugin: starts its process, asks it over its pipes and keeps all that it says.
//
//   const launcher = new Launcher(program, environment);
//   const { jobs } = await launcher.ask('submit', { username: 'jane', job });
//   const id = launcher.tell('status', { username: '*', jobId: '*' });
//   await launcher.heard(() => launcher.statuses(id).length === 2);
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export const TYPES = {
  heartbeat: 0,
  bootstrap: 1,
  submit: 2,
  jobs: 3,
  status: 4,
  control: 5,
  output: 6,
  resources: 7,
  network: 8,
  cluster: 9,
  nodes: 201,
};
export const OPERATIONS = { suspend: 0, resume: 1, stop: 2, kill: 3, cancel: 4 };

/** Whatever the plugin says: of each message only what its type has. */
export interface Message {
  readonly messageType: number;
  readonly requestId: number;
  readonly responseId: number;
  readonly errorCode?: number;
  readonly errorMessage?: string;
  readonly jobs?: readonly Job[];
  readonly sequences?: readonly { readonly requestId: number; readonly seqId: number }[];
  readonly id?: string;
  readonly name?: string;
  readonly status?: string;
  readonly statusMessage?: string;
  readonly seqId?: number;
  readonly output?: string;
  readonly complete?: boolean;
  readonly ipAddresses?: readonly string[];
}

/** A job, as the plugin tells of it. */
export interface Job {
  readonly id: string;
  readonly status?: string;
  readonly exitCode?: number;
  readonly name?: string;
}

export interface Told extends Pick<Message, 'id' | 'name' | 'status' | 'statusMessage'> {
  readonly seqId: number;
}

export class Launcher {
  readonly messages: Message[] = [];
  /** What it writes beside its answers. */
  log = '';
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;
  private rest = Buffer.alloc(0);
  private asked = 0;

  constructor(program: string, environment: NodeJS.ProcessEnv, args: readonly string[] = []) {
    const env = { PATH: process.env['PATH'], ...environment };
    this.child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env });
    this.child.stdout!.on('data', (chunk: Buffer) => this.read(chunk));
    this.child.stderr!.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
    this.child.stdin!.on('error', () => undefined);
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  private read(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (this.rest.length >= 4 && this.rest.length >= 4 + this.rest.readUInt32BE()) {
      const length = this.rest.readUInt32BE();
      this.messages.push(JSON.parse(this.rest.subarray(4, 4 + length).toString()));
      this.rest = this.rest.subarray(4 + length);
    }
  }

  /** Bytes as they are. */
  write(bytes: Buffer): void {
    this.child.stdin!.write(bytes);
  }

  /** A message with its length before it. */
  frame(text: string | Buffer): void {
    const header = Buffer.alloc(4);
    header.writeUInt32BE(Buffer.byteLength(text));
    this.write(Buffer.concat([header, Buffer.from(text)]));
  }

  /** Sends a request and does not wait; its id. */
  tell(type: keyof typeof TYPES, body: object = {}): number {
    const requestId = ++this.asked;
    this.frame(JSON.stringify({ messageType: TYPES[type], requestId, ...body }));
    return requestId;
  }

  /** Sends a request and waits for its answer, of whatever kind. */
  async ask(type: keyof typeof TYPES, body: object = {}): Promise<Message> {
    const id = this.tell(type, body);
    return this.heard(() => this.messages.find(({ requestId }) => requestId === id));
  }

  /** Waits for something to be true of what was said. */
  async heard<T>(found: () => T | undefined | false, seconds = 15): Promise<T> {
    for (const deadline = Date.now() + seconds * 1000; ; await sleep(10)) {
      const it = found();
      if (it !== undefined && it !== false) return it;
      if (Date.now() < deadline) continue;
      throw new Error(
        `not heard in ${seconds} s; last: ${JSON.stringify(this.messages.slice(-5))}\n${this.log.slice(-2000)}`,
      );
    }
  }

  /** What a stream of statuses has told, each with its number in it. */
  statuses(requestId: number): Told[] {
    return this.messages.flatMap(({ sequences, id, name, status, statusMessage }) => {
      const seqId = sequences?.find((each) => each.requestId === requestId)?.seqId;
      return seqId === undefined ? [] : [{ seqId, id, name, status, statusMessage }];
    });
  }

  /** The Launcher has no more to ask. */
  close(): Promise<number | null> {
    this.child.stdin!.end();
    return this.ended;
  }

  signal(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}
