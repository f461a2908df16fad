// Text -> documents -> dialect -> workloads -> checked: the one way in for documents. Every problem is reported at the document's own key.
import { DIALECTS } from './dialects';
import type { ConvertedWorkload, Dialect, DialectName, ImageToBuild, Trace } from './dialects/dialect';
import { optionProblems, type Options } from './dialects/options';
import type { Code } from './report/codes';
import type { KubeObject } from './kube/object';
import { byPlace, errorsOf, type Note, type Path, type Problem, type Source } from './report/problem';
import { ProblemError } from './report/problem-error';
import { Report } from './report/report';
import { didYouMean, nearest } from './report/suggest';
import { isMap } from './shape/shape';
import { unwrap } from './text/envelope';
import { type NamedText, type ParsedDocument, parseStack, parseText, sourceOf, splitItems } from './text/parse';
import { knownBy, renderChecked } from './workload/manifests';
import type { Workload } from './workload/model/workload';

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
  /** What is wrong with or surprising in it; among the problems of the whole text too. */
  readonly problems: readonly Problem[];
  /**
   * Turns a problem of the workload into one of the document: at its own key, with line and column. Undefined where the dialect has
   * already refused what stands there, so that the workload lacks it.
   */
  readonly locate: (problem: Problem) => Problem | undefined;
}

/** What a text became. */
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
 * Reads documents of any dialect: YAML, JSON, JSON lines, KCL, one or many, lists, SQS and SNS envelopes. Never throws: look at `problems`.
 * @example const { workloads, problems } = read(text, { file: 'manifest.json' })
 */
export function read(text: string | Uint8Array, options: ReadOptions = {}): ReadResult {
  const { file, ...others } = options;
  const wrong = optionProblems(others, ['options']);
  if (wrong.length > 0) return failed(wrong);
  const { documents, problems } = parseText(text, { file });
  return readDocuments(splitItems(documents), options, problems);
}

/** Reads a text of a file, or the KCL sources of one stack; see {@link read}. */
export function readSources(sources: readonly NamedText[], options: Omit<ReadOptions, 'file'> = {}): ReadResult {
  const [first, ...others] = sources;
  if (first !== undefined && others.length === 0) return read(first.text, { ...options, file: first.file });
  const { documents, problems } = parseStack(sources);
  return readDocuments(documents, options, problems);
}

/** Reads documents that have been parsed; see {@link read}. `problems` are known already and come first. */
export function readDocuments(
  documents: readonly ParsedDocument[],
  options: ReadOptions = {},
  problems: readonly Problem[] = [],
): ReadResult {
  const results = documents.flatMap(unwrapped).map((part) => readDocument(part, options));
  return new Result(
    results.flatMap((result) => result.workloads),
    [...problems, ...results.flatMap((result) => result.problems)],
    results.flatMap((result) => result.images),
    () => results.flatMap((result) => result.notes),
  );
}

/** Places in the text are looked up when somebody asks: a consumer of messages never does. */
class Result implements ReadResult {
  private found: readonly Note[] | undefined;

  constructor(
    readonly workloads: readonly ReadWorkload[],
    readonly problems: readonly Problem[],
    readonly images: readonly ImageToBuild[],
    private readonly findNotes: () => readonly Note[],
  ) {}

  get notes(): readonly Note[] {
    return (this.found ??= this.findNotes());
  }
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

/** A document, or one message of an envelope. */
interface Part {
  readonly document: ParsedDocument;
  readonly value: unknown;
  /** Where `value` stands in the document. */
  readonly base: Path;
  readonly problems: readonly Problem[];
}

function unwrapped(document: ParsedDocument): Part[] {
  const envelope = unwrap(document.value);
  if (envelope === undefined) return [{ document, value: document.value, base: [], problems: [] }];
  const messages = envelope.messages.map(({ value, path }): Part => ({ document, value, base: path, problems: [] }));
  return envelope.problems.length === 0
    ? messages
    : [...messages, { document, value: undefined, base: [], problems: envelope.problems }];
}

function readDocument(part: Part, options: ReadOptions): ReadResult {
  const inText = (problem: Problem): Problem => ({
    ...problem,
    source: sourceIn(part, problem.path),
    path: [...part.base, ...problem.path],
  });
  if (part.problems.length > 0) return failed(part.problems.map(inText));
  const dialect = chooseDialect(part.value, options.dialect);
  if ('code' in dialect) return failed([inText(dialect)]);
  const report = new Report();
  const { namespace, name, labels, onLoss } = options;
  const own = options[dialect.name];
  const converted = dialect.convert(withoutSchema(part.value), { namespace, name, labels, onLoss, ...own }, report);
  const known = report.problems;
  const results = converted.workloads.map((each) => checkWorkload(each, part, dialect.name, known));
  return new Result(
    results,
    [...known.map(inText), ...results.flatMap(({ problems }) => problems)].sort(byPlace),
    converted.images ?? [],
    () =>
      [...schemaNote(part.value), ...converted.notes].map((note) => ({
        ...note,
        path: [...part.base, ...note.path],
        source: sourceIn(part, note.path),
      })),
  );
}

/** `$schema` at the root names a JSON Schema for editors, in documents of all dialects. */
const hasSchema = (value: unknown): value is { readonly $schema: string } =>
  isMap(value) && Object.hasOwn(value, '$schema') && typeof value.$schema === 'string';

const withoutSchema = (value: unknown): unknown =>
  hasSchema(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema')) : value;

const schemaNote = (value: unknown): Note[] =>
  hasSchema(value) ? [{ fate: 'ignored', path: ['$schema'], message: 'is for editors' }] : [];

const failed = (problems: readonly Problem[]): ReadResult => ({ workloads: [], notes: [], problems, images: [] });

function checkWorkload(
  { workload, trace }: ConvertedWorkload,
  part: Part,
  dialect: DialectName,
  known: readonly Problem[],
): ReadWorkload {
  const { objects, problems } = renderChecked(workload);
  const isRefused = knownBy(known);
  let places: ReadonlyMap<string, Trace> | undefined;
  const locate = (problem: Problem): Problem | undefined => {
    const path = documentPath(problem, (places ??= byModelPath(trace)), part.value);
    if (isRefused({ ...problem, path })) return undefined;
    return { ...problem, path: [...part.base, ...path], source: sourceIn(part, path) };
  };
  const seen = new Set<string>();
  // One key of a document may be in several objects (labels, a name): what is wrong with it is said once.
  const isNew = ({ path, code, message }: Problem): boolean =>
    seen.size < seen.add(JSON.stringify([path, code, message])).size;
  const located = problems.map(locate).filter((problem): problem is Problem => problem !== undefined && isNew(problem));
  return new Checked(workload, objects, dialect, located, locate, part);
}

class Checked implements ReadWorkload {
  constructor(
    readonly workload: Workload,
    readonly manifests: readonly KubeObject[],
    readonly dialect: DialectName,
    readonly problems: readonly Problem[],
    readonly locate: ReadWorkload['locate'],
    private readonly part: Part,
  ) {}

  get source(): Source {
    return sourceIn(this.part, []);
  }
}

/** The traces by their model path; of two with the same the first counts. */
const byModelPath = (trace: readonly Trace[]): ReadonlyMap<string, Trace> =>
  new Map([...trace].reverse().map((each) => [JSON.stringify(each.model), each]));

/**
 * The document's path of a problem in the workload: the longest known beginning, then the rest as far as the document has it, and the key
 * that it lacks where that is the problem.
 */
function documentPath({ path, code }: Problem, places: ReadonlyMap<string, Trace>, document: unknown): Path {
  let best: Trace | undefined;
  for (let length = path.length; length >= 0 && best === undefined; length--) {
    best = places.get(JSON.stringify(path.slice(0, length)));
  }
  if (best === undefined) return [];
  const found: (string | number)[] = [...best.source];
  let value = best.source.reduce(stepInto, document);
  for (const key of path.slice(best.model.length)) {
    if (typeof value !== 'object' || value === null) break;
    const has = Object.hasOwn(value, key);
    if (has || code === 'required') found.push(key);
    if (!has) break;
    value = stepInto(value, key);
  }
  return found;
}

const stepInto = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;

const sourceIn = ({ document, base }: Part, path: Path): Source => sourceOf(document, [...base, ...path]);

function chooseDialect(value: unknown, name: DialectName | undefined): Dialect | Problem {
  const problem = (code: Code, message: string, hint: string): Problem => ({
    code,
    severity: 'error',
    path: [],
    message,
    hint,
  });
  if (name !== undefined) {
    const names = DIALECTS.map((dialect) => dialect.name);
    const guess = nearest(name, names);
    const hint = didYouMean(guess, `Dialects: ${names.join(', ')}`);
    return (
      DIALECTS.find((each) => each.name === name) ??
      problem('unknown-dialect', `there is no dialect ${JSON.stringify(name)}`, hint)
    );
  }
  const found = DIALECTS.filter((dialect) => dialect.detect(value));
  const [only, other] = found;
  if (only !== undefined && other === undefined) return only;
  if (only !== undefined) {
    return problem(
      'ambiguous-dialect',
      `could be ${found.map((dialect) => dialect.name).join(' or ')}`,
      'Name the dialect',
    );
  }
  if (isMap(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string') {
    const message = `is a Kubernetes ${value.kind} already, not a document that becomes one`;
    return problem('unknown-dialect', message, 'It can be applied as it is; `cdk8s-kam validate` checks it');
  }
  const sought = DIALECTS.map((dialect) => `${dialect.name}: ${dialect.looksLike}`).join('; ');
  return problem(
    'unknown-dialect',
    'is of no dialect that we know',
    `Looked for ${sought}. Name the dialect if it is one of these`,
  );
}
