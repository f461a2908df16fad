// The verdicts on record (recorded.ts) are what the API servers say. `npm run record` (UPDATE=1) writes them anew, for the minors of VERSIONS.
import { existsSync, writeFileSync } from 'node:fs';
import fc from '../property';
import type { Minor } from '../../lib/kube/api/minors';
import { manifests } from '../kube/arbitrary';
import { versions } from '../tools/build';
import { type Oracle, startOracle } from './oracle';
import { corpusObjects, fileOf, fold, generated, type Line, linesOf, type Named, namedBy, recorded } from './recorded';

jest.setTimeout(1_800_000);

const oracles = new Map<Minor, Oracle>();
beforeAll(async () => {
  for (const version of versions) oracles.set(version, await startOracle({ version }));
  if (process.env['UPDATE'] === '1') await record();
});
afterAll(async () => {
  for (const oracle of oracles.values()) await oracle.close();
});

async function ask(object: object): Promise<Map<Minor, Named>> {
  const answers = [...oracles].map(async ([minor, oracle]) => [minor, namedBy(await oracle.create(object))] as const);
  return new Map(await Promise.all(answers));
}

/** Where a value is so long that a line of it would be no record but a burden, the object is left out. */
const LONGEST = 300;

async function record(): Promise<void> {
  const ofCorpus = await Promise.all(
    [...corpusObjects()].map(async ([hash, { object }]) => [hash, fold(await ask(object))]),
  );
  const made = [...fc.sample(manifests(1), 2500), ...fc.sample(manifests(2), 1500)];
  const lines = made
    .map(({ base, edits }) => [...base, edits] as const)
    .filter((line) => JSON.stringify(line).length < LONGEST);
  const distinct = [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
  const ofGenerated = await Promise.all(
    distinct.map(async (line) => [...line, fold(await ask(generated([...line, []])))]),
  );
  write('corpus', ofCorpus);
  write('generated', ofGenerated);
}

function write(name: 'corpus' | 'generated', lines: readonly unknown[]): void {
  writeFileSync(fileOf(name), [versions, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
}

const { minors } = linesOf('corpus');
const onRecord = versions.filter((version) => minors.includes(version));

test.each(onRecord)('%s says what is on record', async (version) => {
  const oracle = oracles.get(version)!;
  const different = await Promise.all(
    recorded().map(async ({ name, object, verdicts }) => {
      const named = namedBy(await oracle.create(object));
      return JSON.stringify(named) === JSON.stringify(verdicts.get(version))
        ? []
        : [{ name, named, recorded: verdicts.get(version) }];
    }),
  );
  expect(different.flat()).toEqual([]);
});

test('the record holds both verdicts, on one wrong field mostly', () => {
  expect(existsSync(fileOf('corpus'))).toBe(true);
  const named = (linesOf('generated').lines as Line[]).map(([, , , verdicts]) => verdicts);
  const taken = named.filter((each) => Array.isArray(each) && each.length === 0).length;
  expect(taken / named.length).toBeGreaterThan(0.2);
  expect(taken / named.length).toBeLessThan(0.8);
});
