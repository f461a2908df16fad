// The types of values in an expression.
// https://github.com/google/cel-spec/blob/master/doc/langdef.md#values

/** Made by the constants and functions of this file. */
export type Type = Simple | Generic | Parameter | Struct;

/** A type without parts. `any` is as `dyn`, but for the result that is asked for; `error` is what a wrong part has. */
export interface Simple {
  readonly kind:
    | 'any'
    | 'bool'
    | 'bytes'
    | 'double'
    | 'duration'
    | 'dyn'
    | 'error'
    | 'int'
    | 'null_type'
    | 'string'
    | 'timestamp'
    | 'uint';
}

/** A type of types: a list, a map, the type of a type, or an opaque one such as `optional_type` and `kubernetes.Quantity`. */
export interface Generic {
  readonly kind: 'list' | 'map' | 'type' | 'opaque';
  readonly name: string;
  readonly of: readonly Type[];
}

/** A type that is not known yet. */
export interface Parameter {
  readonly kind: 'parameter';
  readonly name: string;
}

/** A type of objects. Two are the same when their names are. */
export interface Struct {
  readonly kind: 'struct';
  readonly name: string;
  /** The type of a field; undefined where the type has no such field. */
  readonly field: (name: string) => Type | undefined;
  /** The names of all fields, for the nearest match. */
  readonly names: () => Iterable<string>;
}

const simple = (kind: Simple['kind']): Simple => ({ kind });

export const ANY = simple('any');
export const BOOL = simple('bool');
export const BYTES = simple('bytes');
export const DOUBLE = simple('double');
export const DURATION = simple('duration');
export const DYN = simple('dyn');
export const ERROR = simple('error');
export const INT = simple('int');
export const NULL = simple('null_type');
export const STRING = simple('string');
export const TIMESTAMP = simple('timestamp');
export const UINT = simple('uint');

export const listOf = (item: Type): Generic => ({ kind: 'list', name: 'list', of: [item] });
export const mapOf = (key: Type, value: Type): Generic => ({ kind: 'map', name: 'map', of: [key, value] });
export const typeOf = (type?: Type): Generic => ({ kind: 'type', name: 'type', of: type === undefined ? [] : [type] });
export const opaque = (name: string, ...of: readonly Type[]): Generic => ({ kind: 'opaque', name, of });
export const optionalOf = (type: Type): Generic => opaque('optional_type', type);
export const parameter = (name: string): Parameter => ({ kind: 'parameter', name });

/** A type of objects with these fields. They may be stated as a function, where a type holds itself. */
export function objectType(
  name: string,
  fields: Readonly<Record<string, Type>> | (() => Readonly<Record<string, Type>>),
): Struct {
  const all = typeof fields === 'function' ? fields : () => fields;
  return {
    kind: 'struct',
    name,
    field: (field) => (Object.hasOwn(all(), field) ? all()[field] : undefined),
    names: () => Object.keys(all()),
  };
}

/** A type of objects whose fields nobody knows. */
export const openType = (name: string): Struct => ({ kind: 'struct', name, field: () => DYN, names: () => [] });

/** The type within an optional one, or undefined. */
export const withinOptional = (type: Type): Type | undefined =>
  type.kind === 'opaque' && type.name === 'optional_type' ? type.of[0] : undefined;

export const isDyn = ({ kind }: Type): boolean => kind === 'dyn' || kind === 'any';

/** Whether two types are the same to the last part. */
export function isSame(one: Type, other: Type): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'parameter' || one.kind === 'struct') return one.name === (other as Parameter | Struct).name;
  if (!('of' in one)) return true;
  const { name, of } = other as Generic;
  return one.name === name && one.of.length === of.length && one.of.every((part, index) => isSame(part, of[index]!));
}

/** As CEL writes it: `list(string)`, `map(string, int)`. */
export function typeText(type: Type): string {
  if (type.kind === 'duration' || type.kind === 'timestamp') return `google.protobuf.${capital(type.kind)}`;
  if (type.kind === 'parameter') return 'dyn';
  if (type.kind === 'struct') return type.name;
  if (!('of' in type)) return type.kind;
  return type.of.length === 0 ? type.name : `${type.name}(${type.of.map(typeText).join(', ')})`;
}

const capital = (word: string): string => `${word[0]!.toUpperCase()}${word.slice(1)}`;
