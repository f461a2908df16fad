// Objects that the API server takes for one.
import { keyOf } from './identity';
import type { Part } from './part';

/** The positions of each object that is there more than once, in their order. */
export function sameObjects(parts: readonly Part[]): readonly (readonly number[])[] {
  const seen = new Map<string, number>();
  const same = new Map<string, number[]>();
  for (const [position, { identity }] of parts.entries()) {
    const key = keyOf(identity);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, position);
    else if (same.get(key)?.push(position) === undefined) same.set(key, [first, position]);
  }
  return [...same.values()];
}
