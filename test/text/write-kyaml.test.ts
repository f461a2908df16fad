import { ProblemError } from '../../lib/report/problem-error';
import { writeKyaml, writeKyamlDocuments } from '../../lib/text/write-kyaml';

// The expected texts are what sigs.k8s.io/yaml/kyaml v1.6.0, the printer in kubectl, prints for the same values.
test('braces, brackets, quotes and trailing commas', () => {
  const value = {
    apiVersion: 'v1',
    kind: 'Pod',
    skip: undefined,
    metadata: { labels: { 'app.kubernetes.io/name': 'web', on: 'no', 1.5: 'x', 'a b': 'c' }, annotations: {} },
    spec: {
      containers: [
        { name: 'a', args: ['-c', 5] },
        { name: 'b', ports: [] },
      ],
      x: [[1], [{}]],
      n: null,
      t: true,
    },
  };
  expect(writeKyaml(value)).toBe(
    [
      '---',
      '{',
      '  apiVersion: "v1",',
      '  kind: "Pod",',
      '  metadata: {',
      '    labels: {',
      '      app.kubernetes.io/name: "web",',
      '      "on": "no",',
      '      "1.5": "x",',
      '      "a b": "c",',
      '    },',
      '    annotations: {},',
      '  },',
      '  spec: {',
      '    containers: [{',
      '      name: "a",',
      '      args: [',
      '        "-c",',
      '        5,',
      '      ],',
      '    }, {',
      '      name: "b",',
      '      ports: [],',
      '    }],',
      '    x: [[',
      '      1,',
      '    ], [{}]],',
      '    "n": null,',
      '    "t": true,',
      '  },',
      '}',
      '',
    ].join('\n'),
  );
});

test('texts of several lines keep their lines', () => {
  expect(writeKyaml({ a: '#!/bin/sh\n  echo\n\nend', b: 'x\n' })).toBe(
    [
      '---',
      '{',
      '  a: "\\',
      '     #!/bin/sh\\n\\',
      '    \\  echo\\n\\',
      '     \\n\\',
      '     end\\',
      '    ",',
      '  b: "\\',
      '     x\\n\\',
      '    ",',
      '}',
      '',
    ].join('\n'),
  );
});

test.each([
  ['"\\', '"\\"\\\\"'],
  ['\t\r\0\x07\x1b\x7f', '"\t\\r\\0\\a\\e\\x7f"'],
  ['\u0085\u00a0\u2028\u2029\u200b\ufeff', '"\\N\\_\\L\\P\\u200b\\ufeff"'],
  ['é日😀', '"é日😀"'],
  ['\u{10ffff}', '"\\U0010ffff"'],
])('%j is %s', (text, written) => expect(writeKyaml(text)).toBe(`---\n${written}\n`));

test.each([
  't',
  'F',
  'y',
  'No',
  'true',
  'null',
  '1',
  '0x1p-2',
  'inf',
  'NaN',
  '1_000',
  '11:00',
  '2001-01-01',
  '-a',
  'a-',
  'a/',
  '.a',
  '',
])('the key %j is quoted', (key) => expect(writeKyaml({ [key]: 1 })).toBe(`---\n{\n  "${key}": 1,\n}\n`));

test.each(['a', '_', 'a.b/c-d', 'é', '1a', 'truex', '1.2.3'])('the key %j is bare', (key) =>
  expect(writeKyaml({ [key]: 1 })).toBe(`---\n{\n  ${key}: 1,\n}\n`),
);

test('every document has its separator', () => {
  expect(writeKyamlDocuments([{}, [1]])).toBe('---\n{}\n---\n[\n  1,\n]\n');
});

test('what is not JSON is refused', () => {
  expect(() => writeKyaml({ a: NaN })).toThrow(ProblemError);
  expect(() => writeKyaml({ a: ['\ud800'] })).toThrow('a[0]: has half of a surrogate pair');
  expect(() => writeKyaml({ '\ud800\n': 1 })).toThrow(ProblemError);
});
