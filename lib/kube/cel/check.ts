// The type of an expression, and what in it does not fit together.
// https://github.com/google/cel-spec/blob/master/doc/langdef.md#gradual-type-checking
import { didYouMean, nearest } from '../../report/suggest';
import { since } from '../server';
import type { Environment, Release } from './environment';
import { baseFunctions, MIXED_NUMBERS } from './functions';
import { startOf } from './macros';
import { aText, fieldHint, isMacro, misfit, thereAre } from './misfit';
import type { Overload } from './signatures';
import type { Call, Expr, Flaw, Fold, List, Fields, Mapped, Message, Offset, Select } from './tree';
import {
  BOOL,
  BYTES,
  DOUBLE,
  DURATION,
  DYN,
  ERROR,
  INT,
  isDyn,
  listOf,
  mapOf,
  NULL,
  optionalOf,
  parameter,
  STRING,
  type Struct,
  TIMESTAMP,
  type Type,
  typeOf,
  typeText,
  UINT,
  withinOptional,
} from './types';
import { moreGeneral, Substitutions } from './unify';

/** Before, what is in a list is of one type already while types are found; since, it is looked at afterwards. */
const MIXED_LITERALS = since('1.29');

/** The types that every expression can name. */
const TYPES: Readonly<Record<string, Type>> = {
  bool: BOOL,
  bytes: BYTES,
  double: DOUBLE,
  int: INT,
  list: listOf(DYN),
  map: mapOf(DYN, DYN),
  null_type: NULL,
  string: STRING,
  type: typeOf(),
  uint: UINT,
  'google.protobuf.Duration': DURATION,
  'google.protobuf.Timestamp': TIMESTAMP,
};

/** Where further types have their names, all of which we need not know. */
const NAMESPACES = new Set(['google', 'kubernetes', 'net', 'optional_type']);

export interface Checked {
  readonly type: Type;
  readonly flaws: readonly Flaw[];
  /** The type of each part. */
  readonly typeOf: (part: Expr) => Type;
}

/** Finds the type of the expression, and of its parts. */
export function check(expression: Expr, environment: Environment, release: Release): Checked {
  const checker = new Checker(environment, release);
  const type = checker.check(expression);
  return { type: checker.final(type), flaws: checker.flaws, typeOf: (part) => checker.typeOf(part) };
}

class Checker {
  readonly flaws: Flaw[] = [];
  private readonly types = new Map<Expr, Type>();
  private readonly known = new Substitutions();
  /** The variables of macros, the innermost last. */
  private readonly scopes: Map<string, Type>[] = [];
  private readonly functions = baseFunctions();
  /** Numbers of different types compare; the server also lets them, in any minor, once it has been inside a macro. */
  private mixedNumbers = false;

  constructor(
    private readonly environment: Environment,
    private readonly release: Release,
  ) {}

  final(type: Type): Type {
    return this.known.resolve(type, true);
  }

  typeOf(part: Expr): Type {
    return this.final(this.types.get(part) ?? DYN);
  }

  check(expr: Expr): Type {
    const type = this.typeIn(expr);
    this.types.set(expr, type);
    return type;
  }

  private typeIn(expr: Expr): Type {
    switch (expr.kind) {
      case 'literal':
        return expr.type === 'null_type' ? NULL : (TYPES[expr.type] as Type);
      case 'ident':
        return this.lookup(expr.name) ?? this.unknown(expr.name, expr.at);
      case 'select':
        return this.select(expr);
      case 'call':
        return this.call(expr);
      case 'list':
        return this.list(expr);
      case 'map':
        return this.map(expr);
      case 'message':
        return this.message(expr);
      case 'fold':
        return this.fold(expr);
      case 'mapped':
        return this.mapped(expr);
    }
  }

  private flaw(message: string, at: Offset, hint?: string): Type {
    this.flaws.push({ message, at, ...(hint !== undefined && { hint }) });
    return ERROR;
  }

  private lookup(name: string): Type | undefined {
    for (let index = this.scopes.length - 1; index >= 0; index--) {
      const type = this.scopes[index]!.get(name);
      if (type !== undefined) return type;
    }
    const { variables, typeNamed } = this.environment;
    const named = variables.get(name);
    if (named !== undefined) return named;
    const type = typeNamed?.(name) ?? (Object.hasOwn(TYPES, name) ? TYPES[name] : undefined);
    return type && typeOf(type);
  }

  private unknown(name: string, at: Offset): Type {
    if (NAMESPACES.has(name)) return DYN;
    const names = [...this.environment.variables.keys(), ...this.scopes.flatMap((scope) => [...scope.keys()])].filter(
      (each) => !/[@.]/.test(each),
    );
    const meant = nearest(name, names);
    const hint = didYouMean(meant, thereAre(names));
    return this.flaw(`nothing is called ${name} here`, at, hint);
  }

  private select(expr: Select): Type {
    const name = expr.test || expr.optional ? undefined : qualifiedName(expr);
    const whole = name === undefined ? undefined : this.lookup(name);
    if (whole !== undefined) return whole;
    const operand = this.known.resolve(this.check(expr.operand));
    const inner = withinOptional(operand);
    const type = this.fieldOf(inner ?? operand, expr.field, expr.at);
    if (expr.test) return BOOL;
    return this.known.resolve(inner !== undefined || expr.optional ? optionalOf(type) : type);
  }

  private fieldOf(type: Type, field: string, at: Offset): Type {
    if (type.kind === 'map') return type.of[1]!;
    if (type.kind === 'struct') return this.fieldIn(type, field, at);
    if (type.kind === 'parameter') this.known.assignable([DYN], [type]);
    else if (!isDyn(type) && type.kind !== 'error') {
      return this.flaw(`${aText(typeText(type))} has no fields, so no ${field}`, at, fieldHint(type));
    }
    return DYN;
  }

  private fieldIn(type: Struct, field: string, at: Offset): Type {
    const found = type.field(field);
    if (found !== undefined) return found;
    const names = [...type.names()].filter((name) => name !== '');
    const short = names.length > 0 && names.length < 15 ? thereAre(names) : undefined;
    const hint = didYouMean(nearest(field, names)) ?? short;
    return this.flaw(`there is no field ${field} in ${type.name}`, at, hint);
  }

  private call(expr: Call): Type {
    const { name, target, args } = expr;
    if (target !== undefined && isMacro(name) && this.overloads(name).length === 0) return this.noFunction(expr, name);
    const types = args.map((arg) => this.check(arg));
    if (name === '_&&_' || name === '_||_') return this.allBool(expr, types);
    if (target === undefined) return this.resolve(expr, name, types);
    const prefix = qualifiedName(target);
    const long = prefix === undefined ? undefined : `${prefix}.${name}`;
    if (long !== undefined && this.overloads(long).length > 0)
      return this.resolve({ ...expr, target: undefined }, long, types);
    if (long !== undefined && this.isNamespace(prefix!)) {
      return this.flaw(`there is no function ${long}()`, expr.at, this.meant(long));
    }
    return this.resolve(expr, name, [this.check(target), ...types]);
  }

  /** Whether functions start with this name and a dot, and nothing else is called so. */
  private isNamespace(name: string): boolean {
    if (this.lookup(name) !== undefined) return false;
    return [...this.names()].some((each) => each.startsWith(`${name}.`));
  }

  private *names(): Iterable<string> {
    yield* this.functions.keys();
    yield* this.environment.functions?.keys() ?? [];
  }

  private all(name: string): Overload[] {
    return [...(this.functions.get(name) ?? []), ...(this.environment.functions?.get(name) ?? [])];
  }

  /** Those that the minor has. */
  private overloads(name: string): Overload[] {
    return this.all(name).filter((overload) => this.has(overload));
  }

  private has({ minors }: Overload): boolean {
    return (minors === MIXED_NUMBERS && this.mixedNumbers) || this.release.has(minors);
  }

  private allBool({ args, name, macro }: Call, types: readonly Type[]): Type {
    types.forEach((type, index) => {
      if (this.known.assignable([type], [BOOL])) return;
      const arg = args[index]!;
      const what = macro === undefined ? `what ${name.slice(1, -1)} joins` : `what ${macro}() asks of each item`;
      this.flaw(`${what} must be bool, and this is ${this.text(type)}`, startOf(arg));
    });
    return BOOL;
  }

  private text(type: Type): string {
    return typeText(this.final(type));
  }

  private resolve(expr: Call, name: string, types: readonly Type[]): Type {
    const overloads = this.overloads(name);
    if (overloads.length === 0) return this.noFunction(expr, name);
    const member = expr.target !== undefined;
    let result: Type | undefined;
    for (const overload of overloads) {
      if (overload.member !== member) continue;
      const [wanted, made] = this.instance(overload);
      if (!this.known.assignable(types, wanted)) continue;
      const type = this.known.resolve(made);
      if (result === undefined) result = type;
      else if (!isDyn(result) && typeText(type) !== typeText(result)) result = DYN;
    }
    return result ?? this.noOverload(expr, name, types, overloads);
  }

  /** The overload with types that are not known yet for its capitals. */
  private instance({ args, result }: Overload): [wanted: readonly Type[], result: Type] {
    const fresh = new Map<string, Type>();
    const replaced = (type: Type): Type => {
      if (type.kind === 'parameter') {
        let known = fresh.get(type.name);
        if (known === undefined) fresh.set(type.name, (known = this.known.newParameter()));
        return known;
      }
      return 'of' in type && type.of.length > 0 ? { ...type, of: type.of.map(replaced) } : type;
    };
    return [args.map(replaced), replaced(result)];
  }

  private noFunction({ at, target, args }: Call, name: string): Type {
    if (target !== undefined && isMacro(name)) {
      const hint = `write .${name}(x, …) with x for each item`;
      return this.flaw(`${name}() does not take ${args.length} argument${args.length === 1 ? '' : 's'}`, at, hint);
    }
    return this.flaw(`there is no function ${name}()`, at, this.meant(name));
  }

  private meant(name: string): string | undefined {
    const names = [...this.names()].filter(
      (each) =>
        /^\w/.test(each) && !/[@_]/.test(each) && this.all(each).some(({ minors }) => this.release.seems(minors)),
    );
    return didYouMean(nearest(name, names));
  }

  private noOverload(expr: Call, name: string, types: readonly Type[], overloads: readonly Overload[]): Type {
    const { at, macro, target } = expr;
    const texts = types.map((type) => this.text(type));
    const { message, hint } = misfit({ ...expr, name }, texts, overloads);
    const isOperator = macro === undefined && target === undefined && name !== '_?_:_';
    return this.flaw(message, isOperator || macro !== undefined ? startOf(expr) : at, hint);
  }

  private join(all: Type | undefined, next: Type, at: Offset): Type {
    if (all === undefined) return next;
    if (this.known.assignable([all], [next])) return moreGeneral(all, next);
    if (this.release.has(MIXED_LITERALS)) return DYN;
    return this.flaw(`all items must be of one type, and this is ${this.text(next)} after ${this.text(all)}`, at);
  }

  /** The type of what may be there or not, as an item. */
  private within(type: Type, optional: boolean, at: Offset): Type {
    if (!optional) return type;
    const inner = withinOptional(type);
    if (inner === undefined && !isDyn(type)) {
      this.flaw(`what stands after ? must be optional, and this is ${this.text(type)}`, at);
    }
    return inner ?? type;
  }

  private list({ items }: List): Type {
    let all: Type | undefined;
    for (const { value, optional } of items) {
      const type = this.within(this.check(value), optional, startOf(value));
      all = this.join(all, type, startOf(value));
    }
    return listOf(all ?? this.known.newParameter());
  }

  private map({ entries }: Fields): Type {
    let keys: Type | undefined;
    let values: Type | undefined;
    for (const { key, value, optional } of entries) {
      keys = this.join(keys, this.check(key), startOf(key));
      const type = this.within(this.check(value), optional, startOf(value));
      values = this.join(values, type, startOf(value));
    }
    return mapOf(keys ?? this.known.newParameter(), values ?? this.known.newParameter());
  }

  private message({ name, at, entries }: Message): Type {
    const found = this.lookup(name);
    const type = found?.kind === 'type' ? (found.of[0] ?? DYN) : undefined;
    for (const { at, field, value, optional } of entries) {
      const given = this.within(this.check(value), optional, startOf(value));
      if (type?.kind !== 'struct') continue;
      const wanted = this.fieldIn(type, field, at);
      if (this.known.assignable([wanted], [given])) continue;
      this.flaw(`the field ${field} is ${this.text(wanted)}, and this is ${this.text(given)}`, startOf(value));
    }
    if (type?.kind === 'struct') return type;
    if (type !== undefined) {
      return name.includes('.') ? DYN : this.flaw(`${name} is no type of objects`, at);
    }
    if (NAMESPACES.has(name.split('.')[0]!)) return DYN;
    return this.flaw(`there is no type ${name}`, at, found === undefined ? undefined : `${name} is a variable`);
  }

  private fold(expr: Fold): Type {
    const { range, variables, accumulator, start, step, result, macro } = expr;
    const over = this.known.resolve(this.check(range));
    const accumulated = this.check(start);
    this.mixedNumbers = true;
    const types = this.itemTypes(over, variables.length, macro, range);
    const outer = new Map([[accumulator, accumulated]]);
    const inner = new Map(variables.map((variable, index) => [variable, types[index]!]));
    this.scopes.push(outer, inner);
    const made = this.check(step);
    this.scopes.pop();
    if (!this.known.assignable([accumulated], [made])) {
      this.flaw(`${macro}() cannot put ${this.text(made)} to ${this.text(accumulated)}`, startOf(step));
    }
    const type = this.check(result);
    this.scopes.pop();
    return this.known.resolve(type);
  }

  /** The types of the variables of a walk over this. */
  private itemTypes(over: Type, count: number, macro: string, range: Expr): readonly Type[] {
    if (over.kind === 'list') return count === 1 ? over.of : [INT, over.of[0]!];
    if (over.kind === 'map') return over.of;
    if (over.kind === 'dyn' || over.kind === 'error' || over.kind === 'parameter') {
      this.known.assignable([DYN], [over]);
      return [DYN, DYN];
    }
    this.flaw(`${macro}() walks over a list or a map, and this is ${this.text(over)}`, startOf(range));
    return [ERROR, ERROR];
  }

  private mapped({ at, how, target, variable, result }: Mapped): Type {
    const given = this.check(target);
    let value = given;
    if (how !== 'bound') {
      const inner = this.known.newParameter();
      if (!this.known.assignable([given], [optionalOf(inner)])) {
        this.flaw(`optMap() and optFlatMap() are of optional values, and this is ${this.text(given)}`, startOf(target));
      }
      value = this.known.resolve(inner);
    }
    this.mixedNumbers = true;
    this.scopes.push(new Map([[variable, value]]));
    const made = this.check(result);
    this.scopes.pop();
    if (how === 'bound') return made;
    const wanted = optionalOf(parameter('made'));
    const [[optional]] = [this.instance({ member: false, args: [wanted], result: DYN, minors: 0 })[0]] as [[Type]];
    const type = how === 'optional' ? optionalOf(made) : made;
    if (!this.known.assignable([type], [optional])) {
      this.flaw(`optFlatMap() needs an optional value, and this is ${this.text(made)}`, at);
    }
    return this.known.resolve(type);
  }
}

/** `a.b.c`, when the expression is nothing but that. */
function qualifiedName(expr: Expr): string | undefined {
  const names: string[] = [];
  let at = expr;
  while (at.kind === 'select') {
    if (at.test || at.optional) return undefined;
    names.push(at.field);
    at = at.operand;
  }
  return at.kind === 'ident' ? [at.name, ...names.reverse()].join('.') : undefined;
}
