// Times in metadata and status: RFC 3339, as Go's time.Parse reads it.
// https://pkg.go.dev/time#Parse

const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d+)?(?:Z|[+-](\d{2}):(\d{2}))$/;

/** What is wrong with a time, as a sentence, or nothing. */
export function timestamp(value: string): string | undefined {
  const match = FORM.exec(value);
  if (match === null) return 'must be a time such as 2024-01-31T12:00:00Z';
  const [year, month, day, hour, minute, second, zoneHour, zoneMinute] = match
    .slice(1)
    .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number, number, number];
  if (month < 1 || month > 12) return 'there is no such month';
  if (day < 1 || day > daysOf(year, month)) return 'there is no such day';
  if (hour > 23 || minute > 59 || second > 59) return 'there is no such time of day';
  return zoneHour > 24 || zoneMinute > 60 ? 'there is no such zone' : undefined;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
