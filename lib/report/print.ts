// The one printer of problems.

import type { ObjectRef, Path, Problem, Source } from './problem';

/**
 * Prints a path the way people write it: `containers.web.env.MODE`, `spec.ports[0].name`, `metadata.labels["a.b/c"]`.
 */
export function printPath(path: Path): string {
  let out = '';
  for (const key of path) {
    if (typeof key === 'number') out += `[${key}]`;
    else if (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) out += out === '' ? key : `.${key}`;
    else out += `[${quote(key)}]`;
  }
  return out;
}
/** Prints one problem on as many lines as it needs; no trailing line break. */
export function printProblem(problem: Problem): string {
  const path = printPath(problem.path.map((key) => (typeof key === 'string' ? shortened(key, LONGEST_KEY) : key)));
  const object = problem.object && shortened(printObject(problem.object), LONGEST_OBJECT);
  const place = [printSource(problem.source), problem.construct, object, path].filter(Boolean);
  const given = problem.value === undefined ? '' : `, got ${printValue(problem.value)}`;
  const label = problem.severity === 'error' ? '' : `${problem.severity}: `;
  const hint = problem.hint === undefined ? '' : `\n    ${shortened(problem.hint, LONGEST_HINT)}`;
  return `${place.join(' ')}${place.length ? ': ' : ''}${label}${problem.message}${given} (${problem.code})${hint}`;
}

/** `Deployment data/web` */
export const printObject = ({ kind, namespace, name }: ObjectRef): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name ?? 'without name'}`;

/** A name has at most 253 characters, and what is longer is nothing to read. */
export const LONGEST_KEY = 320;
export const LONGEST_OBJECT = 600;
export const LONGEST_HINT = 2000;
export const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…` : text;
/** Prints many, one after the other. */
export const printProblems = (problems: readonly Problem[]): string => problems.map(printProblem).join('\n');
/** `file:line:column`, as far as known. */
export function printSource(source: Source | undefined): string {
  if (source === undefined) return '';
  const parts = [source.file, source.line, source.line === undefined ? undefined : source.column];
  return parts.filter((part) => part !== undefined).join(':');
}
/** A short, safe rendering of any value, at most some 80 characters; never throws. */
export function printValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value.length > 80 ? `${value.slice(0, 80)}…` : value);
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'bigint':
      return `${value}n`;
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return value.length === 0 ? '[]' : `a list of ${value.length}`;
      return printMap(value);
    default:
      return `a ${typeof value}`;
  }
}
export function printMap(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return '{}';
  const shown = keys.slice(0, 3).map((key) => (key.length > 30 ? `${key.slice(0, 30)}…` : key));
  return `a map with ${shown.join(', ')}${keys.length > 3 ? ', …' : ''}`;
}
/** JSON quoting, with lone surrogates and control characters made visible. */
export const quote = (text: string): string => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, escapeUnit);
export const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
