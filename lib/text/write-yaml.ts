// YAML text of plain values in block style, such that every reader that Kubernetes users meet reads the same values back.

import { noList } from '../report/no-list';
import { MAX_DEPTH } from './json-scan';
import { isPlain, isText, notJson } from './not-json';
import { doubleQuoted, isAmbiguous, numberText } from './quoting';

/**
 * One value as a YAML document with a line break at the end, keys in their order. Members that are undefined are left out,
 * `-0` is written as `0`.
 * @throws ProblemError `not-json` for anything that JSON cannot hold.
 */
export function writeYaml(value: unknown): string {
  try {
    const text = node(value, 0, '');
    return `${text.charCodeAt(0) === SPACE ? text.slice(1) : text}\n`;
  } catch (stop) {
    throw stop === NOT_JSON ? notJson(value) : stop;
  }
}

/**
 * Several values as YAML documents with `---` between them.
 * @throws ProblemError `not-json` for anything that JSON cannot hold, `wrong-type` for what is no list.
 */
export function writeYamlDocuments(values: readonly unknown[]): string {
  if (!Array.isArray(values)) throw noList(values);
  return values.map(writeYaml).join('---\n');
}

const NOT_JSON = Symbol('not JSON');
const SPACE = 32;
/** YAML readers look for the `:` of a key only so far (1,024 characters). */
const LONGEST_KEY = 1000;

const INDENTS: string[] = ['\n'];
const newline = (depth: number): string => (INDENTS[depth] ??= `\n${'  '.repeat(depth)}`);

/** The text that follows `key:` or `-`: begins with a space, or with `lead` when it is a block of its own. */
function node(value: unknown, depth: number, lead: string): string {
  switch (typeof value) {
    case 'string':
      return ' ' + text(value, depth);
    case 'number':
      if (!Number.isFinite(value)) throw NOT_JSON;
      return ' ' + numberText(value);
    case 'boolean':
      return value ? ' true' : ' false';
    case 'object':
      if (value === null) return ' null';
      if (depth >= MAX_DEPTH || !isPlain(value)) throw NOT_JSON;
      return Array.isArray(value) ? list(value, depth, lead) : map(value as Record<string, unknown>, depth, lead);
    default:
      throw NOT_JSON;
  }
}

function map(value: Record<string, unknown>, depth: number, lead: string): string {
  const start = newline(depth);
  const inside = newline(depth + 1);
  let out = '';
  let before = lead;
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (inner === undefined) continue;
    const name = keyText(key);
    out += name.length > LONGEST_KEY ? `${before}? ${name}${start}:` : before + name + ':';
    out += node(inner, depth + 1, inside);
    before = start;
  }
  return out === '' ? ' {}' : out;
}

function list(items: readonly unknown[], depth: number, lead: string): string {
  if (items.length === 0) return ' []';
  const start = newline(depth);
  let out = '';
  let before = lead;
  for (let i = 0; i < items.length; i++) {
    // A block begins on the line of its dash: both are two wide.
    out += before + '-' + node(items[i], depth + 1, ' ');
    before = start;
  }
  return out;
}

/** Keys that were found safe: most are Kubernetes' own, which come again in each object. */
const SAFE_KEYS = new Set<string>();
const MOST_KEYS = 2000;

function keyText(key: string): string {
  if (SAFE_KEYS.has(key)) return key;
  if (!isPlainSafe(key)) return quoted(key);
  if (SAFE_KEYS.size < MOST_KEYS && key.length < 100) SAFE_KEYS.add(key);
  return key;
}

function text(value: string, depth: number): string {
  if (isPlainSafe(value)) return value;
  return depth > 0 && value.includes('\n') && isBlockSafe(value) ? literal(value, depth) : quoted(value);
}

function quoted(value: string): string {
  if (!isText(value)) throw NOT_JSON;
  return doubleQuoted(value);
}

/** The string as a block scalar: every line indented, empty ones not. */
function literal(value: string, depth: number): string {
  const start = newline(depth);
  const keeps = value.endsWith('\n') ? (value.endsWith('\n\n') ? '|+' : '|') : '|-';
  const body = keeps === '|-' ? value : value.slice(0, -1);
  return keeps + start + body.replace(/\n(?!\n|$)/g, start);
}

/** Lossless as a block scalar: starts with a visible character, and has only visible ones, spaces, tabs and line breaks. */
const BLOCK =
  /^[!-~\u00a1-\u00ac\u00ae-\u061b\u061d-\u180d\u180f-\u1fff\u2030-\u205e\u2070-\ud7ff\ue000-\ufdff\ufe10-\ufefe\uff00-\uffef]/;
const NOT_BLOCK =
  /[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff]/;
const isBlockSafe = (value: string): boolean => BLOCK.test(value) && !NOT_BLOCK.test(value) && isText(value);

/** By character: 1 is safe anywhere in a plain scalar, 2 not as the first, 3 only when the next is no space, 0 never. */
const SAFE = new Uint8Array(128);
for (let c = 0x21; c < 0x7f; c++) SAFE[c] = 1;
for (const c of ',[]{}#&*!|>\'"%@`?=~<') SAFE[c.charCodeAt(0)] = 2;
SAFE[SPACE] = 2;
SAFE[0x3a] = 3;

/** Whether every reader reads the unquoted string as this string, as a key and as a value. */
function isPlainSafe(value: string): boolean {
  const length = value.length;
  if (length === 0) return false;
  const first = value.charCodeAt(0);
  if (first >= 128 ? false : SAFE[first] !== 1) return false;
  if (first === 0x2d && (length === 1 || value.charCodeAt(1) === SPACE || value.startsWith('---'))) return false;
  if (first === 0x2e && value.startsWith('...')) return false;
  for (let i = 0; i < length; i++) {
    const c = value.charCodeAt(i);
    if (c >= 128) return !UNSAFE.test(value) && isText(value) && !ASCII_UNSAFE.test(value) && !isAmbiguous(value);
    const safe = SAFE[c];
    if (safe === 1) continue;
    if (safe === 0) return false;
    if (safe === 3) {
      const next = value.charCodeAt(i + 1);
      if (next !== next || next === SPACE) return false;
    } else if (c === SPACE) {
      const next = value.charCodeAt(i + 1);
      if (next !== next || next === 0x23) return false;
    }
  }
  return !isAmbiguous(value);
}

/** The same rules for a string with other than ASCII characters, which is rare. */
const ASCII_UNSAFE = /[\0-\x1f\x7f]|:(?: |$)| (?:#|$)/;
const UNSAFE =
  /[\x80-\xa0\xad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff\ufff0-\uffff]/;
