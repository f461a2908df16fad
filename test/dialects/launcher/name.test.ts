import fc, { runs } from '../../property';
import { jobName } from '../../../lib/dialects/launcher/name';

test.each([
  ['Train Model', '42', 0, 'train-model-42'],
  ['', '42', 0, '42'],
  ['', '42', 5, 'job-42'],
  ['3D', 'x', 5, 'job-3d-x'],
  ['Été à Paris!', 'a-b', 0, 'ete-a-paris-a-b'],
  ['名前', '1', 0, '1'],
  ['-a-', '1', 0, 'a-1'],
  ['x', 'A', 0, 'x-a-559aead0'],
  ['x', 'a', 0, 'x-a'],
  ['x', '_', 0, 'x-d2e2adf7'],
  ['n'.repeat(59), 'abc', 0, `${'n'.repeat(59)}-abc`],
  ['n'.repeat(80), 'abc', 0, `${'n'.repeat(59)}-abc`],
])('%s + %s', (name, id, spare, expected) => expect(jobName(name, id, spare)).toBe(expected));

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 90 }),
  fc.stringMatching(/^[a-z0-9-]{0,90}$/),
  fc.string(),
);

test('is a name of a Service with what is appended, and never longer', () => {
  fc.assert(
    fc.property(
      text,
      fc.string({ minLength: 1, maxLength: 100, unit: 'binary' }),
      fc.constantFrom(0, 5),
      (name, id, spare) => {
        const found = jobName(name, id, spare);
        expect(found.length).toBeLessThanOrEqual(63 - spare);
        expect(found).toMatch(spare > 0 ? /^[a-z]([a-z0-9-]*[a-z0-9])?$/ : /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
      },
    ),
    { numRuns: runs(1000) },
  );
});

test('two ids under one name never give one name', () => {
  const names = new Map<string, string>();
  const ids = fc.sample(
    fc.string({ minLength: 1, maxLength: 80, unit: fc.constantFrom('a', 'A', '-', '_', '1', ' ') }),
    5000,
  );
  for (const id of ids) {
    const name = jobName('train', id, 0);
    expect([name, names.get(name) ?? id]).toEqual([name, id]);
    names.set(name, id);
  }
});
