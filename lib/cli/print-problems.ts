// Problems for people: on standard error (or wherever they belong), in colour where a terminal shows it.
import { printProblem } from '../report/print';
import type { Problem } from '../report/problem';
import type { Io, Output } from './io';

const RED = '\u001b[31m';
const YELLOW = '\u001b[33m';
const PLAIN = '\u001b[0m';

/** Whether a stream takes colours. https://no-color.org */
export const hasColour = (output: Output, { env }: Io): boolean =>
  output.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';

/** Writes problems, the first line of each in the colour of its severity. */
export async function printProblems(problems: readonly Problem[], output: Output, io: Io): Promise<void> {
  if (problems.length === 0) return;
  const colour = hasColour(output, io);
  await output.write(problems.map((problem) => `${colour ? coloured(problem) : printProblem(problem)}\n`).join(''));
}

function coloured(problem: Problem): string {
  if (problem.severity === 'note') return printProblem(problem);
  const [first, ...rest] = printProblem(problem).split('\n');
  return [`${problem.severity === 'error' ? RED : YELLOW}${first}${PLAIN}`, ...rest].join('\n');
}

/** `3 errors`, `1 error`. */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
