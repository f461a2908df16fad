// What a CI server reads: a case an object, and what is wrong with it.
import { folderWith, manifest, run } from './run';

const configMap = (name: string, value: unknown): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data: { a: value },
});

test('a suite a file, a case an object', async () => {
  const cwd = folderWith({
    'a&b/good.json': configMap('good', 'x'),
    'a&b/two.json': [configMap('one', 'x'), { ...configMap('two', 'x'), data: { 'a<b>&"': '\u0007' } }],
    'broken.json': '{ "a": 1',
    'work.json': manifest('load', { schedule: '0 0 30 2 *', ports: '8080' }),
  });
  const { code, out } = await run(['validate', '.', '--report', 'junit'], { cwd });
  expect(code).toBe(1);
  expect(out).toMatch(
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="cdk8s-kam" tests="\d+" failures="3" /,
  );
  expect(out).toContain('<testcase name="ConfigMap good" classname="a&amp;b/good.json" file="a&amp;b/good.json"/>');
  expect(out).toContain('<testsuite name="a&amp;b/two.json" tests="2" failures="1" errors="0" skipped="0">');
  expect(out).toMatch(/<testcase name="ConfigMap two" [^>]* line="1">\n {6}<failure type="bad-name" message="/);
  expect(out).toMatch(/<testcase name="bad-json" classname="broken\.json" [^>]*>\n {6}<failure type="bad-json" /);
  expect(out).toMatch(/<testcase name="CronJob load" [\s\S]*<system-out>work\.json:1:\d+ .*warning/);
  expect(out).not.toMatch(/[\u0000-\u0008]/);
});

test('what is ignored is skipped, and a warning fails where it is asked to', async () => {
  const stdin = JSON.stringify(manifest('load', { schedule: '0 0 30 2 *' }));
  const report = async (...flags: string[]): Promise<string> =>
    (await run(['validate', '--report', 'junit', ...flags], { stdin })).out;
  expect(await report()).toContain('tests="1" failures="0" errors="0" skipped="0"');
  expect(await report('--fail-on', 'warning')).toContain('tests="1" failures="1" errors="0" skipped="0"');
  const ignored = await report('--fail-on', 'warning', '--ignore', 'no-effect');
  expect(ignored).toContain('failures="0" errors="0" skipped="1"');
  expect(ignored).toContain('<skipped message="ignored: no-effect"/>');
});

test('thousands of objects in one breath', async () => {
  const stdin = Array.from({ length: 3000 }, (_, nth) => JSON.stringify(configMap(`c${nth}`, nth))).join('\n');
  const { out } = await run(['validate', '--report', 'junit'], { stdin });
  expect(out).toContain('tests="3000" failures="3000"');
});
