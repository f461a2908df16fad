// Whether a value fits a schema, as the server's own validator of OpenAPI sees it, with what that makes of odd schemas.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation
import { isPlainObject } from '../../report/data';
import type { Code } from '../../report/codes';
import { at, type At } from '../../report/place';
import { goRegexpMatcher } from '../values/go-regexp-match';
import { itemsOf, propertyOf, type Schema, valuesOf } from './schema';
import { hasFormat } from './string-format';

/** What is wrong with a value, and where. */
export interface Misfit {
  readonly place: At;
  readonly code: Code;
  readonly message: string;
}

/** How values are judged. */
export interface Judging {
  /** Numbers must be in the range of their format, as since 1.36. */
  readonly ranges: boolean;
}

export function misfits(value: unknown, schema: Schema, judging: Judging, place: At): Misfit[] {
  const found: Misfit[] = [];
  const wrong: Wrong = (code, message, where = place) => void found.push({ place: where, code, message });
  checkType(value, schema, wrong);
  if (value !== null) {
    checkJunctors(value, schema, judging, place, found);
    if (typeof value === 'string') checkText(value, schema, wrong);
    if (typeof value === 'number') checkNumber(value, schema, judging, wrong);
    if (Array.isArray(value)) checkList(value, schema, judging, place, found, wrong);
    if (isPlainObject(value)) checkObject(value, schema, judging, place, found, wrong);
  }
  checkEnum(value, schema, wrong);
  return found;
}

type Wrong = (code: Code, message: string, where?: At) => void;

/** What the server calls the type of a value. */
function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return isInt64(value) ? 'integer' : 'number';
  return typeof value === 'object' ? 'object' : typeof value;
}

/** A whole number in JSON is a 64-bit integer when it fits. */
const isInt64 = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 63;

function checkType(value: unknown, { type = '', nullable, format = '' }: Schema, wrong: Wrong): void {
  if (value === null) {
    if (type !== '' && nullable !== true) wrong('wrong-type', `must be of type ${type}, not null`);
    return;
  }
  if (type === '' && format === '') return;
  const given = typeOf(value);
  const fits =
    given === type ||
    (given === 'integer' && type === 'number') ||
    (given === 'number' && type === 'integer' && Number.isInteger(value) && Math.abs(value as number) < 2 ** 53);
  const ofNumber = type === 'integer' || type === 'number';
  // A text with a format is left to the check of the format.
  if (format !== '' && !ofNumber && (given === 'string' || given === 'array')) return;
  if (!fits)
    wrong(
      'wrong-type',
      `must be ${type === '' ? `a string of the format ${format}` : `of type ${type}`}, not ${given}`,
    );
}

function checkText(text: string, { maxLength, minLength, pattern, format }: Schema, wrong: Wrong): void {
  const length = (): number => [...text].length;
  if (maxLength !== undefined && length() > maxLength) {
    wrong('too-long', `must have at most ${maxLength} characters, not ${length()}`);
  } else if (minLength !== undefined && length() < minLength) {
    wrong('too-long', `must have at least ${minLength} characters, not ${length()}`);
  } else if (pattern && !goRegexpMatcher(pattern)(text)) wrong('bad-format', `must match ${pattern}`);
  if (format && !hasFormat(text, format)) wrong('bad-format', `must have the format ${format}`);
}

function checkNumber(value: number, schema: Schema, { ranges }: Judging, wrong: Wrong): void {
  const { type, format = '', maximum, minimum, multipleOf, exclusiveMaximum, exclusiveMinimum } = schema;
  const inRange = (number: number, what: string): void => {
    if (!ranges || isInRange(number, type, format)) return;
    wrong(
      'out-of-range',
      `${what} must be ${type === 'integer' ? 'an integer' : 'a number'} of the format ${format || 'int64'}`,
    );
  };
  inRange(value, 'the value');
  // What is compared with an integer is made one.
  const limit = (number: number): number => (isInt64(value) ? toInt64(number) : number);
  if (multipleOf !== undefined) {
    inRange(multipleOf, 'multipleOf');
    const factor = limit(multipleOf);
    const times = factor < 1 && factor > 0 ? (1 / factor) * value : value / factor;
    if (factor <= 0 || Math.abs(times - Math.round(times)) > 1e-9 * Math.abs(times)) {
      wrong('out-of-range', `must be a multiple of ${multipleOf}`);
    }
  }
  if (maximum !== undefined) {
    inRange(maximum, 'maximum');
    const most = limit(maximum);
    if (exclusiveMaximum ? value >= most : value > most) {
      wrong('out-of-range', `must be ${exclusiveMaximum ? 'less than' : 'at most'} ${maximum}`);
    }
  }
  if (minimum !== undefined) {
    inRange(minimum, 'minimum');
    const least = limit(minimum);
    if (exclusiveMinimum ? value <= least : value < least) {
      wrong('out-of-range', `must be ${exclusiveMinimum ? 'more than' : 'at least'} ${minimum}`);
    }
  }
}

/** A number too large for it becomes the least of all integers. */
const toInt64 = (number: number): number => (Math.abs(number) >= 2 ** 63 ? -(2 ** 63) : Math.trunc(number));

function isInRange(value: number, type: string | undefined, format: string): boolean {
  if (type === 'integer') {
    if (!isInt64(value)) return false;
    return format !== 'int32' || (value >= -(2 ** 31) && value < 2 ** 31);
  }
  return type !== 'number' || format !== 'float' || Number.isFinite(Math.fround(value));
}

function checkList(
  list: readonly unknown[],
  schema: Schema,
  judging: Judging,
  place: At,
  found: Misfit[],
  wrong: Wrong,
): void {
  const items = itemsOf(schema);
  if (items !== undefined)
    list.forEach((item, index) => found.push(...misfits(item, items, judging, at(place, index))));
  const { minItems, maxItems } = schema;
  if (minItems !== undefined && list.length < minItems)
    wrong('too-long', `must have at least ${minItems} items, not ${list.length}`);
  if (maxItems !== undefined && list.length > maxItems)
    wrong('too-long', `must have at most ${maxItems} items, not ${list.length}`);
}

function checkObject(
  object: Readonly<Record<string, unknown>>,
  schema: Schema,
  judging: Judging,
  place: At,
  found: Misfit[],
  wrong: Wrong,
): void {
  const { minProperties, maxProperties, required = [], additionalProperties } = schema;
  const keys = Object.keys(object);
  if (minProperties !== undefined && keys.length < minProperties) {
    wrong('too-long', `must have at least ${minProperties} properties, not ${keys.length}`);
  }
  if (maxProperties !== undefined && keys.length > maxProperties) {
    wrong('too-long', `must have at most ${maxProperties} properties, not ${keys.length}`);
  }
  for (const key of keys) {
    const inner = propertyOf(schema, key) ?? valuesOf(schema);
    if (inner !== undefined) found.push(...misfits(object[key], inner, judging, at(place, key)));
    else if (additionalProperties === false)
      wrong('forbidden', 'may not be there: the schema has no such property', at(place, key));
  }
  for (const key of required) {
    if (!Object.hasOwn(object, key)) wrong('required', 'is required', at(place, key));
  }
}

function checkJunctors(value: unknown, schema: Schema, judging: Judging, place: At, found: Misfit[]): void {
  const { anyOf = [], oneOf = [], allOf = [], not } = schema;
  const of = (one: Schema): Misfit[] => misfits(value, one, judging, place);
  const wrong = (message: string): void => void found.push({ place, code: 'conflict', message });
  if (anyOf.length > 0 && !anyOf.some((one) => of(one).length === 0)) wrong('must fit one schema of anyOf');
  if (oneOf.length > 0) {
    const fitting = oneOf.filter((one) => of(one).length === 0).length;
    if (fitting !== 1) wrong(`must fit exactly one schema of oneOf, not ${fitting === 0 ? 'none' : fitting}`);
  }
  for (const one of allOf) found.push(...of(one));
  if (not !== undefined && of(not).length === 0) wrong('must not fit the schema of not');
}

function checkEnum(value: unknown, { enum: words = [] }: Schema, wrong: Wrong): void {
  if (words.length === 0 || (value !== null && words.some((word) => isSame(value, word)))) return;
  wrong('not-one-of', `must be one of ${words.map((word) => JSON.stringify(word)).join(', ')}`);
}

/** The server makes the value one of the type of the word: 5.7 is 5, and a number is a character. */
function isSame(value: unknown, word: unknown): boolean {
  if (typeof value === 'number' && typeof word === 'number')
    return isInt64(word) ? toInt64(value) === word : value === word;
  if (typeof value === 'number' && typeof word === 'string') {
    return isInt64(value) && value >= 0 && value <= 0x10ffff && String.fromCodePoint(value) === word;
  }
  return isEqual(value, word);
}

/** Whether two values of JSON are the same. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (keys.length !== others.length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) &&
      isEqual((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
