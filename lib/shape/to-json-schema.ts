// JSON Schema of our shapes. Descriptions are the TSDoc of the interfaces (docs.json, generated). What has a name stands once, among the definitions.
// https://json-schema.org/draft-07/json-schema-validation
import docs from './docs.json';
import { wordsOf } from './fits';
import { metaOf } from './meta';
import { type Check, type Def, type OneOfByKey, type Schema, shapeOf } from './schema';

/** The drafts that editors and tools ask for. */
export type JsonSchemaDraft = 'draft-07' | 'draft-2020-12';

/** A JSON Schema, as far as it is looked at here. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

const DRAFTS: Readonly<Record<JsonSchemaDraft, { readonly uri: string; readonly definitions: string }>> = {
  'draft-07': { uri: 'http://json-schema.org/draft-07/schema#', definitions: 'definitions' },
  'draft-2020-12': { uri: 'https://json-schema.org/draft/2020-12/schema', definitions: '$defs' },
};

/** TSDoc of each interface and its fields: `{ Container: { '': '…', image: '…' } }`. */
const DOCS: Readonly<Record<string, Readonly<Record<string, string>>>> = docs;

/** The JSON Schema of a shape. */
export function jsonSchemaOf(schema: Schema, draft: JsonSchemaDraft): object {
  const { uri, definitions } = DRAFTS[draft];
  const converter = new Converter(`#/${definitions}/`);
  const root = converter.inline(schema);
  const found = Object.fromEntries([...converter.definitions].sort(([one], [other]) => (one < other ? -1 : 1)));
  return { $schema: uri, ...root, ...(converter.definitions.size > 0 && { [definitions]: found }) };
}

class Converter {
  readonly definitions = new Map<string, JsonSchema>();
  readonly #known = new Map<Schema, JsonSchema>();

  constructor(private readonly base: string) {}

  /** A reference to what has a name, or the thing itself. */
  of(schema: Schema): JsonSchema {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    const { name } = metaOf(schema);
    const { def } = shapeOf(schema);
    const isMap = def.type === 'object' || def.type === 'one of by key';
    const made = name === undefined || !isMap ? this.inline(schema) : this.#defined(name, this.inline(schema));
    this.#known.set(schema, made);
    return made;
  }

  /** Without a reference to itself. */
  inline(schema: Schema): JsonSchema {
    const { name, forEditors } = metaOf(schema);
    const { def } = shapeOf(schema);
    const texts = name === undefined ? undefined : DOCS[name];
    const made = { ...this.#shape(def, texts), ...def.checks?.reduce(withCheck, {}), ...forEditors };
    return texts?.[''] === undefined ? made : { ...made, description: texts[''] };
  }

  /** Under its name, or its name and a number where another shape has it. */
  #defined(name: string, made: JsonSchema): JsonSchema {
    const text = JSON.stringify(made);
    let key = name;
    for (let number = 2; JSON.stringify(this.definitions.get(key) ?? made) !== text; number++) key = `${name}${number}`;
    this.definitions.set(key, made);
    return { $ref: this.base + key };
  }

  #shape(def: Def, texts: Readonly<Record<string, string>> | undefined): JsonSchema {
    switch (def.type) {
      case 'string':
      case 'number':
      case 'boolean':
        return { type: def.type };
      case 'int':
        return { type: 'integer' };
      case 'unknown':
        return {};
      case 'literal':
      case 'enum':
        return { enum: def.values };
      case 'optional':
        return this.of(def.inner);
      case 'nullable':
        return orNull(this.inline(def.inner));
      case 'array':
        return { type: 'array', items: this.of(def.inner) };
      case 'dict':
        return { type: 'object', additionalProperties: this.of(def.inner) };
      case 'union':
        return def.discriminator === undefined
          ? { anyOf: def.options.map((option) => this.of(option)) }
          : this.#told(def.discriminator, def.options);
      case 'object':
        return this.#object(def.fields, def.isStrict, texts);
      case 'one of by key':
        return this.#oneOfByKey(def);
    }
  }

  #object(
    fields: Readonly<Record<string, Schema>>,
    isStrict: boolean,
    texts: Readonly<Record<string, string>> = {},
  ): JsonSchema {
    const properties = Object.entries(fields).map(([key, field]): [string, JsonSchema] => {
      const made = this.of(field);
      return [key, texts[key] === undefined ? made : { ...made, description: texts[key] }];
    });
    const required = Object.keys(fields).filter((key) => shapeOf(fields[key]!).def.type !== 'optional');
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
      ...(isStrict && { additionalProperties: false }),
    };
  }

  /** By a word: what is wrong is said of the one that is meant, and not of all. */
  #told(key: string, options: readonly Schema[]): JsonSchema {
    return {
      type: 'object',
      required: [key],
      properties: { [key]: { enum: options.flatMap((option) => wordsOf(option, key)) } },
      allOf: options.map((option) => ({
        if: { properties: { [key]: { enum: wordsOf(option, key) } }, required: [key] },
        then: this.of(option),
      })),
    };
  }

  /** By a key that is there, as above. */
  #oneOfByKey({ words, shapes, otherwise }: OneOfByKey): JsonSchema {
    const keys = Object.keys(shapes);
    const none =
      otherwise === undefined
        ? { anyOf: keys.map((key) => ({ required: [key] })), description: words }
        : this.of(otherwise);
    const chain = keys.reduceRight<JsonSchema>(
      (rest, key) => ({ if: { required: [key] }, then: this.of(shapes[key]!), else: rest }),
      none,
    );
    return { type: 'object', ...chain };
  }
}

/** `null` beside what there is. */
function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: words } = schema;
  if (Array.isArray(words)) return { ...schema, enum: [...(words as unknown[]), null] };
  return typeof type === 'string' ? { ...schema, type: [type, 'null'] } : { anyOf: [schema, { type: 'null' }] };
}

function withCheck(schema: JsonSchema, check: Check): JsonSchema {
  if (typeof check === 'function') return schema;
  const pattern =
    'pattern' in check ? check.pattern.source : `^${check.prefix.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`;
  return schema['pattern'] === undefined ? { ...schema, pattern } : { ...schema, allOf: [{ pattern }] };
}
