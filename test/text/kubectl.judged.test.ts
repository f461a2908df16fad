// Text as kubectl itself reads it: its reader is in the oracle.
import fc, { runs } from '../property';
import { parseText } from '../../lib/text/parse';
import { writeJsonDocuments } from '../../lib/text/write-json';
import { writeKyamlDocuments } from '../../lib/text/write-kyaml';
import { writeYamlDocuments } from '../../lib/text/write-yaml';
import { startOracle, type Oracle } from '../oracle/oracle';
import { json, yamlish } from './arbitrary';

// Many runs on a busy machine take longer than jest's five seconds.
jest.setTimeout(600_000);
const numRuns = runs(1500);
/** Without the difference of `0` and `-0`. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

let oracle: Oracle;
beforeAll(async () => void (oracle = await startOracle({ version: '1.28' })), 600_000);
afterAll(() => oracle?.close());

const documents = fc.array(
  json.map((value) => ({ kind: 'X', value })),
  { minLength: 1, maxLength: 3 },
);

test.each([
  ['YAML', writeYamlDocuments],
  ['KYAML', writeKyamlDocuments],
])('kubectl reads back the %s that is written', async (_, write) => {
  await fc.assert(
    fc.asyncProperty(documents, async (values) => {
      expect(await oracle.yaml(write(values))).toEqual({ ok: true, message: '', documents: values });
    }),
    { numRuns },
  );
});

test('kubectl reads back the JSON that is written', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (values) => {
      const [list] = (await oracle.yaml(writeJsonDocuments(values))).documents;
      expect(values.length === 1 ? [list] : (list as { items: unknown[] }).items).toEqual(values);
    }),
    { numRuns: numRuns / 5 },
  );
});

test('what both take as YAML means the same', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(yamlish, async (text) => {
      const ours = parseText(text, { file: 'x.yaml' });
      const theirs = await oracle.yaml(text);
      if (ours.problems.length > 0 || !theirs.ok || /^[ \r\n]*\{/.test(text)) return;
      // kubectl stops at `...`; the rest would be lost without a word.
      if (/^\.\.\./m.test(text)) return;
      taken++;
      expect(plain(ours.documents.map(({ value }) => value))).toEqual(plain(theirs.documents));
    }),
    { numRuns: numRuns * 4 },
  );
  expect(taken).toBeGreaterThan(numRuns / 4);
});
