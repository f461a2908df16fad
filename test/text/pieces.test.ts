import fc from 'fast-check';
import { type Piece, PIECE, Pieces } from '../../lib/text/pieces';

/** The pieces of a text that comes in blocks of the size of a piece. */
function piecesOf(file: string, text: string, size = PIECE, most?: number): Piece[] {
  const pieces = new Pieces(file, most);
  const bytes = Buffer.from(text);
  const found: Piece[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const piece = pieces.add(bytes.subarray(at, at + size));
    if (piece !== undefined) found.push(piece);
  }
  return [...found, pieces.end()];
}

const textOf = ({ bytes }: Piece): string => Buffer.from(bytes).toString();
const many = (document: string): string => document.repeat(Math.ceil((3.5 * PIECE) / document.length));

const JSON_LINE = '{"a":"b","c":[{"d":1},{"e":2}]}\n';
const YAML = '---\na: é\nb: |\n  - c\n';

test.each([
  ['a.jsonl', JSON_LINE, '{'],
  ['-', JSON_LINE, '{'],
  ['a.ndjson', '{\n"a": [\n{},\n{}\n]\n}\r\n', '{'],
  ['a.yaml', YAML, '---'],
  ['-', `# a\n${YAML}`, '---'],
])('%s is cut between documents: %j', (file, document, begin) => {
  const text = many(document);
  const pieces = piecesOf(file, text);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.map(textOf).join('')).toBe(text);
  let before = '';
  for (const piece of pieces) {
    expect(piece.start).toEqual({ lines: before.split('\n').length - 1, bytes: Buffer.byteLength(before) });
    if (before !== '') expect(textOf(piece).startsWith(begin)).toBe(true);
    expect(piece.bytes.length).toBeLessThanOrEqual(2 * PIECE);
    before += textOf(piece);
  }
});

test.each([
  ['a short text', 'a.jsonl', JSON_LINE.repeat(9)],
  ['a JSON file', 'a.json', many(JSON_LINE)],
  ['KCL', 'a.k', many('a: 1\n')],
  ['one value with an item a line', 'a.jsonl', `[\n${many('{"a":1},\n')}{}]`],
  ['one YAML document', 'a.yaml', many('a: b --- c\n')],
  ['JSON in YAML', 'a.yaml', many(JSON_LINE)],
  ['nothing', '-', ''],
])('%s is one piece', (_, file, text) => {
  const pieces = piecesOf(file, text);
  expect(pieces.map(textOf)).toEqual([text]);
  expect(pieces[0]!.start).toBeUndefined();
});

test('a document that is too large is counted and left out; what follows is read', () => {
  const text = `{"a":"${'x'.repeat(5 * PIECE)}"}\n${many(JSON_LINE)}`;
  const [first, ...rest] = piecesOf('-', text, PIECE, 2 * PIECE);
  expect(first!.bytes).toHaveLength(0);
  expect(rest.every(({ tooLarge }) => tooLarge === undefined)).toBe(true);
  expect(first!.tooLarge! + rest.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(text.length);
});

test('however the text comes, nothing of it is lost', () => {
  const part = fc.constantFrom('{', '}', '\n', '---', 'a', '[', ']', '\r\n', ',');
  fc.assert(
    fc.property(
      fc.constantFrom('a.jsonl', 'a.yaml', '-'),
      fc.array(part),
      fc.integer({ min: 1, max: 7 }),
      (file, parts, nth) => {
        const text = many(`${parts.join('')}x`);
        expect(
          piecesOf(file, text, Math.ceil(PIECE / nth))
            .map(textOf)
            .join(''),
        ).toBe(text);
      },
    ),
    { numRuns: 20 },
  );
});
