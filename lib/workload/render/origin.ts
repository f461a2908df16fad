// Where each emitted object came from in the workload, so that what the API server's rules find in it is reported at the field that the
// user wrote. Rendering is a pure function, so that this is found out by rendering once more, and only when there is something to report: a
// record of every object costs more than the rendering itself. `originOf` walks to the deepest record and appends what is left of the path.
import { type At, pathOf } from '../../report/place';
import type { Path } from '../../report/problem';

interface Origin {
  readonly place: At;
  readonly keys?: Renames | (() => Renames);
}

/**
 * Emitted key → where the user's field is: a path below the recorded place, or a place of its own. `'*'`: every key is the place itself.
 */
export type Renames = Readonly<Record<string, Path | At>> | '*';

/** Where each emitted object came from. */
export type Origins = ReadonlyMap<object, Origin>;

let recording: Map<object, Origin> | undefined;

/**
 * Says that `object` was made from what stands at `place` of the workload. Kept only while `recordOrigins` runs.
 * @param keys emitted keys whose field has another name there, found out when they are needed; `'*'` when nothing below has a place of its own
 */
export function origin<T extends object>(object: T, place: At, keys?: Renames | (() => Renames)): T {
  if (recording !== undefined) recording.set(object, keys === undefined ? { place } : { place, keys });
  return object;
}

/** Renders, and keeps where each object came from. */
export function recordOrigins<T>(render: () => T): { readonly result: T; readonly origins: Origins } {
  const outer = recording;
  const origins = (recording = new Map<object, Origin>());
  try {
    return { result: render(), origins };
  } finally {
    recording = outer;
  }
}

/** The path in the workload of what is at `path` of the emitted object; the path itself when nothing was recorded on the way. */
export function originOf(origins: Origins, root: object, path: Path): Path {
  let found: { origin: Origin; rest: Path } | undefined;
  let value: unknown = root;
  for (let depth = 0; ; depth++) {
    if (typeof value !== 'object' || value === null) break;
    const record = origins.get(value);
    if (record !== undefined) found = { origin: record, rest: path.slice(depth) };
    const key = path[depth];
    if (key === undefined || !Object.hasOwn(value, key)) break;
    value = (value as Record<string | number, unknown>)[key];
  }
  if (found === undefined) return path;
  const { place } = found.origin;
  const keys = typeof found.origin.keys === 'function' ? found.origin.keys() : found.origin.keys;
  if (keys === '*') return pathOf(place);
  const [first, ...rest] = found.rest;
  const renamed =
    keys !== undefined && typeof first === 'string' && Object.hasOwn(keys, first) ? keys[first] : undefined;
  if (renamed === undefined) return [...pathOf(place), ...found.rest];
  return isPath(renamed) ? [...pathOf(place), ...renamed, ...rest] : [...pathOf(renamed), ...rest];
}

const isPath = (renamed: Path | At): renamed is Path => Array.isArray(renamed);
