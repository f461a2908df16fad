// What is given for a list of objects and is none: programs that no compiler has seen give anything.
import { kindOf } from './data';
import { ProblemError } from './problem-error';

/** The error of a value that is no list. */
export function noList(given: unknown): ProblemError {
  const message = `expected a list of objects, not ${kindOf(given)}`;
  return new ProblemError([
    { code: 'wrong-type', severity: 'error', path: [], message, hint: 'Of one object give [object]' },
  ]);
}
