// What stands inside anyOf, allOf, oneOf and not: it restricts values, and says nothing about types.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { propertyOf, itemsOf, type Schema } from '../../crd/schema';
import { ALL } from '../../api/minors';
import { statedAt } from './stated';
import { goRegexp } from '../../values/go-regexp';

/** Where `anyOf: [{ type: integer }, { type: string }]` stands, which is how a field is said to be either, and for which minors. */
interface IntOrString {
  /** In `anyOf` itself. */
  readonly anyOf: number;
  /** In the first of `allOf`. */
  readonly inAllOf: number;
}

const NOWHERE: IntOrString = { anyOf: 0, inAllOf: 0 };

/** For which minors anyOf says `integer` or `string`, and not a word more. */
export function intOrStringAt({ anyOf }: Schema): number {
  const [integer, string] = anyOf ?? [];
  if (anyOf?.length !== 2 || integer?.type !== 'integer' || string?.type !== 'string') return 0;
  const more = (schema: Schema): number =>
    Object.keys(schema).reduce((minors, key) => (key === 'type' ? minors : minors | statedAt(schema, key, true)), 0);
  return ALL & ~more(integer) & ~more(string);
}

/** @param where - The minors for which the schema is looked at. */
export function checkValueValidation(
  schema: Schema,
  type: IntOrString,
  where: number,
  place: At,
  report: Report,
): void {
  const { anyOf = [], allOf = [], oneOf = [], not, pattern } = schema;
  anyOf.forEach((one, index) => checkNested(one, NOWHERE, where & ~type.anyOf, at(at(place, 'anyOf'), index), report));
  allOf.forEach((one, index) => {
    const inner = index === 0 ? { anyOf: type.inAllOf, inAllOf: 0 } : NOWHERE;
    checkNested(one, inner, where, at(at(place, 'allOf'), index), report);
  });
  oneOf.forEach((one, index) => checkNested(one, NOWHERE, where, at(at(place, 'oneOf'), index), report));
  if (not !== undefined) checkNested(not, NOWHERE, where, at(place, 'not'), report);
  if (pattern) checkPattern(pattern, where, at(place, 'pattern'), report);
}

function checkPattern(pattern: string, where: number, place: At, report: Report): void {
  const problem = goRegexp(pattern);
  if (problem === undefined) return;
  report.error(place, 'bad-format', problem, { value: pattern, hint: hintFor(pattern), where });
}

/** What people write who know the regular expressions of JavaScript. */
function hintFor(pattern: string): string | undefined {
  if (/\(\?<?[=!]/.test(pattern)) return 'say it as a rule of x-kubernetes-validations';
  return /\\u/.test(pattern) ? 'write \\x{1F600} for a character by its number' : undefined;
}

/** What says something about the structure. */
const STRUCTURE = [
  'type',
  'default',
  'title',
  'description',
  'nullable',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
] as const;

function checkNested(schema: Schema, type: IntOrString, where: number, place: At, report: Report): void {
  if (where === 0) return;
  checkValueValidation(schema, type, where, place, report);
  const items = itemsOf(schema);
  if (items !== undefined) checkNested(items, NOWHERE, where, at(place, 'items'), report);
  const { properties = {} } = schema;
  for (const name of Object.keys(properties)) {
    checkNested(properties[name] as Schema, NOWHERE, where, at(at(place, 'properties'), name), report);
  }
  const message = 'may not be used inside anyOf, allOf, oneOf and not; it belongs to the schema around them';
  for (const key of STRUCTURE) {
    if (isSaid(schema, key)) report.error(at(place, key), 'forbidden', message, { where });
  }
  const rest = where & statedAt(schema, 'additionalProperties', true);
  if (rest !== 0) report.error(at(place, 'additionalProperties'), 'forbidden', message, { where: rest });
  if (propertyOf(schema, 'metadata') !== undefined) {
    const here = at(at(place, 'properties'), 'metadata');
    report.error(here, 'forbidden', 'may not be restricted inside anyOf, allOf, oneOf and not', { where });
  }
}

/** A list type is said by any text, an empty one too; of the rest, '', false and an empty list say nothing. */
function isSaid(schema: Schema, key: (typeof STRUCTURE)[number]): boolean {
  const value = schema[key];
  if (key === 'x-kubernetes-list-type' || key === 'x-kubernetes-map-type' || key === 'default')
    return value !== undefined;
  return value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);
}

/**
 * What is said of a field inside anyOf, allOf, oneOf and not of the root, and there of fields further in, has to be a field outside of them.
 *
 * @param outside - The schema outside.
 */
export function checkComplete(schema: Schema, outside: Schema, place: At, report: Report): void {
  for (const key of ['allOf', 'anyOf', 'oneOf'] as const) {
    schema[key]?.forEach((one, index) => checkNestedComplete(one, outside, at(at(place, key), index), report));
  }
  if (schema.not !== undefined) checkNestedComplete(schema.not, outside, at(place, 'not'), report);
}

function checkNestedComplete(schema: Schema, outside: Schema | undefined, place: At, report: Report): void {
  if (outside === undefined) {
    report.error(place, 'not-found', 'must also be specified outside of anyOf, allOf, oneOf and not, with its type');
    return;
  }
  checkComplete(schema, outside, place, report);
  const items = itemsOf(schema);
  if (items !== undefined) checkNestedComplete(items, itemsOf(outside), at(place, 'items'), report);
  const { properties = {} } = schema;
  for (const name of Object.keys(properties)) {
    checkNestedComplete(
      properties[name] as Schema,
      propertyOf(outside, name),
      at(at(place, 'properties'), name),
      report,
    );
  }
}
