import fc from '../../property';
import { sqs } from '../../../lib/dialects/sqs';
import { read } from '../../../lib/read';
import { unwrap } from '../../../lib/text/envelope';
import { convertWith } from '../convert';
import { anything, changed, mutated, nastyJson, other, places, RUNS } from '../mutate';
import { page, SECRET, valid } from './documents';

const outcome = (document: unknown): string => {
  const { workloads, notes, problems } = convertWith(sqs, document, {});
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
      const { workloads, problems } = convertWith(sqs, document, { onLoss: 'warn' });
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

test('large and deep messages are read or refused', () => {
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
}, 60_000);
