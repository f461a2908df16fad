// The first block of a PEM text, as Go finds it: lines before and after are left alone.
// https://pkg.go.dev/encoding/pem#Decode
import { base64 } from './base64';

export interface PemBlock {
  /** What stands behind BEGIN. */
  readonly type: string;
  readonly bytes: Buffer;
}

const BEGIN = '-----BEGIN ';
const END = '\n-----END ';
const DASHES = '-----';

/** @param text - With a character for each byte. */
export function firstBlock(text: string): PemBlock | undefined {
  let from = 0;
  for (;;) {
    const end = text.indexOf(END, from);
    if (end < 0) return undefined;
    const after = end + END.length;
    const block = blockBefore(text, from, end, after);
    if (block !== undefined) return block;
    from = after;
  }
}

/** The block that starts last before an END. */
function blockBefore(text: string, from: number, end: number, after: number): PemBlock | undefined {
  const found = text.slice(from, end).lastIndexOf(BEGIN);
  const begin = from + found;
  if (found < 0 || (found > 0 && text[begin - 1] !== '\n')) return undefined;
  const first = lineAt(text, begin + BEGIN.length);
  if (!first.line.endsWith(DASHES)) return undefined;
  const type = first.line.slice(0, -DASHES.length);
  let start = first.next;
  for (let line = lineAt(text, start); start <= end && line.line.includes(':'); line = lineAt(text, start)) {
    start = line.next;
  }
  if (start > first.next && start > end) return undefined;
  const trailer = lineAt(text, after).line;
  if (!trailer.startsWith(type) || trailer.slice(type.length) !== DASHES) return undefined;
  const body = text.slice(Math.min(start, end), end).replace(/[ \t]/g, '');
  return base64(body) === undefined ? { type, bytes: Buffer.from(body, 'base64') } : undefined;
}

/** A line without the blanks at its end, and where the next one starts. */
function lineAt(text: string, from: number): { line: string; next: number } {
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  let last = found > from && text[found - 1] === '\r' ? found - 1 : end;
  while (last > from && (text[last - 1] === ' ' || text[last - 1] === '\t')) last--;
  return { line: text.slice(from, last), next: found < 0 ? end : end + 1 };
}
