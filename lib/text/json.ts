// JSON texts: one value, or several one after the other (JSON lines, `kubectl get -o json` piped twice).
// JSON.parse does the work; a second look makes sure that it lost nothing, and only trouble costs a careful reading.

import type { Problem } from '../report/problem';
import { MAX_DEPTH, MAX_PROBLEMS, type Origin, scanJson, skipSpace } from './json-scan';

/** One value found in a JSON text. */
interface JsonValue {
  readonly value: unknown;
  /** Where the value begins in the text. */
  readonly offset: number;
  /** 0-based number of the value in the text, those with problems counted. */
  readonly index: number;
}

/** All values of a JSON text and everything that is wrong with it. */
interface JsonText {
  readonly values: JsonValue[];
  readonly problems: Problem[];
}

/** The value of a text that is one JSON value with nothing wrong; undefined when a closer look is needed. */
export function parseSoundJson(text: string): { value: unknown } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isSuspect(text) || countKeys(value, 0) !== countWrittenKeys(text) ? undefined : { value };
}

/** Reads a text as JSON: one value or several maps and lists; as JSON `lines` no value or several of any kind. */
export function readJson(origin: Origin, lines: boolean): JsonText {
  const { text } = origin;
  const sound = parseSoundJson(text);
  if (sound !== undefined)
    return { values: [{ value: sound.value, offset: skipSpace(text, 0), index: 0 }], problems: [] };
  const values: JsonValue[] = [];
  const problems: Problem[] = [];
  let index = 0;
  let lineEnd = -1;
  for (let at = skipSpace(text, 0); at < text.length && problems.length < MAX_PROBLEMS; index++) {
    if (index > 0 && !lines && text[at] !== '{' && text[at] !== '[') {
      problems.push(problemAt(origin, at, index, 'expected the end of the text after the JSON value'));
      break;
    }
    // Each line is tried once, however many values stand on it.
    if (at > lineEnd) {
      lineEnd = endOfLine(text, at);
      const line = soundLine(text, at, lineEnd);
      if (line !== undefined) {
        values.push({ value: line.value, offset: at, index });
        at = skipSpace(text, lineEnd);
        continue;
      }
    }
    const scanned = scanJson(origin, at, index);
    problems.push(...scanned.problems);
    if (scanned.problems.length === 0)
      values.push({ value: JSON.parse(text.slice(at, scanned.end)), offset: at, index });
    at = scanned.wellFormed ? skipSpace(text, scanned.end) : nextValue(text, Math.max(at + 1, scanned.end));
  }
  if (index === 0 && !lines) problems.push(problemAt(origin, 0, 0, 'is empty, expected a JSON value'));
  return { values, problems };
}

/** The value between two offsets, when they hold one sound JSON map or list. */
function soundLine(text: string, at: number, end: number): { value: unknown } | undefined {
  const last = text.charCodeAt(text.charCodeAt(end - 1) === 13 ? end - 2 : end - 1);
  return last === 125 || last === 93 ? parseSoundJson(text.slice(at, end)) : undefined;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline;
}

/** After broken JSON: where the next value begins, which can only be guessed: a line that starts with a bracket. */
function nextValue(text: string, at: number): number {
  const start = /\n[{[]/g;
  start.lastIndex = at - 1;
  const match = start.exec(text);
  return match === null ? text.length : match.index + 1;
}

/** What JSON.parse may take without a word: integers it rounds, numbers it makes infinite, halves of surrogate pairs. */
const isSuspect = (text: string): boolean =>
  NUMBER.test(text) || (text.includes('\\u') && /\\u[dD][89a-fA-F]/.test(text));

/** Sixteen digits, or three behind an `e`: both have three, which few texts have. */
const NUMBER = /[0-9]{3}(?:[0-9]{13}|(?<=[eE]\+?[0-9]{3}))/;

/** How many keys a value has in all its maps; infinite beyond the depth limit. Fewer than are written means duplicates. */
function countKeys(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth >= MAX_DEPTH) return Infinity;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item, depth + 1);
  } else {
    for (const key of Object.keys(value)) count += 1 + countKeys((value as Record<string, unknown>)[key], depth + 1);
  }
  return count;
}

/** How many keys are written in a text that is known to be JSON: strings that a colon follows. */
function countWrittenKeys(text: string): number {
  let count = 0;
  for (let open = text.indexOf('"'); open !== -1;) {
    let close = text.indexOf('"', open + 1);
    while (isEscaped(text, close)) close = text.indexOf('"', close + 1);
    let after = close + 1;
    let c = text.charCodeAt(after);
    if (c === 32 || c === 10 || c === 13 || c === 9) {
      after = skipSpace(text, after);
      c = text.charCodeAt(after);
    }
    if (c === 58) count++;
    open = text.indexOf('"', after);
  }
  return count;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}

function problemAt(origin: Origin, at: number, document: number, message: string): Problem {
  const source = { file: origin.file, document, ...origin.lines.at(at) };
  return { code: 'bad-json', severity: 'error', path: [], message, source };
}
