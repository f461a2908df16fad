// What an expression may refer to, and the minor that compiles it.
import type { Functions } from './signatures';
import type { Type } from './types';

/** What is known where an expression stands, beside what every expression knows. */
export interface Environment {
  /** Variables by their names; `authorizer.requestResource` is one as well. */
  readonly variables: ReadonlyMap<string, Type>;
  /** The type of objects that an expression can make by this name: `Type{field: value}`. */
  readonly typeNamed?: (name: string) => Type | undefined;
  readonly functions?: Functions;
  /** Macros by name and number of arguments (`cel.bind/3`), and the minors that have them. */
  readonly macros?: ReadonlyMap<string, number>;
}

/** One minor, and the others for which everything that was asked has the same answer. */
export class Release {
  private alike: number;

  /**
   * @param minor - Its bit.
   * @param minors - Among which it is.
   */
  constructor(
    private readonly minor: number,
    minors: number,
  ) {
    this.alike = minors;
  }

  /** Whether this minor is one of these, when nothing follows from it but a hint. */
  seems(minors: number): boolean {
    return (minors & this.minor) !== 0;
  }

  /** Whether this minor is one of these. */
  has(minors: number): boolean {
    const answer = this.seems(minors);
    this.alike &= answer ? minors : ~minors;
    return answer;
  }

  get same(): number {
    return this.alike;
  }
}
