// A kind whose objects are not to be judged.
import type { Ignore, WrongIgnore } from '../report/ignore';
import { didYouMean, nearest } from '../report/suggest';
import { kinds } from './kinds';

/** Everything in objects of a kind, which may be a custom one: what begins with a capital is taken for one. */
export function readSkip(kind: string): Ignore | WrongIgnore {
  if (/^\p{Lu}/u.test(kind)) return { object: { kind } };
  const meant = nearest(kind, new Set(kinds().map((each) => each.kind)));
  return { given: kind, message: 'is no kind, which begins with a capital', hint: didYouMean(meant, 'Like this: Job') };
}
