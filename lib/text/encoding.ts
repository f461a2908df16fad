// Bytes to text: UTF-8 with or without a byte order mark, nothing else, and nothing replaced by U+FFFD.

import { isUtf8, utf8Text } from './bytes';
import type { Problem, Source } from '../report/problem';
import type { Start } from './pieces';

/** The text of an input, or what is wrong with it. */
type Decoded = { readonly text: string } | { readonly problem: Problem };

const BEGINNING: Start = { lines: 0, bytes: 0 };

/** Reads bytes (or takes a string) as text without byte order mark; they may be a piece of a longer text, which starts somewhere in it. */
export function decode(input: string | Uint8Array, file: string | undefined, start = BEGINNING): Decoded {
  if (typeof input === 'string') return { text: input.charCodeAt(0) === 0xfeff ? input.slice(1) : input };
  const utf16 = looksLikeUtf16(input);
  if (utf16 !== undefined) {
    const message = `is ${utf16} text, expected UTF-8`;
    return { problem: badUtf8(message, 'Save the file with the encoding UTF-8.', { file, line: 1, column: 1 }) };
  }
  if (!isUtf8(input)) {
    const offset = firstBadByte(input);
    const byte = input[offset]!.toString(16).padStart(2, '0');
    const message = `is not UTF-8: byte 0x${byte} at offset ${start.bytes + offset} does not continue a character`;
    const { line, column } = placeOfByte(input, offset);
    return {
      problem: badUtf8(message, 'Save the file with the encoding UTF-8.', { file, line: start.lines + line, column }),
    };
  }
  const mark = input[0] === 0xef && input[1] === 0xbb && input[2] === 0xbf ? 3 : 0;
  return { text: utf8Text(mark === 0 ? input : input.subarray(mark)) };
}

const badUtf8 = (message: string, hint: string, source: Source): Problem => ({
  code: 'bad-utf8',
  severity: 'error',
  path: [],
  message,
  hint,
  source,
});

/** By its mark, or without one by the zero bytes that ASCII leaves in it; neither occurs in a JSON or YAML text. */
function looksLikeUtf16(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return 'UTF-32';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  if ((a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0)) return 'UTF-16';
  return undefined;
}

/** The offset of the first sequence that is not UTF-8; the bytes are known to have one. */
function firstBadByte(bytes: Uint8Array): number {
  const length = bytes.length;
  let at = 0;
  // Whole blocks that are good are skipped; a block ends where a character does.
  for (let end = BLOCK; end < length; end = at + BLOCK) {
    while (end > at && isContinuation(bytes[end]!)) end--;
    if (end === at || !isUtf8(bytes.subarray(at, end))) break;
    at = end;
  }
  while (at < length) {
    const width = widthOf(bytes[at]!);
    if (width > 1 && !isUtf8(bytes.subarray(at, at + width))) break;
    at += width;
  }
  return at;
}

const BLOCK = 4096;
/** The number of bytes of the character that begins with this byte; 2 for a byte that can begin none, which fails the check. */
const widthOf = (byte: number): number => (byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);
const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

function placeOfByte(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: utf8Text(bytes.subarray(start, offset)).length + 1 };
}
