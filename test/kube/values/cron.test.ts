import fc from '../../property';
import { cronProblem, neverFires, parseSchedule } from '../../../lib/kube/values/cron';

test.each([
  '0 3 * * *',
  '* * * * ?',
  ' 0 0 * * * ',
  '0\t0\u00a0* * *',
  '1,,3 * * * *',
  ', * * * *',
  '*-7 * * * *',
  '0 0 1-5/2 JAN-dec Mon',
  '5/10 * * * *',
  '07 +3 * * *',
  '*/9223372036854775807 * * * *',
  '0 0 31 2 *',
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
  '@every 1h30m',
  '@every -1h',
  '@every 0',
  'TZ=UTC 0 0 * * *',
  'CRON_TZ=Europe/Paris @daily',
  'TZ= 0 0 * * *',
  'TZ=Local 0 0 * * *',
  '0 0 * * FR\u0130',
])('takes %j', (schedule) => expect(cronProblem(schedule)).toBeUndefined());

test.each([
  ['', /empty/, /five fields/],
  ['0 0 * * 7', /day of week.*7 is above 6/, /Sunday is 0/],
  ['0 0 * * 5-7', /above 6/, /"0,5-6"/],
  ['0 0 * * 1-7', /above 6/, /"\*"/],
  ['0 0 0 * * *', /exactly 5 fields .*found 6/, /no field for seconds: write "0 0 \* \* \*"/],
  ['0 0 * *', /found 4/, /\*"/],
  ['daily', /found 1/, /"@daily"/],
  ['@reboot', /no such name/, /start-up/],
  ['@Daily', /no such name/, /"@daily"/],
  ['@daily ', /no such name/, /"@daily"/],
  ['@every 1d', /duration.*unit "d"/, /24h/],
  ['@every  1h', /duration/, /blanks/],
  ['60 * * * *', /minute.*60 is above 59/, /full hour is 0/],
  ['0 24 * * *', /hour.*24 is above 23/, /midnight is 0/],
  ['0 0 0 * *', /day of month.*0 is below 1/, undefined],
  ['0 0 * 13 *', /month.*13 is above 12/, undefined],
  ['0 0 * * FRI-SUN', /ends before it starts/, /"5-6,0"/],
  ['5-0 * * * *', /ends before/, /"5-59,0"/],
  ['0 0 L * *', /"L" is no number/, /no "L", "W" or "#"/],
  ['0 0 * * monday', /"monday" is no number/, /"mon"/],
  ['mon * * * *', /"mon" is no number/, /fields 4 and 5/],
  ['*/0 * * * *', /at least 1/, undefined],
  ['*/ * * * *', /step after "\/" is missing/, undefined],
  ['*/a * * * *', /step "a" is no whole number/, undefined],
  ['*/5/5 * * * *', /more than one "\/"/, undefined],
  ['1-2-3 * * * *', /more than one "-"/, undefined],
  ['-1 * * * *', /number is missing/, undefined],
  ['*/9223372036854775808 * * * *', /no whole number/, undefined],
  ['TZ=UTC', /must have a schedule after/, /spec\.timeZone/],
  ['TZ=Mars/Olympus 0 0 * * *', /time zone that is no exact name/, undefined],
  ['TZ=europe/paris 0 0 * * *', /time zone/, /Europe\/Paris/],
  ['\ufeff0 0 * * *', /no number/, undefined],
])('refuses %j', (schedule, message, hint) => {
  const problem = cronProblem(schedule);
  expect(problem?.message).toMatch(message);
  if (hint !== undefined) expect(problem?.hint).toMatch(hint);
});

test.each([
  ['0 0 31 2 *', true],
  ['0 0 30 2 ?', true],
  ['0 0 29 2 *', false],
  ['0 0 31 4,6,9,11 *', true],
  ['0 0 31 4,5 *', false],
  ['0 0 31 2 1', false],
  ['0 0 */30 2 *', false],
  [', * * * *', true],
  ['0 0 , 1 *', true],
  ['0 0 , 1 1', false],
  ['0 0 * * ,', true],
  ['@daily', false],
  ['@every 1h', false],
  ['nonsense', false],
])('%j never fires: %s', (schedule, expected) => expect(neverFires(schedule)).toBe(expected));

test('a prefix gives the zone', () => {
  expect(parseSchedule('TZ=Europe/Paris 0 0 * * *')).toMatchObject({ zone: 'Europe/Paris', kind: 'fields' });
  expect(parseSchedule('0 0 * * *')).not.toHaveProperty('zone');
});

test('any string gets an answer, huge ones too', () => {
  const unit = fc.constantFrom(...'0123456789*/,-? @abLW#TZ=\t');
  fc.assert(
    fc.property(
      fc.string({ unit }),
      (schedule) =>
        ['object', 'undefined'].includes(typeof cronProblem(schedule)) && typeof neverFires(schedule) === 'boolean',
    ),
  );
  for (const part of [' ', '*', '1,', '-', '/', '@', '9', 'a', '\n ']) {
    cronProblem(part.repeat(200_000));
    cronProblem(`${part.repeat(200_000)} * * * *`);
    cronProblem(`TZ=UTC ${part.repeat(200_000)}x`);
  }
});
