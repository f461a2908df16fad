// What is wrong with constants in an expression whose types are right: the server looks at them when it compiles it.
import { since } from '../server';
import { parseDuration } from '../values/duration';
import { goRegexp } from '../values/go-regexp';
import { timestamp } from '../values/timestamp';
import type { Checked } from './check';
import type { Release } from './environment';
import { formatFlaw } from './format';
import { startOf } from './macros';
import type { Call, Expr, Flaw, Literal } from './tree';
import { DYN, isSame, type Type, typeText, withinOptional } from './types';

/** The first to look whether all that is in a list is of one type only after types were found. */
const HOMOGENEOUS = since('1.29');
/** The first to let what is formatted be of different types, and the first to look into it. */
const MIXED_FORMATS = since('1.30');
const FORMATS = since('1.31');
/** The first to take the first argument of matches() for the pattern wherever it is. */
const FIRST_ARGUMENT = since('1.30');

/** What is wrong with constants, in the order in which they stand in the tree. */
export function constantFlaws(expression: Expr, checked: Checked, release: Release): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const visit = (expr: Expr, formatted: boolean): void => {
    const inner = formatted || (expr.kind === 'call' && expr.name === 'format' && release.has(MIXED_FORMATS));
    if (expr.kind === 'call') flaws.push(...callFlaws(expr, checked, release));
    if (!formatted) flaws.push(...mixFlaws(expr, checked, release));
    for (const part of partsOf(expr)) visit(part, inner);
  };
  visit(expression, false);
  return flaws;
}

/** The expressions that one consists of. */
function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'literal':
    case 'ident':
      return [];
    case 'select':
      return [expr.operand];
    case 'call':
      return [...(expr.target === undefined ? [] : [expr.target]), ...expr.args];
    case 'list':
      return expr.items.map(({ value }) => value);
    case 'map':
      return expr.entries.flatMap(({ key, value }) => [key, value]);
    case 'message':
      return expr.entries.map(({ value }) => value);
    case 'fold':
      return [expr.range, expr.step];
    case 'mapped':
      return [expr.target, expr.result];
  }
}

function* callFlaws(call: Call, checked: Checked, release: Release): Iterable<Flaw> {
  const { name, target, args } = call;
  const [first, second] = args;
  if (name === 'matches' || name === 'find' || name === 'findAll') {
    const pattern = target === undefined ? second : first;
    yield* patternFlaws(name, pattern);
    if (target === undefined && name === 'matches' && release.has(FIRST_ARGUMENT)) yield* patternFlaws(name, first);
  }
  if (target === undefined && args.length === 1 && first?.kind === 'literal') {
    const problem =
      first.value === null && NULL_FREE.has(name) && release.has(HOMOGENEOUS)
        ? 'takes no null'
        : CONVERSIONS[name]?.(first);
    if (problem !== undefined) yield { message: `${name}() ${problem}`, at: first.at };
  }
  if (name === 'format' && target !== undefined && release.has(FORMATS)) yield* formatFlaw(call, checked);
}

function* patternFlaws(name: string, pattern: Expr | undefined): Iterable<Flaw> {
  if (pattern?.kind !== 'literal' || pattern.type !== 'string') return;
  const problem = goRegexp(pattern.value as string);
  if (problem !== undefined) yield { message: `the regular expression of ${name}() ${problem}`, at: pattern.at };
}

/** They seem to take null, as it could be a time; 1.28 takes it. */
const NULL_FREE = new Set(['duration', 'int', 'string', 'timestamp']);

/** What each conversion makes of a constant, as far as it can fail. */
const CONVERSIONS: Readonly<Record<string, (literal: Literal) => string | undefined>> = {
  bool: ({ value }) =>
    typeof value === 'string' && !/^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value)
      ? 'takes "true" or "false"'
      : undefined,
  double: ({ type, value }) => (type === 'string' && !isNumber(value as string) ? 'takes a number' : undefined),
  duration: ({ type, value }) => {
    if (type !== 'string') return undefined;
    const duration = parseDuration(value as string);
    return 'problem' in duration ? `takes a duration such as "1h30m": this ${duration.problem}` : undefined;
  },
  int: ({ type, value }) => {
    const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];
    if (type === 'double') return fits(value as number, least, most);
    if (type === 'uint') return (value as bigint) > most ? TOO_LARGE : undefined;
    return type === 'string' ? whole(value as string, /^[+-]?\d+$/, least, most) : undefined;
  },
  timestamp: ({ type, value }) => {
    if (type === 'int') {
      const seconds = value as bigint;
      return seconds < -62135596800n || seconds > 253402300799n ? 'takes seconds from year 1 to year 9999' : undefined;
    }
    if (type !== 'string') return undefined;
    const problem = timestamp(value as string);
    return problem === undefined ? undefined : problem;
  },
  uint: ({ type, value }) => {
    const most = 2n ** 64n - 1n;
    if (type === 'double') return fits(value as number, 0n, most);
    if (type === 'int') return (value as bigint) < 0n ? 'takes no negative number' : undefined;
    return type === 'string' ? whole(value as string, /^\d+$/, 0n, most) : undefined;
  },
};

const TOO_LARGE = 'takes no number that does not fit into 64 bits';

const fits = (value: number, least: bigint, most: bigint): string | undefined =>
  value > Number(least) - 1 && value < Number(most) ? undefined : value === Number(least) ? undefined : TOO_LARGE;

function whole(text: string, form: RegExp, least: bigint, most: bigint): string | undefined {
  if (!form.test(text)) return 'takes a whole number';
  const value = BigInt(text.replace(/^\+/, ''));
  return value < least || value > most ? TOO_LARGE : undefined;
}

/** Whether Go reads it as a number; of hexadecimal ones we need not know. */
const isNumber = (text: string): boolean =>
  /^[+-]?(?:inf(?:inity)?|nan|0x[\da-f._p+-]+)$/i.test(text) ||
  (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)));

/** Items, keys or values of one literal that are of different types. */
function* mixFlaws(expr: Expr, checked: Checked, release: Release): Iterable<Flaw> {
  if (expr.kind === 'list') {
    if (release.has(HOMOGENEOUS)) yield* mixFlaw(expr.items, checked);
  } else if (expr.kind === 'map' && release.has(HOMOGENEOUS)) {
    yield* mixFlaw(
      expr.entries.map(({ key }) => ({ value: key, optional: false })),
      checked,
    );
    yield* mixFlaw(expr.entries, checked);
  }
}

function* mixFlaw(
  items: readonly { readonly value: Expr; readonly optional: boolean }[],
  checked: Checked,
): Iterable<Flaw> {
  let first: Type | undefined;
  for (const { value, optional } of items) {
    const whole = checked.typeOf(value);
    const type = optional ? (withinOptional(whole) ?? DYN) : whole;
    first ??= type;
    if (isSame(first, type)) continue;
    const message = `all items must be of one type, and this is ${typeText(type)} after ${typeText(first)}`;
    const hint = [first, type].some(({ kind }) => kind === 'dyn') ? 'write dyn(…) around all of them' : undefined;
    yield { message, at: startOf(value), ...(hint !== undefined && { hint }) };
    return;
  }
}
