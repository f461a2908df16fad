// --fix: what can only be meant in one way is mended where it stands, and nothing else changes.
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, manifest, run } from './run';

const before = `# nightly, as it was
apiVersion: batch/v1
kind: Cronjob
metadata:
  name: nightly   # keep
  labels: { version: 1.10, 'debug':  yes, on: "x" }
spec:
  schedule: "0 5 * * 5-7"
  timeZone: europe/paris
  concurencyPolicy: 'forbid'   # one at a time
  jobTemplate:
    spec:
      backoffLimit: "3"
      template:
        spec:
          restartpolicy: never
          containers:
          - name: main
            image: busybox:1.36
            imagePullPolicy: if-not-present
            env:
              - { name: A, value: 0755 }
            resources: { limits: { memory: 512MB } }
`;
const after = `# nightly, as it was
apiVersion: batch/v1
kind: CronJob
metadata:
  name: nightly   # keep
  labels: { version: "1.10", 'debug':  "yes", on: "x" }
spec:
  schedule: "0 5 * * 0,5-6"
  timeZone: Europe/Paris
  concurrencyPolicy: 'Forbid'   # one at a time
  jobTemplate:
    spec:
      backoffLimit: 3
      template:
        spec:
          restartPolicy: Never
          containers:
          - name: main
            image: busybox:1.36
            imagePullPolicy: IfNotPresent
            env:
              - { name: A, value: "0755" }
            resources: { limits: { memory: 512MB } }
`;

/** A file after --fix, and what was said. */
async function fixed(text: string, file = 'a.yaml'): Promise<{ text: string; all: string; code: number }> {
  const cwd = folderWith({ [file]: text });
  const { code, out, err } = await run(['validate', file, '--fix'], { cwd });
  return { text: readFileSync(join(cwd, file), 'utf8'), all: err + out, code };
}

test('many mistakes in one file, with its comments and formatting', async () => {
  const { text, all, code } = await fixed(before);
  expect(text).toBe(after);
  expect(code).toBe(1);
  expect(all).toContain('fixed a.yaml:6:13 metadata.labels.version: put in quotes\n');
  expect(all).toContain('fixed a.yaml:10:3 spec.concurencyPolicy: now concurrencyPolicy\n');
  expect(all).toContain('fixed a.yaml:10:3 spec.concurrencyPolicy: "forbid" → "Forbid"\n');
  expect(all).toContain('fixed a.yaml:8:3 spec.schedule: "0 5 * * 5-7" → "0 5 * * 0,5-6"\n');
  expect(all).toContain('fixed a.yaml:13:7 spec.jobTemplate.spec.backoffLimit: "3" → 3\n');
  // What has more than one fix is left, and told.
  expect(all).toContain('Write 512M or 512Mi');
  expect(all).toContain('1 object checked: 1 error, 0 warnings');
});

test('once more changes nothing', async () => {
  const { text, all } = await fixed(after);
  expect(text).toBe(after);
  expect(all).not.toContain('fixed');
});

test('JSON, with its indentation', async () => {
  const json =
    '{"apiVersion":"v1","kind":"ConfigMap",\n\t"metadata" : {"name":"a"},  "dta": {"a": 1.10,"b" :true, "c": "x"} }';
  expect((await fixed(json, 'a.json')).text).toBe(
    '{"apiVersion":"v1","kind":"ConfigMap",\n\t"metadata" : {"name":"a"},  "dta": {"a": 1.10,"b" :true, "c": "x"} }',
  );
  const long = json.replace('dta', 'data').replace('metadata', 'metdata');
  expect((await fixed(long, 'a.json')).text).toBe(
    '{"apiVersion":"v1","kind":"ConfigMap",\n\t"metadata" : {"name":"a"},  "data": {"a": "1.10","b" :"true", "c": "x"} }',
  );
});

test('documents of a dialect, Lists, CRLF and a byte order mark', async () => {
  const document = JSON.stringify(manifest('a', { 'image-pull-policy': 'always', shedule: '0 5 * * 0' }));
  const { text } = await fixed(document, 'a.json');
  expect(text).toContain('"schedule":"0 5 * * 0"');
  const list = `\ufeffapiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: v1\r\n  kind: ConfigMap\r\n  metadata: {name: a}\r\n  data:\r\n    a: 1\r\n`;
  expect((await fixed(list)).text).toBe(list.replace('a: 1', 'a: "1"'));
});

const configMap = (data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: ${data}\n`;

test.each([
  ['what stands for several places', `{ a: &x 1, b: *x }`],
  ['a merged map', `&m { a: 1 }\nbinaryData: { <<: *m }`],
  ['a tag', `{ a: !!int 1 }`],
  ['a short word', '{}\ndta: {}'],
])('%s is left alone', async (_, data) => {
  const text = configMap(data);
  const done = await fixed(text);
  expect(done).toMatchObject({ text, code: 1 });
});

test('a key is not renamed to one that is there', async () => {
  const text = `${configMap('{}')}immutable: true\nimmutabel: false\n`;
  expect((await fixed(text)).text).toBe(text);
  const twice = `${configMap('{}')}immutabel: true\nimmutble: false\n`;
  expect((await fixed(twice)).text).toBe(twice.replace('immutabel', 'immutable'));
});

test('no secret is told of', async () => {
  const { text, all } = await fixed(
    'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { password: 73113 }\n',
  );
  expect(text).toContain('password: "73113"');
  expect(all).not.toContain('73113');
});

test('only files, only those that were named, and only what is asked for', async () => {
  const cwd = folderWith({ 'm/a.yaml': configMap('{ a: 1 }'), 'other.yaml': configMap('{ a: 1 }') });
  symlinkSync('../other.yaml', join(cwd, 'm/link.yaml'));
  writeFileSync(join(cwd, 'm/broken.yaml'), 'a: [1');
  const { err } = await run(['validate', 'm', '--fix', '--exclude', 'broken.yaml'], { cwd });
  expect(err.match(/^fixed .*/gm)).toEqual(['fixed m/a.yaml:4:9 data.a: put in quotes']);
  expect(readFileSync(join(cwd, 'other.yaml'), 'utf8')).toBe(configMap('{ a: 1 }'));
  expect(await run(['validate', '--fix'], { stdin: configMap('{ a: 1 }') })).toMatchObject({
    code: 2,
    err: expect.stringContaining('--fix mends files, and standard input is none'),
  });
  const ignored = await run(['validate', 'other.yaml', '--fix', '--ignore', 'wrong-type'], { cwd });
  expect(ignored.err).not.toContain('fixed');
});

test('a report has the fix as data', async () => {
  const { out } = await run(['validate', '--report', 'json'], { stdin: before });
  const fixes = (JSON.parse(out).problems as { fix?: unknown }[]).flatMap(({ fix }) => fix ?? []);
  expect(fixes).toContainEqual({ rename: 'concurencyPolicy', to: 'concurrencyPolicy' });
  expect(fixes).toContainEqual({ value: 3 });
  expect(fixes).toContainEqual({ quote: true });
});
