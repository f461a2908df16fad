// JSON Schema of our shapes, for editors and other languages.
import type { Schema } from './schema';
import type { JsonSchema, JsonSchemaDraft } from './to-json-schema';

export type { JsonSchema, JsonSchemaDraft };

/** The JSON Schema of a shape. What makes it is loaded when it is asked for. */
export const jsonSchemaOf = (schema: Schema, draft: JsonSchemaDraft = 'draft-07'): object =>
  (require('./to-json-schema') as typeof import('./to-json-schema')).jsonSchemaOf(schema, draft);
