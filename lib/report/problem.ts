// One shape for everything that can be wrong, from a text, a schema, a rule of the API server or a dialect.
import type { Code } from './codes';

/** The way from the root of the checked value to the place meant: keys and list indexes. */
export type Path = readonly (string | number)[];

/** A place in a text that a person wrote: a document, or the program that makes a construct. */
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
  /** Stable, for scripts and tests: lower-case words with hyphens, e.g. `unknown-key`. docs/problems.md has a row for each. */
  readonly code: Code;
  readonly severity: Severity;
  /** Where: the path in the value that was checked. */
  readonly path: Path;
  /** What was given. Never present where it could be a secret. */
  readonly value?: unknown;
  /** What is wrong and what was expected; without path and value, which the printer adds. Free to improve. */
  readonly message: string;
  /** The fix, or the nearest match, where one is known. */
  readonly hint?: string;
  /** Where in a text: in the document that was read, or where the construct was made. */
  readonly source?: Source;
  /** The construct that it came from, for apps. */
  readonly construct?: string;
  /** The Kubernetes object in which it was found, where there is one. */
  readonly object?: ObjectRef;
  /** Of an error: what stands there did not get into the object, so that the object would lack it. Such an error cannot be ignored. */
  readonly lost?: true;
  /** What mends it, where only one thing can have been meant; `hint` is for the rest. */
  readonly fix?: Fix;
  /** Of a note: what it would be if nobody had asked to ignore it. */
  readonly ignored?: 'error' | 'warning';
}

/**
 * The one certain mending, as data: another value at the path, the same in quotes as it is written there, or another name of the key.
 */
export type Fix =
  | { readonly value: string | number | boolean }
  | { readonly quote: true }
  | { readonly rename: string; readonly to: string };

/** What a Kubernetes object is called. */
export interface ObjectRef {
  readonly kind: string;
  /** metadata.namespace, where it is stated. */
  readonly namespace?: string;
  /** metadata.name; absent where there is none. */
  readonly name?: string;
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

/** Only what stops. */
export const errorsOf = (problems: readonly Problem[]): Problem[] => problems.filter((p) => p.severity === 'error');

/** For sorting the problems of one document as a person reads it. */
export const byPlace = ({ source: a }: Problem, { source: b }: Problem): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
