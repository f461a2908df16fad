// When the schedules of an app fire in a week, how many run at once, and which are those when it is most. No clock: the same input is the same week.
import { minutesOf } from '../kube/values/next-runs';
import { isMap } from '../shape/shape';
import type { Entry } from './objects';

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const DAY = 24 * 60;
const WEEK = DAYS.length * DAY;

/** A Monday that begins a month and a year: what is weekly, monthly or yearly is most likely to be seen. */
const START = new Date('2024-01-01T00:00:00Z');

/** A CronJob and when it starts. */
export interface Row {
  readonly object: unknown;
  readonly name: string;
  readonly schedule: string;
  readonly timeZone?: string;
  readonly suspended: boolean;
  /** Minutes that a run takes at most; undefined when nothing says it. */
  readonly longest?: number;
  /** The minutes of the week in which it starts. */
  readonly runs: readonly number[];
}

/** The minutes, from one to before another, when more run at once than before and after. */
export interface Peak {
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
}

export interface Timeline {
  /** As they start, those that do not last. */
  readonly rows: readonly Row[];
  /** How many run, a minute of the week each. */
  readonly running: readonly number[];
  /** The highest; those of the same jobs are one, at their first time, with how often it comes. */
  readonly peaks: readonly (Peak & { readonly times: number })[];
}

/** The week of all CronJobs. */
export function timelineOf(entries: readonly Entry[]): Timeline {
  const minutes = minutesBySchedule();
  const rows = entries.flatMap(({ object }) => rowOf(object, minutes) ?? []);
  const firstOf = ({ runs: [first = WEEK] }: Row): number => first;
  rows.sort((a, b) => firstOf(a) - firstOf(b) || (a.name < b.name ? -1 : Number(a.name > b.name)));
  const busy = busyRows(rows);
  const running = new Array<number>(WEEK).fill(0);
  const times = new Map<Uint8Array, number>();
  for (const each of busy) times.set(each, (times.get(each) ?? 0) + 1);
  for (const [each, number] of times) each.forEach((one, minute) => (running[minute]! += one * number));
  return { rows, running, peaks: peaksOf(rows, busy, running) };
}

type Minutes = (schedule: string, zone: string | undefined) => readonly number[];

/** Many jobs have the same few schedules. */
function minutesBySchedule(): Minutes {
  const known = new Map<string, readonly number[]>();
  return (schedule, zone) => {
    const key = JSON.stringify([schedule, zone]);
    const found = known.get(key) ?? startsOf(schedule, zone);
    known.set(key, found);
    return found;
  };
}

/** None of a schedule that the server would refuse, which is reported elsewhere. */
function startsOf(schedule: string, zone: string | undefined): number[] {
  try {
    return minutesOf(schedule, zone, START, WEEK);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [];
  }
}

function rowOf(object: unknown, minutes: Minutes): Row | undefined {
  if (!isMap(object) || object.kind !== 'CronJob' || !isMap(object.spec) || !isMap(object.metadata)) return undefined;
  const { schedule, timeZone, suspend, jobTemplate } = object.spec;
  if (typeof schedule !== 'string') return undefined;
  const job = isMap(jobTemplate) && isMap(jobTemplate.spec) ? jobTemplate.spec : {};
  const deadline = job.activeDeadlineSeconds;
  const { name, namespace } = object.metadata;
  const zone = typeof timeZone === 'string' ? timeZone : undefined;
  return {
    object,
    name: `${typeof namespace === 'string' ? `${namespace}/` : ''}${String(name)}`,
    schedule,
    ...(zone !== undefined && { timeZone: zone }),
    suspended: suspend === true,
    ...(typeof deadline === 'number' && deadline > 0 && { longest: Math.ceil(deadline / 60) }),
    runs: suspend === true ? [] : minutes(schedule, zone),
  };
}

/** {@link busyOf} each row; those of one schedule and length are the same. */
function busyRows(rows: readonly Row[]): Uint8Array[] {
  const known = new Map<Row['runs'], Map<number | undefined, Uint8Array>>();
  return rows.map((row) => {
    const same = known.get(row.runs) ?? new Map<number | undefined, Uint8Array>();
    known.set(row.runs, same);
    const busy = same.get(row.longest) ?? busyOf(row);
    same.set(row.longest, busy);
    return busy;
  });
}

/** One for each minute in which it runs; a run of which nothing says how long it takes counts as a minute. */
function busyOf({ runs, longest = 1 }: Row): Uint8Array {
  const busy = new Uint8Array(WEEK);
  let filled = 0;
  for (const run of runs) {
    const end = Math.min(WEEK, run + longest);
    busy.fill(1, Math.max(run, filled), Math.max(end, filled));
    filled = Math.max(filled, end);
  }
  return busy;
}

const SHOWN_PEAKS = 8;
/** Peaks that are looked at, the highest of all. */
const LOOKED_AT = 400;

function peaksOf(
  rows: readonly Row[],
  busy: readonly Uint8Array[],
  running: readonly number[],
): (Peak & { times: number })[] {
  const places: { start: number; end: number }[] = [];
  for (let start = 0; start < WEEK;) {
    let end = start + 1;
    while (end < WEEK && running[end] === running[start]) end++;
    const [before = 0, after = 0] = [running[start - 1], running[end]];
    if (running[start]! > 1 && running[start]! > before && running[start]! > after) places.push({ start, end });
    start = end;
  }
  places.sort((a, b) => running[b.start]! - running[a.start]! || a.start - b.start);
  const found = new Map<string, Peak & { times: number }>();
  for (const place of places.slice(0, LOOKED_AT)) {
    const inside = rows.flatMap((_, index) => (busy[index]![place.start] === 1 ? [index] : []));
    const key = inside.join();
    const same = found.get(key);
    if (same !== undefined) same.times++;
    else if (found.size < SHOWN_PEAKS)
      found.set(key, { ...place, names: inside.map((index) => rows[index]!.name).sort(), times: 1 });
  }
  return [...found.values()];
}
