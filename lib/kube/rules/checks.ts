// The few checks that most rules are made of.
import { didYouMean } from '../../report/suggest';
import type { Code } from '../../report/codes';
import type { At } from '../../report/place';
import type { Report } from '../../report/report';
import { certain, nearest } from '../../report/suggest';
import { toLabel1123, toSubdomain } from '../values/near-name';
import { label1123, misspeltBy, subdomain } from '../values/syntax';

/** Something must stand here; says so and returns false when it is absent or empty. */
export function checkRequired(
  value: string | readonly unknown[] | undefined,
  place: At,
  report: Report,
  message?: string,
): boolean {
  if (value !== undefined && value.length > 0) return true;
  report.error(place, 'required', message ?? (value === undefined ? 'is required' : 'must not be empty'));
  return false;
}

/** A word out of a closed set. Absent is the default; so is the empty string, unless it is among neither. */
export function checkOneOf(
  value: string | undefined,
  allowed: readonly string[],
  place: At,
  report: Report,
  where?: number,
): void {
  if (value === undefined || allowed.includes(value)) return;
  const meant = nearest(value, allowed);
  const only = certain(value, allowed);
  report.error(place, 'not-one-of', `must be ${alternatives(allowed)}`, {
    value,
    hint: didYouMean(meant),
    where,
    ...(only !== undefined && { fix: { value: only } }),
  });
}

/** As {@link checkOneOf} for fields in which the empty string stands for the default. */
export function checkOneOfOrEmpty(
  value: string | undefined,
  allowed: readonly string[],
  place: At,
  report: Report,
): void {
  if (value !== '') checkOneOf(value, allowed, place, report);
}

/** A list of at most so many items; says so and returns false when there are more, so that nobody looks at them one by one. */
export function checkCount(
  list: readonly unknown[] | undefined,
  most: number,
  place: At,
  report: Report,
  where?: number,
): boolean {
  if (list === undefined || list.length <= most) return true;
  report.error(place, 'too-long', `must have at most ${most} items (has ${list.length})`, { where });
  return false;
}

/** A whole number from `least` to `most`. */
export function checkRange(value: number | undefined, least: number, most: number, place: At, report: Report): void {
  if (value === undefined || (value >= least && value <= most)) return;
  report.error(place, 'out-of-range', `must be from ${least} to ${most}`, { value });
}

/** A whole number that is not negative. */
export function checkNotNegative(value: number | undefined, place: At, report: Report, where?: number): void {
  if (value === undefined || value >= 0) return;
  report.error(place, 'out-of-range', 'must not be negative', { value, where });
}

/** A text whose spelling `problemOf` judges (see lib/kube/syntax.ts). */
export function checkSpelling(
  value: string | undefined,
  problemOf: (value: string) => string | undefined,
  place: At,
  report: Report,
  suggest?: (value: string) => string | undefined,
  code: Code = 'bad-name',
): void {
  if (value === undefined) return;
  const problem = problemOf(value);
  if (problem === undefined) return;
  const misspelt = misspeltBy(problemOf, value);
  report.error(place, code, problem, { value, hint: didYouMean(suggest?.(value)), misspelt });
}

/**
 * As {@link checkSpelling}, where the rule changed: `problemOf` holds everywhere, `some` beside it for the minors of `where`.
 */
export function checkSpellings(
  value: string | undefined,
  problemOf: (value: string) => string | undefined,
  some: { readonly problemOf: (value: string) => string | undefined; readonly where: number },
  place: At,
  report: Report,
  suggest?: (value: string) => string | undefined,
  code: Code = 'bad-name',
): void {
  if (value === undefined) return;
  const [everywhere, partly] = [problemOf(value), some.problemOf(value)];
  const hint = everywhere === undefined && partly === undefined ? undefined : didYouMean(suggest?.(value));
  const rest = report.variants.all & ~some.where;
  if (partly !== undefined && (everywhere === undefined || rest === 0)) {
    report.error(place, code, partly, { value, hint, misspelt: misspeltBy(some.problemOf, value), where: some.where });
  } else if (everywhere !== undefined) {
    report.error(place, code, everywhere, { value, hint, misspelt: misspeltBy(problemOf, value) });
  }
}

/** A DNS label of at most 63 characters. */
export const checkLabel1123 = (value: string | undefined, place: At, report: Report): void =>
  checkSpelling(value, label1123, place, report, toLabel1123);

/** A DNS name of at most 253 characters, as most objects are named. */
export const checkSubdomain = (value: string | undefined, place: At, report: Report): void =>
  checkSpelling(value, subdomain, place, report, toSubdomain);

/** For references whose spelling the server does not look at, though no object can have such a name. */
export function warnName(name: string | undefined, kind: string, place: At, report: Report): void {
  if (name === undefined || name === '') return;
  const problem = subdomain(name);
  if (problem === undefined) return;
  report.warning(place, 'suspicious', `is taken, but no ${kind} can have this name: it ${problem}`, { value: name });
}

/** What {@link qualifiedName} and its like say of a key, as a sentence of its own. */
export const ofKey = (problem: string): string =>
  problem.startsWith('the ') ? `in the key, ${problem}` : `the key ${problem}`;

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Reports every item that has been there before. An item without key (undefined) is passed over. */
export function checkUnique<Item>(
  items: readonly Item[] | undefined,
  keyOf: (item: Item) => string | undefined,
  onRepeat: (index: number, key: string, first: number) => void,
): void {
  if (items === undefined || items.length < 2) return;
  const seen = new Map<string, number>();
  for (let index = 0; index < items.length; index++) {
    const key = keyOf(items[index] as Item);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else onRepeat(index, key, first);
  }
}
