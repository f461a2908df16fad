// Where a problem is reported, when what is wrong was made of several fields: at the one that the user wrote, never at its neighbour.
import { checkWorkload } from '../../lib/workload/manifests';
import { brief, errorsIn, jobWith, serviceWith } from '../support';

const files = { '/a': { content: 'x' } };
const secrets = { s: { type: 'opaque' }, e: { type: 'external', data: {}, params: { store: 'v' } } };
const ports = [{ port: 80, public: true }];
const everythingNamed = (name: unknown): object => ({ name, secrets, ports });

test.each([
  ['missing', undefined, 'required name'],
  ['empty', '', 'required name'],
  ['no text', 5, 'wrong-type name'],
  ['no name', 'My_App', 'bad-name name'],
])('a name that is %s is said once, not again for the names made of it', (_, name, expected) => {
  expect(errorsIn(serviceWith({ files }, everythingNamed(name)))).toEqual([expected]);
  const warnings = checkWorkload(serviceWith({ files }, everythingNamed(name))).map(brief);
  expect(warnings).toEqual([expected]);
});

test.each([
  ['a Service', serviceWith({}, { name: 'a'.repeat(60), ports }), 'bad-name name', '-public'],
  [
    'a Secret',
    serviceWith({}, { name: 'a'.repeat(250), selector: { a: 'b' }, secrets: { abc: { type: 'opaque' } } }),
    'bad-name secrets.abc',
    '-abc',
  ],
  [
    'a ConfigMap',
    serviceWith({ files }, { name: 'a'.repeat(250), selector: { a: 'b' } }),
    'bad-name containers.main.files',
    '-main-files',
  ],
])('a derived name of %s that is too long says how it came about', (_, workload, expected, ending) => {
  const problem = checkWorkload(workload).find(({ severity }) => severity === 'error')!;
  expect(brief(problem)).toBe(expected);
  expect(problem.message).toContain('at most');
  expect(problem.hint).toContain(`and "${ending}"`);
});

test('annotations and labels of the second port, of the workload and of expose keep their own places', () => {
  const two = [
    { port: 80, annotations: { fine: 'x' } },
    { port: 81, annotations: { 'a b': 'x' }, labels: { 'c d': 'x', e: 'f g' } },
  ];
  const expose = { path: '/a', displayedName: 'A' };
  expect(errorsIn(serviceWith({}, { ports: two, labels: { l: 'm n' }, annotations: { 'o p': 'q' }, expose }))).toEqual([
    'bad-name labels.l',
    'bad-name annotations["o p"]',
    'bad-name ports[1].labels["c d"]',
    'bad-name ports[1].labels.e',
    'bad-name ports[1].annotations["a b"]',
  ]);
});

test('a label that all objects have is said once, of the workload’s own', () => {
  const problems = checkWorkload(serviceWith({ files }, { labels: { a: 'b c' }, secrets, ports }));
  expect(problems.map(brief)).toEqual(['bad-name labels.a']);
  expect(problems[0]!.object).toEqual({ kind: 'Deployment', name: 'web' });
});

test('annotations that are too large together', () => {
  const errors = errorsIn(serviceWith({}, { annotations: { a: 'x'.repeat(300_000) } }));
  expect(new Set(errors)).toEqual(new Set(['too-long annotations']));
});

test('a public and a private port may have the same name', () => {
  expect(
    errorsIn(
      serviceWith(
        {},
        {
          ports: [
            { port: 80, name: 'http' },
            { port: 81, name: 'http', public: true },
          ],
        },
      ),
    ),
  ).toEqual([]);
  expect(errorsIn(serviceWith({}, { ports: [{ port: 80, name: 'tcp-81' }, { port: 81 }] }))).toEqual([]);
});

test.each([
  ['null in pod.volumes', { pod: { volumes: [null] } }, ['required pod.volumes[0].name']],
  ['pod.volumes that are a map', { pod: { volumes: { a: 1 } } }, ['wrong-type pod.volumes']],
  ['pod.labels that are a text', { pod: { labels: 'abc' } }, ['wrong-type pod.labels']],
  ['pod.labels that are a list', { pod: { labels: ['a'] } }, ['wrong-type pod.labels']],
  ['a number in pod.labels', { pod: { labels: { a: 5 } } }, ['wrong-type pod.labels.a']],
  ['pod.annotations that are a number', { pod: { annotations: 5 } }, ['wrong-type pod.annotations']],
])('%s', (_, job, expected) => {
  expect(errorsIn(jobWith({ dirs: { '/a': 'emptydir://' } }, job))).toEqual(expected);
});

test('null among the ports that a probe could use', () => {
  const probe = { probeHandler: { path: '/healthz' } };
  expect(errorsIn(jobWith({ ports: [null], livenessProbe: probe }))).toEqual([
    'required containers.main.livenessProbe.probeHandler',
    'required containers.main.ports[0].containerPort',
  ]);
});

test('what is missing only because something was left out is not said', () => {
  const probe = { probeHandler: { path: '/healthz' } };
  const secrets = { db: { type: 'basic', data: { password: 5 } } };
  const wrong = { secrets, ports: [{ port: '80' }], expose: { path: '/', mapping: {} } };
  expect(errorsIn(serviceWith({ env: { A: 'secret://db/password' }, livenessProbe: probe }, wrong))).toEqual([
    'wrong-type secrets.db.data.password',
    'wrong-type ports[0].port',
  ]);
});

test('thousands of references to missing keys', () => {
  const of = (letter: string, value: string) =>
    Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`${letter}${index}`, `${value}${index}`]));
  const errors = errorsIn(
    jobWith({ env: of('A', 'secret://s/kk') }, { secrets: { s: { type: 'opaque', data: of('k', '') } } }),
  );
  expect(errors).toHaveLength(5_000);
});
