import { at, pathOf, ROOT } from '../../lib/report/place';
import { Report } from '../../lib/report/report';

const place = (...keys: (string | number)[]) => keys.reduce((parent, key) => at(parent, key), ROOT);

test('a place becomes a path', () => {
  expect(pathOf(ROOT)).toEqual([]);
  expect(pathOf(place('a', 0, 'b'))).toEqual(['a', 0, 'b']);
});

test('what has a wrong shape is not judged again, at it or below', () => {
  const report = new Report();
  report.shape(place('spec', 'ports', 0), 'wrong-type', 'no');
  report.error(place('spec', 'ports', 0), 'required', 'no');
  report.warning(place('spec', 'ports', 0, 'name'), 'suspicious', 'no');
  report.error(place('spec', 'ports', 1), 'required', 'yes');
  report.error(place('spec', 'ports'), 'too-long', 'yes');
  // That something is missing around it, is likely to be the same mistake.
  report.error(place('spec'), 'required', 'no');
  expect(report.problems.map(({ message, path }) => [message, path.length])).toEqual([
    ['no', 3],
    ['yes', 3],
    ['yes', 2],
  ]);
  expect(
    [place('spec'), place('spec', 'ports'), place('spec', 'ports', 0, 'x')].map((one) => report.hasShapeProblem(one)),
  ).toEqual([true, true, true]);
  expect(report.hasShapeProblem(place('spec', 'ports', 1))).toBe(false);
  expect(new Report().hasShapeProblem(ROOT)).toBe(false);
});

test('of a Secret only names, labels and the type are shown', () => {
  const report = new Report(true);
  for (const keys of [
    ['metadata', 'name'],
    ['metadata', 'labels', 'a'],
    ['type'],
    ['data', 'a'],
    ['metadata', 'annotations', 'a'],
    ['stringData'],
    ['metadata'],
    [],
  ]) {
    report.error(place(...keys), 'bad-name', 'x', { value: 'hunter2', hint: 'h' });
  }
  expect(report.problems.map((problem) => 'value' in problem)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(report.problems.every(({ hint }) => hint === 'h')).toBe(true);
});

describe('a report inside another', () => {
  /** An object whose `spec` is what the workload writes flat. */
  const inside = (outer: Report): Report =>
    new Report(false, {
      outer,
      pathOf: (path) => (path[0] === 'spec' ? path.slice(1) : path),
      complete: (problem) => ({ ...problem, construct: 'a/b' }),
    });

  test('tells it everything, at the place there', () => {
    const outer = new Report();
    const inner = inside(outer);
    inner.error(place('spec', 'replicas'), 'out-of-range', 'no', { value: -1 });
    const said = {
      code: 'out-of-range',
      severity: 'error',
      path: ['replicas'],
      message: 'no',
      value: -1,
      construct: 'a/b',
    };
    expect(outer.problems).toEqual([said]);
    expect(inner.problems).toEqual([said]);
    expect([outer.failed, inner.failed]).toEqual([true, true]);
  });

  test('is silent where that one is', () => {
    const outer = new Report();
    outer.take({ code: 'wrong-type', severity: 'error', path: ['ports', 0, 'port'], message: 'no' });
    outer.settle();
    const inner = inside(outer);
    inner.error(place('spec', 'ports', 0, 'port'), 'out-of-range', 'no');
    inner.error(place('spec', 'ports'), 'required', 'no');
    expect(outer.problems).toHaveLength(1);
    expect(inner.problems).toEqual([]);
    expect(inner.failed).toBe(true);
    expect([place('spec', 'ports'), place('spec', 'name')].map((one) => inner.hasShapeProblem(one))).toEqual([
      true,
      false,
    ]);
  });

  test('of two that say the same each has it, and the outer one once', () => {
    const outer = new Report();
    const both = [inside(outer), inside(outer)];
    for (const one of both) one.warning(place('spec', 'labels'), 'suspicious', 'twice');
    expect(both.map(({ problems }) => problems.length)).toEqual([1, 1]);
    expect(outer.problems).toHaveLength(1);
    both[1]!.warning(place('spec', 'labels'), 'suspicious', 'other words');
    expect(outer.problems).toHaveLength(2);
  });

  test('of two about the spelling of one value at one place the narrower is said, whichever comes first', () => {
    const characters = (narrow: number) => ({ value: 'A_', misspelt: { characters: narrow, most: Infinity } });
    for (const order of [
      ['wide', 'narrow'],
      ['narrow', 'wide'],
    ]) {
      const outer = new Report();
      const inner = new Report(false, { outer, pathOf: () => ['name'] });
      for (const each of order) inner.error(place(each), 'bad-name', each, characters(each === 'wide' ? 1 : 2));
      expect(outer.problems.map(({ message }) => message)).toEqual(['narrow']);
      expect(inner.problems).toEqual(outer.problems);
    }
  });

  test('its length and its characters are two faults', () => {
    const report = new Report();
    const say = (message: string, characters: number, most: number, value = 'A') => {
      report.error(place('name'), 'bad-name', message, { value, misspelt: { characters, most } });
    };
    say('characters', 2, Infinity);
    say('at most 52', 0, 52);
    say('at most 63', 0, 63);
    say('of another value', 1, 63, 'B');
    expect(report.problems.map(({ message }) => message)).toEqual(['characters', 'at most 52', 'of another value']);
  });

  test('a fork goes on alone, from what is known', () => {
    const outer = new Report();
    const inner = inside(outer);
    inner.error(place('spec', 'a'), 'required', 'known');
    inner.settle();
    const fork = inner.fork();
    fork.error(place('spec', 'a', 'b'), 'required', 'silent');
    fork.error(place('spec', 'c'), 'required', 'new');
    expect(fork.problems.map(({ message }) => message)).toEqual(['known', 'new']);
    expect(inner.problems).toHaveLength(1);
    expect(outer.problems).toHaveLength(1);
  });
});

test('errors of one phase are silent in the next, not among each other', () => {
  const report = new Report();
  report.error(place('image'), 'bad-format', 'one');
  report.error(place('image'), 'bad-name', 'two');
  report.settle();
  report.error(place('image'), 'bad-name', 'three');
  report.warning(place('image', 'x'), 'suspicious', 'four');
  expect(report.problems.map(({ message }) => message)).toEqual(['one', 'two']);
});

describe('of several variants', () => {
  const variants = (stated: boolean, all = 0b111) => ({ all, stated, words: (part: number) => part.toString(2) });
  const said = ({ problems }: Report): unknown[] => problems.map(({ severity, message }) => [severity, message]);

  test('what only some refuse is a warning that names them, unless they were asked for', () => {
    for (const [stated, severity] of [
      [false, 'warning'],
      [true, 'error'],
    ] as const) {
      const report = new Report(false, undefined, variants(stated));
      report.error(place('a'), 'required', 'all');
      report.error(place('a'), 'required', 'one', { where: 0b1 });
      report.error(place('a'), 'required', 'none', { where: 0b1000 });
      report.error(place('a'), 'required', (which) => `${which} has it`, { where: 0b10 });
      expect(said(report)).toEqual([
        ['error', 'all'],
        [severity, '1: one'],
        [severity, '10 has it'],
      ]);
    }
  });

  test('one is called by no name', () => {
    const report = new Report(false, undefined, variants(true, 0b10));
    report.error(place('a'), 'required', 'one', { where: 0b110 });
    report.error(place('a'), 'required', 'other', { where: 0b100 });
    expect(said(report)).toEqual([['error', 'one']]);
  });

  test('what all refuse, each for a reason of its own, is refused', () => {
    const report = new Report(false, undefined, variants(false));
    report.error(place('a'), 'required', 'old', { where: 0b1 });
    report.warning(place('a'), 'suspicious', 'odd', { where: 0b1 });
    expect(said(report)).toEqual([
      ['warning', '1: old'],
      ['warning', '1: odd'],
    ]);
    report.error(place('b'), 'required', 'new', { where: 0b110 });
    expect(said(report)).toEqual([
      ['error', '1: old'],
      ['warning', '1: odd'],
      ['error', '110: new'],
    ]);
  });

  test('those that have refused the whole are not named again', () => {
    const report = new Report(false, undefined, variants(false));
    report.error(place('kind'), 'unknown-kind', 'no such kind', { where: 0b1 });
    report.refuse(0b1);
    report.silence(place('c'), 0b10);
    report.error(place('a'), 'required', 'one', { where: 0b101 });
    report.error(place('b'), 'required', 'all', { where: 0b110 });
    report.error(place('c'), 'required', 'loud');
    report.error(place('d'), 'required', 'nobody', { where: 0b1 });
    expect(said(report)).toEqual([
      ['warning', '1: no such kind'],
      ['warning', '100: one'],
      ['error', 'all'],
      ['warning', '100: loud'],
    ]);
    const alone = new Report(false, undefined, variants(true, 0b1));
    alone.refuse(0b1);
    alone.error(place('a'), 'required', 'one');
    expect(said(alone)).toEqual([['error', 'one']]);
  });

  test('what some take and refuse later is a warning where nobody refuses it now', () => {
    const report = new Report(false, undefined, variants(true));
    const pods = report.later(0b11, 'is taken, but the pods are refused');
    pods.error(place('a'), 'required', 'is required', { where: 0b1 });
    pods.error(place('b'), 'required', 'is required');
    pods.warning(place('c'), 'suspicious', 'odd', { where: 0b1 });
    pods.error(place('d'), 'required', (which) => `${which}: is required`, { where: 0b10 });
    expect(said(report)).toEqual([
      ['warning', '1: is taken, but the pods are refused: is required'],
      ['error', '100: is required'],
      ['warning', '1: odd'],
      ['warning', 'is taken, but the pods are refused: 10: is required'],
    ]);
    expect(report.problems[0]?.code).toBe('refused-later');
  });

  test('what is refused now is not said to be refused later', () => {
    const report = new Report(false, undefined, variants(true));
    report.error(place('a'), 'not-one-of', 'must be Always', { where: 0b1 });
    report.later(0b11, 'is taken, but the pods are refused').error(place('a'), 'not-one-of', 'must be A or B', {
      where: 0b11,
    });
    expect(said(report)).toEqual([
      ['error', '1: must be Always'],
      ['warning', '10: is taken, but the pods are refused: must be A or B'],
    ]);
  });

  test('silence may hold for some', () => {
    const report = new Report(false, undefined, variants(false));
    report.shape(place('a', 'b'), 'unknown-field', (which) => `${which}: no b`, { where: 0b1 });
    expect([report.soundAt(place('a')), report.soundAt(place('a', 'b', 'c')), report.soundAt(place('b'))]).toEqual([
      0b110, 0b110, 0b111,
    ]);
    expect(report.hasShapeProblem(place('a', 'b'))).toBe(false);
    report.error(place('a', 'b', 'c'), 'out-of-range', 'too small', { where: 0b11 });
    report.error(place('a'), 'required', 'one of');
    report.silence(place('a'), 0b110);
    report.error(place('a'), 'suspicious', 'nobody is left below', { where: 0b110 });
    expect(said(report)).toEqual([
      ['error', '1: no b'],
      ['error', '10: too small'],
      ['error', '110: one of'],
    ]);
  });
});
