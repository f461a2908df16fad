import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JsonPatch } from 'cdk8s';
import { ImportedFile, importFile, importText } from '../../lib';
import { chartOf, synth, synthError } from '../support';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const manifest = (name: string, more = ''): string =>
  `{\n  "type": "job", "name": "${name}", "labels": "app:${name}",\n  "image-source": "busybox:1.36"${more}\n}\n`;

beforeAll(() => {
  for (const path of ['tasks/a', 'tasks/b', 'tasks/node_modules/c', 'empty'])
    mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'tasks/a/manifest.json'), manifest('a'));
  writeFileSync(join(folder, 'tasks/b/manifest.json'), manifest('b'));
  writeFileSync(join(folder, 'tasks/node_modules/c/package.json'), '{}');
  writeFileSync(join(folder, 'tasks/readme.md'), 'no document');
});

const namesIn = (path: string): unknown =>
  synth((chart) => importFile(chart, join(folder, path))).map(({ kind, metadata }) => `${kind} ${metadata.name}`);

test.each([
  ['a file', 'tasks/a/manifest.json', ['Job a']],
  ['a folder, without its packages', 'tasks', ['Job a', 'Job b']],
  ['a folder with a slash', 'tasks/', ['Job a', 'Job b']],
  ['a glob', 'tasks/*/manifest.json', ['Job a', 'Job b']],
])('%s', (_, path, expected) => {
  expect(namesIn(path)).toEqual(expected);
});

test.each([
  ['nothing', 'tasks/x.json', 'no such file or folder'],
  [
    'an empty folder',
    'empty',
    'no document is there: no file that ends with .json, .jsonl, .ndjson, .yaml, .yml or .k',
  ],
  ['a glob that finds nothing', 'empty/*.json', 'no document is there'],
])('%s is reported at synth', (_, path, expected) => {
  expect(synthError((chart) => importFile(chart, join(folder, path)))).toContain(expected);
});

test.each<[string, unknown]>([
  ['a number', { path: 5 }],
  ['a text for the props', 'tasks/'],
  ['no props', undefined],
])('a path that is none: %s', (_, props) => {
  const error = synthError((chart) => new ImportedFile(chart, 'x', props as { path: string }));
  expect(error).toContain('path: ');
  expect(error).toContain('expected the path of a file or folder, or a glob');
  expect(error).toContain("For example { path: 'tasks/' }");
  expect(synthError((chart) => importFile(chart, 5 as never))).toContain('or a glob, not a number (wrong-type)');
});

test('errors stand at their own keys, those that only the rules find too, and each is said once', () => {
  const text = manifest(
    'a',
    ',\n  "cpu-limit": "0,20",\n  "shedule": "@daily",\n  "image-pull-policy": "always",\n  "env": [{"name": "A", "value": 5}]',
  );
  const error = synthError((chart) => importText(chart, 'task.json', text));
  for (const place of ['4:3 Job a cpu-limit: ', '5:3 shedule: ', '6:3 image-pull-policy: ', '7:25 env[0].value: ']) {
    expect(error.split(`task.json:${place}`)).toHaveLength(2);
  }
});

test.each<[unknown, string]>([
  [undefined, 'text: is required: expected text or bytes (required)'],
  [5, 'text: expected text or bytes, not a number (wrong-type)'],
  [
    { type: 'job' },
    'text: expected text or bytes, not a map (wrong-type)\n    Of a value that is read already give JSON.stringify(value)',
  ],
])('a text that is none: %j', (text, expected) => {
  expect(synthError((chart) => importText(chart, 'x', text as string))).toContain(expected);
});

test('text that is no document at all', () => {
  expect(synthError((chart) => importText(chart, 'task.json', '{"a": tru}'))).toContain('task.json:1:7');
  expect(synthError((chart) => importText(chart, 'x', '{"what": 1}'))).toContain('of no dialect that we know');
});

test('imported workloads are constructs like any other', () => {
  const error = synthError((chart) => {
    const { workloads, notes } = importText(chart, 'task.json', manifest('a', ',\n  "cpu-limit": "1"'));
    expect(notes.find(({ path }) => path[0] === 'cpu-limit')).toMatchObject({ fate: 'mapped', source: { line: 4 } });
    workloads[0]!.apiObject.addJsonPatch(
      JsonPatch.replace('/spec/template/spec/containers/0/resources/limits/cpu', 'x'),
    );
  });
  expect(error).toContain('task.json:4:3 Job a cpu-limit: ');
});

test('options, and several documents in one text', () => {
  const chart = chartOf('data');
  const { workloads } = importText(
    chart,
    'tasks.jsonl',
    manifest('a').replaceAll('\n', '') + '\n' + manifest('b').replaceAll('\n', ''),
    {
      dialect: 'manifest',
      labels: { team: 'x' },
    },
  );
  expect(workloads.map(({ name }) => name)).toEqual(['a', 'b']);
  expect((chart.toJson() as { metadata: object }[])[0]!.metadata).toMatchObject({
    namespace: 'data',
    labels: { app: 'a', team: 'x' },
  });
});

describe('the KCL sources of a folder', () => {
  const wl = 'import kam.workload as wl\n';
  const stack = join(folder, 'project/dev');
  beforeEach(() => {
    mkdirSync(stack, { recursive: true });
    writeFileSync(join(folder, 'project/project.yaml'), 'name: shop\n');
    writeFileSync(join(stack, 'stack.yaml'), 'name: dev\n');
    writeFileSync(join(stack, 'kcl.mod'), '[package]\nname = "dev"\n');
    writeFileSync(join(stack, 'main_test.k'), 'test = lambda {\n}\n');
    writeFileSync(
      join(stack, 'base.k'),
      `${wl}shop: wl.Service {\n  containers.shop: {\n    image: "shop:1.0"\n  }\n}\n`,
    );
    writeFileSync(
      join(stack, 'main.k'),
      `${wl}shop: wl.Service {\n  replicas: 3\n  containers.shop.image = "shop:1.1"\n}\n`,
    );
  });

  test.each(['project', 'project/dev', 'project/dev/', 'project/*/[bm]*[en].k'])('%s is one stack', (path) => {
    const [deployment, ...others] = synth((chart) => importFile(chart, join(folder, path)));
    expect(others).toEqual([]);
    expect(deployment).toMatchObject({
      metadata: { name: 'shop' },
      spec: { replicas: 3, template: { spec: { containers: [{ name: 'shop', image: 'shop:1.1' }] } } },
    });
  });

  test('a problem stands in the file that its key came from', () => {
    writeFileSync(join(stack, 'main.k'), `${wl}shop: wl.Service {\n  replicas: -1\n}\n`);
    const told = synthError((chart) => importFile(chart, stack));
    expect(told).toContain('replicas');
    expect(told).toContain(`${join(stack, 'main.k')}:3:3`);
    writeFileSync(join(stack, 'main.k'), `${wl}shop: wl.Service {\n  replicas: count\n}\n`);
    expect(synthError((chart) => importFile(chart, stack))).toContain('is computed (a reference), not data');
  });
});

describe('a kcl.yaml names the sources of its stack', () => {
  const wl = 'import kam.workload as wl\n';
  const app = join(folder, 'kusion/app');
  const settings = (text: string): void => writeFileSync(join(app, 'dev/kcl.yaml'), text);
  const named = 'kcl_cli_configs:\n  file:\n    - ../base/base.k\n    - main.k\n';
  beforeAll(() => {
    for (const each of ['base', 'dev']) mkdirSync(join(app, each), { recursive: true });
    writeFileSync(join(app, 'dev/stack.yaml'), 'name: dev\n');
    writeFileSync(
      join(app, 'base/base.k'),
      `${wl}web: wl.Service {\n  replicas: 1\n  containers.web.image: "web:1.0"\n}\n`,
    );
    writeFileSync(join(app, 'dev/main.k'), `${wl}web: wl.Service {\n  replicas = 3\n}\n`);
    writeFileSync(join(app, 'dev/other.k'), 'x = option("not in the list")\n');
  });

  test.each(['kusion', 'kusion/app', 'kusion/app/dev', 'kusion/app/dev/'])('%s', (path) => {
    settings(named);
    const [deployment, ...others] = synth((chart) => importFile(chart, join(folder, path)));
    expect(others).toEqual([]);
    expect(deployment).toMatchObject({
      spec: { replicas: 3, template: { spec: { containers: [{ name: 'web', image: 'web:1.0' }] } } },
    });
  });

  test('in that order', () => {
    settings("kcl_cli_configs: { files: ['main.k', '../base/base.k'] }\n");
    const told = synthError((chart) => importFile(chart, join(app, 'dev')));
    expect(told).toContain(`${join(app, 'base/base.k')}:3:3`);
    expect(told).toContain('stands there already with another value');
  });

  test.each([
    ['kcl_cli_configs:\n  file:\n    - ../base/bsae.k\n    - main.k\n', ':3:7', 'no such file, got "../base/bsae.k"'],
    ['kcl_cli_configs:\n  file:\n    - main.k\n    - /etc/base.k\n', ':4:7', 'leaves the project'],
    ['kcl_cli_configs:\n  file:\n    - ../base\n', ':3:7', 'is no KCL source'],
    ['kcl_cli_configs:\n  file:\n    - 1\n', ':3:7', 'expected the path of a KCL source, not a number'],
    ['kcl_cli_configs:\n  file: main.k\n', ':2:3', 'expected a list of KCL sources, not a string'],
    ['kcl_cli_configs: [\n', ':2:1', 'is not YAML'],
  ])('what is wrong with it stands at its own line: %j', (text, place, message) => {
    settings(text);
    const told = synthError((chart) => importFile(chart, join(app, 'dev')));
    expect(told).toContain(`${join(app, 'dev/kcl.yaml')}${place}`);
    expect(told).toContain(message);
  });

  test('a name nearby is what was meant', () => {
    settings('kcl_cli_configs:\n  file: [man.k]\n');
    expect(synthError((chart) => importFile(chart, join(app, 'dev')))).toContain('Did you mean "main.k"?');
  });

  test('without a source of its own', () => {
    const prod = join(app, 'prod');
    mkdirSync(prod, { recursive: true });
    writeFileSync(join(prod, 'stack.yaml'), 'name: prod\n');
    writeFileSync(join(prod, 'kcl.yaml'), 'kcl_cli_configs: { file: [../base/base.k] }\n');
    expect(synth((chart) => importFile(chart, prod))).toMatchObject([{ spec: { replicas: 1 } }]);
    rmSync(prod, { recursive: true });
  });

  test('without a list all sources of the folder are the stack', () => {
    settings('kcl_cli_configs: {}\n');
    writeFileSync(join(app, 'dev/other.k'), `${wl}web: wl.Service {\n  containers.web.image: "web:2.0"\n}\n`);
    expect(synth((chart) => importFile(chart, join(app, 'dev')))).toMatchObject([{ spec: { replicas: 3 } }]);
  });
});
