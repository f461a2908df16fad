// JSON as Go reads it into a type: fields in any case, others left alone; one value that does not fit makes all of it unreadable.
// https://pkg.go.dev/encoding/json#Unmarshal
import { parseQuantity } from './quantity';

/** What a type has where. */
export type Shape =
  | 'string'
  | 'int32'
  | 'quantity'
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

class Unreadable extends Error {}

/** The value, with the names of fields as the shape has them and without null; undefined when Go cannot read it. */
export function readGoJson(text: string, shape: Shape): unknown {
  try {
    return read(JSON.parse(text), shape);
  } catch {
    return undefined;
  }
}

function read(value: unknown, shape: Shape): unknown {
  if (value === null) return undefined;
  if (typeof shape === 'string') return scalar(value, shape);
  if ('list' in shape) {
    if (!Array.isArray(value)) throw new Unreadable();
    return value.map((item) => read(item, shape.list) ?? zeroOf(shape.list));
  }
  if (typeof value !== 'object' || Array.isArray(value)) throw new Unreadable();
  const entries = Object.entries(value);
  if ('map' in shape) return Object.fromEntries(entries.map(([key, item]) => [key, read(item, shape.map)]));
  const names = new Map(Object.keys(shape.fields).map((name) => [fold(name), name]));
  return Object.fromEntries(
    entries.flatMap(([key, item]) => {
      const name = names.get(fold(key));
      const inner = name === undefined ? undefined : read(item, shape.fields[name]!);
      return inner === undefined ? [] : [[name, inner]];
    }),
  );
}

function scalar(value: unknown, shape: 'string' | 'int32' | 'quantity'): unknown {
  const fits =
    shape === 'string'
      ? typeof value === 'string'
      : shape === 'int32'
        ? Number.isInteger(value) && Math.abs((value as number) + 0.5) < 2 ** 31
        : (typeof value === 'string' || typeof value === 'number') && parseQuantity(value) !== undefined;
  if (!fits) throw new Unreadable();
  return value;
}

const zeroOf = (shape: Shape): unknown =>
  typeof shape === 'object' ? ('list' in shape ? [] : {}) : shape === 'int32' ? 0 : '';

const fold = (key: string): string => key.toUpperCase().toLowerCase();
