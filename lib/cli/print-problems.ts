// Problems for people: on standard error (or wherever they belong), on a terminal in colour and with the line that they are about.
import { printProblem } from '../report/print';
import type { Problem } from '../report/problem';
import { type Paint, paintFor } from './colour';
import type { Io, Output } from './io';

/** Writes problems, the first line of each in the colour of its severity. Frames are for terminals: what a program reads stays as it is. */
export async function printProblems(problems: readonly Problem[], output: Output, io: Io): Promise<void> {
  if (problems.length === 0) return;
  const paint = paintFor(output, io);
  const frames = output.isTTY === true && io.env['TERM'] !== 'dumb' ? framesFor(output, io, paint) : undefined;
  await output.write(problems.map((problem) => linesOf(problem, frames?.of(problem) ?? [], paint)).join(''));
}

function linesOf(problem: Problem, frame: readonly string[], paint: Paint): string {
  const [first = '', ...rest] = printProblem(problem).split('\n');
  const painted = problem.severity === 'note' ? first : paint(problem.severity === 'error' ? 'red' : 'yellow', first);
  return [painted, ...frame, ...rest].map((line) => `${line}\n`).join('');
}

/** Of less than this a line is cut in any case. */
const NARROWEST = 40;

/** Loaded where there is a terminal. */
function framesFor({ columns }: Output, { cwd }: Io, paint: Paint): import('./frame').Frames {
  const { Frames } = require('./frame') as typeof import('./frame');
  // A terminal that does not know its width says 0.
  return new Frames(cwd, Math.max(columns || 80, NARROWEST), paint);
}

/** `3 errors`, `1 error`. */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
