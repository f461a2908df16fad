import fc, { runs } from '../property';
import { validateManifests } from '../../lib/kube/set';
import { validateManifest } from '../../lib/kube/validate';
import { printPath, printProblems } from '../../lib/report/print';
import type { Problem } from '../../lib/report/problem';

const line = ({ severity, code, path }: Problem): string =>
  `${severity === 'warning' ? '?' : ''}${code} ${printPath(path)}`.trim();
const lines = (object: unknown): string[] => validateManifest(object).map(line);

const container = { name: 'web', image: 'nginx' };
const deployment = (fields: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [container] } },
    ...fields,
  },
});

test('a namespace that is dropped may say anything', () => {
  const ofCluster = (namespace: unknown) =>
    lines({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', namespace } });
  expect(ofCluster('Not A Name')).toEqual(['?dropped metadata.namespace']);
  expect(ofCluster('')).toEqual([]);
  expect(ofCluster(5)).toEqual(['wrong-type metadata.namespace']);
});

describe('kinds', () => {
  test('a sound object has no problems', () => {
    expect(validateManifest(deployment())).toEqual([]);
  });

  test.each<[string, unknown, string[], string | undefined]>([
    ['nothing', undefined, ['wrong-type'], undefined],
    ['a list', [], ['wrong-type'], undefined],
    ['an empty map', {}, ['required apiVersion', 'required kind'], undefined],
    [
      'a number as version',
      { apiVersion: 1, kind: 'Secret', metadata: { name: 'a' } },
      ['wrong-type apiVersion'],
      'Put it in quotes: "1"',
    ],
    ['a kind without a version', { kind: 'Job', metadata: { name: 'a' } }, ['required apiVersion'], 'Write batch/v1'],
    ['no such kind, without a version', { kind: 'Jobb' }, ['required apiVersion'], undefined],
    [
      'a removed version',
      { apiVersion: 'extensions/v1beta1', kind: 'Ingress', metadata: { name: 'a' } },
      ['unknown-kind apiVersion'],
      'Write networking.k8s.io/v1',
    ],
    [
      'a wrong group',
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: 1 } },
      ['wrong-type data.a'],
      'Put it in quotes: "1"',
    ],
    [
      'a kind in the wrong case',
      { apiVersion: 'v1', kind: 'configmap', metadata: { name: 'a' } },
      ['unknown-kind kind'],
      'Did you mean "ConfigMap"?',
    ],
    [
      'no such kind',
      { apiVersion: 'apps/v1', kind: 'Deploymnet', metadata: { name: 'a' } },
      ['unknown-kind kind', 'required spec.selector'],
      'Did you mean "Deployment"?',
    ],
  ])('%s', (_name, object, expected, hint) => {
    const problems = validateManifest(object);
    expect(problems.map(line).slice(0, expected.length)).toEqual(expected);
    expect(problems[0]?.hint).toBe(hint);
  });

  test('a kind in a group of its own is none of ours', () => {
    expect(
      lines({ apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'a' }, spec: { template: {} } }),
    ).toEqual([]);
    expect(lines({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } })).toEqual([]);
    expect(lines({ apiVersion: 'v1', kind: 'ServiceList', items: [] })).toEqual([]);
  });

  test('of a kind that we do not know the metadata is checked, and what no manifest can hold', () => {
    const custom = {
      apiVersion: 'a.b/v1',
      kind: 'Thing',
      metadata: { name: 'a', labels: { 'a b': 'c' }, nmae: 'x' },
      spec: { count: NaN, when: new Date(0) },
    };
    expect(lines(custom).sort()).toEqual([
      'bad-name metadata.labels["a b"]',
      'not-data spec.count',
      'not-data spec.when',
      'unknown-field metadata.nmae',
    ]);
  });
});

describe('everything at once', () => {
  test('shape, unknown fields and values in one pass, each once', () => {
    const object = deployment({ replicas: '3', stratgy: {}, minReadySeconds: -1 });
    const spec = object.spec.template.spec as unknown as { containers: unknown[] };
    spec.containers = [{ ...container, imagePullPolicy: 'always', ports: [{ containerPort: '80' }] }];
    expect(lines(object).sort()).toEqual([
      'not-one-of spec.template.spec.containers[0].imagePullPolicy',
      'out-of-range spec.minReadySeconds',
      'unknown-field spec.stratgy',
      'wrong-type spec.replicas',
      'wrong-type spec.template.spec.containers[0].ports[0].containerPort',
    ]);
  });

  test('the given object stays as it is', () => {
    const object = deployment({
      replicas: null,
      template: { metadata: null, spec: { containers: [null, container] } },
    });
    const before = structuredClone(object);
    validateManifest(object);
    expect(object).toEqual(before);
  });
});

describe('bad input of any kind', () => {
  test('cycles', () => {
    const object = deployment();
    Object.assign(object.spec, { template: object });
    expect(lines(object)).toContain('unknown-field spec.template.apiVersion');
    const custom: Record<string, unknown> = { apiVersion: 'a.b/v1', kind: 'Thing', metadata: { name: 'a' } };
    custom.spec = { self: [custom] };
    expect(validateManifest(custom)).toMatchObject([
      { code: 'not-data', message: expect.stringContaining('contains itself') },
    ]);
  });

  test('nested a million deep', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 1_000_000; i++) deep = [deep];
    expect(lines({ apiVersion: 'a.b/v1', kind: 'Thing', metadata: { name: 'a' }, spec: deep })).toHaveLength(1);
    expect(lines({ ...deployment(), extra: deep })).toEqual(['unknown-field extra']);
    expect(lines({ ...deployment(), metadata: { name: 'web', managedFields: [{ fieldsV1: deep }] } })).toHaveLength(1);
    expect(lines(deep)).toEqual(['wrong-type']);
  });

  test('a value that stands for billions', () => {
    let laughs: unknown = 'ha';
    for (let i = 0; i < 40; i++) laughs = [laughs, laughs, laughs, laughs];
    expect(lines({ apiVersion: 'a.b/v1', kind: 'Thing', metadata: { name: 'a' }, spec: laughs })).toEqual(['too-long']);
  });

  test('values of no manifest', () => {
    for (const value of [1n, Symbol('x'), () => 1, NaN, Infinity, new Map(), new (class A {})()]) {
      const problems = validateManifest(deployment({ replicas: value, paused: value }));
      expect(problems.map(line)).toEqual(['not-data spec.replicas', 'not-data spec.paused']);
      expect(validateManifest({ ...deployment(), extra: value }).map(line)).toEqual(['unknown-field extra']);
    }
  });

  test('what throws when it is read', () => {
    const thrower = Object.defineProperty(deployment(), 'spec', {
      enumerable: true,
      get: () => JSON.parse('') as unknown,
    });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const inside = deployment({ template: proxy });
    const sound = deployment();
    const found = validateManifests([thrower, proxy, inside, sound]);
    expect(found.slice(0, 3).map((problems) => problems.map(line))).toEqual([['not-data'], ['not-data'], ['not-data']]);
    expect(found[3]).toEqual([]);
  });

  test('a list of billions that was never filled', () => {
    const problems = validateManifest({
      apiVersion: 'a.b/v1',
      kind: 'Thing',
      metadata: { name: 'a' },
      spec: new Array(4e9),
    });
    expect(problems.length).toBeLessThan(2000);
  });

  test('anything at all, anywhere, is reported and printed without a crash', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    const kinds = ['Job', 'CronJob', 'Deployment', 'Service', 'Secret', 'ConfigMap', 'Ingress', 'Thing', 'secret'];
    const versions = ['v1', 'apps/v1', 'batch/v1', 'networking.k8s.io/v1', 'a.b/v1'];
    const object = fc.record({
      apiVersion: fc.constantFrom(...versions),
      kind: fc.constantFrom(...kinds),
      metadata: anything,
      spec: anything,
      data: anything,
    });
    const template = anything.map((value) => deployment({ template: value }));
    const pod = fc
      .record({ containers: fc.array(anything), volumes: anything, affinity: anything })
      .map((spec) => deployment({ template: { spec } }));
    fc.assert(
      fc.property(fc.oneof(anything, object, template, pod), (value) => {
        expect(typeof printProblems(validateManifest(value))).toBe('string');
      }),
      { numRuns: runs(2000) },
    );
  });

  test('thousands of mistakes among thousands of names', () => {
    const names = Array.from({ length: 5000 }, (_, i) => `volume${i}`);
    const object = deployment();
    Object.assign(object.spec.template.spec, {
      volumes: names.map((name) => ({ name })),
      containers: [{ ...container, volumeMounts: names.map((name) => ({ name: `${name}x`, mountPath: `/${name}` })) }],
      ...Object.fromEntries(names.map((name) => [name, 1])),
    });
    expect(lines(object).filter((text) => text.startsWith('not-found'))).toHaveLength(5000);
    expect(lines(object).filter((text) => text.startsWith('unknown-field'))).toHaveLength(5000);
  });

  test('keys of the prototype', () => {
    const data = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}');
    expect(lines({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data })).toEqual([]);
    expect(
      lines(
        JSON.parse(
          '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "__proto__": {"data": {"a b": "c"}}}',
        ),
      ),
    ).toEqual(['unknown-field __proto__']);
    expect(lines({ apiVersion: 'constructor', kind: 'toString', metadata: { name: 'a' } })).toEqual([
      'unknown-kind kind',
    ]);
  });
});

describe('size', () => {
  const configMap = (bytes: number) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', annotations: {} },
    data: { a: 'x'.repeat(bytes) },
  });
  const frame = JSON.stringify(configMap(0)).length;

  test('over 3 MiB of JSON nothing is read', () => {
    const many = (count: number) => ({
      apiVersion: 'a.b/v1',
      kind: 'Thing',
      metadata: { name: 'a' },
      spec: 'x'.repeat(count),
    });
    const base = JSON.stringify(many(0)).length;
    expect(validateManifest(many(3_145_728 - base)).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(lines(many(3_145_729 - base))).toEqual(['too-long']);
    // Characters that take several bytes, or an escape, count as what they take.
    expect(lines(many(0.6 * 3_145_728))).toEqual(['?refused-later']);
    expect(lines({ ...many(0), spec: '\u0001'.repeat(0.6 * 3_145_728) })).toEqual(['too-long']);
  });

  test('what etcd and kubectl apply make of it', () => {
    expect(lines(configMap(262_144 - 48 - frame))).toEqual([]);
    expect(validateManifest(configMap(262_144 - 47 - frame))).toMatchObject([
      { severity: 'warning', code: 'refused-later', message: expect.stringContaining('kubectl apply') },
    ]);
    const custom = { apiVersion: 'a.b/v1', kind: 'Thing', metadata: { name: 'a' }, spec: 'x'.repeat(1_572_864) };
    expect(validateManifest(custom)).toMatchObject([
      { severity: 'warning', code: 'refused-later', message: expect.stringContaining('etcd') },
    ]);
  });
});

describe('secrets', () => {
  test('no value of a Secret is ever shown', () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'A', annotations: { 'a b': 'hunter2', c: 'hunter2' } },
      type: 'kubernetes.io/dockerconfigjson',
      data: { a: 'hunter2', 'b c': 'hunter2', '.dockerconfigjson': 'aHVudGVyMg==' },
      stringData: { d: ['hunter2'], 'e f': 'hunter2' },
      passwrod: 'hunter2',
      immutable: 'hunter2-is-not-here',
    };
    const text = JSON.stringify(validateManifest({ ...secret, immutable: false }));
    expect(validateManifest(secret).length).toBeGreaterThan(5);
    expect(text).not.toMatch(/hunter2|aHVudGVyMg/);
    expect(JSON.stringify(validateManifest({ ...secret, kind: 'secret', immutable: false }))).not.toMatch(
      /hunter2|aHVudGVyMg/,
    );
    // Names are no secrets.
    expect(validateManifest(secret).find(({ path }) => path[1] === 'name')).toMatchObject({ value: 'A' });
  });
});
