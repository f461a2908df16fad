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

/** Collects what is found in one object. */
export class Report<C extends string = Code> {
  readonly problems: Problem[] = [];
  private broken: Broken | undefined;
  private suggestions: Suggestions | undefined;

  /** @param secret - The object is a Secret: no value from it is kept, but for names, labels and the type. */
  constructor(private readonly secret = false) {}

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
    this.broken ??= { inner: new Map() };
    let node = this.broken;
    for (const key of pathOf(place)) {
      let next = node.inner.get(key);
      if (next === undefined) node.inner.set(key, (next = { inner: new Map() }));
      node = next;
    }
    node.whole = true;
  }

  /** Whether the shape is wrong at, above or below this place, so that what is there is not all that the user wrote. */
  hasShapeProblem(place: At): boolean {
    return this.broken !== undefined && this.walk(pathOf(place)) !== 'sound';
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

  private add(severity: Problem['severity'], place: At, code: C, message: string, details?: Details): void {
    const path = pathOf(place);
    if (this.broken !== undefined) {
      const found = this.walk(path);
      // "One of these fields is required" is no news when one of them is there, misspelt or of the wrong type.
      if (found === 'broken' || (found === 'around' && code === 'required')) return;
    }
    const shown = details?.value !== undefined && this.mayShow(place) ? { value: details.value } : undefined;
    const hint = details?.hint === undefined ? undefined : { hint: details.hint };
    this.problems.push({ code, severity, path, ...shown, message, ...hint });
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
