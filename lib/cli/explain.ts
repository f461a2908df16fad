// explain: where every key of a document went, what was filled in, ignored or lost, and when a schedule fires next.
import type { ReadResult, ReadWorkload } from '../read';
import { printPath, printSource } from '../report/print';
import { errorsOf, type Note, type Problem, type Source } from '../report/problem';
import { readAllDocuments } from './documents';
import type { Io } from './io';
import { originTable, type Place } from './origins';
import { hasColour } from './colour';
import { printProblems } from './print-problems';
import { findingOf } from './reports';
import { type Runs, runsOf } from './runs';
import { table } from './table';
import type { Run } from './verb';

/** One key of a document and its fate. */
interface Key extends Note {
  /** Where it is to be found in the Kubernetes objects. */
  readonly becomes: readonly Place[];
}

/** A document, explained. */
interface Explained {
  readonly source: Source | undefined;
  readonly workloads: readonly ReadWorkload[];
  readonly keys: readonly Key[];
  readonly problems: readonly Problem[];
  readonly images: ReadResult['images'];
  readonly runs: readonly Runs[];
}

export const explain: Run = async (args, io) => {
  const documents: Explained[] = [];
  for await (const result of readAllDocuments(args, io)) documents.push(explainDocument(result, io));
  const errors = documents.flatMap(({ problems }) => errorsOf(problems));
  if (args.flags['report'] === 'json') {
    await io.stdout.write(`${JSON.stringify({ documents: documents.map(asJson) }, null, 2)}\n`);
  } else {
    for (const [index, document] of documents.entries()) {
      if (document.workloads.length > 0) await io.stdout.write((index > 0 ? '\n' : '') + textOf(document, io));
    }
    const problems = documents.flatMap(({ problems: found }) => found);
    await printProblems(problems, io.stderr, io);
  }
  return errors.length === 0 ? 0 : 1;
};

function explainDocument({ workloads, notes, problems, images }: ReadResult, io: Io): Explained {
  const tables = workloads.map(({ workload }) => originTable(workload));
  const keys = notes.map((note): Key => {
    const { to } = note;
    return { ...note, becomes: to === undefined ? [] : tables.flatMap((places) => places(to)) };
  });
  const source = workloads[0]?.source ?? notes[0]?.source ?? problems[0]?.source;
  const runs = workloads.flatMap(({ workload }) => runsOf(workload, io.now()) ?? []);
  return { source, workloads, keys, problems, images, runs };
}

function asJson({ source, workloads, keys, problems, images, runs }: Explained): object {
  return {
    ...(source !== undefined && { source: source.file ?? '-', document: source.document ?? 0 }),
    ...(workloads[0] !== undefined && { dialect: workloads[0].dialect }),
    workloads: workloads.map(({ workload, manifests }) => ({
      kind: workload.kind,
      name: workload.name,
      ...(workload.namespace !== undefined && { namespace: workload.namespace }),
      objects: manifests.map(title),
    })),
    keys: keys.map(({ path, fate, to, message, becomes, source: place }) => ({
      path,
      fate,
      ...(to !== undefined && { to }),
      ...(message !== undefined && { message }),
      ...(becomes.length > 0 && { becomes }),
      ...(place?.line !== undefined && { line: place.line, column: place.column }),
    })),
    problems: problems.map((problem) => findingOf({ problem, document: problem.source?.document ?? 0 })),
    images,
    schedules: runs.map(({ workload, schedule, timeZone, next, problem }) => ({
      workload,
      schedule,
      ...(timeZone !== undefined && { timeZone }),
      next: next.map(({ time }) => time.toISOString()),
      ...(problem !== undefined && { problem }),
    })),
  };
}

const title = ({ kind, metadata }: ReadWorkload['manifests'][number]): string =>
  `${kind} ${metadata?.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata?.name ?? ''}`;

function textOf({ source, workloads, keys, problems, images, runs }: Explained, io: Io): string {
  const colour = hasColour(io.stdout, io);
  const width = Math.max(60, Math.min(io.stdout.columns ?? 120, 160));
  const heading = (text: string): string => (colour ? `\u001b[1m${text}\u001b[0m` : text);
  const sorted = [...keys].sort((a, b) => (a.source?.line ?? 0) - (b.source?.line ?? 0));
  const rows = sorted.map((key) => [lineOf(key), keyOf(key), key.fate, whereTo(key)]);
  const lost = problems
    .filter(({ code }) => code === 'loss' || code === 'unknown-key')
    .map(({ path, message, source: place }) => [String(place?.line ?? ''), printPath(path), 'lost', message]);
  const becomes = workloads.map(
    ({ workload, manifests }) =>
      `${workload.kind} ${workload.name ?? ''} becomes ${manifests.map(title).join(', ') || 'nothing'}\n`,
  );
  const parts = [
    `${heading(`${printSource(source)}: ${workloads[0]?.dialect ?? ''}`)}\n${becomes.join('')}`,
    `${table([['Line', 'Key', 'Fate', 'Where it went, or why not'], ...rows, ...lost], width)}`,
    ...images.map(({ image, context }) => `Image to build: ${image}, from the folder ${contextOf(context, source)}\n`),
    ...runs.map(runsText),
  ];
  return parts.join('\n');
}

const contextOf = (context: string, source: Source | undefined): string => {
  const folder = source?.file?.includes('/') ? source.file.slice(0, source.file.lastIndexOf('/')) : '.';
  return context === '.' ? folder : `${folder}/${context}`;
};

const lineOf = ({ source, fate }: Key): string => (fate === 'defaulted' ? '' : String(source?.line ?? ''));

/** A value that was filled in has no key of its own: what is said is where it could have been. */
const keyOf = ({ path }: Key): string => printPath(path) || 'the document';

function whereTo({ fate, to, message, becomes }: Key): string {
  const place = becomes[0];
  const more = becomes.length > 1 ? `, and in ${becomes.length - 1} more` : '';
  const object = place === undefined ? '' : `${place.object}: ${printPath(place.path)}${more}`;
  const model = to === undefined ? '' : printPath(to);
  const where = object === '' ? model : object;
  if (fate === 'defaulted') return [where, message].filter(Boolean).join(' = ');
  return [where, message].filter(Boolean).join('; ');
}

function runsText({ workload, schedule, timeZone, next, problem }: Runs): string {
  const zone =
    timeZone === undefined ? ' in UTC (no time zone is stated: the zone of the controller counts)' : ` in ${timeZone}`;
  const lines = next.map(({ local }) => `  ${local}\n`).join('');
  return `Next runs of ${workload}, ${schedule}${zone}:\n${problem === undefined ? lines : `  ${problem}\n`}`;
}
