// What the user asked not to be told of, and what counts as a failure: --ignore, --skip, --fail-on and the annotation, with the line that counts it.
import { readSkip } from '../kube/skip';
import type { Ignore } from '../report/ignore';
import type { ObjectRef, Problem } from '../report/problem';
import { count } from './print-problems';
import type { Unmet } from './unmet';
import { type Args, UsageError, valuesOf } from './verb';

/** How problems are taken. */
export interface Asked {
  /** The problem; a note where it is to be ignored. `object` is where it was found, if it says nothing of that itself. */
  readonly take: (problem: Problem, object?: ObjectRef) => Problem;
  /** Whether it ends with exit code 1. */
  readonly fails: (problem: Problem) => boolean;
  /** The objects that were asked for, to be met; undefined where somebody asked for none. */
  readonly unmet?: Unmet;
}

/** @throws UsageError for a code or kind that there is not */
export function askedBy({ flags }: Args): Asked {
  const ignores: readonly Ignore[] = [
    ...valuesOf(flags['ignore']).flatMap(ignoresIn),
    ...valuesOf(flags['skip']).flatMap((text) => text.split(',').map(skipIn)),
  ];
  const ofObjects = ignores.filter(({ object }) => object !== undefined);
  const onWarning = flags['fail-on'] === 'warning';
  return {
    take: (problem, object) => (ignores.length === 0 ? problem : ignore().ignoring(problem, ignores, object)),
    fails: ({ severity }) => severity === 'error' || (onWarning && severity === 'warning'),
    ...(ofObjects.length > 0 && { unmet: unmet(ofObjects) }),
  };
}

function ignoresIn(text: string): readonly Ignore[] {
  const { ignores, wrong } = ignore().readIgnores(text);
  const [first] = wrong;
  if (first === undefined) return ignores;
  throw new UsageError(`--ignore ${JSON.stringify(first.given)} ${first.message}`, first.hint);
}

function skipIn(text: string): Ignore {
  const skip = readSkip(text.trim());
  if ('message' in skip) throw new UsageError(`--skip ${JSON.stringify(skip.given)} ${skip.message}`, skip.hint);
  return skip;
}

function unmet(ignores: readonly Ignore[]): Unmet {
  const { Unmet } = require('./unmet') as typeof import('./unmet');
  return new Unmet(ignores);
}

const ignore = (): typeof import('../report/ignore') =>
  require('../report/ignore') as typeof import('../report/ignore');

/** `ignored: 2 errors, which the API server would refuse, and 1 warning (bad-format, no-effect)`; undefined where nothing was. */
export function ignoredLine(problems: readonly Problem[]): string | undefined {
  const all = problems.filter((problem) => problem.ignored !== undefined);
  if (all.length === 0) return undefined;
  const errors = all.filter((problem) => problem.ignored === 'error').length;
  const warnings = all.length - errors;
  const parts = [
    ...(errors > 0 ? [`${count(errors, 'error')}, for which the API server would refuse the object`] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  return `ignored: ${parts.join('; ')} (${codes.join(', ')})`;
}

/** `left out by --exclude: 3 files`; undefined where there is none. */
export const leftOutLine = (files = 0): string | undefined =>
  files === 0 ? undefined : `left out by --exclude: ${count(files, 'file')}`;
