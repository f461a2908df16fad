import fc, { runs } from '../../property';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DialectOptions } from '../../../lib/dialects/dialect';
import { launcher } from '../../../lib/dialects/launcher';
import { jsonSchema } from '../../../lib/dialects/launcher/api';
import type { LauncherOptions } from '../../../lib/dialects/launcher/options';
import type { LauncherJob } from '../../../lib/dialects/launcher/schema';
import type { JobProps } from '../../../lib/workload/model/job';
import { convertWith } from '../convert';

const examples = JSON.parse(
  readFileSync(join(__dirname, '../../../examples/from-launcher/job.json'), 'utf8'),
) as LauncherJob[];
const minimal: LauncherJob = { id: '7', container: { image: 'busybox:1.28' }, command: 'true' };

const convert = (document: unknown, options: DialectOptions & LauncherOptions = {}) => {
  const { workloads, notes, problems } = convertWith(launcher, document, options);
  return { props: workloads[0]?.workload as JobProps | undefined, trace: workloads[0]?.trace ?? [], notes, problems };
};
const container = (document: unknown) => convert(document).props!.containers['rs-launcher-container']!;
const found = (document: unknown, options?: DialectOptions & LauncherOptions): string[] =>
  convert(document, options).problems.map(({ code, severity, path }) => `${severity} ${code} ${path.join('.')}`);

test('the examples use every key and nothing in them is wrong', () => {
  expect(examples.flatMap((job) => convertWith(launcher, job, {}).problems)).toEqual([]);
  const used = new Set(examples.flatMap((job) => Object.keys(job)));
  const known = Object.keys((jsonSchema() as { properties: object }).properties);
  expect(known.filter((key) => !used.has(key))).toEqual([]);
});

test('a minimal job', () => {
  expect(convert(minimal).props).toEqual({
    kind: 'Job',
    name: '7',
    labels: { 'app.kubernetes.io/managed-by': 'launcher' },
    backoffLimit: 0,
    restartPolicy: 'Never',
    containers: { 'rs-launcher-container': { image: 'busybox:1.28', command: ['/bin/sh', '-c', 'true'] } },
    pod: { annotations: { id: '7' }, enableServiceLinks: false },
  });
});

test('options: name, namespace, labels, queue', () => {
  const options: DialectOptions & LauncherOptions = {
    name: 'n',
    namespace: 'ns',
    labels: { team: 'a', 'app.kubernetes.io/managed-by': 'x' },
    queue: 'kueue',
  };
  const { props, problems } = convert({ ...minimal, queues: ['gpu', 'cpu'] }, options);
  expect(problems).toEqual([]);
  expect(props).toMatchObject({ name: 'n', namespace: 'ns', suspend: true });
  expect(props!.labels).toEqual({
    team: 'a',
    'app.kubernetes.io/managed-by': 'launcher',
    'kueue.x-k8s.io/queue-name': 'gpu',
  });
  expect(props!.pod!.annotations).toEqual({ id: '7', queues: '["gpu","cpu"]' });
  expect(convert({ ...minimal, queues: ['gpu'] }).props!.suspend).toBeUndefined();
});

test.each<[string, unknown, string[]]>([
  ['nothing', {}, ['error required id', 'error required container', 'error required command']],
  ['no map', 'x', ['error wrong-type ']],
  ['an empty id', { ...minimal, id: '' }, ['error required id']],
  ['an id that is null', { ...minimal, id: null }, ['error wrong-type id']],
  ['an empty image', { ...minimal, container: { image: '' } }, ['error required container.image']],
  ['no image', { ...minimal, container: { runAsUserId: 1 } }, ['error required container.image']],
  ['command and exe', { ...minimal, exe: '/bin/ls' }, ['error conflict exe']],
  ['an empty command and exe', { ...minimal, command: '', exe: '/bin/ls' }, []],
  ['a command of the wrong type', { ...minimal, command: ['ls'] }, ['error wrong-type command']],
  ['an unknown key', { ...minimal, comand: 'ls' }, ['error unknown-key comand']],
  [
    'an unknown key in a list',
    { ...minimal, environment: [{ name: 'A', value: '', v: 1 }] },
    ['error unknown-key environment.0.v'],
  ],
  [
    'a number as a variable',
    { ...minimal, environment: [{ name: 'A', value: 1 }] },
    ['error wrong-type environment.0.value'],
  ],
  [
    'an unknown mount type',
    { ...minimal, mounts: [{ mountPath: '/a', mountSource: { type: 'NFS', source: {} } }] },
    ['error not-one-of mounts.0.mountSource.type'],
  ],
  [
    'a mount source of another type',
    { ...minimal, mounts: [{ mountPath: '/a', mountSource: { type: 'nfs', source: { path: '/x' } } }] },
    ['error required mounts.0.mountSource.source.host'],
  ],
  [
    'CPU time',
    { ...minimal, resourceLimits: [{ type: 'cpuTime', value: '10' }] },
    ['error loss resourceLimits.0.type'],
  ],
  [
    'an unknown resource',
    { ...minimal, resourceLimits: [{ type: 'cpucount', value: '10' }] },
    ['error loss resourceLimits.0.type'],
  ],
  [
    'memory with a unit',
    { ...minimal, resourceLimits: [{ type: 'memory', value: '8GB' }] },
    ['error bad-format resourceLimits.0.value'],
  ],
  [
    'a resource twice',
    {
      ...minimal,
      resourceLimits: [
        { type: 'cpuCount', value: '1' },
        { type: 'cpuCount', value: '2' },
      ],
    },
    ['warning duplicate resourceLimits.1'],
  ],
  [
    'a variable twice',
    {
      ...minimal,
      environment: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    },
    ['warning duplicate environment.1'],
  ],
  [
    'a secret in two parts',
    { ...minimal, config: [{ name: 'secret', value: 'a:b' }] },
    ['error bad-format config.0.value'],
  ],
  [
    'a secret in four parts',
    { ...minimal, config: [{ name: 'secret', value: 'a:b:c:d' }] },
    ['error bad-format config.0.value'],
  ],
  [
    'two values of one label',
    {
      ...minimal,
      placementConstraints: [
        { name: 'a', value: '1' },
        { name: 'a', value: '2' },
      ],
    },
    ['error loss placementConstraints.1'],
  ],
  [
    'one value of one label twice',
    {
      ...minimal,
      placementConstraints: [
        { name: 'a', value: '1' },
        { name: 'a', value: '1' },
      ],
    },
    [],
  ],
  ['metadata that JSON cannot say', { ...minimal, metadata: { a: [1, NaN] } }, ['error not-data metadata.a.1']],
  [
    'several at once',
    { ...minimal, id: 5, user: 6, nmae: 'x' },
    ['error wrong-type id', 'error wrong-type user', 'error unknown-key nmae'],
  ],
])('%s', (_name, document, expected) => expect(found(document).sort()).toEqual([...expected].sort()));

test('a loss is a warning where the caller says so', () => {
  const document = { ...minimal, comand: 1, resourceLimits: [{ type: 'memorySwap', value: '1' }] };
  expect(found(document, { onLoss: 'warn' })).toEqual([
    'warning unknown-key comand',
    'warning loss resourceLimits.0.type',
  ]);
});

test('Kueue needs a queue', () => {
  expect(found(minimal, { queue: 'kueue' })).toEqual(['error required queues']);
  expect(found({ ...minimal, queues: [''] }, { queue: 'kueue' })).toEqual(['error required queues.0']);
  expect(found({ ...minimal, queues: 'gpu' }, { queue: 'kueue' })).toEqual(['error wrong-type queues']);
});

test('arguments of a command are words of the shell, those of an executable are passed as they are', () => {
  expect(container({ ...minimal, command: 'echo', args: ['a b', "it's", '', '-x', '$HOME'] }).command).toEqual([
    '/bin/sh',
    '-c',
    `echo 'a b' 'it'\\''s' '' -x '$HOME'`,
  ]);
  const { command, args } = container({ ...minimal, command: null, exe: '/bin/echo', args: ['a b', '$HOME', ''] });
  expect({ command, args }).toEqual({ command: ['/bin/echo'], args: ['a b', '$HOME', ''] });
});

test('what Kubernetes would replace is escaped, what it would not is left alone', () => {
  const environment = [
    { name: 'A', value: '$(B) $(C) $$ $A' },
    { name: 'B', value: 'secret://db/password' },
  ];
  const { command, env } = container({ ...minimal, command: 'echo $(A) $(date) $$ $A', environment });
  expect(command![2]).toBe('echo $$(A) $(date) $$$$ $A');
  expect(env).toEqual({ A: { value: '$$(B) $(C) $$$$ $A' }, B: { value: 'secret://db/password' } });
});

test('the last of two variables counts, and problems of it are reported there', () => {
  const { props, trace } = convert({
    ...minimal,
    environment: [{ name: 'A', value: '1' }],
    config: [{ name: 'secret', value: 'db:password:A' }],
  });
  expect(props!.containers['rs-launcher-container']!.env).toEqual({
    A: { valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
  });
  // Of two with the same place in the model the last one counts.
  expect(trace.findLast(({ model }) => model.at(-1) === 'A')?.source).toEqual(['config', 0, 'value']);
});

test('keys such as __proto__ are ordinary', () => {
  const document = JSON.parse(
    '{"id":"7","container":{"image":"a"},"command":"true","environment":[{"name":"__proto__","value":"1"}],"metadata":{"__proto__":{"x":1}},"placementConstraints":[{"name":"__proto__","value":"2"}]}',
  ) as unknown;
  const { props, problems } = convert(document);
  expect(problems).toEqual([]);
  expect(Object.entries(props!.containers['rs-launcher-container']!.env!)).toEqual([['__proto__', { value: '1' }]]);
  expect(Object.entries(props!.pod!.nodeSelector!)).toEqual([['__proto__', '2']]);
  expect(props!.pod!.annotations!['user_metadata']).toBe('{"__proto__":{"x":1}}');
  expect(found(JSON.parse('{"id":"7","container":{"image":"a"},"command":"true","__proto__":{"user":"x"}}'))).toEqual([
    'error unknown-key __proto__',
  ]);
});

test('values that contain themselves, or are deep or wide without end, are refused in time', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  let deep: unknown = 1;
  for (let i = 0; i < 1_000_000; i++) deep = [deep];
  let wide: unknown = 1;
  for (let i = 0; i < 40; i++) wide = [wide, wide];
  for (const [value, code] of [
    [circle, 'not-data'],
    [{ deep }, 'not-data'],
    [{ wide }, 'too-long'],
    [{ big: 1n }, 'not-data'],
  ] as const) {
    expect(found({ ...minimal, metadata: value })[0]).toContain(`error ${code} metadata`);
    const mounts = [{ mountPath: '/a', mountSource: { type: 'passthrough', source: value } }];
    expect(found({ ...minimal, mounts })[0]).toContain(`error ${code} mounts.0.mountSource.source`);
  }
});

test('is recognised by its shape', () => {
  expect([...examples, minimal, { id: '1', exe: '/bin/ls' }].map(launcher.detect)).toEqual([true, true, true, true]);
  const others = [
    null,
    [],
    'x',
    {},
    { id: '1' },
    { id: '1', service: 's', job: { image: 'a', command: ['x'] } },
    { type: 'job', name: 'a', cmd: ['x'], env: [] },
    { containers: { a: { image: 'a' } } },
    { id: '1', command: ['ls'] },
  ];
  expect(others.map(launcher.detect)).toEqual(others.map(() => false));
});

/** All places of a value: of its maps, lists and leaves. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...(path.length > 0 ? [path] : []), ...inner.flatMap(([key, each]) => places(each, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: (string | number)[], change: (inner: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const inner = changed((value as Record<string | number, unknown>)[key], rest, change);
  if (Array.isArray(value))
    return value.flatMap((each, index) => (index !== key ? [each] : inner === undefined ? [] : [inner]));
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([name, each]) =>
      name !== key ? [[name, each]] : inner === undefined ? [] : [[name, inner]],
    ),
  );
}

const other = (value: unknown): unknown =>
  typeof value === 'string'
    ? `${value}x`
    : typeof value === 'number'
      ? value + 1
      : typeof value === 'boolean'
        ? !value
        : 'other';

test.each(examples)('nothing of a job is lost in silence: $name', (job) => {
  const seen = (document: unknown): string => JSON.stringify(convertWith(launcher, document, { onLoss: 'warn' }));
  const before = seen(job);
  for (const path of places(job)) {
    const changes = {
      deleted: () => undefined,
      changed: other,
      'with more': (inner: unknown) =>
        typeof inner === 'object' && inner !== null
          ? Array.isArray(inner)
            ? [...inner, 'more']
            : { ...inner, more: 1 }
          : other(inner),
    };
    for (const [what, change] of Object.entries(changes)) {
      expect([path, what, seen(changed(job, path, change)) !== before]).toEqual([path, what, true]);
    }
  }
});

const SECRET = 'hunter2-hunter2';
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});
const mutated = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constant(undefined), fc.jsonValue(), anything)), { maxLength: 4 }),
  )
  .map(([job, edits]) =>
    edits.reduce<unknown>((document, [at, value]) => {
      const all = places(document).slice(0, 500);
      const path = all[at % all.length] ?? [];
      return path.length === 0 ? document : changed(document, path, () => value);
    }, job),
  );

test('any input gives problems, never an exception, and tells no secret', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: mutated }, { weight: 1, arbitrary: anything }), (document) => {
      const { workloads, problems, notes } = convertWith(launcher, document, {});
      expect(typeof launcher.detect(document)).toBe('boolean');
      expect(workloads.length > 0 || problems.length > 0).toBe(true);
      expect(notes.every(({ path }) => Array.isArray(path))).toBe(true);
    }),
    { numRuns: runs(1000) },
  );
  expect(Object.prototype).not.toHaveProperty('polluted');
  const secrets = {
    ...minimal,
    environment: [{ name: 'A', value: SECRET }],
    config: [{ name: 'secret', value: SECRET }],
    stdin: SECRET,
  };
  const shapes = [
    secrets,
    {
      ...secrets,
      environment: [
        { name: 1, value: SECRET },
        { name: 'B', value: [SECRET] },
      ],
      stdin: [SECRET],
      config: [{ value: { SECRET } }],
    },
  ];
  for (const document of shapes) {
    const { problems, notes } = convertWith(launcher, document, {});
    expect(JSON.stringify([problems, notes])).not.toContain('hunter2');
  }
});
