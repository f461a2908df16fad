// The examples: each examples/<name>/main.ts is an app of its own; what it writes is examples/<name>/<chart>.k8s.yaml, byte for byte. A
// missing expectation fails; only UPDATE=1 writes one.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../examples');
const names = readdirSync(root).filter((name) => existsSync(join(root, name, 'main.ts')));
const folder = mkdtempSync(join(tmpdir(), 'examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

function synth(name: string): ReadonlyMap<string, string> {
  const outdir = join(folder, name);
  process.env.CDK8S_OUTDIR = outdir;
  jest.isolateModules(() => {
    require(join(root, name, 'main.ts'));
  });
  return new Map(readdirSync(outdir).map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
}

const expectedFiles = (name: string): string[] =>
  readdirSync(join(root, name)).filter((file) => file.endsWith('.k8s.yaml'));

test('there are examples', () => {
  expect(names.length).toBeGreaterThan(4);
});

describe.each(names)('%s', (name) => {
  test('writes what is expected', () => {
    const files = synth(name);
    if (process.env.UPDATE === '1') {
      for (const file of expectedFiles(name)) rmSync(join(root, name, file));
      for (const [file, text] of files) writeFileSync(join(root, name, file), text);
    }
    const expected = expectedFiles(name).map((file) => [file, readFileSync(join(root, name, file), 'utf8')]);
    expect(files.size).toBeGreaterThan(0);
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(expected));
  });
});

test('no two examples write a file of the same name, as `npm run synth` writes them all to one folder', () => {
  const files = names.flatMap(expectedFiles);
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
});
