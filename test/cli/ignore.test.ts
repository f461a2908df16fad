// What somebody does not want to hear of: by annotation, by flag, by kind, by file; counted, and refused where it cannot be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, manifest, run } from './run';

const cronJob = (name: string, annotations = ''): string => `apiVersion: batch/v1
kind: CronJob
metadata: { name: ${name}, namespace: data${annotations} }
spec:
  schedule: "0 5 * * 7"
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: main, image: 'a:1' }] } } } }
`;
const annotated = (codes: string): string => `, annotations: { cdk8s-kam/ignore: "${codes}" }`;

test('an annotation keeps an object silent by a code, and is counted', async () => {
  const cwd = folderWith({ 'a.yaml': `${cronJob('a', annotated('no-effect, bad-format'))}---\n${cronJob('b')}` });
  const { code, out, err } = await run(['validate', 'a.yaml'], { cwd });
  expect(code).toBe(1);
  expect(out).toMatch(/^a\.yaml:12:3 CronJob data\/b spec\.schedule: .*\n.*\n$/);
  expect(err).toBe(
    '2 objects checked (2 CronJob): 1 error, 0 warnings\nignored: 1 error, for which the API server would refuse the object (bad-format)\n',
  );
});

test('an annotation that names no code says which was meant, and silences nothing', async () => {
  const { code, out } = await run(['validate'], { stdin: cronJob('a', annotated('bad-fromat, bad-yaml')) });
  expect(code).toBe(1);
  expect(out).toContain('bad-format)');
  expect(out).toContain(
    '-:3:54 CronJob data/a metadata.annotations["cdk8s-kam/ignore"]: warning: is no code of a problem, got "bad-fromat" (not-one-of)\n    Did you mean "bad-format"?\n',
  );
  expect(out).toContain('cannot be ignored: what has such a problem was not read, got "bad-yaml"');
});

const two = `${cronJob('a')}---\n${cronJob('b')}`;

test.each([
  ['a code', ['--ignore', 'bad-format'], 0],
  ['a code of a kind', ['--ignore', 'bad-format:CronJob'], 0],
  ['a code of another kind', ['--ignore', 'bad-format:Job'], 2],
  ['a code of an object', ['--ignore', 'bad-format:CronJob/a'], 1],
  ['a code of an object in its namespace', ['--ignore', 'bad-format:CronJob/data/a'], 1],
  ['a code of an object in another namespace', ['--ignore', 'bad-format:CronJob/web/a'], 2],
  ['two with a comma', ['--ignore', 'no-effect,bad-format:CronJob/a'], 1],
  ['the flag twice', ['--ignore', 'bad-format:CronJob/a', '--ignore', 'bad-format:CronJob/b'], 0],
  ['a kind', ['--skip', 'CronJob'], 0],
  ['another kind', ['--skip', 'Job'], 2],
])('%s', async (_, flags, errors) => {
  const { code, err } = await run(['validate', ...flags], { stdin: two });
  expect(code).toBe(errors > 0 ? 1 : 0);
  expect(err).toContain(`${errors} error`);
  if (errors < 2) expect(err).toContain(`ignored: ${2 - errors} error`);
});

test.each([
  [['--ignore', 'bad-fromat'], '--ignore "bad-fromat" is no code of a problem\n    Did you mean "bad-format"?'],
  [['--ignore', 'bad-json'], '--ignore "bad-json" cannot be ignored: what has such a problem was not read'],
  [['--ignore', 'bad-format:'], '--ignore "bad-format:" names no object behind its colon'],
  [
    ['--skip', 'deployment'],
    '--skip "deployment" is no kind, which begins with a capital\n    Did you mean "Deployment"?',
  ],
  [['--fail-on', 'warnings'], '--fail-on is one of error, warning, not "warnings"\n    Did you mean "warning"?'],
])('%s is refused', async (flags, message) => {
  const { code, err } = await run(['validate', ...flags], { stdin: two });
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test.each([
  [['--skip', 'CronJbo'], ['--skip CronJbo: no such object was read. Did you mean "CronJob"?']],
  [['--skip', 'Deploymnt'], ['--skip Deploymnt: no such object was read. Did you mean "Deployment"?']],
  [['--skip', 'SealedSecret,Zebra'], ['--skip Zebra: no such object was read']],
  [['--ignore', 'no-effect:CronJob/c'], ['--ignore no-effect:CronJob/c: no such object was read']],
  [['--ignore', 'no-effect:CronJob/web/a'], ['--ignore no-effect:CronJob/web/a: no such object was read']],
  [['--ignore', 'no-effect:CronJob/data/a', '--ignore', 'no-effect'], []],
])('%j of no object that there is, is told', async (flags, lines) => {
  const stdin = `${two}---\napiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: db }\n`;
  const { err } = await run(['validate', ...flags], { stdin });
  expect(err.split('\n').filter((line) => line.includes('no such object'))).toEqual(lines);
});

test('a skipped object is still there for the others', async () => {
  const stdin = `apiVersion: v1
kind: ConfigMap
metadata: { name: Settings, annotations: { a: 1 } }
data: { a: b }
---
${cronJob('a').replace("image: 'a:1'", "image: 'a:1', envFrom: [{ configMapRef: { name: settngs } }]").replace('7"', '0"')}`;
  expect((await run(['validate', '--skip', 'ConfigMap'], { stdin })).err).toContain('ignored: 2 errors');
});

test('warnings fail where somebody says so', async () => {
  const stdin = cronJob('a').replace('0 5 * * 7', '0 0 30 2 *');
  expect(await run(['validate'], { stdin })).toMatchObject({ code: 0, err: expect.stringContaining('1 warning') });
  expect((await run(['validate', '--fail-on', 'warning'], { stdin })).code).toBe(1);
  expect((await run(['validate', '--fail-on', 'warning', '--ignore', 'no-effect'], { stdin })).code).toBe(0);
  const report = await run(['validate', '--fail-on', 'warning', '--report', 'json'], { stdin });
  expect(JSON.parse(report.out)).toMatchObject({ ok: false });
});

test('reports keep what was ignored apart', async () => {
  const given = { stdin: cronJob('a', annotated('bad-format')) };
  const json = JSON.parse((await run(['validate', '--report', 'json'], given)).out);
  expect(json).toMatchObject({ ok: true, problems: [{ severity: 'note', ignored: 'error', code: 'bad-format' }] });
  const sarif = JSON.parse((await run(['validate', '--report', 'sarif'], given)).out);
  expect(sarif.runs[0].results).toMatchObject([{ level: 'error', suppressions: [{ kind: 'external' }] }]);
  expect((await run(['validate', '--report', 'github'], given)).out).toBe('');
});

const wrong = { apiVersion: 'v1', kind: 'Nothing' };

test('files are left out of folders and globs, by name or by path, and of nothing else', async () => {
  const cwd = folderWith({
    'm/values.json': wrong,
    'm/charts/a/values.json': wrong,
    'm/charts/a/tests/b.json': wrong,
    'm/[x].json': wrong,
    'm/good.yaml': cronJob('a').replace('7"', '0"'),
  });
  const code = async (...argv: string[]): Promise<[number, string]> => {
    const done = await run(['validate', ...argv], { cwd });
    return [done.code, /left out by --exclude: (.*)/.exec(done.err)?.[1] ?? ''];
  };
  const all = ['--exclude', 'values.json', '--exclude', '[[]x].json', '--exclude', 'm/charts/**/tests'];
  expect(await code('m', ...all)).toEqual([0, '4 files']);
  expect(await code('m/', ...all)).toEqual([0, '4 files']);
  expect(await code('.', '--exclude', 'm/charts', '--exclude', 'm/*.json')).toEqual([0, '4 files']);
  expect(await code('m/**/*', ...all)).toEqual([0, '4 files']);
  expect(await code(join(cwd, 'm'), ...all)).toEqual([0, '4 files']);
  expect(await code('m', '--exclude', 'm/charts')).toEqual([1, '2 files']);
  // Who names a file means it.
  expect(await code('m/values.json', '--exclude', 'values.json')).toEqual([1, '']);
});

describe('convert', () => {
  const document = (more: object): object => manifest('a', { type: 'job', ...more });

  test('writes what the server would refuse, as asked, and says so', async () => {
    const cwd = folderWith({ 'a.json': document({ schedule: '0 5 * * 7' }) });
    expect((await run(['convert', 'a.json'], { cwd })).err).toContain('1 error; nothing was written');
    const done = await run(['convert', 'a.json', '--ignore', 'bad-format:CronJob/a'], { cwd });
    expect(done.code).toBe(0);
    expect(done.out).toContain('schedule: 0 5 * * 7');
    expect(done.err).toBe('ignored: 1 error, for which the API server would refuse the object (bad-format)\n');
  });

  test('what was asked of no object that there is, is told', async () => {
    const cwd = folderWith({ 'a.json': document({ schedule: '0 5 * * 0' }) });
    const { code, err } = await run(['convert', 'a.json', '--skip', 'CronJbo', '--ignore', 'no-effect:CronJob/a'], {
      cwd,
    });
    expect({ code, err }).toEqual({
      code: 0,
      err: '--skip CronJbo: no such object was read. Did you mean "CronJob"?\n',
    });
  });

  test('what a document itself gets wrong cannot be ignored: it would be missing', async () => {
    const cwd = folderWith({ 'a.json': document({ shedule: '0 5 * * 0' }) });
    const { code, out, err } = await run(['convert', 'a.json', '--ignore', 'unknown-key'], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Did you mean "schedule"? This cannot be ignored');
  });

  test('the annotation of a workload counts for all that it becomes, and stays', async () => {
    const text = `_type: Job
name: a
annotations: { cdk8s-kam/ignore: bad-format }
schedule: 0 5 * * 7
containers: { main: { image: 'a:1' } }
`;
    const cwd = folderWith({ 'a.yaml': text });
    const done = await run(['convert', 'a.yaml', '-o', 'out.yaml'], { cwd });
    expect(done).toMatchObject({ code: 0, err: expect.stringContaining('ignored: 1 error') });
    expect(readFileSync(join(cwd, 'out.yaml'), 'utf8')).toContain('cdk8s-kam/ignore: bad-format');
    expect((await run(['validate', 'a.yaml'], { cwd })).err).toContain('0 errors, 0 warnings\nignored: 1 error');
    expect((await run(['validate', 'out.yaml'], { cwd })).err).toContain('0 errors, 0 warnings\nignored: 1 error');
  });

  test('with --fail-on warning nothing is written for a warning', async () => {
    const cwd = folderWith({ 'a.json': document({ schedule: '0 0 30 2 *' }) });
    expect((await run(['convert', 'a.json'], { cwd })).code).toBe(0);
    const done = await run(['convert', 'a.json', '--fail-on', 'warning'], { cwd });
    expect(done).toMatchObject({ code: 1, out: '', err: expect.stringContaining('1 warning; nothing was written') });
  });
});
