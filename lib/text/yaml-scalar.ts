// What a plain (unquoted) YAML scalar means to kubectl: the rules of sigs.k8s.io/yaml, which stands on go-yaml v2.
// https://github.com/go-yaml/yaml/blob/v2.4.0/resolve.go

/** A plain scalar's meaning. A bigint is an integer that a double would round; an infinity or NaN is one of `.inf`, `.nan`. */
export type PlainValue = string | number | bigint | boolean | null;

const WORDS: ReadonlyMap<string, PlainValue> = new Map<string, PlainValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** The same with no digit before the point, where Go allows `_` only between digits. */
const POINT_FIRST = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const INT64_MIN = -(2n ** 63n);
const UINT64_MAX = 2n ** 64n - 1n;

/** Resolves a plain scalar. */
export function resolvePlain(text: string): PlainValue {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  if (first === 46) return POINT_FIRST.test(text) ? finite(text.replaceAll('_', ''), text) : text;
  if (!(first >= 48 && first <= 57) && first !== 43 && first !== 45) return text;
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  return resolveInteger(plain) ?? (FLOAT.test(plain) ? finite(plain, text) : text);
}

/** An integer as Go's ParseInt and ParseUint read it with base 0; undefined for anything else. */
function resolveInteger(plain: string): number | bigint | undefined {
  const match = INTEGER.exec(plain);
  if (match === null) return undefined;
  const [, sign, hex, binary, octal, decimal] = match;
  const digits =
    hex !== undefined
      ? `0x${hex}`
      : binary !== undefined
        ? `0b${binary}`
        : octal !== undefined
          ? `0o${octal}`
          : decimal!;
  const near = Number(digits);
  if (Number.isSafeInteger(near)) return sign === '-' && near !== 0 ? -near : near;
  // A number of a million digits is not worth the arithmetic.
  if (digits.length > 100) return decimal === undefined ? undefined : UINT64_MAX + 1n;
  const exact = sign === '-' ? -BigInt(digits) : BigInt(digits);
  const fits = exact >= INT64_MIN && exact <= (sign === '' ? UINT64_MAX : 2n ** 63n - 1n);
  // Decimals beyond 64 bits become a rounded float in Go, other bases a string.
  return fits || decimal !== undefined ? exact : undefined;
}

function finite(number: string, text = number): number | string {
  const value = Number(number);
  return Number.isFinite(value) ? value : text;
}

/** The string that a plain scalar is as the key of a map; undefined when it cannot be one (null, beyond 64 bits). */
export function plainKey(text: string): string | undefined {
  const value = resolvePlain(text);
  switch (typeof value) {
    case 'string':
      return value;
    case 'bigint':
      return value >= INT64_MIN && value < 2n ** 63n ? String(value) : undefined;
    case 'number':
      return INTEGER.test(text.replaceAll('_', '')) ? String(value) : floatKey(value);
    case 'boolean':
      return String(value);
    default:
      return undefined;
  }
}

/** A float key as Go prints it: the shortest digits that a 32-bit float needs, with an exponent from seven digits on. */
function floatKey(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  let digits = 0;
  while (digits < 9 && Math.fround(Number(single.toExponential(digits))) !== single) digits++;
  const [mantissa, power] = single.toExponential(digits).split('e') as [string, string];
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return String(Number(`${mantissa}e${power}`));
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
