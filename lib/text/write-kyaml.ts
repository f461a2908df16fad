// KYAML, the YAML subset that `kubectl -o kyaml` prints: braces and brackets, every string in double quotes, trailing commas.
// https://kubernetes.io/docs/reference/encodings/kyaml and KEP-5295

import { MAX_DEPTH } from './json-scan';
import { isPlain, isText, notJson } from './not-json';
import { isAmbiguous, numberText } from './quoting';

/**
 * One value as a KYAML document, with its `---` and a line break at the end. Members that are undefined are left out, `-0` is
 * written as `0`.
 * @throws ProblemError `not-json` for anything that JSON cannot hold.
 */
export function writeKyaml(value: unknown): string {
  try {
    return `---\n${node(value, 0)}\n`;
  } catch (stop) {
    throw stop === NOT_JSON ? notJson(value) : stop;
  }
}

/**
 * Several values as KYAML documents, each with its `---`.
 * @throws ProblemError `not-json` for anything that JSON cannot hold.
 */
export const writeKyamlDocuments = (values: readonly unknown[]): string => values.map(writeKyaml).join('');

const NOT_JSON = Symbol('not JSON');
/** YAML readers look for the `:` of a key only so far (1,024 characters). */
const LONGEST_KEY = 1000;
const indent = (depth: number): string => '  '.repeat(depth);

function node(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return string(value, depth);
    case 'number':
      if (!Number.isFinite(value)) throw NOT_JSON;
      return numberText(value);
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (depth >= MAX_DEPTH || !isPlain(value)) throw NOT_JSON;
      return Array.isArray(value) ? list(value, depth) : map(value as Record<string, unknown>, depth);
    default:
      throw NOT_JSON;
  }
}

function map(value: Record<string, unknown>, depth: number): string {
  const inside = indent(depth + 1);
  let out = '';
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (inner === undefined) continue;
    const name = keyText(key);
    out += `${inside}${name.length > LONGEST_KEY ? '? ' : ''}${name}: ${node(inner, depth + 1)},\n`;
  }
  return out === '' ? '{}' : `{\n${out}${indent(depth)}}`;
}

/** Lists of maps and lists share their brackets' lines; a list with any scalar has a line for each item. */
function list(items: readonly unknown[], depth: number): string {
  if (items.length === 0) return '[]';
  if (items.every((item) => typeof item === 'object' && item !== null)) {
    return `[${items.map((item) => node(item, depth)).join(', ')}]`;
  }
  const inside = indent(depth + 1);
  return `[\n${items.map((item) => `${inside}${node(item, depth + 1)},\n`).join('')}${indent(depth)}]`;
}

const BARE_KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?$/u;
/** Words and numbers of Go that no YAML reader knows, but kubectl quotes. */
const GO_WORD = /^(?:t|f|[-+]?0[xX][0-9a-fA-F_.]*[pP][-+]?[0-9_]+)$/i;

function keyText(key: string): string {
  const bare = BARE_KEY.test(key) && !isAmbiguous(key) && !GO_WORD.test(key);
  return bare && !/^(?:nan|inf|infinity)$/i.test(key) ? key : `"${escaped(key, false)}"`;
}

function string(value: string, depth: number): string {
  if (!value.includes('\n')) return `"${escaped(value, true)}"`;
  // Each line on a line of its own: `\n\` ends it, and the reader drops the indent but for what a backslash keeps.
  const inside = indent(depth + 1);
  const lines = value.split('\n');
  const last = lines.pop()!;
  const begin = (line: string): string => inside + (/^[ \t]/.test(line) ? '\\' : ' ') + escaped(line, true);
  const body = lines.map((line) => `${begin(line)}\\n\\\n`).join('');
  return `"\\\n${body}${last === '' ? '' : `${begin(last)}\\\n`}${inside}"`;
}

/** What Go calls printable; everything else is written as an escape. */
const NOT_PRINTABLE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|["\\]/gu;
const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\v': '\\v',
  '\0': '\\0',
  '\x1b': '\\e',
  '\u0085': '\\N',
  '\u00a0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

/** The inside of the quotes; tabs stay tabs in values, as kubectl prints them. */
function escaped(value: string, tabs: boolean): string {
  if (!isText(value)) throw NOT_JSON;
  return value.replace(NOT_PRINTABLE, (character) => {
    if (character === '\t') return tabs ? '\t' : '\\t';
    return SHORT[character] ?? hexEscape(character.codePointAt(0)!);
  });
}

function hexEscape(code: number): string {
  const hex = code.toString(16);
  if (code < 0x80) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
