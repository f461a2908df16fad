// Values and texts for the property tests: JSON values full of the strings that YAML readers stumble over, and texts near YAML.
import fc from '../property';

const pieces = [
  ...[
    'a',
    'b',
    'y',
    'n',
    'o',
    'N',
    'O',
    '0',
    '1',
    '7',
    '8',
    '9',
    'x',
    'X',
    'B',
    'e',
    'E',
    '_',
    '.',
    '-',
    '+',
    ':',
    '/',
    '?',
    '~',
    '=',
    '<<',
  ],
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '\r',
    '#',
    "'",
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '---',
    '...',
  ],
  ...[
    '\0',
    '\x07',
    '\x1b',
    '\x7f',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u2028',
    '\u2029',
    '\u3000',
    '\ufe0f',
    '\ufeff',
    '\ufffd',
    '\uffff',
  ],
  ...['é', '日', '😀', 'null', 'true', 'off', 'inf', 'nan', '0o7', '0b1', '12:30', '2001-01-01', 't', 'F', 'p'],
];

/** Any string of whole characters, most of them nasty. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((some) => some.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom('k'.repeat(1_100), 'x'.repeat(1_022), 'a\n'.repeat(200) + ' b', '\ta\n') },
);

/** Any JSON value; `-0` is left out, since it is written as `0`. */
export const json: fc.Arbitrary<unknown> = fc
  .letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'constructor')), tie('value'), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  }))
  .value.map((value): unknown => JSON.parse(JSON.stringify(value)));

const tokens = [
  ...[
    'a',
    'b',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n- ',
    '- ',
    ': ',
    ':',
    'a: ',
    'b: ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ', ',
    ',',
    '#',
    ' #',
    '---\n',
    '...\n',
  ],
  ...[
    '|\n  ',
    '>\n  ',
    '|-\n ',
    '? ',
    '&x ',
    '*x',
    '<<: ',
    '!!str ',
    '"\\x41"',
    '"a\\\n b"',
    '\r\n',
    '=',
    '%',
    '@',
    'é',
    '\u2028',
    '\0',
  ],
  ...[
    '1',
    '0x1',
    '0o7',
    '07',
    '08',
    '1_0',
    '-',
    '+1',
    '.5',
    '1e3',
    '.',
    '~',
    'null',
    'yes',
    'off',
    'y',
    '1.5',
    '-0',
    '0b11',
    '2001-01-01',
    '1:30',
  ],
];

/** Text that is often nearly, and sometimes really YAML. */
export const yamlish: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...tokens), { maxLength: 12 })
  .map((some) => `${some.join('')}\n`);

/** A text with a few of its characters replaced, removed or doubled. */
export const mutated = (source: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(source, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...tokens, ...pieces, '')), { maxLength: 4 }))
    .map(([start, edits]) =>
      edits.reduce((now, [at, piece]) => {
        const place = at % (now.length + 1);
        return now.slice(0, place) + piece + now.slice(place + (at % 3));
      }, start),
    );
