import { goRegexp } from '../../../lib/kube/values/go-regexp';

test.each([
  ...[
    '',
    'a|b',
    '^[a-z]{1,3}$',
    '(?i)a',
    '(?P<n>a)',
    '(?:a)*?',
    '[]a]',
    '[^]a]',
    '[\\d-z]',
    '\\pN',
    '\\p{Greek}',
    '\\P{^Lu}',
  ],
  ...[
    '[[:alpha:]]',
    '\\_',
    'a{,2}',
    'a{',
    '\\Qa+\\E+',
    '\\x{10FFFF}',
    '^*',
    '(|a)+',
    '\\012',
    '(a{10}){100}',
    '(?s-i:a)',
  ],
])('takes %s', (pattern) => {
  expect(goRegexp(pattern)).toBeUndefined();
});

test.each([
  ['(', 'has a ( without a )'],
  ['a)', 'has a ) without a ('],
  ['[a', 'has a [ without a ]'],
  ['*a', 'has * with nothing before it to repeat'],
  ['a|+', 'has + with nothing before it to repeat'],
  ['a**', 'repeats what is repeated already, with *'],
  ['a{2,1}', 'repeats at least more often than at most, with {2,1}'],
  ['a{1001}', 'repeats more than 1000 times, with {1001}'],
  ['(a{100}){100}', 'repeats more than 1000 times, with {100}'],
  ['(?=a)', 'has (?=a, which Go does not know: it neither looks ahead nor behind'],
  ['(?<!a)', 'has (?<!, which Go does not know: it neither looks ahead nor behind'],
  ['(a)\\1', 'refers back with \\1, which Go does not know'],
  ['[b-a]', 'has a range in [ ] whose end comes before its start'],
  ['[a-\\d]', 'has \\d, which means nothing'],
  ['[[:foo:]]', 'has [:foo:], which is no class'],
  ['\\p{Foo}', 'has \\p{Foo}, which is no class of characters'],
  ['\\Z', 'has \\Z, which means nothing'],
  ['\\', 'ends with a backslash'],
  ['\\x{110000}', 'has a \\x that no character follows'],
  ['('.repeat(1001), 'has groups more than 1000 levels deep'],
])('refuses %s', (pattern, problem) => {
  expect(goRegexp(pattern)).toBe(problem);
});
