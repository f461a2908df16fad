import { minutesOf, nextRuns } from '../../../lib/kube/values/next-runs';
import { timeZones } from '../../../lib/kube/values/time-zone';

const runs = (schedule: string, zone: string | undefined, from: string, count = 3): string[] =>
  nextRuns(schedule, zone, new Date(from), count).map((run) => run.toISOString().slice(0, 16));

test('plain schedules', () => {
  expect(runs('0 3 * * *', undefined, '2026-01-01T03:00:00Z')).toEqual([
    '2026-01-02T03:00',
    '2026-01-03T03:00',
    '2026-01-04T03:00',
  ]);
  expect(runs('*/20 * * * *', 'UTC', '2026-01-01T00:01:30Z')).toEqual([
    '2026-01-01T00:20',
    '2026-01-01T00:40',
    '2026-01-01T01:00',
  ]);
  expect(runs('0 0 13 * FRI', 'UTC', '2026-02-01T00:00:00Z')).toEqual([
    '2026-02-06T00:00',
    '2026-02-13T00:00',
    '2026-02-20T00:00',
  ]);
  expect(runs('@monthly', 'Europe/Paris', '2026-06-15T00:00:00Z', 1)).toEqual(['2026-06-30T22:00']);
});

test('skipped times do not fire, doubled times fire twice', () => {
  expect(runs('30 2 * * *', 'Europe/Paris', '2026-03-28T00:00:00Z')).toEqual([
    '2026-03-28T01:30',
    '2026-03-30T00:30',
    '2026-03-31T00:30',
  ]);
  expect(runs('30 2 * * *', 'Europe/Paris', '2026-10-24T12:00:00Z')).toEqual([
    '2026-10-25T00:30',
    '2026-10-25T01:30',
    '2026-10-26T01:30',
  ]);
});

test('durations go on from now, in whole seconds and at least one', () => {
  expect(runs('@every 1h30m', 'UTC', '2026-01-01T00:00:00Z', 2)).toEqual(['2026-01-01T01:30', '2026-01-01T03:00']);
  expect(nextRuns('@every -1h', 'UTC', new Date(500), 2).map(Number)).toEqual([1000, 2000]);
});

test('the prefix goes before the field, and what never fires has no runs', () => {
  expect(runs('TZ=Asia/Tokyo 0 0 * * *', 'UTC', '2026-01-01T00:00:00Z', 1)).toEqual(['2026-01-01T15:00']);
  expect(runs('0 0 31 2 *', 'UTC', '2026-01-01T00:00:00Z')).toEqual([]);
  expect(() => nextRuns('nonsense', 'UTC', new Date(0), 1)).toThrow(RangeError);
});

test('every zone is known', () => {
  for (const zone of timeZones()) expect(nextRuns('0 0 * * *', zone, new Date(0), 1)).toHaveLength(1);
});

test.each(['2024-01-01T00:00:00Z', '2026-03-28T12:00:00Z', '2026-10-24T12:00:00Z', '2026-10-03T12:00:00Z'])(
  'the minutes of three days from %s are those of the runs one by one',
  (time) => {
    const schedules = [
      '7 * * * *',
      '30 2 * * *',
      '0 0 1 * MON',
      '*/20 1-4 */2 * 0-3',
      '@every 7h',
      '0 0 30 2 *',
      '15 2,3 * * *',
    ];
    const from = new Date(time);
    const minutes = 3 * 24 * 60;
    for (const schedule of schedules) {
      for (const zone of [undefined, 'Europe/Paris', 'Asia/Kolkata', 'Australia/Lord_Howe']) {
        const expected = nextRuns(schedule, zone, new Date(from.getTime() - (schedule.startsWith('@') ? 0 : 1)), 100)
          .map((run) => Math.floor((run.getTime() - from.getTime()) / 60_000))
          .filter((minute) => minute < minutes);
        const found = minutesOf(schedule, zone, from, minutes);
        expect([schedule, zone, found]).toEqual([schedule, zone, expected]);
      }
    }
  },
);

test('each minute, and durations shorter than one', () => {
  const from = new Date('2024-01-01T00:00:00Z');
  for (const schedule of ['* * * * *', '@every 1m', '@every 5s'])
    expect(minutesOf(schedule, undefined, from, 3)).toEqual([0, 1, 2]);
  expect(() => minutesOf('nonsense', undefined, from, 3)).toThrow(RangeError);
});
