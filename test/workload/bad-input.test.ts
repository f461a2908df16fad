// Whatever is given, there is an answer: problems, never a stack trace.
import fc, { runs } from '../property';
import { printProblem } from '../../lib/report/print';
import { ProblemError } from '../../lib/report/problem-error';
import { checkWorkload } from '../../lib/workload/manifests';
import type { Workload } from '../../lib/workload/model/workload';
import { errorsIn, jobWith, serviceWith, toManifests } from '../support';

test.each([
  ['null', null],
  ['undefined', undefined],
  ['a number', 5],
  ['a text', 'Job'],
  ['a list', []],
  ['an empty map', {}],
  ['an unknown kind', { kind: 'Deployment', name: 'a' }],
  ['a function', () => 0],
  ['a class instance', new Map()],
])('%s is no workload', (_, value) => {
  const problems = checkWorkload(value);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
  expect(() => toManifests(value as Workload)).toThrow(ProblemError);
});

test('everything is said at once: wrong shapes, unknown keys and wrong values', () => {
  const job = {
    backoffLimit: -1,
    schedul: '@daily',
    labels: { a: 5, b: 'c d' },
    containers: {
      Main: { image: 5, command: 'a' },
      b: { image: 'b:1', resources: { cpu: '1-0' }, env: { A: null, 'B=C': 'x' } },
    },
  };
  expect(errorsIn(jobWith({}, job)).sort()).toEqual(
    [
      'bad-name containers.Main',
      'bad-name containers.b.env["B=C"]',
      'bad-name labels.b',
      'out-of-range backoffLimit',
      'conflict containers.b.resources.cpu',
      'unknown-key schedul',
      'wrong-type containers.Main.command',
      'wrong-type containers.Main.image',
      'wrong-type containers.b.env.A',
      'wrong-type labels.a',
    ].sort(),
  );
});

test('an unknown key names the one that was meant', () => {
  const [problem] = checkWorkload(jobWith({}, { shedule: '@daily' }));
  expect(problem).toMatchObject({ code: 'unknown-key', path: ['shedule'], hint: 'Did you mean "schedule"?' });
});

const ordinary = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

test.each(ordinary)('%s is an ordinary key', (key) => {
  const one = (value: unknown) => Object.fromEntries([[key, value]]);
  const workload = jobWith(
    { env: one('x') },
    { annotations: one('y'), secrets: { s: { type: 'opaque', data: one('z') } } },
  );
  expect(errorsIn(workload)).toEqual(key.startsWith('_') ? [`bad-name annotations.${key}`] : []);
  const [secret, job] = toManifests(jobWith({ env: one('x') }, { secrets: { s: { type: 'opaque', data: one('z') } } }));
  expect(JSON.stringify(secret)).toContain(`{"${key}":"z"}`);
  expect(JSON.stringify(job)).toContain(`{"name":"${key}","value":"x"}`);
  expect(errorsIn(jobWith({ [key === '__proto__' ? 'proto' : key]: 'x' }))).toHaveLength(1);
  expect(errorsIn(JSON.parse(`{"kind":"Job","name":"a","containers":{"a":{"image":"a:1"}},"${key}":{}}`))).toEqual([
    `unknown-key ${key}`,
  ]);
});

test('nothing is written to Object.prototype', () => {
  checkWorkload(
    JSON.parse(
      '{"kind":"Job","name":"a","labels":{"__proto__":{"polluted":1}},"containers":{"__proto__":{"image":"a:1"}}}',
    ),
  );
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('very long texts and 10,000 containers', () => {
  const long = 'x'.repeat(300_000);
  const problems = [
    ...checkWorkload(jobWith({ image: long }, { name: long, labels: { [long]: long } })),
    ...checkWorkload(jobWith({ [long]: 1, env: { [long]: long }, files: { [long]: { content: '' } } }, { name: long })),
    ...checkWorkload(serviceWith({}, { name: long, ports: [{ port: 80, name: long }], secrets: { [long]: {} } })),
  ];
  expect(problems.length).toBeGreaterThan(10);
  for (const problem of problems) expect(printProblem(problem).length).toBeLessThan(5_000);
  const containers = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [`c${index}`, { image: 'a:1', env: { A: 'secret://s/k' } }]),
  );
  expect(toManifests({ kind: 'Job', name: 'many', containers })).toHaveLength(1);
});

test('cycles and depth', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  let deep: unknown = 'x';
  for (let depth = 0; depth < 100_000; depth++) deep = { deep };
  for (const value of [cycle, deep]) {
    expect(errorsIn(jobWith({}, { pod: { affinity: value } })).length).toBeGreaterThan(0);
    expect(errorsIn(jobWith({}, { labels: value })).length).toBeGreaterThan(0);
    expect(errorsIn(jobWith({ env: { A: value } })).length).toBeGreaterThan(0);
    expect(errorsIn(value).length).toBeGreaterThan(0);
  }
});

test('anything at all gets an answer', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  });
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('kind', 'name', 'containers', 'pod', 'secrets', 'ports', 'schedule', 'expose', '__proto__'),
        anything,
      ),
      (fields) => {
        checkWorkload({ kind: 'Job', ...fields });
        checkWorkload({ kind: 'Service', ...fields });
        checkWorkload(fields);
      },
    ),
    { numRuns: runs(500) },
  );
  const handler = fc.oneof(
    anything,
    fc.record({ command: anything, url: anything, path: anything }, { requiredKeys: [] }),
  );
  const container = fc.record(
    {
      image: anything,
      env: anything,
      envFrom: anything,
      resources: anything,
      files: anything,
      dirs: anything,
      ports: anything,
      livenessProbe: fc.record({ probeHandler: handler }),
      lifecycle: fc.record({ preStop: handler }),
      volumeMounts: anything,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(container, (given) => {
      checkWorkload(jobWith(given, { ports: [{ port: 1 }] }));
    }),
    { numRuns: runs(500) },
  );
});
