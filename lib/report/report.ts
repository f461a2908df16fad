// How a rule says what is wrong: a place (a linked path, cheap until it is printed) and a collector.
//
// One file per API type exports `checkX(x: X, place: At, report: Report): void`. `x` is decoded (lib/kube/decode.ts): every field has
// its type or is absent, so a rule never looks at types and never throws. A rule reports freely: what lies at or below a place
// whose shape is already wrong is left out here. A rule that looks from one place to another (a mount to its volume) asks
// `hasShapeProblem(place)` of that other place before it calls something missing.
import type { Code } from './codes';
import type { At } from './place';
import { pathOf } from './place';
import { LONGEST_HINT, shortened } from './print';
import type { Fix, Path, Problem } from './problem';
import { capital, nearest } from './suggest';

/** A sentence is to be read, and what was given may be as long as a document. */
const LONGEST_MESSAGE = 1000;

/** What a rule may say beside its sentence. */
export interface Details {
  /** What was given. Left out by the report where it could be a secret. */
  readonly value?: unknown;
  /** The fix or the nearest match. Must not repeat what could be a secret. */
  readonly hint?: string;
  /** What mends it for certain. Must not hold what could be a secret. */
  readonly fix?: Fix;
  /** What of the spelling of {@link value} is wrong. Of two findings about one value at one place the narrower is said, and says enough. */
  readonly misspelt?: Misspelt;
  /** For which variants it holds, where not for all. */
  readonly where?: number;
}

/** What a rule about the spelling of a value is not content with. */
export interface Misspelt {
  /** How narrow the rule is about characters, among rules of which each takes only what those before it take; 0 where they are not at fault. */
  readonly characters: number;
  /** How long the value may be; Infinity where its length is not at fault. */
  readonly most: number;
}

/**
 * Several servers (or whatever else there are several of), judged at once: a set of them is a number, a bit for each. What holds for some
 * of them alone says so in one pass, with {@link Details.where}; nobody loops over them.
 */
export interface Variants {
  /** All that are judged. */
  readonly all: number;
  /** They were asked for, so that each of them must be content. Otherwise what only some refuse is a warning. */
  readonly stated: boolean;
  /** How a sentence calls a part of them. */
  words(part: number): string;
}

/** Every variant there can be. */
const EVERY = -1;

/** Nobody says by which of them: each must be content, whatever is asked. */
const UNNAMED: Variants = { all: EVERY, stated: true, words: (part) => (part === EVERY ? 'each' : 'one of them') };

/** What is wrong, as a sentence; as a function when the sentence itself says which of the variants it is about. */
export type Sentence = string | ((which: string) => string);

/** What is wrong, before it is put into words. */
export type Unworded = Omit<Problem, 'message'>;

/** A problem on its way out, with the variants that nobody is silent for yet. */
interface Finding {
  readonly problem: Unworded;
  readonly sentence: Sentence;
  readonly where: number;
  readonly misspelt?: Misspelt;
}

/** A tree of places by key, so that any number of them is asked in as many steps as a path has keys: where nothing more is said. */
interface Silent {
  /** For these variants at this place and all below. */
  at: number;
  /** For these somewhere below. */
  below: number;
  readonly inner: Map<string | number, Silent>;
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
  readonly outer?: Report;
  /**
   * The place there of a place here; the code says what is wrong with it. Without one nothing is, and somebody asks about exactly this place:
   * the root where it is not known.
   */
  readonly pathOf: (path: Path, code?: Code) => Path;
  /** Whether a problem only follows from another, so that it is not told. */
  readonly follows?: (problem: Unworded) => boolean;
  /** What a problem is told beside its new place, which it already has. */
  readonly complete?: (problem: Unworded, here: Path) => Unworded;
}

/**
 * Collects what is found in one object. A report inside another one (see {@link View}) tells it everything: what is silent there is silent here,
 * and the same thing at the same place with the same words is said once.
 */
export class Report {
  /** What was said, as the outermost report has it. */
  readonly problems: Problem[] = [];
  /** Whether an error was reported, said or not. */
  failed = false;
  private silent: Silent | undefined;
  private suggestions: Suggestions | undefined;
  /** Where, and for which variants, errors were said since {@link settle}. */
  private unsettled: Silent | undefined;
  /** What the reports inside this one have said. */
  private heard: Set<string> | undefined;
  /** What was said of the spelling of values, by place and value. */
  private misspelt: Map<string, { readonly said: Problem; readonly misspelt: Misspelt }[]> | undefined;
  /** Those that see an error of this report only later, and how that is said (see {@link later}). */
  private lenient = 0;
  private lenience = '';
  /** Warnings that are no errors only because not all variants refuse the object for them, and the variants that do. */
  private partial: Problem[] = [];
  private refusing = 0;
  /** The variants that have refused the whole, whatever is in it. */
  private refused = 0;

  /**
   * @param secret - The object is a Secret: no value from it is kept, but for names, labels and the type.
   * @param view - How it stands in another report.
   * @param variants - By what is judged; a report inside another one has those of that one.
   */
  constructor(
    private readonly secret = false,
    private readonly view?: View,
    readonly variants: Variants = view?.outer?.variants ?? UNNAMED,
  ) {}

  /** The server refuses the object for this. */
  error(place: At, code: Code, message: Sentence, details?: Details): void {
    this.add('error', place, code, message, details);
  }

  /** The server takes this, and it surprises. */
  warning(place: At, code: Code, message: Sentence, details?: Details): void {
    this.add('warning', place, code, message, details);
  }

  /** Worth knowing, shown only when asked for. */
  note(place: At, code: Code, message: Sentence, details?: Details): void {
    this.add('note', place, code, message, details);
  }

  /** An error of shape: the value there cannot be used, so no rule has anything to add at or below it. */
  shape(place: At, code: Code, message: Sentence, details?: Details): void {
    this.error(place, code, message, details);
    this.silence(place, details?.where);
  }

  /** These variants have refused the whole, which has been said: of what is in it they need not be told apart from the others. */
  refuse(where: number): void {
    this.refused |= where;
  }

  /** Nothing more is reported at or below this place, for these variants. */
  silence(place: At, where = EVERY): void {
    mark((this.silent ??= nowhere()), pathOf(place), where);
  }

  /** A phase has ended: nothing more is reported at or below the places of its errors, as that would only follow from them. */
  settle(): void {
    if (this.unsettled !== undefined) this.silent = united(this.silent, this.unsettled);
    this.unsettled = undefined;
  }

  /** As {@link settle}, for the errors at one place alone. */
  settleAt(place: At): void {
    const path = pathOf(place);
    const node = path.reduce<Silent | undefined>((tree, key) => tree?.inner.get(key), this.unsettled);
    if (node === undefined || node.at === 0) return;
    mark((this.silent ??= nowhere()), path, node.at);
    node.at = 0;
  }

  /** A report that goes on from here without this one, and those around it, hearing of it; by some of the variants if need be. */
  fork(variants = this.variants): Report {
    const { view } = this;
    const inFork = view?.outer === undefined ? view : { ...view, outer: view.outer.fork(variants) };
    const fork = new Report(this.secret, inFork, variants);
    const partial = new Set(this.partial);
    for (const problem of this.problems) {
      const copy = { ...problem };
      fork.problems.push(copy);
      if (partial.has(problem)) fork.partial.push(copy);
    }
    fork.refusing = this.refusing;
    fork.refused = this.refused;
    fork.failed = this.failed;
    fork.silent = this.silent && copyOf(this.silent);
    fork.unsettled = this.unsettled && copyOf(this.unsettled);
    fork.heard = this.heard && new Set(this.heard);
    return fork;
  }

  /**
   * A report inside this one of what some variants take and refuse later: where no variant refuses it now, it is a warning.
   *
   * @param where - Those variants.
   * @param words - What happens later, as the start of a sentence.
   */
  later(where: number, words: string): Report {
    const report = new Report(this.secret, { outer: this, pathOf: (path) => path });
    report.lenient = where;
    report.lenience = words;
    return report;
  }

  /** For which variants the shape is right at, above and below this place, so that what is there is all that the user wrote. */
  soundAt(place: At): number {
    return this.isSilent ? this.soundWhere(pathOf(place)) : this.variants.all;
  }

  /** Whether {@link soundAt} is true of none. */
  hasShapeProblem(place: At): boolean {
    return this.soundAt(place) === 0;
  }

  /** For which variants nothing was left out as a whole here: neither all that is at this place nor one of its items. */
  wholeAt(place: At): number {
    return this.isSilent ? this.wholeWhere(pathOf(place)) : this.variants.all;
  }

  private wholeWhere(path: Path): number {
    let node = this.silent;
    let lost = node?.at ?? 0;
    for (const key of path) {
      node = node?.inner.get(key);
      lost |= node?.at ?? 0;
    }
    for (const item of node?.inner.values() ?? []) lost |= item.at;
    const whole = this.variants.all & ~lost;
    const { outer, pathOf: pathThere } = this.view ?? {};
    if (outer?.isSilent !== true) return whole;
    const there = pathThere!(path);
    return there.length > 0 ? whole & outer.wholeWhere(there) : whole;
  }

  /** Whether there is silence anywhere, here or further out. */
  private get isSilent(): boolean {
    return this.silent !== undefined || this.view?.outer?.isSilent === true;
  }

  private soundWhere(path: Path): number {
    const { here, below } = marksAt(this.silent, path);
    const sound = this.variants.all & ~here & ~below;
    const { outer, pathOf: pathThere } = this.view ?? {};
    if (outer?.isSilent !== true) return sound;
    const there = pathThere!(path);
    // Something stands everywhere in the whole.
    return there.length > 0 ? sound & outer.soundWhere(there) : sound;
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
  take({ message, ...problem }: Problem): void {
    this.hear({ problem, sentence: message, where: this.variants.all });
  }

  private add(severity: Problem['severity'], place: At, code: Code, sentence: Sentence, details?: Details): void {
    const where = this.variants.all & (details?.where ?? EVERY);
    if (where === 0) return;
    const shown = details?.value !== undefined && this.mayShow(place) ? { value: details.value } : undefined;
    const hint = details?.hint === undefined ? undefined : { hint: capital(details.hint) };
    const fix = details?.fix === undefined ? undefined : { fix: details.fix };
    const problem = { code, severity, path: pathOf(place), ...shown, ...hint, ...fix };
    this.hear({ problem, sentence, where, misspelt: details?.misspelt });
  }

  /** All of them where only those are left out that have refused the whole, otherwise none of those. */
  private besidesRefused(where: number): number {
    const { all } = this.variants;
    return (where | this.refused) === all && where !== 0 ? all : where & ~this.refused;
  }

  /** Says what is found, for the variants for which there is no silence. */
  private hear(given: Finding): Problem | undefined {
    const finding = this.lenient === 0 ? given : this.softened(given);
    const { severity } = finding.problem;
    const { all, stated } = this.variants;
    if (severity === 'error' && (stated || (finding.where | this.refused) === all)) this.failed = true;
    const where = this.besidesRefused(finding.where & ~this.silenceFor(finding.problem));
    return where === 0 ? undefined : this.say({ ...finding, where });
  }

  /** An error as those say it that refuse it now; a warning when there are none. */
  private softened(finding: Finding): Finding {
    const { problem, sentence, where } = finding;
    const now = where & ~this.lenient;
    if (problem.severity !== 'error' || now === where) return finding;
    if (now !== 0) return { ...finding, where: now };
    const words: Sentence =
      typeof sentence === 'string'
        ? `${this.lenience}: ${sentence}`
        : (which) => `${this.lenience}: ${sentence(which)}`;
    return { problem: { ...problem, severity: 'warning', code: 'refused-later' }, sentence: words, where };
  }

  /** "One of these fields is required" is no news when one of them is there, misspelt or of the wrong type. */
  private silenceFor({ path, code }: Unworded): number {
    if (this.silent === undefined) return 0;
    const { here, below } = marksAt(this.silent, path);
    return code === 'required' ? here | below : here;
  }

  /** Says it, here and further out; as it was said there, or undefined where that is silent. */
  private say(finding: Finding): Problem | undefined {
    const said = this.tell(finding);
    if (said === undefined) return undefined;
    if (finding.problem.severity === 'error') mark((this.unsettled ??= nowhere()), finding.problem.path, finding.where);
    if (finding.misspelt === undefined || !this.problems.includes(said)) this.problems.push(said);
    return said;
  }

  private tell(finding: Finding): Problem | undefined {
    if (this.view === undefined) return this.saidOnce(finding);
    const { view } = this;
    const { outer } = view;
    const { problem } = finding;
    if (view.follows?.(problem) === true) return undefined;
    const there = { ...problem, path: view.pathOf(problem.path, problem.code) };
    const told = { ...finding, problem: view.complete?.(there, problem.path) ?? there };
    return outer === undefined ? this.saidOnce(told) : outer.hearInner(told);
  }

  /** From a report inside this one. What another has said already is said there again, and not here. */
  private hearInner(heard: Finding): Problem | undefined {
    const finding =
      heard.problem.severity === 'error' ? heard : { ...heard, where: heard.where & ~this.refusedAt(heard) };
    const { problem, sentence, where } = finding;
    this.heard ??= new Set();
    const key = JSON.stringify([problem.path, problem.code, wordsOf(sentence, ''), where]);
    if (!this.heard.has(key)) {
      this.heard.add(key);
      return this.hear(finding);
    }
    const left = where & ~this.silenceFor(problem);
    return left === 0 ? undefined : this.tell({ ...finding, where: left });
  }

  /** For which variants the place was said to be wrong in this phase, so that nobody need be warned of it. */
  private refusedAt({ problem: { path } }: Finding): number {
    return marksAt(this.unsettled, path).here;
  }

  /** The problem as it is said in the end, or the one that says it already. */
  private saidOnce(finding: Finding): Problem {
    const { problem, misspelt, where } = finding;
    const { severity, path, code, value } = problem;
    if (misspelt === undefined || value === undefined || severity !== 'error' || where !== this.variants.all) {
      return this.worded(finding);
    }
    this.misspelt ??= new Map();
    const key = JSON.stringify([path, code, value]);
    const others = this.misspelt.get(key) ?? [];
    const enough = others.find((other) => covers(other.misspelt, misspelt));
    if (enough !== undefined) return enough.said;
    const wider = others.find((other) => covers(misspelt, other.misspelt));
    const said = this.worded(finding);
    if (wider === undefined) {
      this.misspelt.set(key, [...others, { said, misspelt }]);
      return said;
    }
    const { message, hint, fix } = said;
    Object.assign(wider.said, { message, hint, fix });
    this.misspelt.set(
      key,
      others.map((other) => (other === wider ? { said: wider.said, misspelt } : other)),
    );
    return wider.said;
  }

  /** The problem in words. */
  private worded({ problem: found, sentence, where }: Finding): Problem {
    const problem = found.hint === undefined ? found : { ...found, hint: shortened(found.hint, LONGEST_HINT) };
    const { all, stated } = this.variants;
    const which = where === all && typeof sentence === 'string' ? '' : this.variants.words(where);
    const whole = typeof sentence !== 'string' ? sentence(which) : which === '' ? sentence : `${which}: ${sentence}`;
    const message = shortened(whole, LONGEST_MESSAGE);
    if (problem.severity !== 'error' || stated || where === all) return { ...problem, message };
    const partial: Problem = { ...problem, severity: 'warning', message };
    this.partial.push(partial);
    this.refusing |= where;
    if (this.refusing === all) this.harden();
    return partial;
  }

  /** No variant is left that takes the object, though each may have a reason of its own. */
  private harden(): void {
    this.failed = true;
    for (const problem of this.partial) (problem as { severity: Problem['severity'] }).severity = 'error';
    this.partial = [];
  }
}

/** Whether what is right by the one is right by the other. */
const covers = (one: Misspelt, other: Misspelt): boolean =>
  one.characters >= other.characters && one.most <= other.most;

const wordsOf = (sentence: Sentence, which: string): string =>
  typeof sentence === 'string' ? sentence : sentence(which);

const nowhere = (): Silent => ({ at: 0, below: 0, inner: new Map() });

function mark(tree: Silent, path: Path, where: number): void {
  let node = tree;
  for (const key of path) {
    node.below |= where;
    let next = node.inner.get(key);
    if (next === undefined) node.inner.set(key, (next = nowhere()));
    node = next;
  }
  node.at |= where;
}

/** For which variants the place or one above it is marked, and for which something below it is. */
function marksAt(tree: Silent | undefined, path: Path): { readonly here: number; readonly below: number } {
  let node = tree;
  let here = 0;
  for (const key of path) {
    if (node === undefined) return { here, below: 0 };
    here |= node.at;
    node = node.inner.get(key);
  }
  return { here: here | (node?.at ?? 0), below: node?.below ?? 0 };
}

/** Both, made of the parts of both. */
function united(one: Silent | undefined, other: Silent): Silent {
  if (one === undefined) return other;
  one.at |= other.at;
  one.below |= other.below;
  for (const [key, node] of other.inner) one.inner.set(key, united(one.inner.get(key), node));
  return one;
}

const copyOf = ({ at, below, inner }: Silent): Silent => ({
  at,
  below,
  inner: new Map([...inner].map(([key, node]) => [key, copyOf(node)])),
});
