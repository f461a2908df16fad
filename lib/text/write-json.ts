// JSON text of plain values, two spaces deep.

import { assertJson } from './not-json';

/**
 * One value as JSON with a line break at the end. Members that are undefined are left out, `-0` is written as `0`.
 * @throws ProblemError `not-json` for anything that JSON cannot hold.
 */
export function writeJson(value: unknown): string {
  assertJson(value);
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Several values as one JSON text that `kubectl apply -f -` takes: a single one as itself, others as the items of a `List`.
 * @throws ProblemError `not-json` for anything that JSON cannot hold.
 */
export function writeJsonDocuments(values: readonly unknown[]): string {
  return writeJson(values.length === 1 ? values[0] : { apiVersion: 'v1', kind: 'List', items: values });
}
