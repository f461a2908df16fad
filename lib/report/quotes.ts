// The hint for who wrote a number, or a word that YAML takes for true or false, where text belongs.
import type { Problem } from './problem';

/** How the value is written as text, as far as it may be shown. */
export const inQuotes = (text: string | undefined): string =>
  text === undefined ? 'Put it in quotes' : `${START}"${text}"`;

const START = 'Put it in quotes: ';
/** What a person writes for a number or a boolean. */
const WRITTEN = /^[\w.+:-]{1,40}$/;

/**
 * The problem with the value in its hint as it is written in the document: `1.10` and not `1.1`, `yes` and not `true`.
 *
 * @param written - The text at the problem's place; looked up when it is needed.
 */
export function asWritten<P extends Pick<Problem, 'hint'>>(problem: P, written: () => string | undefined): P {
  if (problem.hint?.startsWith(START) !== true) return problem;
  const text = written();
  return text !== undefined && WRITTEN.test(text) ? { ...problem, hint: inQuotes(text) } : problem;
}
