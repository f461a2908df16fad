// Structural schemas: the type of every field is known without looking into anyOf, allOf, oneOf and not.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { hasProperties, itemsOf, propertyOf, type Schema, valuesOf } from '../../crd/schema';
import { ALL } from '../../api/minors';
import { statedAt } from './stated';
import { checkValueValidation, intOrStringAt } from './value-validation';

/** Where a schema stands. */
type Level = 'root' | 'item' | 'field';

const WITHOUT_TYPE: Readonly<Record<Level, string>> = {
  root: 'is required at the root: object',
  item: 'is required for the items of a list',
  field: 'is required for a field',
};

export function checkStructural(schema: Schema, level: Level, place: At, report: Report): void {
  const { type = '', properties = {}, additionalProperties } = schema;
  const items = itemsOf(schema);
  if (items !== undefined) checkStructural(items, 'item', at(place, 'items'), report);
  else if (type === 'array') report.error(at(place, 'items'), 'required', 'is required when the type is array');
  for (const name of Object.keys(properties)) {
    checkStructural(properties[name] as Schema, 'field', at(at(place, 'properties'), name), report);
  }
  const here = at(place, 'additionalProperties');
  if (additionalProperties !== undefined && level === 'root') {
    report.error(here, 'forbidden', 'may not be used at the root, whose fields are properties');
  }
  const values = valuesOf(schema);
  if (values !== undefined) checkStructural(values, 'field', here, report);
  checkExtensions(schema, place, report);
  const first = schema.allOf?.[0];
  const inAllOf = first === undefined ? 0 : intOrStringAt(first);
  checkValueValidation(schema, { anyOf: intOrStringAt(schema), inAllOf }, ALL, place, report);
  checkType(schema, level, place, report);
  if (level === 'root' || schema['x-kubernetes-embedded-resource'] === true) checkMeta(schema, place, report);
  if (level === 'root')
    checkRootMetadata(propertyOf(schema, 'metadata'), at(at(place, 'properties'), 'metadata'), report);
}

const INT_OR_STRING = 'x-kubernetes-int-or-string';
const PRESERVE = 'x-kubernetes-preserve-unknown-fields';
const EMBEDDED = 'x-kubernetes-embedded-resource';

function checkExtensions(schema: Schema, place: At, report: Report): void {
  if (schema[INT_OR_STRING] === true) {
    for (const other of [PRESERVE, EMBEDDED] as const) {
      if (schema[other] !== true) continue;
      report.error(at(place, other), 'conflict', `may not be set beside ${INT_OR_STRING}`, { value: true });
    }
  }
  if (schema[EMBEDDED] !== true) return;
  if (schema.additionalProperties !== undefined) {
    report.error(at(place, 'additionalProperties'), 'forbidden', `may not be used beside ${EMBEDDED}`);
  }
  if (schema[PRESERVE] !== true && !hasProperties(schema)) {
    const message = `is required beside ${EMBEDDED}, unless ${PRESERVE} is true`;
    report.error(at(place, 'properties'), 'required', message);
  }
}

function checkType(schema: Schema, level: Level, place: At, report: Report): void {
  const { type = '' } = schema;
  const here = at(place, 'type');
  if (schema[EMBEDDED] === true && type !== 'object') {
    const message = `must be object when ${EMBEDDED} is true`;
    if (type === '') report.error(here, 'required', message);
    else report.error(here, 'conflict', message, { value: type });
  } else if (type === '' && schema[INT_OR_STRING] !== true && schema[PRESERVE] !== true) {
    report.error(here, 'required', WITHOUT_TYPE[level]);
  }
  if (level === 'root' && type !== '' && type !== 'object' && schema[EMBEDDED] !== true) {
    report.error(here, 'not-one-of', 'must be object at the root', { value: type });
  }
}

/** What every object has, and embedded ones too. */
function checkMeta(schema: Schema, place: At, report: Report): void {
  for (const [name, wanted] of Object.entries({ kind: 'string', apiVersion: 'string', metadata: 'object' })) {
    const property = propertyOf(schema, name);
    if (property === undefined || property.type === wanted) continue;
    const here = at(at(at(place, 'properties'), name), 'type');
    report.error(here, 'not-one-of', `must be ${wanted}`, { value: property.type ?? '' });
  }
}

/** The server knows the metadata itself; only how objects are called may be restricted. */
function checkRootMetadata(metadata: Schema | undefined, place: At, report: Report): void {
  if (metadata === undefined) return;
  const { properties = {}, ...rest } = metadata;
  const message = 'may only restrict the properties name and generateName: the server knows the rest of the metadata';
  const odd = Object.keys(properties).some((name) => name !== 'name' && name !== 'generateName');
  const where = Object.keys(rest).reduce(
    (minors, key) => (key === 'type' || key === 'default' ? minors : minors | statedAt(rest, key, false)),
    odd ? ALL : 0,
  );
  if (where !== 0) report.error(place, 'forbidden', message, { where });
}
