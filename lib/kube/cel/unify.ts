// Which type goes where another is asked for, and what that says of the types that are not known yet. As the checker of cel-go has it, which
// goes beyond the specification: null goes into objects, durations, timestamps and opaque types alone.
// https://pkg.go.dev/github.com/google/cel-go/checker
import { DYN, type Generic, isDyn, isSame, type Parameter, type Type } from './types';

/** Types that grow with each step, until nobody can compare them. */
export class TooMuch extends Error {}

const MOST_STEPS = 1_000_000;

/** What is known so far of the types that were not. */
export class Substitutions {
  private readonly known = new Map<string, Type>();
  /** What to put back when an attempt fails. */
  private undo: (readonly [string, Type | undefined])[] = [];
  private fresh = 0;
  private steps = 0;

  /** A type that nobody knows yet. */
  newParameter(): Parameter {
    return { kind: 'parameter', name: `_var${this.fresh++}` };
  }

  /** Whether all of one list go where the other's are asked for; if so, what follows is kept. */
  assignable(given: readonly Type[], wanted: readonly Type[]): boolean {
    this.undo = [];
    if (this.all(given, wanted)) return true;
    for (const [name, type] of this.undo.reverse()) {
      if (type === undefined) this.known.delete(name);
      else this.known.set(name, type);
    }
    return false;
  }

  /** The type with what is known put in; with `final`, `dyn` for the rest. */
  resolve(type: Type, final = false): Type {
    this.step();
    if (type.kind === 'parameter') {
      const known = this.known.get(type.name);
      if (known !== undefined) return this.resolve(known, final);
      return final ? DYN : type;
    }
    if (!('of' in type)) return type;
    return { ...type, of: type.of.map((part) => this.resolve(part, final)) };
  }

  private all(given: readonly Type[], wanted: readonly Type[]): boolean {
    return given.length === wanted.length && given.every((type, index) => this.goes(type, wanted[index]!));
  }

  private step(): void {
    if (++this.steps > MOST_STEPS) throw new TooMuch();
  }

  private goes(one: Type, other: Type): boolean {
    this.step();
    if (other.kind === 'parameter') {
      const fits = this.substitutes(one, other);
      if (fits !== undefined) return fits;
    }
    if (one.kind === 'parameter') return this.substitutes(other, one) ?? false;
    if (isDyn(one) || isDyn(other) || one.kind === 'error' || other.kind === 'error') return true;
    if (one.kind === 'null_type') return isNullable(other);
    if (other.kind === 'null_type') return isNullable(one);
    if (one.kind !== other.kind) return false;
    if (one.kind === 'type') return true;
    if (one.kind === 'struct') return isSame(one, other);
    return !('of' in one) || (one.name === (other as Generic).name && this.all(one.of, (other as Generic).of));
  }

  /** Whether the type can stand for the parameter; undefined when nothing speaks for it, and nothing is known of the parameter. */
  private substitutes(type: Type, parameter: Parameter): boolean | undefined {
    if (isSame(type, parameter)) return true;
    const known = this.known.get(parameter.name);
    if (known !== undefined) {
      if (isSame(type, known)) return true;
      if (!this.goes(type, known)) return false;
      const general = isAsGeneral(type, known) ? type : known;
      if (!this.holds(general, parameter)) this.set(parameter.name, general);
      return true;
    }
    if (this.holds(type, parameter)) return undefined;
    this.set(parameter.name, type);
    return true;
  }

  private set(name: string, type: Type): void {
    this.undo.push([name, this.known.get(name)]);
    this.known.set(name, type);
  }

  /** Whether the parameter is a part of the type, which would have no end then. */
  private holds(type: Type, parameter: Parameter): boolean {
    if (isSame(type, parameter)) return true;
    if (type.kind === 'parameter') {
      const known = this.known.get(type.name);
      return known !== undefined && this.holds(known, parameter);
    }
    return 'of' in type && type.of.some((part) => this.holds(part, parameter));
  }
}

const isNullable = ({ kind }: Type): boolean =>
  ['null_type', 'opaque', 'struct', 'any', 'duration', 'timestamp'].includes(kind);

/** Whether the one says no more than the other, where both fit. */
function isAsGeneral(one: Type, other: Type): boolean {
  if (isDyn(one) || one.kind === 'parameter') return true;
  if (isDyn(other) || other.kind === 'parameter' || one.kind !== other.kind) return false;
  if (one.kind === 'type') return true;
  if (!('of' in one)) return isSame(one, other);
  const { name, of } = other as Generic;
  return one.name === name && one.of.length === of.length && one.of.every((part, i) => isAsGeneral(part, of[i]!));
}

/** The more general of two types of which one goes where the other is asked for. */
export const moreGeneral = (one: Type, other: Type): Type => (isAsGeneral(one, other) ? one : other);
