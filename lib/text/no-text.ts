// What is given for a text and is none: programs that no compiler has seen give anything.
import { kindOf } from '../report/data';
import type { Path, Problem } from '../report/problem';

export const isTextOrBytes = (value: unknown): value is string | Uint8Array =>
  typeof value === 'string' || ArrayBuffer.isView(value);

/** The problem of a value that is no text. */
export const noText = (given: unknown, path: Path = []): Problem => ({
  code: given === undefined ? 'required' : 'wrong-type',
  severity: 'error',
  path,
  message: given === undefined ? 'is required: expected text or bytes' : `expected text or bytes, not ${kindOf(given)}`,
  ...(typeof given === 'object' &&
    given !== null && { hint: 'Of a value that is read already give JSON.stringify(value)' }),
});
