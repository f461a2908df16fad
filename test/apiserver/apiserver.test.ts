// The corpus, the oracle and real kube-apiservers of the oldest minor and the newest say the same: that is what makes the first two worth trusting.
import fc, { runs, seed } from '../property';
import { validateManifest } from '../../lib/kube/validate';
import { printProblems } from '../../lib/report/print';
import { errorsOf, type Problem } from '../../lib/report/problem';
import { manifests } from '../kube/arbitrary';
import { isDeliberate } from '../kube/deliberate';
import { corpusOf } from '../oracle/corpus';
import { type Oracle, startOracle, type Verdict } from '../oracle/oracle';
import { chosenSets } from '../oracle/recorded';
import { newest, oldest, type Version } from '../tools/build';
import { type ApiServer, startApiServer } from './apiserver';

type Given = Readonly<Record<string, unknown>> & { readonly metadata?: { readonly namespace?: string } | null };

/** What of a verdict must be equal. A namespace that cannot exist is found at another place: the real server is asked for it first. */
function comparable({ ok, code, errors }: Verdict): unknown {
  if (errors.some(({ type }) => type === 'Panic')) return 'panic';
  if (ok) return { ok };
  // For broken requests the server gives one text, which the oracle has taken apart.
  if (code !== 422) return { ok, code };
  return { ok, code, errors: errors.map(({ field, type }) => `${field} ${type}`).sort() };
}

/** What only a create finds: a node port out of range, and a version. */
const hidden = ({ path }: Problem): boolean =>
  /^(nodePort|healthCheckNodePort|resourceVersion)$/.test(String(path.at(-1)));

/** A Binding goes wherever its pod is: what its namespace may be called, nobody asks. */
const isNowhere = ({ kind, metadata }: Given): boolean =>
  kind === 'Binding' && !/^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$/.test(metadata?.namespace ?? '');

/** What both say, when the one refuses and the other does not. */
function disagreement(object: object, { ok, errors }: Verdict, kubernetes: Version): unknown {
  const ours = errorsOf(validateManifest(object, { kubernetes }));
  const agree = ok ? ours.every(hidden) : ours.length > 0;
  return agree ? undefined : { theirs: errors, ours: printProblems(ours) };
}

const corpus = chosenSets.flatMap((set) => corpusOf[set]);

describe.each([oldest, newest] as const)('%s', (version) => {
  let server: ApiServer;
  let oracle: Oracle;
  const asked = new Map<string, Promise<Verdict>>();
  /** What the server says to an object of the corpus, which is asked once. */
  const realVerdict = (object: object | string): Promise<Verdict> => {
    const text = typeof object === 'string' ? object : JSON.stringify(object);
    const verdict = asked.get(text) ?? server.dryRunCreate(text);
    asked.set(text, verdict);
    return verdict;
  };
  beforeAll(async () => {
    [server, oracle] = await Promise.all([startApiServer(version), startOracle({ version })]);
  });
  afterAll(() => Promise.all([server?.stop(), oracle?.close()]));

  test('the server agrees with the corpus', async () => {
    const stated = corpus.filter(({ by }) => (by === undefined ? oldest : newest) === version);
    const verdicts = await Promise.all(stated.map(({ object }) => realVerdict(object)));
    const wrong = stated.flatMap(({ name, refused, hiddenFromDryRun }, i) =>
      verdicts[i]!.ok === (refused && !hiddenFromDryRun) ? [[name, verdicts[i]!.errors]] : [],
    );
    expect(wrong).toEqual([]);
  });

  test('the server agrees with the oracle on every object, code, field and type of violation', async () => {
    const wrong: unknown[] = [];
    await Promise.all(
      corpus.map(async ({ name, object }) => {
        if (name.includes('metadata.namespace')) return;
        const [real, judged] = await Promise.all([realVerdict(object), oracle.create(object, { dryRun: true })]);
        const [theirs, ours] = [comparable(real), comparable(judged)];
        if (JSON.stringify(theirs) !== JSON.stringify(ours)) wrong.push({ name, theirs, ours });
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('the server stores what the oracle says it stores', async () => {
    const wrong: unknown[] = [];
    const stored = (verdict: Verdict): string =>
      JSON.stringify(verdict.object, (key, value: unknown) => (random.has(key) ? undefined : value))?.replace(
        /"uid":"[^"]*",?|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
        '',
      );
    // Chosen anew for each object, or about the request.
    const random = new Set([
      'creationTimestamp',
      'timeAdded',
      'lastPhaseTransitionTime',
      'lastTransitionTime',
      'managedFields',
      'clusterIP',
      'clusterIPs',
      'nodePort',
      'healthCheckNodePort',
    ]);
    await Promise.all(
      corpus.map(async ({ name, object, refused }) => {
        // The server makes up the end of a generated name, answers a review without storing it, and notes who wants a certificate.
        if (refused || /"generateName"|"kind":"(\w*Review|CertificateSigningRequest)"/.test(JSON.stringify(object)))
          return;
        const [real, judged] = await Promise.all([realVerdict(object), oracle.create(object, { dryRun: true })]);
        if (real.object !== undefined && stored(real) !== stored(judged))
          wrong.push({ name, theirs: stored(real), ours: stored(judged) });
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('validateManifest agrees with the server on the corpus', async () => {
    const wrong: unknown[] = [];
    await Promise.all(
      corpus.map(async ({ name, object }) => {
        if (typeof object === 'string') return;
        const plain = JSON.parse(JSON.stringify(object)) as object;
        const found = disagreement(plain, await realVerdict(plain), version);
        if (found !== undefined) wrong.push({ name, found });
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('validateManifest agrees with the server on manifests near every limit', async () => {
    const wrong: unknown[] = [];
    const made = chosenSets.flatMap((set) =>
      fc.sample(fc.oneof(manifests(set, 1), manifests(set, 2)), {
        numRuns: runs(set === 'workload' ? 2500 : 700),
        seed,
      }),
    );
    for (let start = 0; start < made.length; start += 500) {
      await Promise.all(
        made.slice(start, start + 500).map(async ({ object, changes }) => {
          const plain = JSON.parse(JSON.stringify(object)) as Given;
          const found = disagreement(plain, await server.dryRunCreate(plain), version);
          if (found !== undefined && !isDeliberate(plain) && !isNowhere(plain)) wrong.push({ changes, found });
        }),
      );
    }
    expect({ seed, wrong: wrong.slice(0, 5) }).toEqual({ seed, wrong: [] });
  });

  test('what is odd to send', async () => {
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'made-as-needed' } };
    expect(await server.dryRunCreate(configMap)).toMatchObject({ ok: true, code: 201 });
    expect(await server.dryRunCreate({ ...configMap, kind: 'Nothing' })).toMatchObject({ ok: false, code: 404 });
    const elsewhere = { ...configMap, metadata: { name: 'a', namespace: 'a.b' } };
    expect(await server.dryRunCreate(elsewhere)).toMatchObject({ ok: false, code: 422 });
  });
});
