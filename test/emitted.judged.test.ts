// What the unit tests emit by way of the harness (test/support.ts) is taken by the API servers and fits the published schemas: their tests run
// again here, and when they are done all that came out is judged.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubeconform } from './kubeconform/kubeconform';
import { judge } from './oracle/oracle';
import { emitted } from './support';
import { versions } from './tools/build';

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.endsWith('.judged.test.ts'))
  .map((file) => ({ file, source: readFileSync(join(__dirname, file), 'utf8') }))
  // One that watches modules needs them for itself.
  .filter(({ source }) => /from '(?:\.\.?\/)+support'/.test(source) && !source.includes('jest.mock('))
  .map(({ file }) => file)
  .sort();

describe.each(files)('%s', (file) => {
  require(join(__dirname, file));
});

afterAll(async () => {
  const texts = [...emitted];
  expect(texts.length).toBeGreaterThan(0);
  expect(await judge(texts.map((text) => JSON.parse(text) as object))).toEqual([]);
  for (const version of versions) {
    const { errors } = await kubeconform(texts, version);
    expect(errors.map(({ source, message }) => `${version}: ${texts[source as number]}: ${message}`)).toEqual([]);
  }
}, 120_000);
