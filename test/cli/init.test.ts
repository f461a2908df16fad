// init: an app that passes as it is, and nothing written over. What `npm install` makes of it is in test/package/init.test.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { devDependencies, version } from '../../package.json';
import { folderWith, run } from './run';

const FILES = [
  '.gitignore',
  'cdk8s.yaml',
  'hello.test.ts',
  'hello.ts',
  'jest.config.js',
  'main.ts',
  'package.json',
  'tsconfig.json',
];

test('writes an app into a new folder', async () => {
  const cwd = folderWith({});
  const { code, out, err } = await run(['init', 'My App'], { cwd });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toContain('npm install');
  expect(readdirSync(join(cwd, 'My App')).sort()).toEqual(FILES);
  const json = JSON.parse(readFileSync(join(cwd, 'My App/package.json'), 'utf8'));
  expect(json.name).toBe('my-app');
  expect(json.dependencies['cdk8s-kam']).toBe(version);
  expect(json.dependencies.cdk8s).toBe(devDependencies.cdk8s);
  for (const each of Object.values({ ...json.dependencies, ...json.devDependencies })) expect(each).toMatch(/^\d/);
});

test('writes into the current folder, beside what is there', async () => {
  const cwd = folderWith({ 'README.md': 'mine' });
  expect((await run(['init'], { cwd })).code).toBe(0);
  expect(readdirSync(cwd).sort()).toEqual([...FILES, 'README.md'].sort());
});

test('touches nothing when one of the files is there', async () => {
  const cwd = folderWith({ 'main.ts': 'mine', 'package.json': '{}' });
  const { code, err } = await run(['init'], { cwd });
  expect(code).toBe(1);
  expect(err).toContain('main.ts: is there already');
  expect(err).toContain('package.json: is there already');
  expect(readdirSync(cwd).sort()).toEqual(['main.ts', 'package.json']);
  expect(readFileSync(join(cwd, 'main.ts'), 'utf8')).toBe('mine');
});
