// explain: the fate of every key, in words and for programs, and the next runs.
import { join } from 'node:path';
import { printPath } from '../../lib/report/print';
import { folderWith, manifest, run } from './run';

const stdin = `${JSON.stringify(
  manifest('load', {
    'image-source': '',
    'image-destination': 'example.com/load:1',
    schedule: '30 2 * * *',
    'cpu-limit': '1',
    replicas: 1,
    cmd: [],
    env: [{ name: 'TOKEN', value: 's3cr3t' }],
    'svc-account-secret': 'robot',
  }),
  null,
  2,
)}\n`;

test('a table of every key', async () => {
  const { code, out, err } = await run(['explain', '-'], { stdin });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const lines = out.split('\n');
  expect(lines[0]).toBe('-:1:1: manifest');
  expect(lines[1]).toBe('Job load becomes CronJob load');
  const row = (key: string): string => lines.find((line) => line.includes(` ${key} `)) ?? '';
  expect(row('cpu-limit')).toMatch(/^8 +cpu-limit +mapped +CronJob load:$/);
  expect(out).toContain('spec.jobTemplate.spec.template.spec.containers[0].resources.limits.cpu');
  expect(row('labels')).toMatch(/mapped +CronJob load: metadata\.labels, and in 1 more$/);
  expect(row('image-source')).toMatch(/ignored +is empty, which means not set$/);
  expect(row('replicas')).toMatch(/ignored +a job runs one pod anyway$/);
  expect(row('env')).toContain('defaulted');
  expect(out).toContain('Image to build: example.com/load:1, from the folder .');
  expect(out).not.toContain('s3cr3t');
});

test('what came from the defaults of the organisation', async () => {
  const cwd = folderWith({
    'platform.yaml': 'defaults:\n  labels: { team: etl }\n  container: { resources: { memory: 256Mi } }\n',
    'task.json': stdin,
  });
  const { code, out } = await run(['explain', 'task.json', '--options', 'platform.yaml'], { cwd });
  expect(code).toBe(0);
  const text = out.replace(/\s+/g, ' ');
  expect(text).toContain('metadata.labels.team, and in 1 more = "etl", from defaults.labels');
  expect(text).toContain('resources.limits.memory = "256Mi", from defaults.container.resources');
});

test('no line is wider than the terminal', async () => {
  const { out } = await run(['explain', '-'], { stdin });
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
});

test.each<[string | undefined, string[]]>([
  ['Europe/Paris', ['Sun 2026-03-29 03:30 +02:00']],
  [undefined, ['Sun 2026-03-29 02:30 +00:00', 'Mon 2026-03-30 02:30 +00:00', 'Tue 2026-03-31 02:30 +00:00']],
  ['Asia/Kolkata', ['Sun 2026-03-29 08:00 +05:30']],
])('the next runs in %s (2:30 is left out when summer time begins)', async (timeZone, expected) => {
  const schedule = timeZone === 'Europe/Paris' ? '30 2,3 * * *' : timeZone === undefined ? '30 2 * * *' : '0 8 * * *';
  const document = {
    job: { containers: { main: { image: 'busybox:1.28' } }, schedule, ...(timeZone && { timeZone }) },
  };
  const { code, out } = await run(['explain'], { stdin: JSON.stringify(document) });
  expect(code).toBe(0);
  const runs = out.slice(out.indexOf('Next runs')).trimEnd().split('\n').slice(1);
  expect(runs).toHaveLength(5);
  expect(runs.slice(0, expected.length).map((line) => line.trim())).toEqual(expected);
});

test('a schedule that never fires', async () => {
  const document = { job: { containers: { main: { image: 'busybox:1.28' } }, schedule: '0 0 30 2 *' } };
  expect((await run(['explain'], { stdin: JSON.stringify(document) })).out).toContain('it never fires');
});

test('what is lost stands in the table, and is an error', async () => {
  const { code, out, err } = await run(['explain'], {
    stdin: JSON.stringify(manifest('load', { replicas: 3, colour: 'red' })),
  });
  expect(code).toBe(1);
  expect(out).toMatch(/replicas +lost +/);
  expect(out).toMatch(/colour +lost +is not a known key/);
  expect(err).toContain('replicas: is only for a service or deployment');
});

test('for programs', async () => {
  const { code, out } = await run(['explain', '--report', 'json'], { stdin });
  expect(code).toBe(0);
  const { documents } = JSON.parse(out);
  expect(documents).toHaveLength(1);
  expect(documents[0]).toMatchObject({ source: '-', document: 0, dialect: 'manifest', problems: [] });
  expect(documents[0].workloads).toEqual([{ kind: 'Job', name: 'load', objects: ['CronJob load'] }]);
  expect(documents[0].keys).toContainEqual({
    path: ['cpu-limit'],
    fate: 'mapped',
    to: ['containers', 'load', 'resources', 'limits', 'cpu'],
    becomes: [
      {
        object: 'CronJob load',
        path: ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', 0, 'resources', 'limits', 'cpu'],
      },
    ],
    line: 8,
    column: 3,
  });
  expect(documents[0].images).toEqual([{ image: 'example.com/load:1', context: '.' }]);
  expect(documents[0].schedules[0].next[0]).toBe('2026-03-29T02:30:00.000Z');
});

test('the examples are explained without a fault', async () => {
  const files = [
    'from-manifest/service/manifest.json',
    'from-sqs/message.json',
    'from-launcher/job.json',
    'from-kam/probe.k',
  ];
  for (const file of files) {
    const { code, out } = await run(['explain', join(__dirname, '../../examples', file)]);
    expect({ file, code }).toEqual({ file, code: 0 });
    expect(out).toContain('Where it went');
  }
});

test.each<[string, object, Record<string, string>]>([
  [
    'mapping',
    { mapping: {} },
    {
      prefix: 'Mapping web: spec.prefix',
      rewrite: 'Mapping web: spec.rewrite',
      timeout_ms: 'Mapping web: spec.timeout_ms',
      sticky_sessions: 'Mapping web: spec.resolver',
      icon: 'Service web: metadata.annotations["datatask.io/icon"]',
    },
  ],
  [
    'httpRoute',
    {
      httpRoute: { parentRefs: [{ name: 'gate' }], auth: { filter: { group: 'a.b', kind: 'Guard', name: '{group}' } } },
    },
    {
      prefix: 'HTTPRoute web: spec.rules[0].matches',
      rewrite: 'HTTPRoute web: spec.rules[0].filters[1]',
      timeout_ms: 'HTTPRoute web: spec.rules[0].timeouts',
      sticky_sessions: 'HTTPRoute web: spec.rules[0].sessionPersistence',
      access: 'HTTPRoute web: spec.rules[0].filters[0].extensionRef.name',
    },
  ],
  [
    'ingress',
    { ingress: { className: 'nginx', host: 'a.b', auth: { url: 'https://guard.a.b/auth' } } },
    {
      rewrite: 'Ingress web: metadata.annotations["nginx.ingress.kubernetes.io/use-regex"]',
      timeout_ms: 'Ingress web: metadata.annotations["nginx.ingress.kubernetes.io/proxy-read-timeout"]',
      sticky_sessions: 'Ingress web: metadata.annotations["nginx.ingress.kubernetes.io/affinity"]',
      access: 'Ingress web: metadata.annotations["nginx.ingress.kubernetes.io/auth-url"]',
    },
  ],
])('of a published service each key names the field that was emitted: %s', async (_, expose, expected) => {
  const published = { access: 'staff', prefix: '/web/', timeout_ms: 5000, sticky_sessions: true, icon: 'home' };
  const cwd = folderWith({
    'manifest.json': manifest('web', { type: 'service', 'container-port': 80, published }),
    'options.json': { manifest: { expose } },
  });
  const { out, err } = await run(['explain', 'manifest.json', '--options', 'options.json', '--report', 'json'], {
    cwd,
  });
  expect(err).not.toContain('error');
  interface Key {
    readonly path: string[];
    readonly becomes?: readonly { readonly object: string; readonly path: (string | number)[] }[];
  }
  const { keys } = (JSON.parse(out) as { documents: { keys: Key[] }[] }).documents[0]!;
  const found = Object.fromEntries(
    Object.keys(expected).map((key) => {
      const places = keys.find(({ path }) => path.join('.') === `published.${key}`)?.becomes ?? [];
      return [key, places.map(({ object, path }) => `${object}: ${printPath(path)}`)];
    }),
  );
  for (const [key, place] of Object.entries(expected)) expect(found[key]).toContain(place);
});
