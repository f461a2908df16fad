// `default` of a schema: it must itself be what the schema asks for, with nothing in it that would be dropped.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting
import { at, type At, ROOT } from '../../../report/place';
import type { Report } from '../../../report/report';
import { misfitsOfEmbedded } from '../../crd/embedded-resource';
import { dropped } from '../../crd/prune';
import { itemsOf, type Schema } from '../../crd/schema';
import { type Misfit, misfits } from '../../crd/value';
import { since } from '../../server';

/** The object around a default inside metadata, which is judged as a whole. */
interface Around {
  readonly schema: Schema;
  /** The way from the object to the default. */
  readonly keys: readonly (string | number)[];
}

const EMBEDDED = 'x-kubernetes-embedded-resource';
const META: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** All defaults of a sound structural schema. */
export function checkDefaults(schema: Schema, place: At, report: Report): void {
  visit(schema, { schema, keys: [] }, true, false, place, report);
}

function visit(schema: Schema, outer: Around, embedded: boolean, outerMeta: boolean, place: At, report: Report): void {
  const around = embedded ? { schema, keys: [] } : outer;
  const inMeta = !embedded && outerMeta;
  if (schema.default !== undefined && schema.default !== null) {
    checkDefault(schema, inMeta ? around : undefined, embedded, at(place, 'default'), report);
  }
  // There may be no defaults for the values of maps inside metadata, and elsewhere they are not looked at.
  const items = itemsOf(schema);
  if (items !== undefined) {
    const inner = { schema: around.schema, keys: [...around.keys, 0] };
    visit(items, inner, items[EMBEDDED] === true, inMeta, at(place, 'items'), report);
  }
  const { properties = {} } = schema;
  for (const name of Object.keys(properties)) {
    const property = properties[name] as Schema;
    const inner = { schema: around.schema, keys: [...around.keys, name] };
    const here = at(at(place, 'properties'), name);
    visit(property, inner, property[EMBEDDED] === true, inMeta || (embedded && META.has(name)), here, report);
  }
}

function checkDefault(schema: Schema, around: Around | undefined, embedded: boolean, place: At, report: Report): void {
  const value = schema.default;
  let sound = true;
  const say = ({ place: where, code, message }: Misfit, minors?: number): void => {
    sound = false;
    report.error(where, code, message, { value, ...(minors !== undefined && { where: minors }) });
  };
  if (around === undefined) {
    for (const where of dropped(value, schema, embedded, place)) {
      say({ place: where, code: 'unknown-field', message: 'is not in the schema, so it would be dropped' });
    }
    misfitsOfEmbedded(value, schema, embedded, place).forEach((misfit) => say(misfit));
  } else {
    const whole = wrapped(value, around.keys);
    const [first] = misfitsOfEmbedded(whole, around.schema, true, ROOT);
    if (first !== undefined) say({ place, code: first.code, message: `must make valid metadata: ${first.message}` });
  }
  if (!sound) return;
  misfits(value, schema, { ranges: false }, place).forEach((misfit) => say(misfit));
  if (sound) misfits(value, schema, { ranges: true }, place).forEach((misfit) => say(misfit, since('1.36')));
}

/** The object in which the default would stand, and nothing else. */
function wrapped(value: unknown, keys: readonly (string | number)[]): unknown {
  const inner = keys.reduceRight((within, key) => (typeof key === 'number' ? [within] : { [key]: within }), value);
  return { apiVersion: 'validation/v1', kind: 'Validation', ...(inner as object) };
}
