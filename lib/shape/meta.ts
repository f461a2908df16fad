// What is known of a schema beside its shape.
import { mapped, type Schema, string } from './schema';

/** What we know of a schema beside its shape. */
interface Meta {
  /** The documented interface that it stands for, whose TSDoc becomes the descriptions of its JSON Schema. */
  readonly name?: string;
  /** The given value must not be shown. */
  readonly isHidden?: boolean;
  /** What is expected, in words, where its own kind does not say enough. */
  readonly expected?: string;
  /** Keys that people write here although they stand elsewhere, and where that is. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** What its JSON Schema says more. */
  readonly forEditors?: JsonSchemaWords;
}

/** Keywords of JSON Schema that editors check as one types. */
export interface JsonSchemaWords {
  readonly type?: 'integer';
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minProperties?: number;
  readonly propertyNames?: { readonly pattern: string };
  readonly oneOf?: readonly object[];
}

const metas = new WeakMap<object, Meta>();

/** What is known of a schema. */
export const metaOf = (schema: object): Meta => metas.get(schema) ?? {};

function know<S extends Schema>(schema: S, meta: Meta): S {
  metas.set(schema, { ...metaOf(schema), ...meta });
  return schema;
}

/** Text that may be a secret: what was given is never shown. */
export const secretText = (): Schema<string> => hidden(string());

/** Marks a schema whose given value must not be shown. */
export const hidden = <S extends Schema>(schema: S): S => know(schema, { isHidden: true });

/** Says where keys belong that people write here although they stand elsewhere. */
export const knowingWhere = <S extends Schema>(elsewhere: Readonly<Record<string, string>>, schema: S): S =>
  know(schema, { elsewhere });

/** Says in words what is expected where a schema's own kind does not say enough: `expected text or a reference`. */
export const expecting = <S extends Schema>(words: string, schema: S): S => know(schema, { expected: words });

/** Says more to editors, and to nobody else: never more than what is refused where the value is read. */
export const forEditors = <S extends Schema>(words: JsonSchemaWords, schema: S): S =>
  know(schema, { forEditors: words });

/** The same shape, with more fields in every map of known keys, wherever it is. */
export function everywhere(schema: Schema, more: Readonly<Record<string, Schema>>): Schema {
  const changed = new Map<Schema, Schema>();
  const change = (part: Schema): Schema => {
    let made = changed.get(part);
    if (made === undefined) {
      made = know(mapped(part, change, more), metaOf(part));
      changed.set(part, made);
    }
    return made;
  };
  return change(schema);
}

/** Names a schema after its documented interface, whose TSDoc becomes the descriptions of its JSON Schema. */
export const named = <S extends Schema>(name: string, schema: S): S => know(schema, { name });
