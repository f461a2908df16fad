// SelectableField: a field that `kubectl get --field-selector` knows.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#crd-selectable-fields
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { SelectableField } from '../../api/types';
import type { Schema } from '../../crd/schema';
import { alternatives, checkRequired, checkUnique } from '../checks';
import { resolve } from './field-path';

const MOST = 8;
const TYPES = ['string', 'boolean', 'integer'];

export function checkSelectableFields(
  fields: readonly SelectableField[],
  schema: Schema | undefined,
  place: At,
  report: Report,
): void {
  // That a schema is missing is said where it should be.
  if (schema === undefined) return;
  const sound = fields.map((field, index) => checkField(field, schema, at(at(place, index), 'jsonPath'), report));
  const paths = sound.filter((path) => path !== undefined);
  checkUnique(
    sound,
    (path) => path,
    (index, _, first) => {
      const value = fields[index]?.jsonPath;
      report.error(at(at(place, index), 'jsonPath'), 'duplicate', `selectableFields[${first}] has the same path`, {
        value,
      });
    },
  );
  const count = new Set(paths).size;
  if (count > MOST) report.error(place, 'too-long', `must have at most ${MOST} fields, not ${count}`);
}

/** The path when it leads to a field. */
function checkField({ jsonPath }: SelectableField, schema: Schema, place: At, report: Report): string | undefined {
  if (!checkRequired(jsonPath, place, report)) return undefined;
  const value = jsonPath as string;
  const found = resolve(value, schema, false);
  if (typeof found === 'string') {
    report.error(place, 'bad-path', found, { value });
    return undefined;
  }
  if (found.keys[0] === 'metadata')
    report.error(place, 'forbidden', 'must not lead to a field of the metadata', { value });
  const { type } = found.schema ?? {};
  if (type === undefined || !TYPES.includes(type)) {
    report.error(place, 'wrong-type', `must lead to a field of type ${alternatives(TYPES)}`, { value });
  }
  return found.keys.join('.');
}
