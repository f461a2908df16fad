import { isPlainObject } from '../../report/data';

/**
 * Whether a text is a JSON object to Go, whose reader sets limits that JavaScript's has not.
 * https://pkg.go.dev/encoding/json#Unmarshal
 */
const DEEPEST = 10_000;

/** An object, or null, which Go reads into a map as well: no number beyond a double, nesting to 10,000. */
export function isGoJsonObject(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  let level: unknown[] = [value];
  for (let depth = 1; level.length > 0; depth++) {
    const inner: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'number' && !Number.isFinite(item)) return false;
      if (typeof item !== 'object' || item === null) continue;
      if (depth > DEEPEST) return false;
      for (const one of Object.values(item)) inner.push(one);
    }
    level = inner;
  }
  return true;
}

/** A JSON object with the names of these fields as they are declared: Go takes them in any case. Anything else comes back as it is. */
export function withFieldNames(value: unknown, fields: readonly string[]): unknown {
  if (!isPlainObject(value)) return value;
  const names = new Map(fields.map((field) => [fold(field), field]));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [names.get(fold(key)) ?? key, inner]));
}

const fold = (key: string): string => key.toUpperCase().toLowerCase();
