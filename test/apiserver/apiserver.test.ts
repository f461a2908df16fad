// The corpus, the oracle and a real kube-apiserver 1.28 say the same: that is what makes the first two worth trusting.
import { corpus } from '../oracle/corpus';
import { type Oracle, startOracle, type Verdict } from '../oracle/oracle';
import { type ApiServer, startApiServer } from './apiserver';

let server: ApiServer;
let oracle: Oracle;
beforeAll(async () => {
  [server, oracle] = await Promise.all([startApiServer(), startOracle({ version: '1.28' })]);
});
afterAll(() => Promise.all([server?.stop(), oracle?.close()]));

/** What of a verdict must be equal. A namespace that cannot exist is found at another place: the real server is asked for it first. */
function comparable({ ok, code, errors }: Verdict): unknown {
  if (errors.some(({ type }) => type === 'Panic')) return 'panic';
  // For broken requests the server gives one text, which the oracle has taken apart.
  if (code !== 422) return { ok, code };
  return { ok, code, errors: errors.map(({ field, type }) => `${field} ${type}`).sort() };
}

test('the server agrees with the corpus', async () => {
  const verdicts = await Promise.all(corpus.map(({ object }) => server.dryRunCreate(object)));
  const wrong = corpus.flatMap(({ name, refused, hiddenFromDryRun }, i) =>
    verdicts[i]!.ok === (refused && !hiddenFromDryRun) ? [[name, verdicts[i]!.errors]] : [],
  );
  expect(wrong).toEqual([]);
});

test('the server agrees with the oracle on every object, code, field and type of violation', async () => {
  const wrong: unknown[] = [];
  await Promise.all(
    corpus.map(async ({ name, object }) => {
      if (name.includes('metadata.namespace')) return;
      const [real, judged] = await Promise.all([server.dryRunCreate(object), oracle.create(object, { dryRun: true })]);
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
    'managedFields',
    'clusterIP',
    'clusterIPs',
    'nodePort',
    'healthCheckNodePort',
  ]);
  await Promise.all(
    corpus.map(async ({ name, object, refused }) => {
      // The server makes up the end of a generated name.
      if (refused || name.includes('generateName')) return;
      const [real, judged] = await Promise.all([server.dryRunCreate(object), oracle.create(object, { dryRun: true })]);
      if (stored(real) !== stored(judged)) wrong.push({ name, theirs: stored(real), ours: stored(judged) });
    }),
  );
  expect(wrong).toEqual([]);
});

test('what is odd to send', async () => {
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'made-as-needed' } };
  expect(await server.dryRunCreate(configMap)).toMatchObject({ ok: true, code: 201 });
  expect(await server.dryRunCreate({ ...configMap, kind: 'Nothing' })).toMatchObject({ ok: false, code: 404 });
  const elsewhere = { ...configMap, metadata: { name: 'a', namespace: 'a.b' } };
  expect(await server.dryRunCreate(elsewhere)).toMatchObject({ ok: false, code: 422 });
});
