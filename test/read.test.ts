// Documents in: what comes out is plain data, and each document is walked once.
import { read } from '../lib/read';
import { checkManifest } from '../lib/kube/validate';
import { renderWorkload } from '../lib/workload/render/workload';

jest.mock('../lib/kube/validate', () => counted(jest.requireActual('../lib/kube/validate'), 'checkManifest'));
jest.mock('../lib/workload/render/workload', () =>
  counted(jest.requireActual('../lib/workload/render/workload'), 'renderWorkload'),
);

/** A module whose function counts its calls. */
function counted(module: Record<string, unknown>, name: string): object {
  return { ...module, [name]: jest.fn(module[name] as () => unknown) };
}

/** How often a workload was rendered, and an object judged. */
const walked = (): number[] => [renderWorkload, checkManifest].map((each) => jest.mocked(each).mock.calls.length);

const job =
  '{\n  "type": "job", "name": "a", "labels": "app:a",\n  "image-source": "busybox:1.36",\n  "cpu-limit": "1"\n}';

test('a result survives a spread, JSON and structuredClone', () => {
  const result = read(job, { file: 'task.json' });
  const keys = ['images', 'notes', 'problems', 'workloads'];
  const ofWorkload = ['comments', 'dialect', 'manifests', 'problems', 'source', 'workload'];
  for (const copy of [
    result,
    { ...result },
    structuredClone(result),
    JSON.parse(JSON.stringify(result)) as typeof result,
  ]) {
    expect(Object.keys(copy).sort()).toEqual(keys);
    expect(copy.notes.find(({ path }) => path[0] === 'cpu-limit')).toMatchObject({
      fate: 'mapped',
      source: { line: 4 },
    });
    const [workload] = copy.workloads;
    expect(Object.keys({ ...workload }).sort()).toEqual(ofWorkload);
    expect({ ...workload }.source).toEqual({ file: 'task.json', document: 0, line: 1, column: 1 });
  }
});

test('a workload is rendered once and each object judged once', () => {
  jest.clearAllMocks();
  const { workloads } = read(job.replace('"1"', '"x"'));
  expect(workloads[0]!.problems.map(({ code, source }) => [code, source?.line])).toEqual([['bad-format', 4]]);
  expect(walked()).toEqual([1, 1]);
});

test('the Kubernetes that is asked for', () => {
  expect(read(job, { kubernetes: '1.30-1.34' }).problems).toEqual([]);
  const { workloads, problems } = read(job, { kubernetes: '1.2' });
  expect(workloads).toEqual([]);
  expect(problems).toMatchObject([{ code: 'bad-format', path: ['options', 'kubernetes'] }]);
});
