// Namespace, Node, ServiceAccount, ResourceQuota, LimitRange, Endpoints, both Events, EndpointSlice, Lease, PriorityClass, RuntimeClass.
import { a, type Bases, type Examples, type Fields, type Keys, type ObjectSet, type Words } from './set';

const TIME = '2024-01-31T12:00:00Z';
const MICRO_TIME = '2024-01-31T12:00:00.123456Z';
const TAINTS = 'scheduler.alpha.kubernetes.io/taints';
const AVOIDED = 'scheduler.alpha.kubernetes.io/preferAvoidPods';

const amounts = ['0', '1', '2', '3', '1500m', '500m', '1Gi', '2Gi', '4Mi', '-1', '1.5', '100Ei', '0.0001', 1, 5];
const names = ['a', 'a.b', a(63), a(64), a(253), a(254), 'A', 'a_b', '', '-a'];
const addresses = [
  '10.0.0.1',
  '010.0.0.1',
  '0.0.0.0',
  '127.0.0.1',
  '169.254.1.1',
  '224.0.0.1',
  '224.0.1.1',
  '255.255.255.255',
  'fd00::1',
  'FD00::1',
  'fd00:0::1',
  '::',
  '::1',
  'fe80::1',
  'ff02::1',
  'ff05::1',
  '::ffff:10.0.0.1',
  '::ffff:127.0.0.1',
  '::10.0.0.1',
  'fe80::1%eth0',
  'a.example.com',
  'a.example.com.',
  'a',
  'A.example.com',
  '*.example.com',
  `${a(64)}.com`,
  '10.0.0.1/32',
  '10.0.0',
  ' 10.0.0.1',
  '',
];
const ranges = [
  '10.0.0.0/24',
  '10.0.1.0/24',
  '010.0.0.0/24',
  '10.0.0.0/024',
  '10.0.0.1/24',
  '10.0.0.0/33',
  '10.0.0.0',
  ' 10.0.0.0/24',
  'fd00::/64',
  'FD00::/64',
  'fd00::1/64',
  'fd00::/129',
  'a/24',
  '',
];
const scopes = [
  'BestEffort',
  'NotBestEffort',
  'Terminating',
  'NotTerminating',
  'PriorityClass',
  'CrossNamespacePodAffinity',
  'VolumeAttributesClass',
  'Priority',
  '',
];

/** What is worth trying in certain fields, by their name. */
const words: Words = {
  'ObjectMeta.name': ['a', 'a.b', 'A', 'a_b', 'a b', 'a/b', '', '.', 'system-a', 'system-node-critical', ...names],
  generateName: ['a', 'a-', 'a.', 'A', 'a/b', 'system-', '', a(60), a(300)],
  namespace: ['default', 'kube-system', 'a', 'b', 'a.b', 'A', ''],
  'kubernetes.io/metadata.name': ['sample', 'a b', ''],
  finalizers: ['kubernetes', 'orphan', 'foregroundDeletion', 'a.b/c', 'a', '', 'a b', 'A.b/c', 'a.b/c/d'],
  hard: amounts,
  max: amounts,
  min: amounts,
  default: amounts,
  defaultRequest: amounts,
  maxLimitRequestRatio: ['1', '2', '3', '0.5', '1.5', '0.9999', '100Ei', '0', '-1', 4],
  capacity: amounts,
  allocatable: amounts,
  'NodeSwapStatus.capacity': [-1, 0, 1, 4096],
  scopes,
  scopeName: scopes,
  'ScopedResourceSelectorRequirement.operator': ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Exist', ''],
  'ScopedResourceSelectorRequirement.values': ['high', 'low', '', 'a b'],
  'LimitRangeItem.type': ['Container', 'Pod', 'PersistentVolumeClaim', 'a.com/b', 'container', 'a b', 'A.b/c', ''],
  ip: addresses,
  addresses,
  podCIDR: ranges,
  podCIDRs: ranges,
  hostname: names,
  nodeName: names,
  appProtocol: ['http', 'a.com/b', 'kubernetes.io/h2c', 'a b', '', 'A.b/c', a(63), a(64)],
  'EndpointPort.name': ['', 'a', 'http', 'a.b', 'A', a(15), a(16), a(63), a(64)],
  protocol: ['TCP', 'UDP', 'SCTP', 'tcp', 'HTTP', ''],
  addressType: ['IPv4', 'IPv6', 'FQDN', 'ipv4', 'IP', ''],
  'ForZone.name': ['a', 'b', 'a b', '', a(63), a(64)],
  'ForNode.name': names,
  'Taint.effect': ['NoSchedule', 'PreferNoSchedule', 'NoExecute', 'NoScheduleNoAdmit', ''],
  'Taint.key': ['a', 'a.b/c', 'a b', '', 'A.b/c', a(63), a(64)],
  'Taint.value': ['', 'a', 'a b', a(63), a(64)],
  declaredFeatures: ['A', 'B', 'A/b', 'Aa', 'a', 'A b', 'A/', 'A/1', '', `A${a(252)}`, `A${a(253)}`],
  [TAINTS]: [
    '',
    '[]',
    'null',
    '{',
    '{}',
    '[null]',
    '[{"key":"a","effect":"NoSchedule"}]',
    '[{"Key":"a","EFFECT":"NoExecute","timeAdded":"2024-01-01T00:00:00Z"}]',
    '[{"key":"a","effect":"NoSchedule"},{"key":"a","effect":"NoSchedule","value":"b"}]',
    '[{"key":"a"}]',
    '[{"key":"a b","effect":"NoSchedule"}]',
    '[{"key":"a","value":"a b","effect":"NoSchedule"}]',
    '[{"key":"a","effect":"Never"}]',
    '[{"key":5,"effect":"NoSchedule"}]',
    '[{"key":"a","effect":"NoSchedule","x":1}]',
    '[{"key":"a","effect":"NoSchedule","timeAdded":"x"}]',
  ],
  [AVOIDED]: [
    '',
    '{}',
    'null',
    '[]',
    '{',
    '{"preferAvoidPods":[]}',
    '{"preferAvoidPods":null}',
    '{"preferAvoidPods":[{}]}',
    '{"preferAvoidPods":[null]}',
    '{"preferAvoidPods":[{"podSignature":{}}]}',
    '{"preferAvoidPods":[{"podSignature":{"podController":{"controller":true}}}]}',
    '{"PreferAvoidPods":[{"PodSignature":{"podcontroller":{"controller":true,"name":"a"}},"evictionTime":"2024-01-01T00:00:00Z","reason":"r"}]}',
    '{"preferAvoidPods":[{"podSignature":{"podController":{"controller":false}}}]}',
    '{"preferAvoidPods":[{"podSignature":{"podController":{"controller":"true"}}}]}',
    '{"preferAvoidPods":[{"podSignature":{"podController":{"controller":true}},"evictionTime":"x"}]}',
    '{"preferAvoidPods":{}}',
  ],
  'kubernetes.io/enforce-mountable-secrets': ['true', 'false'],
  eventTime: [MICRO_TIME, '2024-01-31T12:00:00.123456+01:00', TIME, '', '2024-01-31T12:00:00.1234567Z'],
  acquireTime: [MICRO_TIME, TIME, 'x'],
  renewTime: [MICRO_TIME, TIME, '2024-01-31T12:00:00.000Z'],
  lastObservedTime: [MICRO_TIME, TIME, ''],
  reportingComponent: ['a', 'a.com/b', 'a b', '', 'A.b/c'],
  reportingController: ['a', 'a.com/b', 'a b', '', 'A.b/c'],
  reportingInstance: ['a', '', a(128), a(129), 'é'.repeat(64), 'é'.repeat(65)],
  action: ['a', '', a(128), a(129)],
  reason: ['a', '', a(128), a(129)],
  message: ['a', '', a(1024), a(1025), 'é'.repeat(513)],
  note: ['a', '', a(1024), a(1025), 'é'.repeat(513)],
  type: ['Normal', 'Warning', 'normal', 'Error', ''],
  'events.v1.EventSeries.count': [-1, 0, 1, 2, 3],
  deprecatedCount: [0, 1, -1],
  'PriorityClass.value': [-2_000_000_000, 0, 1, 1_000_000_000, 1_000_000_001, 2_000_000_000, 2_000_001_000, 2 ** 31],
  preemptionPolicy: ['Never', 'PreemptLowerPriority', 'never', ''],
  handler: ['a', 'a-b', 'a.b', 'A', '', a(63), a(64)],
  leaseDurationSeconds: [-1, 0, 1, 2 ** 31 - 1, 2 ** 31],
  leaseTransitions: [-1, 0, 1],
  strategy: ['OldestEmulationVersion', 'a', 'a.b/c', 'a/b/c', ''],
};

const containerResources = ['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'a.com/b', 'storage', 'gpu', 'pods'];
const keys: Keys = {
  hard: [
    'pods',
    'cpu',
    'memory',
    'requests.cpu',
    'limits.cpu',
    'requests.memory',
    'limits.memory',
    'requests.storage',
    'limits.storage',
    'storage',
    'ephemeral-storage',
    'requests.ephemeral-storage',
    'limits.ephemeral-storage',
    'persistentvolumeclaims',
    'services',
    'services.nodeports',
    'services.loadbalancers',
    'configmaps',
    'deployments',
    'count/deployments.apps',
    'count/pods',
    'gold.storageclass.storage.k8s.io/requests.storage',
    'a.com/b',
    'requests.a.com/b',
    'limits.a.com/b',
    'hugepages-2Mi',
    'requests.hugepages-2Mi',
    'limits.hugepages-2Mi',
    'hugepages-',
    'x.kubernetes.io/y',
    'a b',
    '',
  ],
  max: containerResources,
  min: containerResources,
  default: containerResources,
  defaultRequest: containerResources,
  maxLimitRequestRatio: containerResources,
  capacity: ['cpu', 'pods', 'a.com/b', 'a b', 'secrets', 'requests.a.com/b', 'x.kubernetes.io/y', ''],
  annotations: [TAINTS, AVOIDED, 'kubernetes.io/enforce-mountable-secrets', 'Example.com/A', 'a b'],
  labels: [
    'kubernetes.io/metadata.name',
    'endpoints.kubernetes.io/managed-by',
    'endpointslice.kubernetes.io/managed-by',
    'a',
    'a b',
    'A.b/c',
  ],
  nodeSelector: ['a', 'beta.kubernetes.io/os', 'node-role.kubernetes.io/master', 'a b', 'A.b/c', ''],
};

const toleration = { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 };
const port = { name: 'http', port: 80, protocol: 'TCP', appProtocol: 'http' };
const target = { kind: 'Pod', namespace: 'default', name: 'a', uid: 'u' };

/** Valid objects of some types, for lists and fields that are new to an object. */
const examples: Examples = {
  Taint: [
    { key: 'a', value: 'b', effect: 'NoSchedule' },
    { key: 'c', effect: 'NoExecute', timeAdded: TIME },
  ],
  LimitRangeItem: [
    { type: 'Container', max: { cpu: '2' }, min: { cpu: '1' } },
    { type: 'PersistentVolumeClaim', max: { storage: '1Gi' } },
    { type: 'Pod', max: { 'a.com/b': '2' }, maxLimitRequestRatio: { memory: '2' } },
  ],
  ScopedResourceSelectorRequirement: [
    { scopeName: 'PriorityClass', operator: 'In', values: ['high'] },
    { scopeName: 'Terminating', operator: 'Exists' },
    { scopeName: 'NotTerminating', operator: 'Exists' },
    { scopeName: 'PriorityClass', operator: 'In' },
    { scopeName: 'VolumeAttributesClass', operator: 'Exists' },
  ],
  EndpointAddress: [{ ip: '10.0.0.2' }, { ip: 'fd00::2', hostname: 'a', nodeName: 'b' }],
  EndpointPort: [port, { port: 81 }, { name: 'a', port: 0 }],
  'discovery.v1.EndpointPort': [port, { port: 81 }, {}, { name: 'a', protocol: 'UDP' }],
  Endpoint: [
    { addresses: ['10.0.0.2'] },
    { addresses: ['fd00::2'], conditions: { ready: true } },
    { addresses: ['a.example.com'] },
    { addresses: ['10.0.0.3'], deprecatedTopology: { 'a b': 'c' } },
  ],
  EndpointHints: [{ forZones: [{ name: 'a' }] }, { forNodes: [{ name: 'a' }] }, { forNodes: many(9) }],
  ForZone: [{ name: 'a' }, { name: 'c' }],
  ForNode: [{ name: 'a' }, { name: 'c' }],
  NodeConfigSource: [{ configMap: { namespace: 'a', name: 'b', kubeletConfigKey: 'c' } }, {}],
  NodeSwapStatus: [{ capacity: 4096 }, { capacity: 0 }],
  NodeStatus: [{ capacity: { cpu: '4' }, declaredFeatures: ['A', 'B'] }],
  Overhead: [{ podFixed: { cpu: '100m', memory: '1Mi' } }, { podFixed: { 'hugepages-2Mi': '2Mi' } }, {}],
  Toleration: [toleration, { key: 'a', value: 'b' }, { operator: 'Exists' }, { key: 'a', operator: 'Gt', value: '5' }],
  ObjectReference: [target, { namespace: 'kube-system', name: 'a' }, {}],
  EventSeries: [{ count: 2, lastObservedTime: MICRO_TIME }],
  'events.v1.EventSeries': [
    { count: 2, lastObservedTime: MICRO_TIME },
    { count: 1, lastObservedTime: MICRO_TIME },
  ],
  EventSource: [{ component: 'a', host: 'b' }, {}],
};

function many(count: number): Fields[] {
  return Array.from({ length: count }, (_, index) => ({ name: `a${index}` }));
}

const object = (apiVersion: string, kind: string, rest: Fields, metadata: Fields = {}): Fields => ({
  apiVersion,
  kind,
  metadata: { name: 'sample', ...metadata },
  ...structuredClone(rest),
});

const bases: Bases = {
  ServiceAccount: [
    () =>
      object('v1', 'ServiceAccount', {
        automountServiceAccountToken: false,
        secrets: [{ name: 'a' }],
        imagePullSecrets: [{ name: 'b' }],
      }),
  ],
  Namespace: [
    () => object('v1', 'Namespace', { spec: { finalizers: ['kubernetes', 'a.b/c'] } }, { labels: { a: 'b' } }),
  ],
  ResourceQuota: [
    () =>
      object('v1', 'ResourceQuota', {
        spec: { hard: { pods: '10', 'requests.cpu': '1', 'limits.cpu': '2' }, scopes: ['NotTerminating'] },
      }),
    () =>
      object('v1', 'ResourceQuota', {
        spec: {
          hard: { pods: 10, 'count/deployments.apps': '3', 'requests.a.com/b': 4 },
          scopeSelector: {
            matchExpressions: [
              { scopeName: 'PriorityClass', operator: 'In', values: ['high'] },
              { scopeName: 'NotBestEffort', operator: 'Exists' },
            ],
          },
        },
      }),
    () => object('v1', 'ResourceQuota', { spec: { hard: { services: 5, 'requests.storage': '1Gi', memory: '1Gi' } } }),
  ],
  LimitRange: [
    () =>
      object('v1', 'LimitRange', {
        spec: {
          limits: [
            {
              type: 'Container',
              max: { cpu: '2', memory: '2Gi' },
              min: { cpu: '500m', memory: '1Mi' },
              default: { cpu: '1', memory: '1Gi' },
              defaultRequest: { cpu: '1', memory: '1Gi' },
              maxLimitRequestRatio: { cpu: '3' },
            },
            { type: 'Pod', max: { cpu: '4' }, min: { cpu: '1' }, maxLimitRequestRatio: { cpu: '2' } },
            { type: 'PersistentVolumeClaim', min: { storage: '1Gi' }, max: { storage: '2Gi' } },
          ],
        },
      }),
    () =>
      object('v1', 'LimitRange', {
        spec: {
          limits: [
            { type: 'Container', max: { 'a.com/b': 2 }, default: { 'a.com/b': 1 }, defaultRequest: { 'a.com/b': 1 } },
          ],
        },
      }),
  ],
  Endpoints: [
    () =>
      object('v1', 'Endpoints', {
        subsets: [
          {
            addresses: [{ ip: '10.0.0.1', hostname: 'a', nodeName: 'b', targetRef: target }],
            notReadyAddresses: [{ ip: 'fd00::1' }],
            ports: [port, { name: 'dns', port: 53, protocol: 'UDP' }],
          },
          { addresses: [{ ip: '10.0.0.2' }], ports: [{ port: 80 }] },
        ],
      }),
  ],
  Node: [
    () =>
      object('v1', 'Node', {
        spec: {
          podCIDR: '10.0.0.0/24',
          podCIDRs: ['10.0.0.0/24', 'fd00::/64'],
          providerID: 'a://b',
          unschedulable: true,
          taints: [
            { key: 'a.b/c', value: 'd', effect: 'NoSchedule' },
            { key: 'a.b/c', effect: 'NoExecute', timeAdded: TIME },
          ],
        },
        status: {
          capacity: { cpu: '4', memory: '8Gi', pods: 110, 'a.com/b': 2 },
          allocatable: { cpu: '3500m', memory: '7Gi', pods: '110' },
          phase: 'Running',
          addresses: [{ type: 'InternalIP', address: '10.0.0.1' }],
          conditions: [{ type: 'Ready', status: 'True' }],
          daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
          images: [{ names: ['nginx'], sizeBytes: 5 }],
          nodeInfo: nodeInfo(),
          volumesInUse: ['a'],
          volumesAttached: [{ name: 'a', devicePath: 'b' }],
        },
      }),
    () => object('v1', 'Node', { spec: { podCIDR: '10.0.0.0/24' } }, { annotations: { [TAINTS]: '', [AVOIDED]: '' } }),
  ],
  Event: [
    () =>
      object(
        'v1',
        'Event',
        {
          involvedObject: { ...target, apiVersion: 'v1', fieldPath: 'spec', resourceVersion: '5' },
          firstTimestamp: TIME,
          lastTimestamp: TIME,
          count: 2,
          type: 'Normal',
          reason: 'Made',
          message: 'made it',
          source: { component: 'a', host: 'b' },
        },
        { namespace: 'default' },
      ),
    () =>
      object(
        'v1',
        'Event',
        {
          involvedObject: { namespace: 'a', name: 'b' },
          eventTime: MICRO_TIME,
          reportingComponent: 'a.com/b',
          reportingInstance: 'c',
          action: 'd',
          reason: 'e',
          series: { count: 2, lastObservedTime: MICRO_TIME },
          related: target,
        },
        { namespace: 'a' },
      ),
  ],
  PriorityClass: [
    () =>
      object('scheduling.k8s.io/v1', 'PriorityClass', {
        value: 1000,
        globalDefault: true,
        description: 'a',
        preemptionPolicy: 'Never',
      }),
    () =>
      object('scheduling.k8s.io/v1', 'PriorityClass', { value: 2_000_000_000 }, { name: 'system-cluster-critical' }),
  ],
  RuntimeClass: [
    () =>
      object('node.k8s.io/v1', 'RuntimeClass', {
        handler: 'runsc',
        overhead: { podFixed: { cpu: '100m', memory: '10Mi' } },
        scheduling: { nodeSelector: { 'a.b/c': 'd' }, tolerations: [toleration, { key: 'b', value: 'c' }] },
      }),
  ],
  EndpointSlice: [
    () =>
      object('discovery.k8s.io/v1', 'EndpointSlice', {
        addressType: 'IPv4',
        endpoints: [
          {
            addresses: ['10.0.0.1', '10.0.0.2'],
            conditions: { ready: true, serving: true, terminating: false },
            hostname: 'a',
            nodeName: 'b',
            zone: 'c',
            targetRef: target,
            hints: { forZones: [{ name: 'a' }, { name: 'b' }] },
          },
        ],
        ports: [port, { name: 'dns', port: 53, protocol: 'UDP' }],
      }),
    () =>
      object('discovery.k8s.io/v1', 'EndpointSlice', {
        addressType: 'IPv6',
        endpoints: [{ addresses: ['fd00::1'] }],
        ports: [{ port: 80 }],
      }),
    () =>
      object('discovery.k8s.io/v1', 'EndpointSlice', {
        addressType: 'FQDN',
        endpoints: [{ addresses: ['a.example.com'] }],
        ports: [],
      }),
  ],
  Lease: [
    () =>
      object('coordination.k8s.io/v1', 'Lease', {
        spec: {
          holderIdentity: 'a',
          leaseDurationSeconds: 15,
          acquireTime: MICRO_TIME,
          renewTime: MICRO_TIME,
          leaseTransitions: 2,
        },
      }),
  ],
  'events.k8s.io Event': [
    () =>
      object(
        'events.k8s.io/v1',
        'Event',
        {
          eventTime: MICRO_TIME,
          regarding: target,
          related: { ...target, namespace: 'kube-system' },
          reportingController: 'a.com/b',
          reportingInstance: 'c',
          action: 'd',
          reason: 'e',
          note: 'f',
          type: 'Warning',
          series: { count: 2, lastObservedTime: MICRO_TIME },
        },
        { namespace: 'default' },
      ),
  ],
};

function nodeInfo(): Fields {
  return {
    machineID: 'a',
    systemUUID: 'b',
    bootID: 'c',
    kernelVersion: '6.1',
    osImage: 'd',
    containerRuntimeVersion: 'containerd://1.7',
    kubeletVersion: 'v1.30.0',
    kubeProxyVersion: 'v1.30.0',
    operatingSystem: 'linux',
    architecture: 'amd64',
  };
}

export const cluster: ObjectSet = { bases, words, keys, examples };
