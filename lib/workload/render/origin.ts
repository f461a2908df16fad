// Where each part of the emitted objects came from in the workload, so that what the API server's rules find in it is reported at the field
// that the user wrote. Kept while rendering as a plain list, which costs next to nothing; a Map is made of it when the first problem is located.
import { type At, pathOf } from '../../report/place';
import type { Path } from '../../report/problem';

/**
 * Emitted key → where the user's field is: a path below the recorded place, or a place of its own. `'*'`: every key is the place itself.
 */
export type Renames = Readonly<Record<string, Path | At>> | '*';

interface Origin {
  readonly place: At;
  /** Found out for the first problem, not for each. */
  keys: Renames | (() => Renames) | undefined;
}

/** Where the parts of the objects of one workload came from. */
export class Origins {
  /** Objects, their places and the renames of their keys, in turn. */
  private readonly list: unknown[] = [];
  private found: ReadonlyMap<unknown, Origin> | undefined;

  /**
   * Says that `object` was made from what stands at `place` of the workload.
   * @param keys emitted keys whose field has another name there, found out when they are needed; `'*'` when nothing below has a place of its own
   */
  keep<T extends object>(object: T, place: At, keys?: Renames | (() => Renames)): T {
    this.list.push(object, place, keys);
    return object;
  }

  /** The path in the workload of what is at `path` of the emitted object: that of the deepest part with a known origin, and the rest. */
  pathOf(root: object, path: Path): Path {
    // What is said of a whole object, such as its size, needs no map of all its parts.
    if (path.length === 0) {
      const index = this.list.lastIndexOf(root);
      return index < 0 ? path : pathOf(this.list[index + 1] as At);
    }
    const origins = (this.found ??= byObject(this.list));
    let found: { readonly origin: Origin; readonly rest: Path } | undefined;
    let value: unknown = root;
    for (let depth = 0; ; depth++) {
      if (typeof value !== 'object' || value === null) break;
      const origin = origins.get(value);
      if (origin !== undefined) found = { origin, rest: path.slice(depth) };
      const key = path[depth];
      if (key === undefined || !Object.hasOwn(value, key)) break;
      value = (value as Record<string | number, unknown>)[key];
    }
    return found === undefined ? path : pathIn(found.origin, found.rest);
  }
}

function byObject(list: readonly unknown[]): ReadonlyMap<unknown, Origin> {
  const found = new Map<unknown, Origin>();
  for (let index = 0; index < list.length; index += 3) {
    found.set(list[index], { place: list[index + 1] as At, keys: list[index + 2] as Origin['keys'] });
  }
  return found;
}

function pathIn(origin: Origin, path: Path): Path {
  const base = pathOf(origin.place);
  if (typeof origin.keys === 'function') origin.keys = origin.keys();
  const { keys } = origin;
  if (keys === '*') return base;
  const [first, ...rest] = path;
  const renamed =
    keys !== undefined && typeof first === 'string' && Object.hasOwn(keys, first) ? keys[first] : undefined;
  if (renamed === undefined) return [...base, ...path];
  return isPath(renamed) ? [...base, ...renamed, ...rest] : [...pathOf(renamed), ...rest];
}

const isPath = (renamed: Path | At): renamed is Path => Array.isArray(renamed);
