// lib/kube against the API server's own validation: manifests near every limit, some hundred of each kind, other ones in each run. The verdicts
// agree; where one field is wrong, the places do; what the server warns of, we say. SETS=storage and KINDS=StorageClass,CSIDriver narrow it down.
import fc, { runs, seed } from '../property';
import { validateManifest } from '../../lib/kube/validate';
import { printPath, printProblems } from '../../lib/report/print';
import { errorsOf } from '../../lib/report/problem';
import { type Oracle, startOracle, type Verdict } from '../oracle/oracle';
import { chosenSets } from '../oracle/recorded';
import { type Version, versions } from '../tools/build';
import { kindsOf, type Manifest, manifests, validObjects } from './arbitrary';
import { isDeliberate } from './deliberate';
import { isSamePlace } from './places';
import type { SetName } from './sets';

/** Manifests of each kind in each of the two tests. */
const perKind = (set: SetName): number => runs(set === 'workload' ? 1500 : 400);
const BATCH = 1_000;

/** The kinds of a set that are asked about. */
const chosenKinds = (set: SetName): readonly string[] =>
  kindsOf(set).filter((kind) => process.env['KINDS']?.split(',').includes(kind) ?? true);

const sets = chosenSets.filter((set) => chosenKinds(set).length > 0);

/** What both say about one manifest, when they disagree and no one meant it. */
function disagreement(
  { object, changes }: Pick<Manifest, 'object' | 'changes'>,
  verdict: Verdict,
  kubernetes: Version,
): string | undefined {
  const problems = validateManifest(deepFreeze(object), { kubernetes });
  const errors = errorsOf(problems);
  if (isDeliberate(object)) return undefined;
  const words = (what: string): string =>
    `${String(object.kind)} with ${changes.join(' and ')}:\n${what}`.slice(0, 1200);
  const said = verdict.errors.map(({ field, message }) => `${field}: ${message}`).join('\n');
  if (errors.length > 0 && verdict.ok) return words(`the server takes it, we say\n${printProblems(errors)}`);
  if (errors.length === 0 && !verdict.ok) return words(`we take it, the server says\n${said}`);
  const [theirs, ours] = [verdict.errors, errors];
  // An answer without a field (`Bad Request`, `UnknownKind`) has no place.
  if (theirs.length === 1 && ours.length === 1 && theirs[0]!.field !== '') {
    const place = printPath(ours[0]!.path);
    if (!isSamePlace(theirs[0]!.field, place))
      return words(`the server says\n${said}\nwe say\n${printProblems(errors)}`);
  }
  if (!verdict.ok) return undefined;
  const unsaid = verdict.warnings.filter(
    (warning) =>
      !isSaid(
        warning,
        problems.map(({ path }) => printPath(path)),
      ),
  );
  return unsaid.length === 0 ? undefined : words(`the server warns, we do not:\n${unsaid.join('\n')}`);
}

/** Whether a place that the server warns of (`spec.a[0]: why`) is among ours; a warning without place is not looked for. */
function isSaid(warning: string, ours: readonly string[]): boolean {
  const place = /^((?:spec|metadata|template|[a-z]\w*)[\w.[\]"/-]*): /.exec(warning)?.[1];
  return place === undefined || ours.some((each) => isSamePlace(place, each));
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
  let served: ReadonlySet<string>;
  beforeAll(async () => {
    oracle = await startOracle({ version });
    served = new Set((await oracle.kinds()).map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
  }, 1_800_000);
  afterAll(() => oracle.close());

  /** The kinds of a set that this minor has. */
  const kindsHere = (set: SetName): readonly string[] =>
    chosenKinds(set).filter((kind) =>
      validObjects(set, [kind]).every((object) => served.has(`${String(object.apiVersion)} ${String(object.kind)}`)),
    );

  test.each(sets)('the objects of %s that everything starts from are valid', async (set) => {
    const objects = validObjects(set, kindsHere(set));
    const verdicts = await Promise.all(objects.map((object) => oracle.create(object)));
    expect(verdicts.flatMap(({ errors }) => errors)).toEqual([]);
    const found = objects.map((object, i) => disagreement({ object, changes: ['no change'] }, verdicts[i]!, version));
    expect(found.filter(Boolean)).toEqual([]);
  });

  describe.each(sets)('%s', (set) => {
    test.each([1, 2] as const)(
      'with %d change(s), the server refuses and takes what we refuse and take',
      async (changes) => {
        const kinds = kindsHere(set);
        const count = kinds.length * perKind(set);
        const found: string[] = [];
        let refused = 0;
        for (let start = 0; start < count; start += BATCH) {
          const numRuns = Math.min(BATCH, count - start);
          const batch = fc.sample(manifests(set, changes, kinds), { numRuns, seed: seed + start });
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
        expect(refused).toBeGreaterThanOrEqual(count * 0.1);
        expect(refused).toBeLessThanOrEqual(count * 0.95);
      },
      600_000,
    );
  });
});
