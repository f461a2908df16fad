// All objects of the input, in their order: plain Kubernetes manifests, and documents of the dialects with what they become; checked one by one
// and together.
import { DIALECTS } from '../dialects';
import { listItems } from '../kube/list';
import { refOf, validateManifests } from '../kube/set';
import { isKnownKind } from '../kube/validate';
import { readDocuments, type ReadOptions, type ReadWorkload } from '../read';
import { printSource } from '../report/print';
import { byPlace, type Problem, type Source } from '../report/problem';
import { isMap } from '../shape/shape';
import { type ParsedDocument, parseText, sourceOf, splitItems } from '../text/parse';
import { objectsOf, renderJobProps, renderServiceProps, without } from '../workload/manifests';
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
  readonly workload?: ReadWorkload;
  /** Turns a problem of the object into one of what the user wrote. */
  readonly locate: (problem: Problem) => Problem | undefined;
}

/** A collection of everything that is to be looked at together. */
export class Objects {
  readonly entries: Entry[] = [];
  private readonly found: Finding[] = [];
  /** How many objects the input has: documents, manifests, items of Lists. */
  count = 0;
  /** The number of the next text's first document. */
  private next = 0;

  constructor(private readonly options: ReadOptions) {}

  /** What could not be read at all. */
  unread(problem: Problem): void {
    this.found.push({ problem, document: this.next });
  }

  /** Takes the objects of a text. */
  add({ file, bytes }: Input): void {
    const { documents, problems } = parseText(bytes, { file });
    const items = documents.map((document) => splitItems(splitItems([document]), listItems));
    // A list counts as its items, so that everything after it moves.
    const moved = (index: number): number =>
      this.next +
      documents.reduce((sum, each, nth) => (each.index < index ? sum + items[nth]!.length - 1 : sum), index);
    for (const problem of problems) this.found.push({ problem, document: moved(problem.source?.document ?? 0) });
    for (const [nth, document] of documents.entries()) {
      const first = moved(document.index);
      items[nth]!.forEach((item, index) => this.addDocument(item, first + index, bytes));
    }
    const last = Math.max(
      -1,
      ...documents.map(({ index }) => index),
      ...problems.map(({ source }) => source?.document ?? 0),
    );
    this.next = moved(last + 1);
  }

  private addDocument(document: ParsedDocument, number: number, bytes: Uint8Array): void {
    this.count++;
    if (isManifest(document.value)) this.addManifest(document, number, bytes);
    else this.addWorkloads(document, number);
  }

  private addManifest(document: ParsedDocument, number: number, bytes: Uint8Array): void {
    const { value } = document;
    const object = refOf(value);
    const locate = (problem: Problem): Problem => ({
      ...problem,
      ...(object !== undefined && { object }),
      source: sourceOf(document, problem.path),
    });
    this.entries.push({ object: value, document: number, source: sourceOf(document, []), locate });
    for (const problem of wholeNumberProblems(document, bytes)) {
      this.found.push({ problem: locate(problem), document: number, object: value });
    }
    if (isMap(value) && typeof value.kind === 'string' && !isKnownKind(value)) {
      const message = 'is of a kind whose rules are not known: only its metadata is checked';
      const problem: Problem = { code: 'not-checked', severity: 'note', path: ['kind'], message, value: value.kind };
      this.found.push({ problem: locate(problem), document: number, object: value });
    }
  }

  private addWorkloads(document: ParsedDocument, number: number): void {
    const { workloads, problems } = readDocuments([document], this.options);
    for (const problem of problems) this.found.push({ problem, document: number });
    for (const workload of workloads) {
      const { kind, ...props } = workload.workload;
      const rendered = (kind === 'Job' ? renderJobProps : renderServiceProps)(props);
      for (const object of objectsOf(rendered)) {
        const locate = (problem: Problem): Problem | undefined => workload.locate(rendered.locate(problem, object));
        this.entries.push({ object, document: number, source: workload.source, workload, locate });
      }
    }
  }

  /** Everything that was found, in the order of the documents. */
  check(): Finding[] {
    const found = validateManifests(
      this.entries.map(({ object }) => object),
      { label: (position) => printSource(this.entries[position]?.source) },
    );
    const together = this.entries.flatMap(({ object, document, locate, workload }, position) => {
      const located = (found[position] ?? []).flatMap((problem) => locate(problem) ?? []);
      // What follows from an error of the document is no news.
      const news = workload === undefined ? located : without(located, workload.problems);
      return news.map((problem): Finding => ({ problem, document, object }));
    });
    const seen = new Set<string>();
    return [...this.found, ...together]
      .filter(({ problem }) => seen.size < seen.add(idOf(problem)).size)
      .sort((a, b) => a.document - b.document || byPlace(a.problem, b.problem));
  }
}

/** A Kubernetes object, even one that lacks its apiVersion; not a document of a dialect. */
const isManifest = (value: unknown): boolean =>
  isMap(value) &&
  (Object.hasOwn(value, 'apiVersion') ||
    (Object.hasOwn(value, 'kind') && !DIALECTS.some((dialect) => dialect.detect(value))));

const idOf = ({ code, path, message, source, severity }: Problem): string =>
  JSON.stringify([source?.file, source?.document, source?.line, source?.column, severity, code, path, message]);
