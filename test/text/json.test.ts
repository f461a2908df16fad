import { parseText } from '../../lib/text/parse';

const read = (text: string) => parseText(text, { file: 'x.json' });
const problemsOf = (text: string): string[] =>
  read(text).problems.map(({ code, source, path }) => `${source!.line}:${source!.column} ${code} ${path.join('.')}`);

test('what JSON.parse takes silently is found, all of it', () => {
  const text =
    '{"a": 1, "a": 2,\n "b": {"c": 9007199254740993, "__proto__": 1, "__proto__": 2},\n "d": ["\\ud83d", "\\udc00x", 1e999]}';
  expect(problemsOf(text)).toEqual([
    '1:10 duplicate-key a',
    '2:13 unsafe-integer b.c',
    '2:47 duplicate-key b.__proto__',
    '3:9 lone-surrogate d.0',
    '3:19 lone-surrogate d.1',
    '3:29 bad-number d.2',
  ]);
  expect(read(text).documents).toEqual([]);
});

test('the same key written in two ways is a duplicate', () => {
  expect(problemsOf('{"ab": 1, "\\u0061b": 2}')).toEqual(['1:11 duplicate-key ab']);
});

test.each([
  ['{"a": 9007199254740991, "b": -9007199254740991}', { a: 9007199254740991, b: -9007199254740991 }],
  ['{"a": "12345678901234567890", "b": 0.12345678901234567890}', { a: '12345678901234567890', b: 0.12345678901234568 }],
  ['{"a": "\\ud83d\\ude00 \\\\ud800"}', { a: '😀 \\ud800' }],
  ['{"a:\\"": {"a:\\\\": ":"}, "b" \n : []}', { 'a:"': { 'a:\\': ':' }, b: [] }],
  [' [1, 1e5, -0.5, true, false, null, ""] ', [1, 1e5, -0.5, true, false, null, '']],
  ['null', null],
])('%s is read', (text, value) => {
  const { documents, problems } = read(text);
  expect(problems).toEqual([]);
  expect(documents[0]!.value).toEqual(value);
});

test('__proto__ and constructor are ordinary keys', () => {
  for (const file of ['x.json', 'x.yaml']) {
    const value = parseText(
      '{"__proto__": {"polluted": 1}, "constructor": 2, "x": 12345678901234567}'.replace('12345678901234567', '1'),
      { file },
    ).documents[0]!.value as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'x']);
    expect(Object.getPrototypeOf(value)).toBe(Object.getPrototypeOf(JSON.parse('{}')));
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test.each([
  ['{"a": tru}', '1:7', 'JSON has `true`; text stands in double quotes.'],
  ['{"a": None}', '1:7', 'JSON has `null`; text stands in double quotes.'],
  ['{"a": hunter2}', '1:7', 'Text stands in double quotes.'],
  ["{'a': 1}", '1:2', 'JSON strings stand in double quotes.'],
  ['{"a": \'x\'}', '1:7', 'JSON strings stand in double quotes.'],
  ['{"a": 1,\n}', '1:8', 'Remove the comma.'],
  ['[1,,2]', '1:4', 'Remove the comma, or write the missing value.'],
  ['{"a": 1 // c\n}', '1:9', undefined],
  ['// c\n{}', '1:1', 'JSON has no comments; YAML has.'],
  ['{"a": 01}', '1:7', 'No leading zero, no `+`, no `_`, digits on both sides of the point.'],
  ['{"a": 1.}', '1:7', 'No leading zero, no `+`, no `_`, digits on both sides of the point.'],
  ['{"a": "x\ny"}', '1:9', 'Close the string before it, or write it as `\\n`.'],
  ['{"a": "x\ty"}', '1:9', 'Close the string before it, or write it as `\\t`.'],
  ['{"a": "\\x41"}', '1:8', 'Write a backslash itself as `\\\\`.'],
  ['{"a": "\\u12"}', '1:8', undefined],
  ['{"a": "x', '1:7', 'Add the closing `"`.'],
  ['{"a": [1, 2', '1:12', 'The list is not closed.'],
  ['{"a" 1}', '1:6', undefined],
  ['{a: 1}', '1:2', 'Put the key in double quotes.'],
  ['{"a": }', '1:7', undefined],
])('%s is refused at %s', (text, place, hint) => {
  const [first] = read(text).problems;
  expect(first!.code).toBe('bad-json');
  expect(`${first!.source!.line}:${first!.source!.column}`).toBe(place);
  expect(first!.hint).toBe(hint);
  expect(first!.message).not.toContain('hunter2');
});
