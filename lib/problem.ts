// One shape for everything that can be wrong, from a schema, a rule of the API server or a dialect, and its one printer.

/** The way from the root of the checked value to the place meant: keys and list indexes. */
export type Path = readonly (string | number)[];

/** A place in a text that a person wrote. */
export interface Source {
  /** File name as the caller gave it; absent for text without a file. */
  readonly file?: string;
  /** 0-based index of the document in the whole input. */
  readonly document?: number;
  /** 1-based line. */
  readonly line?: number;
  /** 1-based column, counted in UTF-16 code units. */
  readonly column?: number;
}

/** An error stops a synth or a conversion; a warning never does; a note is only shown when asked for (`explain`). */
export type Severity = 'error' | 'warning' | 'note';

/** Something that is wrong (or, as a warning, surprising) with a value, at a place. */
export interface Problem {
  /** Stable, for scripts and tests: lower-case words with hyphens, e.g. `unknown-key`. README has a row for each. */
  readonly code: string;
  readonly severity: Severity;
  /** Where: the path in the value that was checked. */
  readonly path: Path;
  /** What was given. Never present where it could be a secret. */
  readonly value?: unknown;
  /** What is wrong and what was expected; without path and value, which the printer adds. Free to improve. */
  readonly message: string;
  /** The fix, or the nearest match, where one is known. */
  readonly hint?: string;
  /** Where in a text, for documents that were read. */
  readonly source?: Source;
  /** The construct that it came from, for apps. */
  readonly construct?: string;
  /** The Kubernetes object in which it was found, where there is one: `Deployment data/web`. */
  readonly object?: string;
}

/** What happened to a key of an imported document that is not a problem. */
export interface Note {
  /** `mapped` into the model, filled in as a `defaulted` value, or `ignored` for the reason given. */
  readonly fate: 'mapped' | 'defaulted' | 'ignored';
  /** The path in the document (for `defaulted`: where it could have been stated). */
  readonly path: Path;
  /** Where it went in the workload model. */
  readonly to?: Path;
  /** The reason, or the value that was filled in. */
  readonly message?: string;
  readonly source?: Source;
}

/** Many problems, thrown once. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  constructor(
    /** All of them, errors and warnings. */
    readonly problems: readonly Problem[],
    options?: { cause?: unknown },
  ) {
    super(printProblems(problems), options);
  }
}

/** Only what stops. */
export const errorsOf = (problems: readonly Problem[]): Problem[] => problems.filter((p) => p.severity === 'error');

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
  const object = problem.object && shortened(problem.object, LONGEST_OBJECT);
  const place = [printSource(problem.source), problem.construct, object, path].filter(Boolean);
  const given = problem.value === undefined ? '' : `, got ${printValue(problem.value)}`;
  const label = problem.severity === 'error' ? '' : `${problem.severity}: `;
  const hint = problem.hint === undefined ? '' : `\n    ${sentence(shortened(problem.hint, LONGEST_HINT))}`;
  return `${place.join(' ')}${place.length ? ': ' : ''}${label}${problem.message}${given} (${problem.code})${hint}`;
}

/** With a capital, when it starts with a word and not with a name of something. */
export const sentence = (text: string): string =>
  /^[a-z]+[ ,]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** For sorting the problems of one document as a person reads it. */
export const byPlace = ({ source: a }: Problem, { source: b }: Problem): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);

/** A name has at most 253 characters, and what is longer is nothing to read. */
const LONGEST_KEY = 320;
const LONGEST_OBJECT = 600;
const LONGEST_HINT = 2000;

const shortened = (text: string, length: number): string =>
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
      return printObject(value);
    default:
      return `a ${typeof value}`;
  }
}

function printObject(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return '{}';
  const shown = keys.slice(0, 3).map((key) => (key.length > 30 ? `${key.slice(0, 30)}…` : key));
  return `a map with ${shown.join(', ')}${keys.length > 3 ? ', …' : ''}`;
}

/** JSON quoting, with lone surrogates and control characters made visible. */
const quote = (text: string): string => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, escapeUnit);

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
