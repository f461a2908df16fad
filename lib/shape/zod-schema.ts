// Our schemas as zod's, made when something does not fit or a JSON Schema is asked for.
import { isPlainObject as isMap } from '../report/data';
import { keysOf } from './fits';
import { type Check, type Def, type OneOfByKey, type Schema, shapeOf } from './schema';
import * as z from './zod';

const made = new Map<Schema, Schema>();
const origins = new WeakMap<object, Schema>();

/** zod's own schema for one of ours. */
export function zodOf(schema: Schema): Schema {
  let own = made.get(schema);
  if (own === undefined) {
    const { def } = shapeOf(schema);
    const { checks = [] } = def;
    const kind = kindOf(def);
    own = checks.length === 0 ? kind : kind.check(...checks.map(checkOf));
    made.set(schema, own);
    origins.set(own, schema);
  }
  return own;
}

/** Ours for one of zod's. */
export const originOf = (own: object | undefined): Schema | undefined =>
  own === undefined ? undefined : origins.get(own);

/** What zod has to say of a value. */
export function issuesOf(schema: Schema, value: unknown): readonly z.core.$ZodRawIssue[] {
  const result = zodOf(schema)._zod.run({ value, issues: [] }, { async: false });
  if (result instanceof Promise) throw new Error('schemas are synchronous');
  return result.issues;
}

function checkOf(check: Check): z.core.$ZodCheck<unknown> {
  const own =
    typeof check === 'function' ? check : 'pattern' in check ? z.regex(check.pattern) : z.startsWith(check.prefix);
  return own as unknown as z.core.$ZodCheck<unknown>;
}

/** Without the checks that follow. */
function kindOf(def: Def): Schema {
  switch (def.type) {
    case 'string':
      return z.string();
    case 'number':
      return z.number();
    case 'int':
      return z.int();
    case 'boolean':
      return z.boolean();
    case 'unknown':
      return z.unknown();
    case 'literal':
      return z.literal(def.values as string[]);
    case 'enum':
      return z.enum(def.values as string[]);
    case 'optional':
      return z.optional(zodOf(def.inner));
    case 'nullable':
      return z.nullable(zodOf(def.inner));
    case 'array':
      return z.array(zodOf(def.inner));
    case 'dict':
      return dictOf(def.inner);
    case 'union': {
      const options = def.options.map(zodOf);
      return def.discriminator === undefined
        ? z.union(options)
        : z.discriminatedUnion(def.discriminator, options as unknown as [z.core.$ZodTypeDiscriminable]);
    }
    case 'object': {
      const fields = Object.fromEntries(Object.entries(def.fields).map(([key, field]) => [key, zodOf(field)]));
      return def.isStrict ? z.strictObject(fields) : z.looseObject(fields);
    }
    case 'one of by key':
      return oneOfByKey(def);
  }
}

function dictOf(inner: Schema): Schema {
  const own: Schema = z.unknown().check(({ value: input, issues }) => {
    if (!isMap(input)) {
      issues.push({ code: 'invalid_type', expected: 'record', input, inst: own } as never);
      return;
    }
    for (const key of Object.keys(input)) {
      for (const issue of issuesOf(inner, input[key])) issues.push({ ...issue, path: [key, ...(issue.path ?? [])] });
    }
  });
  return own;
}

function oneOfByKey({ words, shapes, otherwise }: OneOfByKey): Schema {
  const own: Schema = z.unknown().check(({ value: input, issues }) => {
    if (!isMap(input)) {
      issues.push({ code: 'invalid_type', expected: 'object', input, inst: own } as never);
      return;
    }
    const [key, other] = Object.keys(shapes).filter((each) => input[each] !== undefined && Object.hasOwn(input, each));
    const shape = key === undefined ? otherwise : shapes[key];
    const say = (code: string, message: string): void => {
      issues.push({ code: 'custom', input, inst: own, message, params: { code } } as never);
    };
    if (shape === undefined) say('required', `expected ${words}`);
    else if (other !== undefined && !keysOf(shape).includes(other))
      say('conflict', `has both \`${key}\` and \`${other}\`: expected ${words}`);
    else issues.push(...(issuesOf(shape, input) as never[]));
  });
  return own;
}
