// Whether a value has a shape, and nothing more: what every value is asked first, as nearly all have theirs. A yes is one of zod's, without the
// copy that zod makes on the way; a no is for zod to put into words. https://zod.dev/packages/core
import type * as z from './zod';

/** A zod schema of `T`. */
export type Schema<T = unknown> = z.ZodMiniType<T>;

/** Says yes only where zod has nothing to say. */
export type Test = (value: unknown) => boolean;

const tests = new WeakMap<Schema, Test>();

/** Gives a schema that is made of functions a test of its own. */
export function testedBy<S extends Schema>(schema: S, test: Test): S {
  tests.set(schema, test);
  return schema;
}

/** The test of a schema; made when it is first asked for. */
export function testOf(schema: Schema): Test {
  let test = tests.get(schema);
  if (test === undefined) {
    test = testMadeOf(schema) ?? askZod(schema);
    tests.set(schema, test);
  }
  return test;
}

const askZod =
  (schema: Schema): Test =>
  (value) => {
    const result = schema._zod.run({ value, issues: [] }, { async: false });
    return !(result instanceof Promise) && result.issues.length === 0;
  };

/** Undefined for kinds of schema that are not here. */
function testMadeOf(schema: Schema): Test | undefined {
  const { checks = [] } = schema._zod.def;
  const kind = kindTest(schema);
  if (kind === undefined || checks.length === 0) return kind;
  if (checks.some(({ _zod }) => _zod.def.when !== undefined)) return undefined;
  return (value) => kind(value) && passes(value, checks);
}

function passes(value: unknown, checks: readonly z.core.$ZodCheck<never>[]): boolean {
  const payload = { value, issues: [] };
  for (const { _zod } of checks) {
    if (_zod.check(payload as never) instanceof Promise || payload.issues.length > 0) return false;
  }
  return payload.value === value;
}

/** Without the checks that follow. */
function kindTest(schema: Schema): Test | undefined {
  const { def, values } = (schema as unknown as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return def.coerce ? undefined : (value) => typeof value === 'string';
    case 'number':
      if (def.coerce) return undefined;
      if (!('format' in def)) return Number.isFinite;
      return def.format === 'safeint' ? Number.isSafeInteger : undefined;
    case 'boolean':
      return def.coerce ? undefined : (value) => typeof value === 'boolean';
    case 'unknown':
      return () => true;
    case 'never':
      return () => false;
    case 'literal':
    case 'enum':
      return values && ((value) => values.has(value as never));
    case 'optional': {
      const inner = testOf(def.innerType as Schema);
      return (value) => value === undefined || inner(value);
    }
    case 'nullable': {
      const inner = testOf(def.innerType as Schema);
      return (value) => value === null || inner(value);
    }
    case 'array': {
      const item = testOf(def.element as Schema);
      return (value) => Array.isArray(value) && everyItem(value, item);
    }
    case 'union':
      if ('discriminator' in def) return discriminatedTest(def as z.core.$ZodDiscriminatedUnionDef);
      return def.inclusive === false ? undefined : unionTest(def.options.map((option) => testOf(option as Schema)));
    case 'object':
      return objectTest(def);
    default:
      return undefined;
  }
}

/** Also the items that are not there. */
function everyItem(items: readonly unknown[], test: Test): boolean {
  for (let index = 0; index < items.length; index++) if (!test(items[index])) return false;
  return true;
}

const unionTest =
  (options: readonly Test[]): Test =>
  (value) => {
    for (const option of options) if (option(value)) return true;
    return false;
  };

function discriminatedTest({ discriminator, options }: z.core.$ZodDiscriminatedUnionDef): Test {
  const byWord = new Map<unknown, Test>();
  for (const option of options) {
    const test = testOf(option as Schema);
    for (const word of option._zod.propValues?.[discriminator] ?? []) byWord.set(word, test);
  }
  return (value) => isObject(value) && byWord.get(value[discriminator])?.(value) === true;
}

function objectTest({ shape, catchall }: z.core.$ZodObjectDef): Test | undefined {
  const fields = Object.entries(shape).map(([key, schema]) => {
    const test = testOf(schema as Schema);
    return { key, test, required: schema._zod.optin === undefined, mayBeUndefined: test(undefined) };
  });
  const keys = new Set(Object.keys(shape));
  const rest = catchall === undefined ? undefined : testOf(catchall as Schema);
  return (value) => {
    if (!isObject(value)) return false;
    for (const { key, test, required, mayBeUndefined } of fields) {
      const item = value[key];
      if (item !== undefined ? !test(item) : !mayBeUndefined || (required && !(key in value))) return false;
    }
    if (rest !== undefined) for (const key in value) if (!keys.has(key) && !rest(value[key])) return false;
    return true;
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
