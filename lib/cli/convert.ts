// convert: documents → Kubernetes manifests, on standard output, in a file or in a folder.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KubeObject } from '../kube/object';
import { identityKey, refOf } from '../kube/set/identity';
import type { ReadWorkload } from '../read';
import { printSource } from '../report/print';
import { errorsOf, type Problem } from '../report/problem';
import { type Asked, askedBy, ignoredLine, leftOutLine } from './asked';
import { readAllDocuments } from './documents';
import { excludeOf, nothingRead, refuseInput } from './inputs';
import type { Io } from './io';
import { type Format, Manifests } from './manifests';
import { count, printProblems } from './print-problems';
import { Progress } from './progress';
import { Seen } from './seen';
import { Spool } from './spool';
import { type Args, type Run, UsageError } from './verb';
import { writeWhole } from './write-file';

/** Where the manifests go: nothing is to be seen of them before `finish`. */
interface Target {
  add(workload: ReadWorkload): readonly Problem[];
  /** What was written, where it went into files. */
  finish(): Promise<string | undefined>;
  /** Something was wrong: leaves nothing behind. */
  cancel(): void;
}

export const convert: Run = (args, io) =>
  args.flags['watch'] === undefined ? once(args, io) : watching(args, io, () => once(args, io));

const watching = (...call: Parameters<typeof import('./watch').watching>): Promise<number> =>
  (require('./watch') as typeof import('./watch')).watching(...call);

async function once(args: Args, io: Io): Promise<number> {
  const asked = askedBy(args);
  const target = targetOf(args, io);
  const seen = new Seen();
  try {
    const { errors, warnings, workloads, ignored } = await fill(target, seen, asked, args, io);
    if (ignored !== undefined) await io.stderr.write(`${ignored}\n`);
    if (errors + warnings > 0) {
      target.cancel();
      const what = [
        ...(errors > 0 ? [count(errors, 'error')] : []),
        ...(warnings > 0 ? [count(warnings, 'warning')] : []),
      ];
      await io.stderr.write(`${what.join(', ')}; nothing was written\n`);
      return 1;
    }
    const written = workloads === 0 ? undefined : await target.finish();
    if (workloads === 0) await io.stderr.write(nothingRead(args));
    else if (written !== undefined) await io.stderr.write(`wrote ${written}\n`);
    return 0;
  } catch (error) {
    target.cancel();
    throw error;
  } finally {
    seen.close();
  }
}

/** What was found on the way. */
interface Filled {
  readonly errors: number;
  /** Those that count as failures. */
  readonly warnings: number;
  readonly workloads: number;
  /** What was ignored and what could not be, in words. */
  readonly ignored?: string;
}

/** Converts all documents; from the first failure on only to find the others. */
async function fill(target: Target, seen: Seen, asked: Asked, args: Args, io: Io): Promise<Filled> {
  const { take, fails, unmet } = asked;
  let errors = 0;
  let warnings = 0;
  let workloads = 0;
  let documents = 0;
  const ignored: Problem[] = [];
  const exclude = excludeOf(args.flags);
  const progress = new Progress(io, 'converted');
  for await (const result of readAllDocuments(args, io, exclude)) {
    io.onDocuments?.(++documents);
    const found = result.problems.map((problem) => take(problem));
    for (const workload of result.workloads) {
      workloads++;
      for (const object of workload.manifests) unmet?.meet(refOf(object));
      found.push(...duplicates(workload, seen).map((problem) => take(problem)));
      if (errors + warnings === 0 && !found.some(fails)) found.push(...target.add(workload));
    }
    const failed = found.filter(fails);
    errors += errorsOf(failed).length;
    warnings += failed.length - errorsOf(failed).length;
    for (const { code, severity, path, message, ignored: was } of found)
      if (was !== undefined) ignored.push({ code, severity, path, message, ignored: was });
    const told = found.filter(({ severity }) => severity !== 'note');
    if (told.length > 0) await progress.clear();
    await printProblems(told, io.stderr, io);
    await progress.at(workloads, 'workloads');
  }
  await progress.clear();
  const counted = [ignoredLine(ignored), leftOutLine(exclude?.count)].filter((line) => line !== undefined);
  const lines = [...counted, ...(unmet?.lines() ?? [])];
  return { errors, warnings, workloads, ...(lines.length > 0 && { ignored: lines.join('\n') }) };
}

/** Two objects of one kind, name and namespace: only the one applied last would remain. */
function duplicates({ manifests, source }: ReadWorkload, seen: Seen): Problem[] {
  const place = printSource(source);
  return manifests.flatMap((object) => {
    const key = identityKey(object);
    const first = key === undefined ? undefined : seen.first(key, place);
    if (first === undefined) return [];
    const message = `becomes the same object as the document at ${first}: of both, only the one applied last would remain`;
    const title = refOf(object);
    const hint = 'Give one of them another name or namespace';
    return [{ code: 'duplicate', severity: 'error', path: [], message, hint, source, object: title } satisfies Problem];
  });
}

function targetOf(args: Args, io: Io): Target {
  const { flags } = args;
  const { output = '-', split = 'resource' } = flags;
  const folder = isFolder(output, io.cwd);
  if (flags['split'] !== undefined && !folder) {
    throw new UsageError('--split is for a folder: -o DIR/', 'Like this: -o manifests/ --split workload');
  }
  const format = (flags['format'] ?? (folder ? 'yaml' : formatOf(output))) as Format;
  if (folder) return folderOf(resolve(io.cwd, output), output, format, split as 'resource' | 'workload', io);
  refuseInput(output, args, io);
  return new OneText(format, output, io);
}

const isFolder = (output: string, cwd: string): boolean =>
  output !== '-' &&
  (output.endsWith('/') || statSync(resolve(cwd, output), { throwIfNoEntry: false })?.isDirectory() === true);

function folderOf(...args: ConstructorParameters<typeof import('./folder').Folder>): Target {
  const { Folder } = require('./folder') as typeof import('./folder');
  return new Folder(...args);
}

const formatOf = (file: string): Format => (/\.json$/i.test(file) ? 'json' : 'yaml');

/** All manifests in one text, on standard output or in a file. */
class OneText implements Target {
  private readonly spool = new Spool();
  private readonly manifests: Manifests;
  private objects = 0;

  constructor(
    format: Format,
    private readonly output: string,
    private readonly io: Io,
  ) {
    this.manifests = new Manifests(format, this.spool);
  }

  add({ manifests }: ReadWorkload): readonly Problem[] {
    manifests.forEach((object: KubeObject) => this.manifests.add(object));
    this.objects += manifests.length;
    return [];
  }

  async finish(): Promise<string | undefined> {
    this.manifests.end();
    try {
      if (this.output === '-') return void (await this.spool.copyTo(this.io.stdout));
      await writeWhole(this.output, this.io, (output) => this.spool.copyTo(output));
    } finally {
      this.spool.close();
    }
    return `${count(this.objects, 'object')} to ${this.output}`;
  }

  cancel(): void {
    this.spool.close();
  }
}
