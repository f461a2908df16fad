// What a schema is in CEL: the type of `self` in its rules.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-path
import { isReserved } from '../cel/parse';
import { BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, STRING, TIMESTAMP, type Type } from '../cel/types';
import { itemsOf, propertyOf, type Schema, valuesOf } from './schema';

/** How types are made. */
export interface Typing {
  /** A field may be called as a word that CEL keeps for itself, as since 1.32: `self.namespace`. */
  readonly keywords: boolean;
}

const TEXT: Readonly<Record<string, Type>> = {
  byte: BYTES,
  duration: DURATION,
  date: TIMESTAMP,
  'date-time': TIMESTAMP,
};

const SCALARS: Readonly<Record<string, Type>> = { boolean: BOOL, number: DOUBLE, integer: INT };

/**
 * The type of the values of a schema, or undefined where rules cannot see them: without a type in the schema, and of lists and maps of such.
 *
 * @param isResource - The schema is that of an object as a whole, whose metadata is known.
 * @param name - What a type of objects is called.
 */
export function celType(schema: Schema, isResource: boolean, typing: Typing, name = 'self'): Type | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) return DYN;
  const { type = '', format = '' } = schema;
  if (type === 'string') return Object.hasOwn(TEXT, format) ? TEXT[format] : STRING;
  if (type === 'array') {
    const items = itemsOf(schema);
    const item = items && celType(items, isEmbedded(items), typing, `${name}[]`);
    return item && listOf(item);
  }
  if (type !== 'object') return Object.hasOwn(SCALARS, type) ? SCALARS[type] : undefined;
  const values = valuesOf(schema);
  if (values === undefined) return objectOf(isResource ? withMeta(schema) : schema, typing, name);
  const value = celType(values, isEmbedded(values), typing, `${name}[]`);
  return value && mapOf(STRING, value);
}

const isEmbedded = (schema: Schema): boolean => schema['x-kubernetes-embedded-resource'] === true;

/** The fields become types when they are first asked for. */
function objectOf(schema: Schema, typing: Typing, name: string): Type {
  let fields: Map<string, string> | undefined;
  const known = (): Map<string, string> => (fields ??= fieldsOf(schema));
  const types = new Map<string, Type | undefined>();
  const field = (given: string): Type | undefined => {
    const property =
      known().get(given) ?? (typing.keywords && isKeyword(given) ? known().get(`__${given}__`) : undefined);
    if (property === undefined) return undefined;
    if (!types.has(property)) {
      const inner = propertyOf(schema, property) as Schema;
      types.set(property, celType(inner, isEmbedded(inner), typing, `${name}.${property}`));
    }
    return types.get(property);
  };
  return { kind: 'struct', name, field, names: () => known().keys() };
}

/** The properties by the names that they have in CEL; what has none there is left out. */
function fieldsOf({ properties = {} }: Schema): Map<string, string> {
  const fields = new Map<string, string>();
  for (const property of Object.keys(properties)) {
    const escaped = escape(property);
    if (escaped !== undefined) fields.set(escaped, property);
  }
  return fields;
}

const isKeyword = (word: string): boolean => isReserved(word) || /^(?:true|false|null|in)$/.test(word);

const ESCAPED: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};

/** `a.b` is `a__dot__b`. */
function escape(name: string): string | undefined {
  if (isKeyword(name)) return `__${name}__`;
  if (!/^[a-zA-Z_./-][a-zA-Z0-9_./-]*$/.test(name)) return undefined;
  return name.replace(/__|[./-]/g, (found) => ESCAPED[found] as string);
}

const OBJECT_META: Schema = {
  type: 'object',
  properties: { name: { type: 'string' }, generateName: { type: 'string' } },
};

/** An object with what rules see of every object. */
function withMeta(schema: Schema): Schema {
  const metadata = propertyOf(schema, 'metadata');
  const isText = (within: Schema | undefined, name: string): boolean =>
    within !== undefined && propertyOf(within, name)?.type === 'string';
  const whole =
    isText(schema, 'kind') &&
    isText(schema, 'apiVersion') &&
    metadata?.type === 'object' &&
    isText(metadata, 'name') &&
    isText(metadata, 'generateName');
  if (whole) return schema;
  const meta = { kind: { type: 'string' }, apiVersion: { type: 'string' }, metadata: OBJECT_META };
  return { ...schema, properties: { ...schema.properties, ...meta } };
}
