/**
 * Durations as Go writes them (`1h30m`, `1.5h`, `-5ms`), to the nanosecond as time.ParseDuration reads them.
 * https://pkg.go.dev/time#ParseDuration
 */
const UNITS = new Map<string, bigint>([
  ['ns', 1n],
  ['us', 1000n],
  ['\u00b5s', 1000n],
  ['\u03bcs', 1000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);

const LIMIT = 2n ** 63n;
const UNIT_LIST = 'ns, us, ms, s, m, h';

/** A duration in nanoseconds, or what is wrong with it and how to write it. */
export type Duration = { nanoseconds: bigint } | { problem: string; hint?: string };

const TOO_LONG = { problem: 'is longer than 292 years, the longest duration that there is' };

/** Reads a Go duration. The value is exact, negative ones included; there is no unit for days. */
export function parseDuration(text: string): Duration {
  const negative = text.startsWith('-');
  let at = negative || text.startsWith('+') ? 1 : 0;
  if (text.length - at === 1 && text[at] === '0') return { nanoseconds: 0n };
  if (at === text.length) return { problem: 'must be a number with a unit, such as "1h30m"' };
  const piece = /([0-9]*)(?:\.([0-9]*))?([^0-9.]*)/y;
  let total = 0n;
  while (at < text.length) {
    piece.lastIndex = at;
    const match = piece.exec(text) as RegExpExecArray;
    const [all, whole = '', fraction = '', unit = ''] = match;
    if (whole === '' && fraction === '') return misplaced(text, at);
    if (unit === '') return { problem: `has no unit after "${clip(all)}"`, hint: missingUnit(text) };
    const size = UNITS.get(unit);
    if (size === undefined) return unknownUnit(whole, unit);
    const digits = whole.replace(/^0+/, '');
    if (digits.length > 19) return TOO_LONG;
    const value = BigInt(digits === '' ? 0 : digits);
    if (value > LIMIT / size) return TOO_LONG;
    total += value * size + fractionOf(fraction, Number(size));
    if (total > LIMIT) return TOO_LONG;
    at += all.length;
  }
  if (!negative && total === LIMIT) return TOO_LONG;
  return { nanoseconds: negative ? -total : total };
}

/** The fraction in nanoseconds, rounded down through a double exactly as Go does; further digits are ignored. */
function fractionOf(digits: string, unit: number): bigint {
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    if (value > (LIMIT - 1n) / 10n) break;
    const next = value * 10n + BigInt(digit);
    if (next > LIMIT) break;
    value = next;
    scale *= 10;
  }
  return value === 0n ? 0n : BigInt(Math.floor(Number(value) * (unit / scale)));
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function misplaced(text: string, at: number): Duration {
  const problem = 'must be numbers with units, such as "1h30m"';
  if (/\s/.test(text)) return { problem: `${problem}, without blanks`, hint: 'remove the blanks' };
  return { problem: `${problem}: found "${clip(text.slice(at))}"` };
}

function missingUnit(text: string): string {
  return /^[-+]?[0-9]+$/.test(text)
    ? `write ${clip(text)}s for seconds or ${clip(text)}m for minutes`
    : `add a unit: ${UNIT_LIST}`;
}

const LONGER = new Map([
  ['d', 24n],
  ['day', 24n],
  ['days', 24n],
  ['w', 168n],
  ['week', 168n],
  ['weeks', 168n],
]);

function unknownUnit(whole: string, unit: string): Duration {
  const problem = `has the unknown unit "${clip(unit)}" (the units are ${UNIT_LIST})`;
  const trimmed = unit.trim();
  const hours = LONGER.get(trimmed.toLowerCase());
  if (hours !== undefined && whole !== '' && whole.length < 10) {
    return { problem, hint: `write ${BigInt(whole) * hours}h: there is no unit longer than an hour` };
  }
  if (trimmed !== unit && UNITS.has(trimmed)) return { problem, hint: 'remove the blanks' };
  const short = trimmed.toLowerCase()[0] ?? '';
  if (/^(?:s(?:ec|econds?)?|m(?:in|inutes?)?|h(?:r|rs|ours?)?)$/i.test(trimmed))
    return { problem, hint: `write "${short}"` };
  return { problem };
}
