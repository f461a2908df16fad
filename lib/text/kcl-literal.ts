// KCL's numbers and strings in all their forms.
// https://www.kcl-lang.io/docs/reference/lang/spec/lexical-rules

import { unsafeInteger } from './json-scan';

/** What is wrong with a literal, and where. */
export interface Fault {
  readonly code: 'bad-kcl' | 'bad-number' | 'computed' | 'lone-surrogate' | 'unsafe-integer';
  readonly at: number;
  readonly message: string;
  readonly hint?: string;
}

/** A number or a string of the text; of one with a fault the value means nothing. */
export interface Literal {
  readonly value: string | number;
  /** Offset of the first character after it. */
  readonly end: number;
  /** Written with a unit, which KCL takes for equal to no other number. */
  readonly unit?: true;
  readonly fault?: Fault;
}

/** Everything that could be meant as one number. A point belongs to it unless a name or another point follows. */
const NUMBER =
  /[0-9](?:[0-9A-Za-z_]|(?<=[eE])[-+](?=[0-9]))*(?:\.(?![\p{XID_Start}_.])(?:[0-9A-Za-z_]|(?<=[eE])[-+](?=[0-9]))*)?/uy;
const INTEGER =
  /^(?:0x(_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)|0b(_?[01]+(?:_[01]+)*)|0(?:o_?|_|(?=[0-7]_?[0-7]))([0-7]+(?:_[0-7]+)*)|(0|[1-9][0-9]*(?:_[0-9]+)*))([A-Za-z]*)$/;
const FLOAT = /^(?:0|[1-9][0-9]*)(?:\.(?:[0-9]+(?:[eE][-+]?[0-9]+)?)?|[eE][-+]?[0-9]+)$/;
const FLOAT_WITH_UNIT = /^[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?[A-Za-z][0-9A-Za-z]*$/;
const UNITS: ReadonlyMap<string, number> = new Map([
  ...[1e-9, 1e-6, 1e-3].map((factor, nth) => ['num'[nth]!, factor] as const),
  ...[...'KMGTP'].map((unit, nth) => [unit, 1000 ** (nth + 1)] as const),
  ...[...'KMGTP'].map((unit, nth) => [`${unit}i`, 1024 ** (nth + 1)] as const),
  ['k', 1000],
]);
const ESCAPE =
  /\r\n|\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([xuU])|(N)|(\r?\n)|([\\'"abfnrtv]))/g;
const LETTERS: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The number that begins at an offset. */
export function readNumber(text: string, at: number): Literal {
  NUMBER.lastIndex = at;
  NUMBER.test(text);
  const end = NUMBER.lastIndex;
  const raw = text.slice(at, end);
  const wrong = (code: Fault['code'], message: string, hint: string): Literal => ({
    value: 0,
    end,
    fault: { code, at, message, hint },
  });
  const bad = (hint: string): Literal => wrong('bad-kcl', 'is not a KCL number', hint);
  const integer = INTEGER.exec(raw);
  if (integer === null) {
    if (!FLOAT.test(raw)) {
      const unit = FLOAT_WITH_UNIT.test(raw);
      if (unit) return bad('KCL drops the unit of a number with a fraction or an exponent.');
      return bad('Digits, `_` only between them; an octal number begins with `0o`.');
    }
    if (Number.isFinite(Number(raw))) return { value: Number(raw), end };
    return wrong('bad-number', 'is a number beyond what JSON readers can hold', 'Write it in quotes if text is meant.');
  }
  const [, hex, binary, octal, decimal, unit = ''] = integer;
  const base = hex !== undefined ? 16 : binary !== undefined ? 2 : octal !== undefined ? 8 : 10;
  const value = parseInt((hex ?? binary ?? octal ?? decimal)!.replaceAll('_', ''), base);
  if (!Number.isSafeInteger(value)) {
    const [, , message, hint] = unsafeInteger(at);
    return wrong('unsafe-integer', message, hint);
  }
  if (unit === '') return { value, end };
  const factor = UNITS.get(unit);
  return factor === undefined
    ? bad(`Units: ${[...UNITS.keys()].join(', ')}.`)
    : { value: value * factor, end, unit: true };
}

/** Whether a string begins at an offset. */
export function isString(text: string, at: number): boolean {
  const c = text[at];
  return isQuote(c) || ((c === 'r' || c === 'R') && isQuote(text[at + 1]));
}

const isQuote = (c: string | undefined): boolean => c === '"' || c === "'";

/** The string that begins at an offset: raw or not, in one or in three quotes. */
export function readString(text: string, at: number): Literal {
  const { start, width, end, closed } = extentOf(text, at);
  if (!closed) {
    const hint =
      width === 1
        ? 'Add the closing quote; text of several lines stands in three quotes.'
        : 'Add the three closing quotes.';
    return { value: '', end, fault: { code: 'bad-kcl', at, message: 'starts a string that is not closed', hint } };
  }
  const body = text.slice(start, end - width);
  const isRaw = text[at] === 'r' || text[at] === 'R';
  const said = isRaw ? { value: body.replaceAll('\r\n', '\n') } : unescaped(body, start);
  return { end, ...said, ...(width === 3 && { value: withoutMargin(said.value) }) };
}

/** A text of three quotes without the line break that it begins with, and without the white space that all its lines begin with. */
function withoutMargin(text: string): string {
  const lines = (text.startsWith('\n') ? text.slice(1) : text).split('\n');
  let margin = Infinity;
  const widths = lines.map((line) => /[^ \t]|$/.exec(line)!.index);
  for (const [nth, width] of widths.entries()) {
    // Lines of white space do not count, but for the one before the quotes.
    if (lines[nth]!.trim() !== '' || (nth === lines.length - 1 && width > 0)) margin = Math.min(margin, width);
  }
  return lines.map((line, nth) => line.slice(margin === Infinity ? 0 : Math.min(margin, widths[nth]!))).join('\n');
}

/** Where a string ends; one that is not closed ends with its line, or with the text. */
export const endOfString = (text: string, at: number): number => extentOf(text, at).end;

function extentOf(text: string, from: number): { start: number; width: number; end: number; closed: boolean } {
  const open = text[from] === 'r' || text[from] === 'R' ? from + 1 : from;
  const quote = text[open]!;
  const width = text.startsWith(quote.repeat(3), open) ? 3 : 1;
  const start = open + width;
  for (let at = start; at < text.length; at++) {
    const c = text[at];
    if (c === quote && (width === 1 || text.startsWith(quote.repeat(3), at)))
      return { start, width, end: at + width, closed: true };
    if (width === 1 && (c === '\n' || c === '\r')) return { start, width, end: at, closed: false };
    if (c === '\\' && (width === 3 || text[at + 1] !== '\n')) at++;
  }
  return { start, width, end: text.length, closed: false };
}

/** What a string without `r` says. */
function unescaped(body: string, start: number): { readonly value: string; readonly fault?: Fault } {
  if (!/[\\\r]|\$\{/.test(body)) return { value: body };
  let fault: Fault | undefined;
  const wrong = (offset: number, code: Fault['code'], message: string, hint?: string): string => {
    fault ??= { code, at: start + offset, message, ...(hint === undefined ? {} : { hint }) };
    return '';
  };
  // A `${` with a backslash before it stands for itself, whatever stands before that backslash.
  const computed = /(?<!\\)\$\{/.exec(body);
  if (computed !== null)
    wrong(computed.index, 'computed', 'a text with `${…}` in it', 'Text that is meant so: `\\${`.');
  const value = body.replace(ESCAPE, (_, ...groups: unknown[]) => {
    const [octal, x, u, U, cut, named, line, letter] = groups as (string | undefined)[];
    const offset = groups[8] as number;
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
    const hex = x ?? u ?? U;
    if (hex !== undefined) {
      const code = parseInt(hex, 16);
      if (code >= 0xd800 && code <= 0xdfff) {
        return wrong(
          offset,
          'lone-surrogate',
          'is half of a surrogate pair, which is no character',
          'Write the character itself, or `\\U` and eight digits.',
        );
      }
      return code > 0x10ffff
        ? wrong(offset, 'bad-kcl', 'is beyond the last character, which is `\\U0010ffff`')
        : String.fromCodePoint(code);
    }
    if (cut !== undefined) {
      return wrong(
        offset,
        'bad-kcl',
        `expected ${{ x: 2, u: 4, U: 8 }[cut]} hexadecimal digits after \`\\${cut}\``,
        'Write a backslash itself as `\\\\`.',
      );
    }
    if (named !== undefined)
      return wrong(
        offset,
        'bad-kcl',
        'names a character, which is not read',
        'Write it as it is, or as `\\u` and four digits.',
      );
    if (line !== undefined) return '';
    return letter === undefined ? '\n' : (LETTERS[letter] ?? letter);
  });
  return fault === undefined
    ? { value: body.includes('${') ? value.replaceAll('\\${', '${') : value }
    : { value: '', fault };
}
