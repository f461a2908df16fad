// Any string in any field survives `convert`: what kubectl (sigs.k8s.io/yaml, through the oracle), js-yaml and yaml read is what was given.
import * as fc from 'fast-check';
import * as jsYaml from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { type Oracle, startOracle } from '../oracle/oracle';
import { read } from '../../lib/read';
import { run } from './run';

let oracle: Oracle;
beforeAll(async () => {
  oracle = await startOracle({ version: '1.28' });
});
afterAll(() => oracle.close());

/** Strings that readers take for something else, and strings of hard characters. */
const hard = fc.oneof(
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
const documentOf = ([a, b, c, d, e]: readonly string[]): object => ({
  job: {
    _type: 'Job',
    annotations: { note: c },
    secrets: { own: { type: 'opaque', data: { key: e } } },
    containers: {
      main: { image: 'busybox:1.28', args: [a], env: { A: { value: b } }, files: { '/etc/a': { content: d } } },
    },
  },
});

const readers: Readonly<Record<string, (text: string) => unknown[] | Promise<unknown[]>>> = {
  'sigs.k8s.io/yaml': async (text) => (await oracle.yaml(text)).documents,
  'js-yaml': (text) => jsYaml.loadAll(text),
  yaml: (text) => parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as unknown),
};

test.each(Object.entries(readers))(
  '%s reads what was written, in both formats of YAML',
  async (_, readAll) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(hard, { minLength: 5, maxLength: 5 }),
        fc.constantFrom('yaml', 'kyaml'),
        async (texts, format) => {
          const stdin = JSON.stringify(documentOf(texts));
          const { code, out } = await run(['convert', '--format', format], { stdin });
          fc.pre(code === 0);
          const objects = read(stdin).workloads.flatMap(({ manifests }) => manifests);
          expect(await readAll(out)).toEqual(objects);
        },
      ),
      { numRuns: 300 },
    );
  },
  60_000,
);

test('what is not converted is refused with a word, never with a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hard, { minLength: 5, maxLength: 5 }), async (texts) => {
      const { code, out, err } = await run(['convert'], { stdin: JSON.stringify(documentOf(texts)) });
      expect(err).not.toContain('fault');
      expect(out === '').toBe(code !== 0);
    }),
    { numRuns: 200 },
  );
}, 60_000);
