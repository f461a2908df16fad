// convert: where the manifests go, in which format, and that nothing is half-written.
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { read } from '../../lib/read';
import { writeJsonDocuments } from '../../lib/text/write-json';
import { writeKyamlDocuments } from '../../lib/text/write-kyaml';
import { writeYaml, writeYamlDocuments } from '../../lib/text/write-yaml';
import { folderWith, manifest, put, run } from './run';

const one = JSON.stringify(manifest('one'));
const objectsOf = (...texts: string[]) =>
  texts.flatMap((text) => read(text).workloads.flatMap((each) => each.manifests));

test('a document on standard input comes out as YAML', async () => {
  expect(await run(['convert'], { stdin: one })).toEqual({ code: 0, out: writeYamlDocuments(objectsOf(one)), err: '' });
  expect(await run(['convert'], { stdin: '' })).toEqual({
    code: 0,
    out: '',
    err: 'standard input holds no document, so that nothing was written\n',
  });
  expect(await run(['convert', '-', '-o', '-'], { stdin: one })).toMatchObject({
    code: 0,
    out: writeYamlDocuments(objectsOf(one)),
  });
});

const writers = { yaml: writeYamlDocuments, json: writeJsonDocuments, kyaml: writeKyamlDocuments };
describe.each(Object.entries(writers))('%s', (format, write) => {
  test.each([1, 2, 3])('of %i documents is what the writer makes of all', async (count) => {
    const texts = ['a', 'b', 'c'].slice(0, count).map((name) => JSON.stringify(manifest(name)));
    const { code, out } = await run(['convert', '--format', format], { stdin: texts.join('\n') });
    expect({ code, out }).toEqual({ code: 0, out: write(objectsOf(...texts)) });
  });
});

test('files, folders and globs, in their order; a folder by name', async () => {
  const cwd = folderWith({
    'b.json': manifest('b'),
    'in/z.yaml': 'type: job\nname: z\nlabels: "a:b"\nimage-source: busybox:1.28\n',
    'in/deep/a.json': manifest('a'),
    'in/node_modules/x/package.json': {},
    'in/readme.md': '',
    'g1.json': manifest('g1'),
    'g2.json': manifest('g2'),
  });
  const { code, out, err } = await run(['convert', 'in', 'b.json', 'g*.json'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const names = out.split('---\n').map((text) => (load(text) as { metadata: { name: string } }).metadata.name);
  expect(names).toEqual(['a', 'z', 'b', 'g1', 'g2']);
});

test.each([
  [['-n', 'data'], 'namespace: data'],
  [['--namespace=data'], 'namespace: data'],
  [['--from', 'manifest'], 'kind: Job'],
])('%j', async (flags, expected) => {
  expect((await run(['convert', ...flags], { stdin: one })).out).toContain(expected);
});

test('--on-loss warn makes an unknown key a warning', async () => {
  const stdin = JSON.stringify(manifest('one', { colour: 'red' }));
  expect(await run(['convert'], { stdin })).toMatchObject({ code: 1, out: '' });
  const { code, out, err } = await run(['convert', '--on-loss', 'warn'], { stdin });
  expect({ code, out }).toEqual({ code: 0, out: writeYamlDocuments(objectsOf(one)) });
  expect(err).toContain('-:1:77 Job one colour: warning:');
});

test('--options says with what a published service is routed', async () => {
  const service = manifest('web', {
    type: 'service',
    'container-port': 80,
    published: { access: 'dev', prefix: '/web' },
  });
  const cwd = folderWith({
    'web.json': service,
    'platform.yaml': 'manifest:\n  expose:\n    mapping: {}\nlabels:\n  team: a\n',
  });
  expect((await run(['convert', 'web.json'], { cwd })).err).toContain('not-exposed');
  const { code, out, err } = await run(['convert', 'web.json', '--options', 'platform.yaml'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('kind: Mapping');
  expect(out).toContain('team: a');
});

test('a wrong options file is reported at its line', async () => {
  const cwd = folderWith({
    'o.yaml': 'namespace: 3\nexpos:\n  mapping: {}\n',
    'broken.yaml': 'a: [',
    'one.json': manifest('one'),
  });
  const { code, out, err } = await run(['convert', 'one.json', '--options', 'o.yaml'], { cwd });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^o\.yaml:1:1 namespace: /);
  expect(err).toContain('o.yaml:2:1');
  expect(err).toContain('`expose` is an option of manifest: write manifest: { expose }');
  expect(await run(['convert', 'one.json', '--options', 'broken.yaml'], { cwd })).toMatchObject({ code: 1, out: '' });
  expect((await run(['convert', 'one.json', '--options', 'none.yaml'], { cwd })).err).toContain('none.yaml: ');
});

describe('what is wrong is reported, all of it, and nothing is written', () => {
  const cwd = folderWith({
    'good.json': manifest('good'),
    'bad.json': '{\n  "type": "job",\n  "name": "Bad",\n  "labels": "a:b",\n  "image-sorce": "x"\n}\n',
    'broken.json': '{ "type": tru }',
    'deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\n',
  });
  test.each([
    [['bad.json'], ['bad.json:3:3 ', 'bad.json:5:3 ', 'image-source', '2 errors; nothing was written']],
    [['good.json', 'bad.json'], ['bad.json:3:3 ']],
    [['broken.json'], ['broken.json:1:11 type: ']],
    [['none.json'], ['none.json: no such file or folder (no-file)']],
    [
      ['none/*.json'],
      ['none/*.json: no document is there: no file that ends with .json, .jsonl, .ndjson, .yaml, .yml or .k (no-file)'],
    ],
    [['deployment.yaml'], ['deployment.yaml:1:1: is a Kubernetes Deployment already', 'validate']],
    [
      ['good.json', './good.json'],
      ['becomes the same object as the document at good.json:1:1', '(duplicate)'],
    ],
  ])('%j', async (files, messages) => {
    for (const output of ['-', 'out.yaml', 'out/', 'out/of/it/']) {
      const { code, out, err } = await run(['convert', ...files, '-o', output], { cwd });
      expect({ code, out }).toEqual({ code: 1, out: '' });
      for (const message of messages) expect(err).toContain(message);
      expect(readdirSync(cwd).sort()).toEqual(['bad.json', 'broken.json', 'deployment.yaml', 'good.json']);
    }
  });
});

describe('a file', () => {
  test('is made whole, and replaced', async () => {
    const cwd = folderWith({ 'one.json': manifest('one'), 'out.yaml': 'old' });
    expect(await run(['convert', 'one.json', '-o', 'out.yaml'], { cwd })).toEqual({
      code: 0,
      out: '',
      err: 'wrote 1 object to out.yaml\n',
    });
    expect(readFileSync(join(cwd, 'out.yaml'), 'utf8')).toBe(writeYamlDocuments(objectsOf(one)));
    expect(readdirSync(cwd).sort()).toEqual(['one.json', 'out.yaml']);
  });

  test('stays what it is: a link, its rights', async () => {
    const cwd = folderWith({ 'one.json': manifest('one') });
    writeFileSync(join(cwd, 'real.yaml'), 'old', { mode: 0o600 });
    symlinkSync('real.yaml', join(cwd, 'link.yaml'));
    expect((await run(['convert', 'one.json', '-o', 'link.yaml'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'real.yaml'), 'utf8')).toContain('kind: Job');
    expect(statSync(join(cwd, 'real.yaml')).mode & 0o777).toBe(0o600);
  });

  test('of the name .json is JSON', async () => {
    const cwd = folderWith({ 'one.json': manifest('one') });
    await run(['convert', 'one.json', '-o', 'out.json'], { cwd });
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe(writeJsonDocuments(objectsOf(one)));
  });

  test('that is read is not written over', async () => {
    const cwd = folderWith({ 'one.json': manifest('one') });
    const { code, err } = await run(['convert', 'one.json', '-o', './one.json'], { cwd });
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('./one.json is an input') });
  });

  test('without an ending is a file, and is said to be one', async () => {
    const cwd = folderWith({ 'one.json': manifest('one') });
    expect((await run(['convert', 'one.json', '-o', 'manifests'], { cwd })).err).toBe('wrote 1 object to manifests\n');
    expect(statSync(join(cwd, 'manifests')).isFile()).toBe(true);
  });

  test('in a folder that is not there is an error', async () => {
    const cwd = folderWith({ 'one.json': manifest('one') });
    const { code, err } = await run(['convert', 'one.json', '-o', 'none/out.yaml'], { cwd });
    expect(code).toBe(1);
    expect(err).toBe(`${join(cwd, 'none/out.yaml')}: cannot be written: there is no such folder (no-file)\n`);
  });
});

describe('a folder', () => {
  test('that cannot be written to is left as it is', async () => {
    const cwd = folderWith({ 'one.json': manifest('one'), 'out/Job.one.k8s.yaml/x': 'a folder of that name' });
    const { code, out, err } = await run(['convert', 'one.json', '-o', 'out/'], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).not.toMatch(/fault|    at /);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['Job.one.k8s.yaml']);
  });

  const service = {
    'web.json': manifest('web', { type: 'service', 'container-port': 80 }),
    'one.json': manifest('one'),
  };

  test('has a file for each resource', async () => {
    const cwd = folderWith(service);
    expect(await run(['convert', 'web.json', 'one.json', '-o', 'out/'], { cwd })).toEqual({
      code: 0,
      out: '',
      err: 'wrote 3 files to out/\n',
    });
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
      'Deployment.web.k8s.yaml',
      'Job.one.k8s.yaml',
      'Service.web.k8s.yaml',
    ]);
    expect(readFileSync(join(cwd, 'out/Job.one.k8s.yaml'), 'utf8')).toBe(writeYamlDocuments(objectsOf(one)));
  });

  test('or for each workload', async () => {
    const cwd = folderWith(service);
    await run(['convert', 'web.json', 'one.json', '-n', 'data', '-o', 'out/', '--split', 'workload', '-f', 'json'], {
      cwd,
    });
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['Deployment.data_web.k8s.json', 'Job.data_one.k8s.json']);
    const list = JSON.parse(readFileSync(join(cwd, 'out/Deployment.data_web.k8s.json'), 'utf8'));
    expect(list.items.map(({ kind }: { kind: string }) => kind)).toEqual(['Deployment', 'Service']);
  });

  test('is written again, and what else is in it stays', async () => {
    const cwd = folderWith({ ...service, 'out/mine.txt': 'mine', 'out/Job.gone.k8s.yaml': 'kind: Job' });
    for (let time = 0; time < 2; time++)
      expect((await run(['convert', 'one.json', '-o', 'out'], { cwd })).code).toBe(0);
    put(cwd, { 'one.json': manifest('one', { 'image-source': 'busybox:1.29' }) });
    expect((await run(['convert', 'one.json', '-o', 'out'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'out/Job.one.k8s.yaml'), 'utf8')).toContain('busybox:1.29');
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['Job.gone.k8s.yaml', 'Job.one.k8s.yaml', 'mine.txt']);
  });

  test('with another thing under the name is left alone', async () => {
    const cwd = folderWith({ ...service, 'out/Job.one.k8s.yaml': '# my notes\n' });
    const { code, err } = await run(['convert', 'web.json', 'one.json', '-o', 'out/'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('out/Job.one.k8s.yaml: is there already and does not hold the Job');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['Job.one.k8s.yaml']);
    expect(readFileSync(join(cwd, 'out/Job.one.k8s.yaml'), 'utf8')).toBe('# my notes\n');
  });
});

test('a large output leaves nothing behind in the folder for temporary files', async () => {
  const lines = Array.from({ length: 6000 }, (_, index) =>
    JSON.stringify(manifest(`job-${index}`, { env: [{ name: 'TEXT', value: 'x'.repeat(1500) }] })),
  );
  const before = process.env['TMPDIR'];
  // Of its own: other tests run beside this one.
  const temporary = folderWith({});
  process.env['TMPDIR'] = temporary;
  const { code, out } = await run(['convert'], { stdin: lines.join('\n') }).finally(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  expect(code).toBe(0);
  expect(out.length).toBeGreaterThan(9_000_000);
  expect(out.match(/^---$/gm)).toHaveLength(5999);
  expect(readdirSync(temporary)).toEqual([]);
});

describe('JSON lines beyond a block', () => {
  const lines = Array.from({ length: 3000 }, (_, index) =>
    JSON.stringify(manifest(`job-${index}`, { env: [{ name: 'TEXT', value: 'é'.repeat(300) }] })),
  );
  test('are the same documents', async () => {
    const cwd = folderWith({ 'a.jsonl': lines.join('\n'), 'a.txt': lines.join('\n') });
    const { code, out } = await run(['convert', 'a.jsonl'], { cwd });
    expect(code).toBe(0);
    expect(out).toBe((await run(['convert', 'a.txt'], { cwd })).out);
  });

  test('have their problems at their lines', async () => {
    const broken = lines.with(1500, '{"type": tru}').with(2900, JSON.stringify(manifest('Bad')));
    const cwd = folderWith({
      'a.jsonl': broken.join('\n'),
      'b.jsonl': lines.with(2900, JSON.stringify(manifest('Bad'))).join('\n'),
    });
    const { err } = await run(['convert', 'a.jsonl'], { cwd });
    expect(err).toContain('a.jsonl:1501:10 type: expected a JSON value');
    expect(err).toContain('a.jsonl:2901:15 ');
    expect((await run(['convert', 'b.jsonl'], { cwd })).err).toContain('b.jsonl:2901:15 ');
  });

  test('come through standard input too, and are held against each other', async () => {
    const same = lines.with(2900, lines[3]!);
    const cwd = folderWith({ 'a.jsonl': same.join('\n') });
    const { err } = await run(['convert', 'a.jsonl'], { cwd });
    expect(err).toContain('a.jsonl:2901:1 Job job-3: becomes the same object as the document at a.jsonl:4:1: of both');
    expect((await run(['convert'], { stdin: same.join('\n') })).err).toBe(err.replaceAll('a.jsonl', '-'));
  });

  test('or YAML documents', async () => {
    const few = lines.slice(0, 1600);
    const documents = few.map((line) => `# one\n${writeYaml(JSON.parse(line))}---\n`);
    const cwd = folderWith({ 'a.jsonl': few.join('\n'), 'a.yaml': documents.join('') });
    const { out } = await run(['convert', 'a.yaml'], { cwd });
    expect(out).toBe((await run(['convert', 'a.jsonl'], { cwd })).out);
    expect((await run(['convert'], { stdin: documents.join('') })).out).toBe(out);
    const broken = documents.with(1500, 'a: [\n---\n').join('');
    const line = broken.slice(0, broken.indexOf('a: [')).split('\n').length;
    expect((await run(['convert'], { stdin: broken })).err).toContain(`-:${line + 1}:1: is not YAML`);
  });

  test('may have values of several lines after all', async () => {
    const pretty = lines.map((line) => JSON.stringify(JSON.parse(line), null, 2));
    const cwd = folderWith({ 'a.jsonl': pretty.join('\n'), 'a.txt': lines.join('\n') });
    expect((await run(['convert', 'a.jsonl'], { cwd })).out).toBe((await run(['convert', 'a.txt'], { cwd })).out);
  });
});

test('colours are for terminals, and NO_COLOR', async () => {
  const stdin = JSON.stringify(manifest('One'));
  const plain = (await run(['convert'], { stdin })).err;
  expect(plain).not.toContain('\u001b');
  expect((await run(['convert'], { stdin, tty: true })).err).toContain('\u001b[31m-:1:');
  expect((await run(['convert'], { stdin, tty: true, env: { NO_COLOR: '1' } })).err).toBe(plain);
});

test('an empty input writes nothing, and says so', async () => {
  expect(await run(['convert'], { stdin: '' })).toMatchObject({ code: 0, out: '' });
  expect(existsSync('out')).toBe(false);
});

test('the options file says which Kubernetes', async () => {
  const cwd = folderWith({ 'one.json': manifest('one'), 'o.yaml': 'labels: { a: b }\nkubernetes: 1.30\n' });
  const { code, err } = await run(['convert', 'one.json', '--options', 'o.yaml'], { cwd });
  expect(code).toBe(1);
  expect(err).toMatch(/^o\.yaml:2:1 kubernetes: must be a minor from 1\.28 to 1\.36, .*, got 1\.3 \(bad-format\)\n/);
  expect(err).toContain('\n    Write it in quotes: "1.30"\n');
  put(cwd, { 'o.yaml': 'kubernetes: "1.30"\n' });
  expect((await run(['convert', 'one.json', '--options', 'o.yaml'], { cwd })).code).toBe(0);
});

test('the sources that the kcl.yaml of a stack names are read together, in their order', async () => {
  const wl = 'import kam.workload as wl\n';
  const cwd = folderWith({
    'app/base/base.k': `${wl}web: wl.Service {\n  containers.web.image: "web:1"\n  replicas: 1\n}\n`,
    'app/dev/main.k': `${wl}web: wl.Service {\n  replicas = 3\n}\n`,
    'app/dev/kcl.yaml': "kcl_cli_configs:\n  file: ['../base/base.k', 'main.k']\n",
  });
  const { code, out, err } = await run(['convert', 'app/dev/'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('replicas: 3');
  expect(out).toContain('image: web:1');
  put(cwd, { 'app/dev/kcl.yaml': 'kcl_cli_configs:\n  file: [/base.k]\n' });
  expect((await run(['convert', 'app/dev/'], { cwd })).err).toContain(
    'app/dev/kcl.yaml:2:10 kcl_cli_configs.file[0]: leaves the project',
  );
});
