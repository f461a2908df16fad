// Imported documents: read once, judged once, and the same wherever the repository lies.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { importFile, ImportedFile, ImportedText, importText } from '../../lib';
import { checkManifest } from '../../lib/kube/validate';
import { renderWorkload } from '../../lib/workload/render/workload';
import { chartOf, synth, synthError } from '../support';

jest.mock('../../lib/kube/validate', () => counted(jest.requireActual('../../lib/kube/validate'), 'checkManifest'));
jest.mock('../../lib/workload/render/workload', () =>
  counted(jest.requireActual('../../lib/workload/render/workload'), 'renderWorkload'),
);

/** A module whose function counts its calls. */
function counted(module: Record<string, unknown>, name: string): object {
  return { ...module, [name]: jest.fn(module[name] as () => unknown) };
}

/** How often a workload was rendered, and an object judged. */
const walked = (): number[] => [renderWorkload, checkManifest].map((each) => jest.mocked(each).mock.calls.length);

const here = process.cwd();
const folders = ['one', 'another'].map((name) => mkdtempSync(join(tmpdir(), `import-${name}-`)));
const job = JSON.stringify({ type: 'job', name: 'a', labels: 'app:a', 'image-source': 'busybox:1.36' });

beforeAll(() => {
  for (const folder of folders) {
    mkdirSync(join(folder, 'tasks'));
    writeFileSync(join(folder, 'tasks/manifest.json'), job);
  }
});
afterEach(() => process.chdir(here));
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const paths = (chart: Chart): string[] => chart.node.findAll().map(({ node }) => node.path);

test('one file can be imported any number of times, under other names or the same', () => {
  process.chdir(folders[0]!);
  const names = synth((chart) => {
    importFile(chart, 'tasks/manifest.json', { name: 'x' });
    importFile(chart, 'tasks/manifest.json', { name: 'y' });
    importFile(chart, 'tasks/manifest.json');
    importFile(chart, 'tasks/manifest.json', { namespace: 'other' });
    new ImportedFile(chart, 'first', { path: 'tasks/manifest.json', name: 'b' });
    new ImportedFile(chart, 'second', { path: 'tasks/manifest.json', name: 'c' });
  }).map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`);
  expect(names).toEqual(['/x', '/y', '/a', 'other/a', '/b', '/c']);
});

test.each([
  [
    'a path below the working directory',
    (folder: string) => folder,
    (folder: string) => join(folder, 'tasks/manifest.json'),
  ],
  ['a relative path', (folder: string) => folder, () => 'tasks/manifest.json'],
  ['a path elsewhere', () => here, (folder: string) => join(folder, 'tasks/manifest.json')],
])('the tree is the same wherever the repository lies: %s', (_, cwd, path) => {
  const [one, another] = folders.map((folder) => {
    process.chdir(cwd(folder));
    const chart = chartOf();
    importFile(chart, path(folder));
    return paths(chart);
  });
  expect(one).toEqual(another);
  expect(one!.join()).not.toMatch(/tmp|import-one/);
});

test('ImportedFile and ImportedText are constructs like any other', () => {
  process.chdir(folders[0]!);
  const chart = chartOf('data');
  const file = new ImportedFile(chart, 'tasks', { path: 'tasks', name: 'b' });
  const text = new ImportedText(chart, 'text', { text: job });
  expect([file, text].map(({ workloads }) => workloads.map(({ name, node }) => [name, node.path]))).toEqual([
    [['b', 'test/tasks/b']],
    [['a', 'test/text/a']],
  ]);
  expect(synthError((inner) => new ImportedFile(inner, 'none', { path: 'none.json' }))).toContain('no such file');
  expect(synthError((inner) => new ImportedText(inner, 'x', { text: '{]', file: 'x.json' }))).toContain('x.json:1:2');
});

test('an imported workload is rendered once, and each of its objects judged once, at synth', () => {
  jest.clearAllMocks();
  const chart = new Chart(new App(), 'test');
  importText(chart, 'task.json', job);
  expect(walked()).toEqual([1, 0]);
  chart.node.root.node.findAll().forEach(({ node }) => node.validate());
  expect(walked()).toEqual([1, 1]);
});

test('wrong options are said at synth, and nothing is read', () => {
  const error = synthError((chart) => importText(chart, 'a', job, { kubernetes: '1.99' }));
  expect(error).toContain('options.kubernetes');
  expect(synthError((chart) => importText(chart, 'a', job, { kubernetes: '1.34' }))).toBe('');
});
