// Whether a value has a shape, and nothing more: what every value is asked first, as nearly all have theirs. A yes is one of zod's, without the
// copy that zod makes on the way; a no is for zod to put into words.
import { isPlainObject as isMap } from '../report/data';
import { type Check, type Def, type OneOfByKey, type Schema, shapeOf, type Test } from './schema';

/** The test of a schema; made when it is first asked for. */
export function testOf(schema: Schema): Test {
  const shape = shapeOf(schema);
  return (shape.test ??= testMadeOf(shape.def));
}

function testMadeOf(def: Def): Test {
  const { checks = [] } = def;
  const kind = kindTest(def);
  return checks.length === 0 ? kind : (value) => kind(value) && passes(value, checks);
}

function passes(value: unknown, checks: readonly Check[]): boolean {
  const issues: object[] = [];
  for (const check of checks) {
    if (typeof check === 'function') check({ value, issues });
    else if (!('pattern' in check ? check.pattern.test(value as string) : (value as string).startsWith(check.prefix)))
      return false;
    if (issues.length > 0) return false;
  }
  return true;
}

/** Without the checks that follow. */
function kindTest(def: Def): Test {
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return Number.isFinite;
    case 'int':
      return Number.isSafeInteger;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'unknown':
      return () => true;
    case 'literal':
    case 'enum': {
      const values = new Set(def.values);
      return (value) => values.has(value);
    }
    case 'optional': {
      const inner = testOf(def.inner);
      return (value) => value === undefined || inner(value);
    }
    case 'nullable': {
      const inner = testOf(def.inner);
      return (value) => value === null || inner(value);
    }
    case 'array': {
      const item = testOf(def.inner);
      return (value) => Array.isArray(value) && everyItem(value, item);
    }
    case 'dict': {
      const item = testOf(def.inner);
      return (value) => {
        if (!isMap(value)) return false;
        for (const key of Object.keys(value)) if (!item(value[key])) return false;
        return true;
      };
    }
    case 'union':
      return def.discriminator === undefined
        ? unionTest(def.options.map(testOf))
        : discriminatedTest(def.discriminator, def.options);
    case 'object':
      return objectTest(def.fields, def.isStrict);
    case 'one of by key':
      return oneOfByKeyTest(def);
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

function discriminatedTest(discriminator: string, options: readonly Schema[]): Test {
  const byWord = new Map<unknown, Test>();
  for (const option of options) {
    const test = testOf(option);
    for (const word of wordsOf(option, discriminator)) byWord.set(word, test);
  }
  return (value) => isObject(value) && byWord.get(value[discriminator])?.(value) === true;
}

/** The words by which an option of a union is told. */
export function wordsOf(option: Schema, discriminator: string): readonly unknown[] {
  const { def } = shapeOf(option);
  const word = def.type === 'object' ? def.fields[discriminator] : undefined;
  const words = word === undefined ? undefined : shapeOf(word).def;
  return words?.type === 'literal' || words?.type === 'enum' ? words.values : [];
}

interface FieldTest {
  readonly key: string;
  readonly test: Test;
  readonly mayBeUndefined: boolean;
  /** It must be there, and if only as undefined. */
  readonly needed: boolean;
}

function objectTest(shape: Readonly<Record<string, Schema>>, isStrict: boolean): Test {
  const fields = Object.entries(shape).map(([key, schema]): FieldTest => {
    const test = testOf(schema);
    const mayBeUndefined = test(undefined);
    return { key, test, mayBeUndefined, needed: !isOptional(schema) || !mayBeUndefined };
  });
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const needed = fields.filter((field) => field.needed).length;
  // What is there is asked, not what could be: of forty fields a map has five.
  return (value) => {
    if (!isObject(value)) return false;
    let found = 0;
    for (const key in value) {
      const item = value[key];
      const field = byKey.get(key);
      if (field === undefined) {
        if (isStrict) return false;
        continue;
      }
      if (item === undefined ? !field.mayBeUndefined : !field.test(item)) return false;
      if (field.needed) found++;
    }
    return found === needed && (isPlain(value) || hiddenFit(value, fields));
  };
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** An object of a class may have fields that no loop over its keys meets. */
function hiddenFit(value: Record<string, unknown>, fields: readonly FieldTest[]): boolean {
  for (const { key, test } of fields) {
    const item = value[key];
    if (item !== undefined && !test(item)) return false;
  }
  return true;
}

/** Whether a key of this shape may be left out. */
function isOptional(schema: Schema): boolean {
  const { def } = shapeOf(schema);
  switch (def.type) {
    case 'optional':
      return true;
    case 'nullable':
      return isOptional(def.inner);
    case 'union':
      return def.options.some(isOptional);
    default:
      return false;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const oneOfByKeyTest =
  ({ shapes, otherwise }: OneOfByKey): Test =>
  (value) => {
    if (!isMap(value)) return false;
    let shape: Schema | undefined;
    for (const key in shapes) {
      if (value[key] === undefined || !Object.hasOwn(value, key)) continue;
      if (shape !== undefined) return keysOf(shape).includes(key) && testOf(shape)(value);
      shape = shapes[key];
    }
    shape ??= otherwise;
    return shape !== undefined && testOf(shape)(value);
  };

/** The keys of a map's shape. */
export function keysOf(schema: Schema): readonly string[] {
  const { def } = shapeOf(schema);
  return def.type === 'object' ? Object.keys(def.fields) : [];
}
