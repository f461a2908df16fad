// The fields of every type that an API server of the minors that we know serves. The tables are text, a type is read when it is first met.
import { ALL, minorsIn } from './minors';
import { common } from './tables/common';

/** A field of a Kubernetes type. */
export interface Field {
  /**
   * `string`, `bool`, `int32`, `int64`, `double`, `quantity`, `intOrString`, `time` (RFC 3339), `microTime` (with six digits of a second),
   * `bytes` (base64), `any`, the name of a type, `T[]` for a list, `map<T>` for a map with string keys, `T|U` for either.
   */
  readonly type: string;
  /** The minors that have it, among those that have its type. */
  readonly minors: number;
  /** The server drops it where this gate is off. */
  readonly gate?: string;
  /** As the OpenAPI of the newest minor says. */
  readonly required: boolean;
}

/** The fields of a type by their names, or undefined when there is no such type. */
export function fieldsOf(type: string): ReadonlyMap<string, Field> | undefined {
  let fields = read.get(type);
  if (fields !== undefined) return fields;
  const text = entryOf(type, common) ?? entryOf(type, rareTable());
  if (text === undefined) return undefined;
  fields = new Map(text.split('\n').filter(Boolean).map(fieldIn));
  read.set(type, fields);
  return fields;
}

/**
 * The names of all types. A name is Kubernetes' own; where two groups have the same name it belongs to core, apps or batch, or to the
 * newest version, and the other is called `events.v1.Event`.
 */
export const typeNames = (): readonly string[] =>
  [common, rareTable()].flatMap((table) => [...table.matchAll(/^\S+$/gm)].map(([name]) => name));

const read = new Map<string, ReadonlyMap<string, Field>>();

/** The groups that manifests seldom have. */
const rareTable = (): string => (require('./tables/rare') as typeof import('./tables/rare')).rare;

/**
 * The lines of a type's fields. A type is a line with its name and one a field below it, each with a blank before it. Searched for in the text:
 * an object has some tens of types, and to cut up the whole table takes longer than to read them.
 */
function entryOf(type: string, table: string): string | undefined {
  const name = `\n${type}\n`;
  const start = table.indexOf(name);
  if (start < 0) return undefined;
  const from = start + name.length;
  return table.slice(from, nextName(table, from));
}

/** Where the line of the next type begins. */
function nextName(table: string, from: number): number {
  let at = from;
  while (table[at] === ' ') at = table.indexOf('\n', at) + 1;
  return at;
}

/** ` name! type 1.29+ Gate`: required where there is a `!`, in all minors and behind no gate where none is named. */
function fieldIn(line: string): [string, Field] {
  const [, name, required, type, minors, gate] =
    /^ (\w[^ !]*|\$\w+)(!?) (\S+)(?: ([-\d][\d.,+-]*))?(?: ([A-Z]\w+))?$/.exec(line)!;
  const field = { type: type!, minors: minors === undefined ? ALL : minorsIn(minors), required: required === '!' };
  return [name!, gate === undefined ? field : { ...field, gate }];
}
