// What we read of a KCL source is what KCL says; what we refuse, KCL refuses or computes. Generated sources, with and without mistakes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseStack } from '../../lib/text/parse';
import { judgeKcl } from './kcl/judge';

jest.setTimeout(600_000);
const numRuns = Number(process.env['JUDGED_RUNS'] ?? 500);
const seed = Number(process.env['JUDGED_SEED'] ?? 13);

const header = 'import kam.workload as wl\nimport kam.workload.container as c\n';

// Sources are made of words, so that a mistake can be put between them. What is between brackets may be on lines of its own.
type Words = readonly string[];
const word = (...words: string[]): fc.Arbitrary<Words> => fc.constantFrom(...words).map((each) => [each]);

const key = word(
  'a',
  'b',
  'd',
  'e',
  'f',
  'g',
  'h',
  'x',
  'x.y',
  'a.b.x',
  '"a"',
  '"k 1"',
  'type',
  '$if',
  "'x'",
  '_h',
  'else',
  'r"b"',
  '"""x"""',
);
const number = fc.oneof(
  word(
    '0',
    '1',
    '1',
    '2',
    '-1',
    '+ 2',
    '0.5',
    '1.0',
    '5.',
    '1e3',
    '2.5E-2',
    '0x1F',
    '0o17',
    '017',
    '0b101',
    '1_000',
    '0_7',
    '-0',
  ),
  word('1Ki', '1K', '2k', '3Mi', '3M', '1Gi', '1G', '1T', '1Ti', '1P', '1Pi', '3n', '7u', '123m', '0x1K', '1_0k'),
  fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }).map((value) => [String(value)]),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }).map((value) => [String(value)]),
);
const piece = fc.constantFrom(
  ...[
    'a',
    'b c',
    '\\n',
    '\\t',
    '\\\\',
    '\\"',
    "\\'",
    '\\x41',
    '\\u00e9',
    '\\U0001F600',
    '\\101',
    '\\08',
    '\\q',
    '\\$',
    '$',
    '{',
    '}',
  ],
  ...['\\${x}', '#', '%s', 'é', '😀', '\u2028', '/', ':', '=', '\\a\\b\\f\\v\\r', '\t', '.'],
);
const content = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
const long = fc
  .array(fc.oneof(piece, fc.constantFrom('\n', '"x"', "'y'", '\\\n')), { maxLength: 6 })
  .map((pieces) => pieces.join(''));
const string = fc.oneof(
  content.map((text) => [`"${text}"`]),
  content.map((text) => [`'${text}'`]),
  content.map((text) => [`r"${text}"`]),
  long.map((text) => [`"""${text} """`]),
  long.map((text) => [`'''${text} '''`]),
  word('""', "''", '"yes"', '"1"'),
);
const scalar = fc.oneof(
  { weight: 3, arbitrary: number },
  { weight: 3, arbitrary: string },
  word('True', 'False', 'None', 'Undefined'),
);

/** Sources, and stacks of them, with the given operators between keys and values. */
function sourcesWith(...operators: string[]): { source: fc.Arbitrary<Words>; stack: fc.Arbitrary<Words[]> } {
  const { value } = fc.letrec<{ value: Words; list: Words; map: Words }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'value' },
      { weight: 4, arbitrary: scalar },
      { weight: 2, arbitrary: tie('list') },
      { weight: 4, arbitrary: tie('map') },
      {
        weight: 2,
        arbitrary: fc
          .tuple(word('wl.Job', 'wl.Service', 'c.Container'), tie('map'))
          .map(([name, map]) => [...name, ' ', ...map]),
      },
    ),
    list: fc
      .tuple(
        fc.array(fc.tuple(tie('value'), fc.constantFrom(', ', ',\n', '\n', ' # c\n')), { maxLength: 3 }),
        fc.constantFrom('', '\n'),
      )
      .map(([items, start]) => ['[', start, ...items.flatMap(([item, end]) => [...item, end]), ']']),
    map: fc
      .tuple(
        fc.boolean(),
        fc.array(
          fc.oneof(
            fc.tuple(key, fc.constantFrom(...operators), tie('value')),
            fc.tuple(key, fc.constant(' += '), tie('list')),
          ),
          { maxLength: 4 },
        ),
        fc.constantFrom(', ', ' ', '\n', ',\n\n', ' # c\n'),
      )
      .map(([lines, entries, between]) => {
        const end = lines ? between : between.includes('\n') ? ', ' : between;
        const inside = entries.flatMap(([name, operator, inner], nth) => [
          ...name,
          operator,
          ...inner,
          nth < entries.length - 1 ? end : '',
        ]);
        return lines ? ['{', '\n', ...inside, '\n', '}'] : ['{', ...inside, '}'];
      }),
  }));
  const map = fc
    .tuple(fc.array(fc.tuple(key, fc.constantFrom(...operators), value), { maxLength: 4 }))
    .map(([entries]): Words => {
      return ['{', '\n', ...entries.flatMap(([name, operator, inner]) => [...name, operator, ...inner, '\n']), '}'];
    });
  const statement = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(word('p', 'q', 'r', 's', '_t'), fc.constant(' = '), value)
        .map(([name, sign, inner]) => [...name, sign, ...inner]),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(word('p', 'app', 'app', 'web'), fc.constant(': '), word('wl.Job', 'wl.Service'), map)
        .map(([name, sign, schema, inner]) => [...name, sign, ...schema, ' ', ...inner]),
    },
  );
  const source = fc
    .array(statement, { minLength: 1, maxLength: 4 })
    .map((statements) => [header, ...statements.flatMap((each) => [...each, '\n'])]);
  return { source, stack: fc.array(source, { minLength: 1, maxLength: 2 }) };
}

/** Words that make a mistake, or something that is computed. */
const mistake = fc.constantFrom(
  ...[
    '',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '=',
    '+=',
    '"',
    "'",
    '\\',
    '#',
    '$',
    '.',
    '-',
    '+',
    '*',
    '|',
    '(',
    ')',
    '==',
    '?',
    '@',
    ';',
    '\n',
  ],
  ...[
    'if ',
    'for ',
    'not ',
    'lambda ',
    'all ',
    'import ',
    'schema ',
    'True',
    'None',
    'tru',
    'x',
    'a.b',
    'f()',
    '"${x}"',
    '"x".y',
    '1',
    '07',
    '1.5Ki',
  ],
);
const broken = fc
  .tuple(
    sourcesWith(': ', ' = ').source,
    fc.array(fc.tuple(fc.nat(), mistake, fc.boolean()), { minLength: 1, maxLength: 2 }),
  )
  .map(([words, changes]) => {
    const all = [...words];
    for (const [at, wrong, replace] of changes) all.splice(1 + (at % all.length), replace ? 1 : 0, wrong);
    return [all.join('')];
  });

/** Where we refuse what KCL takes, on purpose: it drops, wraps or overwrites there without a word, or gives what is no JSON. */
const STRICTER =
  /is a value without a name|^(?:unsafe-integer|bad-number|lone-surrogate) |drops the unit|set a second time|names a character|word `for`/;
/** Where KCL refuses what we read: for the layout of the lines, for types, and for a name that is an import too. */
const LOOSER = /indent|TypeError|declared immutable|invalid joined string/;
/** Also for a conflict inside a value that another one replaces: KCL looks at some of them. */
const LOOSER_WITH_OVERRIDES = new RegExp(`${LOOSER.source}|conflicting values|RefCell`);

/** As JSON, with the keys in one order: KCL puts those of a map after those of the schema that it is united with. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

function differences(stacks: readonly (readonly string[])[], looser: RegExp): string[] {
  const verdicts = judgeKcl(stacks);
  return stacks.flatMap((sources, nth) => {
    const { documents, problems } = parseStack(sources.map((text, index) => ({ text, file: `f${index}.k` })));
    const verdict = verdicts[nth]!;
    const theirs = 'json' in verdict ? canonical(JSON.parse(verdict.json || '{}')) : undefined;
    const ours = problems.length > 0 ? undefined : canonical(documents[0]?.value ?? {});
    if (ours === theirs) return [];
    if (ours === undefined) {
      // KCL gives up some broken sources without a word: neither a value nor an error.
      if ('json' in verdict && verdict.json === '') return [];
      const allowed = problems.some(
        ({ code, message, hint }) => code === 'computed' || STRICTER.test(`${code} ${message} ${hint}`),
      );
      if (allowed) return [];
    } else if ('error' in verdict && looser.test(verdict.error)) return [];
    const told = problems
      .map(({ code, message, source }) => `${source!.line}:${source!.column} ${message} (${code})`)
      .join('\n');
    return [
      `${sources.join('\n---\n')}\nours: ${ours ?? told}\nKCL: ${theirs ?? ('error' in verdict ? verdict.error : '')}\n`,
    ];
  });
}

test.each([
  ['data', [': '], LOOSER],
  ['data with overrides', [': ', ' = '], LOOSER_WITH_OVERRIDES],
])('%s', (_, operators, looser) => {
  const { stack } = sourcesWith(...operators);
  const stacks = fc.sample(stack, { numRuns, seed }).map((sources) => sources.map((words) => words.join('')));
  expect(differences(stacks, looser).slice(0, 3)).toEqual([]);
  const read = stacks.filter(
    (sources) => parseStack(sources.map((text) => ({ text, file: 'f.k' }))).problems.length === 0,
  );
  expect(read.length).toBeGreaterThan(numRuns / 10);
});

test('sources with mistakes', () => {
  expect(differences(fc.sample(broken, { numRuns, seed }), LOOSER_WITH_OVERRIDES).slice(0, 3)).toEqual([]);
});

test('the examples of the page', () => {
  const folder = join(__dirname, 'kcl/page');
  const stacks = readdirSync(folder).map((file) => [readFileSync(join(folder, file), 'utf8')]);
  expect(differences(stacks, LOOSER)).toEqual([]);
});
