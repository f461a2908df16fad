// What people write by mistake, and the fix that they are told: one that mends it, in their own words.
import { folderWith, run } from './run';

/** What is said of a text, without the summary. */
async function said(verb: 'convert' | 'validate', file: string, text: string): Promise<string> {
  const { err, out } = await run([verb, file], { cwd: folderWith({ [file]: text }) });
  return `${out}${err}`;
}

const configMap = (data: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  ${data}\n`;

test.each([
  ['a number with a zero at its end', 'version: 1.10', 'Put it in quotes: "1.10"'],
  ['a word that YAML takes for true', 'debug: yes', 'Put it in quotes: "yes"'],
  ['an octal number', 'mode: 010', 'Put it in quotes: "010"'],
  ['a template', 'name: {{ app }}', 'This looks like a template: give what the template makes.'],
  ['a backslash', 'path: "C:\\data"', 'write it twice, or put the text in single quotes'],
  ['an asterisk', 'cron: * * * * *', 'Text that begins with `*` must stand in quotes: "* * * * *"'],
])('in a manifest: %s', async (_, line, fix) => {
  expect(await said('validate', 'a.yaml', configMap(line))).toContain(fix);
});

const job = (lines: string): string => `_type: Job\nname: a\n${lines}\n`;
const container = (lines: string): string => job(`containers:\n  main:\n    image: a:1\n    ${lines}`);

test.each([
  ['words for a schedule', job('schedule: every day at 5\ncontainers: { main: { image: "a:1" } }'), '"0 5 * * *"'],
  ['upper case in an image', job('containers: { main: { image: "MyRepo/App:1" } }'), 'Write "myrepo/app:1"'],
  ['containers as a list', job('containers:\n  - name: main\n    image: a:1'), 'Write it as a map: { main: … }'],
  ['env as a list', container('env: [{ name: A, value: hunter2 }, B=c]'), 'Write it as a map: { A: …, B: … }'],
  ['a command as a text', container('command: python main.py'), 'Write it as a list: ["python", "main.py"]'],
  ['labels as a list', job('labels: [app, tier=web]\ncontainers: { main: { image: "a:1" } }'), '{ tier: …, … }'],
  ['one slash in a reference', container('env: { A: secret:/db/password }'), 'Did you mean "secret://db/password"?'],
  ['a hyphen in a reference', container('env: { A: config-map://a/b }'), 'Did you mean "configmap://a/b"?'],
  ['a reference in the plural', container('env: { A: secrets://a/b }'), 'Did you mean "secret://a/b"?'],
])('in a KAM document: %s', async (_, text, fix) => {
  const words = await said('convert', 'a.yaml', text);
  expect(words).toContain(fix);
  expect(words).not.toContain('hunter2');
});

test('containers as a list are a KAM document also without a type', async () => {
  const text = 'name: a\ncontainers:\n  - { name: main, image: "a:1" }\n';
  expect(await said('convert', 'a.yaml', text)).toMatch(/a\.yaml:2:1 .*containers: expected a map, not a list/);
});

test('a missing comma is said where it belongs', async () => {
  const text = '{\n  "name": "a",\n  "schedule": "0 5 * * *"\n\n  "image-source": "a:1"\n}\n';
  const words = await said('convert', 'a.json', text);
  expect(words).toMatch(/^a\.json:3:26.*: expected `,` or `}` here, found `"` next/m);
  expect(words).toContain('A comma is missing.');
});

test('a quote of a word processor is called one', async () => {
  expect(await said('convert', 'a.json', '{ “name”: "a" }')).toContain('It is a typographic quote');
});
