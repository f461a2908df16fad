// When the schedules of an app fire within 24 hours, and which of them run at the same time.
import { nextRuns } from '../kube/values/next-runs';
import { isMap } from '../shape/shape';
import type { Entry } from './objects';

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** A CronJob and its runs. */
export interface Row {
  readonly name: string;
  readonly schedule: string;
  readonly timeZone?: string;
  readonly suspended: boolean;
  /** Milliseconds that a run takes at most; undefined when nothing says it. */
  readonly longest?: number;
  /** Starts, in milliseconds after the timeline's. */
  readonly runs: readonly number[];
}

/** A time in which two or more run. */
export interface Overlap {
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
}

export interface Timeline {
  readonly start: Date;
  readonly rows: readonly Row[];
  readonly overlaps: readonly Overlap[];
}

/** The 24 hours that begin with the present one. */
export function timelineOf(entries: readonly Entry[], now: Date): Timeline {
  const start = new Date(Math.floor(now.getTime() / (60 * MINUTE)) * 60 * MINUTE);
  const rows = entries.flatMap(({ object }) => rowOf(object, start) ?? []);
  return { start, rows, overlaps: overlapsOf(rows) };
}

function rowOf(object: unknown, start: Date): Row | undefined {
  if (!isMap(object) || object.kind !== 'CronJob' || !isMap(object.spec) || !isMap(object.metadata)) return undefined;
  const { schedule, timeZone, suspend, jobTemplate } = object.spec;
  if (typeof schedule !== 'string') return undefined;
  const job = isMap(jobTemplate) && isMap(jobTemplate.spec) ? jobTemplate.spec : {};
  const deadline = job.activeDeadlineSeconds;
  const { name, namespace } = object.metadata;
  const zone = typeof timeZone === 'string' ? timeZone : undefined;
  return {
    name: `${typeof namespace === 'string' ? `${namespace}/` : ''}${String(name)}`,
    schedule,
    ...(zone !== undefined && { timeZone: zone }),
    suspended: suspend === true,
    ...(typeof deadline === 'number' && { longest: deadline * 1000 }),
    runs: suspend === true ? [] : runsFrom(schedule, zone, start),
  };
}

/** All starts of a day; none of a schedule that the server would refuse, which is reported elsewhere. */
function runsFrom(schedule: string, zone: string | undefined, start: Date): number[] {
  const end = start.getTime() + DAY;
  const runs: number[] = [];
  try {
    // Asked for in growing numbers: a schedule of once a year is not followed for years.
    for (let from = new Date(start.getTime() - 1000), count = 1; ; count *= 2) {
      const next = nextRuns(schedule, zone, from, count);
      runs.push(...next.map((run) => run.getTime()).filter((time) => time < end));
      const last = next.at(-1);
      if (next.length < count || last === undefined || last.getTime() >= end) break;
      from = last;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return runs.map((time) => time - start.getTime());
}

/** The times in which two or more run; a run of which nothing says how long it takes counts as a minute. */
function overlapsOf(rows: readonly Row[]): Overlap[] {
  const events = rows.flatMap(({ name, runs, longest = MINUTE }) =>
    runs.flatMap((start) => [
      { time: start, name, begins: true },
      { time: Math.min(DAY, start + Math.max(MINUTE, longest)), name, begins: false },
    ]),
  );
  events.sort((a, b) => a.time - b.time || Number(a.begins) - Number(b.begins));
  const running = new Map<string, number>();
  const overlaps: { start: number; end: number; names: Set<string> }[] = [];
  let open: (typeof overlaps)[number] | undefined;
  for (const { time, name, begins } of events) {
    const count = (running.get(name) ?? 0) + (begins ? 1 : -1);
    if (count > 0) running.set(name, count);
    else running.delete(name);
    if (running.size > 1) {
      if (open === undefined) overlaps.push((open = { start: time, end: time, names: new Set() }));
      for (const each of running.keys()) open.names.add(each);
    } else if (open !== undefined) {
      open.end = time;
      open = undefined;
    }
  }
  return overlaps.map(({ start, end, names }) => ({ start, end, names: [...names].sort() }));
}
