import fc from '../../property';
import * as syntax from '../../../lib/kube/values/syntax';

const a = (count: number): string => 'a'.repeat(count);
const { lowerCase: _lowerCase, hasBackstep: _hasBackstep, misspeltBy, ...classes } = syntax;

const table: Record<keyof typeof classes, { good: string[]; bad: [string, RegExp][] }> = {
  subdomain: {
    good: ['a', 'web', '1a', 'a--b', 'a.b.c', a(253), `${a(100)}.b`],
    bad: [
      ['', /must not be empty/],
      ['Web', /found "W" at character 1/],
      ['a_b', /found "_" at character 2/],
      ['a b', /found a space at character 2/],
      ['-a', /must start with .* not "-"/],
      ['a.', /must end with .* not "\."/],
      ['a..b', /two dots in a row \(at character 2\)/],
      ['a.-b', /both sides of a dot/],
      ['a-.b', /both sides of a dot/],
      [a(254), /at most 253 characters \(has 254\)/],
      ['web\n', /found a line break at character 4/],
      ['wéb', /found "é" at character 2/],
      ['a\ud800', /found U\+D800/],
    ],
  },
  label1123: {
    good: ['a', '1', 'a--b', a(63)],
    bad: [
      ['', /empty/],
      [a(64), /at most 63 characters \(has 64\)/],
      ['a.b', /found "\."/],
      ['a-', /must end/],
      [`${a(70)}_`, /has 71.*found "_" at character 71/],
    ],
  },
  label1035: {
    good: ['a', 'a1', a(63)],
    bad: [
      ['1a', /must start with a lower-case letter, not "1"/],
      ['a.b', /found "\."/],
      [a(64), /63/],
      ['', /empty/],
    ],
  },
  qualifiedName: {
    good: ['a', 'A_b.C', 'example.com/Name', `${a(253)}/${a(63)}`, a(63)],
    bad: [
      ['', /empty/],
      ['/a', /DNS name before the "\/"/],
      ['a/', /after "\/" must not be empty/],
      ['a/b/c', /only one "\/": found another at character 4/],
      ['A.com/b', /before "\/" may only contain/],
      [a(64), /at most 63/],
      [`a.com/${a(64)}`, /after "\/" must be at most 63/],
      [`${a(254)}/b`, /before "\/" must be at most 253/],
      ['-a', /must start/],
      ['a:b', /found ":"/],
    ],
  },
  annotationKey: {
    good: ['Example.COM/Foo', 'a', '\u212a.com/a', '\u0130.com/a'],
    bad: [['a b', /found a space/]],
  },
  labelValue: {
    good: ['', 'a', '1.0', 'A_b-c', a(63)],
    bad: [
      ['1.0+build', /found "\+" at character 4/],
      ['a/b', /found "\/"/],
      ['a-', /must end/],
      [a(64), /63/],
    ],
  },
  portName: {
    good: ['http', 'a', '1a', a(15)],
    bad: [
      ['', /empty/],
      ['8080', /at least one letter/],
      ['a--b', /two hyphens in a row \(at character 2\)/],
      ['-a', /start/],
      ['a-', /end/],
      ['HTTP', /found "H"/],
      [a(16), /at most 15 characters \(has 16\)/],
    ],
  },
  relaxedEnvName: {
    good: ['a', 'A B', '1', '.', '..', 'a:b', '~', a(1000)],
    bad: [
      ['', /empty/],
      ['a=b', /found "=" at character 2/],
      ['é', /found "é"/],
      ['a\n', /line break/],
      ['\x7f', /found/],
    ],
  },
  envName: {
    good: ['A', '_a', '-a', '.a', 'a.b-c', a(5000)],
    bad: [
      ['', /empty/],
      ['1A', /must not start with a digit/],
      ['.', /must not be "\."/],
      ['..a', /must not start with "\.\."/],
      ['A B', /found a space/],
      ['A=', /found "="/],
    ],
  },
  dataKey: {
    good: ['.env', 'a..b', '-a', '1', a(253)],
    bad: [
      ['', /empty/],
      ['.', /"\."/],
      ['..', /"\.\."/],
      ['...', /"\.\."/],
      ['a b', /found a space/],
      ['a/b', /found "\/"/],
      [a(254), /253/],
    ],
  },
  relativePath: {
    good: ['', 'a', '..a', 'a..b', 'a/b', '.'],
    bad: [
      ['/a', /relative/],
      ['..', /"\.\."/],
      ['a/../b', /"\.\."/],
      ['a/..', /"\.\."/],
    ],
  },
  filePath: {
    good: ['a', 'a/..b', '.a'],
    bad: [
      ['', /empty/],
      ['..a', /start with/],
      ['/a', /relative/],
      ['../a', /"\.\."/],
    ],
  },
  ipAddress: {
    good: [
      '10.0.0.1',
      '010.001.000.007',
      '::',
      '::1',
      'fd00::1',
      '1::',
      '::ffff:1.2.3.4',
      '1:2:3:4:5:6:7:8',
      '1:2:3:4:5:6:1.2.3.4',
      'FD00::A',
    ],
    bad: [
      ['', /IP address/],
      ['256.0.0.1', /IP/],
      ['1.2.3', /IP/],
      ['1.2.3.4.5', /IP/],
      ['10.0.0.0/8', /without a "\/" part/],
      [' 1.2.3.4', /IP/],
      ['fe80::1%eth0', /IP/],
      ['1::2::3', /IP/],
      ['1:2:3:4:5:6:7', /IP/],
      ['1:2:3:4:5:6:7:8::', /IP/],
      ['12345::', /IP/],
      ['::1.2.3.4:1', /IP/],
    ],
  },
  percent: {
    good: ['0%', '00%', '25%', '1000%'],
    bad: [
      ['', /whole number/],
      ['%', /whole/],
      ['1', /whole/],
      ['12.5%', /whole/],
      ['25 %', /whole/],
      ['-1%', /whole/],
    ],
  },
  wildcardSubdomain: {
    good: ['*.com', '*.a.b'],
    bad: [
      ['*', /whole first part/],
      ['a.*.b', /whole first part/],
      ['*.', /after "\*\." must not be empty/],
      ['*.*.a', /found "\*"/],
    ],
  },
  headerName: {
    good: ['X-A', '1', '-'],
    bad: [
      ['', /empty/],
      ['X_A', /found "_"/],
      ['a.b', /found "\."/],
    ],
  },
};

describe.each(Object.entries(table))('%s', (name, { good, bad }) => {
  const check = classes[name as keyof typeof classes];
  test.each(good.map((value) => [value.slice(0, 30), value]))('takes %j', (_, value) =>
    expect(check(value)).toBeUndefined(),
  );
  test.each(bad.map(([value, message]) => [value.slice(0, 30), value, message] as const))(
    'refuses %j',
    (_, value, message) => {
      expect(check(value)).toMatch(message);
    },
  );
});

test('every class has a table', () => expect(Object.keys(table).sort()).toEqual(Object.keys(classes).sort()));

test('any string gets an answer, huge ones too', () => {
  const all = Object.values(classes);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) =>
      all.every((check) => ['string', 'undefined'].includes(typeof check(value))),
    ),
  );
  for (const part of ['a', '-', '.', '../', '0', ':', '::1', '%', 'a.', '\ud800']) {
    const huge = part.repeat(1_000_000);
    for (const check of all) expect((check(huge) ?? '').length).toBeLessThan(1000);
  }
});

describe('misspeltBy', () => {
  const { labelValue, subdomain, label1123, label1035 } = syntax;
  const fromWidest = [labelValue, subdomain, label1123, label1035];
  const nearlyName = fc
    .array(fc.constantFrom('a', 'b', '1', '-', '.', '_', 'A'), { maxLength: 70 })
    .map((parts) => parts.join(''));

  test('what a narrower spelling takes, a wider one takes, but for its length', () => {
    fc.assert(
      fc.property(nearlyName, fc.nat(3), fc.nat(3), (value, one, other) => {
        const [wide, narrow] = [Math.min(one, other), Math.max(one, other)].map((index) => fromWidest[index]!);
        const wrong = misspeltBy(wide!, value)!.characters > 0;
        expect(wrong && misspeltBy(narrow!, value)!.characters === 0).toBe(false);
      }),
    );
  });

  test('a value is wrong where it is misspelt, and only there', () => {
    fc.assert(
      fc.property(nearlyName, fc.constantFrom(...fromWidest), (value, problemOf) => {
        const { characters, most } = misspeltBy(problemOf, value)!;
        expect(characters > 0 || most < Infinity).toBe(problemOf(value) !== undefined);
      }),
    );
  });

  test('says which of the two is at fault', () => {
    expect(misspeltBy(label1123, 'A')).toEqual({ characters: 3, most: Infinity });
    expect(misspeltBy(label1123, a(64))).toEqual({ characters: 0, most: 63 });
    expect(misspeltBy(syntax.dataKey, '/')).toBeUndefined();
  });
});
