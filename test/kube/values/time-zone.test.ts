import fc, { runs } from '../../property';
import { isTimeZone, timeZoneProblem, timeZones } from '../../../lib/kube/values/time-zone';

test('has the 598 names', () => expect(timeZones().size).toBe(598));

test.each([
  'US/Pacific',
  'EST',
  'Zulu',
  'Factory',
  'Etc/GMT+5',
  'GMT+0',
  'EST5EDT',
  'Europe/Paris',
  'UTC',
  'America/Argentina/ComodRivadavia',
])('takes %s', (name) => {
  expect(isTimeZone(name)).toBe(true);
  expect(timeZoneProblem(name)).toBeUndefined();
});

test.each([
  ['europe/paris', '"Europe/Paris"'],
  ['Europe/paris', '"Europe/Paris"'],
  ['Europe/Parris', '"Europe/Paris"'],
  ['Paris', '"Europe/Paris"'],
  ['America/New York', '"America/New_York"'],
  ['UTC+1', '"Etc/GMT-1"'],
  ['+01:00', '"Etc/GMT-1"'],
  ['PST', '"America/Los_Angeles"'],
  ['CEST', '"Europe/Berlin"'],
  ['utc', '"UTC"'],
  ['Local', '"UTC"'],
  ['Mars/Olympus', 'named like'],
  ['Europe//Paris', '"Europe/Paris"'],
  ['', 'leave the field out'],
])('refuses %j with a hint to %s', (name, hint) => expect(timeZoneProblem(name)?.hint).toContain(hint));

test('any string gets an answer at once', () => {
  fc.assert(
    fc.property(fc.string(), (name) => (timeZoneProblem(name) === undefined) === isTimeZone(name)),
    { numRuns: runs(50) },
  );
  timeZoneProblem('a/'.repeat(1_000_000));
});
