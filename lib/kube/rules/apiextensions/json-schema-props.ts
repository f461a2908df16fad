// JSONSchemaProps: what a schema may say at all, wherever it stands.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { hasProperties, type Schema } from '../../crd/schema';
import { checkOneOf } from '../checks';
import { checkFormat } from './schema-format';
import { checkListType, checkMapType } from './list-type';
import { checkValidationRules } from './validation-rules';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const PRESERVE = 'x-kubernetes-preserve-unknown-fields';
const EMBEDDED = 'x-kubernetes-embedded-resource';

/** Where a schema stands. */
interface Context {
  readonly root?: true;
  /** Under apiVersion, kind or metadata of the object or of one embedded in it. */
  readonly inMeta?: true;
  /** Why there may be no default. */
  readonly noDefault?: string;
}

export function checkSchemaProps(schema: Schema, context: Context, place: At, report: Report): void {
  checkWords(schema, context, place, report);
  checkFormat(schema, place, report);
  checkMapType(schema, place, report);
  checkListType(schema, place, report);
  checkValidationRules(schema, place, report);
  checkInner(schema, context, place, report);
}

/** What JSON Schema has and definitions do not. */
function checkWords(schema: Schema, { inMeta, noDefault }: Context, place: At, report: Report): void {
  if (schema.type === 'null') {
    report.error(at(place, 'type'), 'not-one-of', 'must not be null', { value: 'null', hint: 'set nullable: true' });
  } else if (schema.type !== '') checkOneOf(schema.type, TYPES, at(place, 'type'), report);
  if (schema.default !== undefined && noDefault !== undefined) {
    report.error(at(place, 'default'), 'forbidden', `may not be set ${noDefault}`);
  }
  for (const key of unsupported(schema)) report.error(at(place, key), 'forbidden', 'is not supported in a definition');
  if (Array.isArray(schema.items) && schema.items.length > 0) {
    report.error(at(place, 'items'), 'wrong-type', 'must be one schema for all items, not a list of schemas');
  }
  if (schema.uniqueItems === true) {
    const hint = 'set x-kubernetes-list-type: set';
    report.error(at(place, 'uniqueItems'), 'forbidden', 'may not be true', { value: true, hint });
  }
  if (schema[PRESERVE] === false) {
    report.error(at(place, PRESERVE), 'not-one-of', 'must be true, or be left out', { value: false });
  }
  if (inMeta && schema[EMBEDDED] === true) {
    report.error(at(place, EMBEDDED), 'forbidden', 'may not be used inside apiVersion, kind and metadata', {
      value: true,
    });
  }
  const { additionalProperties } = schema;
  if (hasProperties(schema) && additionalProperties !== undefined && additionalProperties !== true) {
    const message = 'may not be used beside properties: an object has fields, or it is a map';
    report.error(at(place, 'additionalProperties'), 'conflict', message);
  }
}

/** The words that are said and not supported. */
function unsupported(schema: Schema): string[] {
  const found: string[] = (['id', '$schema'] as const).filter((key) => schema[key]);
  for (const key of ['additionalItems', 'dependencies', '$ref'] as const)
    if (schema[key] !== undefined) found.push(key);
  for (const key of ['patternProperties', 'definitions'] as const) {
    if (Object.keys(schema[key] ?? {}).length > 0) found.push(key);
  }
  return found;
}

const META: ReadonlySet<string> = new Set(['metadata', 'kind', 'apiVersion']);

function checkInner(schema: Schema, { root, ...context }: Context, place: At, report: Report): void {
  const { properties = {}, additionalProperties, items, not, definitions = {}, dependencies = {} } = schema;
  const each = (inner: unknown, ...keys: (string | number)[]): void =>
    checkSchemaProps(inner as Schema, context, keys.reduce(at, place), report);
  if (typeof additionalProperties === 'object') {
    const noDefault = context.inMeta ? 'inside additionalProperties of the metadata' : context.noDefault;
    const inner = { ...context, ...(noDefault !== undefined && { noDefault }) };
    checkSchemaProps(additionalProperties, inner, at(place, 'additionalProperties'), report);
  }
  const isMeta = root || schema[EMBEDDED] === true;
  for (const name of Object.keys(properties)) {
    const inner: Context = {
      ...context,
      ...(isMeta && META.has(name) && { inMeta: true }),
      ...(root && META.has(name) && { noDefault: `in ${name} of the object` }),
    };
    checkSchemaProps(properties[name] as Schema, inner, at(at(place, 'properties'), name), report);
  }
  if (not !== undefined) each(not, 'not');
  for (const key of ['allOf', 'oneOf', 'anyOf'] as const) schema[key]?.forEach((one, index) => each(one, key, index));
  for (const name of Object.keys(definitions)) each(definitions[name], 'definitions', name);
  if (Array.isArray(items)) items.forEach((one, index) => each(one, 'items', index));
  else if (items !== undefined) each(items, 'items');
  for (const name of Object.keys(dependencies)) {
    if (!Array.isArray(dependencies[name])) each(dependencies[name], 'dependencies', name);
  }
}
