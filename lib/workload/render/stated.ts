// What is not stated is left to the API server: fields that are undefined are not emitted.
import { put } from '../../shape/maps';

/** The fields that have a value, in the order given, and those of `more` after them. */
export function stated<T extends object>(fields: T, ...more: readonly (object | undefined)[]): T {
  const result: Record<string, unknown> = {};
  addStated(result, fields);
  for (const each of more) if (each !== undefined) addStated(result, each);
  return result as T;
}

function addStated(result: Record<string, unknown>, fields: object): void {
  for (const key in fields) {
    const value = (fields as Record<string, unknown>)[key];
    if (value !== undefined) put(result, key, value);
  }
}
