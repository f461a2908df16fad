/**
 * The time zones that a CronJob may name: the exact, case-sensitive names of the tz database in Go's distribution.
 * https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones
 */
import type { Fix } from '../../report/problem';
import { certain, didYouMean, nearest } from '../../report/suggest';
import { TIME_ZONE_NAMES } from './time-zone-names';

let known: Set<string> | undefined;

/** All names, links such as `US/Pacific` included, in order. */
export function timeZones(): ReadonlySet<string> {
  known ??= new Set(TIME_ZONE_NAMES.trim().split(/\s+/));
  return known;
}

/** Whether the name is one of {@link timeZones}, in exactly this spelling. */
export function isTimeZone(name: string): boolean {
  return timeZones().has(name);
}

/** What is wrong with the name of a time zone, with the nearest real one; undefined when it is one. */
export function timeZoneProblem(name: string): { message: string; hint?: string; fix?: Fix } | undefined {
  if (name !== '' && isTimeZone(name)) return undefined;
  const message = 'is no exact name of a time zone of the tz database';
  const hint = hintFor(name);
  const only = certain(name, timeZones());
  // What is certain is what the hint says.
  const fix = only !== undefined && hint === didYouMean(only) ? { fix: { value: only } } : undefined;
  return { message, ...(hint !== undefined && { hint }), ...fix };
}

const COMMON = new Map([
  ['cest', 'Europe/Berlin'],
  ['bst', 'Europe/London'],
  ['pst', 'America/Los_Angeles'],
  ['pdt', 'America/Los_Angeles'],
  ['mdt', 'America/Denver'],
  ['cst', 'America/Chicago'],
  ['cdt', 'America/Chicago'],
  ['edt', 'America/New_York'],
  ['ist', 'Asia/Kolkata'],
  ['jst', 'Asia/Tokyo'],
  ['aest', 'Australia/Sydney'],
  ['z', 'UTC'],
  ['local', 'UTC'],
]);

function hintFor(name: string): string | undefined {
  if (name === '') return 'leave the field out for the time zone of the cluster, or write "Etc/UTC"';
  const offset = /^(?:UTC|GMT)?([+-])0?([0-9]{1,2})(?::?00)?$/i.exec(name);
  if (offset !== null) return offsetHint(offset[1] as string, Number(offset[2]));
  const common = COMMON.get(name.length < 10 ? name.toLowerCase() : '');
  if (common !== undefined) return didYouMean(common);
  const nearby = nearest(name, timeZones());
  const near = nearby?.toLowerCase() === name.toLowerCase() ? nearby : (cityCalled(name) ?? nearby);
  return didYouMean(near, 'zones are named like "Europe/Paris" or "Etc/UTC"');
}

/** The database counts the other way round: Etc/GMT-2 is two hours ahead of UTC. */
function offsetHint(sign: string, hours: number): string | undefined {
  const name = hours === 0 ? 'Etc/UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`;
  return isTimeZone(name) ? `write "${name}" (the sign is the other way round there)` : undefined;
}

function cityCalled(name: string): string | undefined {
  if (name.length > 40) return undefined;
  const city = name
    .slice(name.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z]+/g, '');
  if (city.length < 3) return undefined;
  for (const zone of timeZones()) {
    const last = zone
      .slice(zone.lastIndexOf('/') + 1)
      .toLowerCase()
      .replace(/[^a-z]+/g, '');
    if (zone.includes('/') && last === city) return zone;
  }
  return undefined;
}
