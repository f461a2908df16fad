// What is written is read back unchanged by every reader that npm has, and by our own.
import fc, { runs } from '../property';
import { CORE_SCHEMA, load, YAML11_SCHEMA } from 'js-yaml';
import { parse } from 'yaml';
import { parseText } from '../../lib/text/parse';
import { writeJson } from '../../lib/text/write-json';
import { writeKyaml } from '../../lib/text/write-kyaml';
import { writeYaml } from '../../lib/text/write-yaml';
import { json } from './arbitrary';

// Many runs on a busy machine take longer than jest's five seconds.
jest.setTimeout(600_000);
const numRuns = runs(500);
/** Objects of readers made comparable: own keys only, no prototypes of another realm. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const readOurs = (text: string, file: string): unknown => {
  const { documents, problems } = parseText(text, { file });
  // Integers beyond 2^53 are written but not read, since other readers round them.
  if (problems.every(({ code }) => code === 'unsafe-integer') && problems.length > 0) return undefined;
  expect(problems).toEqual([]);
  return documents[0]?.value ?? null;
};

test.each([
  ['YAML', writeYaml],
  ['KYAML', writeKyaml],
])('%s', (_, write) => {
  fc.assert(
    fc.property(json, (value) => {
      const text = write(value);
      expect(plain(load(text, { schema: CORE_SCHEMA }))).toEqual(value);
      expect(plain(load(text, { schema: YAML11_SCHEMA }))).toEqual(value);
      expect(plain(parse(text, { version: '1.1', logLevel: 'silent' }))).toEqual(value);
      expect(plain(parse(text, { version: '1.2', logLevel: 'silent' }))).toEqual(value);
      expect(plain(readOurs(text, 'x.yaml') ?? value)).toEqual(value);
    }),
    { numRuns },
  );
});

test('JSON', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(writeJson(value))).toEqual(value);
      expect(plain(readOurs(writeJson(value), 'x.json') ?? value)).toEqual(value);
    }),
    { numRuns },
  );
});
