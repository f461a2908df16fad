// What is stated wins; what is not, comes from the defaults.
import { read } from '../../lib/read';
import { printPath } from '../../lib/report/print';
import { defaultsProblems } from '../../lib/workload/check-defaults';
import { fillIn, nearer } from '../../lib/workload/defaults';
import type { Container } from '../../lib/workload/model/container';
import type { Defaults } from '../../lib/workload/model/defaults';
import type { JobProps } from '../../lib/workload/model/job';
import type { ServiceProps } from '../../lib/workload/model/service';

const main = { image: 'busybox:1.36' };
const job = (props: Partial<JobProps>, defaults: Defaults) =>
  fillIn('Job', { containers: { main }, ...props }, defaults);
const service = (props: Partial<ServiceProps>, defaults: Defaults) =>
  fillIn('Service', { containers: { main }, ...props }, defaults);

test('maps are united key by key, in the order stated first', () => {
  const { labels, containers, pod } = job(
    {
      labels: { team: 'etl' },
      containers: { main: { ...main, env: { A: '1' }, securityContext: { privileged: true } } },
      pod: { securityContext: { runAsUser: 1 }, tolerations: [] },
    },
    {
      labels: { tier: 'batch', team: 'platform' },
      container: { env: { A: '2', B: '3' }, securityContext: { privileged: false, readOnlyRootFilesystem: true } },
      pod: { securityContext: { runAsUser: 2, runAsNonRoot: true }, tolerations: [{ operator: 'Exists' }] },
    },
  );
  expect(Object.entries(labels!)).toEqual([
    ['team', 'etl'],
    ['tier', 'batch'],
  ]);
  expect(containers['main']).toEqual({
    ...main,
    env: { A: '1', B: '3' },
    securityContext: { privileged: true, readOnlyRootFilesystem: true },
  });
  expect(pod).toEqual({ securityContext: { runAsUser: 1, runAsNonRoot: true }, tolerations: [] });
});

test.each([
  ['both short', { cpu: '1' }, { cpu: '2', memory: '1Gi' }, { cpu: '1', memory: '1Gi' }],
  [
    'short, and long defaults',
    { cpu: '1' },
    { requests: { cpu: '100m', memory: '1Gi' } },
    { limits: { cpu: '1' }, requests: { memory: '1Gi' } },
  ],
  [
    'long, and short defaults',
    { requests: { memory: '2Gi' } },
    { cpu: '1-2', memory: '1Gi' },
    { requests: { memory: '2Gi', cpu: '1' }, limits: { cpu: '2' } },
  ],
  ['nothing to add', { limits: { cpu: '1' } }, { cpu: '2' }, { limits: { cpu: '1' } }],
])('of a resource that is stated, what is stated is all: %s', (_, stated, resources, want) => {
  const { containers } = job({ containers: { main: { ...main, resources: stated } } }, { container: { resources } });
  expect((containers['main'] as Container).resources).toEqual(want);
});

test('init containers get all but lifecycle', () => {
  const lifecycle = { preStop: { command: ['sleep', '5'] } };
  const filled = service(
    { initContainers: { first: main } },
    { container: { lifecycle, imagePullPolicy: 'IfNotPresent' } },
  );
  expect(filled.containers['main']).toEqual({ ...main, lifecycle, imagePullPolicy: 'IfNotPresent' });
  expect(filled.initContainers!['first']).toEqual({ ...main, imagePullPolicy: 'IfNotPresent' });
});

test('each kind gets its own, and the settings of a schedule only who has one', () => {
  const defaults: Defaults = { job: { backoffLimit: 2, timeZone: 'Europe/Paris' }, service: { replicas: 2 } };
  expect(job({}, defaults)).toEqual({ containers: { main }, backoffLimit: 2 });
  expect(job({ schedule: '@daily', backoffLimit: 0 }, defaults)).toEqual({
    containers: { main },
    schedule: '@daily',
    backoffLimit: 0,
    timeZone: 'Europe/Paris',
  });
  expect(service({}, defaults)).toEqual({ containers: { main }, replicas: 2 });
});

test('of settings that belong together, what is stated is all', () => {
  const defaults: Defaults = { service: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } } };
  expect(service({ strategy: { type: 'Recreate' } }, defaults).strategy).toEqual({ type: 'Recreate' });
});

test('nothing of the workload or of the defaults is changed, and with nothing to fill in it is the same object', () => {
  const frozen = Object.freeze({ labels: Object.freeze({ a: '1' }), containers: Object.freeze({ main }) });
  const defaults = Object.freeze({ labels: Object.freeze({ b: '2' }) });
  expect(fillIn('Job', frozen, defaults)).toEqual({ labels: { a: '1', b: '2' }, containers: { main } });
  expect(fillIn('Job', frozen, { labels: { a: '3' } })).toBe(frozen);
});

test('a key such as __proto__ is a key', () => {
  const labels = JSON.parse('{"__proto__": "x"}') as Record<string, string>;
  const containers = JSON.parse('{"__proto__": {"image": "busybox:1.36"}}') as JobProps['containers'];
  const filled = job({ containers }, { labels, container: { imagePullPolicy: 'Never' } });
  expect(Object.keys(filled.labels!)).toEqual(['__proto__']);
  expect(JSON.stringify(filled.containers)).toBe('{"__proto__":{"image":"busybox:1.36","imagePullPolicy":"Never"}}');
});

test.each([null, 'x', 1, [], { containers: 'x', pod: [], labels: 1 }, { containers: { main: 'x' } }])(
  'what has a wrong shape stays as it is: %j',
  (workload) => {
    const defaults: Defaults = { container: { imagePullPolicy: 'Always' }, pod: { hostNetwork: true } };
    expect(fillIn('Job', workload as never, defaults)).toEqual(
      typeof workload === 'object' && workload !== null && !Array.isArray(workload)
        ? expect.objectContaining(workload)
        : workload,
    );
  },
);

test('of defaults inside others the nearer ones win, key by key', () => {
  const outer: Defaults = { labels: { a: '1', b: '1' }, container: { env: { A: '1' } }, job: { backoffLimit: 1 } };
  const inner: Defaults = { labels: { b: '2' }, container: { env: { B: '2' } }, job: { activeDeadlineSeconds: 60 } };
  expect(nearer(inner, outer)).toEqual({
    labels: { b: '2', a: '1' },
    container: { env: { B: '2', A: '1' } },
    job: { activeDeadlineSeconds: 60, backoffLimit: 1 },
  });
});

test('what is wrong with defaults themselves is said once, at their own keys', () => {
  const wrong = (defaults: unknown) =>
    defaultsProblems(defaults)
      .map(({ code, path }) => `${printPath(path)} ${code}`)
      .sort();
  expect(wrong({ container: { imge: 'x' }, jobs: {}, pod: 1 })).toEqual([
    'container.imge unknown-key',
    'jobs unknown-key',
    'pod wrong-type',
  ]);
  expect(
    wrong({
      labels: { 'a b': 'c' },
      container: { resources: { memory: '512MB' }, securityContext: { runAsUser: -1 } },
      pod: { nodeSelector: { a: 'b c' } },
      job: { timeZone: 'Europe/paris' },
      service: { strategy: { type: 'Rolling' } },
    }),
  ).toEqual([
    'container.resources.memory bad-format',
    'container.securityContext.runAsUser out-of-range',
    'job.timeZone bad-name',
    'labels["a b"] bad-name',
    'pod.nodeSelector.a bad-name',
    'service.strategy.type not-one-of',
  ]);
  expect(wrong({ labels: { team: 'etl' }, container: { volumeMounts: [{ name: 'v', mountPath: '/v' }] } })).toEqual([
    'container.volumeMounts[0].name not-found',
  ]);
});

const manifest = JSON.stringify({
  type: 'service',
  name: 'web',
  labels: 'app:web',
  'image-source': 'nginx:1.27',
  'container-port': 80,
  'memory-limit': '1Gi',
});

test('documents get them too, and their notes tell', () => {
  const defaults: Defaults = {
    labels: { team: 'web' },
    container: { resources: { memory: '256Mi', cpu: '500m' }, env: { TOKEN: 'secret' } },
  };
  const { workloads, notes, problems } = read(manifest, { defaults });
  expect(problems).toEqual([]);
  expect(workloads[0]!.manifests[0]).toMatchObject({
    metadata: { labels: { app: 'web', team: 'web' } },
    spec: { template: { spec: { containers: [{ env: [{ name: 'TOKEN' }] }] } } },
  });
  const filled = notes.filter(({ message }) => message?.includes('from defaults'));
  expect(filled.map(({ fate, to, message }) => [fate, printPath(to!), message])).toEqual([
    ['defaulted', 'labels.team', '"web", from defaults.labels'],
    ['defaulted', 'containers.web.resources.limits.cpu', '"500m", from defaults.container.resources'],
    ['defaulted', 'containers.web.env', 'from defaults.container.env'],
  ]);
  expect(JSON.stringify(notes)).not.toContain('secret"');
});

test('wrong defaults are wrong options', () => {
  const { problems, workloads } = read(manifest, { defaults: { container: { resources: { memory: '512MB' } } } });
  expect(workloads).toEqual([]);
  expect(problems).toMatchObject([
    {
      code: 'bad-format',
      path: ['options', 'defaults', 'container', 'resources', 'memory'],
      hint: 'Write 512M or 512Mi',
    },
  ]);
});

test('defaults that were changed between two messages are looked at again, and taken as they are now', () => {
  const defaults = { labels: { team: 'etl' }, container: { resources: { cpu: 1 } } };
  const text = '{ "kind": "Job", "name": "a", "containers": { "main": { "image": "busybox:1.36" } } }';
  const labels = () => read(text, { defaults }).workloads[0]?.workload.labels;
  expect(labels()).toEqual({ team: 'etl' });
  defaults.labels.team = 'web';
  expect(labels()).toEqual({ team: 'web' });
  defaults.labels.team = 'no label';
  expect(read(text, { defaults }).problems.map(({ path }) => path)).toEqual([
    ['options', 'defaults', 'labels', 'team'],
  ]);
});
