import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqs } from '../../../lib/dialects/sqs';
import { read } from '../../../lib/read';
import { errorsOf } from '../../../lib/report/problem';
import { unwrap } from '../../../lib/text/envelope';
import { type Oracle, startOracle } from '../../oracle/oracle';
import { anything, changed, mutated, nastyJson, other, places, RUNS } from '../mutate';

const SECRET = 'hunter2-hunter2';
const page = JSON.parse(readFileSync(join(__dirname, '../../../examples/from-sqs/message.json'), 'utf8')) as {
  job: object;
};
/** Every key of a message but the misspelled one. */
const full = {
  ...page,
  job: {
    ...page.job,
    'volume:': undefined,
    volume: { pvc: 'ps-pvc', mountPath: 'workdir' },
    args: ['a', 'b'],
    env: [
      { name: 'A', value: SECRET },
      { name: 'B', value: '' },
    ],
    envRef: [
      { name: 'settings', type: 'configMap' },
      { name: 'db', type: 'secret' },
    ],
    gpuEnable: true,
    gpuNumber: 2,
  },
};
const valid = [page, JSON.parse(JSON.stringify(full))] as const;

const outcome = (document: unknown): string => {
  const { workloads, notes, problems } = sqs.convert(document, {});
  return JSON.stringify([workloads, notes, problems]);
};

describe('nothing is lost without a word', () => {
  test.each(valid.flatMap((document) => places(document).map((place) => [place.join('.'), document, place] as const)))(
    '%s',
    (_, document, place) => {
      const before = outcome(document);
      expect(outcome(changed(document, place, other))).not.toBe(before);
      if (place.length > 0) expect(outcome(changed(document, place, () => undefined))).not.toBe(before);
      expect(outcome(changed(document, place, () => null))).not.toBe(before);
    },
  );
});

test('any input gives a workload or a problem, and never an exception', () => {
  const documents = fc.oneof(
    { weight: 4, arbitrary: mutated(valid, fc.oneof(nastyJson, anything)) },
    { weight: 1, arbitrary: nastyJson },
    { weight: 1, arbitrary: anything },
  );
  fc.assert(
    fc.property(documents, (document) => {
      expect(typeof sqs.detect(document)).toBe('boolean');
      unwrap(document);
      const { workloads, problems } = sqs.convert(document, { onLoss: 'warn' });
      expect(workloads.length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: RUNS },
  );
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}, 600_000);

test('any text of JSON is read, in envelopes too, and tells no secret', () => {
  const inEnvelope = (body: unknown): unknown => ({ Records: [{ messageId: 'm', body: JSON.stringify(body) }] });
  fc.assert(
    fc.property(mutated(valid, nastyJson), fc.boolean(), (document, wrapped) => {
      const { problems, notes, workloads } = read(JSON.stringify(wrapped ? inEnvelope(document) : document));
      expect(JSON.stringify([problems, notes])).not.toContain(SECRET);
      expect(workloads.length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test('whatever text stands in a body, it is read or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json()), (body) => {
      const envelope = unwrap({ messageId: 'm', body });
      expect((envelope?.messages.length ?? 0) + (envelope?.problems.length ?? 0)).toBeGreaterThan(0);
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test('large and deep messages are read or refused in time', () => {
  const start = performance.now();
  const many = <T>(item: (index: number) => T): T[] => Array.from({ length: 20_000 }, (_, index) => item(index));
  const jobs: object[] = [
    Object.fromEntries(many((index) => [`k${index}`, 1])),
    { env: many((index) => ({ name: `no name ${index}`, value: '' })) },
    { env: many(() => ({ name: 'A' })) },
    { envRef: many((index) => ({ name: `A ${index}`, type: 'secret' })) },
    { command: many(() => 1) },
  ];
  for (const job of jobs) {
    expect(read(JSON.stringify({ ...page, job: { ...page.job, ...job } })).problems.length).toBeGreaterThan(0);
  }
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  expect(unwrap({ messageId: 'm', body: deep })?.problems.length).toBe(1);
  expect(performance.now() - start).toBeLessThan(20_000);
}, 60_000);

describe('what is read without an error', () => {
  let oracle: Oracle;
  beforeAll(async () => (oracle = await startOracle({ version: '1.28' })));
  afterAll(() => oracle.close());

  test('the API server takes', async () => {
    const documents = [...valid, ...fc.sample(mutated(valid, nastyJson), { numRuns: RUNS, seed: 7 })];
    let accepted = 0;
    for (const document of documents) {
      const { workloads, problems } = read(JSON.stringify(document), {
        dialect: 'sqs',
        namespace: 'jobs',
        onLoss: 'warn',
      });
      if (errorsOf(problems).length > 0) continue;
      accepted++;
      for (const object of workloads.flatMap(({ manifests }) => manifests)) {
        const { ok, errors } = await oracle.create(object);
        if (!ok) throw new Error(`${JSON.stringify(errors)}\n${JSON.stringify(document)}`);
      }
    }
    expect(accepted).toBeGreaterThan(documents.length / 20);
  }, 600_000);
});
