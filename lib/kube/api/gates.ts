// The feature gates of the API servers of our minors, as they are by default.
import { minorsIn } from './minors';
import { gates } from './tables/gates';

/** A feature gate. */
export interface Gate {
  /** The minors that have it. What it guarded is there for good in those after them. */
  readonly minors: number;
  /** The minors in which it is on by default. */
  readonly on: number;
}

/** The feature gates by their names. */
export const featureGates = (): ReadonlyMap<string, Gate> => new Map(gates.trim().split('\n').map(gateIn));

const found = new Map<string, Gate | undefined>();

/** The gate of that name. Its line is searched for when it is first asked for: few are. */
export function featureGate(name: string): Gate | undefined {
  if (!found.has(name)) found.set(name, gateNamed(name));
  return found.get(name);
}

function gateNamed(name: string): Gate | undefined {
  const at = gates.indexOf(`\n${name} `);
  return at < 0 ? undefined : gateIn(gates.slice(at + 1, gates.indexOf('\n', at + 1)))[1];
}

/** `JobBackoffLimitPerIndex 1.28+ on=1.29+` */
function gateIn(line: string): [string, Gate] {
  const [name, minors, on] = line.split(' ') as [string, string, string | undefined];
  return [name, { minors: minorsIn(minors), on: on === undefined ? 0 : minorsIn(on.slice('on='.length)) }];
}
