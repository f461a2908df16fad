// All objects of the input, in their order: plain Kubernetes manifests, and documents of the dialects with what they become; checked one by one
// and together.
import { DIALECTS } from '../dialects';
import { listItems } from '../kube/list';
import { checkSet } from '../kube/set';
import { refOf } from '../kube/set/identity';
import { type Server, serverOf } from '../kube/server';
import { isKnownKind, isServed } from '../kube/validate';
import { convertDocuments, type LocatedWorkload, type ReadOptions } from '../read';
import { printSource } from '../report/print';
import { byPlace, type Problem, type Source } from '../report/problem';
import { Report, type Unworded } from '../report/report';
import { isMap } from '../shape/shape';
import { unwrap } from '../text/envelope';
import { type ParsedDocument, sourceOf, splitItems } from '../text/parse';
import { objectReport } from '../workload/judge';
import { render } from '../workload/manifests';
import { objectsOf } from '../workload/render/workload';
import { parseInput } from './blocks';
import type { Input } from './inputs';
import type { Finding } from './reports';
import { wholeNumberProblems } from './whole-numbers';

/** A Kubernetes object of the input, or one that a document becomes. */
export interface Entry {
  readonly object: unknown;
  /** 0-based number of the document in the whole input. */
  readonly document: number;
  readonly source: Source;
  /** The document that it comes from; undefined for a manifest. */
  readonly workload?: LocatedWorkload;
  /** The Job, CronJob or Deployment of the workload. */
  readonly isMain?: boolean;
  /** Begins the report of the object, whose problems are those of what the user wrote. */
  readonly begin: (secret: boolean) => Report;
}

/** A collection of everything that is to be looked at together. */
export class Objects {
  readonly entries: Entry[] = [];
  private readonly found: Finding[] = [];
  /** What is found in each document, as far as it is read. */
  private readonly reports: {
    readonly report: Report;
    readonly document: number;
    readonly object?: unknown;
  }[] = [];
  /** What is found in each object that a document becomes; it is told to the document's report too. */
  private readonly objects = new Map<readonly Problem[], unknown>();
  private readonly server: Server;
  /** How many objects of each kind the input has, items of Lists among them; documents of a dialect under `document`. */
  readonly kinds = new Map<string, number>();
  /** The number of the next text's first document. */
  private next = 0;

  constructor(private readonly options: ReadOptions) {
    this.server = serverOf(options.kubernetes);
  }

  /** What could not be read at all. */
  unread(problem: Problem): void {
    this.found.push({ problem, document: this.next });
  }

  /** Takes the objects of a text. */
  add(input: Input): void {
    const parts = [...parseInput(input)];
    const documents = parts.flatMap((part) => part.documents);
    const problems = parts.flatMap((part) => part.problems);
    const items = documents.map((document) => splitItems(splitItems([document]), listItems));
    // A list counts as its items, so that everything after it moves.
    const moved = (index: number): number =>
      this.next +
      documents.reduce((sum, each, nth) => (each.index < index ? sum + items[nth]!.length - 1 : sum), index);
    for (const problem of problems) this.found.push({ problem, document: moved(problem.source?.document ?? 0) });
    for (const [nth, document] of documents.entries()) {
      const first = moved(document.index);
      items[nth]!.forEach((item, index) => this.addDocument(item, first + index, input));
    }
    const last = Math.max(
      -1,
      ...documents.map(({ index }) => index),
      ...problems.map(({ source }) => source?.document ?? 0),
    );
    this.next = moved(last + 1);
  }

  private addDocument(document: ParsedDocument, number: number, { bytes, named }: Input): void {
    const { value } = document;
    if (!named && !isManifest(value) && this.options.dialect === undefined && !isDocument(value)) {
      this.leaveOut(document, number);
      return;
    }
    const isOne = isManifest(value);
    const kind = isOne ? (refOf(value)?.kind ?? 'without kind') : 'document';
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    if (isOne) this.addManifest(document, number, bytes);
    else this.addWorkloads(document, number);
  }

  /** What other tools keep in a folder beside manifests (`construct-metadata.json`, `values.yaml`). */
  private leaveOut(document: ParsedDocument, number: number): void {
    const message = 'is neither a Kubernetes manifest nor a document of a dialect that we know, and is left out';
    const source = sourceOf(document, []);
    this.found.push({
      problem: { code: 'unknown-dialect', severity: 'note', path: [], message, source },
      document: number,
    });
  }

  private addManifest(document: ParsedDocument, number: number, bytes: Uint8Array): void {
    const { value } = document;
    const object = refOf(value);
    const complete = (problem: Unworded): Unworded => ({
      ...problem,
      ...(object !== undefined && { object }),
      source: sourceOf(document, problem.path),
    });
    const begin = (secret: boolean): Report => {
      const report = new Report(secret, { pathOf: (path) => path, complete }, this.server);
      this.reports.push({ report, document: number, object: value });
      return report;
    };
    this.entries.push({ object: value, document: number, source: sourceOf(document, []), begin });
    const add = ({ message, ...problem }: Problem): void => {
      this.found.push({ problem: { ...complete(problem), message }, document: number, object: value });
    };
    wholeNumberProblems(document, bytes).forEach(add);
    if (isMap(value) && typeof value.kind === 'string' && !isKnownKind(value)) {
      const message = isServed(value)
        ? 'is of a version that is off by default: only its shape and metadata are checked'
        : 'is no kind of Kubernetes itself: only its metadata is checked';
      add({ code: 'not-checked', severity: 'note', path: ['kind'], message, value: value.kind });
    }
  }

  private addWorkloads(document: ParsedDocument, number: number): void {
    for (const { report, workloads } of convertDocuments([document], this.options)) {
      this.reports.push({ report, document: number });
      for (const workload of workloads) this.addWorkload(workload, number);
    }
  }

  private addWorkload(workload: LocatedWorkload, document: number): void {
    const rendered = render(workload.workload, workload.report);
    if (rendered === undefined) return;
    const source = workload.source();
    for (const object of objectsOf(rendered)) {
      const begin = (secret: boolean): Report => {
        const report = objectReport(object, rendered, { outer: workload.report, secret });
        this.objects.set(report.problems, object);
        return report;
      };
      this.entries.push({ object, document, source, workload, isMain: object === rendered.main, begin });
    }
  }

  /** Everything that was found, in the order of the documents. */
  check(): Finding[] {
    const entries = mainFirst(this.entries);
    checkSet(
      entries.map(({ object }) => object),
      (position) => printSource(entries[position]?.source),
      (position, secret) => entries[position]!.begin(secret),
    );
    const objectOf = new Map([...this.objects].flatMap(([problems, object]) => problems.map((each) => [each, object])));
    const judged = this.reports.flatMap(({ report, document, object }) =>
      report.problems.map((problem): Finding => ({ problem, document, object: object ?? objectOf.get(problem) })),
    );
    // Of what is no kind at all there is nothing else to check.
    const unknown = new Set(
      judged.flatMap(({ problem, document }) => (problem.code === 'unknown-kind' ? document : [])),
    );
    const found = this.found.filter(
      ({ problem, document }) => problem.code !== 'not-checked' || !unknown.has(document),
    );
    return [...found, ...judged].sort((a, b) => a.document - b.document || byPlace(a.problem, b.problem));
  }
}

/** What is wrong in several objects of a workload, such as a label, is said of its own. */
const mainFirst = (entries: readonly Entry[]): Entry[] => {
  const order = new Map(entries.map((entry, index) => [entry, index]));
  const first = new Map<unknown, number>();
  for (const [entry, index] of order) {
    if (entry.workload !== undefined && !first.has(entry.workload)) first.set(entry.workload, index);
  }
  const rank = (entry: Entry): number =>
    (entry.workload === undefined ? order.get(entry)! : first.get(entry.workload)!) + (entry.isMain ? -0.5 : 0);
  return [...entries].sort((a, b) => rank(a) - rank(b));
};

/** A document of a dialect, or an envelope of some. */
const isDocument = (value: unknown): boolean =>
  DIALECTS.some((dialect) => dialect.detect(value)) || unwrap(value) !== undefined;

/** A Kubernetes object, even one that lacks its apiVersion; not a document of a dialect. */
const isManifest = (value: unknown): boolean =>
  isMap(value) &&
  (Object.hasOwn(value, 'apiVersion') ||
    (Object.hasOwn(value, 'kind') && !DIALECTS.some((dialect) => dialect.detect(value))));
