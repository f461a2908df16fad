import { parseText } from '../../lib/text/parse';

test('UTF-8 with and without a byte order mark', () => {
  expect(parseText(Buffer.from('\ufeffa: é😀')).documents[0]!.value).toEqual({ a: 'é😀' });
  expect(parseText(new Uint8Array(Buffer.from('{"a":"é"}'))).documents[0]!.value).toEqual({ a: 'é' });
  for (const input of ['\ufeff{"a":1}', Buffer.from('\ufeff{"a":1}')]) {
    const { documents, problems } = parseText(input, { file: 'x.json' });
    expect(problems).toEqual([]);
    expect(documents[0]!.places.locate(['a'])).toEqual({ line: 1, column: 2 });
  }
});

test.each([
  ['UTF-16', Buffer.from('\ufeffa: 1', 'utf16le')],
  ['UTF-16', Buffer.from('\ufeffa: 1', 'utf16le').swap16()],
  ['UTF-16', Buffer.from('{"a":1} ', 'utf16le')],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
])('%s is named', (name, bytes) => {
  expect(parseText(bytes).problems).toMatchObject([{ code: 'bad-utf8', message: `is ${name} text, expected UTF-8` }]);
});

test.each([
  [Buffer.from([0x61, 0x3a, 0x20, 0xff]), 3, 1, 4],
  [Buffer.concat([Buffer.from('a: é\nb: "ü'), Buffer.from([0xc3, 0x28]), Buffer.from('"\n')]), 12, 2, 6],
  [Buffer.concat([Buffer.from('x'.repeat(1000)), Buffer.from([0x80])]), 1000, 1, 1001],
  [Buffer.from([0xed, 0xa0, 0x80]), 0, 1, 1],
  [Buffer.from([0x61, 0xf0, 0x9f]), 1, 1, 2],
  [Buffer.alloc(100, 0x80), 0, 1, 1],
])('broken UTF-8 is placed: %#', (bytes, offset, line, column) => {
  const [problem] = parseText(bytes).problems;
  expect(problem).toMatchObject({ code: 'bad-utf8', source: { line, column } });
  expect(problem!.message).toContain(`offset ${offset} `);
});

test('half of a surrogate pair in a string', () => {
  expect(parseText('a: b\nc: \ud800').problems).toMatchObject([
    { code: 'lone-surrogate', source: { line: 2, column: 4 } },
  ]);
});
