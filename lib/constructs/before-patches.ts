// Where something in a patched object stood before the patches: a patch may have moved the items of a list, and what it has added was never in
// the workload.
import type { Path } from '../report/problem';
import { isUnchanged } from './copy';

/** The path in the rendered object of what is at `path` of the patched one; undefined for what a patch has put there. */
export function beforePatches(rendered: unknown, patched: unknown, path: Path): Path | undefined {
  const found: (string | number)[] = [];
  let [before, now] = [rendered, patched];
  for (const key of path) {
    const own = Array.isArray(before) && Array.isArray(now) ? indexBefore(before, now, Number(key)) : key;
    if (own === undefined) return undefined;
    found.push(own);
    [before, now] = [memberOf(before, own), memberOf(now, key)];
  }
  return found;
}

function indexBefore(before: readonly unknown[], now: readonly unknown[], index: number): number | undefined {
  if (isSame(before[index], now[index])) return index;
  const found = before.findIndex((item) => isSame(item, now[index]));
  if (found >= 0) return found;
  return before.length === now.length && nameOf(now[index]) === undefined ? index : undefined;
}

/** The same item of a list, also when a patch has changed something in it. */
const isSame = (a: unknown, b: unknown): boolean => {
  const name = nameOf(a);
  return name === undefined ? isUnchanged(a, b) : name === nameOf(b);
};

const nameOf = (item: unknown): unknown => memberOf(item, 'name');

const memberOf = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
