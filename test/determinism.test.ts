// Same input, same bytes: the examples, written by two processes that differ in everything that must not matter.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

jest.setTimeout(120_000);
const root = resolve(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'determinism-'));
afterAll(() => rmSync(folder, { recursive: true }));

function synth(name: string, cwd: string, settings: Readonly<Record<string, string>>): Record<string, string> {
  const outdir = join(folder, name);
  const env = {
    PATH: process.env.PATH,
    TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
    CDK8S_OUTDIR: outdir,
    ...settings,
  };
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  execFileSync(process.execPath, [tsx, join(root, 'examples/synth.ts')], { cwd, env, stdio: 'pipe' });
  return Object.fromEntries(readdirSync(outdir).map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
}

test('time zone, locale, working directory, user and environment do not show', () => {
  const here = synth('here', root, { TZ: 'UTC', LANG: 'C', USER: 'a', HOME: '/root' });
  const there = synth('there', folder, {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    USER: 'b',
    NODE_ENV: 'production',
  });
  expect(Object.keys(here).length).toBeGreaterThan(10);
  expect(there).toEqual(here);
  expect(JSON.stringify(here)).not.toContain(root);
});
