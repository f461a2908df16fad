// All objects of the input, in their order: plain Kubernetes manifests, and documents of the dialects with what they become; checked one by one
// and together.
import { DIALECTS } from '../dialects';
import { ignored, ignoredIn } from '../kube/ignored';
import { listItems } from '../kube/list';
import { ObjectSet, type Together } from '../kube/set';
import { EVERYWHERE, type Home, type Twins } from '../kube/set/home';
import { refOf } from '../kube/set/identity';
import type { Part } from '../kube/set/part';
import { sayTwins } from '../kube/set/twins';
import { type Server, serverOf } from '../kube/server';
import { type BeginReport, isKnownKind, isServed } from '../kube/validate';
import { convertDocuments, type LocatedWorkload, problemsOf, type ReadOptions } from '../read';
import { printSource } from '../report/print';
import { byPlace, type ObjectRef, type Path, type Problem, type Source } from '../report/problem';
import { Report, type Unworded, type View } from '../report/report';
import { isMap } from '../shape/shape';
import { unwrap } from '../text/envelope';
import {
  type Located,
  type ParsedDocument,
  type ParsedText,
  type Places,
  placedIn,
  splitItems,
  sourceOf,
} from '../text/parse';
import { isBeginning } from '../text/pieces';
import { objectReport } from '../workload/judge';
import { render } from '../workload/manifests';
import { objectsOf } from '../workload/render/workload';
import { Blocks } from './blocks';
import { Homes } from './homes';
import type { Input } from './inputs';
import type { Finding } from './reports';
import { Shelf } from './shelf';
import { Texts } from './texts';
import { wholeNumberProblems } from './whole-numbers';

/** The same data in texts of its own: a part of a text that was read keeps all of that text. */
const copy = <Data>(data: Data): Data => (data === undefined ? data : (JSON.parse(JSON.stringify(data)) as Data));

/** The objects of so many bytes of text are in memory as they are. */
const IN_MEMORY = 8 * 1024 * 1024;

interface Sourced {
  readonly source: () => Source;
  /** 0-based number of the document in the whole input. */
  readonly document: number;
}

/** A Kubernetes object of the input, or one that a document becomes. */
export interface Entry extends Sourced {
  readonly object: unknown;
  /** The document that it comes from; undefined for a manifest. */
  readonly workload?: LocatedWorkload;
  /** The Job, CronJob or Deployment of the workload. */
  readonly isMain?: boolean;
}

/** What is found in a document. */
interface Reported {
  readonly report: Report;
  readonly document: number;
  /** The problems of the report, each as it is told. */
  readonly told: () => readonly Problem[];
}

/** A collection of everything that is to be looked at together. Of a sound manifest it keeps little but what the checks across objects need. */
export class Objects {
  private readonly set: ObjectSet;
  /** Where each object of the set comes from. */
  private readonly sources: Sourced[] = [];
  private readonly found: Finding[] = [];
  /** What is found in each document, as far as it is read. */
  private readonly reports: Reported[] = [];
  /** What is found in each object that a document becomes; it is told to the document's report too. */
  private readonly objects = new Map<readonly Problem[], unknown>();
  private readonly server: Server;
  /** How many objects of each kind the input has, items of Lists among them; documents of a dialect under `document`. */
  readonly kinds = new Map<string, number>();
  /** The number of the next text's first document. */
  private next = 0;
  /** Those of the text that is being read. */
  private numbers = new Numbers(0);
  /** How many bytes of text were read so far. */
  private taken = 0;
  private readonly shelf = new Shelf();
  private readonly homes = new Homes();
  private readonly texts = new Texts();
  private readonly blocks = new Blocks(this.texts);
  /** As {@link Together.sets}, when all has been checked. */
  sets: Together['sets'];

  /** @param take - Who wants to see each object, and its position among all. */
  constructor(
    private readonly options: ReadOptions,
    private readonly take: (entry: Entry, position: number) => void = () => undefined,
  ) {
    this.server = serverOf(options.kubernetes);
    this.set = new ObjectSet({ decoded: (decoded) => this.shelf.put(decoded), copy });
  }

  /** What could not be read at all. */
  unread(problem: Problem): void {
    this.found.push({ problem, document: this.next });
  }

  /** Takes the objects of a text. */
  add(input: Input): void {
    this.taken += input.bytes.length;
    if (this.taken > IN_MEMORY) this.shelf.toText();
    // A piece of a text goes on with its documents.
    if (isBeginning(input)) this.numbers = new Numbers(this.next);
    for (const part of this.blocks.parse(input)) this.addPart(part, this.numbers, input);
    this.next = this.numbers.end;
  }

  private addPart({ documents, problems }: ParsedText, numbers: Numbers, input: Input): void {
    for (const document of documents) {
      const items = splitItems(splitItems([document]), listItems);
      const first = numbers.take(document.index, items.length);
      items.forEach((item, index) => this.addDocument(item, first + index, input));
    }
    for (const problem of problems) {
      this.found.push({ problem, document: numbers.meet(problem.source?.document ?? 0) });
    }
  }

  private addDocument(document: ParsedDocument, number: number, { bytes, named, file }: Input): void {
    const { value } = document;
    if (!named && !isManifest(value) && this.options.dialect === undefined && !isDocument(value)) {
      this.leaveOut(document, number);
      return;
    }
    const isOne = isManifest(value);
    const kind = isOne ? (refOf(value)?.kind ?? 'without kind') : 'document';
    this.kinds.set(copy(kind), (this.kinds.get(kind) ?? 0) + 1);
    if (isOne) this.addManifest(document, number, bytes, this.homes.of(file));
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

  private addManifest(document: ParsedDocument, number: number, bytes: Uint8Array, home: Home): void {
    const { value } = document;
    const manifest = new Manifest(document, number);
    const asked = copy(ignoredIn(value));
    const told = (problems: readonly Problem[]): readonly Problem[] =>
      asked === undefined ? problems : ignored(problems, asked);
    const add = ({ message, ...problem }: Problem): void => {
      const [found] = told([{ ...manifest.complete(problem), message }]);
      this.found.push({ problem: found!, document: number });
    };
    wholeNumberProblems(document, bytes).forEach(add);
    if (isMap(value) && typeof value.kind === 'string' && !isKnownKind(value)) {
      const message = isServed(value)
        ? 'is of a version that is off by default: only its shape and metadata are checked'
        : 'is no kind of Kubernetes itself: only its metadata is checked';
      add({ code: 'not-checked', severity: 'note', path: ['kind'], message, value: copy(value.kind) });
    }
    const begin = (secret: boolean): Report => {
      const report = new Report(secret, manifest, this.server);
      this.reports.push({ report, document: number, told: () => told(report.problems) });
      return report;
    };
    this.take({ object: value, document: number, source: () => manifest.source() }, this.sources.length);
    this.addObject(value, manifest, begin, home);
  }

  private addWorkloads(document: ParsedDocument, number: number): void {
    const all: [Entry, BeginReport][][] = [];
    for (const converted of convertDocuments([document], this.options)) {
      const { report, workloads } = converted;
      this.reports.push({ report, document: number, told: () => problemsOf(converted) });
      for (const workload of workloads) all.push(this.objectsOf(workload, number));
    }
    // What is wrong in several objects of a workload, such as a label, is said of its main one.
    const sorted = all.flatMap((those) => those.toSorted(([a], [b]) => Number(b.isMain) - Number(a.isMain)));
    const positions = new Map(sorted.map(([entry], nth) => [entry, this.sources.length + nth]));
    for (const [entry] of all.flat()) this.take(entry, positions.get(entry)!);
    // Documents are converted all together, wherever they lie.
    for (const [entry, begin] of sorted) this.addObject(entry.object, entry, begin, EVERYWHERE);
  }

  private objectsOf(workload: LocatedWorkload, document: number): [Entry, BeginReport][] {
    const rendered = render(workload.workload, workload.report);
    if (rendered === undefined) return [];
    return objectsOf(rendered).map((object) => {
      const begin = (secret: boolean): Report => {
        const report = objectReport(object, rendered, { outer: workload.report, secret });
        this.objects.set(report.problems, object);
        return report;
      };
      const isMain = object === rendered.main;
      return [{ object, document, source: () => workload.source(), workload, isMain }, begin];
    });
  }

  private addObject(object: unknown, from: Sourced, begin: BeginReport, home: Home): void {
    this.sources.push(from);
    this.set.add(object, begin, home);
  }

  /** Everything that was found, in the order of the documents. */
  check(): Finding[] {
    const { parts, twins, sets } = this.set.check((position) => printSource(this.sources[position]!.source()));
    this.sets = sets;
    for (const each of twins) this.found.push(taken(each, parts, this.sources[each.example]!));
    const objectOf = new Map([...this.objects].flatMap(([problems, object]) => problems.map((each) => [each, object])));
    const judged = this.reports.flatMap(({ report, document, told }) => {
      const problems = told();
      return report.problems.map((found, nth): Finding => ({
        problem: problems[nth]!,
        document,
        object: objectOf.get(found),
      }));
    });
    // Of what is no kind at all there is nothing else to check.
    const unknown = new Set(
      judged.flatMap(({ problem, document }) => (problem.code === 'unknown-kind' ? document : [])),
    );
    const found = this.found.filter(
      ({ problem, document }) => problem.code !== 'not-checked' || !unknown.has(document),
    );
    return [...found, ...judged].sort((a, b) => a.document - b.document || byPlace(a.problem, b.problem));
  }

  /** Forgets all of it. */
  close(): void {
    this.shelf.close();
    this.texts.close();
  }
}

/** That was taken for different clusters. */
function taken(twins: Twins, parts: readonly Part[], from: Sourced): Finding {
  return { problem: { ...sayTwins(twins, parts, 'note'), source: from.source() }, document: from.document };
}

/** What is kept of a manifest for when there is something to say of it. */
class Manifest implements Located, Sourced, View {
  readonly index: number;
  readonly file?: string;
  readonly places: Places;
  private readonly object: ObjectRef | undefined;

  constructor(
    { index, file, places, value }: ParsedDocument,
    readonly document: number,
  ) {
    this.index = index;
    if (file !== undefined) this.file = file;
    this.places = places;
    this.object = copy(refOf(value));
  }

  source(): Source {
    return sourceOf(this, []);
  }

  pathOf(path: Path): Path {
    return path;
  }

  complete(problem: Unworded): Unworded {
    const { object } = this;
    return placedIn({ ...problem, ...(object !== undefined && { object }) }, this);
  }
}

/** The numbers of a text's documents in the whole input. A list counts as its items, so that everything after it moves. */
class Numbers {
  /** After which documents others move, and how far in all. */
  private readonly moves: { readonly after: number; readonly by: number }[] = [];
  private last = -1;

  constructor(private readonly first: number) {}

  /** The number of a document that has so many items; documents come in their order. */
  take(index: number, items: number): number {
    const number = this.meet(index);
    if (items !== 1) this.moves.push({ after: index, by: (this.moves.at(-1)?.by ?? 0) + items - 1 });
    return number;
  }

  /** The number of a document that may have come before. */
  meet(index: number): number {
    this.last = Math.max(this.last, index);
    return this.at(index);
  }

  /** The number of the next text's first document. */
  get end(): number {
    return this.at(this.last + 1);
  }

  private at(index: number): number {
    const move = this.moves.findLast(({ after }) => after < index);
    return this.first + index + (move?.by ?? 0);
  }
}

/** A document of a dialect, or an envelope of some. */
const isDocument = (value: unknown): boolean =>
  DIALECTS.some((dialect) => dialect.detect(value)) || unwrap(value) !== undefined;

/** A Kubernetes object, even one that lacks its apiVersion; not a document of a dialect. */
const isManifest = (value: unknown): boolean =>
  isMap(value) &&
  (Object.hasOwn(value, 'apiVersion') ||
    (Object.hasOwn(value, 'kind') && !DIALECTS.some((dialect) => dialect.detect(value))));
