import { goRegexpMatcher } from '../../../lib/kube/values/go-regexp-match';

test('a text has a match somewhere, in linear time', () => {
  expect(goRegexpMatcher('a\\z')('ba')).toBe(true);
  expect(goRegexpMatcher('^a')('ba')).toBe(false);
  expect(goRegexpMatcher('^.$')('😀')).toBe(true);
  expect(goRegexpMatcher('^(a+)+$')(`${'a'.repeat(50_000)}b`)).toBe(false);
});

test('what is beyond us matches', () => {
  expect(goRegexpMatcher('(?P<n>a)(?P<n>b)')('x')).toBe(true);
});
