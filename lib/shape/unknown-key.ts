// A key that a map does not have, and which of its own was meant.
import type { Path, Problem } from '../report/problem';
import { certain, didYouMean, nearest } from '../report/suggest';

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
