// Numbers and booleans that a program gives where a document has text.
import { join } from 'node:path';
import { checkWorkload, Container, type Defaults, importFile, Job, read, setDefaults } from '../../lib';
import { folderWith, run } from '../cli/run';
import { chartOf, errorsIn, jobWith, synth, synthError, thrown, toManifests } from '../support';

const containerOf = (objects: readonly object[]) =>
  (objects as unknown as { spec: { template: { spec: { containers: [Record<string, unknown>] } } } }[])[0]!.spec
    .template.spec.containers[0];
const env = (values: object) => containerOf(toManifests(jobWith({ env: values }))).env;

test.each([
  [true, 'true'],
  [false, 'false'],
  [0, '0'],
  [-7, '-7'],
  [8080, '8080'],
  [9007199254740991, '9007199254740991'],
  [0.5, '0.5'],
  [-1.25, '-1.25'],
  [123456.789012345, '123456.789012345'],
])('%p is the text %p', (given, text) => {
  expect(env({ A: given, B: 'b' })).toEqual([
    { name: 'A', value: text },
    { name: 'B', value: 'b' },
  ]);
});

test.each([
  [-0, '-0'],
  [1e21, '1e+21'],
  [1e-7, '1e-7'],
  [2 ** 53, '9007199254740992'],
  [0.1 + 0.2, '0.30000000000000004'],
  [NaN, 'NaN'],
  [Infinity, 'Infinity'],
])('%p has no text that is certain', (given, shown) => {
  for (const container of [
    { env: { A: given } },
    { resources: { cpu: given } },
    { resources: { limits: { cpu: given } } },
  ]) {
    const [problem, ...others] = checkWorkload(jobWith(container)).filter(({ severity }) => severity === 'error');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'wrong-type', hint: 'Write the text that is meant, in quotes' });
    expect(problem!.message).toContain(`not ${shown}`);
  }
});

test('quantities', () => {
  const resources = (given: object): unknown => containerOf(toManifests(jobWith({ resources: given }))).resources;
  expect(resources({ cpu: 1, memory: 1073741824, 'nvidia.com/gpu': 2 })).toEqual({
    limits: { cpu: '1', memory: '1073741824', 'nvidia.com/gpu': '2' },
  });
  expect(resources({ requests: { cpu: 0.25 }, limits: { cpu: 1, memory: '1Gi' } })).toEqual({
    requests: { cpu: '0.25' },
    limits: { cpu: '1', memory: '1Gi' },
  });
  expect(errorsIn(jobWith({ resources: { cpu: -1 } }))).toEqual([
    expect.stringContaining('containers.main.resources.cpu'),
  ]);
  expect(errorsIn(jobWith({ resources: { cpu: true } }))).toEqual(['wrong-type containers.main.resources.cpu']);
});

test('constructs take them, and what else is wrong is said beside them', () => {
  const main = { image: 'a:1', env: { PORT: 80, ON: true }, resources: { cpu: 1 } };
  expect(containerOf(synth((chart) => new Job(chart, 'a', { containers: { main } })))).toMatchObject({
    env: [{ value: '80' }, { value: 'true' }],
    resources: { limits: { cpu: '1' } },
  });
  const error = synthError((chart) => new Job(chart, 'a', { backoffLimit: 'x' as never, containers: { main } }));
  expect(error).toContain('backoffLimit: expected a number');
  expect(error).not.toContain('env');
});

test('the typed value takes them too', () => {
  const container = { image: 'a:1', env: { PORT: 80 }, resources: { cpu: 1 } };
  expect(Container.parse(container)).toBe(container);
  expect(Container.check({ image: 'a:1', env: { PORT: NaN } })).toHaveLength(1);
});

test('a document says itself what is text', () => {
  const { problems } = read('containers:\n  main:\n    image: a:1\n    env: { VERSION: 1.10 }\n', {
    file: 'kam.yaml',
    dialect: 'kam',
    name: 'a',
  });
  expect(problems).toContainEqual(
    expect.objectContaining({ severity: 'error', path: ['containers', 'main', 'env', 'VERSION'] }),
  );
});

test('beside the defaults of an organisation, and in them', () => {
  const chart = chartOf();
  const defaults = { env: { PORT: 80 }, resources: { requests: { cpu: 0.5, memory: '1Gi' } } };
  setDefaults(chart, { container: defaults });
  new Job(chart, 'a', { containers: { main: { image: 'a:1', resources: { cpu: 2 } } } });
  expect(containerOf(chart.toJson() as object[])).toMatchObject({
    env: [{ name: 'PORT', value: '80' }],
    resources: { limits: { cpu: '2' }, requests: { memory: '1Gi' } },
  });
  expect(thrown(() => setDefaults(chartOf(), { container: { env: { A: NaN } } }))).toContain(
    'defaults.container.env.A',
  );
});

describe('in the defaults of documents', () => {
  const defaults: Defaults = { container: { env: { PORT: 80 }, resources: { cpu: 0.5 } } };
  const text = JSON.stringify({ _type: 'Job', name: 'a', containers: { main: { image: 'a:1' } } });
  const found = { env: [{ name: 'PORT', value: '80' }], resources: { limits: { cpu: '0.5' } } };

  test('of read', () => {
    const { workloads, problems } = read(text, { defaults });
    expect(problems).toEqual([]);
    expect(containerOf(workloads[0]!.manifests)).toMatchObject(found);
    // What one object comes with is looked at once.
    expect(read(text, { defaults }).problems).toEqual([]);
  });

  test('of importFile', () => {
    const folder = folderWith({ 'kam.json': text });
    const chart = chartOf();
    importFile(chart, join(folder, 'kam.json'), { defaults });
    expect(containerOf(chart.toJson() as object[])).toMatchObject(found);
  });

  test('what has no certain text is at its key', () => {
    const { problems } = read(text, { defaults: { container: { resources: { cpu: 1e21 } } } });
    expect(problems).toMatchObject([{ path: ['options', 'defaults', 'container', 'resources', 'cpu'] }]);
  });

  test('a file of options is a document', async () => {
    const cwd = folderWith({ 'kam.json': text, 'o.yaml': 'defaults: { container: { env: { VERSION: 1.10 } } }\n' });
    const { code, err } = await run(['convert', 'kam.json', '--options', 'o.yaml'], { cwd });
    expect(code).not.toBe(0);
    expect(err).toContain('o.yaml:1:33 defaults.container.env.VERSION: expected text');
  });
});
