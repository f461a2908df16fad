// The examples: each examples/<name>/main.ts is an app of its own; what it writes is examples/<name>/<chart>.k8s.yaml, byte for byte, and
// valid for Kubernetes 1.28 and a current one. A missing expectation fails; only UPDATE=1 writes one.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadAll } from 'js-yaml';
import { kubeconform } from './kubeconform/kubeconform';
import { judge } from './oracle/oracle';
import { versions } from './tools/build';

const root = resolve(__dirname, '../examples');
const names = readdirSync(root).filter((name) => existsSync(join(root, name, 'main.ts')));
const folder = mkdtempSync(join(tmpdir(), 'examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What an example writes: file name -> text. */
const written = new Map<string, ReadonlyMap<string, string>>();

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
    written.set(name, files);
    if (process.env.UPDATE === '1') {
      for (const file of expectedFiles(name)) rmSync(join(root, name, file));
      for (const [file, text] of files) writeFileSync(join(root, name, file), text);
    }
    const expected = expectedFiles(name).map((file) => [file, readFileSync(join(root, name, file), 'utf8')]);
    expect(files.size).toBeGreaterThan(0);
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(expected));
  });

  test('is taken by the API servers', async () => {
    const objects = [...written.get(name)!.values()].flatMap((text) => loadAll(text) as object[]);
    expect(await judge(objects)).toEqual([]);
  });

  test.each(versions)('is valid for Kubernetes %s', async (version) => {
    const result = await kubeconform([...written.get(name)!.values()], version);
    expect(result).toMatchObject({ valid: true, errors: [] });
  });
});

test('no two examples write a file of the same name, as `npm run synth` writes them all to one folder', () => {
  const files = [...written.values()].flatMap((each) => [...each.keys()]);
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
});
