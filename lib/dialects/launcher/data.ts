// Parts of a job that may hold anything: whether they are data at all, such as JSON can say and Kubernetes can hold.
// https://www.rfc-editor.org/rfc/rfc8259
import type { Code } from '../../report/codes';
import type { Path } from '../../report/problem';
import { isMap, kindOf } from '../../shape/shape';
import type { LauncherDraft } from './draft';

/** All annotations of an object may hold 256 KiB together, and a part takes a byte at least. */
const MOST_PARTS = 262_144;
const DEEPEST = 1000;

/** Reports the first thing in a value that JSON cannot say; true when there is none. */
export function checkData(value: unknown, path: Path, draft: LauncherDraft): boolean {
  const open = new Set<object>();
  const way: (string | number)[] = [];
  let parts = 0;
  const wrong = (code: Code, message: string): false => {
    draft.refuse(code, [...path, ...way], message);
    return false;
  };
  const check = (part: unknown): boolean => {
    if (++parts > MOST_PARTS) return wrong('too-long', `has more than ${MOST_PARTS} parts`);
    if (part === null || typeof part === 'string' || typeof part === 'boolean' || Number.isFinite(part)) return true;
    if (!Array.isArray(part) && !isMap(part)) return wrong('not-data', `${kindOf(part)} is nothing that JSON can say`);
    if (open.has(part)) return wrong('not-data', 'contains itself');
    if (way.length >= DEEPEST) return wrong('not-data', `is nested deeper than ${DEEPEST} levels`);
    open.add(part);
    const list = Array.isArray(part);
    for (const key of list ? part.keys() : Object.keys(part)) {
      const inner = (part as Record<string | number, unknown>)[key];
      if (inner === undefined && !list) continue;
      way.push(key);
      if (!check(inner)) return false;
      way.pop();
    }
    open.delete(part);
    return true;
  };
  return check(value);
}
