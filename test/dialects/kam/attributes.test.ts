// Against KAM's own schemas (KusionStack/kam, v1): every attribute that they declare is taken, and what their checks refuse is refused.
import { read } from '../../../lib/read';
import { errorsOf } from '../../../lib/report/problem';

type Json = Record<string, unknown>;
const document = (workload: Json): string =>
  JSON.stringify({ app: { workload: { containers: { main: { image: 'nginx:1.27' } }, ...workload } } });
const withContainer = (container: Json): string =>
  document({ containers: { main: { image: 'nginx:1.27', ...container } } });
const withProbe = (probe: Json): string =>
  withContainer({ livenessProbe: { probeHandler: { command: ['true'] }, ...probe } });

const problemsOf = (text: string): string[] =>
  errorsOf(read(text).problems).map(({ code, path }) => `${code} ${path.slice(2).join('.')}`);

describe('every attribute', () => {
  const probe = { probeHandler: { url: 'http://localhost:80' } };
  const attributes: Readonly<Record<string, readonly [(value: Json) => string, Json]>> = {
    'WorkloadBase and Job': [
      document,
      {
        secrets: { s: { type: 'token', data: { token: 't' } } },
        replicas: 2,
        labels: { a: 'b' },
        annotations: { c: 'd' },
        schedule: '0 * * * *',
      },
    ],
    Container: [
      withContainer,
      {
        image: 'nginx:1.27',
        command: ['a'],
        args: ['b'],
        env: { A: 'b', B: 'secret://s/k' },
        workingDir: '/w',
        resources: { cpu: '2', memory: '4Gi' },
        files: { '/f': { content: 'c' } },
        dirs: { '/d': 'pvc://p' },
        livenessProbe: probe,
        readinessProbe: probe,
        startupProbe: probe,
        lifecycle: { preStop: { command: ['c'] } },
      },
    ],
    FileSpec: [(file) => withContainer({ files: { '/f': { content: 'x', ...file } } }), { content: 'y', mode: '0777' }],
    'FileSpec from a reference': [
      (file) => withContainer({ files: { '/f': { contentFrom: 'secret://s/k', ...file } } }),
      { contentFrom: 'configmap://c/k', mode: '0644' },
    ],
    Lifecycle: [
      (lifecycle) => withContainer({ lifecycle: { preStop: { command: ['x'] }, ...lifecycle } }),
      { postStart: { url: 'http://localhost:80' }, preStop: { url: 'tcp://localhost:80' } },
    ],
    Probe: [
      withProbe,
      {
        probeHandler: { url: 'tcp://localhost:1' },
        initialDelaySeconds: 1,
        timeoutSeconds: 2,
        periodSeconds: 3,
        successThreshold: 1,
        failureThreshold: 4,
        terminationGracePeriod: 5,
      },
    ],
    Http: [
      (http) => withProbe({ probeHandler: { url: 'http://localhost:80', ...http } }),
      { url: 'https://localhost:443/x', headers: { 'X-Y': 'z' } },
    ],
    Secret: [
      (secret) => document({ secrets: { s: { type: 'opaque', ...secret } } }),
      { type: 'opaque', params: { a: 'b' }, data: { c: 'd' }, immutable: true },
    ],
  };

  test.each(
    Object.entries(attributes).flatMap(([schema, [build, values]]) =>
      Object.keys(values).map((attribute) => [`${schema}.${attribute}`, build, attribute, values[attribute]] as const),
    ),
  )('%s', (_, build, attribute, value) => {
    const text = build({ [attribute]: value });
    expect(problemsOf(text)).toEqual([]);
    expect(JSON.stringify(read(text).workloads[0]?.workload)).toContain(`"${attribute}":${JSON.stringify(value)}`);
  });

  test.each(['basic', 'token', 'opaque', 'certificate', 'external'])('the secret type %s is known', (type) => {
    expect(problemsOf(document({ secrets: { s: { type } } }))).not.toContain('not-one-of workload.secrets.s.type');
  });
});

describe("what KAM's own checks refuse", () => {
  const refused: readonly (readonly [string, string])[] = [
    ['an environment name with an equals sign', withContainer({ env: { 'A=B': 'x' } })],
    ['content and contentFrom', withContainer({ files: { '/f': { content: 'a', contentFrom: 'secret://s/k' } } })],
    ['mode 0888', withContainer({ files: { '/f': { content: 'a', mode: '0888' } } })],
    ['an empty command', withProbe({ probeHandler: { command: [] } })],
    ['a header with a blank', withProbe({ probeHandler: { url: 'http://localhost', headers: { 'X Y': 'z' } } })],
    ...[
      'initialDelaySeconds',
      'timeoutSeconds',
      'periodSeconds',
      'successThreshold',
      'failureThreshold',
      'terminationGracePeriod',
    ].map((field) => [`${field} -1`, withProbe({ [field]: -1 })] as const),
    ['a data key with a slash', document({ secrets: { s: { type: 'opaque', data: { 'a/b': 'c' } } } })],
    [
      'a key that a basic secret has not',
      document({ secrets: { s: { type: 'basic', data: { username: 'a', token: 'b' } } } }),
    ],
    ['a secret type that there is not', document({ secrets: { s: { type: 'random' } } })],
    [
      'a port of 0',
      '{"app":{"workload":{"containers":{"main":{"image":"a:1"}}},"accessories":{"network":{"ports":[{"port":0}]}}}}',
    ],
    [
      'a target port of 65536',
      '{"app":{"workload":{"containers":{"main":{"image":"a:1"}}},"accessories":{"network":{"ports":[{"targetPort":65536}]}}}}',
    ],
  ];

  test.each(refused)('%s', (_, text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });
});
