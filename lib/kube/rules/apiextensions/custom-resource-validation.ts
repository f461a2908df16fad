// CustomResourceValidation: the schema of a version of a custom resource.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Schema } from '../../crd/schema';
import { checkDefaults } from './default-value';
import { checkExpressions } from './expressions';
import { checkSchemaProps } from './json-schema-props';
import { checkStructural } from './structural-schema';
import { checkComplete } from './value-validation';

/** @param hasStatus - The status is a subresource, for which its own part of the schema is taken out. */
export function checkSchema(schema: Schema, hasStatus: boolean, place: At, report: Report): void {
  const before = report.problems.length;
  if (hasStatus) checkRoot(schema, place, report);
  if (schema.nullable === true)
    report.error(at(place, 'nullable'), 'forbidden', 'may not be true at the root', { value: true });
  checkStructural(schema, 'root', place, report);
  checkComplete(schema, schema, place, report);
  checkSchemaProps(schema, { root: true }, place, report);
  const sound = report.problems.slice(before).every(({ severity }) => severity !== 'error');
  if (!sound) return;
  checkDefaults(schema, place, report);
  checkExpressions(schema, place, report);
}

/** What a schema whose status is taken out may not say at its root, as it would be lost for the status. */
const NOT_AT_ROOT = [
  'id',
  '$schema',
  '$ref',
  'default',
  'enum',
  'maxProperties',
  'minProperties',
  'allOf',
  'oneOf',
  'anyOf',
  'not',
  'additionalProperties',
  'patternProperties',
  'dependencies',
  'additionalItems',
  'definitions',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
] as const;

function checkRoot(schema: Schema, place: At, report: Report): void {
  for (const key of NOT_AT_ROOT) {
    const value = schema[key];
    if (value === undefined || value === null || value === '') continue;
    if (value === false && key !== 'additionalProperties') continue;
    const message = 'may not be used at the root when there is a status subresource';
    report.error(at(place, key), 'forbidden', message, { hint: 'say it of the property spec' });
  }
}
