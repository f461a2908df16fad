// Fields that depend on each other, several at once: our verdict on each object is the server's.
import { validateManifest } from '../../../lib/kube/validate';
import { errorsOf } from '../../../lib/report/problem';
import { type Kind, kinds } from '../../oracle/corpus/case';
import { type Oracle, startOracle } from '../../oracle/oracle';
import { versions } from '../../tools/build';
import { objectWith } from './objects';

const oracles: Oracle[] = [];
beforeAll(async () => {
  for (const version of versions) oracles.push(await startOracle({ version }));
});
afterAll(async () => {
  for (const oracle of oracles) await oracle.close();
});

type Fields = Record<string, unknown>;

/** Both verdicts are wanted among the objects, or the table would prove little. */
async function agree(kind: Kind, list: readonly Fields[]): Promise<void> {
  for (const oracle of oracles) await agreeWith(oracle, kind, list);
}

async function agreeWith(oracle: Oracle, kind: Kind, list: readonly Fields[]): Promise<void> {
  const objects = list.map((fields) => objectWith(kind, fields));
  const verdicts = await Promise.all(objects.map((object) => oracle.create(object)));
  const different = objects.flatMap((object, index) => {
    const ours = errorsOf(validateManifest(object, { kubernetes: oracle.version }));
    const { ok, errors } = verdicts[index] as (typeof verdicts)[number];
    return ok === (ours.length === 0)
      ? []
      : [{ minor: oracle.version, kind, fields: JSON.stringify(list[index]).slice(0, 300), server: errors, ours }];
  });
  expect(different).toEqual([]);
  expect(new Set(verdicts.map(({ ok }) => ok)).size).toBe(2);
}

const a = (length: number): string => 'a'.repeat(length);
const under = (prefix: string, list: readonly Fields[]): Fields[] =>
  list.map((fields) => Object.fromEntries(Object.entries(fields).map(([path, value]) => [`${prefix}.${path}`, value])));
/** Every choice of one value for each field. */
function every(choices: Record<string, readonly unknown[]>): Fields[] {
  return Object.entries(choices).reduce<Fields[]>(
    (all, [path, values]) => all.flatMap((fields) => values.map((value) => ({ ...fields, [path]: value }))),
    [{}],
  );
}

test.each(kinds)('metadata of %s', async (kind) => {
  const prefixes = [
    'abc-',
    'a.-',
    'ABC-',
    'a',
    '1-',
    'a_-',
    'a__-',
    '-',
    '--',
    'a.',
    `${a(57)}.`,
    `${a(58)}.`,
    `${a(46)}--`,
  ];
  const lengths = [47, 48, 50, 58, 63, 64, 253, 254].map(a);
  const owner = { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b' };
  await agree(kind, [
    ...every({ 'metadata.name': ['a', undefined], 'metadata.generateName': [...prefixes, ...lengths] }),
    ...under('metadata', [
      ...every({ generation: [-1, 0, 5] }),
      ...every({
        resourceVersion: ['1', '0', '', 'abc', '007', '18446744073709551615', '18446744073709551616', '-1', '+1'],
      }),
      ...every({
        finalizers: [['orphan'], ['orphan', 'foregroundDeletion'], ['a.b/c', 'a.b/c'], ['foo'], [''], ['a/b/c']],
      }),
      ...['v1', '/v1', 'a/', '/', 'a/b/c', 'events.k8s.io/v1', ''].flatMap((apiVersion) =>
        ['Pod', 'Event'].map((name) => ({ ownerReferences: [{ ...owner, apiVersion, kind: name }] })),
      ),
      {
        ownerReferences: [
          { ...owner, controller: true },
          { ...owner, controller: true },
        ],
      },
      { ownerReferences: [{}] },
      { annotations: { '\u0130.com/a': 'x', '\u212a': 'x' } },
    ]),
  ]);
});

const jobSpecs: Fields[] = [
  ...every({
    completionMode: ['Indexed', 'NonIndexed', '', undefined],
    backoffLimitPerIndex: [undefined, 1, -1],
    maxFailedIndexes: [undefined, 2, 4],
    completions: [undefined, 0, 3],
  }),
  ...every({
    completionMode: ['Indexed'],
    completions: [100_000, 100_001],
    backoffLimitPerIndex: [1],
    maxFailedIndexes: [undefined, 10_000, 10_001],
    parallelism: [undefined, 10_000, 10_001],
  }),
  ...every({
    podReplacementPolicy: ['x', 'Failed', '', 'TerminatingOrFailed'],
    podFailurePolicy: [undefined, { rules: [] }],
  }),
  ...every({ manualSelector: [true, false], selector: [undefined, {}] }),
  ...[
    { action: 'FailIndex', onExitCodes: { operator: 'Foo' } },
    { action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } },
    { action: 'Count', onPodConditions: [{ type: 'A' }] },
    { action: 'Count', onPodConditions: [{ type: 'A', status: 'True' }] },
    { action: 'Count', onExitCodes: { operator: 'In', values: [1], containerName: '' } },
    { action: 'Count', onExitCodes: { operator: 'In', values: [1] }, onPodConditions: [] },
  ].map((rule) => ({ podFailurePolicy: { rules: [rule] } })),
];

test('the Job, alone and in a CronJob', async () => {
  await agree('Job', under('spec', jobSpecs));
  await agree('CronJob', under('spec.jobTemplate.spec', jobSpecs));
});

test('names, selectors and labels of Jobs', async () => {
  const selectors = [
    undefined,
    ...[
      'app:web',
      'app:x',
      'job-name:sample',
      'job-name:x',
      'batch.kubernetes.io/job-name:sample',
      'controller-uid:x',
    ].map((label) => {
      const [key = '', value = ''] = label.split(':');
      return { matchLabels: { [key]: value } };
    }),
    ...['job-name Exists', 'app DoesNotExist', 'foo DoesNotExist', 'app Exists', 'app Foo'].map((expression) => {
      const [key, operator] = expression.split(' ');
      return { matchExpressions: [{ key, operator }] };
    }),
    { matchExpressions: [{ key: 'job-name', operator: 'NotIn', values: ['a'] }] },
  ];
  const labels = ['job-name', 'batch.kubernetes.io/job-name', 'controller-uid', 'batch.kubernetes.io/controller-uid'];
  await agree('Job', [
    ...every({ 'spec.selector': selectors, 'spec.manualSelector': [true, false, undefined] }),
    ...labels.flatMap((label) =>
      every({ 'spec.template.metadata.labels': ['sample', 'x', ''].map((value) => ({ [label]: value })) }),
    ),
    ...every({
      'metadata.name': [60, 61, 62, 63].map(a),
      'spec.completionMode': ['Indexed'],
      'spec.completions': [0, 1, 10, 11, 100, 101],
    }),
    ...every({
      'metadata.name': [a(64), 'a.b'],
      'spec.manualSelector': [true, undefined],
      'spec.selector': [{ matchLabels: { app: 'web' } }],
      'spec.completionMode': ['Indexed', undefined],
    }),
  ]);
});

test('schedule and time zone', async () => {
  const schedules = [
    'TZ=UTC 0 0 * * *',
    'CRON_TZ=x 0 0 * * *',
    '0 0 * * TZ',
    '@every 1h',
    '0 0 31 2 *',
    '@TZ',
    'TZ= 0 0 * * *',
    'TZ=UTC ',
  ];
  const zones = [
    undefined,
    null,
    '',
    'UTC',
    'Local',
    'local',
    'EST',
    'PST',
    'Factory',
    'Europe//Paris',
    '/UTC',
    'UTC/',
  ];
  await agree('CronJob', every({ 'spec.schedule': schedules, 'spec.timeZone': zones }));
});

test('strategy, deadline and disks of Deployments', async () => {
  const shares = [undefined, null, 0, 1, 101, -1, '0%', '00%', '101%', '99999999999999999999%', '1', ''];
  await agree('Deployment', [
    ...every({
      'spec.strategy.type': [undefined, '', 'RollingUpdate', 'Recreate', 'x'],
      'spec.strategy.rollingUpdate': [undefined, null, {}],
    }),
    ...every({ 'spec.strategy.rollingUpdate.maxSurge': shares, 'spec.strategy.rollingUpdate.maxUnavailable': shares }),
    ...every({
      'spec.progressDeadlineSeconds': [undefined, null, -1, 0, 1, 599, 600],
      'spec.minReadySeconds': [undefined, -2, 0, 1, 599, 600],
    }),
    ...every({
      'spec.replicas': [undefined, 0, 1, 2],
      'spec.template.spec.volumes': [undefined, true, false].map((readOnly) => [
        { name: 'v', gcePersistentDisk: { pdName: 'a', readOnly } },
      ]),
    }),
  ]);
});

test('addresses, types and traffic of Services', async () => {
  const types = [undefined, '', 'ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName', 'x'];
  await agree(
    'Service',
    under('spec', [
      ...every({
        type: types,
        externalName: [undefined, 'a.b.', '.'],
        clusterIP: [undefined, '', 'None', 'none', '10.96.0.5'],
        ports: [[], [{ port: 80 }]],
      }),
      ...every({
        clusterIP: [undefined, 'None', '10.96.0.5'],
        clusterIPs: [
          [],
          ['None'],
          ['10.96.0.5'],
          ['10.96.0.6'],
          ['10.96.0.5', '10.96.0.6'],
          ['None', '10.96.0.5'],
          [''],
        ],
      }),
      ...every({
        clusterIP: ['None', '10.96.0.5'],
        selector: [{}, { a: 'b' }],
        ipFamilyPolicy: [undefined, 'SingleStack', ''],
        ipFamilies: [[], ['IPv4'], ['IPv4', 'IPv4'], ['ipv4']],
      }),
      ...every({
        type: types,
        externalTrafficPolicy: [undefined, '', 'Local', 'local'],
        healthCheckNodePort: [undefined, 0, 80, 30_000],
      }),
      ...every({ type: types, internalTrafficPolicy: [undefined, '', 'Local', 'x'], externalName: ['a'] }),
      ...every({
        type: types,
        loadBalancerClass: [undefined, '', 'a.b/c', 'a b'],
        allocateLoadBalancerNodePorts: [undefined, false],
        externalName: ['a'],
      }),
      ...every({
        sessionAffinity: [undefined, 'None', 'ClientIP', 'x'],
        sessionAffinityConfig: [
          undefined,
          {},
          { clientIP: {} },
          { clientIP: { timeoutSeconds: 0 } },
          { clientIP: { timeoutSeconds: 86_400 } },
        ],
      }),
    ]),
  );
});

test('ports of Services', async () => {
  const named = (list: Fields[]): Fields[] => list.map((port, index) => ({ name: `p${index}`, ...port }));
  const port = every({ port: [80, 81], protocol: [undefined, 'UDP'], nodePort: [undefined, 30_000, 30_001] });
  const pairs = port.flatMap((first) => port.map((second) => named([first, second])));
  const threes = [30_000, 30_001].map((nodePort) =>
    named([
      { port: 80, nodePort: 30_000 },
      { port: 80, protocol: 'UDP', nodePort: 30_001 },
      { port: 80, protocol: 'SCTP', nodePort },
    ]),
  );
  const odd = [29_999, 32_767, 32_768, -1, 0, 70_000].map((nodePort) => [{ port: 80, nodePort }]);
  await agree(
    'Service',
    every({
      'spec.type': ['NodePort', 'LoadBalancer', 'ClusterIP', 'ExternalName'],
      'spec.externalName': ['a'],
      'spec.ports': [...pairs, ...threes, ...odd],
    }),
  );
}, 60_000);

test('addresses and ranges', async () => {
  const ips = [
    '1.2.3.4',
    '127.0.0.1',
    '::1',
    '::',
    '0.0.0.0',
    '000.0.0.0',
    '169.254.1.1',
    '224.0.0.5',
    '224.0.1.5',
    'ff02::1',
    'ff12::1',
    'fe80::1',
    'febf::1',
    'fec0::1',
    '::ffff:127.0.0.1',
    '::ffff:0127.0.0.1',
    '0000000:0:0:0:0:0:0:00001',
    'fe80::1%eth0',
    '',
  ];
  const ranges = [
    '10.0.0.0/8',
    ' 1.2.3.4/32 ',
    '::/0',
    '010.0.0.0/08',
    '10.0.0.0',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/+1',
    '::/129',
    '::ffff:1.2.3.4/100',
    '10.0.0.0/ 8',
    '10.0.0.0/00000000000000000000000000008',
    '',
  ];
  const key = 'service.beta.kubernetes.io/load-balancer-source-ranges';
  await agree('Service', [
    ...ips.map((ip) => ({ 'spec.externalIPs': [ip] })),
    ...every({
      'spec.type': ['LoadBalancer', undefined],
      'spec.loadBalancerSourceRanges': [undefined, ...ranges.map((range) => [range])],
    }),
    ...every({
      'spec.type': ['LoadBalancer', undefined],
      'metadata.annotations': ['', ' ', 'x', ' 10.0.0.0/8 , 1.2.3.4/32', '10.0.0.0/8,'].map((value) => ({
        [key]: value,
      })),
      'spec.loadBalancerSourceRanges': [undefined, ['1.2.3.4/32']],
    }),
  ]);
});

test('types and values of Secrets', async () => {
  const texts = [
    '{}',
    'null',
    '[]',
    '1',
    '',
    ' {"a":1} ',
    '{"a":1e999}',
    '\ufeff{}',
    '{"a":1,"a":2}',
    "{'a':1}",
    '{"a":"\ud800"}',
    '{"a":"\u0001"}',
    '{"a":01}',
    '{"a":"\u2028"}',
  ];
  const deep = [9_999, 10_000].map((depth) => `${'{"a":'.repeat(depth)}{}${'}'.repeat(depth)}`);
  const invalid = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]).toString('base64');
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const bags = [
    undefined,
    { 'tls.crt': '' },
    { 'tls.crt': '', 'tls.key': '' },
    { 'ssh-privatekey': '' },
    { 'ssh-privatekey': 'YWFh' },
    { username: null },
    { password: '' },
  ];
  await agree('Secret', [
    ...['dockerconfigjson', 'dockercfg'].flatMap((type) => [
      ...[...texts, ...deep].map((text) => ({ type: `kubernetes.io/${type}`, stringData: { [`.${type}`]: text } })),
      ...texts.map((text) => ({ type: `kubernetes.io/${type}`, data: { [`.${type}`]: base64(text) } })),
      { type: `kubernetes.io/${type}`, data: { [`.${type}`]: invalid } },
    ]),
    ...every({
      type: ['tls', 'ssh-auth', 'basic-auth', 'service-account-token'].map((type) => `kubernetes.io/${type}`),
      data: bags,
      stringData: bags,
    }),
  ]);
}, 60_000);

test('hosts, paths and backends of Ingresses', async () => {
  const hosts = [
    '10.0.0.1',
    '010.0.0.1',
    '::1',
    '*.a.b',
    '*',
    '*.',
    'a.*',
    '*a.b',
    '*.*.a',
    'A.b',
    'a.b.',
    'a:80',
    '',
    a(253),
    a(254),
    `*.${a(251)}`,
    `*.${a(252)}`,
    '999.1.1.1',
  ];
  const paths = [
    '/',
    '',
    undefined,
    'a',
    '/a//b',
    '/a/./b',
    '/a/../b',
    '/%2f',
    '/%2F',
    '/a/..',
    '/.',
    '/a..',
    '//',
    ' /',
    '/ é?',
  ];
  const service = { service: { name: 'a', port: { number: 80 } } };
  const ports = [
    undefined,
    {},
    ...[0, 65_536, -1, 80].map((number) => ({ number })),
    ...['x', '80', ''].map((name) => ({ name })),
    { name: 'x', number: 1 },
    { name: '', number: 1 },
  ];
  const backends = [
    {},
    ...ports.map((port) => ({ service: { name: 'a', port } })),
    ...['1a', 'a.b', '', undefined].map((name) => ({ service: { name, port: { number: 80 } } })),
    ...[
      {},
      { kind: 'A', name: 'b' },
      { apiGroup: '', kind: 'A', name: 'b' },
      { kind: 'A/b', name: 'b' },
      { kind: 'A', name: '..' },
    ].map((resource) => ({ resource })),
    { ...service, resource: { kind: 'A', name: 'b' } },
  ];
  await agree('Ingress', [
    ...hosts.flatMap((host) => [
      { 'spec.rules': [{ host }] },
      { 'spec.tls': [{ hosts: [host] }] },
      { 'spec.tls': [{ secretName: host }] },
      { 'spec.ingressClassName': host },
    ]),
    ...['Exact', 'Prefix', 'ImplementationSpecific', 'exact', ''].flatMap((pathType) =>
      paths.map((path) => ({ 'spec.rules': [{ http: { paths: [{ path, pathType, backend: service }] } }] })),
    ),
    ...backends.flatMap((backend) => [
      { 'spec.defaultBackend': backend },
      { 'spec.rules': [{ http: { paths: [{ path: '/', pathType: 'Exact', backend }] } }] },
    ]),
    ...every({
      'metadata.annotations': ['', 'x'].map((value) => ({ 'kubernetes.io/ingress.class': value })),
      'spec.ingressClassName': ['x', 'y', undefined],
    }),
  ]);
});
