// The shapes of data, written as zod's are (its types too), but nothing more than data themselves: whether a value fits is found out without zod
// (fits.ts), which is loaded when something does not fit or a JSON Schema is asked for (zod-schema.ts). https://zod.dev/packages/mini
import type * as zod from './zod';

export type { ZodMiniOptional } from './zod';

/** The shape of a `T`. */
export type Schema<T = unknown> = zod.ZodMiniType<T>;

/** Says yes only where zod has nothing to say. */
export type Test = (value: unknown) => boolean;

/** What a value is asked beside its kind: a function that adds issues, or what its text must be like. */
export type Check = ((payload: Payload) => void) | { readonly pattern: RegExp } | { readonly prefix: string };

/** What a check is given, as zod gives it. */
export interface Payload {
  readonly value: unknown;
  readonly issues: object[];
}

/** A shape, as far as it is its own. */
export type Def = { readonly checks?: readonly Check[] } & (
  | { readonly type: 'string' | 'number' | 'int' | 'boolean' | 'unknown' }
  | { readonly type: 'literal' | 'enum'; readonly values: readonly unknown[] }
  | { readonly type: 'optional' | 'nullable' | 'array' | 'dict'; readonly inner: Schema }
  | { readonly type: 'union'; readonly options: readonly Schema[]; readonly discriminator?: string }
  | { readonly type: 'object'; readonly fields: Readonly<Record<string, Schema>>; readonly isStrict: boolean }
  | ({ readonly type: 'one of by key' } & OneOfByKey)
);

/** One of several maps, told apart by which of the keys is there. */
export interface OneOfByKey {
  /** What is expected. */
  readonly words: string;
  readonly shapes: Readonly<Record<string, Schema>>;
  readonly otherwise: Schema | undefined;
}

class Shape {
  /** Whether a value fits; made when it is first asked for. */
  test: Test | undefined;

  constructor(readonly def: Def) {}

  check(...checks: readonly Check[]): Shape {
    return new Shape({ ...this.def, checks: [...(this.def.checks ?? []), ...checks] });
  }
}

/** What a schema is when it runs. */
export const shapeOf = (schema: Schema): Shape => schema as unknown as Shape;

const shape = (def: Def): never => new Shape(def) as never;

export const string = (() => shape({ type: 'string' })) as typeof zod.string;
export const number = (() => shape({ type: 'number' })) as typeof zod.number;
export const int = (() => shape({ type: 'int' })) as typeof zod.int;
export const boolean = (() => shape({ type: 'boolean' })) as typeof zod.boolean;
export const unknown = (() => shape({ type: 'unknown' })) as typeof zod.unknown;
export const literal = ((value: unknown) =>
  shape({ type: 'literal', values: Array.isArray(value) ? value : [value] })) as typeof zod.literal;
const oneWord = ((values: readonly string[]) => shape({ type: 'enum', values })) as typeof zod.enum;
export { oneWord as enum };
export const optional = ((inner: Schema) => shape({ type: 'optional', inner })) as typeof zod.optional;
export const nullable = ((inner: Schema) => shape({ type: 'nullable', inner })) as typeof zod.nullable;
export const nullish = ((inner: Schema) => optional(nullable(inner))) as typeof zod.nullish;
export const array = ((inner: Schema) => shape({ type: 'array', inner })) as typeof zod.array;
export const union = ((options: readonly Schema[]) => shape({ type: 'union', options })) as typeof zod.union;
export const discriminatedUnion = ((discriminator: string, options: readonly Schema[]) =>
  shape({ type: 'union', options, discriminator })) as unknown as typeof zod.discriminatedUnion;
export const strictObject = ((fields: Readonly<Record<string, Schema>>) =>
  shape({ type: 'object', fields, isStrict: true })) as typeof zod.strictObject;
export const looseObject = ((fields: Readonly<Record<string, Schema>>) =>
  shape({ type: 'object', fields, isStrict: false })) as typeof zod.looseObject;
export const extend = ((schema: Schema, more: Readonly<Record<string, Schema>>) => {
  const { def } = shapeOf(schema);
  return shape(def.type === 'object' ? { ...def, fields: { ...def.fields, ...more } } : def);
}) as unknown as typeof zod.extend;

/** The shape with each part inside it changed, and more fields where it is a map of known keys. */
export function mapped(
  schema: Schema,
  change: (part: Schema) => Schema,
  more: Readonly<Record<string, Schema>>,
): Schema {
  const { def } = shapeOf(schema);
  const each = (parts: Readonly<Record<string, Schema>>): Record<string, Schema> =>
    Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, change(part)]));
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'array':
    case 'dict':
      return shape({ ...def, inner: change(def.inner) });
    case 'union':
      return shape({ ...def, options: def.options.map(change) });
    case 'object':
      return shape({ ...def, fields: { ...more, ...each(def.fields) } });
    case 'one of by key':
      return shape({ ...def, shapes: each(def.shapes), otherwise: def.otherwise && change(def.otherwise) });
    default:
      return shape(def);
  }
}

/** A map from any key, `__proto__` too, to values of one shape (zod's own record skips that key). */
export const dict = <T>(inner: Schema<T>): Schema<Readonly<Record<string, T>>> => shape({ type: 'dict', inner });

/**
 * One of several maps, told apart by which of the keys is there; with none of them `otherwise`, where there is one. Two of the keys at
 * once are an error, unless their schemas have both.
 */
export const oneOfByKey = <Shapes extends Readonly<Record<string, Schema>>, Otherwise extends Schema = never>(
  words: string,
  shapes: Shapes,
  otherwise?: Otherwise,
): Schema<zod.output<Shapes[keyof Shapes]> | zod.output<Otherwise>> =>
  shape({ type: 'one of by key', words, shapes, otherwise });

/** Text that matches. */
export const regex = ((pattern: RegExp) => ({ pattern })) as unknown as typeof zod.regex;
/** Text that starts so. */
export const startsWith = ((prefix: string) => ({ prefix })) as unknown as typeof zod.startsWith;
