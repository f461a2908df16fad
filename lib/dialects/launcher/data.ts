// Parts of a job that may hold anything: whether they are data at all, such as JSON can say and Kubernetes can hold.
// https://www.rfc-editor.org/rfc/rfc8259
import type { Path, Problem } from '../../report/problem';
import { isMap, kindOf } from '../../shape/shape';

/** All annotations of an object may hold 256 KiB together, and a part takes a byte at least. */
const MOST_PARTS = 262_144;
const DEEPEST = 1000;

/** The first thing in a value that JSON cannot say, or nothing. */
export function dataProblem(value: unknown, path: Path): Problem | undefined {
  const open = new Set<object>();
  const way: (string | number)[] = [];
  let parts = 0;
  const wrong = (code: string, message: string): Problem => ({
    code,
    severity: 'error',
    path: [...path, ...way],
    message,
  });
  const check = (part: unknown): Problem | undefined => {
    if (++parts > MOST_PARTS) return wrong('too-long', `has more than ${MOST_PARTS} parts`);
    if (part === null || typeof part === 'string' || typeof part === 'boolean' || Number.isFinite(part))
      return undefined;
    if (!Array.isArray(part) && !isMap(part)) return wrong('not-data', `${kindOf(part)} is nothing that JSON can say`);
    if (open.has(part)) return wrong('not-data', 'contains itself');
    if (way.length >= DEEPEST) return wrong('not-data', `is nested deeper than ${DEEPEST} levels`);
    open.add(part);
    const list = Array.isArray(part);
    for (const key of list ? part.keys() : Object.keys(part)) {
      const inner = (part as Record<string | number, unknown>)[key];
      if (inner === undefined && !list) continue;
      way.push(key);
      const found = check(inner);
      if (found !== undefined) return found;
      way.pop();
    }
    open.delete(part);
    return undefined;
  };
  return check(value);
}

/** null, "", [] and {} mean not set. */
export const isSet = <T>(value: T | null | undefined): value is T =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0);
