// Many problems, thrown once.

import { printProblems } from './print';
import type { Problem } from './problem';

/** Many problems, thrown once. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  constructor(
    /** All of them, errors and warnings. */
    readonly problems: readonly Problem[],
    options?: { cause?: unknown },
  ) {
    super(printProblems(problems), options);
  }
}
