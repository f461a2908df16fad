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

test('each line names its object, also of what was found before there was one', () => {
  const wrong = job.replace('"cpu-limit": "1"', '"cpu-limt": "1", "memory-limit": "1x"');
  expect(read(wrong).problems.map(({ code, object, lost }) => [code, object, lost])).toEqual([
    ['unknown-key', { kind: 'Job', name: 'a' }, true],
    ['bad-format', { kind: 'Job', name: 'a' }, undefined],
  ]);
});

test('of several workloads of a document each problem names its own', () => {
  const service = 'workload: { _type: service.Service, containers: { main: { imag: "x" } } }';
  const { problems, workloads } = read(`web:\n  ${service}\napi:\n  ${service}\n`, { file: 'stack.yaml' });
  expect(problems.map(({ code, object, path }) => [code, object?.name, path[0]])).toEqual([
    ['unknown-key', 'web', 'web'],
    ['unknown-key', 'api', 'api'],
  ]);
  expect(workloads).toHaveLength(2);
});

test('what a document lacks for a misspelt key is told once, and again when nothing is near', () => {
  const codes = (text: string) => read(text).problems.map(({ code, path }) => `${code} ${path.join('.')}`);
  const misspelt = (key: string, as: string) => codes(job.replace(`"${key}"`, `"${as}"`));
  expect(misspelt('type', 'typ')).toEqual(['unknown-key typ']);
  expect(misspelt('name', 'nam')).toEqual(['unknown-key nam']);
  expect(misspelt('image-source', 'image-sorce')).toEqual(['unknown-key image-sorce']);
  expect(misspelt('image-source', 'what')).toEqual(['required image-source', 'unknown-key what']);
});

test('a misspelt key that is only warned of does not hide that something is missing', () => {
  const { problems } = read(job.replace('"image-source"', '"image-sorce"'), { onLoss: 'warn' });
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'error required',
    'warning unknown-key',
  ]);
});
