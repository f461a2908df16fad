// Functions as a text, one a line: `size: list(A) -> int`, or `string . startsWith: string -> bool` for what is called on a value. A single
// capital is any type.
import {
  ANY,
  BOOL,
  BYTES,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  NULL,
  opaque,
  optionalOf,
  parameter,
  STRING,
  TIMESTAMP,
  type Type,
  typeOf,
  UINT,
} from './types';

/** One way to call a function. */
export interface Overload {
  readonly member: boolean;
  /** What it is called on comes first. */
  readonly args: readonly Type[];
  readonly result: Type;
  /** The minors that have it. */
  readonly minors: number;
}

/** Functions by their names, each with its overloads in the order in which the server tries them. */
export type Functions = Map<string, Overload[]>;

const SIMPLE: Readonly<Record<string, Type>> = {
  any: ANY,
  bool: BOOL,
  bytes: BYTES,
  double: DOUBLE,
  duration: DURATION,
  dyn: DYN,
  int: INT,
  null_type: NULL,
  string: STRING,
  timestamp: TIMESTAMP,
  uint: UINT,
};

/** What Kubernetes adds, by the names that the texts call them. */
const OPAQUE: Readonly<Record<string, string>> = {
  Quantity: 'kubernetes.Quantity',
  Semver: 'kubernetes.Semver',
  URL: 'kubernetes.URL',
  IP: 'net.IP',
  CIDR: 'net.CIDR',
  NamedFormat: 'kubernetes.NamedFormat',
  Authorizer: 'kubernetes.authorization.Authorizer',
  PathCheck: 'kubernetes.authorization.PathCheck',
  GroupCheck: 'kubernetes.authorization.GroupCheck',
  ResourceCheck: 'kubernetes.authorization.ResourceCheck',
  Decision: 'kubernetes.authorization.Decision',
};

/** A type as the texts write it: `map(string, list(int))`. */
export function typeFrom(text: string): Type {
  const [, name = '', inner] = /^(\w+)(?:\((.*)\))?$/.exec(text)!;
  if (inner === undefined) return SIMPLE[name] ?? (name in OPAQUE ? opaque(OPAQUE[name]!) : parameter(name));
  const [first, second] = splitTop(inner).map(typeFrom) as [Type, Type];
  if (name === 'list') return listOf(first);
  if (name === 'map') return mapOf(first, second);
  return name === 'type' ? typeOf(first) : optionalOf(first);
}

/** Split at the commas that no brackets enclose. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at] ?? ',';
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === ',' && depth === 0) {
      if (at > start) parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts;
}

/** Adds the functions of a text. */
export function declare(functions: Functions, text: string, minors: number): void {
  for (const line of text.trim().split('\n')) {
    const [, receiver, name, args, result] = /^\s*(?:(\S.*) \. )?(\S+):(.*) -> (.+)$/.exec(line) as RegExpExecArray;
    const given = [...(receiver === undefined ? [] : [receiver]), ...splitTop(args!)].map((text) =>
      typeFrom(text.trim()),
    );
    const overload: Overload = { member: receiver !== undefined, args: given, result: typeFrom(result!), minors };
    const known = functions.get(name!);
    if (known === undefined) functions.set(name!, [overload]);
    else known.push(overload);
  }
}
