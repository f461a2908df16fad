// JSON Schema of our shapes, for editors and other languages. Descriptions are the TSDoc of the interfaces (docs.json, generated).
import { metaOf, type Schema } from './shape';
import * as z from './zod';

/** The drafts that editors and tools ask for. */
export type JsonSchemaDraft = 'draft-07' | 'draft-2020-12';

/** TSDoc of each interface and its fields: `{ Container: { '': '…', image: '…' } }`. Loaded when a schema is asked for. */
type Docs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The JSON Schema of a shape. */
export function jsonSchemaOf(schema: Schema, draft: JsonSchemaDraft = 'draft-07'): object {
  // Loaded when it is asked for: 60 KB that only this function needs.
  const docs = require('./docs.json') as Docs;
  const convert = (part: Schema): object =>
    z.toJSONSchema(part, {
      target: draft,
      unrepresentable: 'any',
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        const { name, values, alternatives } = metaOf(zodSchema);
        if (values !== undefined) Object.assign(jsonSchema, { type: 'object', additionalProperties: inner(values) });
        if (alternatives !== undefined) Object.assign(jsonSchema, { anyOf: alternatives.map(inner) });
        describe(jsonSchema, name, docs);
      },
    });
  const inner = (part: Schema): object => {
    const { $schema: _, ...rest } = convert(part) as { $schema?: string };
    return rest;
  };
  return convert(schema);
}

function describe(jsonSchema: object, name: string | undefined, docs: Docs): void {
  const texts = name === undefined ? undefined : docs[name];
  if (texts === undefined) return;
  const target = jsonSchema as { description?: string; properties?: Record<string, { description?: string }> };
  if (texts[''] !== undefined) target.description = texts[''];
  // Fields of one shape share one object, so that each described field gets its own.
  for (const [key, property] of Object.entries(target.properties ?? {})) {
    const text = texts[key];
    if (text !== undefined) target.properties![key] = { ...property, description: text };
  }
}
