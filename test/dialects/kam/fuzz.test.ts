import fc from '../../property';
import { kam } from '../../../lib/dialects/kam';
import { read } from '../../../lib/read';
import { convertWith } from '../convert';
import { anything, changed, mutated, nastyJson, other, places, RUNS } from '../mutate';
import { valid } from './documents';

const SECRET = 'hunter2';

const outcome = (document: unknown): string => {
  const { workloads, notes, problems } = convertWith(kam, document, {});
  return JSON.stringify([workloads, notes, problems]);
};

describe('nothing is lost without a word', () => {
  test('there are documents with everything in them', () => {
    expect(valid.length).toBeGreaterThan(15);
  });

  test.each(
    valid.flatMap((document, index) =>
      places(document).map((place) => [`${index} ${place.join('.')}`, document, place] as const),
    ),
  )('%s', (_, document, place) => {
    const before = outcome(document);
    expect(outcome(changed(document, place, other))).not.toBe(before);
    if (place.length > 0) expect(outcome(changed(document, place, () => undefined))).not.toBe(before);
    const value = place.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], document);
    if (value !== null) expect(outcome(changed(document, place, () => null))).not.toBe(before);
  });
});

test('any input gives a workload or a problem, and never an exception', () => {
  const documents = fc.oneof(
    { weight: 4, arbitrary: mutated(valid, fc.oneof(nastyJson, anything)) },
    { weight: 1, arbitrary: nastyJson },
    { weight: 1, arbitrary: anything },
  );
  fc.assert(
    fc.property(documents, (document) => {
      expect(typeof kam.detect(document)).toBe('boolean');
      const { workloads, problems } = convertWith(kam, document, { onLoss: 'warn', project: 'p' });
      expect(workloads.length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: RUNS },
  );
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}, 600_000);

test('any text of JSON is read and tells no secret', () => {
  fc.assert(
    fc.property(mutated(valid, nastyJson), (document) => {
      const { problems, notes, workloads } = read(JSON.stringify(document), { dialect: 'kam' });
      expect(JSON.stringify([problems, notes])).not.toContain(SECRET);
      expect(workloads.length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test('large documents are read or refused', () => {
  const many = <T>(item: (index: number) => T): Record<string, T> =>
    Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, item(index)]));
  const documents: object[] = [
    { name: 'x', containers: many(() => ({})) },
    { name: 'x', containers: { a: { image: 'b', ...many(() => 1) } } },
    { name: 'x', containers: { a: { image: 'b', env: many(() => 1) } } },
    { name: 'x', containers: { a: { image: 'b' } }, secrets: many(() => ({ type: 'nope' })) },
    many(() => ({ workload: { containers: { a: { image: '' } } } })),
    { web: { workload: { containers: { a: { image: 'b' } } }, accessories: many(() => ({})) } },
  ];
  for (const document of documents) expect(read(JSON.stringify(document)).problems.length).toBeGreaterThan(0);
}, 60_000);
