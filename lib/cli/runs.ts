// When the schedule of a workload fires next, in its own time zone.
import { parseSchedule } from '../kube/values/cron';
import { nextRuns } from '../kube/values/next-runs';
import type { Workload } from '../workload/model/workload';

/** The next runs of a scheduled Job. */
export interface Runs {
  /** Its name. */
  readonly workload: string;
  readonly schedule: string;
  /** The zone that counts; undefined: the controller's, for which UTC is shown. */
  readonly timeZone: string | undefined;
  readonly next: readonly { readonly time: Date; readonly local: string }[];
  /** Why there are none. */
  readonly problem?: string;
}

/** How many are shown. */
const RUNS = 5;

/** The next runs of a workload; undefined for one without a schedule. */
export function runsOf(workload: Workload, now: Date): Runs | undefined {
  if (workload.kind !== 'Job' || typeof workload.schedule !== 'string' || workload.schedule === '') return undefined;
  const { name = '', schedule } = workload;
  const timeZone = zoneOf(schedule) ?? workload.timeZone;
  const about = { workload: name, schedule, timeZone };
  try {
    const next = nextRuns(schedule, workload.timeZone, now, RUNS).map((time) => ({
      time,
      local: inZone(time, timeZone),
    }));
    return { ...about, next, ...(next.length === 0 && { problem: 'it never fires' }) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...about, next: [], problem: error.message };
  }
}

/** The zone of a `TZ=` or `CRON_TZ=` in front of the fields. */
function zoneOf(schedule: string): string | undefined {
  const parsed = parseSchedule(schedule);
  return 'problem' in parsed || parsed.kind === 'every' ? undefined : parsed.zone;
}

/** `Sun 2026-11-22 05:00 +01:00`. */
export function inZone(time: Date, timeZone = 'UTC'): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timeZone === '' || timeZone === 'Local' ? 'UTC' : timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'longOffset',
  });
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const offset = part['timeZoneName']!.replace('GMT', '') || '+00:00';
  return `${part['weekday']} ${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']} ${offset}`;
}
