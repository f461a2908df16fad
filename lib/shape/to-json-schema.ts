// JSON Schema of our shapes, made by zod. Descriptions are the TSDoc of the interfaces (docs.json, generated).
import docs from './docs.json';
import { type Schema, shapeOf } from './schema';
import { metaOf } from './meta';
import * as z from './zod';
import { originOf, zodOf } from './zod-schema';

/** The drafts that editors and tools ask for. */
export type JsonSchemaDraft = 'draft-07' | 'draft-2020-12';

/** TSDoc of each interface and its fields: `{ Container: { '': '…', image: '…' } }`. */
const DOCS: Readonly<Record<string, Readonly<Record<string, string>>>> = docs;

/** The JSON Schema of a shape. */
export function jsonSchemaOf(schema: Schema, draft: JsonSchemaDraft): object {
  const convert = (part: Schema): object =>
    z.toJSONSchema(zodOf(part), {
      target: draft,
      unrepresentable: 'any',
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        const origin = originOf(zodSchema);
        if (origin === undefined) return;
        const { def } = shapeOf(origin);
        if (def.type === 'dict') Object.assign(jsonSchema, { type: 'object', additionalProperties: inner(def.inner) });
        if (def.type === 'one of by key') {
          const shapes = [
            ...new Set([...Object.values(def.shapes), ...(def.otherwise === undefined ? [] : [def.otherwise])]),
          ];
          Object.assign(jsonSchema, { anyOf: shapes.map(inner) });
        }
        describe(jsonSchema, metaOf(origin).name);
      },
    });
  const inner = (part: Schema): object => {
    const { $schema: _, ...rest } = convert(part) as { $schema?: string };
    return rest;
  };
  return convert(schema);
}

function describe(jsonSchema: object, name: string | undefined): void {
  const texts = name === undefined ? undefined : DOCS[name];
  if (texts === undefined) return;
  const target = jsonSchema as { description?: string; properties?: Record<string, { description?: string }> };
  if (texts[''] !== undefined) target.description = texts[''];
  // Fields of one shape share one object, so that each described field gets its own.
  for (const [key, property] of Object.entries(target.properties ?? {})) {
    const text = texts[key];
    if (text !== undefined) target.properties![key] = { ...property, description: text };
  }
}
