// Shapes of data: what is wrong with the shape of a value, in our words, and what of it is right.
import { isPlainObject as isMap, kindOf } from '../report/data';
import type { Path, Problem } from '../report/problem';
import { testOf } from './fits';
import type { Schema } from './schema';

export { everywhere, expecting, forEditors, hidden, knowingWhere, named, secretText } from './meta';
export { dict, oneOfByKey } from './schema';
export type { Schema };
export { isMap, kindOf };

/** Whether a value has a shape. */
export const fits = (schema: Schema, value: unknown): boolean => testOf(schema)(value);

/** Everything that is wrong with the shape of a value; empty when it fits. */
export const shapeProblems = (schema: Schema, value: unknown, base: Path = []): Problem[] =>
  testOf(schema)(value) ? [] : words().problemsOf(schema, value, base);

/** Of a value with problems, the places at which nothing is missing: what should stand there stands beside it, under a misspelt key. */
export const misspeltKeys = (problems: readonly Problem[], value: unknown): Path[] =>
  words().misspeltKeys(problems, value);

/** What a check says of a value below its own whose shape is wrong. */
export const issuesBelow = (key: string, schema: Schema, value: unknown): object[] =>
  testOf(schema)(value) ? [] : words().issuesBelow(key, schema, value);

/** Loaded when something is wrong. */
const words = (): typeof import('./wrong-shape') => require('./wrong-shape') as typeof import('./wrong-shape');

/** The value without the parts that have problems; what is right is kept as it is. A list with a wrong item goes as a whole. */
export function prune(value: unknown, problems: readonly Problem[]): unknown {
  const cut: Cut = { whole: false, inner: new Map() };
  for (const { path, severity } of problems) {
    if (severity !== 'error') continue;
    const end = path.findLastIndex((key) => typeof key === 'string') + 1;
    if (end === 0) return undefined;
    const place = path.slice(0, typeof path.at(-1) === 'number' ? end : path.length);
    place.reduce(step, cut).whole = true;
  }
  return cut.inner.size === 0 ? value : without(value, cut);
}

/** What is to be left out, as a tree by key, so that any number of problems takes one walk. */
interface Cut {
  whole: boolean;
  readonly inner: Map<string | number, Cut>;
}

function step(cut: Cut, key: string | number): Cut {
  const known = cut.inner.get(key);
  if (known !== undefined) return known;
  const inner: Cut = { whole: false, inner: new Map() };
  cut.inner.set(key, inner);
  return inner;
}

function without(value: unknown, { inner }: Cut): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const kept = (key: string | number, item: unknown): unknown => {
    const cut = inner.get(key);
    return cut === undefined ? item : without(item, cut);
  };
  if (Array.isArray(value)) return value.map((item: unknown, index) => kept(index, item));
  const entries = Object.entries(value).filter(([key]) => inner.get(key)?.whole !== true);
  return Object.fromEntries(entries.map(([key, item]) => [key, kept(key, item)]));
}
