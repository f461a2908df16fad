// How it is said that paths hold the same objects, so that they were taken for different clusters.
import { printObject } from '../../report/print';
import type { Problem, Severity } from '../../report/problem';
import type { Twins } from './home';
import { refTo } from './identity';
import type { Part } from './part';

/** So many are named. */
const NAMED = 5;

export function sayTwins(
  { paths, count, example }: Twins,
  parts: readonly Part[],
  severity: Severity,
  hint?: string,
): Problem {
  const object = printObject(refTo(parts[example]!.identity)!);
  const same = count === 1 ? `object, ${object}` : `${count} objects, such as ${object}`;
  const message = `${listed(paths)} hold the same ${same}: they are taken for different clusters, as in one of them only what is applied last would remain`;
  return { code: 'duplicate', severity, path: [], message, ...(hint !== undefined && { hint }) };
}

/** `eu, us and asia`, `eu, us, … and 7 more`. */
function listed(paths: readonly string[]): string {
  const named = paths.length > NAMED ? paths.slice(0, NAMED - 1) : paths.slice(0, -1);
  const last = paths.length > NAMED ? `${paths.length - NAMED + 1} more` : paths.at(-1)!;
  return `${named.join(', ')} and ${last}`;
}
