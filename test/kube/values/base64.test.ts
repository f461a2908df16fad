import fc from '../../property';
import { base64, decodedLength } from '../../../lib/kube/values/base64';

test.each(['', 'YQ==', 'YWI=', 'YWJj', 'YR==', 'Y\nQ=\r\n=\n', '\n'])('takes %j', (text) =>
  expect(base64(text)).toBeUndefined(),
);

test.each([
  ['YQ', /"==" is missing at its end/],
  ['YQ=', /"=" is missing at its end/],
  ['Y', /no multiple of four/],
  ['Y===', /out of place/],
  ['YQ==YQ==', /character 5/],
  ['YQ===', /out of place/],
  ['=', /out of place/],
  ['YW I=', /blank at character 3/],
  ['YW-_', /URL-safe/],
  ['pässword', /character 2/],
])('refuses %j', (text, message) => {
  expect(base64(text)).toMatch(message);
});

test('what Buffer encodes is taken and has the length of the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      return base64(text) === undefined && decodedLength(text) === bytes.length;
    }),
  );
});

test('the message shows nothing of the value', () => {
  fc.assert(fc.property(fc.stringMatching(/^zq[zq!]{3,9}$/), (text) => !(base64(text) ?? '').includes('zq')));
});
