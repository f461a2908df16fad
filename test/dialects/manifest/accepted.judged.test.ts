// What is read without an error, the API server takes; its routes fit their CRDs.
import fc from '../../property';
import type { ManifestOptions } from '../../../lib/dialects/manifest/options';
import { read } from '../../../lib/read';
import { errorsOf } from '../../../lib/report/problem';
import { kubeconform } from '../../kubeconform/kubeconform';
import { type Oracle, startOracle } from '../../oracle/oracle';
import { RUNS } from '../mutate';
import { seeds } from './documents';

let oracle: Oracle;
beforeAll(async () => (oracle = await startOracle({ version: '1.28' })));
afterAll(() => oracle.close());

const odd = fc.oneof(
  fc.constantFrom('A b', 'x/y', '', 'ключ', 'a'.repeat(64), '1', '-', '.', 'a.b', '/a/../b', '$(A)', 'null', '0o7'),
  fc.string({ maxLength: 6 }),
);
/** Mostly right, now and then not. */
const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: wrong });
const name = mostly(fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/), odd);
const path = mostly(
  name.map((text) => `/${text}`),
  odd,
);
const amount = mostly(
  fc.constantFrom('1', '0.20', '250m', '1Gi', '2e3'),
  fc.constantFrom('0,20', '-1', '200MB', '', '1.5'),
);
const count = mostly(fc.integer({ min: 1, max: 65535 }), fc.constantFrom(-1, 0, 65536, 0.5, 2 ** 40));
const some = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 3 });
const source = fc.oneof(
  fc.record({ persistentVolumeClaim: fc.record({ claimName: name }) }),
  fc.record({ secret: fc.record({ secretName: name, defaultMode: mostly(fc.constant(420), count) }) }),
  fc.record({ configMap: fc.record({ name }) }),
  fc.record({ emptyDir: fc.record({ sizeLimit: amount }, { requiredKeys: [] }) }),
  fc.record({ hostPath: fc.record({ path, type: mostly(fc.constant('Directory'), odd) }) }),
  fc.record({ nfs: fc.record({ server: name, path }) }),
);
const mount = fc.record(
  { name, mountPath: path, readOnly: fc.boolean(), subPath: path.map((text) => text.slice(1)) },
  { requiredKeys: ['mountPath'] },
);
const volume = fc.oneof(
  fc.tuple(mount, source).map(([one, two]) => ({ ...one, ...two })),
  fc.tuple(name, path).map(([claim, at]) => `pvc://${claim}:${at}`),
);
const toleration = fc.record(
  {
    key: name,
    operator: mostly(fc.constantFrom('Equal', 'Exists'), odd),
    value: name,
    effect: fc.constantFrom('NoSchedule', 'NoExecute'),
  },
  { requiredKeys: ['key'] },
);
const published = fc.record(
  {
    access: name,
    prefix: mostly(path, odd),
    rewrite: mostly(path, odd),
    timeout_ms: fc.oneof(count, fc.integer({ min: 0, max: 1e8 })),
    sticky_sessions: fc.boolean(),
    bypass_auth: fc.boolean(),
    icon: mostly(fc.constant('home'), odd),
  },
  { requiredKeys: ['access', 'prefix'] },
);
const cron = mostly(fc.constantFrom('0 5 * * *', '@daily', ''), fc.constantFrom('0 5 * * 7', 'every day', '* * * *'));
const task = fc.record(
  {
    type: fc.constantFrom('job', 'deployment', 'service'),
    name,
    labels: mostly(
      name.map((text) => `app:${text}`),
      odd,
    ),
    'image-source': mostly(fc.constantFrom('a:1', 'ghcr.io/a/b'), odd),
    'image-pull-policy': fc.constantFrom('Always', 'Never', ''),
    env: some(fc.record({ name: mostly(name, odd), value: odd })),
    'svc-account-secret': name,
    cmd: some(odd),
    'cpu-limit': amount,
    'memory-limit': amount,
    'cpu-request': amount,
    'memory-request': amount,
    replicas: mostly(fc.constant(1), count),
    'name-port': name,
    'container-port': count,
    volumes: some(volume),
    tolerations: some(toleration),
    'node-selector': fc.dictionary(name, name, { maxKeys: 2 }),
  },
  { requiredKeys: ['type', 'name', 'labels', 'image-source', 'container-port'] },
);
/** Schedules only on jobs and `published` only on services: elsewhere they are refused at once. */
const document = fc.tuple(task, cron, published, fc.boolean()).map(([rest, schedule, route, more]) => ({
  ...rest,
  ...(more && rest.type === 'job' && { schedule }),
  ...(more && rest.type === 'service' && { published: route }),
}));
const guard = { group: 'traefik.io', kind: 'Middleware', name: 'auth-{group}' };
const targets: readonly ManifestOptions[] = [
  {},
  { expose: { mapping: {} } },
  { expose: { httpRoute: { parentRefs: [{ name: 'public' }], auth: { filter: guard } } } },
  { expose: { ingress: { className: 'nginx', host: 'a.example.com', auth: { url: 'https://sso.example.com/auth' } } } },
];

test('the API server takes what is read without an error', async () => {
  const texts = [...seeds.map(String), ...fc.sample(document, { numRuns: RUNS }).map((each) => JSON.stringify(each))];
  let accepted = 0;
  const routes: string[] = [];
  for (const [index, text] of texts.entries()) {
    const { workloads, problems } = read(text, {
      dialect: 'manifest',
      kubernetes: oracle.version,
      namespace: 'tasks',
      manifest: targets[index % targets.length],
    });
    if (errorsOf(problems).length > 0) continue;
    accepted++;
    for (const object of workloads.flatMap(({ manifests }) => manifests)) {
      if (object.kind === 'HTTPRoute' || object.kind === 'Mapping') {
        routes.push(JSON.stringify(object));
        continue;
      }
      const { ok, errors } = await oracle.create(object);
      if (!ok) throw new Error(`${JSON.stringify(errors)}\n${text}`);
    }
  }
  expect(accepted).toBeGreaterThan(texts.length / 10);
  expect(routes.length).toBeGreaterThan(accepted / 30);
  expect((await kubeconform(routes, '1.28')).errors).toEqual([]);
}, 600_000);
