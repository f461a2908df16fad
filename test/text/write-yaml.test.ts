import { load } from 'js-yaml';
import { ProblemError } from '../../lib/report/problem-error';
import { writeYaml, writeYamlDocuments } from '../../lib/text/write-yaml';

const problemsOf = (value: unknown): string[] => {
  try {
    writeYaml(value);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
  }
};

test('block style, keys in their order, undefined left out', () => {
  const value = {
    kind: 'Job',
    apiVersion: 'batch/v1',
    empty: {},
    none: [],
    skip: undefined,
    onlySkipped: { a: undefined },
    list: [{ name: 'a', args: ['-c', 'x: y'] }, [1, [2, {}], []], null, 'text'],
    script: '#!/bin/sh\n\nset -e\n\techo hi  \n',
    stripped: 'a\nb',
    kept: ['a\n\n', 'b'],
    nested: { a: { b: 1.5, c: true } },
  };
  expect(writeYaml(value)).toBe(
    [
      'kind: Job',
      'apiVersion: batch/v1',
      'empty: {}',
      'none: []',
      'onlySkipped: {}',
      'list:',
      '  - name: a',
      '    args:',
      '      - -c',
      '      - "x: y"',
      '  - - 1',
      '    - - 2',
      '      - {}',
      '    - []',
      '  - null',
      '  - text',
      'script: |',
      '  #!/bin/sh',
      '',
      '  set -e',
      '  \techo hi  ',
      'stripped: |-',
      '  a',
      '  b',
      'kept:',
      '  - |+',
      '    a',
      '',
      '  - b',
      'nested:',
      '  a:',
      '    b: 1.5',
      '    c: true',
      '',
    ].join('\n'),
  );
});

test.each([
  ...[
    'web',
    'nginx:1.25',
    'http://a/b?c=d#e',
    'a b',
    '-c',
    '--flag=x',
    '10m',
    '1Gi',
    '10.0.0.1',
    '1.2.3',
    'a#b',
    '5 * * * *',
    'é日本',
    '/bin/sh',
    'it\'s "x"',
    '_a',
    'a,b[0]{c}',
    '0.5s',
    '50%',
    '..',
    'y1',
  ],
])('%s stays plain', (text) => expect(writeYaml({ k: text })).toBe(`k: ${text}\n`));

test.each([
  ...[
    '',
    ' ',
    ' a',
    'a ',
    '-',
    '- a',
    '---',
    '--- a',
    '...',
    '? a',
    ':a',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    "'a",
    '"a',
    '%a',
    '@a',
    '`a',
    '{a',
    '[a',
    ']a',
    ',a',
    '}a',
  ],
  ...['y', 'N', 'yes', 'No', 'on', 'OFF', 'true', 'False', 'tRue', 'null', 'Null', '~', '=', '<<'],
  ...[
    '0',
    '-1',
    '+1',
    '1.5',
    '.5',
    '5.',
    '1e3',
    '1e',
    '1E+3',
    'e1',
    'E10',
    '-e-5',
    '0755',
    '0o755',
    '0O7',
    '0x1F',
    '0X1F',
    '0b1',
    '0B11',
    '1_000',
    '08',
    '12:30',
    '12:30:45',
    '190:20:30.15',
    '.inf',
    '-.INF',
    '.nan',
    '.',
    '-.',
    '2001-01-01',
    '2001-1-1',
    '2001-12-14t21:59:43.10-05:00',
    '2001-12-14 21:59:43.10 -5',
  ],
])('%j is quoted, as a value and as a key', (text) => {
  const quoted = JSON.stringify(text);
  expect(writeYaml({ k: text })).toBe(`k: ${quoted}\n`);
  expect(writeYaml([{ [text]: 1 }])).toBe(`- ${quoted}: 1\n`);
});

test.each([
  ['\u2028', '"\\u2028"'],
  ['a\u0085b', '"a\\u0085b"'],
  ['\ufeffa', '"\\ufeffa"'],
  ['a\r\nb', '"a\\r\\nb"'],
  ['\0\x07\x1b\x7f', '"\\u0000\\u0007\\u001b\\u007f"'],
  ['a\tb', '"a\\tb"'],
  [' a\nb', '" a\\nb"'],
  ['\n', '"\\n"'],
  ['\na', '"\\na"'],
  ['\u202ea', '"\\u202ea"'],
  ['a\u200bb\n', '"a\\u200bb\\n"'],
])('%j is written as %s', (text, written) => expect(writeYaml([text])).toBe(`- ${written}\n`));

test.each([
  [0, '0'],
  [-0, '0'],
  [1e21, '1.0e+21'],
  [-1.5e-7, '-1.5e-7'],
  [1e20, '100000000000000000000'],
  [0.1, '0.1'],
])('the number %p is %s', (number, written) => expect(writeYaml(number)).toBe(`${written}\n`));

test('a key too long for `key:` is written as `? key`', () => {
  const key = 'k'.repeat(2_000);
  expect(writeYaml({ a: { [key]: { b: 1 } } })).toBe(`a:\n  ? ${key}\n  :\n    b: 1\n`);
});

test('__proto__ is a key', () => {
  expect(writeYaml(JSON.parse('{"__proto__": {"a": 1}}'))).toBe('__proto__:\n  a: 1\n');
  expect(writeYaml(Object.assign(Object.create(null), { a: 1 }))).toBe('a: 1\n');
});

test('documents are joined by ---', () => {
  expect(writeYamlDocuments([{ a: 1 }, {}, { b: 'x\n\n' }, { c: 3 }])).toBe(
    'a: 1\n---\n{}\n---\nb: |+\n  x\n\n---\nc: 3\n',
  );
  expect(writeYamlDocuments([])).toBe('');
});

test('everything that is not JSON is refused, all at once', () => {
  const circle: Record<string, unknown> = { list: [] };
  (circle['list'] as unknown[]).push(circle);
  const value = {
    a: [NaN, 1n, () => 1, undefined, Symbol('s')],
    b: new Date(0),
    c: new Map(),
    d: '\ud800',
    e: circle,
    '\udc00': 1,
    f: -Infinity,
  };
  expect(problemsOf(value)).toEqual([
    'not-json a.0: is NaN, expected a finite number',
    'not-json a.1: is a BigInt, expected a number or a string',
    'not-json a.2: is a function, expected a value that JSON has',
    'not-json a.3: is undefined, expected a value',
    'not-json a.4: is a symbol, expected a value that JSON has',
    'not-json b: is a Date, expected a plain map or list',
    'not-json c: is a Map, expected a plain map or list',
    'not-json d: has half of a surrogate pair, which is no character',
    'not-json e.list.0: contains itself, expected a tree',
    'not-json : has a key with half of a surrogate pair, which is no character',
    'not-json f: is -Infinity, expected a finite number',
  ]);
  expect(problemsOf(undefined)).toEqual(['not-json : is undefined, expected a value']);
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = [deep];
  expect(problemsOf(deep)).toEqual([expect.stringContaining('is nested more than 1000 levels deep')]);
});

test('the same object in two places is written twice, without anchors', () => {
  const shared = { a: 1 };
  expect(writeYaml({ x: shared, y1: [shared, shared] })).toBe('x:\n  a: 1\ny1:\n  - a: 1\n  - a: 1\n');
});

test('1,000 levels deep and a long text', () => {
  let deep: unknown = 'x\ny';
  for (let i = 0; i < 999; i++) deep = i % 2 ? { a: deep } : [deep];
  expect(load(writeYaml(deep), { maxDepth: 2_000 })).toEqual(deep);
  const long = 'word '.repeat(100_000) + 'end';
  expect(load(writeYaml({ long }))).toEqual({ long });
});
