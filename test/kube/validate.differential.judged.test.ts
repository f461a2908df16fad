// lib/kube against the API server's own validation: some 20,000 manifests near every limit, other ones in each run.
import fc, { runs, seed } from '../property';
import { validateManifest } from '../../lib/kube/validate';
import { printProblems } from '../../lib/report/print';
import { type Oracle, startOracle, type Verdict } from '../oracle/oracle';
import { type Version, versions } from '../tools/build';
import { type Manifest, manifests, validObjects } from './arbitrary';
import { isDeliberate } from './deliberate';

/** Manifests in each of the two tests. */
const count = runs(10_000);
const BATCH = 1_000;

/** What both say about one manifest, when they disagree and no one meant it. */
function disagreement(
  { object, changes }: Pick<Manifest, 'object' | 'changes'>,
  verdict: Verdict,
  kubernetes: Version,
): string | undefined {
  const problems = validateManifest(deepFreeze(object), { kubernetes }).filter(({ severity }) => severity === 'error');
  if (problems.length > 0 !== verdict.ok || isDeliberate(object)) return undefined;
  const said = verdict.errors.map(({ field, message }) => `${field}: ${message}`).join('\n');
  const what = verdict.ok
    ? `the server takes it, we say\n${printProblems(problems)}`
    : `we take it, the server says\n${said}`;
  return `${String(object.kind)} with ${changes.join(' and ')}:\n${what.slice(0, 1000)}`;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

describe.each(versions)('%s', (version) => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await startOracle({ version });
  }, 1_800_000);
  afterAll(() => oracle.close());

  test('the objects that everything starts from are valid', async () => {
    const found = await Promise.all(
      validObjects().map(async (object) =>
        disagreement({ object, changes: ['no change'] }, { ...(await oracle.create(object)), ok: true }, version),
      ),
    );
    expect(found.filter(Boolean)).toEqual([]);
    const verdicts = await Promise.all(validObjects().map((object) => oracle.create(object)));
    expect(verdicts.flatMap(({ errors }) => errors)).toEqual([]);
  });

  test.each([1, 2] as const)(
    'with %d change(s), the server refuses and takes what we refuse and take',
    async (changes) => {
      const found: string[] = [];
      let refused = 0;
      for (let start = 0; start < count; start += BATCH) {
        const batch = fc.sample(manifests(changes), { numRuns: Math.min(BATCH, count - start), seed: seed + start });
        const verdicts = await Promise.all(batch.map(({ object }) => oracle.create(object)));
        batch.forEach((manifest, index) => {
          const verdict = verdicts[index] as Verdict;
          if (!verdict.ok) refused++;
          const one = disagreement(manifest, verdict, version);
          if (one !== undefined) found.push(one);
        });
      }
      if (found.length > 0)
        throw new Error(`SEED=${seed}: ${found.length} disagreements\n\n${found.slice(0, 10).join('\n\n')}`);
      // A generator that went all one way would prove nothing.
      expect(refused).toBeGreaterThan(count * 0.2);
      expect(refused).toBeLessThan(count * 0.9);
    },
    300_000,
  );
});
