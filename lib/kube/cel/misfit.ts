// What is said of a call whose arguments are of types that it does not take.
import { alternatives, listed } from '../rules/checks';
import type { Overload } from './signatures';
import type { Call } from './tree';
import { type Type, typeText } from './types';

const MACROS =
  /^(?:all|exists|exists_one|existsOne|map|filter|optMap|optFlatMap|transformList|transformMap|transformMapEntry|sortBy)$/;

export const isMacro = (name: string): boolean => MACROS.test(name);

interface Said {
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * @param call - With its whole name.
 * @param texts - The types of what it is called on and its arguments.
 * @param overloads - All that the function takes.
 */
export function misfit(call: Call, texts: readonly string[], overloads: readonly Overload[]): Said {
  const { name, macro, target } = call;
  if (macro !== undefined) return { message: macroMisfit(macro, name, texts) };
  if (name === '_?_:_') return { message: conditionMisfit(texts) };
  if (name === '_[_]' || name === '_[?_]') return { message: `${aText(texts[0]!)} has no item at ${aText(texts[1]!)}` };
  const operator = OPERATORS[name];
  if (operator !== undefined) return { message: operatorMisfit(operator, texts), hint: mixHint(operator, texts) };
  const isMember = target !== undefined;
  const ways = overloads.filter(({ member }) => member === isMember);
  const hint = (ways.length > 0 ? ways : overloads).map((way) => wayText(name, way));
  const given = isMember ? texts.slice(1) : texts;
  const of = isMember ? ` of ${aText(texts[0]!)}` : '';
  return {
    message: `there is no ${name}(${given.join(', ')})${of}`,
    hint: hint.length < 5 ? `there is ${alternatives(hint)}` : undefined,
  };
}

function conditionMisfit([condition, then, otherwise]: readonly string[]): string {
  if (!['bool', 'dyn', 'error'].includes(condition!))
    return `what stands before ? must be bool, and this is ${condition}`;
  return `both sides of the colon must be of one type, and these are ${then} and ${otherwise}`;
}

function macroMisfit(macro: string, name: string, texts: readonly string[]): string {
  if (name === '_?_:_') return `what ${macro}() asks of each item must be bool, and this is ${texts[0]}`;
  if (macro === 'transformMapEntry') return `what transformMapEntry() makes must be a map, and this is ${texts[1]}`;
  if (macro === 'sortBy') return `sortBy() sorts a list by numbers, texts or times, and this is ${texts.join(' by ')}`;
  return `${macro}() cannot put ${texts.slice(1).join(' and ')} to the items before`;
}

const OPERATORS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%'].map((sign) => [`_${sign}_`, sign])),
  '@in': 'in',
  '!_': '!',
  '-_': '-',
};

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

function operatorMisfit(operator: string, texts: readonly string[]): string {
  if (texts.length === 1) return `${operator} does not take ${aText(texts[0]!)}`;
  if (operator === 'in') return `in looks for ${aText(texts[0]!)}, but ${aText(texts[1]!)} holds none`;
  const verb = COMPARISONS.has(operator) ? 'compare' : 'take';
  return `${operator} does not ${verb} ${aText(texts[0]!)} and ${aText(texts[1]!)}`;
}

/** How two types that do not go together do. */
function mixHint(operator: string, [one, other]: readonly string[]): string | undefined {
  const both = new Set([one, other]);
  if (operator === '+' && both.has('string')) {
    const rest = one === 'string' ? other : one;
    return ['int', 'uint', 'double', 'bool'].includes(rest!) ? `write string(…) around the ${rest}` : undefined;
  }
  if (both.has('null_type')) return 'write has(…) to ask whether a field is there';
  if (!COMPARISONS.has(operator)) return undefined;
  if (both.has('int') && both.has('string')) return 'compare with a text in quotes, or write int(…) or string(…)';
  return both.has('kubernetes.Quantity') ? 'write .compareTo(quantity("…")) or .isGreaterThan(…)' : undefined;
}

export const aText = (text: string): string =>
  text === 'null_type' ? 'null' : /^(?!uint)[aeiou]/.test(text) ? `an ${text}` : `a ${text}`;

export const thereAre = (names: readonly string[]): string =>
  `there ${names.length === 1 ? 'is' : 'are'} ${listed(names)}`;

export const fieldHint = (type: Type): string | undefined =>
  type.kind === 'list' ? 'write .all(x, …), .exists(x, …) or [0] for its items' : undefined;

function wayText(name: string, { member, args, result }: Overload): string {
  const texts = args.map((arg) => plain(arg));
  const [receiver, ...rest] = texts;
  return member
    ? `${receiver}.${name}(${rest.join(', ')}): ${plain(result)}`
    : `${name}(${texts.join(', ')}): ${plain(result)}`;
}

const plain = (type: Type): string =>
  typeText(type).replace(/google\.protobuf\.|kubernetes\.authorization\.|kubernetes\./g, '');
