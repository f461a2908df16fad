// What the server drops of a custom resource, as its schema does not know it.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning
import { isPlainObject } from '../../report/data';
import { at, type At } from '../../report/place';
import { itemsOf, propertyOf, type Schema, valuesOf } from './schema';

const PRESERVE = 'x-kubernetes-preserve-unknown-fields';
const META: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** The places of all that would be dropped; of a whole the place of the whole. */
export function dropped(value: unknown, schema: Schema | undefined, embedded: boolean, place: At): At[] {
  const found: At[] = [];
  visit(value, schema, embedded, false, place, found);
  return found;
}

function visit(
  value: unknown,
  schema: Schema | undefined,
  embedded: boolean,
  inPreserved: boolean,
  place: At,
  found: At[],
): void {
  const preserved = inPreserved || schema?.[PRESERVE] === true;
  if (Array.isArray(value)) {
    const items = schema === undefined ? undefined : itemsOf(schema);
    // Nothing is known of these items, and they are preserved.
    if (preserved && items === undefined) return;
    value.forEach((item, index) => visit(item, items, isEmbedded(items), preserved, at(place, index), found));
    return;
  }
  if (!isPlainObject(value)) return;
  for (const key of Object.keys(value)) {
    if (embedded && META.has(key)) continue;
    const here = at(place, key);
    const property = schema === undefined ? undefined : propertyOf(schema, key);
    if (property !== undefined) visit(value[key], property, isEmbedded(property), false, here, found);
    else if (schema?.additionalProperties !== undefined) {
      const values = valuesOf(schema);
      visit(value[key], values, isEmbedded(values), false, here, found);
    } else if (!preserved) found.push(here);
  }
}

const isEmbedded = (schema: Schema | undefined): boolean => schema?.['x-kubernetes-embedded-resource'] === true;
