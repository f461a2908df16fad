/**
 * The schedule of a CronJob, read as the server does with robfig/cron's ParseStandard: what is wrong with it, the times
 * it names, and whether it ever fires. https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format
 */
import { didYouMean } from '../../report/suggest';
import { nearest } from '../../report/suggest';
import { parseDuration } from './duration';
import { GO_SPACES, trimGoSpace } from './go-space';
import { lowerCase } from './syntax';
import { timeZoneProblem } from './time-zone';

/** What a schedule means. `zone` is that of a `TZ=` prefix: empty for UTC, undefined when there is no prefix. */
export type Schedule = { readonly zone?: string } & (
  { readonly kind: 'fields'; readonly fields: CronFields } | { readonly kind: 'every'; readonly nanoseconds: bigint }
);

/** The values of each field as a set of bits; for the two kinds of day also whether the field is a free `*` or `?`. */
export interface CronFields {
  readonly minutes: bigint;
  readonly hours: bigint;
  readonly days: bigint;
  readonly months: bigint;
  readonly weekdays: bigint;
  readonly anyDay: boolean;
  readonly anyWeekday: boolean;
}

/** What is wrong with a schedule, and the fix where one is known. */
export interface CronProblem {
  readonly message: string;
  readonly hint?: string;
}

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const MINUTE: Field = { name: 'minute', min: 0, max: 59, names: [] };
const HOUR: Field = { name: 'hour', min: 0, max: 23, names: [] };
const DAY: Field = { name: 'day of month', min: 1, max: 31, names: [] };
const MONTH: Field = { name: 'month', min: 1, max: 12, names: MONTHS };
const WEEKDAY: Field = { name: 'day of week', min: 0, max: 6, names: WEEKDAYS };

const DESCRIPTORS = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);

/** Longer than any schedule: every value of every field written out is some 400 characters. */
const SHOWN = 60;

class Wrong extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Reads a schedule, or says what is wrong with it. */
export function parseSchedule(schedule: string): Schedule | { problem: CronProblem } {
  try {
    return parse(schedule);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return {
      problem: error.hint === undefined ? { message: error.message } : { message: error.message, hint: error.hint },
    };
  }
}

/** What is wrong with a schedule, or undefined. */
export function cronProblem(schedule: string): CronProblem | undefined {
  const parsed = parseSchedule(schedule);
  return 'problem' in parsed ? parsed.problem : undefined;
}

function parse(schedule: string): Schedule {
  if (schedule === '') throw new Wrong('must not be empty', 'five fields, such as "0 3 * * *" for every day at 03:00');
  const prefixed = /^(?:CRON_)?TZ=/.test(schedule);
  const { zone, rest } = prefixed ? splitZone(schedule) : { zone: undefined, rest: schedule };
  const meaning = rest.startsWith('@') ? parseDescriptor(rest) : parseFields(rest);
  return zone === undefined ? meaning : { zone, ...meaning };
}

function splitZone(schedule: string): { zone: string; rest: string } {
  const blank = schedule.indexOf(' ');
  if (blank < 0) throw new Wrong('must have a schedule after the time zone', 'set spec.timeZone instead of the prefix');
  const zone = schedule.slice(schedule.indexOf('=') + 1, blank);
  // Here, unlike in spec.timeZone, the server's own local time and an empty name (UTC) are zones.
  const problem = zone === '' || zone === 'Local' ? undefined : timeZoneProblem(zone);
  if (problem !== undefined) throw new Wrong(`starts with a time zone that ${problem.message}`, problem.hint);
  return { zone, rest: trimGoSpace(schedule.slice(blank)) };
}

function parseDescriptor(text: string): Schedule {
  const fields = DESCRIPTORS.get(text);
  if (fields !== undefined) return parseFields(fields);
  if (text.startsWith('@every ')) {
    const duration = parseDuration(text.slice('@every '.length));
    if ('problem' in duration) throw new Wrong(`"@every" needs a duration: it ${duration.problem}`, duration.hint);
    return { kind: 'every', nanoseconds: duration.nanoseconds };
  }
  throw new Wrong(`has no such name as ${show(text)}`, descriptorHint(trimGoSpace(text)));
}

function descriptorHint(text: string): string {
  const known = [...DESCRIPTORS.keys()];
  if (text === '@reboot') return 'a cluster has no start-up time to run at: state a time, or use a Job';
  if (text.startsWith('@every')) return 'write "@every 1h30m", with one space and lower case';
  const near = DESCRIPTORS.has(text) ? text : nearest(text, known);
  return near === undefined ? `the names are ${known.join(', ')} and "@every 1h30m"` : `write "${near}"`;
}

function parseFields(text: string): Schedule {
  const fields = text.split(GO_SPACES, 20).filter((field) => field !== '');
  if (fields.length !== 5) throw wrongCount(fields, text);
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string];
  const minutes = parseField(minute, MINUTE);
  const hours = parseField(hour, HOUR);
  const days = parseField(day, DAY);
  const months = parseField(month, MONTH);
  const weekdays = parseField(weekday, WEEKDAY);
  return {
    kind: 'fields',
    fields: {
      minutes: minutes.bits,
      hours: hours.bits,
      days: days.bits,
      months: months.bits,
      weekdays: weekdays.bits,
      anyDay: days.any,
      anyWeekday: weekdays.any,
    },
  };
}

function wrongCount(fields: readonly string[], text: string): Wrong {
  const order = 'minute, hour, day of month, month, day of week';
  const message = `must have exactly 5 fields (${order}), found ${fields.length > 18 ? 'many' : fields.length}`;
  if (fields.length > 1 && fields.some((field) => /[a-z]{4}/i.test(field)))
    return new Wrong(message, 'write numbers, the minute first: "0 5 * * *" is every day at 5:00');
  if (fields.length === 6) {
    const without = fields.slice(1).join(' ');
    const hint = cronProblem(without) === undefined ? `: write ${show(without)}` : '';
    return new Wrong(message, `Kubernetes has no field for seconds${hint}`);
  }
  if (fields.length === 7) return new Wrong(message, 'Kubernetes has no fields for seconds and years');
  if (fields.length === 4)
    return new Wrong(message, `add a field: "${text.slice(0, SHOWN).trim()} *" ends with any day of the week`);
  return fields.length === 1 ? new Wrong(message, descriptorHint(`@${fields[0]}`)) : new Wrong(message);
}

function show(text: string): string {
  return `"${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}"`;
}

interface Values {
  readonly bits: bigint;
  readonly any: boolean;
}

/** A list at commas; empty items are skipped, and a list of nothing but those names no value at all. */
function parseField(text: string, field: Field): Values {
  let bits = 0n;
  let any = false;
  let start = 0;
  while (start <= text.length) {
    const comma = text.indexOf(',', start);
    const end = comma < 0 ? text.length : comma;
    if (end > start) {
      const item = parseItem(text.slice(start, end), field);
      bits |= item.bits;
      any ||= item.any;
    }
    start = end + 1;
  }
  return { bits, any };
}

function parseItem(item: string, field: Field): Values {
  const slash = item.indexOf('/');
  if (slash >= 0 && item.includes('/', slash + 1)) throw inField(field, item, 'has more than one "/"');
  const range = slash < 0 ? item : item.slice(0, slash);
  const { low, high, free } = parseRange(range, item, field);
  const step = slash < 0 ? 1 : parseStep(item.slice(slash + 1), item, field);
  const top = slash >= 0 && !range.includes('-') ? field.max : high;
  if (low < field.min) throw inField(field, item, `${low} is below ${field.min}, the lowest`);
  if (top > field.max) throw inField(field, item, `${top} is above ${field.max}, the highest`, aboveHint(item, field));
  if (low > top) throw inField(field, item, 'the range ends before it starts', wrapHint(low, top, field));
  let bits = step === 1 ? ((1n << BigInt(top - low + 1)) - 1n) << BigInt(low) : 0n;
  if (step !== 1) for (let value = low; value <= top; value += step) bits |= 1n << BigInt(value);
  return { bits, any: free && step === 1 };
}

function parseRange(range: string, item: string, field: Field): { low: number; high: number; free: boolean } {
  const hyphen = range.indexOf('-');
  const first = hyphen < 0 ? range : range.slice(0, hyphen);
  // After "*" or "?" the server does not look at the rest of a range.
  if (first === '*' || first === '?') return { low: field.min, high: field.max, free: true };
  const low = parseValue(first, item, field);
  if (hyphen < 0) return { low, high: low, free: false };
  if (range.includes('-', hyphen + 1)) throw inField(field, item, 'has more than one "-"');
  return { low, high: parseValue(range.slice(hyphen + 1), item, field), free: false };
}

function parseValue(text: string, item: string, field: Field): number {
  const name = text.length === 3 ? field.names.indexOf(lowerCase(text)) : -1;
  if (name >= 0) return name + field.min;
  const number = readInteger(text);
  if (number !== undefined) return number;
  throw inField(
    field,
    item,
    text === '' ? 'a number is missing' : `${show(text)} is no ${valueWords(field)}`,
    valueHint(text, field),
  );
}

function valueWords(field: Field): string {
  return field.names.length === 0 ? 'number' : `number or name of a ${field === MONTH ? 'month' : 'day'}`;
}

function valueHint(text: string, field: Field): string | undefined {
  if (/[LW#]/i.test(text) && /^(?:L|LW|[0-9]*[LW]|[0-9A-Za-z]+#[0-9]|[0-9]+L)$/i.test(text)) {
    return 'Kubernetes has no "L", "W" or "#": let the job itself check the date, or name the days';
  }
  if (text === 'H') return 'Kubernetes has no "H": state a number';
  const names = field === MONTH ? MONTHS : WEEKDAYS;
  const short = names.find((name) => text.length > 3 && text.length < 12 && lowerCase(text).startsWith(name));
  if (short !== undefined && field.names.length > 0) return `write "${short}": names have three letters`;
  if (names.includes(lowerCase(text)) || MONTHS.includes(lowerCase(text))) {
    return 'only the month and the day of week (fields 4 and 5) may be names';
  }
  const near = text.length < 12 ? nearest(text, field.names) : undefined;
  return didYouMean(near);
}

function parseStep(text: string, item: string, field: Field): number {
  const step = readInteger(text);
  if (step === undefined) {
    throw inField(
      field,
      item,
      text === '' ? 'the step after "/" is missing' : `the step ${show(text)} is no whole number`,
    );
  }
  if (step === 0) throw inField(field, item, 'the step must be at least 1');
  return step;
}

/** A decimal number below 2^63, with leading zeros and one sign; only `-0` of the negative ones. */
function readInteger(text: string): number | undefined {
  if (!/^(?:\+?[0-9]+|-0+)$/.test(text)) return undefined;
  const digits = text.replace(/^[-+]?0*/, '');
  if (digits.length > 19 || (digits.length === 19 && digits > '9223372036854775807')) return undefined;
  return Number(digits);
}

/** Other crons know Sunday as 7 too: a schedule that means that, as it is written here; undefined where nothing is to be changed. */
export function withSundayAsZero(schedule: string): string | undefined {
  const before = schedule.slice(0, schedule.lastIndexOf(' ') + 1);
  const days = schedule.slice(before.length);
  const meant = days.replace(/(?<=^|,)(?:([2-6])-)?7(?=,|$)/g, (_, from?: string) =>
    from === undefined ? '0' : fromSundayAsZero(from),
  );
  return meant === days ? undefined : `${before}${meant}`;
}

/** From a day to Sunday. */
const fromSundayAsZero = (from: string): string => `0,${from}-6`;

function aboveHint(item: string, field: Field): string | undefined {
  if (field === WEEKDAY && item === '7') return 'Sunday is 0';
  if (field === WEEKDAY && /(?:^|-)7$/.test(item)) {
    const from = item.slice(0, -2);
    if (/^[0-6]$/.test(from)) return `Sunday is 0: write "${from === '1' ? '*' : fromSundayAsZero(from)}"`;
    return 'Sunday is 0';
  }
  if (field === HOUR && item === '24') return 'midnight is 0';
  if (field === MINUTE && item === '60') return 'the full hour is 0';
  return undefined;
}

function wrapHint(low: number, top: number, field: Field): string {
  const tail = low === field.max ? `${low}` : `${low}-${field.max}`;
  const head = top === field.min ? `${top}` : `${field.min}-${top}`;
  return `a range does not wrap around: write "${tail},${head}"`;
}

function inField(field: Field, item: string, what: string, hint?: string): Wrong {
  return new Wrong(`in the field for the ${field.name} (${field.min}-${field.max}), ${show(item)}: ${what}`, hint);
}

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a valid schedule (or one that was read before) names no time that ever comes, such as 31 February. */
export function neverFires(schedule: string | Schedule): boolean {
  const parsed = typeof schedule === 'string' ? parseSchedule(schedule) : schedule;
  if ('problem' in parsed || parsed.kind === 'every') return false;
  const { minutes, hours, days, months, weekdays, anyDay, anyWeekday } = parsed.fields;
  if (minutes === 0n || hours === 0n || months === 0n) return true;
  const dayExists = DAYS_IN_MONTH.some(
    (length, index) => (months & (2n << BigInt(index))) !== 0n && (days & ((2n << BigInt(length)) - 1n)) !== 0n,
  );
  const weekdayExists = weekdays !== 0n;
  return anyDay || anyWeekday ? !dayExists || !weekdayExists : !dayExists && !weekdayExists;
}
