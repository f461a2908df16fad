// Strings that survive only in careful hands.
import fc, { runs } from '../property';
import { read } from '../../lib/read';
import { run } from './run';

/** Strings that readers take for something else, and strings of hard characters. */
export const hard = fc.oneof(
  fc.constantFrom(
    'yes',
    'No',
    'on',
    '~',
    'null',
    '0x1F',
    '0o17',
    '017',
    '1_000',
    '12:30:45',
    '1e3',
    '.5',
    '-',
    '- a',
    'a: b',
    'a #b',
    '---',
    '...',
    '<<',
    '=',
    '2001-01-01',
    '',
    ' ',
    '\n',
    'a\n',
    '\na',
    'a\n\n',
    ' a\nb',
    '\ta',
    "'",
    '"',
    '\\',
    '%',
    '@',
    '`',
    '!t',
    '&a',
    '*a',
    '{',
    '}',
    '[',
    ']',
    '? a',
    '| a',
    '> a',
    '\u0085',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\u0007',
    '\u007f',
    '\u{1F600}',
    '\u200b',
  ),
  fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\t',
      '\r',
      ':',
      '#',
      '-',
      "'",
      '"',
      '\\',
      '{',
      ',',
      '%',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\u0000',
      '\u001b',
      'é',
      '字',
      '\u{1F600}',
      '0',
      '1',
      '.',
      '_',
      '~',
    ),
    maxLength: 40,
  }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** A document with the strings in an argument, a variable, an annotation, a file and a Secret. */
export const documentOf = ([a, b, c, d, e]: readonly string[]): object => ({
  job: {
    _type: 'Job',
    annotations: { note: c },
    secrets: { own: { type: 'opaque', data: { key: e } } },
    containers: {
      main: { image: 'busybox:1.28', args: [a], env: { A: { value: b } }, files: { '/etc/a': { content: d } } },
    },
  },
});

/** Fails when a reader does not read what `convert` wrote, in YAML or KYAML. */
export async function survives(readAll: (text: string) => unknown[] | Promise<unknown[]>): Promise<void> {
  const texts = fc.array(hard, { minLength: 5, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom('yaml', 'kyaml'), async (five, format) => {
      const stdin = JSON.stringify(documentOf(five));
      const { code, out } = await run(['convert', '--format', format], { stdin });
      fc.pre(code === 0);
      const objects = read(stdin).workloads.flatMap(({ manifests }) => manifests);
      expect(await readAll(out)).toEqual(objects);
    }),
    { numRuns: runs(100) },
  );
}
