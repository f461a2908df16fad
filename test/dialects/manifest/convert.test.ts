// manifest.json: the document type, recognition, that no key is lost silently, and that no input breaks it.
import fc, { runs } from '../../property';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DialectOptions } from '../../../lib/dialects/dialect';
import { manifest } from '../../../lib/dialects/manifest';
import type { ManifestOptions } from '../../../lib/dialects/manifest/options';
import type { Manifest, manifestSchema } from '../../../lib/dialects/manifest/schema';
import { printProblems } from '../../../lib/report/print';
import { convertWith } from '../convert';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;
const sameType: Equal<Mutable<Manifest>, Mutable<(typeof manifestSchema)['_zod']['output']>> = true;

test('the interface is the schema', () => expect(sameType).toBe(true));

const seeds = join(__dirname, '../../../examples/from-manifest');
const documents = readdirSync(seeds, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }): unknown => JSON.parse(readFileSync(join(seeds, name, 'manifest.json'), 'utf8')));

test('the example documents are as received, tabs and all', () => {
  const service = readFileSync(join(seeds, 'service', 'manifest.json'), 'utf8');
  expect(service).toContain('\n    "published" : {\n\t    "access": "dev",\n    \t"prefix": "/app/"\n\t},\n');
  for (const name of ['job', 'cronjob', 'deployment', 'service', 'job-built']) {
    const golden = readFileSync(join(__dirname, 'cases', `seed-${name}`, 'input.json'), 'utf8');
    expect(golden).toBe(readFileSync(join(seeds, name, 'manifest.json'), 'utf8'));
  }
});

/** Every key at once. */
const full: Manifest = {
  type: 'service',
  name: 'web',
  labels: 'app:web,tier:front',
  'image-source': 'web:1',
  'image-destination': '',
  'image-pull-policy': 'IfNotPresent',
  env: [{ name: 'PASSWORD', value: 'hunter2' }],
  'svc-account-secret': 'sa',
  cmd: ['serve'],
  'cpu-limit': '2',
  'memory-limit': '1Gi',
  'cpu-request': '1',
  'memory-request': '512Mi',
  schedule: '',
  replicas: 2,
  'name-port': 'web',
  'container-port': 8080,
  volumes: [
    'pvc://a:/a',
    {
      name: 'b',
      mountPath: '/b',
      readOnly: true,
      subPath: 'x',
      persistentVolumeClaim: { claimName: 'b', readOnly: true },
    },
    { mountPath: '/c', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
  ],
  tolerations: [{ key: 'a', operator: 'Equal', value: 'b', effect: 'NoExecute', tolerationSeconds: 1 }],
  'node-selector': { disk: 'ssd' },
  published: {
    access: 'dev',
    prefix: '/app/',
    rewrite: '/',
    timeout_ms: 1000,
    sticky_sessions: true,
    bypass_auth: false,
    displayed_name: 'App',
    icon: 'home',
    visible: false,
  },
};
const routed: ManifestOptions = { expose: { mapping: {} } };

test('every key has a fate that a note tells', () => {
  const { notes, problems } = convertWith(manifest, full, routed);
  expect(problems).toEqual([]);
  const told = new Set(notes.map(({ path }) => path[0]));
  expect(Object.keys(full).filter((key) => !told.has(key))).toEqual([]);
  const published = new Set(notes.filter(({ path }) => path[0] === 'published').map(({ path }) => path[1]));
  expect(Object.keys(full.published!).filter((key) => !published.has(key))).toEqual([]);
});

test('images that are to be built are listed with their folder', () => {
  const images = documents.flatMap((document) => convertWith(manifest, document, {}).images ?? []);
  expect(images).toEqual([
    { image: 'gcr.io/affini-tech-datalab/gs_to_gs:0.1', context: '.' },
    { image: 'gcr.io/datataskio/launch_pipeline:0.2', context: '.' },
    { image: 'gcr.io/affini-tech-datalab/gs_to_gs:0.1', context: '.' },
    { image: 'gcr.io/datataskio/gs_to_gs:0.1', context: '.' },
  ]);
});

test.each<[unknown, boolean]>([
  [full, true],
  [{ 'image-source': 'a' }, true],
  [{ 'image-destination': null }, true],
  [{ type: 'job' }, true],
  [{ type: 'jobb', name: 'a', labels: 'a:b' }, true],
  [{ type: 'basic', data: {} }, false],
  [{ apiVersion: 'v1', kind: 'Secret', type: 'Opaque', metadata: { name: 'a', labels: {} } }, false],
  [{ containers: {}, labels: {} }, false],
  [{ id: '1', service: 'x', job: {} }, false],
  [Object.create({ type: 'job' }), false],
  [null, false],
  [[], false],
  ['job', false],
])('recognises %j: %s', (document, want) => expect(manifest.detect(document)).toBe(want));

test('the access group reaches the route, so that it is guarded or refused', () => {
  for (const ingress of [{ className: 'nginx' }, { className: 'traefik' }]) {
    const published = { access: 'dev', prefix: '/' };
    const { workloads } = convertWith(manifest, { ...full, published }, { expose: { ingress } });
    expect((workloads[0]!.workload as { expose: unknown }).expose).toMatchObject({ auth: { group: 'dev' }, ingress });
  }
});

test('for an Ingress of another class the timeout is not filled in, since it could not be said', () => {
  const published = { access: 'dev', prefix: '/' };
  const { workloads, problems, notes } = convertWith(
    manifest,
    { ...full, published },
    { expose: { ingress: { className: 'traefik' } } },
  );
  expect(problems).toEqual([]);
  expect((workloads[0]!.workload as { expose: object }).expose).not.toHaveProperty('timeout');
  expect(notes).toContainEqual(
    expect.objectContaining({ fate: 'defaulted', path: ['published', 'timeout_ms'], message: "the controller's own" }),
  );
});

/** Everything that a change may show in. */
const result = (document: unknown): string => {
  const { workloads, notes, problems } = convertWith(manifest, document, routed);
  return JSON.stringify([workloads.map(({ workload }) => workload), notes, problems]);
};

/** All documents that differ from this one in a single place: a leaf changed, a key left out, a key more. */
function neighbours(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => [
      value.filter((_, other) => other !== index),
      ...neighbours(item).map((changed) => value.map((same: unknown, other) => (other === index ? changed : same))),
    ]);
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return [
      Object.fromEntries([...entries, ['surplus', 1]]),
      ...entries.flatMap(([key, item], index) => [
        Object.fromEntries(entries.filter((_, other) => other !== index)),
        ...neighbours(item).map((changed) =>
          Object.fromEntries(entries.map(([name, same]) => [name, name === key ? changed : same])),
        ),
      ]),
    ];
  }
  if (typeof value === 'string') return [`${value}x`, 1];
  return typeof value === 'number' ? [value + 1, 'x'] : [!value, 'x'];
}

test('nothing is lost silently: every change of a document shows in the workload, the notes or the problems', () => {
  const job = { type: 'job', name: 'a', labels: 'a:b', 'image-source': 'a:1', schedule: '@daily', replicas: 1 };
  let changes = 0;
  for (const document of [...documents, full, job]) {
    const before = result(document);
    for (const changed of neighbours(document)) {
      changes++;
      if (result(changed) === before) throw new Error(`no trace of the change to ${JSON.stringify(changed)}`);
    }
  }
  expect(changes).toBeGreaterThan(200);
});

const options = fc.constantFrom<DialectOptions & ManifestOptions>(
  {},
  routed,
  { onLoss: 'warn', expose: { ingress: { className: 'traefik' } } },
  { svcAccount: 'serviceAccountName', name: 'n', namespace: 'ns', labels: { a: 'b' } },
);
const key = fc.constantFrom(
  ...Object.keys(full),
  ...Object.keys(full.published!),
  '__proto__',
  'constructor',
  'toString',
  'x',
);
const leaf = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>('', null, NaN, 10n, undefined, '\ud800', () => 1, Symbol('s'), new Date(0)),
);

/** A seed with some of its keys replaced, at the root or below `published`. */
const mutated = fc
  .tuple(
    fc.constantFrom(...documents, full),
    fc.array(fc.tuple(key, leaf), { maxLength: 4 }),
    fc.array(fc.tuple(key, leaf), { maxLength: 3 }),
  )
  .map(([document, outer, inner]) => {
    const published = (document as Manifest).published;
    const within =
      published && inner.length > 0
        ? [['published', Object.fromEntries([...Object.entries(published), ...inner])]]
        : [];
    return Object.fromEntries([...Object.entries(document as object), ...within, ...outer]) as unknown;
  });

test('no input makes it throw, pollutes a prototype or shows the value of a variable', () => {
  fc.assert(
    fc.property(
      fc.oneof({ arbitrary: mutated, weight: 4 }, { arbitrary: fc.anything(), weight: 1 }),
      options,
      (document, more) => {
        manifest.detect(document);
        const { problems, notes } = convertWith(manifest, document, more);
        expect(printProblems(problems)).not.toContain('hunter2');
        expect(notes.map(({ message }) => message).join()).not.toContain('hunter2');
        expect(Object.hasOwn(Object.prototype, 'value')).toBe(false);
      },
    ),
    { numRuns: runs(1000) },
  );
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test('no value of a variable is shown, however env is misspelled', () => {
  const wrongs = [
    { PASSWORD: 'hunter2' },
    'PASSWORD=hunter2',
    ['PASSWORD=hunter2'],
    [{ name: 'PASSWORD', value: ['hunter2'] }],
    [{ name: 'P', valeu: 'hunter2' }],
  ];
  for (const env of wrongs) {
    const { problems } = convertWith(manifest, { ...full, env }, routed);
    expect(problems).not.toEqual([]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  }
});

test('a big document', () => {
  const many = <T>(item: (index: number) => T): T[] => Array.from({ length: 20_000 }, (_, index) => item(index));
  const { problems } = convertWith(
    manifest,
    {
      ...full,
      labels: many((index) => `k${index}:v`).join(','),
      env: many((index) => ({ name: `V${index % 10_000}`, value: 'x' })),
      volumes: many((index) => ({ mountPath: `/m${index}`, emptyDir: {} })),
    },
    routed,
  );
  expect(problems.length).toBe(10_000);
});
