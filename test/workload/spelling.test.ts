// Editors are told never more than what is refused: whatever the rules take, the spelling takes.
import { cronProblem } from '../../lib/kube/values/cron';
import { parseQuantity } from '../../lib/kube/values/quantity';
import { label1123, subdomain } from '../../lib/kube/values/syntax';
import { LABEL, QUANTITIES, QUANTITY, SCHEDULE, SUBDOMAIN } from '../../lib/workload/model/spelling';
import fc, { runs } from '../property';

const textOf = (letters: string, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters), maxLength });
const field = fc.constantFrom('*', '0', '5', '*/5', '1-5', '1,2', 'MON', '?', 'x', '@daily', '1h', '');

test.each<[string, fc.Arbitrary<string>, (text: string) => boolean, string, number]>([
  ['quantity', textOf('0159.+-eEnumkKMGTPi ', 6), (text) => parseQuantity(text) !== undefined, QUANTITY, 20_000],
  ['range', textOf('015.+-eEmkMi ', 8), (text) => parseQuantity(text) !== undefined, QUANTITIES, 20_000],
  [
    'schedule',
    fc
      .array(field, { maxLength: 7 })
      .chain((fields) => fc.constantFrom(' ', '  ', '\t', '\n').map((space) => fields.join(space))),
    (text) => cronProblem(text) === undefined,
    SCHEDULE,
    5000,
  ],
  ['label', textOf('aZ09-._', 66), (text) => label1123(text) === undefined, LABEL, 5000],
  ['subdomain', textOf('a09-.', 12), (text) => subdomain(text) === undefined, SUBDOMAIN, 5000],
])('%s', (_, texts, isTaken, pattern, often) => {
  const spelling = new RegExp(pattern, 'u');
  let taken = 0;
  fc.assert(
    fc.property(texts, (text) => {
      if (!isTaken(text)) return;
      taken++;
      expect(text).toMatch(spelling);
    }),
    { numRuns: runs(often) },
  );
  expect(taken).toBeGreaterThan(often / 500);
});

test.each([
  [QUANTITY, ['0,5', '512MB', '1 Gi', '', 'a']],
  [QUANTITIES, ['1..2', '0,5-1', '512MB']],
  [SCHEDULE, ['every day at 5', '* * * *', '0 0 5 * * *', '5']],
  [LABEL, ['My_Task', '-a', 'a.b', 'a'.repeat(64)]],
  [SUBDOMAIN, ['A', 'a_b', '.a']],
])('%s is a help: it marks', (pattern, texts) => {
  for (const text of texts) expect(text).not.toMatch(new RegExp(pattern, 'u'));
});
