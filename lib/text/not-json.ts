// What JSON cannot hold is refused before it is written, all of it at once, each with its path.

import type { Path, Problem } from '../report/problem';
import { ProblemError } from '../report/problem-error';
import { MAX_DEPTH } from './json-scan';

/** A map or list that a writer may walk: not a Date, Map, Set, boxed value or other thing that JSON would change. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
}

/** The error for a value that a writer could not write. */
export function notJson(value: unknown): ProblemError {
  const problems: Problem[] = [];
  collect(value, [], [], problems);
  return new ProblemError(problems);
}

/** Throws unless JSON can hold the value as it is. Members that are undefined do not count. */
export function assertJson(value: unknown): void {
  if (!isJson(value, 0)) throw notJson(value);
}

function isJson(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      return isText(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth >= MAX_DEPTH || !isPlain(value)) return false;
      if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i++) if (!isJson(value[i], depth + 1)) return false;
        return true;
      }
      for (const key of Object.keys(value)) {
        const inner = (value as Record<string, unknown>)[key];
        if (inner !== undefined && !(isText(key) && isJson(inner, depth + 1))) return false;
      }
      return true;
    default:
      return false;
  }
}

/** Whether a string is made of whole characters. */
export const isText = (text: string): boolean => (text as unknown as { isWellFormed(): boolean }).isWellFormed();

function collect(value: unknown, path: Path, above: readonly object[], problems: Problem[]): void {
  const report = (message: string, hint?: string): void => {
    problems.push({ code: 'not-json', severity: 'error', path, message, ...(hint === undefined ? {} : { hint }) });
  };
  switch (typeof value) {
    case 'string':
      if (!isText(value)) report('has half of a surrogate pair, which is no character');
      return;
    case 'number':
      if (!Number.isFinite(value)) report(`is ${value}, expected a finite number`);
      return;
    case 'boolean':
      return;
    case 'bigint':
      return report('is a BigInt, expected a number or a string');
    case 'object':
      break;
    case 'undefined':
      return report('is undefined, expected a value', 'In a list nothing can be left out; null is written as null.');
    default:
      return report(`is a ${typeof value}, expected a value that JSON has`);
  }
  if (value === null) return;
  if (above.includes(value)) return report('contains itself, expected a tree');
  if (above.length >= MAX_DEPTH) return report(`is nested more than ${MAX_DEPTH} levels deep`);
  if (!isPlain(value))
    return report(`is a ${Object.prototype.toString.call(value).slice(8, -1)}, expected a plain map or list`);
  const inside = [...above, value];
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && problems.length < MAX_REPORTED; i++)
      collect(value[i], [...path, i], inside, problems);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined || problems.length >= MAX_REPORTED) continue;
    if (!isText(key)) report('has a key with half of a surrogate pair, which is no character');
    collect(inner, [...path, key], inside, problems);
  }
}

/** More than this says nothing new; a value may have millions of them. */
const MAX_REPORTED = 100;
