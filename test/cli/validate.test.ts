// validate: documents and manifests, in every form in which they come, and the reports.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { folderWith, manifest, put, run } from './run';

const deployment = (name: string, more: object = {}): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'main', image: 'nginx:1.27', ...more }] },
    },
  },
});
const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, stringData: { password: 's3cr3t' } };
const wants = (key: string): object =>
  deployment('web', { env: [{ name: 'P', valueFrom: { secretKeyRef: { name: 'db', key } } }] });

interface Report {
  ok: boolean;
  checked: number;
  kinds: Record<string, number>;
  problems: {
    severity: string;
    code: string;
    document: number;
    source: string;
    line?: number;
    message: string;
    path: unknown[];
  }[];
}

/** The report, one line for each problem: `document severity code path`. */
async function report(argv: string[], given: Parameters<typeof run>[1]): Promise<[number, Report, string[]]> {
  const { code, out } = await run(['validate', '--report', 'json', ...argv], given);
  const parsed: Report = JSON.parse(out);
  expect(parsed.ok).toBe(code === 0);
  const lines = parsed.problems.map((each) => `${each.document} ${each.severity} ${each.code} ${each.path.join('.')}`);
  return [code, parsed, lines];
}

test('what is right', async () => {
  const stdin = JSON.stringify(deployment('web'));
  expect(await run(['validate'], { stdin })).toEqual({
    code: 0,
    out: '',
    err: '1 object checked: 0 errors, 0 warnings\n',
  });
});

test('the shape of the JSON report', async () => {
  const cwd = folderWith({
    'd.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: Web\n  namespace: data\nspec: 3\n',
  });
  const { code, out, err } = await run(['validate', 'd.yaml', '--report', 'json'], { cwd });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(JSON.parse(out)).toEqual({
    ok: false,
    checked: 1,
    kinds: { Deployment: 1 },
    problems: expect.arrayContaining([
      {
        severity: 'error',
        code: 'bad-name',
        message: expect.stringContaining('got "Web"'),
        hint: 'Did you mean "web"?',
        source: 'd.yaml',
        document: 0,
        line: 4,
        column: 3,
        kind: 'Deployment',
        namespace: 'data',
        name: 'Web',
        path: ['metadata', 'name'],
      },
    ]),
  });
});

const bad = { ...deployment('bad'), spec: { replicas: 'x' } };
const yaml = (object: object): string => `---\n${JSON.stringify(object)}\n`;

test.each<[string, string, number, string[]]>([
  ['YAML documents', yaml(deployment('a')) + yaml(bad), 2, ['1']],
  ['JSON, one after the other', JSON.stringify(deployment('a')) + JSON.stringify(bad), 2, ['1']],
  ['a List', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [deployment('a'), bad] }), 2, ['1']],
  ['an array', JSON.stringify([deployment('a'), deployment('b'), bad]), 3, ['2']],
  [
    'an array of Lists',
    JSON.stringify([{ kind: 'List', apiVersion: 'v1', items: [deployment('a'), bad] }, bad]),
    3,
    ['1', '2'],
  ],
  ['an empty List', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [] }) + JSON.stringify(bad), 1, ['0']],
  [
    'a List before a broken document',
    `apiVersion: v1\nkind: List\nitems:\n- ${JSON.stringify(deployment('a'))}\n- ${JSON.stringify(deployment('b'))}\n---\na: [\n---\n${JSON.stringify(bad)}`,
    3,
    ['2', '3'],
  ],
  [
    'a document of a dialect between manifests',
    yaml(deployment('a')) + yaml(manifest('Job')) + yaml(bad),
    3,
    ['1', '2'],
  ],
])('%s', async (_, stdin, checked, documents) => {
  const [code, parsed] = await report([], { stdin });
  expect(code).toBe(1);
  expect(parsed.checked).toBe(checked);
  expect([
    ...new Set(parsed.problems.filter(({ severity }) => severity === 'error').map(({ document }) => String(document))),
  ]).toEqual(documents);
});

test('documents are counted over all files', async () => {
  const cwd = folderWith({
    'a.yaml': yaml(deployment('a')) + yaml(deployment('b')),
    'b.jsonl': `${JSON.stringify(deployment('c'))}\n${JSON.stringify(bad)}\n`,
    'c.json': bad,
  });
  const [, parsed] = await report(['.'], { cwd });
  expect(parsed.checked).toBe(5);
  expect([...new Set(parsed.problems.map(({ source, document }) => `${source} ${document}`))]).toEqual([
    'b.jsonl 3',
    'c.json 4',
  ]);
});

test('what only shows when all are seen together', async () => {
  const stdin = [secret, wants('pasword'), deployment('web')].map((each) => JSON.stringify(each)).join('\n');
  const [code, parsed, lines] = await report([], { stdin });
  expect(code).toBe(1);
  expect(lines).toEqual([
    '1 warning missing-key spec.template.spec.containers.0.env.0.valueFrom.secretKeyRef.key',
    '2 error duplicate metadata.name',
  ]);
  expect(JSON.stringify(parsed)).not.toContain('s3cr3t');
});

test('together with what is behind more than memory is for', async () => {
  const long = `# ${'x'.repeat(98)}\n`.repeat(90_000);
  const texts = [secret, wants('pasword'), wants('pasword')].map((each) => `---\n${JSON.stringify(each)}\n`);
  const [before, between, behind] = await Promise.all(
    [
      [long, ...texts],
      [texts[0], long, ...texts.slice(1)],
      [...texts, long],
    ].map((parts) => report([], { stdin: parts.join('') })),
  );
  expect(before![2]).toEqual([
    '1 warning missing-key spec.template.spec.containers.0.env.0.valueFrom.secretKeyRef.key',
    '2 error duplicate metadata.name',
    '2 warning missing-key spec.template.spec.containers.0.env.0.valueFrom.secretKeyRef.key',
  ]);
  expect(between![2]).toEqual(before![2]);
  expect(behind![2]).toEqual(before![2]);
});

test('documents and manifests are seen together', async () => {
  const cwd = folderWith({
    'kam.yaml': 'app:\n  containers:\n    main:\n      image: nginx:1.27\n      env:\n        P: secret://db/pasword\n',
    'secret.json': secret,
    'twin.json': deployment('app'),
  });
  const { code, out } = await run(['validate', '.'], { cwd });
  expect(code).toBe(1);
  expect(out).toContain(
    'kam.yaml:6:9 Deployment app app.containers.main.env.P: warning: the Secret db in the same set has no such key',
  );
  expect(out).toContain(
    'twin.json:1:57 Deployment app metadata.name: kam.yaml:1:1 and twin.json:1:1 are the same Deployment',
  );
});

test('a warning alone does not fail', async () => {
  const stdin = JSON.stringify([secret, wants('pasword')]);
  const { code, out, err } = await run(['validate'], { stdin });
  expect(code).toBe(0);
  expect(out).toContain('warning: ');
  expect(err).toBe('2 objects checked (1 Secret, 1 Deployment): 0 errors, 1 warning\n');
});

test('a problem of a document is said once', async () => {
  const stdin = JSON.stringify(manifest('Bad-Name'));
  const [, parsed] = await report([], { stdin });
  const said = parsed.problems.map((each) => JSON.stringify(each));
  expect(said.length).toBe(new Set(said).size);
});

test('kinds whose rules are not known are named, with what was checked of them', async () => {
  const objects = [
    { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' }, spec: 3 },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'n' } },
    { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'x' }, spec: 3 },
  ];
  const stdin = JSON.stringify(objects);
  const { code, out, err } = await run(['validate'], { stdin });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err.split('\n')).toEqual([
    '3 objects checked (2 Widget, 1 Namespace): 0 errors, 0 warnings',
    'not checked: 2 Widget (is no kind of Kubernetes itself: only its metadata is checked)',
    '',
  ]);
  const [, parsed, lines] = await report([], { stdin });
  expect(parsed.kinds).toEqual({ Widget: 2, Namespace: 1 });
  expect(lines).toEqual(['0 note not-checked kind', '2 note not-checked kind']);
  expect(parsed.problems[0]!.message).toBe(
    'is no kind of Kubernetes itself: only its metadata is checked, got "Widget"',
  );
});

test('of what is no kind at all nothing more is said', async () => {
  const stdin = JSON.stringify({ apiVersion: 'apps/v1', kind: 'Deploymnt', metadata: { name: 'a' } });
  const { err } = await run(['validate'], { stdin });
  expect(err).toBe('1 object checked: 3 errors, 0 warnings\n');
});

describe('3.0 for a whole number', () => {
  const text = (replicas: string): string =>
    JSON.stringify(deployment('web')).replace('"spec":{', `"spec":{"replicas":${replicas},`);
  test.each([
    ['json', '3', []],
    ['json', '3.0', ['0 error wrong-type spec.replicas']],
    ['json', '3e0', ['0 error wrong-type spec.replicas']],
    ['json', '3.5', ['0 error wrong-type spec.replicas']],
    ['yaml', '3.0', []],
  ])('in %s: %s', async (format, replicas, expected) => {
    const stdin = format === 'json' ? text(replicas) : `---\n${text(replicas)}`.replace('{"api', '{ "api');
    expect((await report([], { stdin }))[2]).toEqual(format === 'json' ? expected : []);
  });

  test('a quantity takes it, and text that looks like it', async () => {
    const stdin = JSON.stringify(deployment('web', { resources: { limits: { cpu: 'CPU' } }, args: ['a:3.0'] })).replace(
      '"CPU"',
      '1.0',
    );
    expect((await report([], { stdin }))[2]).toEqual([]);
  });
});

describe('reports', () => {
  const cwd = folderWith({ 'a b,%.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Web\n' });
  test('github', async () => {
    const { code, out, err } = await run(['validate', '.', '--report', 'github'], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(
      /^::error file=a b%2C%25\.yaml,line=4,col=3,title=bad-name::ConfigMap Web metadata\.name: .*\n$/,
    );
  });

  test('sarif', async () => {
    const { out } = await run(['validate', '.', '--report', 'sarif'], { cwd });
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    const [{ tool, results }] = log.runs;
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe(results[0].ruleId);
    expect(results[0]).toMatchObject({ level: 'error', ruleId: 'bad-name' });
    for (const { helpUri } of tool.driver.rules) {
      const [, page] = /^https:\/\/unpkg\.com\/cdk8s-kam@[\d.]+\/(docs\/problems\/.*)$/.exec(helpUri)!;
      expect(existsSync(resolve(__dirname, '../..', page!))).toBe(true);
    }
    expect(results[0].locations[0]).toEqual({
      physicalLocation: { artifactLocation: { uri: 'a%20b%2C%25.yaml' }, region: { startLine: 4, startColumn: 3 } },
      logicalLocations: [{ fullyQualifiedName: 'ConfigMap Web metadata.name' }],
    });
  });
});

test.each([
  ['a deeply nested text', '['.repeat(100_000)],
  ['broken UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
  [
    'keys of prototypes',
    '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","__proto__":{"x":1}},"__proto__":{"y":1}}',
  ],
  ['a number', '42'],
  ['null items', '{"apiVersion":"v1","kind":"List","items":[null, 3, "x"]}'],
])('%s is an error and no trace', async (_, stdin) => {
  const { code, out, err } = await run(['validate'], { stdin });
  expect(code).toBe(1);
  expect(out).toMatch(/^-:1:\d+/);
  expect(out + err).not.toMatch(/ {4}at |fault/);
});

test('a file that is not there', async () => {
  const cwd = folderWith({});
  put(cwd, { 'ok.json': deployment('ok') });
  const { code, out, err } = await run(['validate', 'none.yaml', 'ok.json'], { cwd });
  expect({ code, out }).toEqual({ code: 1, out: 'none.yaml: no such file or folder (no-file)\n' });
  expect(err).toBe('1 object checked: 1 error, 0 warnings\n');
});

describe('what is neither a manifest nor a document', () => {
  const cwd = folderWith({
    'dist/web.k8s.yaml': JSON.stringify(deployment('web')),
    'dist/construct-metadata.json': { version: '1.0.0', resources: {} },
    'dist/values.yaml': 'replicas: 2\n',
    'dist/job.json': manifest('job'),
  });

  test('is left out of a folder, and named', async () => {
    const { code, out, err } = await run(['validate', 'dist/'], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toBe(
      '2 objects checked (1 document, 1 Deployment): 0 errors, 0 warnings\nleft out, as neither manifests nor documents: dist/construct-metadata.json, dist/values.yaml\n',
    );
  });

  test('is a note in the reports', async () => {
    const { out } = await run(['validate', 'dist/*', '--report', 'github'], { cwd });
    expect(out).toContain('::notice file=dist/values.yaml,line=1,col=1,title=unknown-dialect::is neither');
    expect(out).not.toContain('::error');
  });

  test('is an error in a file that is named', async () => {
    const { code, out } = await run(['validate', 'dist/values.yaml'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/^dist\/values\.yaml:1:1: .*\(unknown-dialect\)$/m);
  });

  test('does not stop a drawing', async () => {
    expect((await run(['graph', 'dist'], { cwd })).code).toBe(0);
  });

  test('is an error where a dialect is stated', async () => {
    expect((await run(['validate', 'dist', '--from', 'manifest'], { cwd })).code).toBe(1);
  });
});
