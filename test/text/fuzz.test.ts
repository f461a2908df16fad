// Any input gets documents or problems: no exception, places inside the text, no change of a prototype.
import fc, { runs } from '../property';
import { parseText, splitItems } from '../../lib/text/parse';
import { writeYaml } from '../../lib/text/write-yaml';
import { json, kclish, mutated, text, yamlish } from './arbitrary';

// Many runs on a busy machine take longer than jest's five seconds.
jest.setTimeout(600_000);
const numRuns = runs(1000);
const file = fc.constantFrom(undefined, 'x.json', 'x.jsonl', 'x.yaml', 'x.k', 'x');

function check(input: string | Uint8Array, name: string | undefined): void {
  const parsed = parseText(input, name === undefined ? {} : { file: name });
  const lines = typeof input === 'string' ? input.split('\n') : undefined;
  for (const { severity, code, message, source } of parsed.problems) {
    expect(severity).toBe('error');
    expect(code).toMatch(/^[a-z0-9-]+$/);
    expect(message).not.toBe('');
    if (source?.line === undefined) expect(['too-large', 'too-many-problems']).toContain(code);
    if (source?.line === undefined) continue;
    expect(source!.line).toBeGreaterThanOrEqual(1);
    expect(source!.column).toBeGreaterThanOrEqual(1);
    if (lines !== undefined) expect(source!.column! - 1).toBeLessThanOrEqual(lines[source!.line! - 1]!.length);
  }
  for (const document of splitItems(parsed.documents)) {
    expect(document.places.locate([])).toBeDefined();
    const keys = typeof document.value === 'object' ? Object.keys(document.value ?? {}) : [];
    for (const key of keys.slice(0, 5)) {
      expect(document.places.locate(Array.isArray(document.value) ? [Number(key)] : [key])).toBeDefined();
    }
    JSON.stringify(document.value);
  }
}

afterEach(() => expect(Object.keys(Object.prototype)).toEqual([]));

test('bytes', () => fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), file, check), { numRuns }));
test('strings', () =>
  fc.assert(fc.property(fc.oneof(text, fc.string({ unit: 'binary-ascii' }), fc.string()), file, check), { numRuns }));
test('nearly YAML', () => fc.assert(fc.property(yamlish, file, check), { numRuns }));
test('nearly JSON', () => {
  fc.assert(fc.property(mutated(json.map((value) => JSON.stringify(value, null, 1))), file, check), { numRuns });
});
test('nearly KCL', () => fc.assert(fc.property(kclish, fc.constant('x.k'), check), { numRuns }));
test('YAML with mistakes', () => fc.assert(fc.property(mutated(json.map(writeYaml)), file, check), { numRuns }));

test.each([
  '[',
  '{',
  '{"a":',
  '- ',
  '? ',
  'a: ',
  '"',
  "'",
  '!!a ',
  '&a ',
  '*a ',
  '[a: ',
  '{a: ',
  '|\n',
  '---\n',
  '\t',
  ' ',
  '\n',
  '#',
  '\\',
  '{"a":1,',
  '[1,',
  'a\n',
  'a:\n',
  '- a\n',
  '\r',
  '{}',
  '[] ',
  '{}x',
  '{}\n',
  '{\n}',
  'a: |\n',
  '- |\n  x\n',
  '"\\\\"',
  ...[
    'a=1\n',
    'a={',
    'a:X{',
    'x.',
    'a={x:1,x:1}\n',
    'a=[for ',
    'import x\n',
    'schema x:\n y\n',
    'if x:\n',
    '"""',
    '(',
    '${',
  ],
])('%j again and again', (piece) => {
  const input = piece.repeat(200_000 / piece.length);
  for (const name of ['x.json', 'x.yaml', 'x.jsonl', 'x.k']) {
    const { documents, problems } = parseText(input, { file: name });
    expect(Array.isArray(documents) && Array.isArray(problems)).toBe(true);
  }
});
