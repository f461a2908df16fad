// Whether a manifest is as a test states it: of maps what is stated, of everything else all.
import { isPlainObject } from '../report/data';
import { printPath, printValue } from '../report/print';
import type { Path } from '../report/problem';
import { didYouMean, nearest } from '../report/suggest';

/** A place where a manifest is not as stated. */
export interface Difference {
  readonly path: Path;
  /** What is wrong, and what is there. */
  readonly message: string;
}

/** A matcher of jest, vitest or another runner: `expect.any(String)`. */
interface Asymmetric {
  asymmetricMatch(given: unknown): boolean;
  toAsymmetricMatcher?(): string;
}

/** Where data is not as stated. What is undefined must not be there. */
export function differences(given: unknown, stated: unknown, path: Path = []): Difference[] {
  if (isAsymmetric(stated)) return stated.asymmetricMatch(given) ? [] : [differs(path, wordsOf(stated), given)];
  if (stated instanceof RegExp) {
    return typeof given === 'string' && given.search(stated) >= 0 ? [] : [differs(path, String(stated), given)];
  }
  if (stated === undefined) return given === undefined ? [] : [differs(path, 'nothing', given)];
  if (Array.isArray(stated)) return ofList(given, stated, path);
  if (isPlainObject(stated)) return ofMap(given, stated, path);
  return given === stated ? [] : [differs(path, printValue(stated), given)];
}

function ofMap(given: unknown, stated: Readonly<Record<string, unknown>>, path: Path): Difference[] {
  if (!isPlainObject(given)) return [differs(path, printValue(stated), given)];
  return Object.entries(stated).flatMap(([key, value]) => {
    const here = [...path, key];
    if (Object.hasOwn(given, key) || value === undefined) return differences(own(given, key), value, here);
    const hint = didYouMean(nearest(key, Object.keys(given)));
    return [differs(here, wordsOf(value), undefined, hint)];
  });
}

const own = (map: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(map, key) ? map[key] : undefined;

function ofList(given: unknown, stated: readonly unknown[], path: Path): Difference[] {
  if (!Array.isArray(given)) return [differs(path, printValue(stated), given)];
  const list = given as readonly unknown[];
  if (stated.length > 0 && stated.every((item) => nameOf(item) !== undefined)) return byName(list, stated, path);
  const length = list.length === stated.length ? [] : [differs(path, printValue(stated), list)];
  const both = stated.slice(0, list.length);
  return [...length, ...both.flatMap((item, index) => differences(list[index], item, [...path, index]))];
}

/** Containers, variables, volumes, ports: what is stated of each by its name, whatever else the list has. */
function byName(list: readonly unknown[], stated: readonly unknown[], path: Path): Difference[] {
  const names = list.flatMap((item) => nameOf(item) ?? []);
  return stated.flatMap((item) => {
    const name = nameOf(item)!;
    const index = list.findIndex((each) => nameOf(each) === name);
    if (index >= 0) return differences(list[index], item, [...path, index]);
    const there =
      names.length === 0 ? 'none has a name' : `there is ${names.map((each) => printValue(each)).join(', ')}`;
    const hint = didYouMean(nearest(name, names), '');
    return [
      { path, message: `has no item with the name ${printValue(name)}: ${there}${hint === '' ? '' : `. ${hint}`}` },
    ];
  });
}

function nameOf(item: unknown): string | undefined {
  const name = isPlainObject(item) ? own(item, 'name') : undefined;
  return typeof name === 'string' ? name : undefined;
}

function differs(path: Path, expected: string, given: unknown, hint?: string): Difference {
  const got = given === undefined ? 'is not there' : `is ${printValue(given)}`;
  return { path, message: `${got}, expected ${expected}${hint === undefined ? '' : `. ${hint}`}` };
}

const isAsymmetric = (value: unknown): value is Asymmetric =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Asymmetric>).asymmetricMatch === 'function';

const wordsOf = (stated: unknown): string =>
  isAsymmetric(stated)
    ? (stated.toAsymmetricMatcher?.() ?? 'what the matcher says')
    : stated instanceof RegExp
      ? String(stated)
      : printValue(stated);

/** The differences, a line each. Values of a Secret are not shown. */
export const printDifferences = (found: readonly Difference[], secret: boolean): string =>
  found
    .map(({ path, message }) => {
      const isHidden = secret && (path[0] === 'data' || path[0] === 'stringData') && path.length > 1;
      return `  ${printPath(path)}: ${isHidden ? 'is not as stated (values of Secrets are not shown)' : message}`;
    })
    .join('\n');
