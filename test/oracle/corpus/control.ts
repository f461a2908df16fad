// Flowcontrol, resource.k8s.io and APIService.
import { bases } from '../../kube/sets/control';
import { a, type Case, fieldOf, label1035, label1123, qualifiedName, subdomain } from './case';

const base =
  (kind: string, index = 0) =>
  (): object =>
    bases[kind]![index]!();

const BY = '1.36';
const times = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));
const record = <Value>(count: number, value: Value): Record<string, Value> =>
  Object.fromEntries(times(count, (index) => [`k${index}`, value]));

const driver = {
  takes: ['a', 'gpu.example.com', 'GPU.Example.com', a(63), `${a(31)}.${a(31)}`],
  refuses: ['', undefined, a(64), 'a_b', '-a', 'a..b', 'a/b', 'é'],
};

/** `[domain/]identifier`; what has two slashes nobody looks at. */
const attributeNames = {
  takes: ['a', '_a', 'A1', 'a.b/c', 'GPU.Example/_x', 'a/b/c', '/a/b', `${a(63)}/${a(32)}`, a(32)],
  refuses: ['', '1a', 'a-b', 'a b', 'é', '/a', 'a/', '/', 'a_b/c', 'a/1', a(33), `${a(64)}/b`, `a/${a(33)}`],
};

const spec = 'spec.devices';
const gpu = `${spec}.requests[0].exactly`;
const claim = (path: string, values: Parameters<typeof fieldOf>[2], index = 0): Case[] =>
  fieldOf(base('ResourceClaim', index), path, values, BY);
const request = (name: string): object => ({ name, exactly: { deviceClassName: 'a' } });
const simple = { deviceClassName: 'a' };
const opaque = { driver: 'a', parameters: {} };

const claims: readonly Case[] = [
  ...claim('metadata.name', subdomain),
  ...claim('metadata.generation', { takes: [0, 5], refuses: [-1] }),
  ...fieldOf(base('ResourceClaimTemplate'), 'metadata.generation', { takes: [5], refuses: [-1] }, BY),
  ...fieldOf(base('DeviceClass'), 'metadata.generation', { takes: [-1] }, BY),
  ...claim('spec', { takes: [undefined, {}, { devices: {} }] }),
  ...claim(`${spec}.requests`, { refuses: [undefined, [request('gpu')]] }),
  ...claim(
    `${spec}.requests`,
    {
      takes: [[request('gpu')], [request('gpu'), ...times(31, (index) => request(`r${index}`))]],
      refuses: [
        [request('gpu'), ...times(32, (index) => request(`r${index}`))],
        [request('gpu'), request('gpu')],
        [request('gpu'), request('')],
        [request('gpu'), { exactly: simple }],
        [request('gpu'), { name: 'a' }],
        [request('gpu'), { name: 'a', exactly: {} }],
        [request('gpu'), { name: 'a', firstAvailable: [] }],
        [request('gpu'), { name: 'a', exactly: simple, firstAvailable: [{ name: 'b', ...simple }] }],
      ],
    },
    1,
  ),
  ...claim(`${spec}.requests[0].name`, { takes: label1123.takes, refuses: ['', ...label1123.refuses] }, 1),
  ...claim(`${gpu}.deviceClassName`, { takes: subdomain.takes, refuses: ['', undefined, ...subdomain.refuses] }),
  ...claim(`${gpu}.allocationMode`, { takes: ['', undefined, 'ExactCount'], refuses: ['All', 'all', 'Some'] }),
  ...claim(gpu, {
    takes: [
      { ...simple, allocationMode: 'All' },
      { ...simple, allocationMode: 'All', count: 0 },
      { ...simple, count: 0 },
      { ...simple, count: 1000 },
    ],
    refuses: [
      { ...simple, allocationMode: 'All', count: 1 },
      { ...simple, allocationMode: 'All', count: -1 },
      { ...simple, count: -1 },
    ],
  }),
  ...claim(`${gpu}.selectors`, {
    takes: [[], times(32, () => ({ cel: { expression: 'true' } }))],
    refuses: [[{}], [{ cel: {} }], [{ cel: { expression: '' } }], times(33, () => ({ cel: { expression: 'true' } }))],
  }),
  ...claim(`${gpu}.selectors[0].cel.expression`, {
    takes: [
      'true',
      `true${' '.repeat(10 * 1024 - 4)}`,
      'device.driver == "a"',
      'device.driver.lowerAscii().startsWith("gpu")',
      'device.allowMultipleAllocations',
      'device.attributes["a"].b',
      'device.attributes["a"].b == 1 || device.attributes["a"].b == "x"',
      'device.attributes["a"].v.compareTo(semver("1.2.3")) > 0',
      'device.attributes["a"].?b.orValue(true)',
      'device.attributes.exists(domain, domain == "a")',
      '"a" in device.capacity',
      'semver("1.2").major() == 1',
      'device.capacity["a"].b.isGreaterThan(quantity("1Gi"))',
      'cel.bind(x, device.attributes["a"], x.b && x.c)',
    ],
    refuses: [
      '',
      `true${' '.repeat(10 * 1024 - 3)}`,
      'device.driver ==',
      'device.driver',
      'device.driver == 1',
      'device.model',
      'driver == "a"',
      'device.attributes["a"]',
      'device.attributes[a].b',
      'device.attributes.a.b.includes("x")',
      'device.capacity["a"].b > quantity("1Gi")',
      'device.capacity["a"].b',
      'dyn(true)',
      'device.attributes["a"].b.c',
      '1',
    ],
  }),

  ...claim(`${gpu}.tolerations`, {
    takes: [
      [],
      [{}],
      [{ operator: 'Exists' }],
      [{ key: 'a', operator: '', value: 'b' }],
      [{ operator: 'Exists', effect: 'None', tolerationSeconds: 5 }],
      times(40, () => ({ operator: 'Exists' })),
    ],
    refuses: [
      [{ operator: 'Exists', value: 'a' }],
      [{ operator: 'In' }],
      [{ key: 'a b' }],
      [{ value: 'a b' }],
      [{ effect: 'PreferNoSchedule' }],
    ],
  }),
  ...claim(`${gpu}.adminAccess`, { takes: [false], refuses: [] }),
  ...claim(`${gpu}.capacity`, {
    takes: [{}, { requests: {} }, { requests: { a: '1', 'a b': '-1' } }],
    refuses: [{ requests: { a: 'x' } }],
  }),
  ...claim(`${spec}.requests[1].firstAvailable`, {
    takes: [
      [{ name: 'big', ...simple }],
      times(8, (index) => ({ name: index === 0 ? 'big' : `s${index}`, ...simple })),
    ],
    refuses: [
      [],
      times(9, (index) => ({ name: index === 0 ? 'big' : `s${index}`, ...simple })),
      [
        { name: 'big', ...simple },
        { name: 'big', ...simple },
      ],
      [{ name: 'big' }],
      [{ name: 'big', ...simple }, simple],
      [{ name: 'big', ...simple, allocationMode: 'All', count: 1 }],
      [{ name: 'big', ...simple, selectors: [{}] }],
      [{ name: 'big', ...simple, tolerations: [{ operator: 'Exists', value: 'a' }] }],
    ],
  }),
  ...claim(`${spec}.constraints`, {
    takes: [
      [],
      [{ matchAttribute: 'a/b' }],
      [{ distinctAttribute: 'a/b' }],
      [{ matchAttribute: 'a/b', distinctAttribute: 'wrong' }],
      times(32, () => ({ matchAttribute: 'a/b' })),
    ],
    refuses: [[{}], [{ distinctAttribute: 'b' }], times(33, () => ({ matchAttribute: 'a/b' }))],
  }),
  ...claim(`${spec}.constraints[0].matchAttribute`, {
    takes: attributeNames.takes.filter((name) => name.includes('/')),
    refuses: [...attributeNames.refuses, undefined, 'a'],
  }),
  ...claim(`${spec}.constraints[0].requests`, {
    takes: [[], ['gpu'], ['nic'], ['nic/big', 'nic/small']],
    refuses: [
      ['other'],
      ['gpu/big'],
      ['nic/other'],
      ['nic/big/x'],
      ['gpu', 'gpu'],
      [''],
      ['gpu/'],
      ['Gpu'],
      times(33, () => 'gpu'),
    ],
  }),
  ...claim(`${spec}.config`, {
    takes: [[], times(32, () => ({ opaque }))],
    refuses: [
      [{}],
      [{ opaque: {} }],
      [{ opaque, requests: ['other'] }],
      [{ opaque, requests: ['gpu', 'gpu'] }],
      times(33, () => ({ opaque })),
    ],
  }),
  ...claim(`${spec}.config[0].opaque.driver`, driver),
  ...claim(`${spec}.config[0].opaque.parameters`, {
    takes: [{}, { a: [1, null] }, { a: a(10 * 1024 - 8) }],
    refuses: [undefined, null, [], 'x', 5, true, { a: a(10 * 1024 - 7) }, { a: 'é'.repeat(5 * 1024 - 3) }],
  }),
  ...claim('status', { takes: [{ reservedFor: [{}] }] }),
  ...fieldOf(
    base('ResourceClaimTemplate'),
    'spec.metadata',
    {
      takes: [undefined, {}, { labels: { a: 'b' } }, { annotations: { a: 'b c' } }, { name: '' }],
      refuses: [{ name: 'a' }, { labels: { 'a b': 'c' } }, { annotations: { 'a b': 'c' } }, { finalizers: ['a/b'] }],
    },
    BY,
  ),
  ...fieldOf(base('ResourceClaimTemplate'), 'metadata.name', subdomain, BY),
  ...fieldOf(
    base('ResourceClaimTemplate'),
    'spec',
    { takes: [undefined, {}, { spec: {} }], refuses: [{ spec: { devices: { requests: [{}] } } }] },
    BY,
  ),
];

const classes: readonly Case[] = [
  ...fieldOf(base('DeviceClass'), 'metadata.name', subdomain, BY),
  ...fieldOf(base('DeviceClass'), 'metadata.generateName', { takes: ['a-', 'A', 'a.', ''] }, BY),
  ...fieldOf(
    base('DeviceClass'),
    'metadata',
    { takes: [{ generateName: 'a-' }, { generateName: 'a.' }], refuses: [{ generateName: 'A' }, {}] },
    BY,
  ),
  ...fieldOf(base('DeviceClass'), 'spec', { takes: [undefined, {}] }, BY),
  ...fieldOf(
    base('DeviceClass'),
    'spec.selectors',
    {
      takes: [[], times(32, () => ({ cel: { expression: 'true' } }))],
      refuses: [[{}], times(33, () => ({ cel: { expression: 'true' } }))],
    },
    BY,
  ),
  ...fieldOf(
    base('DeviceClass'),
    'spec.config',
    { takes: [[], times(32, () => ({ opaque }))], refuses: [[{}], times(33, () => ({ opaque }))] },
    BY,
  ),
  ...fieldOf(
    base('DeviceClass'),
    'spec.extendedResourceName',
    {
      takes: ['a.b/c', 'a/b', `${a(244)}/b`, undefined],
      refuses: [
        '',
        'gpu',
        'cpu',
        'kubernetes.io/a',
        'x.kubernetes.io/a',
        'requests.a/b',
        `${a(245)}/b`,
        'a/',
        '/b',
        'a/b/c',
        'a b/c',
      ],
    },
    BY,
  ),
];

const slice = (path: string, values: Parameters<typeof fieldOf>[2], index = 0): Case[] =>
  fieldOf(base('ResourceSlice', index), path, values, BY);
const perDevice = (): object => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceSlice',
  metadata: { name: 'a' },
  spec: {
    driver: 'a',
    pool: { name: 'a', resourceSliceCount: 1 },
    perDeviceNodeSelection: true,
    devices: [{ name: 'a', nodeName: 'node' }],
  },
});
const terms = (count: number): object => ({
  nodeSelectorTerms: times(count, () => ({ matchExpressions: [{ key: 'a', operator: 'Exists' }] })),
});
const device = (index: number): object => ({ name: `d${index}` });
const taint = { key: 'a', effect: 'NoSchedule' };
const counters = { memory: { value: '1Gi' } };
const policy = 'spec.devices[1].capacity.memory.requestPolicy';

const slices: readonly Case[] = [
  ...slice('metadata.name', subdomain),
  ...slice('spec', { refuses: [undefined, {}] }),
  ...slice('spec.driver', driver),
  ...slice('spec.pool', {
    takes: [{ name: 'a', resourceSliceCount: 1 }],
    refuses: [
      undefined,
      {},
      { name: 'a' },
      { resourceSliceCount: 1 },
      { name: 'a', resourceSliceCount: 0 },
      { name: 'a', resourceSliceCount: 1, generation: -1 },
    ],
  }),
  ...slice('spec.pool.name', {
    takes: ['a', 'a/b', 'a.b/c/d', a(253), `${a(126)}/${a(126)}`],
    refuses: ['', '/', 'a/', '/a', 'a//b', 'A', a(254), `${a(127)}/${a(126)}`],
  }),
  ...slice('spec.nodeName', { takes: subdomain.takes, refuses: ['', undefined, ...subdomain.refuses] }),
  ...slice('spec.allNodes', { refuses: [true, false] }),
  ...slice('spec.perDeviceNodeSelection', { refuses: [true, false] }),
  ...slice('spec.nodeSelector', { refuses: [{}, terms(1)] }),
  ...slice('spec.nodeSelector', { takes: [terms(1)], refuses: [undefined, {}, terms(0), terms(2)] }, 2),
  ...slice('spec.allNodes', { takes: [true], refuses: [undefined, false] }, 1),
  ...slice('spec.devices', { refuses: [[], [device(0)]] }, 1),
  ...slice('spec.devices', {
    takes: [undefined, [], times(128, device), times(64, (index) => ({ ...device(index), taints: [taint] }))],
    refuses: [
      times(129, device),
      [device(0), device(0)],
      [{}],
      times(65, (index) => ({ ...device(index), ...(index === 64 && { taints: [taint] }) })),
      times(65, (index) => ({
        ...device(index),
        ...(index === 0 && { consumesCounters: [{ counterSet: 'a', counters }] }),
      })),
    ],
  }),
  ...slice('spec.devices[0].name', { takes: label1123.takes, refuses: ['', undefined, ...label1123.refuses] }),
  ...[
    ...attributeNames.takes.map((name) => [name, true] as const),
    ...attributeNames.refuses.map((name) => [name, false] as const),
  ].flatMap(([name, taken]) => [
    ...slice('spec.devices[0].attributes', { [taken ? 'takes' : 'refuses']: [{ [name]: { int: 1 } }] }),
    ...slice('spec.devices[0].capacity', { [taken ? 'takes' : 'refuses']: [{ [name]: { value: '1' } }] }),
  ]),
  ...slice('spec.devices[0].attributes', {
    takes: [
      {},
      record(31, { int: 1 }),
      { a: { bool: false } },
      { a: { int: 0 } },
      { a: { string: '' } },
      { a: { bool: true, bools: [true] } },
    ],
    refuses: [
      record(32, { int: 1 }),
      record(49, { int: 1 }),
      { a: {} },
      { a: { bool: true, int: 1 } },
      { a: { bools: [true] } },
      { a: { version: '' } },
    ],
  }),
  ...slice('spec.devices[0].attributes.model.string', {
    takes: [a(64), 'é'.repeat(32)],
    refuses: [a(65), 'é'.repeat(33)],
  }),
  ...slice('spec.devices[0].attributes.model', {
    takes: ['1.2.3', '0.0.0', '1.0.0-rc.1', '1.0.0-0a', '1.0.0+001', '1.0.0-a+b', `1.0.0-${a(58)}`].map((version) => ({
      version,
    })),
    refuses: [
      '1',
      '1.2',
      'v1.2.3',
      '01.2.3',
      '1.0.0-',
      '1.0.0-01',
      '1.0.0+',
      '1.0.0 ',
      '1.0.0-a..b',
      `1.0.0-${a(59)}`,
    ].map((version) => ({ version })),
  }),
  ...slice('spec.devices[0].taints', {
    takes: [[], times(16, () => taint), [taint, taint], [{ ...taint, effect: 'None' }], [{ ...taint, value: '' }]],
    refuses: [
      times(17, () => taint),
      [{}],
      [{ key: 'a' }],
      [{ effect: 'NoSchedule' }],
      [{ ...taint, effect: 'PreferNoSchedule' }],
      [{ ...taint, value: 'a b' }],
      [{ ...taint, key: 'a b' }],
    ],
  }),
  ...slice('spec.devices[0].consumesCounters', {
    takes: [
      [],
      [
        { counterSet: 'a', counters },
        { counterSet: 'b', counters },
      ],
      [{ counterSet: 'a', counters: record(32, { value: '1' }) }],
    ],
    refuses: [
      times(3, (index) => ({ counterSet: `s${index}`, counters })),
      [
        { counterSet: 'a', counters },
        { counterSet: 'a', counters },
      ],
      [{ counters }],
      [{ counterSet: 'A', counters }],
      [{ counterSet: 'a' }],
      [{ counterSet: 'a', counters: {} }],
      [{ counterSet: 'a', counters: { A: { value: '1' } } }],
      [{ counterSet: 'a', counters: record(33, { value: '1' }) }],
    ],
  }),
  ...slice(
    'spec.sharedCounters',
    {
      takes: [
        undefined,
        [],
        times(8, (index) => ({ name: `s${index}`, counters })),
        [{ name: 'a', counters: record(32, {}) }],
      ],
      refuses: [
        times(9, (index) => ({ name: `s${index}`, counters })),
        [
          { name: 'a', counters },
          { name: 'a', counters },
        ],
        [{ counters }],
        [{ name: 'A', counters }],
        [{ name: 'a' }],
        [{ name: 'a', counters: {} }],
        [{ name: 'a', counters: { 'a.b': {} } }],
        [{ name: 'a', counters: record(33, {}) }],
      ],
    },
    1,
  ),
  ...slice('spec.devices[0].nodeName', { refuses: ['node', ''] }),
  ...slice('spec.devices[0].nodeSelector', { refuses: [terms(1)] }),
  ...slice('spec.devices[0].allNodes', { refuses: [true, false] }),
  ...fieldOf(perDevice, 'spec.perDeviceNodeSelection', { takes: [true], refuses: [false, undefined] }, BY),
  ...fieldOf(perDevice, 'spec.devices[0].nodeName', { takes: ['node', 'a.b'], refuses: ['', 'A', undefined] }, BY),
  ...fieldOf(perDevice, 'spec.devices[0].nodeSelector', { refuses: [terms(1)] }, BY),
  ...fieldOf(perDevice, 'spec.devices[0].allNodes', { refuses: [true, false] }, BY),
  ...fieldOf(
    perDevice,
    'spec.devices[0]',
    {
      takes: [
        { name: 'a', allNodes: true },
        { name: 'a', nodeSelector: terms(2) },
      ],
      refuses: [{ name: 'a' }, { name: 'a', allNodes: false }, { name: 'a', nodeSelector: {} }],
    },
    BY,
  ),
  ...slice('spec.devices[0]', {
    takes: [
      {
        name: 'a',
        bindingConditions: times(4, (index) => `c${index}`),
        bindingFailureConditions: times(4, (index) => `f${index}`),
      },
    ],
    refuses: [
      { name: 'a', bindingConditions: ['b'] },
      { name: 'a', bindingFailureConditions: ['b'] },
      { name: 'a', bindingConditions: ['b'], bindingFailureConditions: [] },
      { name: 'a', bindingConditions: ['b'], bindingFailureConditions: ['b'] },
      { name: 'a', bindingConditions: ['b', 'b'], bindingFailureConditions: ['c'] },
      { name: 'a', bindingConditions: ['b'], bindingFailureConditions: ['c', 'c'] },
      { name: 'a', bindingConditions: times(5, (index) => `c${index}`), bindingFailureConditions: ['f'] },
      { name: 'a', bindingConditions: ['c'], bindingFailureConditions: times(5, (index) => `f${index}`) },
    ],
  }),
  ...slice('spec.devices[0].bindingConditions[0]', {
    takes: qualifiedName.takes,
    refuses: ['', ...qualifiedName.refuses],
  }),
  ...slice('spec.devices[0].bindingFailureConditions[0]', {
    takes: qualifiedName.takes,
    refuses: ['', ...qualifiedName.refuses],
  }),
  ...slice('spec.devices[1].allowMultipleAllocations', { refuses: [false, undefined] }),
  // The capacity is 80Gi.
  ...slice(policy, {
    takes: [
      {},
      { default: '100Gi' },
      { validValues: [] },
      { default: '1', validValues: ['1'] },
      { default: '1', validValues: times(10, (index) => `${index + 1}`) },
      { default: '0.5', validValues: ['0.5', '1.5'] },
      { default: '80Gi', validValues: ['80Gi'] },
      { default: '1', validRange: { min: '0' } },
      { default: '1', validRange: { min: '1', max: '1' } },
      { default: '3', validRange: { min: '1', max: '5', step: '2' } },
      { default: '3', validRange: { min: '1', step: '-2' } },
      { default: '80Gi', validRange: { min: '0', max: '80Gi', step: '80Gi' } },
    ],
    refuses: [
      { validValues: ['1'] },
      { validRange: { min: '1' } },
      { default: '1', validValues: ['1'], validRange: { min: '1' } },
      { default: '1', validValues: ['2'] },
      { default: '1', validValues: ['2', '1'] },
      { default: '1', validValues: ['1', '1'] },
      { default: '0.5', validValues: ['0.5', '0.7'] },
      { default: '1', validValues: ['1', '81Gi'] },
      { default: '1', validValues: times(11, (index) => `${index + 1}`) },
      { default: '1', validRange: {} },
      { default: '81Gi', validRange: { min: '81Gi' } },
      { default: '1', validRange: { min: '2' } },
      { default: '3', validRange: { min: '3', max: '2' } },
      { default: '3', validRange: { min: '1', max: '2' } },
      { default: '3', validRange: { min: '1', max: '81Gi' } },
      { default: '2', validRange: { min: '1', step: '2' } },
      { default: '3', validRange: { min: '1', max: '4', step: '2' } },
      { default: '1', validRange: { min: '1', step: '80Gi' } },
      { default: '1', validRange: { min: '1', step: '0' } },
    ],
  }),
];

const FLOW = 'flowcontrol.apiserver.k8s.io';
const schema = (path: string, values: Parameters<typeof fieldOf>[2], index = 0): Case[] =>
  fieldOf(base('FlowSchema v1beta3', index), path, values);
const rule = 'spec.rules[0]';
const subject = `${rule}.subjects[0]`;

const schemas: readonly Case[] = [
  ...schema('metadata.name', subdomain),
  ...schema('spec', { refuses: [undefined, {}] }),
  ...schema('spec.matchingPrecedence', { takes: [undefined, 0, 2, 10000], refuses: [-1, 1, 10001] }),
  ...schema('spec.priorityLevelConfiguration', { refuses: [undefined, {}] }),
  ...schema('spec.priorityLevelConfiguration.name', { takes: subdomain.takes, refuses: ['', ...subdomain.refuses] }),
  ...schema('spec.distinguisherMethod', {
    takes: [undefined, { type: 'ByUser' }],
    refuses: [{}, { type: '' }, { type: 'ByGroup' }],
  }),
  ...schema('spec.rules', { takes: [undefined, []], refuses: [[{}]] }),
  ...schema(`${rule}.subjects`, { refuses: [undefined, [], [{}]] }),
  ...schema(`${rule}.resourceRules`, { takes: [undefined, []], refuses: [[{}]] }),
  ...schema(rule, { refuses: [{ subjects: [{ kind: 'User', user: { name: 'a' } }] }] }),
  ...schema(subject, {
    takes: [
      { kind: 'User', user: { name: 'a b' } },
      { kind: 'User', user: { name: '*' } },
      { kind: 'Group', group: { name: '*' } },
      { kind: 'ServiceAccount', serviceAccount: { name: '*', namespace: 'a' } },
    ],
    refuses: [
      { kind: '' },
      { kind: 'Role' },
      { kind: 'User' },
      { kind: 'Group' },
      { kind: 'ServiceAccount' },
      { kind: 'User', user: {} },
      { kind: 'Group', group: { name: '' } },
      { kind: 'User', user: { name: 'a' }, group: { name: 'a' } },
      { kind: 'User', user: { name: 'a' }, serviceAccount: {} },
      { kind: 'Group', group: { name: 'a' }, user: { name: 'a' } },
      { kind: 'Group', group: { name: 'a' }, serviceAccount: {} },
      { kind: 'ServiceAccount', serviceAccount: { name: 'a', namespace: 'a' }, user: {} },
      { kind: 'ServiceAccount', serviceAccount: { name: 'a', namespace: 'a' }, group: {} },
    ],
  }),
  ...schema(`${subject}.serviceAccount.name`, { takes: subdomain.takes, refuses: ['', ...subdomain.refuses] }),
  ...schema(`${subject}.serviceAccount.namespace`, {
    takes: label1123.takes,
    refuses: ['', '*', ...label1123.refuses],
  }),
  ...['resourceRules', 'nonResourceRules'].flatMap((rules) =>
    schema(`${rule}.${rules}[0].verbs`, {
      takes: [
        ['*'],
        ['get', 'list', 'create', 'update', 'delete', 'deletecollection', 'patch', 'watch', 'proxy'],
        ['get', 'get'],
      ],
      refuses: [undefined, [], [''], ['Get'], ['connect'], ['get', '*'], ['*', '*']],
    }),
  ),
  ...schema(`${rule}.resourceRules[0].apiGroups`, {
    takes: [[''], ['*'], ['a b', '']],
    refuses: [undefined, [], ['*', '']],
  }),
  ...schema(`${rule}.resourceRules[0].resources`, {
    takes: [[''], ['*'], ['a b/c']],
    refuses: [undefined, [], ['*', 'pods']],
  }),
  ...schema(`${rule}.resourceRules[0].namespaces`, {
    takes: [['*'], ['a', a(63)]],
    refuses: [undefined, [], [''], ['*', 'a'], ['A'], ['a.b'], [a(64)]],
  }),
  ...schema(`${rule}.resourceRules[1].clusterScope`, { takes: [true], refuses: [false, undefined] }),
  ...schema(`${rule}.nonResourceRules[0].nonResourceURLs`, {
    takes: [['*'], ['/'], ['/*'], ['/a', '/a/*', '/a/b'], ['/a\tb'], ['/é']],
    refuses: [undefined, [], [''], ['a'], ['*', '/'], ['/a*'], ['/*/a'], ['/*/*'], ['//'], ['/a//b'], ['/a b'], ['/ ']],
  }),
  // What every server has, it takes as it is.
  ...schema('metadata.name', { takes: ['exempt'], refuses: ['a', 'catch-all'] }, 1),
  ...schema('spec.matchingPrecedence', { refuses: [2, 0] }, 1),
  ...schema('spec.distinguisherMethod', { refuses: [{ type: 'ByUser' }] }, 1),
  ...schema(`${rule}.subjects[0].group.name`, { refuses: ['system:admins'] }, 1),
  ...schema(`${rule}.nonResourceRules`, { refuses: [[], undefined] }, 1),
  ...schema('metadata.name', { takes: ['a', 'catch-all'], refuses: ['exempt'] }, 2),
  ...schema('spec.matchingPrecedence', { takes: [10000], refuses: [9999] }, 2),
  ...schema('spec.distinguisherMethod', { refuses: [undefined, { type: 'ByNamespace' }] }, 2),
  ...schema(`${rule}.subjects`, { refuses: [[{ kind: 'Group', group: { name: 'system:authenticated' } }]] }, 2),
  ...schema('status', { takes: [{ conditions: [{}, {}] }] }),
  ...fieldOf(
    base('FlowSchema'),
    'spec.matchingPrecedence',
    { takes: [undefined, 0, 2, 10000], refuses: [-1, 1, 10001] },
    BY,
  ),
  ...fieldOf(
    base('FlowSchema'),
    subject,
    {
      refuses: [
        { kind: 'ServiceAccount', serviceAccount: { name: 'a', namespace: 'a' }, user: { name: 'a' } },
        { kind: 'ServiceAccount', serviceAccount: { name: 'a', namespace: 'a' }, group: { name: 'a' } },
      ],
    },
    BY,
  ),
  ...fieldOf(base('FlowSchema', 2), 'spec.distinguisherMethod', { refuses: [undefined, { type: 'ByNamespace' }] }, BY),
  ...fieldOf(
    base('FlowSchema'),
    'apiVersion',
    { takes: [`${FLOW}/v1`], refuses: [`${FLOW}/v1beta3`, `${FLOW}/v1beta2`] },
    BY,
  ),
];

const level = (path: string, values: Parameters<typeof fieldOf>[2], index = 0): Case[] => [
  ...fieldOf(base('PriorityLevelConfiguration v1beta3', index), path, values),
  ...fieldOf(base('PriorityLevelConfiguration', index), path, values, BY),
];
const reject = { type: 'Reject' };
const queuing = 'spec.limited.limitResponse.queuing';

const levels: readonly Case[] = [
  ...level('metadata.name', { takes: subdomain.takes, refuses: ['exempt', 'catch-all', ...subdomain.refuses] }),
  ...level('spec', {
    takes: [{ type: 'Limited', limited: { limitResponse: reject } }],
    refuses: [
      undefined,
      {},
      { type: 'Exempt' },
      { type: 'Other' },
      { type: 'Limited' },
      { type: 'Limited', limited: {} },
      { type: 'Limited', limited: { limitResponse: reject }, exempt: {} },
    ],
  }),
  ...level('spec.limited.lendablePercent', { takes: [undefined, 0, 100], refuses: [-1, 101] }),
  ...level('spec.limited.borrowingLimitPercent', { takes: [undefined, 0, 100, 1000], refuses: [-1] }),
  ...level('spec.limited.nominalConcurrencyShares', { takes: [undefined, 1, 0], refuses: [-1] }),
  ...level('spec.limited.limitResponse', {
    takes: [reject, { type: 'Queue', queuing: {} }],
    refuses: [undefined, {}, { type: 'Queue' }, { type: 'Reject', queuing: {} }, { type: 'Drop' }],
  }),
  ...level(`${queuing}.queues`, { takes: [undefined, 0, 6, 1024], refuses: [-1, 5, 1025, 10_000_001] }),
  ...level(queuing, {
    takes: [
      {},
      { queues: 8 },
      { queues: 1, handSize: 1 },
      { queues: 181 },
      { queues: 1024, handSize: 6 },
      { queues: 1 << 20, handSize: 3 },
      { queues: 10_000_000, handSize: 2 },
      { queueLengthLimit: 1 },
    ],
    refuses: [
      { queues: 7 },
      { queues: 182 },
      { queues: 1024, handSize: 7 },
      { queues: (1 << 20) + 1, handSize: 3 },
      { queues: 10_000_000, handSize: 3 },
      { handSize: -1 },
      { handSize: 11 },
      { queueLengthLimit: -1 },
    ],
  }),
  ...level(
    'spec.exempt',
    {
      takes: [undefined, {}, { nominalConcurrencyShares: 0, lendablePercent: 100 }],
      refuses: [{ nominalConcurrencyShares: -1 }, { lendablePercent: 101 }],
    },
    1,
  ),
  ...level(
    'spec',
    {
      refuses: [
        { type: 'Limited', limited: { limitResponse: reject } },
        { type: 'Exempt', limited: { limitResponse: reject } },
      ],
    },
    1,
  ),
  ...level('metadata.name', { takes: ['exempt'], refuses: ['a', 'catch-all'] }, 1),
  ...level('metadata.name', { takes: ['a', 'catch-all'], refuses: ['exempt'] }, 2),
  ...level('spec.limited.nominalConcurrencyShares', { takes: [5], refuses: [6, 0, undefined] }, 2),
  ...level('spec.limited.lendablePercent', { takes: [0, undefined], refuses: [1] }, 2),
  ...level('spec.limited.borrowingLimitPercent', { takes: [undefined], refuses: [0] }, 2),
  ...level('spec.limited.limitResponse', { refuses: [{ type: 'Queue', queuing: {} }] }, 2),
  ...fieldOf(
    base('PriorityLevelConfiguration'),
    'metadata.annotations["flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares"]',
    { refuses: ['', 'a'] },
    BY,
  ),
  // 0 is the default here, unless the annotation says otherwise, which 1.28 does not know.
  ...fieldOf(base('PriorityLevelConfiguration v1beta3'), 'metadata.annotations', { takes: [undefined, {}] }),
  ...fieldOf(base('PriorityLevelConfiguration v1beta2'), 'spec.limited.assuredConcurrencyShares', {
    takes: [undefined, 0, 1],
    refuses: [-1],
  }),
  ...fieldOf(base('PriorityLevelConfiguration v1beta2', 2), 'spec.limited.assuredConcurrencyShares', {
    takes: [5],
    refuses: [0, undefined, 6],
  }),
];

const service = (path: string, values: Parameters<typeof fieldOf>[2], index = 0): Case[] =>
  fieldOf(base('APIService', index), path, values);

const services: readonly Case[] = [
  ...service('metadata.name', {
    takes: ['v1beta1.metrics.k8s.io'],
    refuses: ['', 'metrics.k8s.io', 'v1beta1.metrics.k8s.i', 'v1.', 'a/b', '..'],
  }),
  ...service('metadata', { refuses: [undefined, { generateName: 'v1beta1.metrics.k8s.io' }] }),
  ...service('metadata.generateName', { takes: ['v1beta1.metrics.k8s.io', ''], refuses: ['a'] }),
  ...service('metadata.generation', { takes: [0, 5], refuses: [-1] }),
  ...service('metadata.finalizers', { takes: [['a'], ['a/b']], refuses: [['a b']] }),
  ...service('spec', { refuses: [undefined, {}] }),
  ...[
    ...label1035.takes.map((text) => [text, true] as const),
    ...label1035.refuses.map((text) => [text, false] as const),
    ['', false] as const,
  ].map(([version, taken]): Case => {
    const object = base('APIService')() as { metadata: { name: string }; spec: { version: string } };
    object.spec.version = version;
    object.metadata.name = `${version}.metrics.k8s.io`;
    return { name: `APIService version ${JSON.stringify(version)}`, object, refused: !taken };
  }),
  ...[
    ...subdomain.takes.map((text) => [text, true] as const),
    ...subdomain.refuses.map((text) => [text, false] as const),
    ['', false] as const,
  ].map(([group, taken]): Case => {
    const object = base('APIService')() as { metadata: { name: string }; spec: { group: string } };
    object.spec.group = group;
    object.metadata.name = `v1beta1.${group}`;
    return { name: `APIService group ${JSON.stringify(group)}`, object, refused: !taken };
  }),
  ...service('spec.groupPriorityMinimum', { takes: [1, 20000], refuses: [undefined, 0, -1, 20001] }),
  ...service('spec.versionPriority', { takes: [1, 1000], refuses: [undefined, 0, -1, 1001] }),
  ...service('spec.service', {
    takes: [{ name: 'A b', namespace: 'C/d' }],
    refuses: [undefined, {}, { name: 'a' }, { namespace: 'a' }],
  }),
  ...service('spec.service.port', { takes: [undefined, 1, 65535], refuses: [0, -1, 65536] }),
  ...service('spec.insecureSkipTLSVerify', { takes: [false, undefined], refuses: [true] }),
  ...service('spec.insecureSkipTLSVerify', { takes: [true, false] }, 1),
  ...service('spec.insecureSkipTLSVerify', { takes: [false], refuses: [true] }, 2),
  ...service('spec.caBundle', { takes: ['', 'YQ=='], refuses: ['x'] }),
  ...service('spec.caBundle', { takes: [''], refuses: ['YQ=='] }, 1),
  ...service('spec.caBundle', { takes: [''], refuses: ['YQ=='] }, 2),
  ...service('spec.group', { refuses: ['a'] }, 2),
  ...service('status', { takes: [{ conditions: [{}] }] }),
];

export const control: readonly Case[] = [...claims, ...classes, ...slices, ...schemas, ...levels, ...services];
