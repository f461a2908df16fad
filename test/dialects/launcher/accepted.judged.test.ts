// What is read without an error, the API server takes.
import fc, { runs } from '../../property';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '../../../lib/read';
import { errorsOf } from '../../../lib/report/problem';
import { type Oracle, startOracle } from '../../oracle/oracle';

const examples = JSON.parse(
  readFileSync(join(__dirname, '../../../examples/from-launcher/job.json'), 'utf8'),
) as object[];

let oracle: Oracle;
beforeAll(async () => (oracle = await startOracle({ version: '1.28' })));
afterAll(() => oracle.close());

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'web-1',
    'A b',
    'x/y',
    '',
    'ключ',
    'a'.repeat(64),
    '1',
    '0',
    '0.5',
    '100m',
    '/a',
    '/a/../b',
    'a=b',
    '$(A)',
    '-',
    '.',
  ),
  fc.string({ maxLength: 6 }),
);
const name = fc.oneof(
  { weight: 30, arbitrary: fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/) },
  { weight: 1, arbitrary: word },
);
const path = fc.oneof({ weight: 30, arbitrary: name.map((text) => `/${text}`) }, { weight: 1, arbitrary: word });
const number = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 1, max: 65535 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0, 65536, 2147483648) },
);
const amount = fc.oneof(
  fc.integer({ min: 0, max: 8 }).map(String),
  fc.constantFrom('0.5', '1e3', '250m', '-1', '1.0', 'x', '1Gi'),
);
const source = fc.oneof(
  fc.record({ type: fc.constant('host'), source: fc.record({ path }) }),
  fc.record({ type: fc.constant('nfs'), source: fc.record({ host: name, path }) }),
  fc.record({ type: fc.constant('azureFile'), source: fc.record({ secretName: name, shareName: name }) }),
  fc.record({ type: fc.constant('glusterFs'), source: fc.record({ endpoints: name, path: word }) }),
  fc.record({
    type: fc.constant('cephFs'),
    source: fc.record(
      { monitors: fc.array(name, { maxLength: 2 }), secretRef: name, path: word },
      { requiredKeys: ['monitors'] },
    ),
  }),
  fc.record({
    type: fc.constant('passthrough'),
    source: fc.oneof(
      fc.record(
        { name, emptyDir: fc.record({ sizeLimit: amount }, { requiredKeys: [] }) },
        { requiredKeys: ['emptyDir'] },
      ),
      fc.record({
        persistentVolumeClaim: fc.record({ claimName: name, readOnly: fc.boolean() }, { requiredKeys: ['claimName'] }),
      }),
      fc.record({ configMap: fc.record({ name, defaultMode: number }, { requiredKeys: ['name'] }) }),
    ),
  }),
);
const some = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 3 });
const job = fc.record(
  {
    id: fc.oneof(name, word),
    name: word,
    user: word,
    queues: some(name),
    container: fc.record(
      { image: fc.oneof(name, fc.constant('ghcr.io/a/b:1')), runAsUserId: number, supplementalGroupIds: some(number) },
      { requiredKeys: ['image'] },
    ),
    command: fc.string({ minLength: 1, maxLength: 10 }),
    args: some(word),
    workingDirectory: path,
    stdin: word,
    host: name,
    environment: some(fc.record({ name, value: word })),
    placementConstraints: some(fc.record({ name, value: word })),
    exposedPorts: some(
      fc.record(
        { targetPort: number, publishedPort: number, protocol: fc.constantFrom('tcp', 'UDP', '') },
        { requiredKeys: ['targetPort'] },
      ),
    ),
    mounts: some(
      fc.record(
        { mountPath: path, readOnly: fc.boolean(), mountSource: source },
        { requiredKeys: ['mountPath', 'mountSource'] },
      ),
    ),
    config: some(
      fc.oneof(
        fc.record({ name, value: word }),
        fc.record({ name: fc.constant('secret'), value: fc.tuple(name, name, name).map((parts) => parts.join(':')) }),
      ),
    ),
    resourceLimits: some(
      fc.record({
        type: fc.constantFrom('cpuCount', 'memory', 'CPU Request', 'Memory Request', 'NVIDIA GPUs'),
        value: amount,
      }),
    ),
    tags: some(word),
    metadata: fc.dictionary(word, fc.jsonValue({ maxDepth: 1 })),
  },
  { requiredKeys: ['id', 'container', 'command'] },
);

test('the API server takes what is read without an error', async () => {
  const jobs = [...examples, ...fc.sample(job, { numRuns: runs(1500) })];
  let accepted = 0;
  for (const document of jobs) {
    const { workloads, problems } = read(JSON.stringify(document), {
      dialect: 'launcher',
      kubernetes: oracle.version,
      namespace: 'jobs',
      launcher: {
        queue: 'queues' in document && (document.queues as string[]).length > 0 ? 'kueue' : undefined,
      },
    });
    if (errorsOf(problems).length > 0) continue;
    accepted++;
    for (const object of workloads.flatMap(({ manifests }) => manifests)) {
      const { ok, errors } = await oracle.create(object);
      if (!ok) throw new Error(`${JSON.stringify(errors)}\n${JSON.stringify(document)}`);
    }
  }
  expect(accepted).toBeGreaterThan(jobs.length / 10);
}, 600_000);
