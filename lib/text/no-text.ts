// What is given for a text and is none.
import { notGiven } from '../report/not-given';
import type { Path, Problem } from '../report/problem';

export const isTextOrBytes = (value: unknown): value is string | Uint8Array =>
  typeof value === 'string' || ArrayBuffer.isView(value);

/** The problem of a value that is no text. */
export function noText(given: unknown, path: Path = []): Problem {
  const isRead = typeof given === 'object' && given !== null;
  const hint = isRead ? 'Of a value that is read already give JSON.stringify(value)' : undefined;
  return notGiven(given, path, 'text or bytes', hint);
}
