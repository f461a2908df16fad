import { plainKey, resolvePlain, type PlainValue } from '../../lib/text/yaml-scalar';

// What sigs.k8s.io/yaml 1.6.0 makes of them.
test.each<[string, PlainValue]>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map(
    (text) => [text, true] as [string, PlainValue],
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map(
    (text) => [text, false] as [string, PlainValue],
  ),
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, null] as [string, PlainValue]),
  ...[
    'tRue',
    'nULL',
    '12:30',
    '12:30:45',
    '2001-01-01',
    '=',
    '<<',
    '0b2',
    '1e',
    '0x',
    '0o8',
    '.',
    '-',
    '+',
    '1.2.3',
  ].map((text) => [text, text] as [string, PlainValue]),
  ...['1e999', '_1', '._5', '.5_', '0xg', '--1', '0x1.8', '99z'].map((text) => [text, text] as [string, PlainValue]),
  ['0', 0],
  ['-0', 0],
  ['0755', 493],
  ['0o755', 493],
  ['0O17', 15],
  ['0B11', 3],
  ['0X1F', 31],
  ['-0x1f', -31],
  ['+1', 1],
  ['1_000', 1000],
  ['08', 8],
  ['.5', 0.5],
  ['.5_0', 0.5],
  ['-.5', -0.5],
  ['5.', 5],
  ['1e3', 1000],
  ['4.2e2', 420],
  ['.inf', Infinity],
  ['-.Inf', -Infinity],
  ['.NaN', NaN],
  ['9007199254740991', 9007199254740991],
  ['9007199254740993', 9007199254740993n],
  ['0xffffffffffffffff', 18446744073709551615n],
  ['0x1ffffffffffffffff', '0x1ffffffffffffffff'],
])('%s is %p', (text, value) => expect(resolvePlain(text)).toBe(value));

test('a decimal beyond 64 bits is not rounded in silence', () => {
  expect(typeof resolvePlain('99999999999999999999')).toBe('bigint');
  expect(typeof resolvePlain('9'.repeat(1_000_000))).toBe('bigint');
});

// As strconv.FormatFloat(key, 'g', -1, 32) prints them.
test.each<[string, string | undefined]>([
  ['1.5', '1.5'],
  ['1e5', '100000'],
  ['1e6', '1e+06'],
  ['1000000', '1000000'],
  ['123456.7', '123456.7'],
  ['1234567.5', '1.2345675e+06'],
  ['0.0001', '0.0001'],
  ['0.00001', '1e-05'],
  ['3.0', '3'],
  ['-0.0', '-0'],
  ['.inf', '.inf'],
  ['0755', '493'],
  ['yes', 'true'],
  ['9007199254740993', '9007199254740993'],
  ['18446744073709551615', undefined],
  ['~', undefined],
])('the key %s is %p', (text, key) => expect(plainKey(text)).toBe(key));
