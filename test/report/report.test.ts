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
