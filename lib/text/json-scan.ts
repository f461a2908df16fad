// A careful JSON reader for when JSON.parse is not enough: it says where everything stands and everything that is wrong.
// https://www.rfc-editor.org/rfc/rfc8259

import type { Code } from '../report/codes';
import type { Path, Problem } from '../report/problem';
import type { Lines } from './lines';
import type { Entry, Spot, Spots } from './positions';

/** The deepest nesting of lists and maps that is read or written. */
export const MAX_DEPTH = 1000;

/** As many problems of one text are reported; whoever has more has a file of another kind. */
export const MAX_PROBLEMS = 1000;

/** What one value of a JSON text came to. */
interface Scanned {
  /** The offset after the value, or where it went wrong. */
  readonly end: number;
  readonly spot?: Spot;
  readonly problems: Problem[];
  /** False when the text is not JSON, so that there is no value at all. */
  readonly wellFormed: boolean;
}

/** Where the text comes from, for the problems. */
export interface Origin {
  readonly text: string;
  readonly lines: Lines;
  readonly file?: string;
  /** The places of the document that was asked for last: those of all of them would be many times as large as the text. */
  located?: { readonly by: Spots; readonly spot: Spot };
}

/** Reads the one value that begins at or after `from`. */
export function scanJson(origin: Origin, from: number, document: number): Scanned {
  const scanner = new Scanner(origin, from, document);
  try {
    const spot = scanner.value(0);
    return { end: scanner.at, spot, problems: scanner.problems, wellFormed: true };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return { end: stop.at, problems: scanner.problems, wellFormed: false };
  }
}

/** The first offset at or after `at` that is not JSON white space. */
export function skipSpace(text: string, at: number): number {
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9) break;
  }
  return at;
}

class Stop {
  constructor(readonly at: number) {}
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
/** Words that people and other languages write, and what JSON has for them. No other word of the text is ever quoted. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...['True', 'TRUE', 'tru', 'ture', 'yes', 'on'].map((word) => [word, 'true'] as const),
  ...['False', 'FALSE', 'fals', 'flase', 'no', 'off'].map((word) => [word, 'false'] as const),
  ...['None', 'nil', 'Null', 'NULL', 'nul', 'undefined', 'NaN', 'Infinity'].map((word) => [word, 'null'] as const),
]);

const isSmartQuote = (c: string | undefined): boolean => c !== undefined && /[\u2018-\u201f\u00ab\u00bb]/.test(c);
const SMART_QUOTE = 'It is a typographic quote, as word processors make them: write `"`.';

class Scanner {
  readonly problems: Problem[] = [];
  private readonly text: string;
  private readonly path: (string | number)[] = [];

  constructor(
    private readonly origin: Origin,
    public at: number,
    private readonly document: number,
  ) {
    this.text = origin.text;
  }

  value(depth: number): Spot {
    this.at = skipSpace(this.text, this.at);
    switch (this.text[this.at]) {
      case '{':
        return this.map(depth + 1);
      case '[':
        return this.list(depth + 1);
      case '"':
        return this.string();
      case 't':
        return this.literal('true');
      case 'f':
        return this.literal('false');
      case 'n':
        return this.literal('null');
      default:
        return this.number();
    }
  }

  private map(depth: number): Spot {
    this.checkDepth(depth);
    const entries = new Map<string, Entry>();
    const spot: Spot = { start: this.at, end: 0, entries };
    this.at = skipSpace(this.text, this.at + 1);
    if (this.text[this.at] === '}') return this.close(spot);
    for (;;) {
      this.at = skipSpace(this.text, this.at);
      if (this.text[this.at] !== '"') this.badKey();
      const key = this.at;
      const name = this.name();
      this.path.push(name);
      if (entries.has(name)) {
        const first = this.origin.lines.at(entries.get(name)!.key);
        const hint = `Keep one of the two; the first is at line ${first.line}, column ${first.column}.`;
        this.report('duplicate-key', key, 'stands twice in the same map, expected once', hint);
      }
      this.at = skipSpace(this.text, this.at);
      if (this.text[this.at] !== ':') this.stop(`expected \`:\` after the key, ${this.found()}`);
      this.at++;
      const value = this.value(depth);
      this.path.pop();
      if (!entries.has(name)) entries.set(name, { key, value });
      if (this.more('}', 'map')) return this.close(spot);
    }
  }

  private list(depth: number): Spot {
    this.checkDepth(depth);
    const items: Spot[] = [];
    const spot: Spot = { start: this.at, end: 0, items };
    this.at = skipSpace(this.text, this.at + 1);
    if (this.text[this.at] === ']') return this.close(spot);
    for (;;) {
      this.path.push(items.length);
      items.push(this.value(depth));
      this.path.pop();
      if (this.more(']', 'list')) return this.close(spot);
    }
  }

  /** After an item: true at the closing bracket, false after a comma that another item follows. */
  private more(bracket: '}' | ']', kind: string): boolean {
    const end = this.at;
    this.at = skipSpace(this.text, end);
    const c = this.text[this.at];
    if (c === bracket) return true;
    // Said where the comma belongs, which may be lines before what was found instead.
    if (c !== undefined && /["{[\w-]/.test(c))
      this.stopAt(end, `expected \`,\` or \`${bracket}\` here, ${this.found()} next`, 'A comma is missing.');
    if (c !== ',') {
      const hint = c === undefined ? `The ${kind} is not closed.` : undefined;
      this.stop(`expected \`,\` or \`${bracket}\`, ${this.found()}`, hint);
    }
    const comma = this.at;
    this.at = skipSpace(this.text, this.at + 1);
    if (this.text[this.at] === bracket) {
      this.at = comma;
      this.stop(`has a comma before \`${bracket}\`, which JSON does not allow`, 'Remove the comma.');
    }
    return false;
  }

  private close(spot: Spot): Spot {
    spot.end = ++this.at;
    return spot;
  }

  private string(): Spot {
    const start = this.at;
    this.name();
    return { start, end: this.at };
  }

  /** Reads a string with its quotes and returns what it says. */
  private name(): string {
    const text = this.text;
    const start = this.at;
    let plain = true;
    let at = start + 1;
    for (; ; at++) {
      const c = text.charCodeAt(at);
      if (c === 34) break;
      if (c === 92) {
        plain = false;
        at = this.escape(at);
      } else if (!(c >= 32)) {
        this.at = start;
        if (at >= text.length) this.stop('starts a string that is not closed', 'Add the closing `"`.');
        this.at = at;
        const what = c === 10 || c === 13 ? 'a line break' : c === 9 ? 'a tab' : 'a control character';
        const escaped =
          c === 10 || c === 13 ? '`\\n`' : c === 9 ? '`\\t`' : `\`\\u${c.toString(16).padStart(4, '0')}\``;
        this.stop(`has ${what} inside a string`, `Close the string before it, or write it as ${escaped}.`);
      }
    }
    this.at = at + 1;
    return plain ? text.slice(start + 1, at) : (JSON.parse(text.slice(start, at + 1)) as string);
  }

  /** Checks the escape whose backslash is at `at`; returns the offset of its last character. */
  private escape(at: number): number {
    const text = this.text;
    const c = text[at + 1];
    if (c === 'u') {
      const unit = hex(text, at + 2);
      if (unit === undefined) return this.stopAt(at, 'expected four hexadecimal digits after `\\u`');
      if (unit < 0xd800 || unit > 0xdfff) return at + 5;
      if (unit < 0xdc00 && text[at + 6] === '\\' && text[at + 7] === 'u') {
        const low = hex(text, at + 8);
        if (low !== undefined && low >= 0xdc00 && low <= 0xdfff) return at + 11;
      }
      this.report(
        'lone-surrogate',
        at,
        'is half of a surrogate pair, which is no character',
        'Write both halves, or remove it.',
      );
      return at + 5;
    }
    if (c !== undefined && '"\\/bfnrt'.includes(c)) return at + 1;
    return this.stopAt(at, 'is an escape that JSON does not have', 'Write a backslash itself as `\\\\`.');
  }

  private number(): Spot {
    const start = this.at;
    NUMBER.lastIndex = start;
    const match = NUMBER.exec(this.text);
    if (match === null) return this.badValue();
    const [raw, fraction, exponent] = match;
    this.at += raw.length;
    if (/[\w.+]/.test(this.text[this.at] ?? '')) {
      this.at = start;
      this.stop('is not a JSON number', 'No leading zero, no `+`, no `_`, digits on both sides of the point.');
    }
    if (fraction === undefined && exponent === undefined) {
      if (raw.length > 15 && !Number.isSafeInteger(Number(raw))) this.report(...unsafeInteger(start));
    } else if (exponent !== undefined && !Number.isFinite(Number(raw))) {
      this.report(
        'bad-number',
        start,
        'is a number beyond what JSON readers can hold',
        'Write it in quotes if text is meant.',
      );
    }
    return { start, end: this.at };
  }

  private literal(word: string): Spot {
    const start = this.at;
    if (!this.text.startsWith(word, start) || /[\w$]/.test(this.text[start + word.length] ?? ''))
      return this.badValue();
    this.at += word.length;
    return { start, end: this.at };
  }

  private badValue(): never {
    const c = this.text[this.at];
    WORD.lastIndex = this.at;
    const word = WORD.exec(this.text)?.[0];
    const meant = word === undefined ? undefined : WORDS.get(word);
    if (meant !== undefined)
      this.stop(`expected a JSON value, found \`${word}\``, `JSON has \`${meant}\`; text stands in double quotes.`);
    if (word !== undefined) this.stop('expected a JSON value, found a bare word', 'Text stands in double quotes.');
    if (c === "'") this.stop("expected a JSON value, found `'`", 'JSON strings stand in double quotes.');
    if (isSmartQuote(c)) this.stop(`expected a JSON value, ${this.found()}`, SMART_QUOTE);
    if (c === '/' || c === '#') this.stop(`expected a JSON value, ${this.found()}`, 'JSON has no comments; YAML has.');
    if (c === ',') this.stop('expected a JSON value, found `,`', 'Remove the comma, or write the missing value.');
    return this.stop(`expected a JSON value, ${this.found()}`);
  }

  private badKey(): never {
    const c = this.text[this.at] ?? '';
    if (c === "'") this.stop("expected a key in double quotes, found `'`", 'JSON strings stand in double quotes.');
    if (isSmartQuote(c)) this.stop(`expected a key in double quotes, ${this.found()}`, SMART_QUOTE);
    if (c === '/' || c === '#')
      this.stop(`expected a key in double quotes, ${this.found()}`, 'JSON has no comments; YAML has.');
    if (/[\w$]/.test(c))
      this.stop('expected a key in double quotes, found a bare word', 'Put the key in double quotes.');
    return this.stop(`expected a key in double quotes, ${this.found()}`);
  }

  private found(): string {
    const code = this.text.codePointAt(this.at);
    if (code === undefined) return 'found the end of the text';
    return code > 32 && code < 127
      ? `found \`${String.fromCodePoint(code)}\``
      : `found U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }

  private checkDepth(depth: number): void {
    if (depth <= MAX_DEPTH) return;
    this.problem('too-deep', this.at, `is nested more than ${MAX_DEPTH} levels deep`, undefined, []);
    throw new Stop(this.at);
  }

  private stopAt(at: number, message: string, hint?: string): never {
    this.at = at;
    return this.stop(message, hint);
  }

  private stop(message: string, hint?: string): never {
    this.report('bad-json', this.at, message, hint);
    throw new Stop(this.at);
  }

  private report(code: Code, at: number, message: string, hint?: string): void {
    this.problem(code, at, message, hint, [...this.path]);
  }

  private problem(code: Code, at: number, message: string, hint: string | undefined, path: Path): void {
    const source = { file: this.origin.file, document: this.document, ...this.origin.lines.at(at) };
    this.problems.push({ code, severity: 'error', path, message, ...(hint === undefined ? {} : { hint }), source });
    if (this.problems.length >= MAX_PROBLEMS) throw new Stop(this.at);
  }
}

/** Code, offset, message and hint of a number that a double would round. */
export const unsafeInteger = (at: number): [Code, number, string, string] => [
  'unsafe-integer',
  at,
  'is an integer beyond ±9007199254740991, which most JSON readers round',
  'Write it in quotes if text is meant.',
];

function hex(text: string, at: number): number | undefined {
  const digits = text.slice(at, at + 4);
  return /^[0-9a-fA-F]{4}$/.test(digits) ? parseInt(digits, 16) : undefined;
}
