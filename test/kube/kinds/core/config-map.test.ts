import { linesWith, problemsWith } from '../../rules/objects';

test('keys', () => {
  expect(linesWith('ConfigMap', { data: { '.env': '', 'a b': '' }, binaryData: { '..': '' } })).toEqual([
    'bad-name data["a b"]',
    'bad-name binaryData[".."]',
  ]);
  expect(linesWith('ConfigMap', { data: { k: '' }, binaryData: { k: '' } })).toEqual(['duplicate data.k']);
  expect(linesWith('ConfigMap', { data: undefined })).toEqual([]);
});

test('size is that of UTF-8 and of the decoded bytes', () => {
  const errors = (fields: Record<string, unknown>) =>
    problemsWith('ConfigMap', fields)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path }) => `${code} ${path.join('.')}`);
  expect(errors({ data: { k: 'é'.repeat(524_288) } })).toEqual([]);
  expect(errors({ data: { k: 'é'.repeat(524_288), l: 'a' } })).toEqual(['too-long data']);
  expect(errors({ data: undefined, binaryData: { k: Buffer.alloc(1_048_576).toString('base64') } })).toEqual([]);
  expect(errors({ data: undefined, binaryData: { k: Buffer.alloc(1_048_577).toString('base64') } })).toEqual([
    'too-long binaryData',
  ]);
});
