/**
 * When a CronJob's schedule fires next: the same instants as robfig/cron finds, over daylight saving changes too (a time
 * that is skipped does not fire, a time that comes twice fires twice).
 * https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
import { parseSchedule, type CronFields } from './cron';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

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
  const offset = offsetIn(parsed.zone ?? timeZone ?? 'UTC');
  while (runs.length < count) {
    const next = nextRun(parsed.fields, offset, time);
    if (next === undefined) break;
    runs.push(new Date(next));
    time = next;
  }
  return runs;
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

/** The first full local minute after `from` that all fields name. */
function nextRun(fields: CronFields, offset: Offset, from: number): number | undefined {
  let time = Math.floor(from / 1000) * 1000 + 1000;
  let shift = offset(time);
  const lastYear = new Date(time + shift).getUTCFullYear() + 5;
  for (;;) {
    const local = time + shift;
    const date = new Date(local);
    if (date.getUTCFullYear() > lastYear) return undefined;
    const step = untilPossible(fields, date, local);
    if (step === 0) return time;
    const later = time + step;
    const laterShift = offset(later);
    time = laterShift === shift ? later : changeBetween(offset, time, later);
    shift = laterShift === shift ? shift : offset(time);
  }
}

/** How far the next local time that could match is: 0 when this one does; never beyond one that matches. */
function untilPossible(fields: CronFields, date: Date, local: number): number {
  const intoDay = ((local % DAY) + DAY) % DAY;
  const months = fields.months >> BigInt(date.getUTCMonth() + 1);
  if ((months & 1n) === 0n || !dayMatches(fields, date)) return DAY - intoDay;
  const intoHour = intoDay % HOUR;
  if (((fields.hours >> BigInt(date.getUTCHours())) & 1n) === 0n) return HOUR - intoHour;
  const intoMinute = intoHour % MINUTE;
  if (intoMinute !== 0) return MINUTE - intoMinute;
  return ((fields.minutes >> BigInt(date.getUTCMinutes())) & 1n) === 1n ? 0 : MINUTE;
}

/** A free `*` leaves the other field to decide; two limited fields are alternatives. */
function dayMatches(fields: CronFields, date: Date): boolean {
  const day = ((fields.days >> BigInt(date.getUTCDate())) & 1n) === 1n;
  const weekday = ((fields.weekdays >> BigInt(date.getUTCDay())) & 1n) === 1n;
  return fields.anyDay || fields.anyWeekday ? day && weekday : day || weekday;
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
