// Every golden of every dialect is valid for both Kubernetes versions, and their API servers take it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { kubeconform } from '../kubeconform/kubeconform';
import { judge } from '../oracle/oracle';
import { versions } from '../tools/build';

const goldens = readdirSync(__dirname).flatMap((dialect) => {
  const cases = join(__dirname, dialect, 'cases');
  const behaviours = existsSync(cases) ? readdirSync(cases) : [];
  return behaviours.map((behaviour) => join(cases, behaviour, 'expected.yaml')).filter((file) => existsSync(file));
});

test.each(versions)('kubeconform takes all goldens, %s', async (version) => {
  const { errors } = await kubeconform(
    goldens.map((file) => readFileSync(file, 'utf8')),
    version,
  );
  expect(errors.map(({ source, message }) => `${goldens[source as number]}: ${message}`)).toEqual([]);
  expect(goldens.length).toBeGreaterThan(0);
});

test('the API servers take all goldens', async () => {
  const objects = goldens.flatMap((file) => loadAll(readFileSync(file, 'utf8')) as object[]);
  expect(await judge(objects)).toEqual([]);
}, 60_000);
