import fc from '../../property';
import { parseImage } from '../../../lib/kube/values/image';

const digest = `sha256:${'0a'.repeat(32)}`;

test.each([
  ['nginx', { repository: 'nginx' }],
  ['nginx:1.27', { repository: 'nginx', tag: '1.27' }],
  ['library/nginx', { repository: 'library/nginx' }],
  ['ghcr.io/a/b__c:v1', { registry: 'ghcr.io', repository: 'a/b__c', tag: 'v1' }],
  ['localhost/a', { registry: 'localhost', repository: 'a' }],
  ['localhost:5000/a:b', { registry: 'localhost:5000', repository: 'a', tag: 'b' }],
  ['[fd00::1]:5000/a', { registry: '[fd00::1]:5000', repository: 'a' }],
  [`a:b@${digest}`, { repository: 'a', tag: 'b', digest }],
  ['HOST/a', { registry: 'HOST', repository: 'a' }],
])('reads %s', (text, image) => expect(parseImage(text)).toEqual(image));

test.each([
  ['', /empty/],
  [' nginx', /blanks around/],
  ['a b', /blanks/],
  ['NGINX', /impossible part "NGINX"/],
  ['https://a.b/c', /scheme/],
  ['a:', /no tag/],
  ['a:-b', /impossible tag/],
  [`a:${'b'.repeat(129)}`, /impossible tag/],
  ['a@sha256:abc', /digest/],
  ['a@sha1:' + '0'.repeat(40), /digest/],
  ['a//b', /empty part/],
  ['a.b/', /no repository/],
  ['a___b', /impossible part/],
  ['0a'.repeat(32), /image ID/],
  ['a'.repeat(3000), /too long/],
])('refuses %j', (text, problem) => expect((parseImage(text) as { problem: string }).problem).toMatch(problem));

test('any string gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aA0.:/@-_ ') }), (text) => typeof parseImage(text) === 'object'),
  );
});

test('what nearly every reference is reads as others do: with a digest the parts are the same', () => {
  const word = fc.constantFrom('a', 'b1', 'A', 'localhost', 'a.b', 'a_b.c', 'a-', 'a__b', '5000', '0a'.repeat(32), '');
  const sign = fc.constantFrom('/', ':', '.', '-', '//', '');
  const text = fc.array(fc.tuple(word, sign), { minLength: 1, maxLength: 5 }).map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(text, (text) => {
      const [image, other] = [parseImage(text), parseImage(`${text}@${digest}`)];
      if ('problem' in image) expect(other).toHaveProperty('problem');
      else expect(other).toEqual({ ...image, digest });
    }),
    { numRuns: 1000 },
  );
});
