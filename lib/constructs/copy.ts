// Plain data: copied, and compared with an earlier copy.
import { isPlainObject } from '../report/data';

/**
 * Lists and maps copied all the way down, without members that are undefined, and with null for items that are; of the rest what `leaf` makes
 * of it.
 */
export function copy(value: unknown, leaf: (value: unknown) => unknown = itself): unknown {
  if (Array.isArray(value)) {
    return Array.from(value, (item: unknown) => (item === undefined ? null : copy(item, leaf)));
  }
  if (!isPlainObject(value)) return leaf(value);
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item === undefined) continue;
    const own = copy(item, leaf);
    if (key !== '__proto__') result[key] = own;
    else Object.defineProperty(result, key, { value: own, enumerable: true, configurable: true, writable: true });
  }
  return result;
}

const itself = (value: unknown): unknown => value;

/** Whether data equals an earlier copy. Never so for instances of classes, which may change inside. */
export function isUnchanged(value: unknown, before: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function' && Object.is(value, before);
  if (Array.isArray(value)) {
    if (!Array.isArray(before) || before.length !== value.length) return false;
    for (let index = 0; index < value.length; index++) if (!isUnchanged(value[index], before[index])) return false;
    return true;
  }
  if (!isPlainObject(value) || !isPlainObject(before)) return false;
  const keys = Object.keys(value);
  const old = Object.keys(before);
  if (keys.length !== old.length) return false;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    if (key !== old[index] || !isUnchanged(value[key], before[key])) return false;
  }
  return true;
}
