// Where something is wrong: a linked path, cheap until it is printed.

import type { Path } from './problem';

/** A place in the checked object. Costs one small object; becomes an array only when there is something to report. */
export interface At {
  readonly parent?: At;
  readonly key?: string | number;
}
/** The object itself. */
export const ROOT: At = {};
/** The place one step further in. */
export const at = (parent: At, key: string | number): At => ({ parent, key });
/** The place as an array of keys. */
export function pathOf(place: At): Path {
  const path: (string | number)[] = [];
  for (let node: At | undefined = place; node?.key !== undefined; node = node.parent) path.push(node.key);
  return path.reverse();
}

export const placeOf = (path: Path): At => path.reduce(at, ROOT);
