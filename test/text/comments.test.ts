// The comments of YAML and KCL, and the keys that they stand at.
import { parseStack, type ParsedText, parseText, splitItems } from '../../lib/text/parse';
import { printPath } from '../../lib/report/print';
import fc, { runs } from '../property';

/** `text @ place`, one each. */
const said = ({ documents, problems }: ParsedText): string[] => {
  expect(problems).toEqual([]);
  return documents.flatMap((document) =>
    document.comments().map(({ text, path, stands }) => `${text} ${stands} ${printPath(path)}`.trimEnd()),
  );
};

const yaml = (text: string): string[] => said(parseText(text, { file: 'a.yaml' }));
const kcl = (...texts: string[]): string[] => said(parseStack(texts.map((text, nth) => ({ text, file: `${nth}.k` }))));

describe('YAML', () => {
  test.each([
    [
      'before a key, behind a value',
      '# top\na: 1\n# one\nb: 2 # two\n',
      ['top before', 'one before b', 'two behind b'],
    ],
    ['behind the key of a map', 'a: # map\n  # first\n  b: 1\n', ['map behind a', 'first before a.b']],
    ['last in a map', 'a:\n  b: 1\n  # last\nc: 1\n', ['last last a']],
    ['before the next key, not last', 'a:\n  b: 1\n# next\nc: 1\n', ['next before c']],
    [
      'items',
      'a:\n  # x\n  - b # y\n  # z\n  - c\n  # last\n',
      ['x before a[0]', 'y behind a[0]', 'z before a[1]', 'last last a'],
    ],
    ['items at the column of their key', 'a:\n- b\n# x\n- c\n# next\nd: 1\n', ['x before a[1]', 'next before d']],
    ['maps in a list', 'a:\n  - # one\n    b: 1 # two\n    c: 2\n', ['one before a[0]', 'two behind a[0].b']],
    [
      'flow',
      'a: [b, c] # all\nd: {\n  # x\n  e: 1, f: 2 # y\n  # last\n } # end\n',
      ['all behind a', 'x before d.e', 'y behind d.f', 'last last d', 'end last d'],
    ],
    ['block text', 'a: | # head\n  # text\n  b\n # after\nc: 1\n', ['head behind a', 'after before c']],
    ['no comments', 'a: "# x"\nb: y#z\nc: \'# z\'\nd: &a#b 1\n', []],
    ['line ends', 'a: 1 # x\r\n#  y  \r\nb: 2\r\n', ['x behind a', ' y before b']],
    ['only a `#`', 'a: 1\n#\nb: 2\n', [' before b']],
    [
      'documents',
      '# license\n---\na: 1\n# end\n--- # two\nb: 1\n---\n# nothing\n',
      ['license before', 'end last', 'two before', 'nothing last'],
    ],
    [
      'aliases',
      'a: &x\n  # one\n  b: 1\nc: *x # two\nd:\n  <<: *x # three\n  e: 1\n',
      ['one before a.b', 'two behind c', 'three before d.e'],
    ],
  ])('%s', (_, text, expected) => {
    expect(yaml(text)).toEqual(expected);
  });

  test('a list of documents: each item has its own', () => {
    const { documents } = parseText('# top\n- a: 1 # one\n# two\n- b: 1\n', { file: 'a.yaml' });
    const found = splitItems(documents).map((document) => document.comments());
    expect(found).toEqual([
      [
        { text: 'top', path: [], stands: 'before' },
        { text: 'one', path: [], stands: 'behind' },
      ],
      [{ text: 'two', path: [], stands: 'before' }],
    ]);
  });

  test('JSON has none', () => {
    expect(yaml('{"a": "# b"}')).toEqual([]);
  });
});

describe('KCL', () => {
  test('one source', () => {
    const text = [
      '# top',
      'import a.b as b # import',
      '# app',
      'x: b.C { # open',
      '    # dotted',
      '    d.e: { f: "# no" } # behind',
      '    g: [',
      '        1 # one',
      '        # last item',
      '    ] # close',
      '    # last',
      '}',
      '# end',
    ].join('\n');
    expect(kcl(text)).toEqual([
      'top before',
      'import before x',
      'app before x',
      'open behind x',
      'dotted before x.d',
      'behind behind x.d.e',
      'one behind x.g[0]',
      'last item last x.g',
      'close last x.g',
      'last last x',
      'end last',
    ]);
  });

  test('what is united keeps the comments of all sources; so does what is replaced', () => {
    const base = 'import a.b as b\n# base\nx: b.C {\n    # old\n    y = 1\n    l: ["a"]\n    # last of base\n}\n';
    const main =
      'import a.b as b\n# main\nx: b.C {\n    # new\n    y = 2\n    l += [\n        # more\n        "c"\n    ]\n}\n';
    expect(kcl(base, main)).toEqual([
      'base before x',
      'old before x.y',
      'last of base last x',
      'main before x',
      'new before x.y',
      'more before x.l[1]',
    ]);
  });
});

test('many comments take no longer than as many keys', () => {
  const lines = Array.from({ length: 20_000 }, (_, nth) => `# ${nth}\nk${nth}: 1 # behind ${nth}\n`);
  expect(yaml(lines.join(''))).toHaveLength(40_000);
  const again = `x = {\n${'  a = 1 # one\n'.repeat(20_000)}}\n`;
  expect(kcl(again)).toHaveLength(20_000);
});

test('each comment is found once, wherever it stands', () => {
  const line = fc.tuple(fc.nat(6), fc.constantFrom('', ' # x'), fc.boolean());
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.boolean(), (lines, isKcl) => {
      let count = 0;
      const mark = (): string => `# c${count++}.`;
      const body = lines.map(([indent, behind, above], nth) => {
        const own = above ? `${' '.repeat(indent)}${mark()}\n` : '';
        return `${own}  k${nth}: ["#"]${behind === '' ? '' : ` ${mark()}`}\n`;
      });
      const text = isKcl ? `a = {\n${body.join('')}} ${mark()}\n${mark()}` : `a:\n${body.join('')}${mark()}\n`;
      const found = isKcl ? kcl(text) : yaml(text);
      expect(found.map((each) => each.split('.')[0])).toEqual(Array.from({ length: count }, (_, nth) => `c${nth}`));
    }),
    { numRuns: runs(200) },
  );
});
