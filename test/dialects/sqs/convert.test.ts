import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DialectOptions } from '../../../lib/dialects/dialect';
import { sqs } from '../../../lib/dialects/sqs';
import type { SqsOptions } from '../../../lib/dialects/sqs/options';
import type { JobProps } from '../../../lib/workload/model/job';
import { convertWith } from '../convert';

const text = readFileSync(join(__dirname, '../../../examples/from-sqs/message.json'), 'utf8');
const ID = '31a89a91-43d8-4786-a195-9b25cec28a44';

/** The page's message with changes to its job and to itself. */
function message(job: object = {}, top: object = {}): Record<string, unknown> {
  const page = JSON.parse(text) as { job: object };
  return { ...page, ...top, job: { ...page.job, ...job } };
}

function read(document: unknown, options: DialectOptions & SqsOptions = {}) {
  const converted = convertWith(sqs, document, options);
  return {
    ...converted,
    job: converted.workloads[0]?.workload as JobProps,
    found: converted.problems.map(({ code, severity, path }) => `${severity} ${code} ${path.join('.')}`),
  };
}

test('the message of the page, as printed', () => {
  const { job, found } = read(JSON.parse(text));
  const digest = createHash('sha256').update(ID).digest('hex');
  expect(found).toEqual(['warning suspicious job.volume:']);
  expect(job).toEqual({
    kind: 'Job',
    name: `bb-${digest.slice(0, 8)}`,
    namespace: 'default',
    labels: { 'app.kubernetes.io/name': 'example', jobId: ID },
    annotations: { 'sqs/message-id': ID, 'sqs/webhook-url': 'http://webhook.com' },
    ttlSecondsAfterFinished: 60,
    backoffLimit: 0,
    activeDeadlineSeconds: 600,
    restartPolicy: 'Never',
    containers: {
      example: {
        image: 'busybox',
        command: ['/bin/sh', '-c', 'echo Hello World && sleep 30 && exit 0'],
        imagePullPolicy: 'IfNotPresent',
        resources: { limits: { cpu: '1', memory: '512Mi' }, requests: { cpu: '500m', memory: '256Mi' } },
        dirs: { '/workdir': 'pvc://ps-pvc' },
      },
    },
    pod: {
      annotations: { 'sidecar.istio.io/inject': 'false' },
      enableServiceLinks: false,
      serviceAccountName: 'default',
      nodeSelector: { 'kubernetes.io/hostname': 'k8s-node-1' },
      tolerations: [{ key: 'key', operator: 'Equal', value: 'value', effect: 'NoSchedule' }],
    },
  });
});

test('the name is the one that the page shows for this message', () => {
  expect(read(JSON.parse(text)).job.name).toBe('bb-fbe70e59');
});

test('the same id names the same Job, another id another', () => {
  const name = (id: string) => read(message({}, { id })).job.name;
  expect(name(ID)).toBe(name(ID));
  expect(name(ID)).not.toBe(name('31a89a91-43d8-4786-a195-9b25cec28a45'));
});

test('nameSuffix and name override the name', () => {
  expect(read(message(), { nameSuffix: 'x1' }).job.name).toBe('bb-x1');
  const named = read(message(), { name: 'nightly', nameSuffix: 'x1' });
  expect(named.job.name).toBe('nightly');
  expect(named.notes).toContainEqual(expect.objectContaining({ fate: 'ignored', path: ['job', 'prefixName'] }));
});

test.each(['order/42', '-leading', 'x'.repeat(64), 'äpfel'])('an id that is no label value gets a digest: %s', (id) => {
  const { job } = read(message({}, { id }));
  expect(job.labels?.jobId).toMatch(/^[0-9a-f]{16}$/);
  expect(job.labels?.jobId).toBe(createHash('sha256').update(id).digest('hex').slice(0, 16));
  expect(job.annotations?.['sqs/message-id']).toBe(id);
});

test('a time to live below a minute is an error, a minute is not', () => {
  expect(read(message({ ttlSecondsAfterFinished: 59 })).found).toContain(
    'error out-of-range job.ttlSecondsAfterFinished',
  );
  expect(read(message({ ttlSecondsAfterFinished: 59 })).job).not.toHaveProperty('ttlSecondsAfterFinished');
  expect(read(message({ ttlSecondsAfterFinished: 60 })).job.ttlSecondsAfterFinished).toBe(60);
});

test('an absolute mount path is kept, `volume` is taken without a warning', () => {
  const { job, found } = read(message({ volume: { pvc: 'data', mountPath: '/data' }, 'volume:': undefined }));
  expect(found).toEqual([]);
  expect(job.containers.example?.dirs).toEqual({ '/data': 'pvc://data' });
});

test('`volume` and `volume:` together are a conflict', () => {
  expect(read(message({ volume: { pvc: 'data', mountPath: '/data' } })).found).toEqual(['error conflict job.volume:']);
});

test('a claim cannot smuggle in options', () => {
  const { job, found } = read(message({ 'volume:': { pvc: 'ps-pvc?readOnly=true', mountPath: '/x' } }));
  expect(found).toContain('error bad-name job.volume:.pvc');
  expect(job.containers.example).not.toHaveProperty('dirs');
});

test('env is literal, also where it looks like a reference; the last of a name counts', () => {
  const env = [
    { name: 'A', value: 'secret://db/password' },
    { name: '__proto__', value: 'p' },
    { name: 'B', value: '1' },
    { name: 'B', value: '' },
  ];
  const { job, found } = read(message({ env }));
  expect(Object.entries(job.containers.example?.env ?? {})).toEqual([
    ['A', { value: 'secret://db/password' }],
    ['__proto__', { value: 'p' }],
    ['B', { value: '' }],
  ]);
  expect(found).toContain('warning duplicate job.env.3.name');
});

test('a wrong env value is not shown', () => {
  const { problems } = read(message({ env: [{ name: 'TOKEN', value: 4711 }] }));
  expect(JSON.stringify(problems)).not.toContain('4711');
  expect(problems).toContainEqual(expect.objectContaining({ code: 'wrong-type', path: ['job', 'env', 0, 'value'] }));
});

test('envRef in any letter case', () => {
  const envRef = [
    { name: 'a', type: 'configMap' },
    { name: 'b', type: 'SECRET' },
    { name: 'c', type: 'vault' },
  ];
  const { job, found, workloads } = read(message({ envRef }));
  expect(job.containers.example?.envFrom).toEqual(['configmap://a', 'secret://b']);
  expect(found).toContain('error not-one-of job.envRef.2.type');
  expect(workloads[0]?.trace).toContainEqual({
    model: ['containers', 'example', 'envFrom', 1],
    source: ['job', 'envRef', 1, 'name'],
  });
});

test('GPUs: limit, label and one such pod a node', () => {
  const { job } = read(message({ gpuEnable: true, gpuNumber: 2 }));
  expect(job.containers.example?.resources).toMatchObject({ limits: { cpu: '1', 'nvidia.com/gpu': '2' } });
  expect(job.labels).toMatchObject({ gpuType: '1' });
  expect(job.pod?.affinity).toEqual({
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: { matchLabels: { gpuType: '1' } }, topologyKey: 'kubernetes.io/hostname' },
      ],
    },
  });
  expect(read(message({ gpuEnable: true })).job.containers.example?.resources).toMatchObject({
    limits: { 'nvidia.com/gpu': '1' },
  });
});

test('GPUs that are not enabled are noted', () => {
  const { job, notes } = read(message({ gpuEnable: false, gpuNumber: 2 }));
  expect(job.pod).not.toHaveProperty('affinity');
  expect(notes).toContainEqual({ fate: 'ignored', path: ['job', 'gpuNumber'], message: '`gpuEnable` is not true' });
  expect(read(message({ gpuEnable: true, gpuNumber: 0 })).found).toContain('error out-of-range job.gpuNumber');
});

test('null and "" mean not set, with a note', () => {
  const unset = {
    serviceAccount: '',
    nodeSelector: null,
    toleration: null,
    'volume:': null,
    args: [],
    namespace: null,
  };
  const { job, notes, found } = read(message(unset, { webhook: null }), { namespace: 'jobs' });
  expect(found).toEqual([]);
  expect(job.namespace).toBe('jobs');
  expect(Object.keys(job.pod ?? {})).toEqual(['enableServiceLinks', 'annotations']);
  for (const [key, value] of Object.entries(unset)) {
    const message = `${JSON.stringify(value)} means not set`;
    expect(notes).toContainEqual({ fate: 'ignored', path: ['job', key], message });
  }
});

test("the caller's labels give way to the message's", () => {
  const { job } = read(message(), { labels: { team: 'a', jobId: 'x' } });
  expect(job.labels).toEqual({ team: 'a', jobId: ID, 'app.kubernetes.io/name': 'example' });
});

test('an unknown key is an error, or a warning when the caller says so', () => {
  const document = message({ backofLimit: 1 }, { webhok: {} });
  const { problems } = read(document);
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'unknown-key',
      severity: 'error',
      path: ['job', 'backofLimit'],
      hint: 'Did you mean "backoffLimit"?',
    }),
  );
  expect(read(document, { onLoss: 'warn' }).found.sort()).toEqual([
    'warning suspicious job.volume:',
    'warning unknown-key job.backofLimit',
    'warning unknown-key webhok',
  ]);
});

test('all problems at once, the rest is still converted', () => {
  const { found, job } = read(
    message(
      { image: undefined, command: 'ls', ttlSecondsAfterFinished: 1, backoffLimit: '0' },
      { webhook: { url: 'ftp://x' } },
    ),
  );
  expect(found.sort()).toEqual([
    'error bad-url webhook.url',
    'error out-of-range job.ttlSecondsAfterFinished',
    'error required job.image',
    'error wrong-type job.backoffLimit',
    'error wrong-type job.command',
    'warning suspicious job.volume:',
  ]);
  expect(job.activeDeadlineSeconds).toBe(600);
});

test.each([undefined, null, 1, 'x', [], {}, { job: [] }, { job: 1, id: 'x', service: 'y' }])(
  '%j is refused',
  (document) => {
    const { problems, workloads } = convertWith(sqs, document, {});
    expect(workloads).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  },
);

test('keys that other languages dislike are ordinary', () => {
  const { found } = read(
    JSON.parse('{"id":"1","service":"__proto__","job":{"prefixName":"a","image":"b","__proto__":{"polluted":1}}}'),
  );
  expect(found).toEqual(['error unknown-key job.__proto__']);
  const { job } = read(JSON.parse('{"id":"1","service":"__proto__","job":{"prefixName":"a","image":"b"}}'));
  expect(Object.keys(job.containers)).toEqual(['__proto__']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
