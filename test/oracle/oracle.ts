// The client of the oracle (test/oracle/server): the API server's own decoding, defaulting and validation, for tests.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MINORS } from '../../lib/kube/api/minors';
import { cached, go, goInputs, release, type Version, versions } from '../tools/build';

/** One reason why the server refuses. `type` is the server's cause (`FieldValueRequired`, …), or `UnknownField`, `DuplicateField`,
 * `UnknownKind`, `Panic`, or the name of the HTTP status. */
export interface Violation {
  field: string;
  type: string;
  message: string;
}

/** What the server says to a create. `object` is what it would store. */
export interface Verdict {
  ok: boolean;
  code: number;
  errors: Violation[];
  warnings: string[];
  object?: unknown;
}

/** A kind that the server takes with a POST, by its version. */
export interface ServedKind {
  apiVersion: string;
  kind: string;
  /** Its name in a URL. */
  resource: string;
  namespaced: boolean;
}

/** What a parser says; `message` is its error. */
export interface Reading {
  ok: boolean;
  message: string;
}

export interface QuantityReading extends Reading {
  /** `canonical`: as it would be stored in sizeLimit. `rounded`: as under resources, up to a thousandth; `milli` is the number of
   * thousandths (left out when it has over a thousand digits). */
  quantity?: { canonical: string; sign: -1 | 0 | 1; rounded: string; milli?: string };
}

export interface Oracle {
  readonly version: Version;
  /** What a server of this minor serves without flags, apart from subresources. */
  kinds(): Promise<ServedKind[]>;
  /** Judges one object, or the text of one, which may be JSON that no object can be (doubled keys, 3.0). With `dryRun` it is the
   * answer to a dry run, which does not see a node port out of range and a stated resourceVersion. */
  create(object: object | string, options?: { dryRun?: boolean }): Promise<Verdict>;
  /** The documents that kubectl reads in a YAML text. */
  yaml(text: string): Promise<Reading & { documents: unknown[] }>;
  /** Whether robfig/cron takes the schedule, and its next `n` runs after `from` (RFC 3339), in UTC. */
  cron(
    schedule: string,
    options?: { timeZone?: string; from?: string; n?: number },
  ): Promise<Reading & { runs: string[] }>;
  /** Whether Go's tz database has the name; the host's own zone files are not looked at. */
  timeZone(name: string): Promise<Reading>;
  quantity(text: string): Promise<QuantityReading>;
  /** -1, 0 or 1 as a is less than, equal to, greater than b. */
  compareQuantity(a: string, b: string): Promise<Reading & { compare?: -1 | 0 | 1 }>;
  close(): Promise<void>;
}

interface Answer extends Verdict, QuantityReading {
  id: number;
  ok: boolean;
  kinds?: ServedKind[];
  documents?: unknown[];
  runs?: string[];
  compare?: -1 | 0 | 1;
}

export const oracleSource = join(__dirname, 'server');
const modfileOf = (version: Version): string => join(oracleSource, 'modules', `${version}.mod`);

/** What the go command is to know of a version: its requirements, and the tags that say which minor it is. */
export function oracleFlags(version: Version, modfile = modfileOf(version)): string[] {
  const tags = MINORS.slice(1, MINORS.indexOf(version) + 1).map((minor) => `since_${minor.replace('.', '_')}`);
  return [`-modfile=${modfile}`, `-tags=${tags.join(',')}`];
}

/** Where the rules of the server are, to count what objects reach of them; without the program itself nothing is written. */
const COUNTED = [
  'cdk8s-kam/test/oracle/server',
  'k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation',
  'k8s.io/apiextensions-apiserver/pkg/apiserver/schema/...',
  'k8s.io/apimachinery/pkg/api/validate',
  'k8s.io/apimachinery/pkg/api/validation',
  'k8s.io/apimachinery/pkg/apis/meta/v1/validation',
  'k8s.io/apiserver/pkg/util/webhook',
  'k8s.io/kube-aggregator/pkg/apis/apiregistration/validation',
  'k8s.io/kubernetes/pkg/apis/.../validation',
  'k8s.io/kubernetes/pkg/registry/...',
];

/** The oracle's program, built on first use: some five minutes of a processor for each version on a new machine. With `cover` it counts (see startOracle). */
export function oracleProgram(version: Version, { cover = false } = {}): string {
  const modfile = modfileOf(version);
  const requirements = [modfile, modfile.replace(/mod$/, 'sum')].map((file) => readFileSync(file, 'utf8'));
  const inputs = [...goInputs(oracleSource), ...requirements, ...(cover ? COUNTED : [])];
  const folder = cached(`oracle${cover ? '-cover' : ''}-${release[version]}`, inputs, (target) => {
    // checklinkname: read.go sets a variable of package time.
    const flags = ['-trimpath', '-buildvcs=false', '-p=2', '-ldflags=-checklinkname=0 -s -w', ...oracleFlags(version)];
    if (cover) flags.push('-cover', `-coverpkg=${COUNTED.join(',')}`);
    go(oracleSource, ['build', ...flags, '-o', join(target, 'oracle'), '.']);
  });
  return join(folder, 'oracle');
}

/**
 * Starts an oracle. Requests may be in flight together; close it at the end. With `cover`, a folder that is there, it writes into it when it
 * is closed which of the server's rules were reached: `go tool covdata percent -i=FOLDER` says how much of each package, and
 * `go tool covdata textfmt -i=FOLDER -o=FILE` which statements.
 */
export async function startOracle({ version, cover }: { version: Version; cover?: string }): Promise<Oracle> {
  const child = spawn(oracleProgram(version, { cover: cover !== undefined }), {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...(cover !== undefined && { GOCOVERDIR: cover }) },
  });
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let next = 1;
  let closed: Error | undefined;

  const ended = new Promise<void>((resolve) => {
    const end = (error: Error): void => {
      closed ??= error;
      for (const { reject } of waiting.values()) reject(closed);
      waiting.clear();
      resolve();
    };
    child.on('error', end);
    child.on('close', (code, signal) => end(new Error(`the oracle ended (${signal ?? code})`)));
    child.stdin.on('error', end);
  });

  let parts: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      parts.push(chunk.subarray(start, end));
      const answer: Answer = JSON.parse(Buffer.concat(parts).toString());
      parts = [];
      start = end + 1;
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  });

  const ask = (question: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(closed);
      const id = next++;
      waiting.set(id, { resolve, reject });
      child.stdin.write(`${JSON.stringify({ id, ...question })}\n`);
    });

  return {
    version,
    async kinds() {
      return (await ask({ op: 'kinds' })).kinds ?? [];
    },
    async create(object, { dryRun = false } = {}) {
      const text = typeof object === 'string' ? object : JSON.stringify(object);
      const {
        ok,
        code,
        errors = [],
        warnings = [],
        object: stored,
      } = await ask({ op: 'create', object: text, dryRun });
      return { ok, code, errors, warnings, object: stored };
    },
    async yaml(text) {
      const { ok, message = '', documents = [] } = await ask({ op: 'yaml', text });
      return { ok, message, documents };
    },
    async cron(schedule, options = {}) {
      const { ok, message = '', runs = [] } = await ask({ op: 'cron', schedule, ...options });
      return { ok, message, runs };
    },
    async timeZone(name) {
      const { ok, message = '' } = await ask({ op: 'timezone', name });
      return { ok, message };
    },
    async quantity(text) {
      const { ok, message = '', quantity } = await ask({ op: 'quantity', text });
      return { ok, message, quantity };
    },
    async compareQuantity(a, b) {
      const { ok, message = '', compare } = await ask({ op: 'compareQuantity', a, b });
      return { ok, message, compare };
    },
    async close() {
      closed ??= new Error('the oracle is closed');
      child.stdin.end();
      await ended;
    },
  };
}

/**
 * For tests that want everything accepted: what the servers of all versions have against the objects, one line each, so `[]` when all is
 * fine. Objects of kinds that the server itself does not have (HTTPRoute, ExternalSecret, Mapping) are left to kubeconform.
 */
export async function judge(objects: readonly object[]): Promise<string[]> {
  const complaints = await Promise.all(
    versions.map(async (version) => {
      const oracle = await startOracle({ version });
      try {
        const verdicts = await Promise.all(objects.map((object) => oracle.create(object)));
        return verdicts.flatMap(({ errors }, i) =>
          errors
            .filter(({ type }) => type !== 'UnknownKind')
            .map(({ field, message }) => `${version}: ${nameOf(objects[i])}: ${field}: ${message}`),
        );
      } finally {
        await oracle.close();
      }
    }),
  );
  return complaints.flat();
}

function nameOf(object: object | undefined): string {
  const { kind, metadata } = object as { kind?: unknown; metadata?: { name?: unknown } };
  return `${String(kind)} ${String(metadata?.name)}`;
}
