// The functions and macros that the server gives to every expression, with the minors that take them in a new one: the first that has a
// function is not yet among them, so that the minor before it can be gone back to.
// https://kubernetes.io/docs/reference/using-api/cel/
import { ALL } from '../api/minors';
import { since } from '../server';
import { declare, type Functions } from './signatures';

const ORDERED = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'];
const NUMBERS = ['int', 'uint', 'double'];

const lines = (items: readonly string[], line: (item: string) => string): string => items.map(line).join('\n');

const STANDARD = `
  _?_:_: bool, A, A -> A
  _&&_: bool, bool -> bool
  _||_: bool, bool -> bool
  !_: bool -> bool
  _==_: A, A -> bool
  _!=_: A, A -> bool
  _+_: bytes, bytes -> bytes
  _+_: double, double -> double
  _+_: duration, duration -> duration
  _+_: duration, timestamp -> timestamp
  _+_: timestamp, duration -> timestamp
  _+_: int, int -> int
  _+_: list(A), list(A) -> list(A)
  _+_: string, string -> string
  _+_: uint, uint -> uint
  _-_: double, double -> double
  _-_: duration, duration -> duration
  _-_: int, int -> int
  _-_: timestamp, duration -> timestamp
  _-_: timestamp, timestamp -> duration
  _-_: uint, uint -> uint
  _*_: double, double -> double
  _*_: int, int -> int
  _*_: uint, uint -> uint
  _/_: double, double -> double
  _/_: int, int -> int
  _/_: uint, uint -> uint
  _%_: int, int -> int
  _%_: uint, uint -> uint
  -_: double -> double
  -_: int -> int
  _[_]: list(A), int -> A
  _[_]: map(A, B), A -> B
  @in: A, list(A) -> bool
  @in: A, map(A, B) -> bool
  size: bytes -> int
  bytes . size: -> int
  size: list(A) -> int
  list(A) . size: -> int
  size: map(A, B) -> int
  map(A, B) . size: -> int
  size: string -> int
  string . size: -> int
  type: A -> type(A)
  bool: bool -> bool
  bool: string -> bool
  bytes: bytes -> bytes
  bytes: string -> bytes
  double: double -> double
  double: int -> double
  double: string -> double
  double: uint -> double
  duration: duration -> duration
  duration: int -> duration
  duration: string -> duration
  dyn: A -> dyn
  int: int -> int
  int: double -> int
  int: duration -> int
  int: string -> int
  int: timestamp -> int
  int: uint -> int
  string: string -> string
  string: bool -> string
  string: bytes -> string
  string: double -> string
  string: duration -> string
  string: int -> string
  string: timestamp -> string
  string: uint -> string
  timestamp: timestamp -> timestamp
  timestamp: int -> timestamp
  timestamp: string -> timestamp
  uint: uint -> uint
  uint: double -> uint
  uint: int -> uint
  uint: string -> uint
  string . contains: string -> bool
  string . endsWith: string -> bool
  string . startsWith: string -> bool
  matches: string, string -> bool
  string . matches: string -> bool
${lines(['FullYear', 'Month', 'DayOfYear', 'DayOfMonth', 'Date', 'DayOfWeek', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'], (part) => `  timestamp . get${part}: -> int\n  timestamp . get${part}: string -> int`)}
${lines(['Hours', 'Minutes', 'Seconds', 'Milliseconds'], (part) => `  duration . get${part}: -> int`)}
  string . charAt: int -> string
  string . indexOf: string -> int
  string . indexOf: string, int -> int
  string . lastIndexOf: string -> int
  string . lastIndexOf: string, int -> int
  string . lowerAscii: -> string
  string . replace: string, string -> string
  string . replace: string, string, int -> string
  string . split: string -> list(string)
  string . split: string, int -> list(string)
  string . substring: int -> string
  string . substring: int, int -> string
  string . trim: -> string
  string . upperAscii: -> string
  list(string) . join: -> string
  list(string) . join: string -> string
${lines(ORDERED, (type) => `  list(${type}) . isSorted: -> bool`)}
${lines([...NUMBERS, 'duration'], (type) => `  list(${type}) . sum: -> ${type}`)}
${lines(ORDERED, (type) => `  list(${type}) . min: -> ${type}\n  list(${type}) . max: -> ${type}`)}
  list(A) . indexOf: A -> int
  list(A) . lastIndexOf: A -> int
  string . find: string -> string
  string . findAll: string -> list(string)
  string . findAll: string, int -> list(string)
  url: string -> URL
  isURL: string -> bool
  URL . getScheme: -> string
  URL . getHost: -> string
  URL . getHostname: -> string
  URL . getPort: -> string
  URL . getEscapedPath: -> string
  URL . getQuery: -> map(string, list(string))
  Authorizer . path: string -> PathCheck
  Authorizer . group: string -> GroupCheck
  Authorizer . serviceAccount: string, string -> Authorizer
  GroupCheck . resource: string -> ResourceCheck
  ResourceCheck . subresource: string -> ResourceCheck
  ResourceCheck . namespace: string -> ResourceCheck
  ResourceCheck . name: string -> ResourceCheck
  PathCheck . check: string -> Decision
  ResourceCheck . check: string -> Decision
  Decision . errored: -> bool
  Decision . error: -> string
  Decision . allowed: -> bool
  Decision . reason: -> string`;

const SINCE_1_29 = `
  _[?_]: list(V), int -> optional(V)
  _[?_]: optional(list(V)), int -> optional(V)
  _[?_]: map(K, V), K -> optional(V)
  _[?_]: optional(map(K, V)), K -> optional(V)
  _[_]: optional(list(V)), int -> optional(V)
  _[_]: optional(map(K, V)), K -> optional(V)
  optional.of: V -> optional(V)
  optional.ofNonZeroValue: V -> optional(V)
  optional.none: -> optional(V)
  optional(V) . value: -> V
  optional(V) . hasValue: -> bool
  optional(V) . or: optional(V) -> optional(V)
  optional(V) . orValue: V -> V
  quantity: string -> Quantity
  isQuantity: string -> bool
  sign: Quantity -> int
  Quantity . isGreaterThan: Quantity -> bool
  Quantity . isLessThan: Quantity -> bool
  Quantity . compareTo: Quantity -> int
  Quantity . asApproximateFloat: -> double
  Quantity . asInteger: -> int
  Quantity . isInteger: -> bool
  Quantity . add: Quantity -> Quantity
  Quantity . add: int -> Quantity
  Quantity . sub: Quantity -> Quantity
  Quantity . sub: int -> Quantity`;

const SINCE_1_30 = `
  string . format: list(dyn) -> string
  strings.quote: string -> string
  sets.contains: list(T), list(T) -> bool
  sets.equivalent: list(T), list(T) -> bool
  sets.intersects: list(T), list(T) -> bool`;

const SINCE_1_31 = `
  ip: string -> IP
  CIDR . ip: -> IP
  ip.isCanonical: string -> bool
  isIP: string -> bool
  string: IP -> string
  IP . family: -> int
  IP . isUnspecified: -> bool
  IP . isLoopback: -> bool
  IP . isLinkLocalMulticast: -> bool
  IP . isLinkLocalUnicast: -> bool
  IP . isGlobalUnicast: -> bool
  cidr: string -> CIDR
  isCIDR: string -> bool
  string: CIDR -> string
  CIDR . containsIP: string -> bool
  CIDR . containsIP: IP -> bool
  CIDR . containsCIDR: string -> bool
  CIDR . containsCIDR: CIDR -> bool
  CIDR . masked: -> CIDR
  CIDR . prefixLength: -> int`;

const FORMATS = [
  ...[
    'dns1123Label',
    'dns1123Subdomain',
    'dns1035Label',
    'qualifiedName',
    'dns1123LabelPrefix',
    'dns1123SubdomainPrefix',
  ],
  ...['dns1035LabelPrefix', 'labelValue', 'uri', 'uuid', 'byte', 'date', 'datetime'],
];

const SINCE_1_32 = `
${lines(FORMATS, (name) => `  format.${name}: -> NamedFormat`)}
  format.named: string -> optional(NamedFormat)
  NamedFormat . validate: string -> optional(list(string))
  ResourceCheck . fieldSelector: string -> ResourceCheck
  ResourceCheck . labelSelector: string -> ResourceCheck`;

const SINCE_1_33 = `
  cel.@mapInsert: map(K, V), K, V -> map(K, V)
  cel.@mapInsert: map(K, V), map(K, V) -> map(K, V)
  list(V) . first: -> optional(V)
  list(V) . last: -> optional(V)
  optional.unwrap: list(optional(V)) -> list(V)
  list(optional(V)) . unwrapOpt: -> list(V)`;

/** Device selectors have it in all minors that have them. */
export const SEMVER = `
  semver: string -> Semver
  isSemver: string -> bool
  Semver . major: -> int
  Semver . minor: -> int
  Semver . patch: -> int
  Semver . compareTo: Semver -> int
  Semver . isLessThan: Semver -> bool
  Semver . isGreaterThan: Semver -> bool`;

const SINCE_1_34 = `${SEMVER}
  semver: string, bool -> Semver
  isSemver: string, bool -> bool`;

const SINCE_1_35 = `
  list(T) . slice: int, int -> list(T)
  list(list(T)) . flatten: -> list(T)
  list(dyn) . flatten: int -> list(dyn)
${lines(ORDERED, (type) => `  list(${type}) . sort: -> list(${type})\n  list(T) . @sortByAssociatedKeys: list(${type}) -> list(T)`)}
  lists.range: int -> list(int)
  list(T) . reverse: -> list(T)
  list(T) . distinct: -> list(T)`;

/** How the standard types compare; numbers with others of another type where `mixed`. */
function comparisons(operator: string, mixed: boolean): string {
  if (mixed) {
    const pairs = NUMBERS.flatMap((one) => NUMBERS.filter((other) => other !== one).map((other) => `${one}, ${other}`));
    return lines(pairs, (pair) => `  _${operator}_: ${pair} -> bool`);
  }
  const types = ['bool', 'int', 'uint', 'double', 'string', 'bytes', 'timestamp', 'duration'];
  return lines(types, (type) => `  _${operator}_: ${type}, ${type} -> bool`);
}

let functions: Functions | undefined;

/** All functions of all minors. */
export function baseFunctions(): Functions {
  if (functions !== undefined) return functions;
  functions = new Map();
  declare(functions, STANDARD, ALL);
  for (const operator of ['<', '<=', '>', '>=']) {
    declare(functions, comparisons(operator, false), ALL);
    declare(functions, comparisons(operator, true), MIXED_NUMBERS);
  }
  declare(functions, SINCE_1_29, since('1.29'));
  declare(functions, SINCE_1_30, since('1.30'));
  declare(functions, SINCE_1_31, since('1.31'));
  declare(functions, SINCE_1_32, since('1.32'));
  declare(functions, SINCE_1_33, since('1.33'));
  declare(functions, SINCE_1_34, since('1.34'));
  declare(functions, SINCE_1_35, since('1.35'));
  return functions;
}

/** Where numbers of different types compare, and optional values are known. */
export const MIXED_NUMBERS = since('1.29');
export const OPTIONALS = since('1.29');

const MACROS: readonly (readonly [minors: number, keys: string])[] = [
  [ALL, 'has/1 all/2 exists/2 exists_one/2 map/2 map/3 filter/2'],
  [OPTIONALS, 'optMap/2 optFlatMap/2'],
  [
    since('1.33'),
    'all/3 exists/3 existsOne/3 exists_one/3 transformList/3 transformList/4 transformMap/3 transformMap/4 ' +
      'transformMapEntry/3 transformMapEntry/4',
  ],
  [since('1.35'), 'sortBy/2'],
];

/** The minors that have a macro, by its name and number of arguments. */
export const BASE_MACROS: ReadonlyMap<string, number> = new Map(
  MACROS.flatMap(([minors, keys]) => keys.split(' ').map((key) => [key, minors] as const)),
);
