// Flowcontrol, resource.k8s.io, and APIService, which is alone in its group.
import { a, type Bases, type Examples, type Fields, type Keys, type ObjectSet, type Words } from './set';

const words: Words = {
  'ObjectMeta.name': [
    'web',
    'exempt',
    'catch-all',
    'A',
    '',
    'a.b',
    a(253),
    a(254),
    'v1.',
    'v1.a',
    'v1beta1.metrics.k8s.io',
  ],
  matchingPrecedence: [0, 1, 2, 1000, 10000, 10001, -1],
  'FlowDistinguisherMethod.type': ['ByUser', 'ByNamespace', '', 'ByGroup'],
  'PriorityLevelConfigurationReference.name': ['exempt', 'catch-all', 'workload-low', 'Low', ''],
  'Subject.kind': ['User', 'Group', 'ServiceAccount', '', 'Role'],
  'ServiceAccountSubject.name': ['*', 'builder', 'a.b', 'Builder', ''],
  'ServiceAccountSubject.namespace': ['default', 'a.b', '*', ''],
  verbs: ['get', 'list', 'proxy', '*', 'Get', 'connect', ''],
  apiGroups: ['', 'apps', '*', 'A b'],
  resources: ['pods', 'pods/log', '*', ''],
  namespaces: ['default', '*', 'A', '', a(63), a(64)],
  nonResourceURLs: ['/', '/*', '*', '/healthz', '/healthz/*', '/a*', '/*/a', '/a b', '//', 'a', '', '/*/*', '/a\tb'],
  'PriorityLevelConfigurationSpec.type': ['Limited', 'Exempt', '', 'limited'],
  'LimitResponse.type': ['Reject', 'Queue', '', 'Drop'],
  nominalConcurrencyShares: [0, 5, 30, -1],
  assuredConcurrencyShares: [0, 5, 30, -1],
  lendablePercent: [0, 100, 101, -1],
  borrowingLimitPercent: [0, 100, 101, -1],
  queues: [0, 1, 64, 128, 1024, 1e7, 1e7 + 1, -1, 32768],
  handSize: [0, 1, 4, 6, 8, 9, 10, 64, 65, -1],
  queueLengthLimit: [0, 1, 50, -1],
  groupPriorityMinimum: [0, 1, 20000, 20001, -1],
  versionPriority: [0, 1, 1000, 1001, -1],
  'APIServiceSpec.version': ['v1', 'v1beta1', 'V1', '1', '', a(63), a(64)],
  'APIServiceSpec.group': ['metrics.k8s.io', 'a', '', 'A', 'a_b'],
  port: [1, 443, 65535, 65536, 0, -1],
  caBundle: ['', 'YQ==', 'x'],
  allocationMode: ['ExactCount', 'All', '', 'Some'],
  count: [0, 1, 2, -1, 2 ** 31],
  driver: ['gpu.example.com', 'GPU.Example.com', 'gpu', '', 'a b', a(63), a(64), '-a', 'a..b'],
  'DeviceRequest.name': ['gpu', 'nic', 'other', 'a.b', '', a(63), a(64)],
  'DeviceSubRequest.name': ['big', 'small', 'Big', '', a(64)],
  requests: ['gpu', 'nic', 'nic/big', 'nic/small', 'nic/other', 'gpu/big', 'a/b/c', '', '/', 'gpu/', 'Gpu', 'none'],
  deviceClassName: ['gpu.example.com', 'GPU', '', a(253), a(254)],
  expression: [
    'true',
    'device.driver == "gpu.example.com"',
    'device.driver',
    'device.attributes["gpu.example.com"].model == "a100"',
    'device.attributes["gpu.example.com"].healthy',
    'device.attributes["gpu.example.com"]',
    'device.attributes["gpu.example.com"].driverVersion.isGreaterThan(semver("1.2.3"))',
    'device.capacity["gpu.example.com"].memory.compareTo(quantity("40Gi")) >= 0',
    'device.capacity["gpu.example.com"].memory > 40',
    'cel.bind(gpu, device.attributes["gpu.example.com"], gpu.a && gpu.b)',
    'device.allowMultipleAllocations',
    'device.model == "a100"',
    'semver("1.2").major() == 1',
    '"gpu.example.com" in device.attributes',
    'device.attributes["gpu.example.com"].?model.orValue("") == "a100"',
    `true ${' '.repeat(10 * 1024 - 5)}`,
    `true ${' '.repeat(10 * 1024 - 4)}`,
  ],
  matchAttribute: [
    'gpu.example.com/model',
    'model',
    'a/b/c',
    '/a',
    'a/',
    '',
    'GPU.Example/_x1',
    'a/1b',
    `a/${a(32)}`,
    `a/${a(33)}`,
    `${a(63)}/b`,
    `${a(64)}/b`,
  ],
  distinctAttribute: ['gpu.example.com/uuid', 'uuid', 'a/b/c', '/a', 'a/', '', 'a/b-c'],
  'DeviceToleration.operator': ['Exists', 'Equal', '', 'In'],
  'DeviceToleration.effect': ['NoSchedule', 'NoExecute', 'None', '', 'PreferNoSchedule'],
  'DeviceToleration.key': ['a', 'a.b/c', '', 'a b', a(64)],
  'DeviceToleration.value': ['', 'x', 'a b', a(64)],
  'DeviceTaint.effect': ['NoSchedule', 'NoExecute', 'None', '', 'PreferNoSchedule'],
  'DeviceTaint.key': ['a', 'a.b/c', '', 'a b', a(64)],
  parameters: [{}, { a: 1 }, [], 'x', 5, null, true, { a: a(10 * 1024 - 8) }, { a: a(10 * 1024 - 7) }],
  extendedResourceName: [
    'example.com/gpu',
    'gpu',
    'kubernetes.io/gpu',
    'requests.a.com/b',
    `${a(244)}/b`,
    `${a(245)}/b`,
    'a.com/',
    '',
  ],
  'ResourcePool.name': ['pool', 'a/b', 'a//b', '/a', 'A', '', a(253), a(254), `${a(126)}/${a(126)}`],
  resourceSliceCount: [0, 1, 2, -1],
  nodeName: ['node', 'a.b', '', 'Node'],
  'Device.name': ['gpu-0', 'gpu-1', 'a.b', '', a(63), a(64)],
  'Device.allNodes': [true, false],
  bindingConditions: ['a.b/ready', 'ready', 'failed', '', 'a b', 'x', 'y'],
  bindingFailureConditions: ['a.b/failed', 'ready', 'failed', '', 'a b', 'x', 'y'],
  'DeviceAttribute.string': ['', 'a100', a(64), a(65), 'é'.repeat(32), 'é'.repeat(33)],
  'DeviceAttribute.version': [
    '1.0.0',
    '1.2',
    'v1.0.0',
    '',
    '1.0.0-rc.1+b.1',
    '01.0.0',
    '1.0.0-',
    '1.0.0-01',
    `1.0.0-${a(58)}`,
    `1.0.0-${a(59)}`,
  ],
  counterSet: ['set', 'other', 'Set', '', a(64)],
  'CounterSet.name': ['set', 'other', 'Set', '', a(64)],
  'CapacityRequestPolicy.default': ['1', '2', '3', '1Gi', '2Gi', '0', '4Gi', '-1'],
  validValues: ['1', '2', '1Gi', '2Gi', '4Gi', '40Gi', '80Gi', '100Gi', '0.5', '0.7'],
  'CapacityRequestPolicyRange.min': ['1', '0', '1Gi', '2Gi', '81Gi', '-1Gi'],
  'CapacityRequestPolicyRange.max': ['1', '1Gi', '4Gi', '80Gi', '81Gi'],
  'CapacityRequestPolicyRange.step': ['1', '1Gi', '3Gi', '80Gi', '0', '0.5', '-1'],
};

/** Names of attributes and capacities, and of what has others. */
const NAMES = [
  'model',
  '_a1',
  '1a',
  'a-b',
  'gpu.example.com/model',
  'GPU.Example/x',
  'a/b/c',
  '/a',
  'a/',
  '',
  'a/1',
  a(32),
  a(33),
  `${a(63)}/b`,
  `${a(64)}/b`,
];

const keys: Keys = {
  attributes: NAMES,
  capacity: NAMES,
  counters: ['memory', 'cpu', 'Memory', 'a.b', '', a(63), a(64)],
  annotations: ['flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares', 'a', 'a b'],
};

const examples: Examples = {
  PolicyRulesWithSubjects: [
    {
      subjects: [{ kind: 'User', user: { name: 'a' } }],
      nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
    },
    { subjects: [{ kind: 'Group', group: { name: 'a' } }] },
    { resourceRules: [{ verbs: ['get'], apiGroups: [''], resources: ['pods'], namespaces: ['*'] }] },
  ],
  ResourcePolicyRule: [
    { verbs: ['get'], apiGroups: [''], resources: ['pods'], namespaces: ['a', 'b'] },
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'], clusterScope: true },
    { verbs: ['get', '*'], apiGroups: ['', '*'], resources: ['*', 'a'], namespaces: ['*', 'a'] },
  ],
  NonResourcePolicyRule: [{ verbs: ['get'], nonResourceURLs: ['/healthz'] }, { verbs: ['*'] }],
  LimitResponse: [
    { type: 'Reject' },
    { type: 'Queue', queuing: {} },
    { type: 'Queue', queuing: { queues: 128, handSize: 6, queueLengthLimit: 50 } },
    { type: 'Queue' },
    { type: 'Reject', queuing: {} },
  ],
  LimitedPriorityLevelConfiguration: [
    { limitResponse: { type: 'Reject' } },
    { nominalConcurrencyShares: 0, limitResponse: { type: 'Reject' } },
    { nominalConcurrencyShares: 5, limitResponse: { type: 'Reject' } },
  ],
  PriorityLevelConfigurationSpec: [
    { type: 'Exempt' },
    { type: 'Exempt', exempt: { nominalConcurrencyShares: 1, lendablePercent: 1 } },
    { type: 'Limited', limited: { limitResponse: { type: 'Reject' } } },
    { type: 'Limited', limited: { nominalConcurrencyShares: 5, limitResponse: { type: 'Reject' } } },
    { type: 'Limited', exempt: {}, limited: { limitResponse: { type: 'Reject' } } },
  ],
  'flowcontrol.v1.Subject': [
    { kind: 'User', user: { name: 'a' } },
    { kind: 'Group', group: { name: 'a' } },
    { kind: 'ServiceAccount', serviceAccount: { name: 'a', namespace: 'b' } },
    { kind: 'User', group: { name: 'a' } },
    { kind: 'Group', user: { name: 'a' }, group: {}, serviceAccount: {} },
  ],
  'apiregistration.v1.ServiceReference': [{ name: 'a', namespace: 'b' }, {}, { name: 'a', namespace: 'b', port: 443 }],
  DeviceRequest: [
    { name: 'more', exactly: { deviceClassName: 'gpu.example.com' } },
    { name: 'gpu', exactly: { deviceClassName: 'gpu.example.com', allocationMode: 'All' } },
    { name: 'any', firstAvailable: [{ name: 'big', deviceClassName: 'gpu' }] },
    { name: 'both', exactly: { deviceClassName: 'gpu' }, firstAvailable: [{ name: 'big', deviceClassName: 'gpu' }] },
    { name: 'nothing' },
  ],
  ExactDeviceRequest: [{ deviceClassName: 'gpu' }, { deviceClassName: 'gpu', count: 2 }],
  DeviceSubRequest: [
    { name: 'big', deviceClassName: 'gpu' },
    { name: 'third', deviceClassName: 'gpu', allocationMode: 'All' },
  ],
  DeviceSelector: [{ cel: { expression: 'true' } }, {}],
  DeviceConstraint: [
    { matchAttribute: 'gpu.example.com/model' },
    { distinctAttribute: 'gpu.example.com/uuid' },
    { requests: ['gpu'], matchAttribute: 'a/b', distinctAttribute: 'a' },
    {},
  ],
  DeviceClaimConfiguration: [{ opaque: { driver: 'a', parameters: {} } }, { requests: ['gpu'] }],
  DeviceClassConfiguration: [{ opaque: { driver: 'a', parameters: {} } }, {}],
  DeviceToleration: [
    { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 },
    { key: 'a', value: 'b' },
    { effect: 'None', operator: 'Exists' },
  ],
  DeviceTaint: [
    { key: 'a', effect: 'NoExecute' },
    { key: 'a', value: 'b', effect: 'None', timeAdded: '2024-01-01T00:00:00Z' },
  ],
  Device: [
    { name: 'more' },
    { name: 'gpu-0' },
    { name: 'gpu-7', nodeName: 'node' },
    { name: 'gpu-8', taints: [{ key: 'a', effect: 'NoSchedule' }], attributes: { a: { bool: true } } },
  ],
  DeviceAttribute: [
    { bool: false },
    { int: 5 },
    { string: 'x' },
    { version: '1.0.0' },
    { bools: [true] },
    { int: 1, bool: true },
    {},
  ],
  DeviceCapacity: [
    { value: '1Gi' },
    {},
    { value: '4Gi', requestPolicy: { default: '1Gi', validValues: ['1Gi', '2Gi'] } },
  ],
  CapacityRequestPolicy: [
    { default: '1Gi' },
    { default: '1Gi', validValues: ['1Gi', '2Gi'] },
    { default: '2Gi', validRange: { min: '1Gi', max: '4Gi', step: '1Gi' } },
    { validRange: {} },
  ],
  CounterSet: [{ name: 'more', counters: { memory: { value: '1Gi' } } }, { name: 'set' }],
  DeviceCounterConsumption: [
    { counterSet: 'set', counters: { memory: { value: '1Gi' } } },
    { counterSet: 'more', counters: {} },
  ],
  ResourceSliceSpec: [
    // Devices that say themselves where they are, which the servers before 1.36 drop.
    {
      driver: 'gpu.example.com',
      pool: { name: 'pool', resourceSliceCount: 1 },
      perDeviceNodeSelection: true,
      devices: [
        { name: 'gpu-0', nodeName: 'node' },
        { name: 'gpu-1', allNodes: true },
      ],
    },
    {
      driver: 'gpu.example.com',
      pool: { name: 'pool', resourceSliceCount: 1 },
      perDeviceNodeSelection: true,
      devices: [{ name: 'gpu-0', nodeSelector: { nodeSelectorTerms: [{}] } }],
    },
  ],
  NodeSelector: [
    { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] },
    { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node'] }] }, {}] },
    {},
  ],
};

const api = 'resource.k8s.io/v1';
const opaque = (): Fields => ({ driver: 'gpu.example.com', parameters: { sharing: { strategy: 'TimeSlicing' } } });
const selectors = (): Fields[] => [{ cel: { expression: 'device.driver == "gpu.example.com"' } }];

const devices = (): Fields => ({
  requests: [
    {
      name: 'gpu',
      exactly: {
        deviceClassName: 'gpu.example.com',
        selectors: selectors(),
        allocationMode: 'ExactCount',
        count: 2,
        tolerations: [{ key: 'a.b/c', operator: 'Equal', value: 'd', effect: 'NoSchedule' }],
        capacity: { requests: { memory: '1Gi' } },
      },
    },
    {
      name: 'nic',
      firstAvailable: [
        { name: 'big', deviceClassName: 'nic.example.com', selectors: selectors(), allocationMode: 'All' },
        {
          name: 'small',
          deviceClassName: 'nic.example.com',
          count: 1,
          tolerations: [{ operator: 'Exists' }],
          capacity: { requests: { memory: '1Gi' } },
        },
      ],
    },
  ],
  constraints: [{ requests: ['gpu', 'nic/big'], matchAttribute: 'gpu.example.com/model' }],
  config: [{ requests: ['gpu'], opaque: opaque() }],
});

const slice = (spec: Fields): Fields => ({
  apiVersion: api,
  kind: 'ResourceSlice',
  metadata: { name: 'node-gpu' },
  spec: { driver: 'gpu.example.com', pool: { name: 'node/a', generation: 1, resourceSliceCount: 2 }, ...spec },
});

const FLOW = 'flowcontrol.apiserver.k8s.io';
const everything = (): Fields => ({
  resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true }],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
});

/** Schemas of requests in a version of the API; two of them every server has. */
const flowSchemas = (version: string): (() => Fields)[] => {
  const schema = (name: string, spec: Fields): Fields => ({
    apiVersion: `${FLOW}/${version}`,
    kind: 'FlowSchema',
    metadata: { name },
    spec,
  });
  return [
    () =>
      schema('builders', {
        priorityLevelConfiguration: { name: 'workload-low' },
        matchingPrecedence: 800,
        distinguisherMethod: { type: 'ByNamespace' },
        rules: [
          {
            subjects: [
              { kind: 'ServiceAccount', serviceAccount: { name: 'builder', namespace: 'default' } },
              { kind: 'User', user: { name: 'jane' } },
              { kind: 'Group', group: { name: 'builders' } },
            ],
            resourceRules: [
              { verbs: ['get', 'list'], apiGroups: ['', 'apps'], resources: ['pods'], namespaces: ['default'] },
              { verbs: ['watch'], apiGroups: ['*'], resources: ['nodes'], clusterScope: true },
            ],
            nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['/healthz', '/livez/*'] }],
          },
        ],
      }),
    () =>
      schema('exempt', {
        priorityLevelConfiguration: { name: 'exempt' },
        matchingPrecedence: 1,
        rules: [{ subjects: [{ kind: 'Group', group: { name: 'system:masters' } }], ...everything() }],
      }),
    () =>
      schema('catch-all', {
        priorityLevelConfiguration: { name: 'catch-all' },
        matchingPrecedence: 10000,
        distinguisherMethod: { type: 'ByUser' },
        rules: [
          {
            subjects: [
              { kind: 'Group', group: { name: 'system:unauthenticated' } },
              { kind: 'Group', group: { name: 'system:authenticated' } },
            ],
            ...everything(),
          },
        ],
      }),
    () => schema('nobody', { priorityLevelConfiguration: { name: 'workload-low' } }),
  ];
};

/** Priority levels in a version of the API. */
const priorityLevels = (version: string): (() => Fields)[] => {
  const shares = version === 'v1beta2' ? 'assuredConcurrencyShares' : 'nominalConcurrencyShares';
  const level = (name: string, spec: Fields): Fields => ({
    apiVersion: `${FLOW}/${version}`,
    kind: 'PriorityLevelConfiguration',
    metadata: {
      name,
      annotations:
        version === 'v1' ? { a: 'b' } : { 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares': '' },
    },
    spec,
  });
  return [
    () =>
      level('workload-low', {
        type: 'Limited',
        limited: {
          [shares]: 100,
          lendablePercent: 90,
          borrowingLimitPercent: 50,
          limitResponse: { type: 'Queue', queuing: { queues: 128, handSize: 6, queueLengthLimit: 50 } },
        },
      }),
    () => level('exempt', { type: 'Exempt', exempt: { nominalConcurrencyShares: 10, lendablePercent: 50 } }),
    () => level('catch-all', { type: 'Limited', limited: { [shares]: 5, limitResponse: { type: 'Reject' } } }),
    () =>
      level('defaults', { type: 'Limited', limited: { [shares]: 7, limitResponse: { type: 'Queue', queuing: {} } } }),
  ];
};

const apiService = (name: string, spec: Fields): Fields => ({
  apiVersion: 'apiregistration.k8s.io/v1',
  kind: 'APIService',
  metadata: { name },
  spec,
});

export const bases: Bases = {
  ResourceClaim: [
    () => ({
      apiVersion: api,
      kind: 'ResourceClaim',
      metadata: { name: 'gpus', namespace: 'default' },
      spec: { devices: devices() },
    }),
    () => ({
      apiVersion: api,
      kind: 'ResourceClaim',
      metadata: { generateName: 'gpus-' },
      spec: {
        devices: {
          requests: [{ name: 'gpu', exactly: { deviceClassName: 'gpu.example.com', adminAccess: false } }],
          constraints: [{ matchAttribute: 'gpu.example.com/model', distinctAttribute: 'gpu.example.com/uuid' }],
        },
      },
    }),
  ],
  ResourceClaimTemplate: [
    () => ({
      apiVersion: api,
      kind: 'ResourceClaimTemplate',
      metadata: { name: 'gpus', namespace: 'default' },
      spec: { metadata: { labels: { app: 'web' }, annotations: { a: 'b' } }, spec: { devices: devices() } },
    }),
  ],
  DeviceClass: [
    () => ({
      apiVersion: api,
      kind: 'DeviceClass',
      metadata: { name: 'gpu.example.com' },
      spec: { selectors: selectors(), config: [{ opaque: opaque() }], extendedResourceName: 'example.com/gpu' },
    }),
    () => ({ apiVersion: api, kind: 'DeviceClass', metadata: { name: 'all' }, spec: {} }),
  ],
  ResourceSlice: [
    () =>
      slice({
        nodeName: 'node',
        devices: [
          {
            name: 'gpu-0',
            attributes: {
              model: { string: 'a100' },
              'gpu.example.com/driverVersion': { version: '1.2.3-rc.1' },
              index: { int: 0 },
              'x.y/healthy': { bool: true },
            },
            capacity: { memory: { value: '40Gi' } },
            taints: [{ key: 'a.b/c', value: 'd', effect: 'NoExecute', timeAdded: '2024-01-01T00:00:00Z' }],
            bindingConditions: ['a.b/ready'],
            bindingFailureConditions: ['a.b/failed'],
            bindsToNode: true,
            consumesCounters: [{ counterSet: 'set', counters: { memory: { value: '20Gi' } } }],
          },
          {
            name: 'gpu-1',
            allowMultipleAllocations: true,
            capacity: {
              memory: { value: '80Gi', requestPolicy: { default: '1Gi', validValues: ['1Gi', '2Gi', '4Gi'] } },
              'gpu.example.com/bandwidth': {
                value: '10G',
                requestPolicy: { default: '2G', validRange: { min: '1G', max: '5G', step: '1G' } },
              },
            },
          },
        ],
      }),
    () => slice({ allNodes: true, sharedCounters: [{ name: 'set', counters: { memory: { value: '40Gi' } } }] }),
    () =>
      slice({
        nodeSelector: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }] },
        devices: [],
      }),
  ],
  FlowSchema: flowSchemas('v1'),
  'FlowSchema v1beta3': flowSchemas('v1beta3'),
  'FlowSchema v1beta2': flowSchemas('v1beta2'),
  PriorityLevelConfiguration: priorityLevels('v1'),
  'PriorityLevelConfiguration v1beta3': priorityLevels('v1beta3'),
  'PriorityLevelConfiguration v1beta2': priorityLevels('v1beta2'),
  APIService: [
    () =>
      apiService('v1beta1.metrics.k8s.io', {
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        groupPriorityMinimum: 100,
        versionPriority: 100,
        caBundle: 'YQ==',
        service: { name: 'metrics-server', namespace: 'kube-system', port: 443 },
      }),
    () =>
      apiService('v1.example.com', {
        group: 'example.com',
        version: 'v1',
        groupPriorityMinimum: 20000,
        versionPriority: 1000,
        insecureSkipTLSVerify: true,
        service: { name: 'a', namespace: 'b' },
      }),
    () => apiService('v1.', { version: 'v1', groupPriorityMinimum: 18000, versionPriority: 1 }),
  ],
};

export const control: ObjectSet = { bases, words, keys, examples };
