import fc from '../property';
import { toLabel1123, toSubdomain } from '../../lib/kube/values/near-name';
import { label1123, subdomain } from '../../lib/kube/values/syntax';
import { nearest } from '../../lib/report/suggest';

test.each([
  ['restartpolicy', ['replicas', 'restartPolicy'], 'restartPolicy'],
  ['always', ['Never', 'Always'], 'Always'],
  ['if-not-present', ['Always', 'IfNotPresent'], 'IfNotPresent'],
  ['imgae', ['name', 'image'], 'image'],
  ['imge', ['name', 'image'], 'image'],
  ['Onfailur', ['Never', 'OnFailure'], 'OnFailure'],
  ['xyz', ['Always', 'Never'], undefined],
  ['', ['a'], undefined],
  ['a', ['a'], undefined],
])('nearest to %j in %j is %j', (given, candidates, expected) => expect(nearest(given, candidates)).toBe(expected));

test('a huge word has no neighbours', () => {
  expect(nearest('a'.repeat(10_000_000), ['a'])).toBeUndefined();
});

test.each([
  ['My App', 'my-app'],
  ['web_1', 'web-1'],
  ['-Web-', 'web'],
  ['Grün & Söhne', 'grun-sohne'],
  ['web', undefined],
  ['___', undefined],
  ['A'.repeat(70), 'a'.repeat(63)],
])('label for %j: %j', (given, expected) => expect(toLabel1123(given)).toBe(expected));

test.each([
  ['Web.Example.COM', 'web.example.com'],
  ['a..b', 'a.b'],
  ['a-.b', 'a.b'],
  ['.a_b.', 'a-b'],
  ['a.b', undefined],
])('subdomain for %j: %j', (given, expected) => expect(toSubdomain(given)).toBe(expected));

test('a proposal is always valid and new', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
      const [label, name] = [toLabel1123(value), toSubdomain(value)];
      return (
        (label === undefined || (label !== value && label1123(label) === undefined)) &&
        (name === undefined || (name !== value && subdomain(name) === undefined))
      );
    }),
  );
});
