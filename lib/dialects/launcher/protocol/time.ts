// Times of the protocol: RFC 3339 to the nanosecond, as Go reads them. https://pkg.go.dev/time#Time.UnmarshalJSON
import { timestamp } from '../../../kube/values/timestamp';

const PARTS = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)(?:[.,](\d+))?(?:Z|([+-])(\d+):(\d+))$/;

/** Nanoseconds since 1970, or nothing for a text that is no time. */
export function instant(text: string): bigint | undefined {
  const parts = timestamp(text) === undefined ? PARTS.exec(text) : null;
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', sign, zoneHour = 0, zoneMinute = 0] = parts;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute), Number(second));
  const zone = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000 * (sign === '-' ? -1 : 1);
  return BigInt(date.getTime() - zone) * 1_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
}
