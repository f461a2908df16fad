// The words of an expression.
// https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax
import { type Offset, SyntaxFlaw } from './tree';

export interface Token {
  readonly kind: 'ident' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'symbol' | 'end';
  /** As written; keywords such as `true` and `in` are symbols. */
  readonly text: string;
  readonly at: Offset;
}

const KEYWORDS = new Set(['true', 'false', 'null', 'in']);

const ESCAPE =
  String.raw`\\(?:[abfnrtv"'\\?` + '`' + String.raw`]|[0-3][0-7][0-7]|[xX][\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})`;
const QUOTED = [
  String.raw`[rR]"""[^]*?"""`,
  String.raw`[rR]'''[^]*?'''`,
  String.raw`[rR]"[^"\n\r]*"`,
  String.raw`[rR]'[^'\n\r]*'`,
  String.raw`"""(?:${ESCAPE}|[^\\])*?"""`,
  String.raw`'''(?:${ESCAPE}|[^\\])*?'''`,
  String.raw`"(?:${ESCAPE}|[^\\"\n\r])*"`,
  String.raw`'(?:${ESCAPE}|[^\\'\n\r])*'`,
].join('|');

const SPACE = /(?:[\t \r\n\f]|\/\/[^\n]*)*/y;
const TEXT = new RegExp(`[bB]?(?:${QUOTED})`, 'y');
const IDENT = /[A-Za-z_][A-Za-z0-9_]*/y;
const DOUBLE = /(?:\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?)/y;
const INTEGER = /(?:0x[\da-fA-F]+|\d+)([uU]?)/y;
const SYMBOL = /==|!=|<=|>=|&&|\|\||[<>[\]{}().,\-!?:+*/%]/y;

/** The tokens of the text; the last one is the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  for (;;) {
    at += match(SPACE)![0].length;
    if (at >= text.length) break;
    const [kind, found] = tokenAt(match);
    if (found === undefined) throw unreadable(text, at);
    tokens.push({ kind, text: found, at });
    at += found.length;
  }
  tokens.push({ kind: 'end', text: '', at });
  return tokens;
}

function tokenAt(match: (pattern: RegExp) => RegExpExecArray | null): [Token['kind'], string | undefined] {
  const string = match(TEXT)?.[0];
  if (string !== undefined) return [/^[bB]/.test(string) ? 'bytes' : 'string', string];
  const word = match(IDENT)?.[0];
  if (word !== undefined) return [KEYWORDS.has(word) ? 'symbol' : 'ident', word];
  const double = match(DOUBLE)?.[0];
  if (double !== undefined) return ['double', double];
  const integer = match(INTEGER);
  if (integer !== null) return [integer[1] === '' ? 'int' : 'uint', integer[0]];
  return ['symbol', match(SYMBOL)?.[0]];
}

/** What people write instead. */
const MEANT: Readonly<Record<string, string>> = {
  '=': 'write == to compare',
  '&': 'write && for "and"',
  '|': 'write || for "or"',
  '“': 'write straight quotation marks',
  '”': 'write straight quotation marks',
  '‘': 'write straight quotation marks',
  '’': 'write straight quotation marks',
};

function unreadable(text: string, at: Offset): SyntaxFlaw {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  if (character === '"' || character === "'") {
    return new SyntaxFlaw('a text starts here that does not end, or has an escape that CEL does not know', at);
  }
  const compared = /^=[<>]/.test(text.slice(at, at + 2)) ? `write ${text[at + 1]}=` : undefined;
  return new SyntaxFlaw(`${JSON.stringify(character)} means nothing in CEL`, at, compared ?? MEANT[character]);
}
