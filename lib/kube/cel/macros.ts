// Macros: calls that stand for more than a function can do, as their argument is looked at for each item.
// https://github.com/google/cel-spec/blob/master/doc/langdef.md#macros
import { type Call, type Expr, type Fold, type Ident, type Literal, type Offset, SyntaxFlaw } from './tree';

/** Which macros there are: `name` and the number of arguments, as in `map/3`. */
export type Macros = (key: string) => boolean;

/** What a walk makes, under a name that nobody can write. */
const RESULT = '@result';
/** Its former name, which nobody may use still. */
const FORMER = '__result__';

type Unfold = (call: Call) => Expr;

/** What the macro says at length, or undefined when the call is of no macro. */
export function unfold(call: Call, macros: Macros): Expr | undefined {
  const { name, target, args } = call;
  const key = `${name}/${args.length}`;
  const table = target === undefined ? FUNCTIONS : isNamed(target, 'cel') ? BINDINGS : METHODS;
  if (!Object.hasOwn(table, key) || !macros(target === undefined || table === METHODS ? key : `cel.${key}`)) {
    return undefined;
  }
  return table[key]!(call);
}

const isNamed = (expr: Expr, name: string): boolean => expr.kind === 'ident' && expr.name === name;

function has({ at, args }: Call): Expr {
  const [arg] = args as [Expr];
  if (arg.kind !== 'select' || arg.optional || arg.test) {
    throw new SyntaxFlaw('has() takes a field, such as has(object.spec)', startOf(arg) ?? at);
  }
  return { ...arg, test: true };
}

/** Where an expression starts, as far as its parts say it. */
export function startOf(expr: Expr): Offset {
  if (expr.kind === 'select') return startOf(expr.operand);
  if (expr.kind === 'fold') return startOf(expr.range);
  if (expr.kind === 'mapped') return startOf(expr.target);
  if (expr.kind !== 'call') return expr.at;
  const first = expr.target ?? (/^_/.test(expr.name) || expr.name === '@in' ? expr.args[0] : undefined);
  return first === undefined ? expr.at : Math.min(startOf(first), expr.at);
}

/** The name of a variable that the macro introduces. */
function variableOf(arg: Expr, macro: string): string {
  if (arg.kind !== 'ident') {
    throw new SyntaxFlaw(`${macro}() takes the name of a variable here, such as x`, startOf(arg));
  }
  if (arg.name === FORMER) throw new SyntaxFlaw(`${FORMER} is a name that CEL keeps for itself`, arg.at);
  return arg.name;
}

const ident = (at: Offset, name: string): Ident => ({ kind: 'ident', at, name });
const literal = (at: Offset, type: Literal['type'], value: Literal['value']): Literal => ({
  kind: 'literal',
  at,
  type,
  value,
});

/** A macro with a body, after one variable or two. */
const walk =
  (variables: 1 | 2, start: (at: Offset) => Expr, step: (call: Call, names: readonly string[]) => Expr): Unfold =>
  (call) => {
    const { at, name: macro, target, args } = call;
    const names = args.slice(0, variables).map((arg) => variableOf(arg, macro));
    if (names.length === 2 && names[0] === names[1]) {
      throw new SyntaxFlaw(`${macro}() needs two different names`, args[1]!.at);
    }
    const result = macro === 'exists_one' || macro === 'existsOne' ? isOne(at, macro) : ident(at, RESULT);
    const fold: Fold = {
      kind: 'fold',
      at,
      macro,
      range: target!,
      variables: names,
      accumulator: RESULT,
      start: start(at),
      step: step(call, names),
      result,
    };
    return fold;
  };

const isOne = (at: Offset, macro: string): Expr => part(macro, at, '_==_', ident(at, RESULT), literal(at, 'int', 1n));

/** A part of what a macro stands for. */
const part = (macro: string, at: Offset, name: string, ...args: Expr[]): Call => ({
  kind: 'call',
  at,
  name,
  args,
  macro,
});

const bool = (at: Offset): Expr => literal(at, 'bool', true);
const zero = (at: Offset): Expr => literal(at, 'int', 0n);
const emptyList = (at: Offset): Expr => ({ kind: 'list', at, items: [] });
const emptyMap = (at: Offset): Expr => ({ kind: 'map', at, entries: [] });

/** The last argument, or that of the number before it. */
const body = (call: Call, before = 0): Expr => call.args.at(-1 - before)!;

/** What is made of an item, when a condition stands before it. */
const filtered = (call: Call, condition: Expr | undefined, made: Expr): Expr =>
  condition === undefined
    ? made
    : part(call.name, startOf(condition), '_?_:_', condition, made, ident(made.at, RESULT));

const appended = (call: Call, item: Expr): Expr =>
  part(call.name, startOf(item), '_+_', ident(item.at, RESULT), {
    kind: 'list',
    at: startOf(item),
    items: [{ value: item, optional: false }],
  });

const joined =
  (operator: string) =>
  (call: Call): Expr =>
    part(call.name, startOf(body(call)), operator, ident(body(call).at, RESULT), body(call));

const counted = (call: Call): Expr =>
  filtered(call, body(call), part(call.name, call.at, '_+_', ident(call.at, RESULT), literal(call.at, 'int', 1n)));

const kept = (call: Call): Expr => filtered(call, body(call), appended(call, call.args[0]!));

/** The transformed item; the variables may be followed by a condition. */
const transformed =
  (variables: number, made: (call: Call, item: Expr, names: readonly string[]) => Expr) =>
  (call: Call, names: readonly string[]): Expr => {
    const condition = call.args.length > variables + 1 ? call.args[variables] : undefined;
    return filtered(call, condition, made(call, body(call), names));
  };

const inserted = (call: Call, item: Expr, [key]: readonly string[]): Expr =>
  part(call.name, startOf(item), 'cel.@mapInsert', ident(item.at, RESULT), ident(item.at, key!), item);
const merged = (call: Call, item: Expr): Expr =>
  part(call.name, startOf(item), 'cel.@mapInsert', ident(item.at, RESULT), item);

/** `optMap`, `optFlatMap`: the value of an optional, under a name. */
const mapped =
  (how: 'optional' | 'flat'): Unfold =>
  ({ at, name, target, args }) => {
    const [variable, result] = args as [Expr, Expr];
    return { kind: 'mapped', at, how, target: target!, variable: variableOf(variable, name), result };
  };

/** `cel.bind(name, value, result)`. */
const bind: Unfold = ({ at, args }) => {
  const [variable, target, result] = args as [Expr, Expr, Expr];
  return { kind: 'mapped', at, how: 'bound', target, variable: variableOf(variable, 'cel.bind'), result };
};

/** `list.sortBy(x, key)`: sorted by what a map makes of its items. */
const sortBy: Unfold = (call) => {
  const { at, target } = call;
  const list = ident(at, '@sorted');
  const keys = METHODS['map/2']!({ ...call, name: 'map', target: list });
  const sorted: Call = { ...part('sortBy', at, '@sortByAssociatedKeys', keys), target: list };
  return { kind: 'mapped', at, how: 'bound', target: target!, variable: list.name, result: sorted };
};

const FUNCTIONS: Readonly<Record<string, Unfold>> = { 'has/1': has };

const BINDINGS: Readonly<Record<string, Unfold>> = { 'bind/3': bind };

const METHODS: Readonly<Record<string, Unfold>> = {
  'all/2': walk(1, bool, joined('_&&_')),
  'all/3': walk(2, bool, joined('_&&_')),
  'exists/2': walk(1, bool, joined('_||_')),
  'exists/3': walk(2, bool, joined('_||_')),
  'exists_one/2': walk(1, zero, counted),
  'exists_one/3': walk(2, zero, counted),
  'existsOne/3': walk(2, zero, counted),
  'filter/2': walk(1, emptyList, kept),
  'map/2': walk(1, emptyList, transformed(1, appended)),
  'map/3': walk(1, emptyList, transformed(1, appended)),
  'transformList/3': walk(2, emptyList, transformed(2, appended)),
  'transformList/4': walk(2, emptyList, transformed(2, appended)),
  'transformMap/3': walk(2, emptyMap, transformed(2, inserted)),
  'transformMap/4': walk(2, emptyMap, transformed(2, inserted)),
  'transformMapEntry/3': walk(2, emptyMap, transformed(2, merged)),
  'transformMapEntry/4': walk(2, emptyMap, transformed(2, merged)),
  'optMap/2': mapped('optional'),
  'optFlatMap/2': mapped('flat'),
  'sortBy/2': sortBy,
};
