// Many problems, thrown once.

import { printProblems } from './print';
import type { Problem } from './problem';

/** Many problems, thrown once. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  constructor(
    /** All of them, errors and warnings. */
    readonly problems: readonly Problem[],
    /** `message` where they are put in another way than printed one after the other. */
    { message = printProblems(problems), ...options }: { cause?: unknown; message?: string } = {},
  ) {
    super(message, options);
  }
}
