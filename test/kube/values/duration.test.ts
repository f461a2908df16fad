import fc from '../../property';
import { parseDuration } from '../../../lib/kube/values/duration';

test.each([
  ['1h30m', 5_400_000_000_000n],
  ['1.5h', 5_400_000_000_000n],
  ['-1h', -3_600_000_000_000n],
  ['5ms', 5_000_000n],
  ['0', 0n],
  ['+0', 0n],
  ['1\u00b5s', 1000n],
  ['9223372036854775807ns', 9223372036854775807n],
  ['-9223372036854775808ns', -9223372036854775808n],
  ['1.000000000000000000001s', 1_000_000_000n],
])('%j is %d ns', (text, nanoseconds) => expect(parseDuration(text)).toEqual({ nanoseconds }));

test.each([
  ['1d', /unit "d"/, /24h/],
  ['2 weeks', /unit " weeks"/, /336h/],
  ['60', /no unit/, /60s for seconds/],
  [' 1h', /without blanks/, /remove/],
  ['', /number with a unit/, undefined],
  ['-', /number with a unit/, undefined],
  ['.s', /numbers with units/, undefined],
  ['1hour', /unit "hour"/, /write "h"/],
  ['300y', /unit "y"/, undefined],
  ['9223372036854775808ns', /292 years/, undefined],
  ['99999999999h', /292 years/, undefined],
])('%j is refused', (text, problem, hint) => {
  const result = parseDuration(text) as { problem: string; hint?: string };
  expect(result.problem).toMatch(problem);
  if (hint !== undefined) expect(result.hint).toMatch(hint);
});

test('any string ends', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789.+-hmsnu d') }),
      (text) => typeof parseDuration(text) === 'object',
    ),
  );
  for (const part of ['1', '1h', '.', '0h', 'h']) parseDuration(part.repeat(500_000));
});
