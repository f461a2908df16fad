// What is wrong with one KCL source, and where.

import type { Code } from '../report/codes';
import { byPlace, type Path, type Problem } from '../report/problem';
import { MAX_PROBLEMS, type Origin } from './json-scan';
import type { Place } from './lines';

/** Thrown where a statement cannot be read on. */
export class Stop {}

/** Collects the problems of one source. */
export class KclReport {
  readonly problems: Problem[] = [];
  /** Where the reader is. */
  readonly path: (string | number)[] = [];

  constructor(
    readonly origin: Origin,
    /** Where the source begins among all. */
    readonly base: number,
    /** The place of an offset among all sources. */
    private readonly placeOfAny: (offset: number) => Place,
  ) {}

  get isFull(): boolean {
    return this.problems.length >= MAX_PROBLEMS;
  }

  /** The place of an offset that is in this source. */
  placeOf(offset: number): Place {
    const { file, lines } = this.origin;
    return { ...(file !== undefined && { file }), ...lines.at(offset - this.base) };
  }

  sorted(): readonly Problem[] {
    return this.problems.sort(byPlace);
  }

  add(code: Code, at: number, message: string, hint?: string, path: Path = [...this.path]): void {
    if (this.isFull) return;
    const source = { document: 0, ...this.placeOf(this.base + at) };
    this.problems.push({ code, severity: 'error', path, message, ...(hint !== undefined && { hint }), source });
  }

  /** Reports what is no KCL; to be thrown, to give up the statement. */
  stop(at: number, message: string, hint?: string): Stop {
    this.add('bad-kcl', at, message, hint);
    return new Stop();
  }

  /** Reports two values that cannot be united: where the first is, and where the second. */
  clash(first: number, second: number, path: Path): void {
    const hint = `Write \`=\` to replace the first, which is at ${this.placeInWords(first)}.`;
    this.add('conflict', second - this.base, 'stands there already with another value', hint, path);
  }

  /** Refuses what KCL would have to compute. */
  computed(at: number, what: string, hint = ''): void {
    this.add(
      'computed',
      at,
      `is computed (${what}), not data`,
      `${hint === '' ? '' : `${hint} `}KCL computes it: \`kcl run … | cdk8s-kam convert -\``,
    );
  }

  /** What stands at an offset, to follow on what was expected there. */
  found(at: number): string {
    const code = this.origin.text.codePointAt(at);
    if (code === undefined) return 'found the end of the text';
    if (code === 10) return 'found the end of the line';
    if (code > 32 && code < 127) return `found \`${String.fromCodePoint(code)}\``;
    return `found U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }

  /** The place of an offset among all sources, for a hint. */
  placeInWords(offset: number): string {
    const { file, line, column } = this.placeOfAny(offset);
    return `line ${line}, column ${column}${file === this.origin.file ? '' : ` of ${file}`}`;
  }
}
