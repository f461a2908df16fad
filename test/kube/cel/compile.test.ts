// What is said of expressions; whether they compile is the corpus' and the record's job.
import { ALL, minorsText } from '../../../lib/kube/api/minors';
import { admissionEnvironment } from '../../../lib/kube/cel/admission';
import { checkExpression, compile } from '../../../lib/kube/cel/compile';
import type { Environment } from '../../../lib/kube/cel/environment';
import { BOOL, INT, listOf, objectType, STRING, typeText } from '../../../lib/kube/cel/types';
import { serverOf, since, until } from '../../../lib/kube/server';
import { ROOT } from '../../../lib/report/place';
import { Report } from '../../../lib/report/report';

const admission = admissionEnvironment({ params: false, authorizer: true });

function said(expression: string, environment: Environment = admission): string[] {
  const [newest] = compile(expression, environment, since('1.36'));
  return newest!.flaws.map(({ message, at, hint }) => `${at} ${message}${hint === undefined ? '' : `; ${hint}`}`);
}

test.each([
  // Syntax.
  ['object.a = 1', '9 "=" means nothing in CEL; write == to compare'],
  ['object.a =< 1', '9 "=" means nothing in CEL; write <='],
  ['object.a and object.b', '9 and cannot stand here; write && for "and"'],
  ['size(object.a', '13 ) or a comma is expected at the end'],
  ['object.a ==', '11 ends where a value is expected'],
  ['object.in', '7 in is a word of CEL, no name of a field; write ["in"] after a map'],
  ['has(object)', '4 has() takes a field, such as has(object.spec)'],
  ['object.a.all(1, true)', '13 all() takes the name of a variable here, such as x'],
  ['namespace == "a"', '0 namespace is a word that CEL keeps for itself'],
  ['"\\q"', '0 a text starts here that does not end, or has an escape that CEL does not know'],
  // Names.
  ['objct.a == 1', '0 nothing is called objct here; Did you mean "object"?'],
  [
    'request.operatoin == "a"',
    '8 there is no field operatoin in kubernetes.AdmissionRequest; Did you mean "operation"?',
  ],
  ['object.a.startWith("a")', '9 there is no function startWith(); Did you mean "startsWith"?'],
  ['sets.contain([1], [1])', '5 there is no function sets.contain(); Did you mean "sets.contains"?'],
  ['object.a.all(x)', '9 all() does not take 1 argument; write .all(x, …) with x for each item'],
  // Types.
  ['"a" + 1', '0 + does not take a string and an int; write string(…) around the int'],
  [
    '1 == "a"',
    '0 == does not compare an int and a string; compare with a text in quotes, or write int(…) or string(…)',
  ],
  ['"a" * 2', '0 * does not take a string and an int'],
  ['1 + 1u', '0 + does not take an int and a uint'],
  [
    'quantity("1") > quantity("2")',
    '0 > does not compare a kubernetes.Quantity and a kubernetes.Quantity; write .compareTo(quantity("…")) or .isGreaterThan(…)',
  ],
  ['"a".startsWith(1)', '4 there is no startsWith(int) of a string; there is string.startsWith(string): bool'],
  ['true && 1', '8 what && joins must be bool, and this is int'],
  ['[1].all(x, x)', '11 what all() asks of each item must be bool, and this is int'],
  ['[1].filter(x, x)', '14 what filter() asks of each item must be bool, and this is int'],
  ['true ? 1 : "a"', '5 both sides of the colon must be of one type, and these are int and string'],
  ['"a".all(x, true)', '0 all() walks over a list or a map, and this is string'],
  ['[1, "a"]', '4 all items must be of one type, and this is string after int'],
  // Constants.
  ['object.a.matches("(")', '17 the regular expression of matches() has a ( without a )'],
  [
    'duration("1d")',
    '9 duration() takes a duration such as "1h30m": this has the unknown unit "d" (the units are ns, us, ms, s, m, h)',
  ],
  ['int("a")', '4 int() takes a whole number'],
  ['"%d".format(["a"])', '13 %d does not take string; it takes int, uint'],
])('%s', (expression, expected) => {
  expect(said(expression)).toEqual([expected]);
});

test('all flaws of the types are said at once', () => {
  expect(said('foo && bar')).toHaveLength(2);
});

test.each([
  ['1 == 1', ['1.28+ bool']],
  ['1 < 1.5', ['1.29+ bool', '1.28 flaw']],
  ['isIP("::1")', ['1.31+ bool', '-1.30 flaw']],
  ['object.?a.orValue(1) == ip("::1")', ['1.31+ bool', '1.29-1.30 flaw', '1.28 flaw']],
  ['[1, dyn(2)]', ['1.29+ flaw', '1.28 list']],
])('%s by minor', (expression, expected) => {
  const found = compile(expression, admission).map(
    ({ minors, type, flaws }) => `${minorsText(minors) || '1.28+'} ${flaws.length > 0 ? 'flaw' : type.kind}`,
  );
  expect(found).toEqual(expected);
});

describe('objects with known fields', () => {
  const item = objectType('item', () => ({ name: STRING, parts: listOf(item) }));
  const environment = { variables: new Map([['self', objectType('self', { items: listOf(item), count: INT })]]) };

  test('are followed', () => {
    const [newest] = compile('self.items.map(x, x.parts[0].name)', environment, ALL);
    expect(typeText(newest!.type)).toBe('list(string)');
  });

  test('are not more than they are', () => {
    expect(said('self.items.all(x, x.parts.exists(y, y.nam == "a"))', environment)).toEqual([
      '38 there is no field nam in item; Did you mean "name"?',
    ]);
    expect(said('self.items == self.count', environment)).toEqual(['0 == does not compare a list(item) and an int']);
  });
});

test('a type that is not asked for is said, and where in the expression it does not compile', () => {
  const report = new Report(false, undefined, serverOf('1.36'));
  checkExpression('object.spec.paused', admission, [BOOL], ROOT, report);
  checkExpression('has(object.spec) &&\n  spec.paused', admission, [BOOL], ROOT, report);
  expect(report.problems.map(({ message, hint }) => [message, hint])).toEqual([
    ['must be of type bool, and this is dyn', 'Write == true after it: nobody knows the types of objects here'],
    [
      'does not compile at "spec.paused" in line 2: nothing is called spec here',
      'There are object, oldObject, request, namespaceObject and authorizer',
    ],
  ]);
});

test('what minors with environments of their own say alike is said once', () => {
  const withVariable = (name: string): Environment => ({ variables: new Map([[name, BOOL]]) });
  const editions = [
    { environment: withVariable('old'), minors: until('1.30') },
    { environment: withVariable('new'), minors: since('1.31') },
  ];
  const report = new Report(false, undefined, serverOf(undefined));
  checkExpression('old || new ||', editions, [BOOL], ROOT, report);
  checkExpression('old', editions, [BOOL], ROOT, report);
  expect(report.problems.map(({ message, hint }) => [message, hint])).toEqual([
    ['does not compile at its end: ends where a value is expected', undefined],
    ['Kubernetes since 1.31: does not compile at "old": nothing is called old here', 'There is new'],
  ]);
});

test.each([
  ['(', 300],
  ['[', 100_001],
  ['[1].map(x, ', 20_000],
  ['!', 90_000],
  ['object.a.', 20_000],
  ['"', 50_001],
  ['{"a": [', 5_000],
])('no depth or length is too much: %s', (piece, times) => {
  expect(said(piece.repeat(times)).length).toBeGreaterThan(0);
});

test('types that double with every step come to an end', () => {
  const doubled = '[1].map(a, {a: a})' + '.map(a, {a: a})'.repeat(60);
  expect(compile(doubled, admission, since('1.36'))).toHaveLength(1);
});
