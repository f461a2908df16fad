/**
 * Did-you-mean: the nearest of the allowed words, and names turned into spellings that Kubernetes takes.
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance (optimal string alignment)
 */
const LONGEST = 100;
/** In a shorter word one slip makes another word. */
const SHORT = 5;

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`, or more than `limit` when there are more
 * than that many.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      current.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] as number;
}

/**
 * The candidate that the user most likely meant, or undefined when none is near. The same word in other letter case or
 * with other punctuation comes first, then the fewest edits (at most a third of the word); the first candidate wins a tie.
 */
export function nearest(given: string, candidates: Iterable<string>): string | undefined {
  if (given === '' || given.length > LONGEST) return undefined;
  const lower = given.toLowerCase();
  const stripped = bare(given);
  let limit = Math.max(1, Math.floor(given.length / 3));
  let found: string | undefined;
  for (const candidate of candidates) {
    if (candidate === given) continue;
    const candidateLower = candidate.toLowerCase();
    if (candidateLower === lower) return candidate;
    if (limit < 0) continue;
    if (stripped !== '' && stripped === bare(candidate)) {
      found = candidate;
      limit = -1;
    } else {
      const edits = distance(lower, candidateLower, limit);
      if (edits <= limit && edits < candidate.length) {
        found = candidate;
        limit = edits - 1;
      }
    }
  }
  return found;
}

/**
 * The one candidate that can have been meant: the same word but for case and punctuation, or a word with one slip and no other word near. A person
 * is asked about anything else.
 */
export function certain(given: string, candidates: Iterable<string>): string | undefined {
  if (given.length > LONGEST) return undefined;
  const all = [...candidates];
  const stripped = bare(given);
  const same = stripped === '' ? [] : all.filter((candidate) => bare(candidate) === stripped);
  if (same.length > 0 || given.length < SHORT) return same.length === 1 && same[0] !== given ? same[0] : undefined;
  const near = all.filter((candidate) => distance(given.toLowerCase(), candidate.toLowerCase(), 2) <= 2);
  const [only] = near;
  return only !== undefined && near.length === 1 && distance(given.toLowerCase(), only.toLowerCase(), 1) <= 1
    ? only
    : undefined;
}

/** What {@link didYouMean} names. */
export const meantIn = (hint: string | undefined): string | undefined =>
  hint === undefined ? undefined : /^Did you mean "([^"]+)"\?$/.exec(hint)?.[1];

/** The hint that names what was probably meant; `otherwise` when nothing is near. */
export const didYouMean: {
  (meant: string): string;
  (meant: string | undefined, otherwise: string): string;
  (meant: string | undefined, otherwise?: string): string | undefined;
} = (meant: string | undefined, otherwise?: string): string =>
  (meant === undefined ? otherwise : `Did you mean "${meant}"?`) as string;

/** A hint with a capital, when it starts with a word and not with a name of something. */
export const capital = (text: string): string =>
  /^[a-z]+[ ,]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
