/**
 * When a CronJob's schedule fires next: the same instants as robfig/cron finds, over daylight saving changes too (a time
 * that is skipped does not fire, a time that comes twice fires twice).
 * https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
import { type CronFields, neverFires, parseSchedule } from './cron';

const DAY = 24 * 3_600_000;

/**
 * The next `count` times after `from`, in order; fewer (or none) when the schedule has no time in the five years after
 * that, as in the server.
 * @param timeZone the zone of `spec.timeZone`; a `TZ=` prefix in the schedule goes before it; UTC when there is neither.
 * @throws RangeError when the schedule or the time zone is not valid (see `cronProblem`, `timeZoneProblem`).
 */
export function nextRuns(schedule: string, timeZone: string | undefined, from: Date, count: number): Date[] {
  const parsed = parseSchedule(schedule);
  if ('problem' in parsed) throw new RangeError(`the schedule ${parsed.problem.message}`);
  const runs: Date[] = [];
  let time = from.getTime();
  if (parsed.kind === 'every') {
    const seconds = Number(parsed.nanoseconds / 1_000_000_000n);
    // Whole seconds, at least one.
    const delay = Math.max(1, seconds) * 1000;
    for (time = Math.floor(time / 1000) * 1000 + delay; runs.length < count; time += delay) {
      const run = new Date(time);
      if (Number.isNaN(run.getTime())) break;
      runs.push(run);
    }
    return runs;
  }
  if (neverFires(parsed)) return runs;
  const offset = offsetIn(parsed.zone ?? timeZone ?? 'UTC');
  while (runs.length < count) {
    const next = nextRun(parsed.fields, offset, time);
    if (next === undefined) break;
    runs.push(new Date(next));
    time = next;
  }
  return runs;
}

/**
 * In which of the `minutes` from `from` (a full minute) on a schedule fires: what {@link nextRuns} finds one by one, read off the fields.
 * @throws RangeError as {@link nextRuns} does.
 */
export function minutesOf(schedule: string, timeZone: string | undefined, from: Date, minutes: number): number[] {
  const parsed = parseSchedule(schedule);
  if ('problem' in parsed) throw new RangeError(`the schedule ${parsed.problem.message}`);
  const start = from.getTime();
  if (parsed.kind === 'every') {
    const delay = Math.max(1, Number(parsed.nanoseconds / 1_000_000_000n)) / 60;
    if (delay <= 1) return Array.from({ length: minutes }, (_, index) => index);
    return Array.from({ length: Math.floor(minutes / delay) }, (_, index) => Math.floor((index + 1) * delay)).filter(
      (minute) => minute < minutes,
    );
  }
  const offset = offsetIn(parsed.zone ?? timeZone ?? 'UTC');
  const found: number[] = [];
  let shift = offset(start);
  for (let minute = 0; minute < minutes;) {
    const local = new Date(start + minute * 60_000 + shift);
    // Clocks change at a full hour.
    const next = Math.min(minutes, minute + 60 - local.getUTCMinutes());
    if (has(parsed.fields.hours, local.getUTCHours()) && isDay(parsed.fields, local))
      for (let each = minute; each < next; each++)
        if (has(parsed.fields.minutes, local.getUTCMinutes() + each - minute)) found.push(each);
    minute = next;
    shift = offset(start + minute * 60_000);
  }
  return found;
}

const has = (bits: bigint, number: number): boolean => ((bits >> BigInt(number)) & 1n) === 1n;

/** Where both kinds of day are stated, one of them is enough. */
function isDay({ days, months, weekdays, anyDay, anyWeekday }: CronFields, local: Date): boolean {
  if (!has(months, local.getUTCMonth() + 1)) return false;
  const [day, weekday] = [has(days, local.getUTCDate()), has(weekdays, local.getUTCDay())];
  return anyDay || anyWeekday ? day && weekday : day || weekday;
}

/** Milliseconds that local time is ahead of UTC at an instant. */
type Offset = (time: number) => number;

function offsetIn(zone: string): Offset {
  // Names that mean UTC but that Node does not know under this name.
  if (zone === '' || zone === 'Local' || zone === 'UTC' || zone === 'Factory') return () => 0;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (time) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(time)) part[type] = Number(value);
    const local = Date.UTC(
      part['year'] as number,
      (part['month'] as number) - 1,
      part['day'],
      part['hour'],
      part['minute'],
      part['second'],
    );
    return local - Math.floor(time / 1000) * 1000;
  };
}

/**
 * The first full local minute after `from` that all fields name. cron-parser steps through the calendar; what a change of the clock does to it
 * is robfig's, so that the calendar is read in local time and only as far as the offset stays the same.
 */
function nextRun(fields: CronFields, offset: Offset, from: number): number | undefined {
  let time = Math.floor(from / 1000) * 1000 + 1000;
  for (;;) {
    const shift = offset(time);
    const local = nextLocal(fields, time + shift);
    if (local === undefined) return undefined;
    const run = local - shift;
    if (offset(run) === shift && (run - time < CHANGE_EVERY || !changes(offset, time, run))) return run;
    time = changeBetween(offset, time, run);
  }
}

/** Zones keep an offset for at least this long, so that two equal offsets no further apart have no other between them. */
const CHANGE_EVERY = 7 * DAY;

function changes(offset: Offset, low: number, high: number): boolean {
  const before = offset(low);
  for (let time = low; time < high; time += CHANGE_EVERY) if (offset(time) !== before) return true;
  return false;
}

/** The first local time from `local` on that all fields name, as if the clock never changed. */
function nextLocal(fields: CronFields, local: number): number | undefined {
  const lastYear = new Date(local).getUTCFullYear() + 5;
  const [days, weekdays] = [list(fields.days, 1, 31), list(fields.weekdays, 0, 6)];
  // Of `*/2` beside another field both must match, where cron-parser takes either: it gets the days, and the weekday is looked at here.
  const both = (fields.anyDay || fields.anyWeekday) && days !== '*' && weekdays !== '*';
  const expression = [
    list(fields.minutes, 0, 59),
    list(fields.hours, 0, 23),
    // An empty list beside another that names days adds none to them.
    days === '' ? '*' : days,
    list(fields.months, 1, 12),
    both || weekdays === '' ? '*' : weekdays,
  ].join(' ');
  try {
    const runs = calendar().parse(expression, { currentDate: new Date(local - 1), tz: 'UTC' });
    for (;;) {
      const run = runs.next().toDate();
      if (run.getUTCFullYear() > lastYear) return undefined;
      if (!both || ((fields.weekdays >> BigInt(run.getUTCDay())) & 1n) === 1n) return run.getTime();
    }
  } catch {
    // A day that no month of the schedule has.
    return undefined;
  }
}

/** Loaded when the first schedule is computed: it takes longer to load than everything else. */
function calendar(): typeof import('cron-parser').CronExpressionParser {
  return (require('cron-parser') as typeof import('cron-parser')).CronExpressionParser;
}

/** `1,3,5` for the bits from `low` to `high`; `*` for all of them. */
function list(bits: bigint, low: number, high: number): string {
  const numbers = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const set = numbers.filter((number) => ((bits >> BigInt(number)) & 1n) === 1n);
  return set.length === numbers.length ? '*' : set.join(',');
}

/** The instant (to the second) in (`low`, `high`] from which on the offset is no longer that of `low`. */
function changeBetween(offset: Offset, low: number, high: number): number {
  const before = offset(low);
  let [from, to] = [low / 1000, high / 1000];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offset(middle * 1000) === before) from = middle;
    else to = middle;
  }
  return to * 1000;
}
