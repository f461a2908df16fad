// Where parts of emitted objects came from: what is looked up is found out once, not for each problem.
import { Origins } from '../../../lib/workload/render/origin';
import { at, ROOT } from '../../../lib/report/place';

test('the renames of a map are built for the first of its problems alone', () => {
  const origins = new Origins();
  const renames = jest.fn(() => ({ k1: at(ROOT, 'pod') }));
  const labels = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, '!']));
  const metadata = { labels: origins.keep(labels, at(ROOT, 'labels'), renames) };
  expect(renames).not.toHaveBeenCalled();
  const paths = Object.keys(labels).map((key) => origins.pathOf(metadata, ['labels', key]));
  expect(paths.slice(0, 3)).toEqual([['labels', 'k0'], ['pod'], ['labels', 'k2']]);
  expect(renames).toHaveBeenCalledTimes(1);
});
