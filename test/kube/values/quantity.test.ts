import fc from '../../property';
import {
  canonicalQuantity,
  compareQuantity,
  isWhole,
  parseQuantity,
  type Quantity,
  quantityProblem,
  quantitySign,
  roundUpToMilli,
  storedForm,
  wholeUnits,
} from '../../../lib/kube/values/quantity';

const read = (text: string | number): Quantity => {
  const quantity = parseQuantity(text);
  if (quantity === undefined) throw new Error(`${text} is no quantity`);
  return quantity;
};
const rounded = (text: string): string => storedForm(roundUpToMilli(read(text)));

test.each([
  '1K',
  '1KB',
  '1MB',
  '64mb',
  '1ki',
  '1mi',
  '1KiB',
  '1i',
  '1e',
  '1e1.5',
  '1Z',
  '1,5',
  '1_000',
  '1.5.5',
  '0x10',
  '1 Gi',
  '50%',
  '',
  ' ',
  '1\n',
  'Ei',
  'Pi',
  'e-10',
  '1e9223372036854775808',
  '1e999999999',
  '1e-999999999',
  '--1',
  '1-',
  'NaN',
])('refuses %j', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
  expect(quantityProblem(text)?.message).toMatch(/^must/);
});

test.each([
  ['.5', '500m'],
  ['5.', '5.'],
  ['+1', '+1'],
  ['007', '007'],
  [' 1Gi ', '1Gi'],
  ['1n', '1n'],
  ['.', '0'],
  ['+', '0'],
  ['-', '0'],
  ['m', '0'],
  ['Gi', '0'],
  ['E', '0'],
  ['-0', '0'],
  ['0.5', '500m'],
  ['1000m', '1'],
  ['1024Mi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['1.5Ki', '1536'],
  ['1.1Ki', '1126400m'],
  ['1000', '1k'],
  ['1024', '1024'],
  ['0.5Ki', '512'],
  ['1e4', '10e3'],
  ['2.0', '2'],
  ['100Ei', '9223372036854775807'],
  ['0.0000000001', '1n'],
  ['1e-12', '1e-9'],
  ['1000E', '1'],
  ['1e4294967297', '10'],
  ['1E5', '100e3'],
  ['12345678901234567890', '12345678901234567890'],
])('%j is stored as %j', (text, stored) => {
  expect(canonicalQuantity(text)).toBe(stored);
  expect(quantityProblem(text)).toBeUndefined();
});

test('numbers are read as their JSON text', () => {
  expect(canonicalQuantity(1)).toBe('1');
  expect(canonicalQuantity(0.5)).toBe('500m');
  expect(canonicalQuantity(1e22)).toBe('10e21');
});

test('under resources quantities are rounded up to a thousandth', () => {
  expect([rounded('0.0001'), rounded('1.0001'), rounded('1n'), rounded('-0.0001'), rounded('1e-999')]).toEqual([
    '1m',
    '1001m',
    '1m',
    '-1m',
    '1e-3',
  ]);
  expect(compareQuantity(roundUpToMilli(read('0.0009')), roundUpToMilli(read('0.0001')))).toBe(0);
});

test.each([
  ['1Gi', '1G', 1],
  ['9223372036854775808', '9223372036854775807', 1],
  ['1000m', '1', 0],
  ['0.1', '100m', 0],
  ['1e99999999', '1e99999998', 1],
  ['-1e99999999', '1', -1],
  ['-2', '-1', -1],
  ['0', '-0', 0],
  ['1E', '1000P', 0],
])('%s against %s: %d', (a, b, expected) => {
  expect(compareQuantity(read(a), read(b))).toBe(expected);
  expect(compareQuantity(read(b), read(a))).toBe(expected === 0 ? 0 : -expected);
});

test('sign and wholeness', () => {
  expect(['-1', '-0', '0', '1n'].map((text) => quantitySign(read(text)))).toEqual([-1, 0, 0, 1]);
  expect(['1000m', '2.0', '1k', '0.5', '1n', '1e30'].map((text) => isWhole(roundUpToMilli(read(text))))).toEqual([
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(wholeUnits(read('3Mi'))).toBe(3145728n);
});

test.each([
  ['1KB', 'write 1k or 1Ki'],
  ['1K', 'write 1k or 1Ki'],
  ['512MB', 'write 512M or 512Mi'],
  ['64mb', 'write 64M or 64Mi'],
  ['0,20', 'write 0.20'],
  ['1 Gi', 'write 1Gi'],
  ['1KiB', 'write 1Ki'],
  ['1ki', 'write 1Ki'],
  ['1_000', 'write 1000'],
  ['2 cores', 'write 2'],
  ['500millicores', 'write 500m'],
  ['0x10', 'write 16'],
  ['50%', 'a percentage is no quantity: state an amount'],
  ['1Z', undefined],
])('the fix for %j: %j', (text, hint) => expect(quantityProblem(text)?.hint).toBe(hint));

test('any string gets an answer, huge ones too', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789.+-eEinumkKMGTP ') }),
      (text) => (parseQuantity(text) === undefined) === (quantityProblem(text) !== undefined),
    ),
  );
  for (const part of ['0', '1', '.', 'm', ' ', '-', 'e', '0.', 'Ki']) quantityProblem(part.repeat(300_000));
  quantityProblem(`${'0'.repeat(3_000_000)}x`);
  quantityProblem(`1e${'0'.repeat(3_000_000)}x`);
});
