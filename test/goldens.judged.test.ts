// Every golden of the workload model and of the dialects, and what the examples write: valid for every Kubernetes version, taken by the API
// servers, and read by kubectl as js-yaml reads it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { loadAll } from 'js-yaml';
import { kubeconform } from './kubeconform/kubeconform';
import { judge, startOracle } from './oracle/oracle';
import { versions } from './tools/build';

jest.setTimeout(120_000);

const root = resolve(__dirname, '..');
const goldens = [
  ...filesOf(__dirname).filter((file) => /\/cases\/[^/]+\/expected\.yaml$/.test(file)),
  ...filesOf(join(root, 'examples')).filter((file) => file.endsWith('.k8s.yaml')),
].map((file) => ({ name: relative(root, file), text: readFileSync(file, 'utf8') }));

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((file) => join(folder, file));
}

test('there are goldens', () => {
  expect(goldens.length).toBeGreaterThan(100);
});

/** The schema of 1.28 requires what its server fills in, which is asked below; of KEDA there is no schema here. */
const STRICTER = /onPodConditions\/0': missing property 'status'|could not find schema for ScaledObject/;
/** Its app is for 1.29 and newer (examples/sidecar-proxy): before, a sidecar is an init container, which has no probes. */
const NEWER = /^1\.28: Deployment billing: .*without restartPolicy=Always$/;

test.each(versions)('kubeconform takes them, %s', async (version) => {
  const texts = goldens.map(({ text }) => text);
  const { errors } = await kubeconform(texts, version);
  const told = errors.filter(({ message }) => !STRICTER.test(message));
  expect(told.map(({ source, message }) => `${goldens[source as number]!.name}: ${message}`)).toEqual([]);
});

test('the API servers take them', async () => {
  const told = await judge(goldens.flatMap(({ text }) => loadAll(text) as object[]));
  expect(told.filter((line) => !NEWER.test(line))).toEqual([]);
});

test("kubectl's own reader and js-yaml read the same from them", async () => {
  const oracle = await startOracle({ version: '1.28' });
  try {
    for (const { name, text } of goldens) {
      const { ok, documents } = await oracle.yaml(text);
      expect({ name, ok, documents }).toEqual({ name, ok: true, documents: loadAll(text) });
    }
  } finally {
    await oracle.close();
  }
});
