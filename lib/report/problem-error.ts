// Many problems, thrown once.

import { printProblems } from './print';
import type { Problem } from './problem';

/** Many problems, thrown once. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  /** All of them, errors and warnings. */
  declare readonly problems: readonly Problem[];

  constructor(
    problems: readonly Problem[],
    /** `message` where they are put in another way than printed one after the other. */
    { message = printProblems(problems), ...options }: { cause?: unknown; message?: string } = {},
  ) {
    super(message, options);
    // Who prints the error has them in its message.
    Object.defineProperty(this, 'problems', { value: problems });
    if (this.stack !== undefined) this.stack = `ProblemError: ${message}${callers(framesOf(this.stack, message))}`;
  }
}

const framesOf = (stack: string, message: string): string[] =>
  stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^ +at /.test(line));

/** The frames of the program itself, if there are any: neither ours nor those of others. */
function callers(frames: readonly string[]): string {
  const own = frames.filter((frame) => !/node:internal|[\\/]node_modules[\\/]/.test(frame));
  return (own.length === 0 ? frames : own).map((frame) => `\n${frame}`).join('');
}
