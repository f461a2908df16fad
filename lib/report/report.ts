// How a rule says what is wrong: a place (a linked path, cheap until it is printed) and a collector.
//
// One file per API type exports `checkX(x: X, place: At, report: Report): void`. `x` is decoded (lib/kube/decode.ts): every field has
// its type or is absent, so a rule never looks at types and never throws. A rule reports freely: what lies at or below a place
// whose shape is already wrong is left out here. A rule that looks from one place to another (a mount to its volume) asks
// `hasShapeProblem(place)` of that other place before it calls something missing.
import type { Code } from './codes';
import type { At } from './place';
import { pathOf } from './place';
import type { Path, Problem } from './problem';
import { nearest } from './suggest';

/** What a rule may say beside its sentence. */
export interface Details {
  /** What was given. Left out by the report where it could be a secret. */
  readonly value?: unknown;
  /** The fix or the nearest match. Must not repeat what could be a secret. */
  readonly hint?: string;
}

/** The places whose shape is wrong, as a tree by key. */
interface Broken {
  whole?: boolean;
  readonly inner: Map<string | number, Broken>;
}

/** The fields of a Secret whose values may be shown. */
const SHOWN_IN_SECRET: ReadonlySet<string | number> = new Set(['apiVersion', 'kind', 'type', 'immutable']);
const SHOWN_IN_METADATA: ReadonlySet<string | number> = new Set(['name', 'namespace', 'labels', 'finalizers']);

/** Nearest matches, limited in number: a thousand misspellings among a thousand names must not take a million steps. */
export class Suggestions {
  private left = 10_000;

  nearest(given: string, candidates: Iterable<string>): string | undefined {
    return nearest(given, this.limited(candidates));
  }

  private *limited(candidates: Iterable<string>): Iterable<string> {
    for (const candidate of candidates) {
      if (this.left <= 0) return;
      this.left--;
      yield candidate;
    }
  }
}

/** How a report stands in another one: of an object in that of its workload, of a workload in that of its document. */
export interface View {
  /** To whom everything is told; nobody for a report that only says more about the places themselves. */
  readonly outer?: Report<string>;
  /** The place there of a place here; the code says what is wrong with it. */
  readonly pathOf: (path: Path, code: string) => Path;
  /** What a problem is told beside its new place, which it already has. */
  readonly complete?: (problem: Problem, here: Path) => Problem;
}

/**
 * Collects what is found in one object. A report inside another one (see {@link View}) tells it everything: what is silent there is silent here,
 * and the same thing at the same place with the same words is said once.
 */
export class Report<C extends string = Code> {
  /** What was said, as the outermost report has it. */
  readonly problems: Problem[] = [];
  /** Whether an error was reported, said or not. */
  failed = false;
  private broken: Broken | undefined;
  private suggestions: Suggestions | undefined;
  /** Where errors were said since {@link settle}. */
  private unsettled: Path[] = [];
  /** What the reports inside this one have said. */
  private heard: Set<string> | undefined;

  /**
   * @param secret - The object is a Secret: no value from it is kept, but for names, labels and the type.
   * @param view - How it stands in another report.
   */
  constructor(
    private readonly secret = false,
    private readonly view?: View,
  ) {}

  /** The server refuses the object for this. */
  error(place: At, code: C, message: string, details?: Details): void {
    this.add('error', place, code, message, details);
  }

  /** The server takes this, and it surprises. */
  warning(place: At, code: C, message: string, details?: Details): void {
    this.add('warning', place, code, message, details);
  }

  /** Worth knowing, shown only when asked for. */
  note(place: At, code: C, message: string, details?: Details): void {
    this.add('note', place, code, message, details);
  }

  /** An error of shape: the value there cannot be used, so no rule has anything to add at or below it. */
  shape(place: At, code: C, message: string, details?: Details): void {
    this.error(place, code, message, details);
    this.silence(place);
  }

  /** Nothing more is reported at or below this place. */
  silence(place: At): void {
    this.silenceAt(pathOf(place));
  }

  /** A phase has ended: nothing more is reported at or below the places of its errors, as that would only follow from them. */
  settle(): void {
    for (const path of this.unsettled) this.silenceAt(path);
    this.unsettled = [];
  }

  /** A report that goes on from here without this one, and those around it, hearing of it. */
  fork(): Report<C> {
    const { view } = this;
    const fork = new Report<C>(this.secret, view && { ...view, ...(view.outer && { outer: view.outer.fork() }) });
    fork.problems.push(...this.problems);
    fork.failed = this.failed;
    fork.broken = this.broken && copyOf(this.broken);
    fork.unsettled = [...this.unsettled];
    fork.heard = this.heard && new Set(this.heard);
    return fork;
  }

  private silenceAt(path: Path): void {
    this.broken ??= { inner: new Map() };
    let node = this.broken;
    for (const key of path) {
      let next = node.inner.get(key);
      if (next === undefined) node.inner.set(key, (next = { inner: new Map() }));
      node = next;
    }
    node.whole = true;
  }

  /** Whether the shape is wrong at, above or below this place, so that what is there is not all that the user wrote. */
  hasShapeProblem(place: At): boolean {
    return this.isBroken && this.isWrongAt(pathOf(place));
  }

  /** Whether anything is silent, here or further out. */
  private get isBroken(): boolean {
    return this.broken !== undefined || this.view?.outer?.isBroken === true;
  }

  private isWrongAt(path: Path): boolean {
    if (this.walk(path) !== 'sound') return true;
    const { outer, pathOf: pathThere } = this.view ?? {};
    if (outer?.isBroken !== true) return false;
    const there = pathThere!(path, '');
    // Something stands everywhere in the whole.
    return there.length > 0 && outer.isWrongAt(there);
  }

  /** Whether a value from this place may be printed. */
  mayShow(place: At): boolean {
    if (!this.secret) return true;
    const [first, second] = pathOf(place);
    if (first === 'metadata') return second !== undefined && SHOWN_IN_METADATA.has(second);
    return first !== undefined && SHOWN_IN_SECRET.has(first);
  }

  /** The nearest of any number of candidates, as long as there have not been too many in this object. */
  nearest(given: string, candidates: Iterable<string>): string | undefined {
    this.suggestions ??= new Suggestions();
    return this.suggestions.nearest(given, candidates);
  }

  /** Takes a problem that was found in another way, such as by a schema. */
  take(problem: Problem): void {
    if (problem.severity === 'error') this.failed = true;
    if (this.isSilent(problem)) return;
    this.say(problem);
  }

  private add(severity: Problem['severity'], place: At, code: C, message: string, details?: Details): void {
    const shown = details?.value !== undefined && this.mayShow(place) ? { value: details.value } : undefined;
    const hint = details?.hint === undefined ? undefined : { hint: details.hint };
    this.take({ code, severity, path: pathOf(place), ...shown, message, ...hint });
  }

  /** "One of these fields is required" is no news when one of them is there, misspelt or of the wrong type. */
  private isSilent({ path, code }: Problem): boolean {
    if (this.broken === undefined) return false;
    const found = this.walk(path);
    return found === 'broken' || (found === 'around' && code === 'required');
  }

  /** Says it, here and further out; as it was said there, or undefined where that is silent. */
  private say(problem: Problem): Problem | undefined {
    const said = this.tell(problem);
    if (said === undefined) return undefined;
    if (problem.severity === 'error') this.unsettled.push(problem.path);
    this.problems.push(said);
    return said;
  }

  private tell(problem: Problem): Problem | undefined {
    if (this.view === undefined) return problem;
    const { outer, pathOf: pathThere, complete } = this.view;
    const there = { ...problem, path: pathThere(problem.path, problem.code) };
    const told = complete === undefined ? there : complete(there, problem.path);
    return outer === undefined ? told : outer.hear(told);
  }

  /** From a report inside this one. What another has said already is said there again, and not here. */
  private hear(problem: Problem): Problem | undefined {
    if (problem.severity === 'error') this.failed = true;
    if (this.isSilent(problem)) return undefined;
    this.heard ??= new Set();
    const { path, code, message } = problem;
    const isNews = this.heard.size < this.heard.add(JSON.stringify([path, code, message])).size;
    return isNews ? this.say(problem) : this.tell(problem);
  }

  /** `broken`: at or below a wrong place; `around`: a wrong place is somewhere below. */
  private walk(path: Path): 'sound' | 'around' | 'broken' {
    let node = this.broken;
    if (node === undefined) return 'sound';
    if (node.whole) return 'broken';
    for (const key of path) {
      node = node.inner.get(key);
      if (node === undefined) return 'sound';
      if (node.whole) return 'broken';
    }
    return 'around';
  }
}

const copyOf = ({ whole, inner }: Broken): Broken => ({
  whole,
  inner: new Map([...inner].map(([key, node]) => [key, copyOf(node)])),
});
