// Documents in: text → located workloads (convertDocuments) → Kubernetes objects (render) → what is wrong with them (judge). Each is walked
// once, with one report for a document, so that every problem stands at the document's own key and nothing is said twice.
import { chooseDialect } from './dialects/choose';
import { commentsOfWorkloads } from './dialects/comments';
import type { Converted, DialectName, ImageToBuild } from './dialects/dialect';
import { optionProblems, type Options } from './dialects/options';
import { wayBack } from './dialects/way-back';
import { ignored, ignoredBy } from './kube/ignored';
import type { KubeObject } from './kube/object';
import { serverOf } from './kube/server';
import { printPath, printValue } from './report/print';
import { byPlace, errorsOf, type Note, type Path, type Problem, type Source } from './report/problem';
import { ProblemError } from './report/problem-error';
import { Report, type Variants } from './report/report';
import { isMap } from './shape/shape';
import type { Comment } from './text/comments';
import { unwrap } from './text/envelope';
import { type ParsedDocument, parseText, placedIn, sourceOf, splitItems } from './text/parse';
import { fillIn } from './workload/defaults';
import { judge, named } from './workload/judge';
import { render } from './workload/manifests';
import { defaultsAsText } from './workload/model/certain-text';
import type { Defaults } from './workload/model/defaults';
import type { Workload } from './workload/model/workload';
import { objectsOf } from './workload/render/workload';

/** How documents are read. */
export interface ReadOptions extends Options {
  /** Name of the text for messages; its ending tells JSON (`.json`), JSON lines (`.jsonl`), KCL (`.k`) and YAML apart. */
  readonly file?: string;
}

/** One workload that was read. */
export interface ReadWorkload {
  readonly workload: Workload;
  /** The Kubernetes objects that it becomes. */
  readonly manifests: readonly KubeObject[];
  readonly dialect: DialectName;
  /** Where its document starts. */
  readonly source: Source;
  /** What is wrong with or surprising in it, at the document's own keys; among the problems of the whole text too. */
  readonly problems: readonly Problem[];
  /** The document's comments, each at the field that was made from its key; looked for when they are asked for. */
  readonly comments: readonly Comment[];
}

/** What a text became: plain data. */
export interface ReadResult {
  readonly workloads: readonly ReadWorkload[];
  /** What happened to the keys: mapped, defaulted, ignored. */
  readonly notes: readonly Note[];
  /** Everything that is wrong or surprising, of all documents, in their order. */
  readonly problems: readonly Problem[];
  /** Images that are to be built from the documents' own folders. */
  readonly images: readonly ImageToBuild[];
}

/**
 * Places in the text are looked up when somebody asks: a consumer of messages never does. What is looked up so is a property like any other to
 * who spreads or prints the result. The getter is one for all: with a getter of its own each result would have a hidden class of its own, which
 * keeps what it holds from being collected soon.
 */
class Result implements ReadResult {
  static readonly #lazy = {
    enumerable: true,
    get(this: Result): readonly Note[] {
      return (this.#notes ??= this.#find());
    },
  };
  declare readonly notes: readonly Note[];
  #notes: readonly Note[] | undefined;
  readonly #find: () => readonly Note[];

  constructor(
    readonly workloads: readonly ReadWorkload[],
    readonly problems: readonly Problem[],
    readonly images: readonly ImageToBuild[],
    notes: () => readonly Note[],
  ) {
    this.#find = notes;
    Object.defineProperty(this, 'notes', Result.#lazy);
  }
}

/** As {@link Result}. */
class Judged implements ReadWorkload {
  static readonly #lazySource = {
    enumerable: true,
    get(this: Judged): Source {
      return (this.#source ??= this.#located.source());
    },
  };
  static readonly #lazyComments = {
    enumerable: true,
    get(this: Judged): readonly Comment[] {
      return this.#located.comments();
    },
  };
  readonly workload: Workload;
  readonly dialect: DialectName;
  declare readonly source: Source;
  readonly problems: readonly Problem[];
  declare readonly comments: readonly Comment[];
  readonly #located: LocatedWorkload;
  #source: Source | undefined;

  constructor(
    located: LocatedWorkload,
    readonly manifests: readonly KubeObject[],
  ) {
    this.#located = located;
    this.workload = located.workload;
    this.dialect = located.dialect;
    const { problems } = located.report;
    this.problems = problems.length === 0 ? problems : problemsAlone(located);
    Object.defineProperty(this, 'source', Judged.#lazySource);
    Object.defineProperty(this, 'comments', Judged.#lazyComments);
  }
}

/**
 * Reads documents of any dialect: YAML, JSON, JSON lines, KCL, one or many, lists, SQS and SNS envelopes. Never throws: look at `problems`.
 * @example const { workloads, problems } = read(text, { file: 'manifest.json' })
 */
export function read(text: string | Uint8Array, options: ReadOptions = {}): ReadResult {
  const wrong = wrongOptions(options);
  if (wrong.length > 0) return readDocuments([], {}, wrong);
  const { documents, problems } = parseText(text, { file: options.file });
  return readDocuments(splitItems(documents), options, problems);
}

/** Reads documents that have been parsed; see {@link read}. `problems` are known already and come first. */
export function readDocuments(
  documents: readonly ParsedDocument[],
  options: ReadOptions = {},
  problems: readonly Problem[] = [],
): ReadResult {
  const converted = convertDocuments(documents, options);
  const workloads: ReadWorkload[] = [];
  const all = [...problems];
  const images: ImageToBuild[] = [];
  for (const document of converted) {
    for (const located of document.workloads) workloads.push(renderAndJudge(located));
    for (const problem of fewOf(problemsOf(document).sort(byPlace))) all.push(problem);
    for (const image of document.images) images.push(image);
  }
  return new Result(workloads, all, images, () => converted.flatMap(({ notes }) => notes()));
}

/** What was found in a document that is rendered and judged, each problem with its object; what its workloads ask to ignore in themselves are notes. */
export function problemsOf({ workloads, report }: ConvertedDocument): Problem[] {
  const { problems } = report;
  if (problems.length === 0) return problems;
  const [only, another] = workloads;
  if (another === undefined) return told(problems, () => only);
  const owners = new Map(
    workloads.flatMap((workload) => workload.report.problems.map((problem) => [problem, workload])),
  );
  return told(
    problems,
    (problem) => owners.get(problem) ?? workloads.find(({ base }) => startsWith(problem.path, base())),
  );
}

/** As {@link problemsOf}, of one of the workloads. */
const problemsAlone = (workload: LocatedWorkload): Problem[] => told(workload.report.problems, () => workload);

function told(problems: readonly Problem[], ownerOf: (problem: Problem) => LocatedWorkload | undefined): Problem[] {
  const mains = new Map<LocatedWorkload, KubeObject | undefined>();
  return problems.map((problem) => {
    const owner = ownerOf(problem);
    if (owner === undefined) return problem;
    const asked = ignoredBy(owner.workload.annotations);
    const left = asked === undefined ? problem : ignored([problem], asked)[0]!;
    if (left.object !== undefined) return left;
    if (!mains.has(owner)) mains.set(owner, render(owner.workload, new Report())?.main);
    return named(left, mains.get(owner));
  });
}

/** Of several workloads each has a place of its own. */
const startsWith = (path: Path, base: Path): boolean => base.length > 0 && base.every((key, nth) => path[nth] === key);

/** Who has more problems in one document is told of this many, the errors first. */
const MOST_PROBLEMS = 1000;

function fewOf(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const errors = errorsOf(problems);
  const shown = [...errors, ...problems.filter(({ severity }) => severity !== 'error')].slice(0, MOST_PROBLEMS);
  const severity = errors.length > MOST_PROBLEMS ? 'error' : 'warning';
  const message = `${problems.length - MOST_PROBLEMS} more problems of this document are not shown`;
  return [...shown.sort(byPlace), { code: 'too-many-problems', severity, path: [], message, source: shown[0]?.source }];
}

/**
 * The Kubernetes objects of all documents of a text.
 * @throws ProblemError with everything that is wrong, at the documents' own lines
 */
export function readManifests(text: string | Uint8Array, options: ReadOptions = {}): KubeObject[] {
  const { workloads, problems } = read(text, options);
  const errors = errorsOf(problems);
  if (errors.length > 0) throw new ProblemError(errors);
  return workloads.flatMap(({ manifests }) => manifests);
}

function renderAndJudge(located: LocatedWorkload): ReadWorkload {
  const { workload, report } = located;
  const rendered = render(workload, report);
  if (rendered !== undefined) judge(rendered, report);
  return new Judged(located, rendered === undefined ? [] : objectsOf(rendered));
}

/** A document that was converted: nothing of it is rendered yet. */
export interface ConvertedDocument {
  readonly workloads: readonly LocatedWorkload[];
  /** What is wrong with the document, at its own keys; the reports of its workloads tell it what they find. */
  readonly report: Report;
  readonly notes: () => readonly Note[];
  readonly images: readonly ImageToBuild[];
}

/** A workload that was found in a document. */
export interface LocatedWorkload {
  readonly workload: Workload;
  readonly dialect: DialectName;
  /** Where its document starts. */
  readonly source: () => Source;
  /** Its place in the document; the root of one that it has for itself. */
  readonly base: () => Path;
  /** What is wrong with the workload, said at the document's own keys. */
  readonly report: Report;
  /** The document's comments, at fields of the workload. */
  readonly comments: () => readonly Comment[];
}

/** Converts documents, and the messages in envelopes, to workloads. Never throws. */
export function convertDocuments(
  documents: readonly ParsedDocument[],
  options: ReadOptions,
): readonly ConvertedDocument[] {
  const server = serverOf(options.kubernetes);
  const { defaults } = options;
  const own = defaults === undefined ? options : { ...options, defaults: defaultsAsText(defaults) as Defaults };
  const converted: ConvertedDocument[] = [];
  for (const document of documents) {
    for (const part of unwrapped(document)) converted.push(convertDocument(part, own, server));
  }
  return converted;
}

const NO_COMMENTS = (): readonly Comment[] => [];
const NOTHING = { workloads: [], notes: () => [], images: [] };

/** Everything that is wrong with options; with wrong ones nothing is read. */
export function wrongOptions({ file: _, ...options }: ReadOptions): readonly Problem[] {
  const { defaults } = options;
  const given = defaults === undefined ? options : { ...options, defaults: defaultsAsText(defaults) };
  const wrong = optionProblems(given, ['options']);
  if (wrong.length > 0) return wrong;
  try {
    serverOf(options.kubernetes);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map((problem) => ({ ...problem, path: ['options', ...problem.path] }));
  }
}

/** A document, or one message of an envelope. */
interface Part {
  readonly document: ParsedDocument;
  readonly value: unknown;
  /** Where `value` stands in the document. */
  readonly base: Path;
  readonly problems: readonly Problem[];
  /** Those around an envelope go with the first message. */
  readonly comments: () => readonly Comment[];
}

function unwrapped(document: ParsedDocument): Part[] {
  const envelope = unwrap(document.value);
  const comments = (): readonly Comment[] => document.comments();
  if (envelope === undefined) return [{ document, value: document.value, base: [], problems: [], comments }];
  const messages = envelope.messages.map(({ value, path }, nth): Part => {
    const around = (): Comment[] => comments().map(({ text }) => ({ text, path: [], stands: 'before' }));
    return { document, value, base: path, problems: [], comments: nth === 0 ? around : NO_COMMENTS };
  });
  return envelope.problems.length === 0
    ? messages
    : [...messages, { document, value: undefined, base: [], problems: envelope.problems, comments: NO_COMMENTS }];
}

function convertDocument(part: Part, options: ReadOptions, server: Variants): ConvertedDocument {
  const report = new Report(
    false,
    {
      pathOf: (path) => [...part.base, ...path],
      complete: (problem, path) => placedIn(problem, part.document, [...part.base, ...path]),
    },
    server,
  );
  for (const problem of part.problems) report.take(problem);
  if (part.problems.length > 0) return { ...NOTHING, report };
  const dialect = chooseDialect(part.value, options.dialect);
  if ('code' in dialect) {
    report.take(dialect);
    return { ...NOTHING, report };
  }
  const { namespace, name, labels, onLoss, defaults } = options;
  const own = options[dialect.name];
  const convert = (report: Report, keepsNotes: boolean): Converted =>
    dialect.convert(withoutSchema(part.value), { namespace, name, labels, onLoss, ...own }, report, keepsNotes);
  const converted = convert(report, false);
  report.settle();
  let kept: Converted | undefined;
  /** The same once more, for who asks what happened to the keys. */
  const withNotes = (): Converted => (kept ??= convert(new Report(false, undefined, server), true));
  const locate = (note: Note): Note => ({
    ...note,
    path: [...part.base, ...note.path],
    source: sourceIn(part, note.path),
  });
  let comments: ReturnType<typeof commentsOfWorkloads> | undefined;
  return {
    workloads: converted.workloads.map(({ workload }, nth) => {
      const pathOf = wayBack(() => withNotes().workloads[nth]!.trace, part.value);
      return {
        workload: defaults === undefined ? workload : fillIn(workload.kind, workload, defaults),
        dialect: dialect.name,
        source: () => sourceIn(part, []),
        base: () => [...part.base, ...pathOf([])],
        report: new Report(false, { outer: report, pathOf }),
        comments: () => (comments ??= commentsOfWorkloads(withNotes().workloads, part.comments()))[nth]!,
      };
    }),
    report,
    notes: () =>
      [
        ...schemaNote(part.value),
        ...withNotes().notes,
        ...(defaults === undefined ? [] : notesOfDefaults(converted, defaults)),
      ].map(locate),
    images: converted.images ?? [],
  };
}

function notesOfDefaults({ workloads }: Converted, defaults: Defaults): Note[] {
  const notes: Note[] = [];
  for (const { workload } of workloads)
    fillIn(workload.kind, workload, defaults, (to, from, value) => {
      // Variables may be secret.
      const shown = to.includes('env') ? '' : `${printValue(value)}, `;
      notes.push({ fate: 'defaulted', path: [], to, message: `${shown}from ${printPath(['defaults', ...from])}` });
    });
  return notes;
}

/** `$schema` at the root names a JSON Schema for editors, in documents of all dialects. */
const hasSchema = (value: unknown): value is { readonly $schema: string } =>
  isMap(value) && Object.hasOwn(value, '$schema') && typeof value.$schema === 'string';

const withoutSchema = (value: unknown): unknown =>
  hasSchema(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema')) : value;

const schemaNote = (value: unknown): Note[] =>
  hasSchema(value) ? [{ fate: 'ignored', path: ['$schema'], message: 'is for editors' }] : [];

const sourceIn = ({ document, base }: Part, path: Path): Source => sourceOf(document, [...base, ...path]);
