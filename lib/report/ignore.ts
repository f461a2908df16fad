// What somebody asks not to be told of: problems of a code, of an object, or of a code in an object. They are not gone: they become notes that
// say what they were, so that they can be counted.
import type { Code } from './codes';
import { CODES, isCode, isIgnorable } from './ignorable';
import type { ObjectRef, Problem } from './problem';
import { didYouMean, nearest } from './suggest';

/** Problems that are to be ignored; what is left open holds for any. */
export interface Ignore {
  readonly code?: Code;
  readonly object?: { readonly kind: string; readonly namespace?: string; readonly name?: string };
}

/** Why a text asks for nothing that can be ignored. */
export interface WrongIgnore {
  /** The code as it was given. */
  readonly given: string;
  /** As what follows the text: `is no code of a problem`. */
  readonly message: string;
  readonly hint?: string;
}

/** What was asked for, and what is wrong with it. */
export interface ReadIgnores {
  readonly ignores: readonly Ignore[];
  readonly wrong: readonly WrongIgnore[];
}

/** Reads `CODE`, `CODE:KIND`, `CODE:KIND/NAME` and `CODE:KIND/NAMESPACE/NAME`, any number of them with commas between. */
export function readIgnores(text: string): ReadIgnores {
  const wrong: WrongIgnore[] = [];
  const ignores: Ignore[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const [code = '', object] = splitAt(part, ':');
    const problem = problemOf(code) ?? (object === '' ? NO_OBJECT(part) : undefined);
    if (problem !== undefined) wrong.push(problem);
    else ignores.push({ code: code as Code, ...(object !== undefined && { object: objectIn(object) }) });
  }
  return { ignores, wrong };
}

function problemOf(code: string): WrongIgnore | undefined {
  if (!isCode(code)) {
    const hint = didYouMean(nearest(code, CODES), 'The codes stand in docs/problems.md');
    return { given: code, message: 'is no code of a problem', hint };
  }
  const message = 'cannot be ignored: what has such a problem was not read';
  return isIgnorable(code) ? undefined : { given: code, message };
}

const NO_OBJECT = (given: string): WrongIgnore => ({
  given,
  message: 'names no object behind its colon',
  hint: 'Like this: bad-format:CronJob/nightly',
});

function objectIn(text: string): NonNullable<Ignore['object']> {
  const [kind = '', ...names] = text.split('/');
  const [name, namespace] = names.reverse();
  return { kind, ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }) };
}

function splitAt(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** The problem as a note that says what it was, where one of these is asked for; otherwise as it is. */
export function ignoring(problem: Problem, ignores: readonly Ignore[], object = problem.object): Problem {
  const { severity, code } = problem;
  if (severity === 'note' || !isIgnorable(code)) return problem;
  if (!ignores.some((ignore) => isAsked(ignore, code, object))) return problem;
  if (severity === 'error' && (problem.lost || object === undefined)) return { ...problem, hint: hintFor(problem) };
  return { ...problem, severity: 'note', ignored: severity };
}

const hintFor = ({ hint }: Problem): string =>
  `${hint === undefined ? '' : `${hint}${/[.?!]$/.test(hint) ? '' : '.'} `}This cannot be ignored: what is written would lack it`;

const isAsked = ({ code, object: asked }: Ignore, given: Code, object: ObjectRef | undefined): boolean =>
  (code === undefined || code === given) &&
  (asked === undefined ||
    (asked.kind === object?.kind &&
      (asked.name === undefined || asked.name === object.name) &&
      (asked.namespace === undefined || asked.namespace === object.namespace)));
