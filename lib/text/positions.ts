// Where every key and value of one read document stands in its text. Built only when somebody asks.

import type { Path } from '../report/problem';

/** A value in a text: offsets of its first character and one past its last, and what is inside it. */
export interface Spot {
  start: number;
  end: number;
  /** Of a map: each key with the place of the key itself. */
  entries?: Map<string, Entry>;
  /** Of a list. */
  items?: Spot[];
}

/** Finds the places of everything in one document. */
export interface Spots {
  spot(): Spot;
}

/** A key of a map and its value. */
export interface Entry {
  key: number;
  value: Spot;
  /** Where the same key stands too, in formats that unite or replace. */
  also?: Entry[];
}

/** What stands at a path; undefined when the document does not have it. */
export function spotAt(root: Spot | undefined, path: Path): { key: number | undefined; value: Spot } | undefined {
  let value = root;
  let key: number | undefined;
  for (const step of path) {
    if (value === undefined) return undefined;
    if (value.items !== undefined) {
      value = value.items[Number(step)];
      key = undefined;
    } else {
      const entry = value.entries?.get(String(step));
      value = entry?.value;
      key = entry?.key;
    }
  }
  return value === undefined ? undefined : { key, value };
}
