// What a schema says, as far as it is kept of a structural schema: '' and false are the same as nothing.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
import { ALL } from '../../api/minors';
import type { Schema } from '../../crd/schema';
import { since, until } from '../../server';

/** Read one by one, so that a list of none is the same as none. */
const LISTS: ReadonlySet<string> = new Set(['enum', 'allOf', 'anyOf', 'oneOf', 'items']);

/** Not kept, and refused only where something is in them. */
const MAPS: ReadonlySet<string> = new Set(['definitions', 'dependencies', 'patternProperties']);

/** For which minors a key of a schema says something; inside anyOf and its like, false for the rest of the properties does not. */
export function statedAt(schema: Schema, key: string, nested: boolean): number {
  const value = (schema as Readonly<Record<string, unknown>>)[key];
  if (key === 'additionalProperties' && value === false) return nested ? until('1.30') : ALL;
  if (value === undefined || value === null || value === '' || value === false) return 0;
  if (Array.isArray(value) && value.length === 0 && LISTS.has(key)) return 0;
  if (MAPS.has(key) && Object.keys(value).length === 0) return 0;
  return key === 'example' || key === 'externalDocs' ? since('1.36') : ALL;
}
