// KCL's values before they are JSON: what stands twice is united, as KCL does it, and what is hidden or not defined falls away at the end.
// https://www.kcl-lang.io/docs/reference/lang/spec/expressions#config-expressions

import type { Path } from '../report/problem';
import type { Entry, Spot } from './positions';

/** A value of a KCL text: a map, a list, or else a scalar, where undefined is KCL's `Undefined`. */
export class KclValue implements Spot {
  /** Of a number: written with a unit, and so equal to no other. */
  unit?: true = undefined;
  /** Of a map: the schema that it is an instance of. */
  schema?: Schema = undefined;
  /** Offset of what stands at the same key or index and cannot be united with this value. */
  clash?: number = undefined;

  constructor(
    readonly start: number,
    readonly end: number,
    readonly scalar?: string | number | boolean | null,
    readonly entries?: Map<string, KclEntry>,
    public items?: KclValue[],
  ) {}
}

/** The name of a schema as it is written, and where. */
export interface Schema extends Spot {
  /** The package's name in its file, if there is one, and the schema's. */
  readonly names: readonly string[];
}

/** A key of a map, its value, and what is to be done with a value that is there already: unite, replace, or add to the list. */
export interface KclEntry extends Entry {
  value: KclValue;
  operator: ':' | '=' | '+=';
}

/** Adds an entry to the map, which is changed; one with the same key gives way or is united with it. */
export function addEntry(map: Map<string, KclEntry>, key: string, entry: KclEntry): void {
  const there = map.get(key);
  if (there === undefined) {
    map.set(key, entry);
    return;
  }
  if (entry.operator === '=') {
    map.set(key, entry);
    const { also = [] } = there;
    there.also = undefined;
    also.push(there);
    for (const other of entry.also ?? []) also.push(other);
    entry.also = also;
    return;
  }
  (there.also ??= []).push(entry);
  if (entry.operator === ':') there.value = unite(there.value, entry.value, entry.key);
  else if (isNothing(there.value)) there.value = entry.value;
  else if (there.value.items === undefined) there.value.clash ??= entry.key;
  else for (const item of entry.value.items ?? []) there.value.items.push(item);
  there.operator = entry.operator;
}

function unite(first: KclValue, second: KclValue, at: number): KclValue {
  if (isNothing(first)) return second;
  if (isNothing(second)) return first;
  if (first.entries !== undefined && second.entries !== undefined) {
    for (const [key, entry] of second.entries) addEntry(first.entries, key, entry);
    first.schema ??= second.schema;
  } else if (first.items !== undefined && first.items.length === second.items?.length) {
    for (const [nth, item] of second.items.entries()) first.items[nth] = unite(first.items[nth]!, item, item.start);
  } else if (first.scalar === undefined || first.scalar !== second.scalar || (first.unit ?? second.unit)) {
    first.clash ??= at;
  }
  first.clash ??= second.clash;
  return first;
}

/** Where values clash that nothing has replaced: of what is replaced KCL does not ask. */
export function* clashesOf(value: KclValue, path: Path = []): Generator<{ value: KclValue; at: number; path: Path }> {
  if (value.clash !== undefined) yield { value, at: value.clash, path };
  for (const [key, entry] of value.entries ?? []) yield* clashesOf(entry.value, [...path, key]);
  for (const [nth, item] of (value.items ?? []).entries()) yield* clashesOf(item, [...path, nth]);
}

/** None or Undefined, which everything replaces. */
const isNothing = ({ entries, items, scalar }: KclValue): boolean =>
  entries === undefined && items === undefined && (scalar ?? null) === null;

const isUndefined = ({ entries, items, scalar }: KclValue): boolean =>
  entries === undefined && items === undefined && scalar === undefined;

/**
 * The JSON value, from which hidden keys and what is Undefined are missing, and with `_type` in each instance; its places are brought to the
 * same form. `typeOf` gives the full name of a schema.
 */
export function settle(value: KclValue, typeOf: (schema: Schema) => string): unknown {
  const { entries, schema } = value;
  if (entries === undefined) {
    if (value.items === undefined) return value.scalar;
    value.items = value.items.filter((item) => !isUndefined(item));
    return value.items.map((item) => settle(item, typeOf));
  }
  const settled: Record<string, unknown> = {};
  for (const [key, entry] of entries) {
    if (key.startsWith('_') || isUndefined(entry.value)) entries.delete(key);
    else settled[key] = settle(entry.value, typeOf);
  }
  if (schema !== undefined) {
    const type = new KclValue(schema.start, schema.end, typeOf(schema));
    entries.set('_type', { key: schema.start, value: type, operator: ':' });
    settled._type = type.scalar;
  }
  return settled;
}
