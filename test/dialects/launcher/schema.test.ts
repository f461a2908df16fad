import { jsonSchema } from '../../../lib/dialects/launcher/api';
import type { jobSchema, LauncherJob } from '../../../lib/dialects/launcher/schema';
import type * as z from '../../../lib/shape/zod';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

/** Compiles only while the documented interface says what the schema says. */
const same: Same<Mutable<LauncherJob>, Mutable<z.output<typeof jobSchema>>> = true;

test('the interface is the schema', () => expect(same).toBe(true));

test('every key of the JSON Schema has its own description', () => {
  const { properties } = jsonSchema() as { properties: Record<string, { description: string }> };
  const descriptions = Object.values(properties).map(({ description }) => description);
  expect(new Set(descriptions).size).toBe(Object.keys(properties).length);
  expect(properties['cluster']!.description).toContain('cluster');
});
