// What is not stated is left to the API server: fields that are undefined are not emitted.

/** The fields that have a value, in the order given. */
export function stated<T extends object>(fields: T): T {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    const value = (fields as Record<string, unknown>)[key];
    if (value !== undefined) result[key] = value;
  }
  return result as T;
}
