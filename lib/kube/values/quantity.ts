/**
 * Resource quantities (`500m`, `1.5Gi`, `1e3`) as the API server reads, rounds, compares and stores them: exact decimals,
 * never doubles. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */

/** How a quantity was written, which decides how it is stored. */
type Style = 'decimal' | 'binary' | 'exponent';

/** An exact number with the style it was written in: `digits` × 10^`exponent`. */
export interface Quantity {
  readonly digits: number | bigint;
  readonly exponent: number;
  readonly style: Style;
  /** The text, when the server keeps it as it stands. */
  readonly text?: string;
  /** Set when the server holds the number as an arbitrary decimal and not as a 64-bit integer with an exponent. */
  readonly wide?: true;
}

const MAX_INT64 = 2n ** 63n - 1n;
const NANO = -9;
const MILLI = -3;

/** From this exponent on a single comparison takes the server more than half a minute, so that no request ever ends. */
const LARGEST_EXPONENT = 100_000_000;

const DECIMAL_SUFFIXES = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);
const DECIMAL_NAMES = new Map([...DECIMAL_SUFFIXES].map(([suffix, exponent]) => [exponent, suffix]));
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const NUMBER = /([+-]?)([0-9]*)(?:\.([0-9]*))?/y;
const SUFFIX = /^[eEinumkKMGTP]*[-+]?[0-9]*$/;
/** What nearly every manifest says: read without big integers, every product exact in a double. */
const SHORT = /^[1-9][0-9]{0,4}(?:m|[KMG]i|[kMGT])?$/;
const SHORT_FACTORS = new Map([
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
]);

/**
 * Trims what the server trims from the JSON text of a string. Tabs and line breaks stand there as escapes, so they stay
 * and make the quantity wrong.
 */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && BLANK.test(text[start] as string)) start++;
  while (end > start && BLANK.test(text[end - 1] as string)) end--;
  return text.slice(start, end);
}

const BLANK = /[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** Reads a quantity, or returns undefined for what the server does not read; {@link quantityProblem} says why. */
export function parseQuantity(given: string | number): Quantity | undefined {
  const text = typeof given === 'number' ? JSON.stringify(given) : given;
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  if (!SHORT.test(text)) return parseAny(trim(text));
  const quantity = parseShort(text);
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(text, quantity);
  return quantity;
}

/** Those that match SHORT and were read before: the same few come again in each container. */
const KNOWN = new Map<string, Quantity>();
const MOST_KNOWN = 1000;

/** The text matches SHORT. */
function parseShort(text: string): Quantity {
  let length = 1;
  for (let c = text.charCodeAt(1); c >= 0x30 && c <= 0x39; c = text.charCodeAt(++length));
  const count = length === text.length ? Number(text) : Number(text.slice(0, length));
  const suffix = text.slice(length);
  const factor = SHORT_FACTORS.get(suffix);
  if (factor !== undefined) {
    const digits = count * factor;
    return count % 8 === 0 ? { digits, exponent: 0, style: 'binary' } : { digits, exponent: 0, style: 'binary', text };
  }
  const exponent = DECIMAL_SUFFIXES.get(suffix) as number;
  const style = 'decimal';
  return count % 1000 === 0 ? { digits: count, exponent, style } : { digits: count, exponent, style, text };
}

function parseAny(text: string): Quantity | undefined {
  if (text === '') return undefined;
  NUMBER.lastIndex = 0;
  const [number = '', sign = '', integer = '', fraction = ''] = NUMBER.exec(text) ?? [];
  const suffix = text.slice(number.length);
  const unit = SUFFIX.test(suffix) ? readSuffix(suffix) : undefined;
  if (unit === undefined || Math.abs(unit.power) >= LARGEST_EXPONENT) return undefined;
  const whole = integer.replace(/^0+/, '') || '0';
  const quick = parseInt64(text, sign, whole, fraction, unit);
  if (quick !== undefined) return quick;
  // The general path reads the number itself once more, and there wants a digit: `Ki` is 0, `Ei` is refused.
  if (integer === '' && fraction === '') return undefined;
  return parseWide(sign, whole + fraction, fraction.length, unit);
}

interface Unit {
  readonly style: Style;
  /** A power of ten, or for the binary style of two. */
  readonly power: number;
}

function readSuffix(suffix: string): Unit | undefined {
  const decimal = DECIMAL_SUFFIXES.get(suffix);
  if (decimal !== undefined) return { style: 'decimal', power: decimal };
  const binary = BINARY_SUFFIXES.indexOf(suffix);
  if (binary > 0) return { style: 'binary', power: binary * 10 };
  if (!/^[eE][-+]?[0-9]+$/.test(suffix)) return undefined;
  const digits = suffix.slice(1).replace(/^([-+]?)0+(?=[0-9])/, '$1');
  if (digits.length > 20) return undefined;
  const power = BigInt(digits.replace('+', ''));
  if (power > MAX_INT64 || power < -MAX_INT64 - 1n) return undefined;
  // The server keeps the low 32 bits.
  return { style: 'exponent', power: Number(BigInt.asIntN(32, power)) };
}

/** What fits the server's 64-bit form: at most some 18 digits and nothing finer than a billionth. */
function parseInt64(text: string, sign: string, whole: string, fraction: string, unit: Unit): Quantity | undefined {
  const binary = unit.style === 'binary';
  if (binary && fraction !== '') return undefined;
  const room = binary ? 14 - whole.length - Math.trunc((unit.power * 3) / 10) : 18 - whole.length - fraction.length;
  const exponent = ((binary ? 0 : unit.power) - fraction.length) | 0;
  if (room < 0 || exponent < NANO) return undefined;
  const value = BigInt(whole + fraction);
  const product = binary ? value << BigInt(unit.power) : value;
  if (product > MAX_INT64) return undefined;
  const digits = sign === '-' ? -product : product;
  const all = whole + fraction;
  const kept = binary
    ? unit.power % 10 === 0 && (value & 7n) !== 0n
    : exponent % 3 === 0 && !all.endsWith('000') && all[0] !== '0';
  return kept ? { digits, exponent, style: unit.style, text } : { digits, exponent, style: unit.style };
}

/** The general form: any number of digits, rounded away from zero to a billionth, binary suffixes capped at 2^63-1. */
function parseWide(sign: string, all: string, places: number, unit: Unit): Quantity {
  const binary = unit.style === 'binary';
  const exponent = ((binary ? 0 : unit.power) - places) | 0;
  let amount: Exact = { digits: BigInt(all) << BigInt(binary ? unit.power : 0), exponent };
  if (amount.digits !== 0n) amount = roundAwayFromZero(amount, NANO);
  let { style } = unit;
  if (binary && compareExact(amount, { digits: MAX_INT64, exponent: 0 }) > 0)
    amount = { digits: MAX_INT64, exponent: 0 };
  if (binary && amount.digits > 0n && compareExact(amount, { digits: 1n, exponent: 0 }) < 0) style = 'decimal';
  const digits = sign === '-' ? -amount.digits : amount.digits;
  return { digits, exponent: amount.exponent, style, wide: true };
}

interface Exact {
  readonly digits: bigint;
  readonly exponent: number;
}

function exact(quantity: Quantity): Exact {
  return { digits: BigInt(quantity.digits), exponent: quantity.exponent };
}

function roundAwayFromZero(amount: Exact, exponent: number): Exact {
  const shift = exponent - amount.exponent;
  if (shift <= 0) return amount;
  const { digits } = amount;
  const one = digits < 0n ? -1n : 1n;
  if (digits === 0n) return { digits, exponent };
  if (shift > digits.toString().length) return { digits: one, exponent };
  const divisor = 10n ** BigInt(shift);
  const quotient = digits / divisor;
  return { digits: quotient * divisor === digits ? quotient : quotient + one, exponent };
}

function signOf(digits: bigint | number): -1 | 0 | 1 {
  return digits > 0 ? 1 : digits < 0 ? -1 : 0;
}

/** Compares without ever writing out a power of ten that is larger than the numbers' own digits. */
function compareExact(a: Exact, b: Exact): -1 | 0 | 1 {
  const sign = signOf(a.digits);
  if (sign !== signOf(b.digits)) return sign > signOf(b.digits) ? 1 : -1;
  if (sign === 0) return 0;
  if (a.exponent === b.exponent) return signOf(a.digits - b.digits);
  const sizeA = magnitude(a);
  const sizeB = magnitude(b);
  if (sizeA !== sizeB) return sizeA > sizeB === sign > 0 ? 1 : -1;
  const low = Math.min(a.exponent, b.exponent);
  return signOf(a.digits * 10n ** BigInt(a.exponent - low) - b.digits * 10n ** BigInt(b.exponent - low));
}

/** The power of ten above the number's first digit. */
function magnitude(amount: Exact): number {
  const { digits, exponent } = amount;
  return (digits < 0n ? -digits : digits).toString().length + exponent;
}

/** -1, 0 or 1: `a` is less than, equal to or more than `b`, exactly. */
export function compareQuantity(a: Quantity, b: Quantity): -1 | 0 | 1 {
  if (typeof a.digits === 'number' && typeof b.digits === 'number') {
    const low = Math.min(a.exponent, b.exponent);
    const [x, y] = [a.digits * 10 ** (a.exponent - low), b.digits * 10 ** (b.exponent - low)];
    if (x <= Number.MAX_SAFE_INTEGER && y <= Number.MAX_SAFE_INTEGER) return signOf(x - y);
  }
  return compareExact(exact(a), exact(b));
}

/** -1, 0 or 1. */
export function quantitySign(quantity: Quantity): -1 | 0 | 1 {
  return signOf(quantity.digits);
}

/** The value that the server checks and stores under `resources`: rounded up (away from zero) to a thousandth. */
export function roundUpToMilli(quantity: Quantity): Quantity {
  if (quantity.wide !== true && quantity.exponent >= MILLI) return quantity;
  const { style, wide } = quantity;
  const rounded = roundAwayFromZero(exact(quantity), MILLI);
  return wide ? { ...rounded, style, wide } : { ...rounded, style };
}

/** For these powers of ten the server multiplies at once and does not look whether the product fits. */
const WRAPPING_SHIFTS = new Set([0, 1, 2, 3, 6, 9]);

/**
 * The value in units of 10^`exponent`, rounded up, as the server computes it in 64 bits: what does not fit wraps
 * around (or becomes 0), which decides whether huge extended resources count as whole.
 */
function scaled(quantity: Quantity, exponent: number): bigint {
  const rounded = roundAwayFromZero(exact(quantity), exponent);
  const shift = rounded.exponent - exponent;
  if (quantity.wide !== true && !WRAPPING_SHIFTS.has(shift)) {
    const value = shift > 18 ? 0n : rounded.digits * 10n ** BigInt(shift);
    return BigInt.asIntN(64, value) === value ? value : 0n;
  }
  // 10^64 is a multiple of 2^64.
  if (shift > 64) return 0n;
  return BigInt.asIntN(64, rounded.digits * 10n ** BigInt(shift));
}

/** The sum of two quantities. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  const [one, other] = [exact(a), exact(b)];
  const exponent = Math.min(one.exponent, other.exponent);
  const at = ({ digits, exponent: own }: { digits: bigint; exponent: number }): bigint =>
    digits * 10n ** BigInt(own - exponent);
  return { digits: at(one) + at(other), exponent, style: a.style, wide: true };
}

/** So many times the quantity. */
export function timesQuantity({ digits, exponent, style }: Quantity, times: number): Quantity {
  return { digits: BigInt(digits) * BigInt(times), exponent, style, wide: true };
}

/** Whether the server takes the (rounded) quantity for a whole number, as extended resources must be. */
export function isWhole(quantity: Quantity): boolean {
  return scaled(quantity, MILLI) % 1000n === 0n;
}

/** The quantity in whole units, rounded up, in 64 bits: what pages of memory are counted with. */
export function wholeUnits(quantity: Quantity): bigint {
  return scaled(quantity, 0);
}

/** The quantity in thousandths, rounded up, in 64 bits. */
export function milliUnits(quantity: Quantity): bigint {
  return scaled(quantity, MILLI);
}

/** The text under which the server stores the quantity: the largest suffix without fraction, in the style it had. */
export function storedForm(quantity: Quantity): string {
  if (quantity.text !== undefined) return quantity.text;
  const amount = exact(quantity);
  if (amount.digits === 0n) return '0';
  const binary = quantity.style === 'binary' ? binaryForm(amount) : undefined;
  if (binary !== undefined) return binary;
  let { digits, exponent } = withoutTrailingZeros(amount);
  while (exponent % 3 !== 0) {
    digits *= 10n;
    exponent--;
  }
  if (quantity.style === 'exponent') return exponent === 0 ? `${digits}` : `${digits}e${exponent}`;
  // Beyond E the server itself loses the suffix.
  return `${digits}${DECIMAL_NAMES.get(exponent) ?? ''}`;
}

function withoutTrailingZeros(amount: Exact): Exact {
  const text = amount.digits.toString();
  const zeros = text.length - text.replace(/([^0])0+$/, '$1').length;
  return { digits: BigInt(text.slice(0, text.length - zeros)), exponent: amount.exponent + zeros };
}

/** With a binary suffix, or undefined where that would need a fraction or the number is below 1024. */
function binaryForm(amount: Exact): string | undefined {
  const size = { digits: amount.digits < 0n ? -amount.digits : amount.digits, exponent: amount.exponent };
  if (compareExact(size, { digits: 1024n, exponent: 0 }) < 0) return undefined;
  const whole = roundAwayFromZero(amount, 0);
  if (compareExact(whole, amount) !== 0) return undefined;
  let digits = whole.digits * 10n ** BigInt(whole.exponent);
  let suffix = 0;
  while (digits % 1024n === 0n) {
    digits /= 1024n;
    suffix++;
  }
  return `${digits}${BINARY_SUFFIXES[suffix] ?? ''}`;
}

/** {@link storedForm} of a text, or undefined when it is no quantity. */
export function canonicalQuantity(text: string | number): string | undefined {
  const quantity = parseQuantity(text);
  return quantity === undefined ? undefined : storedForm(quantity);
}

/** What is wrong with a quantity, and the fix where one is likely; undefined when it is one. */
export function quantityProblem(given: string | number): { message: string; hint?: string } | undefined {
  if (parseQuantity(given) !== undefined) return undefined;
  if (/^[-+]?[0-9.]+[eE][-+]?[0-9]{9}/.test(String(given))) {
    return { message: 'must not have an exponent so large that the API server would never finish comparing it' };
  }
  const message =
    'must be a quantity: a number with an optional suffix such as m, k, M, G, Ki, Mi or Gi (500m, 1.5, 512Mi)';
  const hint = quantityHint(String(given).slice(0, 100).trim());
  return hint === undefined ? { message } : { message, hint };
}

const UNIT_WORD = /^(?<sign>[+-]?)(?<number>[0-9]*[.,]?[0-9]+|[0-9]+\.)\s*(?<unit>[A-Za-z%]*)$/;

function quantityHint(text: string): string | undefined {
  if (text === '') return 'leave the field out, or state a number';
  const match = UNIT_WORD.exec(text.replace(/(?<=[0-9])_(?=[0-9])/g, ''));
  if (match === null) return /^[+-]?0[xX][0-9a-fA-F]{1,13}$/.test(text) ? `write ${Number(text)}` : undefined;
  const { sign = '', number = '', unit = '' } = match.groups ?? {};
  const value = sign + number.replace(',', '.');
  const fixes = unitsLike(unit)
    .map((suffix) => (suffix === '%' ? undefined : value + suffix))
    .filter((fix) => fix !== undefined && fix !== text && parseQuantity(fix) !== undefined);
  if (unit === '%') return 'a percentage is no quantity: state an amount';
  return fixes.length === 0 ? undefined : `write ${fixes.join(' or ')}`;
}

/** The suffixes that a unit as people write it can stand for, the literal meaning first. */
function unitsLike(unit: string): string[] {
  if (unit === '' || BINARY_SUFFIXES.includes(unit) || DECIMAL_SUFFIXES.has(unit)) return [unit];
  const lower = unit.toLowerCase();
  if (/^(?:b|bytes?|c|cpus?|cores?|vcpus?)$/.test(lower)) return [''];
  if (/^(?:millicpus?|millicores?|mcpu|milli)$/.test(lower)) return ['m'];
  const prefix = /^([kmgtpe])(i?)(?:b|bytes?)?$/.exec(lower);
  if (prefix === null || lower === 'e') return [];
  const [, letter = '', i = ''] = prefix;
  const decimal = letter === 'k' ? 'k' : letter.toUpperCase();
  const binary = `${letter.toUpperCase()}i`;
  return i === '' ? [decimal, binary] : [binary];
}
