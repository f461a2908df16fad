// graph: what is connected to what, as Mermaid; and when schedules run together.
import { timelineOf } from '../../lib/cli/timeline';
import { fleet, jobs } from './fleet';
import { folderWith, manifest, run } from './run';
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
  expect(await run(['graph', 'a.json', '-o', 'a.mmd'], { cwd })).toMatchObject({
    code: 0,
    out: '',
    err: 'wrote a.mmd\n',
  });
});

const POLICED = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'x', namespace: 'n' },
  spec: { template: { metadata: { labels: { app: 'x', tier: 'back' } }, spec: { containers: [] } } },
};
test.each([
  [
    'HorizontalPodAutoscaler',
    { spec: { scaleTargetRef: { kind: 'Deployment', name: 'x' } } },
    ['scales Deployment n/x'],
  ],
  ['PodDisruptionBudget', { spec: { selector: { matchLabels: { app: 'x' } } } }, ['keeps running Deployment n/x']],
  ['PodDisruptionBudget', { spec: { selector: { matchLabels: { app: 'y' } } } }, []],
  ['PodDisruptionBudget', { spec: {} }, []],
  ['NetworkPolicy', { spec: { podSelector: {} } }, ['isolates Deployment n/x']],
  [
    'NetworkPolicy',
    { spec: { podSelector: { matchExpressions: [{ key: 'tier', operator: 'In', values: ['front', 'back'] }] } } },
    ['isolates Deployment n/x'],
  ],
  ['NetworkPolicy', { spec: { podSelector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } } }, []],
  ['NetworkPolicy', { spec: { podSelector: { matchExpressions: [{ key: 'app', operator: 'Is' }] } } }, []],
  ['NetworkPolicy', { spec: { podSelector: { matchLabels: ['app'] } } }, []],
  [
    'RoleBinding',
    {
      roleRef: { kind: 'ClusterRole', name: 'view' },
      subjects: [
        { kind: 'ServiceAccount', name: 'a', namespace: 'n' },
        { kind: 'User', name: 'u' },
      ],
    },
    ['gives ClusterRole view', 'gives to ServiceAccount n/a'],
  ],
])('%s %j', async (kind, more, expected) => {
  const policy = { apiVersion: 'example.com/v1', kind, metadata: { name: 'p', namespace: 'n' }, ...more };
  const { out } = await run(['graph'], { stdin: JSON.stringify([POLICED, policy]) });
  expect(arrows(out).map((arrow) => arrow.replace(`${kind} n/p `, ''))).toEqual(expected);
});

test('a claim of a StatefulSet is its own', async () => {
  const set = (name: string): object => ({
    ...POLICED,
    kind: 'StatefulSet',
    metadata: { name, namespace: 'n' },
    spec: { ...POLICED.spec, volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
  });
  const { out } = await run(['graph'], { stdin: JSON.stringify([set('a'), set('b')]) });
  expect(arrows(out)).toEqual([
    'StatefulSet n/a volume PersistentVolumeClaim n/data-a-0',
    'StatefulSet n/b volume PersistentVolumeClaim n/data-b-0',
  ]);
});

describe('what is too large to draw is summed up', () => {
  const drawingOf = async (objects: readonly object[]): Promise<string> =>
    (await run(['graph'], { stdin: objects.map((object) => JSON.stringify(object)).join('\n') })).out;

  test('by namespace and kind', async () => {
    const drawing = await drawingOf(fleet(300));
    expect(drawing).toContain('summed up by namespace and kind<br/>graph --html shows each"]');
    expect(drawing).toContain('  subgraph g0["accounts"]\n    g0k0["Deployment<br/>25<br/>1 error"]:::error\n');
    expect(arrows(drawing)).toHaveLength(0);
    expect(drawing).toMatch(/^ {2}g0k\d -->\|selects 25 times\| g0k0$/m);
    expect(drawing.length).toBeLessThan(50_000);
  });

  test('only the largest groups, and it says so', async () => {
    const objects = Array.from({ length: 300 }, (_, index) => {
      const namespace = `${'"'.repeat(200)}${index % 100}`;
      return {
        apiVersion: 'v1',
        kind: `Kind${index % 3}${'é'.repeat(300)}`,
        metadata: { name: '<'.repeat(250), namespace },
      };
    });
    const drawing = await drawingOf(objects);
    expect(drawing.length).toBeLessThan(50_000);
    expect(drawing).toMatch(/left out: \d+ smaller groups with \d+ objects/);
    expect(drawing.replaceAll('<br/>', '')).not.toMatch(/[<é]/);
  });

  test('a hundred are drawn', async () => {
    const drawing = await drawingOf(jobs(100, () => '@daily'));
    expect(drawing).not.toContain('note');
    expect(drawing).toContain('n99["CronJob<br/>jobs/job-99"]');
  });
});

describe('the timeline', () => {
  const entries = (objects: readonly object[]) =>
    objects.map((object, document) => ({ object, document, source: () => ({}) }));
  const DAY = 24 * 60;
  const { rows, running, peaks } = timelineOf(entries(SHOP));
  const row = (name: string) => rows.find((each) => each.name === `shop/${name}`)!;
  const onMonday = (name: string): number[] => row(name).runs.filter((run) => run < DAY);

  test('has a row for each CronJob, as they start', () => {
    expect(rows.map(({ name }) => name)).toEqual(['shop/cleanup', 'shop/report', 'shop/paused']);
  });

  test('counts in the time zone of each', () => {
    // 0:00, 6:00, 12:00, 18:00 in Paris.
    expect(onMonday('report')).toEqual([5, 11, 17, 23].map((hour) => hour * 60));
    expect(onMonday('cleanup')).toEqual(Array.from({ length: 48 }, (_, index) => index * 30));
    expect(row('cleanup').runs).toHaveLength(7 * 48);
  });

  test('shows nothing of what is suspended', () => {
    expect(row('paused')).toMatchObject({ suspended: true, runs: [] });
  });

  test('finds what runs at the same time', () => {
    expect(running).toHaveLength(7 * DAY);
    expect(running.slice(5 * 60 - 1, 5 * 60 + 2)).toEqual([0, 2, 1]);
    // A report runs for an hour at most, and meets two that clean up; the last one goes on into the next week.
    expect(peaks).toEqual([{ start: 300, end: 301, names: ['shop/cleanup', 'shop/report'], times: 56 }]);
  });

  test.each([
    ['0 0 1 1 *', 1],
    ['0 0 2 1 *', 1],
    ['0 0 1 2 *', 0],
    ['0 3 * * 0', 1],
    ['@every 7h', 23],
    ['* * * * *', 7 * DAY],
    ['no schedule', 0],
  ])('%s: %i runs', (schedule, runs) => {
    const object = { kind: 'CronJob', metadata: { name: 'x' }, spec: { schedule } };
    expect(timelineOf(entries([object])).rows[0]!.runs).toHaveLength(runs);
  });

  test('a thousand that run each minute, all at once', () => {
    const { rows: all, peaks: one, running: each } = timelineOf(entries(jobs(1000, () => '* * * * *')));
    expect(all).toHaveLength(1000);
    expect(new Set(each)).toEqual(new Set([1000]));
    expect(one).toMatchObject([{ start: 0, end: 7 * DAY, times: 1 }]);
  });
});
