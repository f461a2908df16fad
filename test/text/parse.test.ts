import { type ParsedText, parseParts, parseText, splitItems } from '../../lib/text/parse';

const valuesOf = (parsed: ParsedText): unknown[] => parsed.documents.map((document) => document.value);
const problemsOf = (parsed: ParsedText): string[] =>
  parsed.problems.map(({ code, source }) => `${source?.line}:${source?.column} ${code}`);

describe('the format', () => {
  test('of a .json file is JSON, never YAML', () => {
    expect(problemsOf(parseText('a: 1', { file: 'x.json' }))).toEqual(['1:1 bad-json']);
    expect(problemsOf(parseText('{"a": tru}', { file: 'X.JSON' }))).toEqual(['1:7 bad-json']);
    expect(problemsOf(parseText('', { file: 'x.json' }))).toEqual(['1:1 bad-json']);
  });

  test('of a .yaml file is YAML, in which JSON is YAML too', () => {
    expect(valuesOf(parseText('{"a": 1,}', { file: 'x.yaml' }))).toEqual([{ a: 1 }]);
    expect(parseText('{"a": 1}', { file: 'x.yml' }).documents[0]).toMatchObject({ format: 'json', value: { a: 1 } });
    expect(parseText('a: 1', { file: 'x.yml' }).documents[0]).toMatchObject({ format: 'yaml', file: 'x.yml' });
  });

  test('without a name is found by the first character', () => {
    expect(parseText('\n {"a": 1}').documents[0]!.format).toBe('json');
    expect(parseText('a: 1').documents[0]!.format).toBe('yaml');
    const { problems } = parseText('{a: 1}');
    expect(problems[0]!.hint).toContain('`---`');
  });

  test('of JSON lines isolates a broken line', () => {
    const parsed = parseText('{"a":1}\n{"a":}\n\n{"a":3}\r\n', { file: 'x.jsonl' });
    expect(valuesOf(parsed)).toEqual([{ a: 1 }, { a: 3 }]);
    expect(parsed.documents.map(({ index }) => index)).toEqual([0, 2]);
    expect(parsed.problems[0]!.source).toEqual({ file: 'x.jsonl', document: 1, line: 2, column: 6 });
    expect(parseText('', { file: 'x.ndjson' })).toEqual({ documents: [], problems: [] });
  });

  test('of several JSON values one after the other', () => {
    expect(valuesOf(parseText('{\n"a":1}\n{\n"b":2}[3]'))).toEqual([{ a: 1 }, { b: 2 }, [3]]);
    expect(problemsOf(parseText('{"a":1} 7', { file: 'x.json' }))).toEqual(['1:9 bad-json']);
  });
});

describe('limits', () => {
  test('the size', () => {
    const { documents, problems } = parseText('{"a":"12345"}', { maxSize: 10 });
    expect(documents).toEqual([]);
    expect(problems[0]).toMatchObject({ code: 'too-large', message: 'is 13 bytes, expected at most 10' });
    expect(parseText('{"a":"12345"}', { maxSize: 13 }).problems).toEqual([]);
  });

  test.each([
    ['x.json', '['.repeat(1_000_000), '1:1001'],
    ['x.json', '['.repeat(100_000) + ']'.repeat(100_000), '1:1001'],
    ['x.json', '{"a":'.repeat(1_001) + '1' + '}'.repeat(1_001), '1:5001'],
    ['x.yaml', '['.repeat(1_000_000), '1:1003'],
    ['x.yaml', '- '.repeat(100_000), undefined],
  ])('the depth of %s', (file, text, place) => {
    const { documents, problems } = parseText(text, { file });
    expect(documents).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['too-deep']);
    if (place !== undefined && file === 'x.json')
      expect(`${problems[0]!.source!.line}:${problems[0]!.source!.column}`).toBe(place);
  });

  test('1,000 levels are fine', () => {
    const text = '['.repeat(1_000) + ']'.repeat(1_000);
    expect(parseText(text, { file: 'x.json' }).problems).toEqual([]);
    expect(parseText(text + ' # YAML', { file: 'x.yaml' }).problems).toEqual([]);
  });
});

test.each([
  ['x.json', `{${'"a":1,'.repeat(100_000)}"a":1}`],
  ['x.json', `[${'12345678901234567890,'.repeat(100_000)}1]`],
  ['x.jsonl', '{]\n'.repeat(100_000)],
  ['x.yaml', 'a: 1\n'.repeat(100_000)],
  ['x.yaml', 'a: [\n---\n'.repeat(10_000)],
])('%s: a thousand problems are enough', (file, text) => {
  const { problems } = parseText(text, { file });
  expect(problems).toHaveLength(1_001);
  expect(problems.at(-1)!.code).toBe('too-many-problems');
});

describe('locate and rawAt', () => {
  const json = '{\n  "a": [1, {"b\\u0020c": 3.0}],\n  "__proto__": {"x": "y"}\n}';

  test('in JSON', () => {
    const document = parseText(json, { file: 'x.json' }).documents[0]!;
    expect(document.places.locate([])).toEqual({ line: 1, column: 1 });
    expect(document.places.locate(['a'])).toEqual({ line: 2, column: 3 });
    expect(document.places.locate(['a'], 'value')).toEqual({ line: 2, column: 8 });
    expect(document.places.locate(['a', 1])).toEqual({ line: 2, column: 12 });
    expect(document.places.locate(['a', 1, 'b c'], 'value')).toEqual({ line: 2, column: 25 });
    expect(document.places.locate(['__proto__', 'x'])).toEqual({ line: 3, column: 17 });
    expect(document.places.rawAt(['a', 1, 'b c'])).toBe('3.0');
    expect(document.places.rawAt(['a', 1])).toBe('{"b\\u0020c": 3.0}');
    for (const path of [['b'], ['a', 2], ['a', 'x'], ['constructor'], ['a', 1, 'b c', 'd']]) {
      expect(document.places.locate(path)).toBeUndefined();
      expect(document.places.rawAt(path)).toBeUndefined();
    }
  });

  test('in the second of several JSON values', () => {
    const document = parseText('{"a":1}\n{"a":\n 2}').documents[1]!;
    expect(document.places.locate(['a'], 'value')).toEqual({ line: 3, column: 2 });
  });

  test('columns count UTF-16 units and no byte order mark', () => {
    expect(parseText('\ufeff{"😀": 1}').documents[0]!.places.locate(['😀'], 'value')).toEqual({ line: 1, column: 8 });
  });

  test('in YAML', () => {
    const text =
      '# c\n---\na:\n  - b: "x"\n    c: | # note\n      t\nd: &q {e: 1.50}\nf: *q\ng:\n  <<: *q\n  h:\n---\nz: 1\n';
    const [first, second] = parseText(text, { file: 'x.yaml' }).documents;
    expect(first!.value).toEqual({ a: [{ b: 'x', c: 't\n' }], d: { e: 1.5 }, f: { e: 1.5 }, g: { e: 1.5, h: null } });
    expect(first!.places.locate(['a', 0])).toEqual({ line: 4, column: 5 });
    expect(first!.places.locate(['a', 0, 'c'])).toEqual({ line: 5, column: 5 });
    expect(first!.places.locate(['a', 0, 'c'], 'value')).toEqual({ line: 5, column: 8 });
    expect(first!.places.rawAt(['a', 0, 'b'])).toBe('"x"');
    expect(first!.places.rawAt(['d', 'e'])).toBe('1.50');
    expect(first!.places.rawAt(['d'])).toBeUndefined();
    expect(first!.places.locate(['f'], 'value')).toEqual({ line: 8, column: 4 });
    expect(first!.places.locate(['f', 'e'])).toEqual({ line: 7, column: 8 });
    expect(first!.places.locate(['g', 'e'])).toEqual({ line: 7, column: 8 });
    expect(first!.places.locate(['g', 'h'])).toEqual({ line: 11, column: 3 });
    expect(second!.places.locate(['z'])).toEqual({ line: 13, column: 1 });
  });
});

describe('splitItems', () => {
  test('an array at the top becomes its items, numbered on', () => {
    const { documents } = parseText('{"a":1}\n[{"b":2},\n {"c":3}]\n{"d":4}');
    const items = splitItems(documents);
    expect(items.map(({ index, value }) => [index, value])).toEqual([
      [0, { a: 1 }],
      [1, { b: 2 }],
      [2, { c: 3 }],
      [3, { d: 4 }],
    ]);
    expect(items[2]!.places.locate(['c'])).toEqual({ line: 3, column: 3 });
    expect(items[2]!.places.rawAt([])).toBe('{"c":3}');
    expect(items[3]!.places.locate(['d'])).toEqual({ line: 4, column: 2 });
  });

  test('any list inside a document', () => {
    const { documents } = parseText('kind: List\nitems:\n- a: 1\n- a: 2\n---\nb: 1\n');
    const items = splitItems(documents, (value) => (Object.hasOwn(value as object, 'items') ? ['items'] : undefined));
    expect(items.map(({ index, value }) => [index, value])).toEqual([
      [0, { a: 1 }],
      [1, { a: 2 }],
      [2, { b: 1 }],
    ]);
    expect(items[1]!.places.locate(['a'], 'value')).toEqual({ line: 4, column: 6 });
  });
});

describe('in parts', () => {
  const many = Array.from({ length: 1100 }, (_, index) => `a: ${index % 2 === 0 ? '[' : index}\n`);
  test.each([
    ['documents', '# first\na: 1\n---\n---\nb: [1, 2] # two\n--- {c: 3}\n...\n---\n# last\n'],
    ['a broken one among others', 'a: 1\n---\nb: [\n---\na: 1\na: 2\n---\nc: 3\n'],
    ['a separator with text', 'a: 1\n---\nb: 2\n---c: 3\n'],
    ['more problems than are told', [...many, ...many].join('---\n')],
    ['JSON', '{"a": 1}'],
    ['several values of JSON', '{"a": 1}\n{"a": }\n{"b": 2}\n'],
    ['nothing', ''],
    ['half of a surrogate pair', 'a: \ud800'],
  ])('the same is read: %s', (_, text) => {
    const plain = (parts: readonly ParsedText[]) => ({
      documents: parts.flatMap(({ documents }) =>
        documents.map((each) => [
          each.index,
          each.value,
          each.places.locate(['b', 1]),
          each.places.rawAt(['a']),
          each.comments(),
        ]),
      ),
      problems: parts.flatMap(({ problems }) => problems),
    });
    expect(plain([...parseParts(text)])).toEqual(plain([parseText(text)]));
  });
});
