// What a manifest can hold at all: strings, numbers, booleans, null, lists and plain maps, of finite depth.
// https://www.rfc-editor.org/rfc/rfc8259
import { at, type At } from './place';
import type { Report } from './report';

/** Deeper than this no manifest is nested (the deepest field of the seven kinds is some 20 levels down). */
const DEEPEST = 1000;
/** A value with more parts than this is larger than any request to the API server may be. */
const MOST_PARTS = 1_500_000;
/** Who has more of what no manifest can hold is told of this much: a list of millions that was never filled. */
const MOST_PROBLEMS = 1000;

/** A map as a JSON or YAML reader makes it: no class instance. Holds for objects from another realm too. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What kind of value it is, in words: `a number`, `a list`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? 'a number' : String(value);
    case 'string':
      return 'a string';
    case 'boolean':
      return 'a boolean';
    case 'bigint':
      return 'a BigInt';
    case 'undefined':
      return 'undefined';
    case 'object':
      return isPlainObject(value) ? 'a map' : `an instance of ${className(value)}`;
    default:
      return `a ${typeof value}`;
  }
}

function className(value: object): string {
  const maker: unknown = (Object.getPrototypeOf(value) as { constructor?: unknown }).constructor;
  return typeof maker === 'function' && maker.name !== '' ? maker.name : 'a class';
}

/** Whether a value can stand in a manifest as it is, whatever it means. */
export const isData = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  Number.isFinite(value) ||
  Array.isArray(value) ||
  isPlainObject(value);

/** A list or map on the way down, and how much of it has been seen. */
interface Frame {
  readonly value: unknown[] | Record<string, unknown>;
  readonly keys: readonly string[] | undefined;
  readonly place: At;
  next: number;
}

/** Reports everything in `value` that no manifest can hold; true when there is nothing. */
export function checkPlain(value: unknown, place: At, report: Report): boolean {
  const before = report.problems.length;
  const path: Frame[] = [];
  const open = new Set<unknown>();
  let parts = 0;
  const enter = (inner: unknown, where: At): void => {
    if (!isData(inner)) report.shape(where, 'not-data', `${kindOf(inner)} cannot be written in a manifest`);
    else if (typeof inner !== 'object' || inner === null) return;
    else if (open.has(inner))
      report.shape(where, 'not-data', 'the value contains itself, so it cannot be written in a manifest');
    else if (path.length >= DEEPEST) report.shape(where, 'not-data', `nested deeper than ${DEEPEST} levels`);
    else {
      const keys = Array.isArray(inner) ? undefined : Object.keys(inner);
      path.push({ value: inner as Frame['value'], keys, place: where, next: 0 });
      open.add(inner);
    }
  };
  enter(value, place);
  for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
    const { keys, value: whole } = frame;
    const length = keys === undefined ? (whole as unknown[]).length : keys.length;
    if (frame.next >= length) {
      path.pop();
      open.delete(whole);
      continue;
    }
    if (++parts > MOST_PARTS || report.problems.length - before >= MOST_PROBLEMS) break;
    const key = keys === undefined ? frame.next : (keys[frame.next] as string);
    frame.next++;
    const inner = (whole as Record<string | number, unknown>)[key];
    if (inner !== undefined || keys === undefined) enter(inner, at(frame.place, key));
  }
  return report.problems.length === before;
}
