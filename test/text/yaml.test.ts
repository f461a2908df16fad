import { parseText } from '../../lib/text/parse';

const read = (text: string) => parseText(text, { file: 'x.yaml' });
const valuesOf = (text: string): unknown[] => {
  const { documents, problems } = read(text);
  expect(problems).toEqual([]);
  return documents.map(({ value }) => value);
};
const problemsOf = (text: string): string[] =>
  read(text).problems.map(({ code, source, path }) => `${source!.line}:${source!.column} ${code} ${path.join('.')}`);

test('documents are split at `---`; empty and null ones are left out', () => {
  const { documents } = read(
    '---\n# nothing\n---\na: 1\n--- # c\n~\n---\nnull\n---\r\nb: 2\n...\n---\n--- {c: 3}\n---',
  );
  expect(documents.map(({ index, value }) => [index, value])).toEqual([
    [0, { a: 1 }],
    [1, { b: 2 }],
    [2, { c: 3 }],
  ]);
  expect(valuesOf('')).toEqual([]);
  expect(valuesOf('# only a comment')).toEqual([]);
});

test('one broken document does not hide the others', () => {
  const parsed = read('a: 1\n---\nb: [\n---\nc: 3\n---\nd: "x\n');
  expect(parsed.documents.map(({ index, value }) => [index, value])).toEqual([
    [0, { a: 1 }],
    [2, { c: 3 }],
  ]);
  expect(parsed.problems.map(({ source }) => source!.document)).toEqual([1, 3]);
});

test('all problems of a document are reported, with paths and places', () => {
  const text =
    'a: 1\nb:\n  - x: 1\n    x: 2\n  - 12345678901234567890\n  - !foo bar\n  - .inf\n? [k]\n: v\nnull: x\nc: "\\ud800"\n';
  expect(problemsOf(text)).toEqual([
    '4:5 duplicate-key b.0.x',
    '5:5 unsafe-integer b.1',
    '6:5 bad-yaml b.2',
    '7:5 bad-number b.3',
    '8:3 bad-yaml ',
    '10:1 bad-yaml ',
    '11:4 lone-surrogate c',
  ]);
});

test('anchors, aliases and merges', () => {
  const [value] = valuesOf(
    'a: &a {x: 1, k: [2]}\nb: *a\nc: {<<: *a, x: 3}\nd:\n  <<: [{x: 5}, *a]\n  z: 1\ne: &s text\nf: *s\n*s : key\n',
  );
  const a = { x: 1, k: [2] };
  expect(value).toEqual({ a, b: a, c: { x: 3, k: [2] }, d: { x: 5, k: [2], z: 1 }, e: 'text', f: 'text', text: 'key' });
  const { a: one, b: two } = value as Record<string, { k: unknown }>;
  expect(one).not.toBe(two);
  expect(one!.k).not.toBe(two!.k);
});

test('a key before the merge that sets it too is refused, because readers disagree', () => {
  expect(problemsOf('m: &m {x: 1}\nk:\n  x: 2\n  <<: *m\n')).toEqual(['4:3 duplicate-key k.x']);
  expect(problemsOf('<<: {a: 1}\n<<: {b: 1}\n')).toEqual(['2:1 duplicate-key ']);
  expect(problemsOf('<<: 1\n')).toEqual(['1:5 bad-yaml ']);
});

test('aliases cannot blow up a document', () => {
  let bomb = 'a0: &a0 [x,x,x,x,x,x,x,x,x]\n';
  for (let i = 1; i < 12; i++)
    bomb += `a${i}: &a${i} [${Array(9)
      .fill(`*a${i - 1}`)
      .join(',')}]\n`;
  expect(read(bomb).problems.map(({ code }) => code)).toEqual(['too-large']);
  let deep = 'a0: &a0 [x]\n';
  for (let i = 1; i < 1_100; i++) deep += `a${i}: &a${i} [*a${i - 1}]\n`;
  expect(read(deep).problems.map(({ code }) => code)).toEqual(['too-large']);
  let deeper = `a0: &a0 ${'['.repeat(900)}${']'.repeat(900)}\n`;
  deeper += `a1: &a1 ${'['.repeat(200)}*a0${']'.repeat(200)}\n`;
  expect(read(deeper).problems.map(({ code }) => code)).toEqual(['too-deep']);
  expect(problemsOf('a: &a [*a]\n')).toEqual(['1:8 bad-yaml a.0']);
  expect(problemsOf('a: *b\n')).toEqual(['1:4 bad-yaml a']);
});

test('keys are strings, as kubectl makes them', () => {
  const text =
    '1: a\ntrue: b\non: c\n1.5: d\n0o17: e\n"1x": f\n2001-01-01: g\n9007199254740993: h\n1e6: i\n__proto__: j\n';
  expect(problemsOf(text)).toEqual(['3:1 duplicate-key true']);
  const [value] = valuesOf(text.replace('on: c', 'off: c'));
  const keys = ['1', '15', 'true', 'false', '1.5', '1x', '2001-01-01', '9007199254740993', '1e+06', '__proto__'];
  expect(Object.keys(value as object)).toEqual(keys);
});

test('tags of JSON types are taken', () => {
  expect(
    valuesOf(
      'a: !!str 1\nb: !!int "3"\nc: !!float 2\nd: !!bool yes\ne: !!null ""\nf: !!map {}\ng: !!seq []\nh: ! 5\ni: !<tag:yaml.org,2002:str> 6\n',
    ),
  ).toEqual([{ a: '1', b: 3, c: 2, d: true, e: null, f: {}, g: [], h: '5', i: '6' }]);
  expect(problemsOf('a: !!binary aGk=\nb: !!int x\nc: !!set {a}\nd: !!timestamp 2001-01-01\n')).toEqual([
    '1:4 bad-yaml a',
    '2:10 bad-yaml b',
    '3:4 bad-yaml c',
    '4:4 bad-yaml d',
  ]);
});

test.each([
  ['a: b: c\n', 'Text with `: ` in it must stand in quotes.'],
  ['a: &x b: c\n', 'Text with `: ` in it must stand in quotes.'],
  ['a:\n\tb: 1\n', 'YAML is indented with spaces; a tab does not count.'],
  ['a:1\nb: 2\n', 'A space is missing after the `:` of a key.'],
  ['a: @x\n', 'Text that begins with this character must stand in quotes.'],
  ['%YAML 1.2\n---\na: 1\n', 'kubectl takes no `%` directives; remove the line.'],
  ['---a: 1\n', 'Put the text in quotes, or a line break after the `---`.'],
  ['a: x\u2028y\n', 'Write it as `\\L` in a string in double quotes.'],
  ['  ---\na: 1\n', undefined],
])('%j is refused', (text, hint) => {
  const [first] = read(text).problems;
  expect(first).toMatchObject({ code: 'bad-yaml', source: { file: 'x.yaml' } });
  expect(first!.hint).toBe(hint);
});
