// The verdicts on record (recorded.ts) are what the API servers say. `npm run record` (UPDATE=1) writes them anew, for all minors
// and the sets of SETS.
import { writeFileSync } from 'node:fs';
import fc from '../property';
import { type Minor, MINORS } from '../../lib/kube/api/minors';
import { manifests } from '../kube/arbitrary';
import { type SetName, SETS } from '../kube/sets';
import { versions } from '../tools/build';
import { type Oracle, startOracle } from './oracle';
import { chosenSets, corpusObjects, fileOf, fold, generated, linesOf, type Named, namedBy, recorded } from './recorded';

jest.setTimeout(1_800_000);

const oracles = new Map<Minor, Oracle>();
beforeAll(async () => {
  for (const version of versions) oracles.set(version, await startOracle({ version }));
  if (process.env['UPDATE'] === '1') for (const set of chosenSets) await record(set);
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

async function record(set: SetName): Promise<void> {
  const lost = linesOf(set).minors.filter((minor) => MINORS.includes(minor) && !versions.includes(minor));
  if (lost.length > 0) throw new Error(`VERSIONS=${versions.join()} would lose what ${lost.join()} say of ${set}`);
  const known = await Promise.all(
    [...corpusObjects(set)].map(async ([hash, { object }]) => [hash, fold(await ask(object))]),
  );
  // Most is asked of workloads, which everybody has.
  const kinds = Object.keys(SETS[set].bases).length;
  const [one, two] = set === 'workload' ? [2500, 1500] : [120 * kinds, 80 * kinds];
  const sample = (changes: 1 | 2, count: number) => (count === 0 ? [] : fc.sample(manifests(set, changes), count));
  const lines = [...sample(1, one), ...sample(2, two)]
    .map(({ base: [, kind, index], edits }) => [kind, index, edits] as const)
    .filter((line) => JSON.stringify(line).length < LONGEST);
  const distinct = [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
  const made = await Promise.all(
    distinct.map(async (line) => [...line, fold(await ask(generated(set, [...line, []])))]),
  );
  const text = [versions, ...known, ...made].map((line) => `${JSON.stringify(line)}\n`).join('');
  writeFileSync(fileOf(set), text);
}

describe.each(chosenSets)('%s', (set) => {
  test.each(versions)('%s says what is on record', async (version) => {
    expect(linesOf(set).minors).toContain(version);
    const oracle = oracles.get(version)!;
    const different = await Promise.all(
      recorded(set).map(async ({ name, object, verdicts }) => {
        const named = namedBy(await oracle.create(object));
        return JSON.stringify(named) === JSON.stringify(verdicts.get(version))
          ? []
          : [{ name, named, recorded: verdicts.get(version) }];
      }),
    );
    expect(different.flat()).toEqual([]);
  });

  test('the record holds both verdicts', () => {
    const { made } = linesOf(set);
    // By any minor: many of them lack the kinds of some sets.
    const taken = made.filter(([, , , verdicts]) =>
      (Array.isArray(verdicts) ? [verdicts as Named] : Object.values(verdicts)).some(({ length }) => length === 0),
    ).length;
    expect(taken / made.length).toBeGreaterThan(0.1);
    expect(taken / made.length).toBeLessThan(0.9);
  });
});
