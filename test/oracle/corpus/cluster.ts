// Namespace, Node, ServiceAccount, ResourceQuota, LimitRange, Endpoints, both Events, EndpointSlice, Lease, PriorityClass, RuntimeClass.
import { a, type Case, fieldOf, label1123, labelValue, plus, qualifiedName, subdomain, type Values } from './case';

const v1 =
  (kind: string, rest: object = {}, metadata: object = {}) =>
  (): object => ({ apiVersion: 'v1', kind, metadata: { name: 'sample', ...metadata }, ...structuredClone(rest) });

const generation: Values = { takes: [0, 5], refuses: [-1] };
const withEmpty = (values: { takes: readonly unknown[]; refuses: readonly unknown[] }, taken: boolean): Values => ({
  takes: [...values.takes, ...(taken ? [''] : [])],
  refuses: [...values.refuses, ...(taken ? [] : [''])],
});
const names = withEmpty(subdomain, false);
const requiredKey = { takes: qualifiedName.takes, refuses: [...qualifiedName.refuses, '', undefined] };

const account = v1('ServiceAccount');
const serviceAccount: Case[] = [
  ...fieldOf(account, 'metadata.name', names),
  ...fieldOf(account, 'metadata.finalizers', { takes: [['a.b/c']], refuses: [['a']] }),
  ...fieldOf(account, 'metadata.generation', generation),
  ...fieldOf(account, 'secrets', { takes: [[{ name: 'a' }], [{}], [{ name: 'A b', kind: 'x' }]] }),
  ...fieldOf(account, 'imagePullSecrets', { takes: [[{ name: 'a' }], [{}], [{ name: 'A b' }]] }),
  ...fieldOf(account, 'metadata.annotations["kubernetes.io/enforce-mountable-secrets"]', { takes: ['true', 'x'] }),
];

const room = v1('Namespace');
const NAME_LABEL = 'metadata.labels["kubernetes.io/metadata.name"]';
const namespace: Case[] = [
  ...fieldOf(room, 'metadata.name', withEmpty(label1123, false)),
  ...fieldOf(room, 'metadata', {
    takes: [{ generateName: 'a-' }, { generateName: 'a-', labels: { 'kubernetes.io/metadata.name': 'b' } }],
    refuses: [{ generateName: 'a.' }, { generateName: 'a-', labels: { 'kubernetes.io/metadata.name': 'a b' } }],
  }),
  ...fieldOf(room, NAME_LABEL, { takes: ['sample', 'other', 'a b', a(64)] }),
  ...fieldOf(room, 'metadata.generation', generation),
  ...fieldOf(room, 'spec.finalizers', {
    takes: [[], ['kubernetes'], ['orphan', 'foregroundDeletion'], ['a.b/c', 'a.b/c']],
    refuses: [['a'], [''], ['a b'], ['A.b/c'], ['a/b/c'], ['a.b/c', 'x']],
  }),
  ...fieldOf(room, 'status', { takes: [{ phase: 'x' }] }),
];

const quota = v1('ResourceQuota', { spec: { hard: { pods: '1' } } });
const hard = (name: string): unknown => ({ [name]: '1' });
const scoped = (scope: string, ...resources: string[]): unknown => ({
  hard: Object.fromEntries(resources.map((name) => [name, '1'])),
  scopes: [scope],
});
const selected = (...matchExpressions: object[]): unknown => ({
  hard: { pods: '1' },
  scopeSelector: { matchExpressions },
});
const computing = ['pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];
const objects = [
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];
const resourceQuota: Case[] = [
  ...fieldOf(quota, 'metadata.name', names),
  ...fieldOf(quota, 'metadata.finalizers', { takes: [['a.b/c']], refuses: [['a']] }),
  ...fieldOf(quota, 'metadata.generation', generation),
  ...fieldOf(quota, 'spec.hard', {
    takes: [
      {},
      ...[...computing, ...objects].map(hard),
      ...['ephemeral-storage', 'requests.ephemeral-storage', 'limits.ephemeral-storage', 'requests.storage'].map(hard),
      ...['hugepages-2Mi', 'requests.hugepages-2Mi', 'requests.hugepages-x'].map(hard),
      ...['count/pods', 'count/deployments.apps', 'a.com/b', 'requests.a.com/b', 'x.kubernetes.io/y'].map(hard),
      hard('gold.storageclass.storage.k8s.io/requests.storage'),
    ],
    refuses: [
      'storage',
      'limits.storage',
      'gpu',
      'deployments',
      'limits.hugepages-2Mi',
      'hugepages-',
      '',
      'a b',
      'A/b',
      'a/b/c',
    ].map(hard),
  }),
  ...['pods', 'services.nodeports', 'count/pods', 'a.com/b'].flatMap((name) =>
    fieldOf(quota, `spec.hard["${name}"]`, {
      takes: ['0', '1', '1k', '1000m', 5],
      refuses: ['-1', '1.5', '500m', '0.0001', 0.5],
    }),
  ),
  ...['cpu', 'requests.a.com/b', 'requests.storage', 'x.kubernetes.io/y'].flatMap((name) =>
    fieldOf(quota, `spec.hard["${name}"]`, { takes: ['0', '1.5', '500m'], refuses: ['-1', '-0.0001', 'x'] }),
  ),
  ...fieldOf(quota, 'spec', {
    takes: [
      ...['NotBestEffort', 'Terminating', 'NotTerminating', 'PriorityClass', 'CrossNamespacePodAffinity'].map((scope) =>
        scoped(scope, ...computing, 'count/pods', 'requests.a.com/b'),
      ),
      scoped('BestEffort', 'pods', 'count/services'),
      scoped('BestEffort'),
      plus({ scopes: [] }),
      plus({ scopes: ['Terminating', 'Terminating', 'BestEffort'] }),
    ],
    refuses: [
      ...['NotBestEffort', 'Terminating', 'NotTerminating', 'PriorityClass', 'CrossNamespacePodAffinity'].flatMap(
        (scope) =>
          ['services', 'requests.storage', 'ephemeral-storage', 'hugepages-2Mi'].map((name) => scoped(scope, name)),
      ),
      ...['cpu', 'limits.memory', 'services'].map((name) => scoped('BestEffort', name)),
      ...['', 'bestEffort', 'Priority', 'VolumeAttributesClass'].map((scope) => scoped(scope, 'pods')),
      plus({ scopes: ['BestEffort', 'NotBestEffort'] }),
      plus({ scopes: ['NotTerminating', 'BestEffort', 'Terminating'] }),
      selected({ scopeName: 'BestEffort', operator: 'Exists' }, { scopeName: 'NotBestEffort', operator: 'Exists' }),
    ],
  }),
  ...fieldOf(
    quota,
    'spec',
    {
      takes: [scoped('VolumeAttributesClass', 'persistentvolumeclaims', 'requests.storage', 'count/pods')],
      refuses: ['pods', 'services', 'cpu'].map((name) => scoped('VolumeAttributesClass', name)),
    },
    '1.36',
  ),
  ...fieldOf(quota, 'spec', {
    takes: [
      selected(),
      ...['In', 'NotIn'].map((operator) => selected({ scopeName: 'PriorityClass', operator, values: ['a b', ''] })),
      ...['Exists', 'DoesNotExist'].map((operator) => selected({ scopeName: 'PriorityClass', operator })),
      selected({ scopeName: 'PriorityClass', operator: 'Exists', values: [] }),
      ...['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity'].map(
        (scopeName) => selected({ scopeName, operator: 'Exists' }),
      ),
    ],
    refuses: [
      ...['In', 'NotIn'].map((operator) => selected({ scopeName: 'PriorityClass', operator })),
      ...['Exists', 'DoesNotExist'].map((operator) =>
        selected({ scopeName: 'PriorityClass', operator, values: ['a'] }),
      ),
      ...['', 'exists', 'Gt', undefined].map((operator) => selected({ scopeName: 'PriorityClass', operator })),
      ...['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity'].map(
        (scopeName) => selected({ scopeName, operator: 'In', values: ['a'] }),
      ),
      selected({ scopeName: 'BestEffort', operator: 'DoesNotExist' }),
      ...['', undefined, 'x'].map((scopeName) => selected({ scopeName, operator: 'Exists' })),
      {
        hard: { services: '1' },
        scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'Exists' }] },
      },
    ],
  }),
];

const limits = v1('LimitRange', { spec: { limits: [] } });
const item = (type: unknown, rest: object = {}): unknown => [{ type, ...rest }];
const container = (rest: object): unknown => item('Container', rest);
const cpu = (lists: Record<string, unknown>): unknown =>
  container(Object.fromEntries(Object.entries(lists).map(([list, value]) => [list, { cpu: value }])));
const device = (lists: Record<string, unknown>): unknown =>
  container(Object.fromEntries(Object.entries(lists).map(([list, value]) => [list, { 'a.com/b': value }])));
const lists = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'];
const limitRange: Case[] = [
  ...fieldOf(limits, 'metadata.name', { takes: [...subdomain.takes, '', undefined], refuses: subdomain.refuses }),
  ...fieldOf(limits, 'metadata.generateName', { takes: ['a-', 'A'.toLowerCase()], refuses: ['A', 'a.'] }),
  ...fieldOf(limits, 'metadata.generation', generation),
  ...fieldOf(limits, 'spec.limits', {
    takes: [
      undefined,
      [],
      item('Pod'),
      item('Container'),
      item('a.com/B'),
      item('PersistentVolumeClaim', { min: { storage: '1' } }),
      item('PersistentVolumeClaim', { max: { storage: '1', cpu: '1', 'requests.cpu': 1, services: 1 } }),
      [{ type: 'Pod' }, { type: 'Container' }],
      item('Pod', { default: {}, defaultRequest: {} }),
      ...lists.map((list) => container({ [list]: { cpu: '2', 'hugepages-2Mi': '2Mi', 'a.com/b': 1 } })),
      ...lists.map((list) => item('a.com/b', { [list]: { storage: '2', pods: 1, 'limits.cpu': 1 } })),
      cpu({ min: '1', max: '1' }),
      cpu({ min: '1', defaultRequest: '1', default: '1', max: '1' }),
      cpu({ min: '-2', max: '-1' }),
      cpu({ min: '0.0001', max: '1m' }),
      cpu({ max: '1', defaultRequest: '500m' }),
      cpu({ maxLimitRequestRatio: '1' }),
      cpu({ maxLimitRequestRatio: '0.9999' }),
      cpu({ maxLimitRequestRatio: '2', min: '1', max: '2' }),
      cpu({ maxLimitRequestRatio: '1.5', min: '1', max: '1500m' }),
      cpu({ maxLimitRequestRatio: '5', min: '0', max: '2' }),
      cpu({ maxLimitRequestRatio: '5', min: '0', max: '0' }),
      cpu({ maxLimitRequestRatio: '1.2', min: '1', max: '10Pi' }),
      device({ default: 1, defaultRequest: 1, max: 2 }),
      device({ max: 2, defaultRequest: 2 }),
      item('a.com/b', { max: { 'a.com/b': 2 }, defaultRequest: { 'a.com/b': 1 } }),
    ],
    refuses: [
      ...['', undefined, 'container', 'a b', 'A/b', 'a/b/c'].map((type) => item(type)),
      [{ type: 'Pod' }, { type: 'Pod' }],
      item('PersistentVolumeClaim'),
      item('PersistentVolumeClaim', { default: { storage: '1' } }),
      item('PersistentVolumeClaim', { max: { gpu: '1', storage: '1' } }),
      item('Pod', { default: { cpu: 1 } }),
      item('Pod', { defaultRequest: { cpu: 1 } }),
      ...lists.flatMap((list) =>
        ['storage', 'gpu', 'a b', '', 'requests.cpu', 'requests.a.com/b', `${a(245)}/b`].map((name) =>
          container({ [list]: { [name]: '2' } }),
        ),
      ),
      ...['max', 'min', 'maxLimitRequestRatio'].map((list) => item('Pod', { [list]: { storage: '1' } })),
      ...lists.map((list) => item('a.com/b', { [list]: { gpu: '1' } })),
      cpu({ min: '2', max: '1' }),
      cpu({ min: '2', defaultRequest: '1' }),
      cpu({ min: '2', default: '1' }),
      cpu({ defaultRequest: '2', max: '1' }),
      cpu({ defaultRequest: '2', default: '1' }),
      cpu({ default: '2', max: '1' }),
      cpu({ maxLimitRequestRatio: '0.999' }),
      cpu({ maxLimitRequestRatio: '-1' }),
      cpu({ maxLimitRequestRatio: '2', min: '1', max: '1999m' }),
      cpu({ maxLimitRequestRatio: '2', min: '-1', max: '1' }),
      device({ default: 2, defaultRequest: 1 }),
      device({ max: 2, defaultRequest: 1 }),
      item('a.com/b', { default: { 'a.com/b': 2 }, defaultRequest: { 'a.com/b': 1 } }),
      container({ default: { 'hugepages-2Mi': '4Mi' }, defaultRequest: { 'hugepages-2Mi': '2Mi' } }),
    ],
  }),
];

const addresses = [{ ip: '10.0.0.1' }];
const endpointsOf = v1('Endpoints', { subsets: [{ addresses, ports: [{ port: 80 }] }] });
/** Addresses that some and that no endpoint can have, in all minors. */
const endpointIp = {
  takes: ['10.0.0.1', '255.255.255.255', '224.0.1.1', 'fd00::1', 'ff05::1', '169.253.1.1'],
  refuses: [
    ...['0.0.0.0', '127.0.0.1', '127.255.0.1', '169.254.0.1', '224.0.0.1', '::', '::1', 'fe80::1', 'ff02::1'],
    ...['::ffff:127.0.0.1', '10.0.0', '10.0.0.1/32', ' 10.0.0.1', 'a', 'fe80::1%eth0'],
  ],
};
const twice = [{ port: 80 }, { port: 81 }];
const endpoints: Case[] = [
  ...fieldOf(endpointsOf, 'metadata.name', names),
  ...fieldOf(endpointsOf, 'metadata.finalizers', { takes: [['a.b/c']], refuses: [['a']] }),
  ...fieldOf(endpointsOf, 'metadata.generation', generation),
  ...fieldOf(endpointsOf, 'subsets', {
    takes: [undefined, [], [{ addresses }], [{ notReadyAddresses: addresses }]],
    refuses: [[{}], [{ ports: [{ port: 80 }] }], [{ addresses: [], notReadyAddresses: [] }]],
  }),
  ...['addresses', 'notReadyAddresses'].flatMap((list) => [
    ...fieldOf(endpointsOf, `subsets[0].${list}[0].ip`, {
      takes: [...endpointIp.takes, '010.0.0.1', '::ffff:10.0.0.1', 'FD00::1'],
      refuses: [...endpointIp.refuses, '', undefined],
    }),
    ...fieldOf(endpointsOf, `subsets[0].${list}[0].ip`, { refuses: ['010.0.0.1', '::ffff:10.0.0.1'] }, '1.36'),
  ]),
  ...fieldOf(endpointsOf, 'subsets[0].addresses[0].hostname', withEmpty(label1123, true)),
  ...fieldOf(endpointsOf, 'subsets[0].addresses[0].nodeName', names),
  ...fieldOf(endpointsOf, 'subsets[0].addresses[0].targetRef', { takes: [{}, { kind: 'x', name: 'A b' }] }),
  ...fieldOf(endpointsOf, 'subsets[0].ports[0].port', { takes: [1, 65535], refuses: [0, -1, 65536, undefined] }),
  ...fieldOf(endpointsOf, 'subsets[0].ports[0].name', withEmpty(label1123, true)),
  ...fieldOf(endpointsOf, 'subsets[0].ports[0].protocol', { takes: ['TCP', 'UDP', 'SCTP', ''], refuses: ['tcp'] }),
  ...fieldOf(endpointsOf, 'subsets[0].ports[0].appProtocol', withEmpty(qualifiedName, false)),
  ...fieldOf(endpointsOf, 'subsets[0].ports', {
    takes: [[], twice.map((port) => ({ ...port, name: 'a' }))],
    refuses: [twice, [{ port: 80, name: 'a' }, { port: 81 }]],
  }),
];

const machine = v1('Node', { spec: {} });
const TAINTS = 'metadata.annotations["scheduler.alpha.kubernetes.io/taints"]';
const AVOIDED = 'metadata.annotations["scheduler.alpha.kubernetes.io/preferAvoidPods"]';
const taint = (rest: object): unknown => [{ key: 'a', effect: 'NoSchedule', ...rest }];
const avoid = (entry: unknown): string => JSON.stringify({ preferAvoidPods: [entry] });
const node: Case[] = [
  ...fieldOf(machine, 'metadata.name', names),
  ...fieldOf(machine, 'metadata.finalizers', { takes: [['a.b/c']], refuses: [['a']] }),
  ...fieldOf(machine, 'metadata.generation', generation),
  ...fieldOf(machine, 'spec.taints', {
    takes: [
      [],
      ...['NoSchedule', 'PreferNoSchedule', 'NoExecute'].map((effect) => taint({ effect })),
      ...qualifiedName.takes.map((key) => taint({ key })),
      ...labelValue.takes.map((value) => taint({ value })),
      [
        { key: 'a', effect: 'NoSchedule' },
        { key: 'a', effect: 'NoExecute' },
        { key: 'b', effect: 'NoExecute' },
      ],
    ],
    refuses: [
      ...['', undefined, 'Never', 'NoScheduleNoAdmit', 'noSchedule'].map((effect) => taint({ effect })),
      ...[...qualifiedName.refuses, '', undefined].map((key) => taint({ key })),
      ...labelValue.refuses.map((value) => taint({ value })),
      [
        { key: 'a', effect: 'NoSchedule' },
        { key: 'a', value: 'b', effect: 'NoSchedule' },
      ],
    ],
  }),
  ...fieldOf(machine, TAINTS, {
    takes: ['', '[]', 'null', '[{"Key":"a","effect":"NoSchedule","x":1}]'],
    refuses: ['{', '{}', '[null]', '[{"key":"a"}]', '[{"key":5,"effect":"NoSchedule"}]', 'x'],
  }),
  ...fieldOf(machine, AVOIDED, {
    takes: [
      '',
      '{}',
      'null',
      '{"preferAvoidPods":[]}',
      '{"preferAvoidPods":null}',
      avoid({ podSignature: { podController: { controller: true } } }),
      avoid({ PodSignature: { podcontroller: { Controller: true } }, evictionTime: null, reason: 'a' }),
    ],
    refuses: [
      '[]',
      '{',
      '{"preferAvoidPods":{}}',
      avoid(null),
      avoid({}),
      avoid({ podSignature: {} }),
      avoid({ podSignature: { podController: {} } }),
      avoid({ podSignature: { podController: { controller: false } } }),
      avoid({ podSignature: { podController: { controller: 'true' } } }),
      avoid({ podSignature: { podController: { controller: true } }, evictionTime: 'x' }),
      avoid({ podSignature: { podController: { controller: true } }, reason: 5 }),
    ],
  }),
  ...fieldOf(machine, 'spec', {
    takes: [
      { configSource: {} },
      { externalID: 'a' },
      { providerID: '' },
      { podCIDR: '10.0.0.0/24' },
      { podCIDR: '10.0.0.0/24', podCIDRs: ['x'] },
      { podCIDR: '', podCIDRs: ['10.0.0.0/24'] },
      { podCIDRs: ['10.0.0.0/24', 'fd00::/64'] },
      { podCIDRs: ['fd00::/64', '10.0.0.0/24'] },
      { podCIDRs: ['fd00::/64'] },
      { podCIDRs: ['010.0.0.1/024'] },
      { podCIDRs: ['FD00::1/64'] },
    ],
    refuses: [
      { podCIDR: 'x' },
      { podCIDR: 'x', podCIDRs: ['10.0.0.0/24'] },
      { podCIDRs: [''] },
      { podCIDRs: ['10.0.0.0'] },
      { podCIDRs: ['10.0.0.0/33'] },
      { podCIDRs: [' 10.0.0.0/24'] },
      { podCIDRs: ['10.0.0.0/24', '10.0.1.0/24'] },
      { podCIDRs: ['10.0.0.0/24', '10.0.0.0/24'] },
      { podCIDRs: ['fd00::/64', 'fd01::/64'] },
      { podCIDRs: ['10.0.0.0/24', 'fd00::/64', 'fd01::/64'] },
      { podCIDRs: ['10.0.0.0/24', 'x'] },
    ],
  }),
  ...fieldOf(
    machine,
    'spec.podCIDRs',
    { takes: [['FD00::/64']], refuses: [['010.0.0.0/24'], ['10.0.0.0/024'], ['10.0.0.1/24']] },
    '1.36',
  ),
  ...['capacity', 'allocatable'].flatMap((list) =>
    fieldOf(machine, `status.${list}`, {
      takes: [{}, { cpu: '1.5', pods: 110, 'a.com/b': 2, 'a b': 1, '': 1 }],
      refuses: [{ cpu: -1 }, { pods: '1.5' }, { 'a.com/b': '0.5' }, { cpu: 'x' }],
    }),
  ),
  ...fieldOf(machine, 'status.phase', { takes: ['x'] }),
  ...fieldOf(machine, 'status.nodeInfo.swap', { takes: [{}, { capacity: 1 }], refuses: [{ capacity: 0 }] }, '1.36'),
  ...fieldOf(
    machine,
    'status.declaredFeatures',
    {
      takes: [[], ['A'], ['A', 'B'], ['A', 'A/b1/C', 'Ab', `B${a(252)}`]],
      refuses: [['a'], [''], ['A b'], ['A/'], ['A/1'], ['A', 'A'], ['B', 'A'], [`B${a(253)}`]],
    },
    '1.36',
  ),
];

const MICRO = '2024-01-31T12:00:00.123456Z';
const old = v1('Event', { involvedObject: { namespace: 'a' } }, { namespace: 'a' });
const fresh = {
  eventTime: MICRO,
  reportingInstance: 'c',
  action: 'd',
  reason: 'e',
};
const timed = v1(
  'Event',
  { ...fresh, involvedObject: { namespace: 'a' }, reportingComponent: 'b' },
  { namespace: 'a' },
);
const outside = (namespace: string | undefined, involved: string | undefined): unknown => ({
  metadata: { name: 'sample', namespace },
  involvedObject: { namespace: involved },
});
const placed = (rest: object, list: readonly (readonly [string | undefined, string | undefined])[]): object[] =>
  list.map(([namespace, involved]) => ({
    apiVersion: 'v1',
    kind: 'Event',
    ...rest,
    ...(outside(namespace, involved) as object),
  }));
const asCases = (given: readonly object[], refused: boolean): Case[] =>
  given.map((object) => ({
    name: `Event ${JSON.stringify(object).slice(0, 100)} ${refused ? 'refused' : 'taken'}`,
    object,
    refused,
  }));
const word: Values = { takes: ['a', a(128), 'é'.repeat(64)], refuses: ['', undefined, a(129), 'é'.repeat(65)] };
const event: Case[] = [
  ...fieldOf(old, 'metadata.name', { takes: ['A b', 'a.b', a(300)], refuses: ['.', '..', 'a/b', 'a%b', ''] }),
  ...fieldOf(old, 'metadata.generateName', { takes: ['.', 'A'], refuses: ['a/'] }),
  ...fieldOf(old, 'metadata.finalizers', { takes: [['a'], ['a.b/c']], refuses: [['a b']] }),
  ...fieldOf(old, 'metadata.generation', generation),
  ...fieldOf(old, 'type', { takes: ['', 'x', undefined] }),
  ...fieldOf(old, 'series', { takes: [{ count: -1 }] }),
  ...asCases(
    placed({}, [
      ['a', 'a'],
      ['default', 'default'],
      ['default', ''],
      ['default', undefined],
      [undefined, undefined],
      [undefined, 'default'],
    ]),
    false,
  ),
  ...asCases(
    placed({}, [
      ['a', 'b'],
      ['a', ''],
      ['a', undefined],
      ['kube-system', undefined],
      ['default', 'a'],
    ]),
    true,
  ),
  ...asCases(
    placed({ ...fresh, reportingComponent: 'b' }, [
      ['a', 'a'],
      ['a', 'b'],
      ['default', undefined],
      ['kube-system', undefined],
      [undefined, undefined],
      [undefined, 'a'],
    ]),
    false,
  ),
  ...asCases(placed({ ...fresh, reportingComponent: 'b' }, [['a', undefined]]), true),
  ...fieldOf(timed, 'reportingComponent', requiredKey),
  ...['reportingInstance', 'action', 'reason'].flatMap((field) => fieldOf(timed, field, word)),
  ...fieldOf(timed, 'message', { takes: ['', a(1024)], refuses: [a(1025), 'é'.repeat(513)] }),
  ...fieldOf(timed, 'eventTime', {
    takes: [MICRO, '2024-01-31T12:00:00.123456+01:00'],
    refuses: ['2024-01-31T12:00:00Z', '', '2024-01-31T12:00:00.1234567Z'],
  }),
];

const strict = (): object => ({
  apiVersion: 'events.k8s.io/v1',
  kind: 'Event',
  metadata: { name: 'sample', namespace: 'a' },
  ...fresh,
  regarding: { namespace: 'a' },
  reportingController: 'b',
  type: 'Normal',
});
const eventsEvent: Case[] = [
  ...fieldOf(strict, 'metadata.name', names),
  ...fieldOf(strict, 'metadata.finalizers', { takes: [['a.b/c']], refuses: [['a']] }),
  ...fieldOf(strict, 'metadata.generation', generation),
  ...fieldOf(strict, 'eventTime', { takes: [MICRO], refuses: [undefined, null, ''] }),
  ...fieldOf(strict, 'regarding', { takes: [{ namespace: 'b' }], refuses: [undefined, {}] }),
  ...fieldOf(strict, 'reportingController', requiredKey),
  ...['reportingInstance', 'action', 'reason'].flatMap((field) => fieldOf(strict, field, word)),
  ...fieldOf(strict, 'note', { takes: ['', a(1024)], refuses: [a(1025), 'é'.repeat(513)] }),
  ...fieldOf(strict, 'type', { takes: ['Normal', 'Warning'], refuses: ['', undefined, 'normal', 'Error'] }),
  ...fieldOf(strict, 'series', {
    takes: [{ count: 2, lastObservedTime: MICRO }],
    refuses: [{}, { count: 1, lastObservedTime: MICRO }, { count: 2 }, { count: -1, lastObservedTime: MICRO }],
  }),
  ...fieldOf(strict, 'deprecatedCount', { takes: [0], refuses: [1, -1] }),
  ...fieldOf(strict, 'deprecatedFirstTimestamp', { takes: [null], refuses: ['2024-01-31T12:00:00Z'] }),
  ...fieldOf(strict, 'deprecatedLastTimestamp', { takes: [null], refuses: ['2024-01-31T12:00:00Z'] }),
  ...fieldOf(strict, 'deprecatedSource', {
    takes: [{}, { host: '', component: '' }],
    refuses: [{ host: 'a' }, { component: 'a' }],
  }),
];

const priority = (): object => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'sample' },
  value: 1,
});
const system = (name: string, value?: number, globalDefault?: boolean): object => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name },
  value,
  globalDefault,
});
const systemCases = (given: readonly object[], refused: boolean): Case[] =>
  given.map((object) => ({
    name: `PriorityClass ${JSON.stringify(object).slice(60)} ${refused ? 'refused' : 'taken'}`,
    object,
    refused,
  }));
const priorityClass: Case[] = [
  ...fieldOf(priority, 'metadata.name', { takes: [...subdomain.takes, 'system'], refuses: [...subdomain.refuses, ''] }),
  ...fieldOf(priority, 'metadata.finalizers', { takes: [['a.b/c']], refuses: [['a']] }),
  ...fieldOf(priority, 'metadata.generation', { takes: [-1, 5] }),
  ...fieldOf(priority, 'metadata', { takes: [{ generateName: 'sys-' }], refuses: [{ generateName: 'system-' }] }),
  ...fieldOf(priority, 'value', {
    takes: [undefined, -(2 ** 31), 1_000_000_000],
    refuses: [1_000_000_001, 2 ** 31],
  }),
  ...fieldOf(priority, 'globalDefault', { takes: [true, false] }),
  ...fieldOf(priority, 'preemptionPolicy', {
    takes: ['Never', 'PreemptLowerPriority', null],
    refuses: ['', 'never', 'x'],
  }),
  ...systemCases(
    [system('system-node-critical', 2_000_001_000), system('system-cluster-critical', 2_000_000_000, false)],
    false,
  ),
  ...systemCases(
    [
      system('system-node-critical', 2_000_000_000),
      system('system-cluster-critical', 1),
      system('system-cluster-critical'),
      system('system-cluster-critical', 2_000_000_000, true),
      system('system-other', 1),
      system('system-', 1),
    ],
    true,
  ),
];

const runtime = (): object => ({
  apiVersion: 'node.k8s.io/v1',
  kind: 'RuntimeClass',
  metadata: { name: 'sample' },
  handler: 'a',
});
const tolerations = (...list: object[]): unknown => ({ tolerations: list });
const runtimeClass: Case[] = [
  ...fieldOf(runtime, 'metadata.name', names),
  ...fieldOf(runtime, 'metadata.generation', generation),
  ...fieldOf(runtime, 'metadata.finalizers', { takes: [['a'], ['a.b/c']], refuses: [['a b']] }),
  ...fieldOf(runtime, 'handler', {
    takes: label1123.takes,
    refuses: [...label1123.refuses, '', undefined],
  }),
  ...fieldOf(runtime, 'overhead', {
    takes: [
      {},
      { podFixed: {} },
      { podFixed: { cpu: '100m', memory: '1Mi', 'a.com/b': 1 } },
      { podFixed: { cpu: 1, 'hugepages-2Mi': '4Mi' } },
    ],
    refuses: [
      { podFixed: { cpu: -1 } },
      { podFixed: { 'a.com/b': '0.5' } },
      { podFixed: { gpu: 1 } },
      { podFixed: { storage: 1 } },
      { podFixed: { 'a b': 1 } },
      { podFixed: { 'hugepages-2Mi': '4Mi' } },
      { podFixed: { cpu: 1, 'hugepages-2Mi': '3Mi' } },
    ],
  }),
  ...fieldOf(runtime, 'scheduling', {
    takes: [
      {},
      { nodeSelector: { 'a.b/c': 'd', 'beta.kubernetes.io/os': '' } },
      tolerations({ operator: 'Exists' }, { key: 'a' }, { key: 'a', value: 'b' }, { key: 'a', operator: 'Equal' }),
      tolerations({ key: 'a', effect: 'NoExecute', tolerationSeconds: 5 }),
    ],
    refuses: [
      { nodeSelector: { 'a b': 'c' } },
      { nodeSelector: { a: 'b c' } },
      tolerations({}),
      tolerations({ key: 'a b' }),
      tolerations({ key: 'a', operator: 'Exists', value: 'b' }),
      tolerations({ key: 'a', operator: 'In' }),
      tolerations({ key: 'a', effect: 'x' }),
      tolerations({ key: 'a', tolerationSeconds: 5 }),
      tolerations({ key: 'a' }, { key: 'b' }, { key: 'a' }),
      tolerations(
        { key: 'a', effect: 'NoExecute', tolerationSeconds: 5 },
        { key: 'a', effect: 'NoExecute', tolerationSeconds: 6 },
      ),
    ],
  }),
];

const slice = (): object => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: 'sample' },
  addressType: 'IPv4',
  endpoints: [{ addresses: ['10.0.0.1'] }],
  ports: [{ name: 'a', port: 80 }],
});
const typed = (addressType: string, ...given: unknown[]): object => ({
  ...slice(),
  addressType,
  endpoints: [{ addresses: given }],
});
const sliceCases = (given: readonly object[], refused: boolean, by?: '1.36'): Case[] =>
  given.map((object) => ({
    name: `EndpointSlice ${JSON.stringify(object).slice(90, 190)} ${refused ? 'refused' : 'taken'}`,
    object,
    refused,
    ...(by && { by }),
  }));
const isV6 = (ip: string): boolean => ip.includes(':');
const repeated = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const endpointSlice: Case[] = [
  ...fieldOf(slice, 'metadata.name', names),
  ...fieldOf(slice, 'metadata.finalizers', { takes: [['a.b/c']], refuses: [['a']] }),
  ...fieldOf(slice, 'metadata.generation', { takes: [-1, 5] }),
  ...fieldOf(slice, 'addressType', {
    takes: ['IPv4'],
    refuses: ['', undefined, 'ipv4', 'IP', 'IPv6'],
  }),
  ...sliceCases(
    [...endpointIp.takes.filter((ip) => !isV6(ip)), '010.0.0.1', '::ffff:10.0.0.1'].map((ip) => typed('IPv4', ip)),
    false,
  ),
  ...sliceCases(
    [...endpointIp.refuses, 'fd00::1', ''].map((ip) => typed('IPv4', ip)),
    true,
  ),
  ...sliceCases(
    [...endpointIp.takes.filter(isV6), 'FD00::1', 'fd00:0::1'].map((ip) => typed('IPv6', ip)),
    false,
  ),
  ...sliceCases(
    [...endpointIp.refuses, '10.0.0.1', '::ffff:10.0.0.1', ''].map((ip) => typed('IPv6', ip)),
    true,
  ),
  ...sliceCases(
    ['010.0.0.1', '::ffff:10.0.0.1'].map((ip) => typed('IPv4', ip)),
    true,
    '1.36',
  ),
  ...sliceCases(
    ['FD00::1', 'fd00:0::1', 'fd00:0:0:0:0:0:0:1'].map((ip) => typed('IPv6', ip)),
    true,
    '1.36',
  ),
  ...sliceCases(
    ['a.example.com', 'a.b.', '10.0.0.1', `${a(63)}.com`].map((name) => typed('FQDN', name)),
    false,
  ),
  ...sliceCases(
    ['a', 'a.', 'A.com', '*.a.com', 'a..b', '', '.', `${a(64)}.com`].map((name) => typed('FQDN', name)),
    true,
  ),
  ...fieldOf(slice, 'endpoints', {
    takes: [undefined, [], repeated(1000, () => ({ addresses: ['10.0.0.1'] }))],
    refuses: [[{}], [{ addresses: [] }], repeated(1001, () => ({ addresses: ['10.0.0.1'] }))],
  }),
  ...fieldOf(slice, 'endpoints[0].addresses', {
    takes: [repeated(100, () => '10.0.0.1')],
    refuses: [repeated(101, () => '10.0.0.1')],
  }),
  ...fieldOf(slice, 'endpoints[0].nodeName', names),
  ...fieldOf(slice, 'endpoints[0].hostname', withEmpty(label1123, false)),
  ...fieldOf(slice, 'endpoints[0].zone', { takes: ['', 'a b'] }),
  ...fieldOf(slice, 'endpoints[0].deprecatedTopology', {
    takes: [{ 'a b': 'c d' }, Object.fromEntries(repeated(17, (index) => [`a${index}`, 'b']))],
  }),
  ...fieldOf(slice, 'endpoints[0].hints.forZones', {
    takes: [[], [{}], ...labelValue.takes.map((name) => [{ name }]), repeated(8, (index) => ({ name: `a${index}` }))],
    refuses: [
      ...labelValue.refuses.map((name) => [{ name }]),
      [{ name: 'a' }, { name: 'a' }],
      repeated(9, (index) => ({ name: `a${index}` })),
    ],
  }),
  ...fieldOf(
    slice,
    'endpoints[0].hints.forNodes',
    {
      takes: [[], ...subdomain.takes.map((name) => [{ name }]), repeated(8, (index) => ({ name: `a${index}` }))],
      refuses: [
        [{}],
        ...subdomain.refuses.map((name) => [{ name }]),
        [{ name: 'a' }, { name: 'a' }],
        repeated(9, (index) => ({ name: `a${index}` })),
      ],
    },
    '1.36',
  ),
  ...fieldOf(slice, 'ports', {
    takes: [undefined, [], [{}], [{ name: '' }, { name: 'a' }], repeated(20_000, (index) => ({ name: `a${index}` }))],
    refuses: [
      [{}, {}],
      [{ name: '' }, {}],
      [{ name: 'a' }, { name: 'a', port: 5 }],
      repeated(20_001, (index) => ({ name: `a${index}` })),
    ],
  }),
  ...fieldOf(slice, 'ports[0].name', withEmpty(label1123, true)),
  ...fieldOf(slice, 'ports[0].port', { takes: [0, -1, 65536, undefined], refuses: [2 ** 31] }),
  ...fieldOf(slice, 'ports[0].protocol', { takes: ['TCP', 'UDP', 'SCTP', undefined], refuses: ['', 'tcp'] }),
  ...fieldOf(slice, 'ports[0].appProtocol', withEmpty(qualifiedName, false)),
];

const leaseOf = (): object => ({
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  metadata: { name: 'sample' },
  spec: {},
});
const lease: Case[] = [
  ...fieldOf(leaseOf, 'metadata.name', names),
  ...fieldOf(leaseOf, 'metadata.finalizers', { takes: [['a'], ['a.b/c']], refuses: [['a b'], ['']] }),
  ...fieldOf(leaseOf, 'metadata.generation', generation),
  ...fieldOf(leaseOf, 'spec', { takes: [undefined, {}] }),
  ...fieldOf(leaseOf, 'spec.leaseDurationSeconds', { takes: [1, 2 ** 31 - 1, null], refuses: [0, -1, 2 ** 31] }),
  ...fieldOf(leaseOf, 'spec.leaseTransitions', { takes: [0, 1], refuses: [-1] }),
  ...['acquireTime', 'renewTime'].flatMap((field) =>
    fieldOf(leaseOf, `spec.${field}`, {
      takes: [MICRO, '2024-01-31T12:00:00.000000-07:00', null],
      refuses: ['2024-01-31T12:00:00Z', '2024-01-31T12:00:00.000Z', '', 5],
    }),
  ),
  ...fieldOf(leaseOf, 'spec.strategy', { takes: ['OldestEmulationVersion', 'a', ''] }, '1.36'),
  ...fieldOf(leaseOf, 'spec.preferredHolder', { takes: ['a'] }, '1.36'),
];

export const cluster: readonly Case[] = [
  ...serviceAccount,
  ...namespace,
  ...resourceQuota,
  ...limitRange,
  ...endpoints,
  ...node,
  ...event,
  ...eventsEvent,
  ...priorityClass,
  ...runtimeClass,
  ...endpointSlice,
  ...lease,
];
