// However long what stands in a document is, no message and no hint is longer than a person reads.
import type { DialectName } from '../../lib/dialects/dialect';
import { read } from '../../lib/read';

const LONG = 'x'.repeat(50_000);
const job = { type: 'job', name: 'a', labels: 'a:b', 'image-source': 'a:1' };
const app = { containers: { a: { image: 'a:1' } } };

test.each<[DialectName, object]>([
  ['manifest', { ...job, labels: LONG }],
  ['manifest', { ...job, labels: `a:1,${LONG}:b,${LONG}:c` }],
  ['manifest', { ...job, [LONG]: 1 }],
  ['manifest', { ...job, env: [1, 2].map(() => ({ name: LONG, value: 'a' })) }],
  ['manifest', { ...job, schedule: LONG, 'cpu-limit': LONG }],
  ['sqs', { id: LONG, service: LONG, job: { prefixName: LONG, image: LONG, volume: { pvc: LONG, mountPath: '/a' } } }],
  ['launcher', { id: LONG, name: LONG, command: 'a', container: { image: LONG }, host: LONG }],
  ['launcher', { id: 'a', command: 'a', container: { image: 'a' }, resourceLimits: [{ type: LONG, value: LONG }] }],
  [
    'launcher',
    {
      id: 'a',
      command: 'a',
      container: { image: 'a' },
      placementConstraints: ['a', 'b'].map((value) => ({ name: LONG, value })),
    },
  ],
  ['kam', { web: { workload: app, accessories: { [LONG]: {}, a: { _type: LONG } } } }],
  ['kam', { web: { workload: { ...app, labels: { a: 'b' } }, labels: { a: LONG } } }],
  ['kam', { [`${LONG}a`]: app, [`${LONG}A`]: app }],
  ['kam', { _type: LONG, a: 1 }],
])('%s %#', (dialect, document) => {
  const { problems } = read(JSON.stringify(document), { dialect });
  expect(problems.length).toBeGreaterThan(0);
  for (const { message, hint = '' } of problems) {
    expect(message.length).toBeLessThanOrEqual(1001);
    expect(hint.length).toBeLessThanOrEqual(2001);
    expect(hint).not.toMatch(/Known keys: $/);
  }
});

test('of more than a thousand problems of a document one line says how many more there are', () => {
  const env = Array.from({ length: 3001 }, () => ({ name: 'A', value: 'x' }));
  const { problems } = read(JSON.stringify({ ...job, env }), { dialect: 'manifest' });
  expect(problems.length).toBe(1001);
  expect(problems.at(-1)).toMatchObject({
    code: 'too-many-problems',
    severity: 'warning',
    message: '2000 more problems of this document are not shown',
  });
});

test('each label of a manifest that is wrong is said, though all stand in one text', () => {
  const labels = Array.from({ length: 300 }, (_, index) => `k${index}:bad value!,-k${index}:v,x${index}`).join();
  const { problems } = read(JSON.stringify({ ...job, labels }), { dialect: 'manifest' });
  expect(problems.length).toBe(900);
  expect(new Set(problems.map(({ message }) => message)).size).toBe(900);
  expect(problems[0]).toMatchObject({
    path: ['labels'],
    message: expect.stringMatching(/^label "k0": its value may only/),
  });
});
