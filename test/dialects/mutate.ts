// Documents, mutated: every place of one, and one with a place changed. For the property tests of dialects.
import fc, { runs } from '../property';

export type Place = readonly (string | number)[];

/** How often a property is tried. */
export const RUNS = runs(1000);

/** The paths of all values of a document, its own included. */
export function places(value: unknown, base: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [base];
  return [base, ...Object.entries(value).flatMap(([key, item]) => places(item, [...base, stepOf(value, key)]))];
}

const stepOf = (value: object, key: string): string | number => (Array.isArray(value) ? Number(key) : key);

/** The document with the value at a path replaced; `undefined` takes its key away. */
export function changed(value: unknown, [key, ...rest]: Place, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const next = index === key ? changed(item, rest, change) : item;
      return next === undefined ? [] : [next];
    });
  }
  const entries = Object.entries(value).map(([name, item]): [string, unknown] => [
    name,
    name === key ? changed(item, rest, change) : item,
  ]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** Another value of the same kind. */
export function other(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return Array.isArray(value) ? [...(value as unknown[]), 'x'] : { ...(value as object), 'not-a-key': 'x' };
}

/** Words that break careless readers. */
const NASTY = [
  '__proto__',
  'constructor',
  '',
  ' ',
  'a b',
  'A',
  '\u0000',
  '\u2028',
  'ключ',
  'a'.repeat(70),
  '${secret://a/b}',
  'secret://a/b?c=d',
  '../..',
  '-',
  '1e400',
];

/** Any value of JSON, with words that break careless readers as keys and texts. */
export const nastyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.constantFrom(...NASTY), fc.string()),
    fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, 65536, 2 ** 31, 2 ** 53)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 5 })), tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** One of the documents with up to four places changed to anything, or taken away. */
export const mutated = (documents: readonly unknown[], value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...documents),
      fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constant(undefined), value)), { minLength: 1, maxLength: 4 }),
    )
    .map(([document, edits]) =>
      edits.reduce<unknown>((current, [at, item]) => {
        const all = places(current).slice(1, 500);
        return all.length === 0 ? current : changed(current, all[at % all.length] ?? [], () => item);
      }, document),
    );

/** Anything that JavaScript has. */
export const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});
