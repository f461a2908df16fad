// The feature gates of the API servers of 1.28 to 1.36, as they are by default.
import { minorsIn } from './minors';
import { gates } from './tables/gates';

/** A feature gate. */
export interface Gate {
  /** The minors that have it. What it guarded is there for good in those after them. */
  readonly minors: number;
  /** The minors in which it is on by default. */
  readonly on: number;
}

let all: ReadonlyMap<string, Gate> | undefined;

/** Every gate by its name. */
export const featureGates = (): ReadonlyMap<string, Gate> => (all ??= new Map(gates.trim().split('\n').map(gateIn)));

/** `JobBackoffLimitPerIndex 1.28+ on=1.29+` */
function gateIn(line: string): [string, Gate] {
  const [name, minors, on] = line.split(' ') as [string, string, string | undefined];
  return [name, { minors: minorsIn(minors), on: on === undefined ? 0 : minorsIn(on.slice('on='.length)) }];
}
