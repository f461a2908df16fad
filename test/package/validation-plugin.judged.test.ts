// The validation plugin through the real cdk8s-cli, in an app that uses only cdk8s-plus.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { devDependencies } from '../../package.json';
import { cleanUp, npm, packed, peers, project } from './project';

jest.setTimeout(600_000);
afterAll(cleanUp);

const root = resolve(__dirname, '../..');
const example = join(root, 'examples/validation-plugin');
const sources = Object.fromEntries(
  ['app.ts', 'main.ts', 'before.ts', 'cdk8s.yaml'].map((file) => [file, readFileSync(join(example, file), 'utf8')]),
);
let folder: string;

beforeAll(() => {
  folder = project('plugin', { ...sources, 'package.json': { name: 'user', version: '1.0.0', private: true } });
  npm(folder, [
    'install',
    packed(),
    ...peers.map(([name, version]) => `${name}@${version}`),
    `tsx@${devDependencies.tsx}`,
  ]);
});

function synth(app: string, ...args: string[]) {
  const cdk8s = join(root, 'node_modules/.bin/cdk8s');
  const env = { ...process.env, CI: '1', CDK8S_OUTDIR: '' };
  return spawnSync(cdk8s, ['synth', '--app', `npx tsx ${app}`, ...args], { cwd: folder, env, encoding: 'utf8' });
}

test('an app that the API server takes passes', () => {
  const { status, stderr } = synth('main.ts');
  expect({ status, stderr }).toMatchObject({ status: 0 });
});

test('what the API server would refuse fails the synth, all at once, with place, value and fix', () => {
  const { status, stdout, stderr } = synth('before.ts');
  expect(status).toBe(2);
  const said = stdout + stderr;
  for (const text of [
    'spec.schedule = "30 2 * * 7"',
    'spec.timeZone = "Europe/paris"',
    'Did you mean "Europe/Paris"?',
    'metadata.labels.version = "1.0+build"',
    'spec.template.spec.containers[0].ports[0].name = "http-management-port"',
    'validation-plugin-web',
  ]) {
    expect(said.toLowerCase()).toContain(text.toLowerCase());
  }
  expect(said).toMatch(/line \d+, column \d+/);
});

test('manifests on stdout stay manifests', () => {
  const { status, stdout } = synth('main.ts', '--stdout');
  expect(status).toBe(0);
  expect(stdout).toContain('kind: CronJob');
});
