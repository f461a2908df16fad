// x-kubernetes-list-type and x-kubernetes-map-type: how lists and maps are merged.
// https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { itemsOf, propertyOf, type Schema } from '../../crd/schema';
import { checkOneOf, checkUnique } from '../checks';

const LIST = 'x-kubernetes-list-type';
const MAP = 'x-kubernetes-map-type';
const KEYS = 'x-kubernetes-list-map-keys';

export function checkMapType(schema: Schema, place: At, report: Report): void {
  const kind = schema[MAP];
  if (kind === undefined) return;
  checkTypeIs('object', schema, MAP, place, report);
  checkOneOf(kind, ['atomic', 'granular'], at(place, MAP), report);
}

export function checkListType(schema: Schema, place: At, report: Report): void {
  const { [LIST]: kind, [KEYS]: keys = [] } = schema;
  if (kind !== undefined) {
    checkTypeIs('array', schema, LIST, place, report);
    checkOneOf(kind, ['atomic', 'set', 'map'], at(place, LIST), report);
  }
  if (keys.length > 0 && kind !== 'map') {
    const message = `must be map when ${KEYS} is set`;
    if (kind === undefined) report.error(at(place, LIST), 'required', message);
    else report.error(at(place, LIST), 'conflict', message, { value: kind });
  }
  const items = itemsOf(schema);
  if (kind === 'set' && schema.type === 'array' && items !== undefined)
    checkSetItems(items, at(place, 'items'), report);
  if (kind === 'map') checkMapItems(schema, keys, items, place, report);
  if ((kind === 'set' || kind === 'map') && items?.nullable === true) {
    const here = at(at(place, 'items'), 'nullable');
    report.error(here, 'forbidden', `may not be true when ${LIST} is ${kind}`, { value: true });
  }
}

function checkTypeIs(wanted: string, { type = '' }: Schema, key: string, place: At, report: Report): void {
  if (type === wanted) return;
  const message = `must be ${wanted} when ${key} is set`;
  if (type === '') report.error(at(place, 'type'), 'required', message);
  else report.error(at(place, 'type'), 'conflict', message, { value: type });
}

/** The items of a set are told apart as wholes. */
function checkSetItems(items: Schema, place: At, report: Report): void {
  const message = `must be atomic for the items of a list with ${LIST}: set`;
  if (items.type === 'array' && items[LIST] !== undefined && items[LIST] !== 'atomic') {
    report.error(at(place, LIST), 'conflict', message, { value: items[LIST] });
  }
  if (items.type !== 'object' || items[MAP] === 'atomic') return;
  if (items[MAP] === undefined) report.error(at(place, MAP), 'required', message);
  else report.error(at(place, MAP), 'conflict', message, { value: items[MAP] });
}

/** The items of a map are told apart by the fields that are its keys. */
function checkMapItems(
  schema: Schema,
  keys: readonly string[],
  items: Schema | undefined,
  place: At,
  report: Report,
): void {
  const here = at(place, 'items');
  if (keys.length === 0) report.error(at(place, KEYS), 'required', `is required when ${LIST} is map`);
  if (items === undefined) {
    // A list of schemas is refused as such.
    if (schema.items === undefined) report.error(here, 'required', `is required when ${LIST} is map`);
    return;
  }
  const { type = '', properties = {}, required = [] } = items;
  if (type !== 'object') {
    report.error(at(here, 'type'), 'conflict', `must be object when the list has ${LIST}: map`, { value: type });
  }
  checkUnique(keys, String, (index, value, first) => {
    if (type !== 'object') return;
    report.error(at(at(place, KEYS), index), 'duplicate', `key ${first} is the same`, { value });
  });
  keys.forEach((key, index) => {
    const field = propertyOf(items, key);
    if (field === undefined) {
      if (type !== 'object') return;
      const message = 'must be a property of the items';
      const meant = report.nearest(key, Object.keys(properties));
      const hint = meant === undefined ? undefined : `did you mean "${meant}"?`;
      report.error(at(at(place, KEYS), index), 'not-found', message, { value: key, hint });
      return;
    }
    checkKey(field, required.includes(key), type === 'object', at(at(here, 'properties'), key), report);
  });
}

/** A field that is a key of a map: it is always there, and one value. */
function checkKey(field: Schema, required: boolean, ofObject: boolean, place: At, report: Report): void {
  if (ofObject && (field.type === 'array' || field.type === 'object')) {
    report.error(at(place, 'type'), 'conflict', `must be a scalar type, as it is one of ${KEYS}`, {
      value: field.type,
    });
  }
  if (!required && field.default === undefined) {
    const message = `is required, unless the field is among required of the items, as it is one of ${KEYS}`;
    report.error(at(place, 'default'), 'required', message);
  }
  if (field.nullable === true) {
    report.error(at(place, 'nullable'), 'forbidden', `may not be true, as the field is one of ${KEYS}`, {
      value: true,
    });
  }
}
