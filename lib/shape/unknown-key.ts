// A key that a map does not have, and which of its own was meant.
import type { Path, Problem } from '../report/problem';
import { certain, didYouMean, meantIn, nearest } from '../report/suggest';

/** The problem of a key that a schema does not have. */
export function unknownKey(path: Path, key: string, known: readonly string[]): Problem {
  const guess = nearest(key, known);
  const only = certain(key, known);
  const hint = didYouMean(guess, known.length === 0 ? undefined : `Known keys: ${known.join(', ')}`);
  return {
    code: 'unknown-key',
    severity: 'error',
    path,
    message: 'is not a known key',
    ...(hint !== undefined && { hint }),
    ...(only !== undefined && { fix: { rename: key, to: only } }),
  };
}

/** Places at which nothing is missing: what should stand there stands beside it, under a misspelt key. */
export const misspeltKeys = (problems: readonly Problem[], value: unknown): Path[] =>
  problems.flatMap(({ code, path, hint }) => {
    const meant = code === 'unknown-key' ? meantIn(hint) : undefined;
    const beside = path.slice(0, -1);
    return meant === undefined || Object.hasOwn(beside.reduce(stepInto, value) as object, meant)
      ? []
      : [[...beside, meant]];
  });

const stepInto = (value: unknown, key: string | number): unknown => (value as Readonly<Record<string, unknown>>)[key];
