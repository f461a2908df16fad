// .ci/run: of a long output the end says what is to be mended. npm is played by a script.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'ci-'));
beforeAll(() => {
  mkdirSync(join(folder, '.ci'));
  copyFileSync(resolve(__dirname, '../../.ci/run'), join(folder, '.ci/run'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The output from the step `npm test` on, which prints this and fails. */
function failing(printed: string): string {
  writeFileSync(join(folder, 'printed'), printed);
  const npm = `#!/bin/sh\nif [ "$1" = test ]; then cat "${join(folder, 'printed')}" >&2; exit 3; fi\n`;
  writeFileSync(join(folder, 'npm'), npm, { mode: 0o755 });
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const { status, stdout } = spawnSync('bash', [join(folder, '.ci/run')], { env, encoding: 'utf8' });
  expect(status).toBe(3);
  return stdout.slice(stdout.indexOf('=== npm test'));
}

const PASSED = 'PASS unit test/a.test.ts\n';
const FAILED = (name: string): string =>
  `FAIL unit test/${name}.test.ts\n  ✓ is well\n  ● is not\n\n    Expected: 1\n\n`;
const SAID = (name: string): string => FAILED(name).replace('  ✓ is well\n', '');
const COUNTED = 'Test Suites: 2 failed, 1 passed, 3 total\n';

test('the failing tests of a few files come once more, after all others', () => {
  const printed = `${FAILED('b')}${PASSED}${FAILED('c')}${COUNTED}`;
  expect(failing(printed)).toBe(`=== npm test (0 min)\n${printed}${SAID('b')}${SAID('c')}\nfailed: npm test\n`);
});

test('what jest repeats at its end is not doubled', () => {
  const printed = `${FAILED('b')}${PASSED}Summary of all failing tests\n${FAILED('b')}${COUNTED}npm error code 1\n`;
  expect(failing(printed)).toBe(`=== npm test (0 min)\n${printed}${SAID('b')}\nfailed: npm test\n`);
});

test('200 lines at most', () => {
  const printed = `FAIL unit test/a.test.ts\n${'line\n'.repeat(1000)}${COUNTED}`;
  expect(failing(printed).split(COUNTED)[1]).toBe(`${'line\n'.repeat(200)}\nfailed: npm test\n`);
});

test('a step without tests is only named', () => {
  expect(failing('lib/a.ts(1,1): error TS1\n')).toBe(
    '=== npm test (0 min)\nlib/a.ts(1,1): error TS1\n\nfailed: npm test\n',
  );
});
