// What a literal stands for.
import type { Token } from './tokens';
import { type Literal, SyntaxFlaw } from './tree';

const INT_MAX = 2n ** 63n - 1n;
const UINT_MAX = 2n ** 64n - 1n;

/** A number, text or bytes; `negative` where a minus stands before the number. */
export function literalOf(token: Token, negative: boolean): Literal {
  const { kind, text, at } = token;
  if (kind === 'int' || kind === 'uint') {
    const size = BigInt(kind === 'uint' ? text.slice(0, -1) : text);
    const value = negative ? -size : size;
    const [least, most] = kind === 'uint' ? [0n, UINT_MAX] : [-INT_MAX - 1n, INT_MAX];
    if (value < least || value > most) throw new SyntaxFlaw(`${text} does not fit into 64 bits`, at);
    return { kind: 'literal', at, type: kind, value };
  }
  if (kind === 'double') {
    const value = Number(text);
    if (!Number.isFinite(value)) throw new SyntaxFlaw(`${text} is too large for a number`, at);
    return { kind: 'literal', at, type: 'double', value: negative ? -value : value };
  }
  return { kind: 'literal', at, type: kind === 'bytes' ? 'bytes' : 'string', value: textOf(token) };
}

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The text between the quotation marks. Line breaks are `\n`, however they are written. Half of a pair of surrogates is refused since 1.33 alone: we let it pass. */
function textOf({ kind, text, at }: Token): string {
  const isBytes = kind === 'bytes';
  const quoted = (isBytes ? text.slice(1) : text).replace(/\r\n?/g, '\n');
  const isRaw = /^[rR]/.test(quoted);
  const marked = isRaw ? quoted.slice(1) : quoted;
  const marks = /^("""|''')[^]*\1$/.test(marked) && marked.length >= 6 ? 3 : 1;
  const inner = marked.slice(marks, -marks);
  if (isRaw) return inner;
  return inner.replace(
    /\\(?:([0-3][0-7]{2})|[xX]([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]))/g,
    (_, octal?: string, hex?: string, short?: string, long?: string, simple?: string) => {
      if (simple !== undefined) return SIMPLE[simple] ?? simple;
      if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8));
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      const unicode = short ?? long!;
      if (isBytes) throw new SyntaxFlaw(`bytes cannot hold \\u or \\U escapes`, at);
      const point = parseInt(unicode, 16);
      if (point > 0x10ffff) {
        throw new SyntaxFlaw(`there is no character U+${unicode.toUpperCase()}`, at);
      }
      return String.fromCodePoint(point);
    },
  );
}
