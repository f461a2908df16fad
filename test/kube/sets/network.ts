// The rest of networking, PodDisruptionBudget, both HorizontalPodAutoscalers.
import { a, type Bases, type Examples, type Fields, type ObjectSet, type Words } from './set';

const ADDRESSES = [
  '10.0.0.1',
  '010.0.0.1',
  '10.0.0.256',
  '::1',
  '::',
  '::ffff:10.0.0.1',
  'fd00::1',
  'FD00::1',
  'fd00:0:0:0:0:0:0:1',
  'fd00:0::1',
  '0fd00::1',
  '1:0:0:2:0:0:0:3',
  '1::2:0:0:3',
  '1:0:2:3:4:5:6:7',
  '1::2:3:4:5:6:7',
  '',
  'localhost',
];

const RANGES = [
  '10.0.0.0/8',
  '10.1.0.0/16',
  '10.1.2.0/24',
  '10.1.2.3/24',
  '10.1.2.3/32',
  '0.0.0.0/0',
  '192.168.0.0/16',
  '010.0.0.0/8',
  '10.0.0.0/08',
  '10.0.0.0/33',
  '10.0.0.0',
  ' 10.0.0.0/8',
  '10.0.0.0/-1',
  '::/0',
  'fd00::/8',
  'fd00::/64',
  'fd00:0::/64',
  'FD00::/64',
  'fd00::1/64',
  'fd00::/129',
  '::ffff:10.0.0.0/104',
  '::ffff:10.1.0.0/112',
  '::ffff:0:0/96',
  '::ffff:0:0/90',
  '::ffff:10.0.0.0/90',
  '',
  'all',
];

/** What autoscaling/v1 keeps as JSON. */
const metrics = (...list: unknown[]): string => JSON.stringify(list);
const METRICS = [
  '',
  '[',
  '{}',
  'null',
  '[]',
  '[null]',
  '[{}]',
  '["a"]',
  metrics({ type: 'Resource', resource: { name: 'memory', targetAverageUtilization: 50 } }),
  metrics({ type: 'Resource', resource: { name: 'memory', targetAverageUtilization: 0 } }),
  metrics({ type: 'Resource', resource: { name: 'memory', targetAverageUtilization: '50' } }),
  metrics({ type: 'Resource', resource: { name: '', targetAverageValue: '1Gi' } }),
  metrics({ type: 'Resource', resource: { name: 'memory', targetAverageValue: 'x' } }),
  metrics({ type: 'Resource', resource: { name: 'memory' } }),
  metrics({ type: 'Resource', resource: { name: 'memory', targetAverageValue: 1, targetAverageUtilization: 1 } }),
  metrics({ TYPE: 'Resource', Resource: { NAME: 'memory', targetaverageutilization: 50, other: 1 } }),
  metrics({ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } }),
  metrics({ type: 'Pods', pods: { metricName: 'a', targetAverageValue: '10' } }),
  metrics({ type: 'Pods', pods: { metricName: 'a' } }),
  metrics({ type: 'Pods', pods: { targetAverageValue: '-1', selector: { matchLabels: { a: 'b' } } } }),
  metrics({ type: 'Pods', pods: { metricName: 'a/b', targetAverageValue: 5 } }),
  metrics({ type: 'Pods' }),
  metrics({ type: 'Object', object: { target: { kind: 'Service', name: 'a' }, metricName: 'b', targetValue: '5' } }),
  metrics({ type: 'Object', object: { target: { kind: 'Service', name: 'a' }, metricName: 'b' } }),
  metrics({ type: 'Object', object: { target: { kind: 'Service', name: 'a' }, metricName: 'b', averageValue: 5 } }),
  metrics({
    type: 'Object',
    object: { target: { kind: 'A', name: 'a', apiVersion: 'a/b/c' }, metricName: 'b', averageValue: 5, targetValue: 1 },
  }),
  metrics({ type: 'Object', object: { target: { kind: '', name: '..' }, metricName: '', targetValue: '0' } }),
  metrics({ type: 'External', external: { metricName: 'a', targetValue: '5' } }),
  metrics({ type: 'External', external: { metricName: 'a', targetAverageValue: '5', metricSelector: {} } }),
  metrics({ type: 'External', external: { metricName: 'a', targetAverageValue: '5', targetValue: '5' } }),
  metrics({ type: 'External', external: { metricName: 'a' } }),
  metrics({
    type: 'ContainerResource',
    containerResource: { name: 'cpu', container: 'web', targetAverageUtilization: 50 },
  }),
  metrics({
    type: 'ContainerResource',
    containerResource: { name: 'x', container: 'Web', targetAverageValue: 5 },
  }),
  metrics({ type: 'Other', resource: { name: 'cpu', targetAverageValue: 5 } }),
  metrics(
    { type: 'External', external: { metricName: 'a', targetValue: '5' }, pods: null },
    { type: 'Pods', pods: { metricName: 'a', targetAverageValue: 1 }, external: { metricName: 'a' } },
  ),
];
const policies = [{ type: 'Pods', value: 4, periodSeconds: 15 }];
const BEHAVIORS = [
  '',
  '{',
  'null',
  '{}',
  '[]',
  ...[
    { scaleUp: { policies } },
    { ScaleUp: { Policies: policies, SelectPolicy: 'Min', StabilizationWindowSeconds: 0 } },
    { scaleUp: {} },
    { scaleUp: null },
    { scaleDown: { policies: [] } },
    { scaleDown: { policies, stabilizationWindowSeconds: 3601 } },
    { scaleDown: { policies, stabilizationWindowSeconds: '5' } },
    { scaleDown: { policies, selectPolicy: 'max' } },
    { scaleDown: { policies: [null] } },
    { scaleDown: { policies: [{ type: 'Percent', value: 0, periodSeconds: 1801 }] } },
    { scaleDown: { policies, tolerance: '0.1' } },
    { scaleDown: { policies, tolerance: '-0.1' } },
  ].map((behavior) => JSON.stringify(behavior)),
];

const words: Words = {
  cidr: RANGES,
  except: RANGES,
  cidrs: RANGES,
  policyTypes: ['Ingress', 'Egress', 'ingress', ''],
  endPort: [0, 1, 79, 80, 81, 32768, 65535, 65536, -1],
  'NetworkPolicyPort.port': [0, 1, 80, 81, 65535, 65536, -1, 'http', '80', 'a--b', '', a(15), a(16)],
  'IPAddress.name': ADDRESSES,
  'ObjectMeta.name': [...ADDRESSES, 'web', 'a.b', 'A', 'a/b', '..', 'a%b', a(253), a(254)],
  controller: [
    'k8s.io/ingress-nginx',
    'a.b/c/d',
    'a/b',
    'a.b/',
    '/b',
    'a.b',
    'A.b/c',
    'a.b/c d',
    'a.b/%2F',
    'a.b/é',
    'nginx',
    '',
    `a.b/${a(246)}`,
    `a.b/${a(247)}`,
    `${a(254)}/b`,
  ],
  scope: ['Cluster', 'Namespace', 'cluster', ''],
  'IngressClassParametersReference.namespace': ['a', 'A', '', 'a.b', a(64)],
  'ParentReference.namespace': ['a', 'A', '', 'a/b', '..'],
  group: ['', 'apps', 'A', 'a.b', 'a/b'],
  resource: ['services', 'a/b', '', '..', '%'],
  unhealthyPodEvictionPolicy: ['IfHealthyBudget', 'AlwaysAllow', '', 'Always'],
  minAvailable: [0, 1, -1, '50%', '100%', '101%', '50', '', '%', '-1%', '99999999999999999999%', 2 ** 31 - 1],
  maxUnavailable: [0, 1, -1, '50%', '100%', '101%', '50', '', '%', '1.5%'],
  kind: ['Deployment', 'ReplicationController', 'Service', '', 'a/b', '..', 'StatefulSet'],
  apiVersion: ['apps/v1', 'v1', '', '/v1', 'apps/', 'apps/v1/x', '/', 'a/b/c/d'],
  'CrossVersionObjectReference.name': ['web', '', 'a/b', '.', 'A b', 'a%'],
  'MetricSpec.type': ['Resource', 'Pods', 'Object', 'External', 'ContainerResource', '', 'resource'],
  'MetricTarget.type': ['Utilization', 'Value', 'AverageValue', '', 'utilization'],
  'MetricIdentifier.name': ['requests', '', 'a/b', 'a%', '..', 'A b'],
  'ContainerResourceMetricSource.name': ['cpu', 'memory', 'x', 'a.b/c', 'a b', '', 'hugepages-2Mi', 'requests.a.b/c'],
  'ResourceMetricSource.name': ['cpu', 'memory', 'x', 'a b', ''],
  container: ['web', 'Web', '', a(63), a(64), 'a.b'],
  averageUtilization: [0, 1, 50, 100, 200, -1],
  averageValue: ['1', '0', '-1', '500m', '0.0000000001', 1, 0],
  value: ['1', '0', '-1', '500m', 1, 0],
  'HPAScalingPolicy.value': [0, 1, 100, -1],
  'HPAScalingPolicy.type': ['Pods', 'Percent', '', 'percent'],
  periodSeconds: [0, 1, 15, 1800, 1801, -1],
  stabilizationWindowSeconds: [-1, 0, 1, 3600, 3601],
  selectPolicy: ['Max', 'Min', 'Disabled', '', 'max'],
  tolerance: ['0', '0.1', '-0.1', '5%', 1, -1],
  minReplicas: [-1, 0, 1, 2, 10, 11],
  maxReplicas: [-1, 0, 1, 2, 10, 11, 2 ** 31 - 1],
  targetCPUUtilizationPercentage: [-1, 0, 1, 50, 100, 200],
  'string.autoscaling.alpha.kubernetes.io/metrics': METRICS,
  'string.autoscaling.alpha.kubernetes.io/behavior': BEHAVIORS,
  'string.autoscaling.alpha.kubernetes.io/current-metrics': ['[]', 'x', '[{}]'],
  'string.autoscaling.alpha.kubernetes.io/conditions': ['[]', 'x', '[{}]'],
};

const examples: Examples = {
  NetworkPolicyPeer: [
    { podSelector: {} },
    { namespaceSelector: { matchLabels: { a: 'b' } } },
    { ipBlock: { cidr: '10.0.0.0/8' } },
    { ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} },
    { ipBlock: { cidr: '::/0', except: ['10.0.0.0/8'] } },
    { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '11.0.0.0/16'] } },
    {},
  ],
  NetworkPolicyPort: [
    {},
    { port: 80 },
    { port: 'http', protocol: 'UDP' },
    { port: 80, endPort: 90 },
    { port: 80, endPort: 79 },
    { port: 'http', endPort: 90 },
    { endPort: 90 },
  ],
  MetricSpec: [
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
    { type: 'Pods', pods: { metric: { name: 'a' }, target: { type: 'AverageValue', averageValue: '1' } } },
    { type: 'External', external: { metric: { name: 'a' }, target: { type: 'Value', value: '1' } } },
    { type: 'Object', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
    { type: 'Resource' },
  ],
  MetricTarget: [
    { type: 'Utilization', averageUtilization: 50 },
    { type: 'AverageValue', averageValue: '1' },
    { type: 'Value', value: '1' },
    { type: 'Value', value: '1', averageValue: '1' },
    { type: 'Value', averageUtilization: 5, averageValue: '1' },
    { type: 'Value' },
  ],
  HPAScalingRules: [
    {},
    { policies },
    { policies: [] },
    { selectPolicy: 'Disabled' },
    { stabilizationWindowSeconds: 300, tolerance: '0.05' },
  ],
};

const policy = (spec: Fields): Fields => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'sample' },
  spec,
});
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const autoscaler = (spec: Fields): Fields => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'sample' },
  spec: { scaleTargetRef: { ...target }, minReplicas: 2, maxReplicas: 10, ...structuredClone(spec) },
});
const oldAutoscaler = (annotations: Fields): Fields => ({
  apiVersion: 'autoscaling/v1',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'sample', annotations },
  spec: { scaleTargetRef: { ...target }, minReplicas: 2, maxReplicas: 10, targetCPUUtilizationPercentage: 50 },
});
const budget = (spec: Fields): Fields => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'sample' },
  spec,
});

const bases: Bases = {
  NetworkPolicy: [
    () =>
      policy({
        podSelector: { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [
          {
            from: [
              { namespaceSelector: {}, podSelector: {} },
              { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
            ],
            ports: [{ protocol: 'TCP', port: 80, endPort: 90 }, { port: 'http' }],
          },
        ],
        egress: [
          { to: [{ ipBlock: { cidr: 'fd00::/8', except: ['fd00::/64'] } }], ports: [{ port: 53, protocol: 'UDP' }] },
        ],
      }),
    () => policy({ podSelector: {} }),
  ],
  HorizontalPodAutoscaler: [
    () =>
      autoscaler({
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
          {
            type: 'ContainerResource',
            containerResource: {
              name: 'cpu',
              container: 'web',
              target: { type: 'AverageValue', averageValue: '500m' },
            },
          },
          {
            type: 'Pods',
            pods: {
              metric: { name: 'packets', selector: { matchLabels: { a: 'b' } } },
              target: { type: 'AverageValue', averageValue: '1k' },
            },
          },
          {
            type: 'Object',
            object: {
              describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'main' },
              metric: { name: 'requests' },
              target: { type: 'Value', value: '10k' },
            },
          },
          {
            type: 'External',
            external: { metric: { name: 'queue' }, target: { type: 'AverageValue', averageValue: '30' } },
          },
        ],
        behavior: {
          scaleUp: { policies, selectPolicy: 'Max', stabilizationWindowSeconds: 0 },
          scaleDown: { policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }] },
        },
      }),
    () => autoscaler({}),
  ],
  HorizontalPodAutoscalerV1: [
    () =>
      oldAutoscaler({
        'autoscaling.alpha.kubernetes.io/metrics': METRICS[8],
        'autoscaling.alpha.kubernetes.io/behavior': BEHAVIORS[5],
        'autoscaling.alpha.kubernetes.io/current-metrics': '[]',
        'autoscaling.alpha.kubernetes.io/conditions': '[]',
      }),
    () => oldAutoscaler({}),
  ],
  PodDisruptionBudget: [
    () =>
      budget({
        minAvailable: 1,
        selector: { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] },
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      }),
    () => budget({ maxUnavailable: '25%', selector: {} }),
  ],
  IngressClass: [
    () => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'sample', annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
      spec: {
        controller: 'example.com/ingress-controller',
        parameters: { apiGroup: 'k8s.example.com', kind: 'Parameters', name: 'a', scope: 'Namespace', namespace: 'b' },
      },
    }),
    () => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'sample' },
      spec: { controller: 'a.b/c', parameters: { kind: 'Parameters', name: 'a' } },
    }),
  ],
  IPAddress: [
    () => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IPAddress',
      metadata: { name: '10.0.0.5' },
      spec: { parentRef: { group: 'apps', resource: 'services', name: 'web', namespace: 'a' } },
    }),
    () => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IPAddress',
      metadata: { name: 'fd00::5' },
      spec: { parentRef: { resource: 'services', name: 'web' } },
    }),
  ],
  ServiceCIDR: [
    () => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'ServiceCIDR',
      metadata: { name: 'sample' },
      spec: { cidrs: ['10.0.0.0/16', 'fd00::/108'] },
    }),
    () => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'ServiceCIDR',
      metadata: { name: 'sample' },
      spec: { cidrs: ['10.0.0.0/16'] },
    }),
  ],
};

export const network: ObjectSet = { bases, words, examples };
