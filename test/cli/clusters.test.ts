// Folders and cdk8s' chart files for several clusters, as validate sees them.
import { folderWith, manifest, run } from './run';

const config = (name: string, more: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  ...more,
});
const pod = (key: string): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: {
    containers: [
      { name: 'main', image: 'a:1', env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key } } }] },
    ],
  },
});
const list = (...items: object[]): string => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

test('a folder for each cluster: each is looked at by itself, with what is beside them', async () => {
  const cwd = folderWith({
    'dist/eu/web.yaml': list(pod('a'), config('eu')),
    'dist/eu/settings.yaml': list(config('settings', { data: { a: '1' } })),
    'dist/us/web.yaml': list(pod('a')),
    'dist/us/settings.yaml': list(config('settings', { data: { b: '1' } })),
    'dist/construct-metadata.json': '{}',
  });
  for (const operands of [['dist/'], ['dist/eu', 'dist/us']]) {
    const { code, out, err } = await run(['validate', ...operands], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^dist\/us\/web\.yaml:\S+ Pod web \S+: warning: the ConfigMap settings in the same set has no such key/,
    );
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(
      '\ndist/eu and dist/us hold the same 2 objects, such as ConfigMap settings: they are taken for different clusters, as in one of them only what is applied last would remain\n',
    );
  }
});

test("cdk8s' files, of which each is a chart", async () => {
  const cwd = folderWith({
    'dist/all.k8s.yaml': list(config('settings', { data: { a: '1' } })),
    'dist/eu.k8s.yaml': list(pod('a')),
    'dist/us.k8s.yaml': list(pod('b')),
  });
  const { code, out, err } = await run(['validate', 'dist'], { cwd });
  expect([code, out.match(/missing-key/g)]).toEqual([0, ['missing-key']]);
  expect(out).toContain('dist/us.k8s.yaml:');
  expect(err).toContain('dist/eu.k8s.yaml and dist/us.k8s.yaml hold the same object, Pod web: ');
  const { out: json } = await run(['validate', 'dist', '--report', 'json'], { cwd });
  expect((JSON.parse(json) as { problems: unknown[] }).problems).toContainEqual(
    expect.objectContaining({ severity: 'note', code: 'duplicate', source: 'dist/eu.k8s.yaml', document: 1 }),
  );
});

test('what lies in one folder is applied together, and so are documents, wherever they lie', async () => {
  const cwd = folderWith({
    'flat/a.yaml': list(config('settings')),
    'flat/b.yaml': list(config('settings')),
    'tasks/a/manifest.json': manifest('same'),
    'tasks/b/manifest.json': manifest('same'),
  });
  const flat = await run(['validate', 'flat'], { cwd });
  expect([flat.code, flat.out]).toEqual([
    1,
    expect.stringContaining('flat/a.yaml:1:43 and flat/b.yaml:1:43 are the same ConfigMap'),
  ]);
  const tasks = await run(['validate', 'tasks'], { cwd });
  expect([tasks.code, tasks.out]).toEqual([1, expect.stringContaining('are the same Job')]);
});

test('standard input goes with everything', async () => {
  const cwd = folderWith({ 'crds/a.yaml': list(config('settings')) });
  const { code, out } = await run(['validate', '-', 'crds/'], { cwd, stdin: list(config('settings')) });
  expect([code, out]).toEqual([1, expect.stringContaining('are the same ConfigMap')]);
});

test('the graph draws no line from one to another', async () => {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
  };
  const labelled = { ...pod('a'), metadata: { name: 'web', labels: { app: 'web' } } };
  const cwd = folderWith({
    'dist/eu/all.yaml': list(labelled, service, config('settings', { data: { a: '1' } })),
    'dist/us/all.yaml': list(labelled, service),
    'dist/base/pod.yaml': list({ ...pod('a'), metadata: { name: 'base' } }),
  });
  const { out } = await run(['graph', 'dist'], { cwd });
  const nodes = new Map(
    [...out.matchAll(/^ +(n\d+)\["(.*?)<br\/>(.*?)(?:<br\/>.*)?"\](.*)$/gm)].map(([, id, kind, name, style]) => [
      id,
      `${kind} ${name}${style}`,
    ]),
  );
  const arrows = [...out.matchAll(/^ +(n\d+) -->\|(.*?)\| (n\d+)$/gm)].map(([, from, , to]) => [from, to] as const);
  const said = arrows.map(([from, to]) => `${nodes.get(from)} → ${nodes.get(to)}`).sort();
  expect(said).toEqual([
    // What is beside both is for both.
    'Pod base → ConfigMap settings',
    'Pod base → ConfigMap settings:::missing',
    'Pod web → ConfigMap settings',
    'Pod web → ConfigMap settings:::missing',
    'Service web → Pod web',
    'Service web → Pod web',
  ]);
  // Each pod is selected by its own Service.
  expect(new Set(arrows.map(([from]) => from)).size).toBe(5);
});

test('what all clusters lack is lacking once', async () => {
  const cwd = folderWith({
    'dist/eu/a.yaml': list(config('a')),
    'dist/us/a.yaml': list(config('a')),
    'dist/base/pod.yaml': list(pod('a')),
  });
  const { out } = await run(['graph', 'dist'], { cwd });
  expect(out.match(/:::missing/g)).toHaveLength(1);
});
