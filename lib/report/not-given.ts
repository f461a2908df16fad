// What is given to us and is something else: programs that no compiler has seen give anything.
import { kindOf } from './data';
import type { Path, Problem } from './problem';

/** The problem of an argument that is missing or of another kind than what is expected there. */
export const notGiven = (given: unknown, path: Path, expected: string, hint?: string): Problem => ({
  code: given === undefined ? 'required' : 'wrong-type',
  severity: 'error',
  path,
  message: given === undefined ? `is required: expected ${expected}` : `expected ${expected}, not ${kindOf(given)}`,
  ...(hint !== undefined && { hint }),
});
