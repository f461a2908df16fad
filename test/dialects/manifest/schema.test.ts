// The JSON Schema of a manifest.json, for editors.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchema } from '../../../lib/dialects/manifest/api';

interface JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema & { readonly description?: string }>>;
  readonly required?: readonly string[];
}

const schema = jsonSchema() as JsonSchema;

test('every key has its own description', () => {
  const descriptions = Object.values(schema.properties).map(({ description }) => description);
  expect(descriptions.filter((text) => text === undefined || text === '')).toEqual([]);
  expect(new Set(descriptions).size).toBe(descriptions.length);
  expect(schema.required).toEqual(['type', 'name', 'labels']);
});

test('the keys of published are described too', () => {
  const { prefix, bypass_auth: bypass } = schema.properties['published']?.properties ?? {};
  expect(prefix?.description).toContain('path prefix');
  expect(bypass?.description).toContain('open to everyone');
});

test('it knows every key of the page’s documents', () => {
  const folder = join(__dirname, '../../../examples/from-manifest');
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of names) {
    const document = JSON.parse(readFileSync(join(folder, name, 'manifest.json'), 'utf8')) as object;
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(document)));
  }
});
