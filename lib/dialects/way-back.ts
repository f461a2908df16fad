// From a field of a workload back to the document's key that it was made from.
import type { Code } from '../report/codes';
import type { Path } from '../report/problem';
import type { Trace } from './dialect';

/** Finds the way back: the document's path of one of the workload; as of {@link View.pathOf} in lib/report/report.ts. */
export function wayBack(trace: () => readonly Trace[], document: unknown): (path: Path, code?: Code) => Path {
  let places: ReadonlyMap<string, Trace> | undefined;
  return (path, code) => {
    places ??= byModelPath(trace());
    return code === undefined ? (places.get(JSON.stringify(path))?.source ?? []) : follow(path, code, places, document);
  };
}

const byModelPath = (trace: readonly Trace[]): ReadonlyMap<string, Trace> =>
  new Map(trace.map((each) => [JSON.stringify(each.model), each]));

/**
 * The longest known beginning, then the rest as far as the document has it, and the key that it lacks where that is what is wrong.
 */
function follow(path: Path, code: Code, places: ReadonlyMap<string, Trace>, document: unknown): Path {
  let best: Trace | undefined;
  for (let length = path.length; length >= 0 && best === undefined; length--) {
    best = places.get(JSON.stringify(path.slice(0, length)));
  }
  if (best === undefined) return [];
  const found: (string | number)[] = [...best.source];
  let value = best.source.reduce(stepInto, document);
  for (const key of path.slice(best.model.length)) {
    if (typeof value !== 'object' || value === null) break;
    const has = Object.hasOwn(value, key);
    if (has || code === 'required') found.push(key);
    if (!has) break;
    value = stepInto(value, key);
  }
  return found;
}

const stepInto = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
