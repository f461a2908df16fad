// How a rule says what is wrong: a place (a linked path, cheap until it is printed) and a collector.
import type { Path, Problem } from '../../problem';

/** A place in the checked object. Costs one small object; becomes an array only when there is something to report. */
export interface At {
  readonly parent?: At;
  readonly key?: string | number;
}

/** The object itself. */
export const ROOT: At = {};

/** The place one step further in. */
export const at = (parent: At, key: string | number): At => ({ parent, key });

/** The place as an array of keys. */
export function pathOf(place: At): Path {
  const path: (string | number)[] = [];
  for (let node: At | undefined = place; node?.key !== undefined; node = node.parent) path.push(node.key);
  return path.reverse();
}

/** What a rule may say beside its sentence. */
export interface Details {
  /** What was given; leave it out where it could be a secret. */
  readonly value?: unknown;
  /** The fix or the nearest match. */
  readonly hint?: string;
}

/** Collects what the rules find in one object. */
export class Report {
  readonly problems: Problem[] = [];

  error(place: At, code: string, message: string, details?: Details): void {
    this.problems.push({ code, severity: 'error', path: pathOf(place), message, ...details });
  }

  warning(place: At, code: string, message: string, details?: Details): void {
    this.problems.push({ code, severity: 'warning', path: pathOf(place), message, ...details });
  }
}
