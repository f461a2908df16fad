// graph: what is connected to what, as Mermaid; and when schedules run together.
import { timelineOf } from '../../lib/cli/timeline';
import { folderWith, manifest, NOW, run } from './run';
import { SHOP, SHOP_TEXT } from './shop';

/** The arrows of a drawing in words: `Service shop/api selects Deployment shop/api`. */
function arrows(drawing: string): string[] {
  const nodes = new Map(
    [...drawing.matchAll(/^ +(n\d+)\["(.*?)"\]/gm)].map(([, id, label]) => [
      id,
      label!.split('<br/>').slice(0, 2).join(' '),
    ]),
  );
  return [...drawing.matchAll(/^ +(n\d+) -->\|(.*?)\| (n\d+)$/gm)].map(
    ([, from, label, to]) => `${nodes.get(from)} ${label} ${nodes.get(to)}`,
  );
}

const POD = { template: { spec: { serviceAccountName: 'a', containers: [] } } };

test('all references of a shop', async () => {
  const { code, out, err } = await run(['graph'], { stdin: SHOP_TEXT });
  expect(code).toBe(1);
  expect(err).toContain('the Secret db in the same set has no such key');
  expect(arrows(out)).toEqual([
    'Deployment shop/api env Secret shop/db',
    'Deployment shop/api env ConfigMap shop/settings',
    'Deployment shop/api volume PersistentVolumeClaim shop/api-data',
    'Deployment shop/api runs as ServiceAccount shop/robot',
    'Service shop/api selects Deployment shop/api',
    'Ingress shop/front routes to Service shop/api',
    'Ingress shop/front TLS Secret shop/tls',
  ]);
  expect(out).toMatch(/\["Deployment<br\/>shop\/api<br\/>warning"\]:::warning$/m);
  expect(out).toMatch(/\["ConfigMap<br\/>shop\/settings<br\/>1 error"\]:::error$/m);
  expect(out).toMatch(/\["Secret<br\/>shop\/tls"\]:::missing$/m);
  expect(out).not.toContain('s3cr3t');
});

test('a document is a box with what it becomes', async () => {
  const stdin = JSON.stringify(manifest('web', { type: 'service', 'container-port': 80 }));
  const { code, out } = await run(['graph'], { stdin });
  expect(code).toBe(0);
  expect(out).toContain(
    '  subgraph g0["Service web<br/>-:1:1"]\n    n0["Deployment<br/>web"]\n    n1["Service<br/>web"]\n  end\n',
  );
  expect(arrows(out)).toEqual(['Service web selects Deployment web']);
});

test.each([
  [
    {
      kind: 'HTTPRoute',
      spec: { parentRefs: [{ name: 'gate', namespace: 'infra' }], rules: [{ backendRefs: [{ name: 'web' }] }] },
    },
    ['routes to Service n/web', 'attached to Gateway infra/gate'],
  ],
  [{ kind: 'Mapping', spec: { service: 'web.prod:80' } }, ['routes to Service prod/web']],
  [{ kind: 'Mapping', spec: { service: 'http://web' } }, ['routes to Service n/web']],
  [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      spec: {
        containers: [],
        imagePullSecrets: [{ name: 'pull' }],
        volumes: [{ projected: { sources: [{ secret: { name: 's' } }, { configMap: { name: 'c' } }] } }],
      },
    },
    ['volume Secret n/s', 'volume ConfigMap n/c', 'pulls with Secret n/pull'],
  ],
  [{ kind: 'Ingress', spec: { defaultBackend: { service: { name: 'web' } } } }, ['routes to Service n/web']],
  [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { template: { spec: { initContainers: [{ envFrom: [{ secretRef: { name: 's' } }] }] } } },
    },
    ['env Secret n/s'],
  ],
  // A version that is gone, one that is missing, and other people's kinds.
  [
    { apiVersion: 'batch/v1beta1', kind: 'CronJob', spec: { jobTemplate: { spec: POD } } },
    ['runs as ServiceAccount n/a'],
  ],
  [{ apiVersion: undefined, kind: 'StatefulSet', spec: POD }, ['runs as ServiceAccount n/a']],
  [{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', spec: POD }, ['runs as ServiceAccount n/a']],
  [{ apiVersion: 'serving.knative.dev/v1', kind: 'Service', spec: POD }, ['runs as ServiceAccount n/a']],
  [{ apiVersion: 'v1', kind: 'PodTemplate', ...POD }, ['runs as ServiceAccount n/a']],
  [{ kind: 'Sealed', spec: { template: { spec: { serviceAccountName: 'a' } } } }, []],
])('%j', async (object, expected) => {
  const stdin = JSON.stringify({ apiVersion: 'example.com/v1', metadata: { name: 'x', namespace: 'n' }, ...object });
  const { out } = await run(['graph'], { stdin });
  expect(arrows(out).map((arrow) => arrow.replace(`${object.kind} n/x `, ''))).toEqual(expected);
});

test('an ExternalSecret is the Secret that it makes', async () => {
  const external = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'db', namespace: 'shop' },
    spec: { target: { name: 'db' } },
  };
  const { out } = await run(['graph'], { stdin: JSON.stringify([SHOP[0], external]) });
  expect(arrows(out)).toContain('Deployment shop/api env ExternalSecret shop/db');
});

test('no name ends the text of a node', async () => {
  const stdin = JSON.stringify({
    apiVersion: 'v1',
    kind: 'Thing',
    metadata: { name: 'a"]; click n0 "javascript:x" %%|<b>' },
  });
  const { out } = await run(['graph'], { stdin });
  const [line] = out.split('\n').filter((each) => each.includes('n0['));
  expect(line).toMatch(/^ {2}n0\["[\w ./:#;<>-]*"\](:::\w+)?$/);
  expect(line!.replaceAll('<br/>', '')).not.toMatch(/[<>]/);
});

test('-o writes a file', async () => {
  const cwd = folderWith({ 'a.json': manifest('a') });
  expect(await run(['graph', 'a.json', '-o', 'a.mmd'], { cwd })).toEqual({ code: 0, out: '', err: 'wrote a.mmd\n' });
});

describe('the timeline', () => {
  const entries = (objects: readonly object[]) =>
    objects.map((object, document) => ({
      object,
      document,
      source: () => ({}),
    }));
  const minutes = (...times: number[]): number[] => times.map((time) => time * 60_000);
  const { start, rows, overlaps } = timelineOf(entries(SHOP), NOW);
  const row = (name: string) => rows.find((each) => each.name === `shop/${name}`)!;

  test('begins with the hour, and has a row for each CronJob', () => {
    expect(start.toISOString()).toBe('2026-03-28T22:00:00.000Z');
    expect(rows.map(({ name }) => name)).toEqual(['shop/report', 'shop/cleanup', 'shop/paused']);
  });

  test('counts in the time zone of each, over the change to summer time', () => {
    // 0:00, 6:00, 12:00, 18:00 in Paris are 23:00 in winter, then 4:00, 10:00, 16:00 UTC.
    expect(row('report').runs).toEqual(minutes(60, 360, 720, 1080));
    expect(row('cleanup').runs).toEqual(minutes(...Array.from({ length: 48 }, (_, index) => index * 30)));
  });

  test('shows nothing of what is suspended', () => {
    expect(row('paused')).toMatchObject({ suspended: true, runs: [] });
  });

  test('finds what runs at the same time', () => {
    const both = ['shop/cleanup', 'shop/report'];
    expect(overlaps.map(({ start: from, end, names }) => [from / 60_000, end / 60_000, names])).toEqual(
      [60, 360, 720, 1080].flatMap((at) => [
        [at, at + 1, both],
        [at + 30, at + 31, both],
      ]),
    );
  });

  test.each([
    ['0 0 1 1 *', 0],
    ['@every 7h', 4],
    ['* * * * *', 1440],
    ['no schedule', 0],
  ])('%s: %i runs', (schedule, runs) => {
    const object = { kind: 'CronJob', metadata: { name: 'x' }, spec: { schedule } };
    expect(timelineOf(entries([object]), NOW).rows[0]!.runs.length).toBeLessThanOrEqual(runs);
    if (schedule !== '@every 7h') expect(timelineOf(entries([object]), NOW).rows[0]!.runs).toHaveLength(runs);
  });
});
