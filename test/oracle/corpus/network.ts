// The rest of networking, PodDisruptionBudget, both HorizontalPodAutoscalers.
import { a, type Case, fieldOf, label1123, portName, subdomain } from './case';

type Fields = Record<string, unknown>;

const object = (apiVersion: string, kind: string, fields: Fields) => (): Fields => ({
  apiVersion,
  kind,
  metadata: { name: 'sample' },
  ...structuredClone(fields),
});

const pathSegment = {
  takes: ['a', 'A b', 'system:a', '...', 'é', a(300)],
  refuses: ['.', '..', 'a/b', '/', 'a%b'],
};

const policy = (spec: Fields = { podSelector: {} }): (() => Fields) =>
  object('networking.k8s.io/v1', 'NetworkPolicy', { spec });
const peers = (...from: unknown[]): Fields => ({ ingress: [{ from }] });
const block = (cidr: unknown, ...except: unknown[]): Fields => peers({ ipBlock: { cidr, except } });
const ports = (...list: unknown[]): Fields => ({ egress: [{ ports: list }] });

const policies: readonly Case[] = [
  ...fieldOf(policy(), 'metadata.name', { takes: subdomain.takes, refuses: [...subdomain.refuses, ''] }),
  ...fieldOf(policy(), 'spec', {
    takes: [
      undefined,
      {},
      ...[[], ['Ingress'], ['Egress'], ['Ingress', 'Ingress'], ['Egress', 'Ingress']].map((policyTypes) => ({
        policyTypes,
      })),
      { ingress: [{}], egress: [{}] },
      peers({ podSelector: {} }, { namespaceSelector: {}, podSelector: { matchLabels: { a: 'b' } } }),
      ...['10.0.0.0/8', '0.0.0.0/0', '::/0', 'FD00::/8', '10.1.2.3/32', '10.1.2.3/8', '010.0.0.0/8', '10.0.0.0/08'].map(
        (cidr) => block(cidr),
      ),
      block('::ffff:10.0.0.0/104'),
      block('10.0.0.0/8', '10.1.0.0/16', '10.255.255.255/32'),
      block('::/0', 'fd00::/8', '::1/128'),
      block('::ffff:10.0.0.0/104', '::ffff:10.1.0.0/112'),
      ports({}, { port: 1 }, { port: 65535 }, { port: 80, endPort: 80 }, { port: 80, endPort: 65535 }),
      ...portName.takes.map((port) => ports({ port })),
      ...['TCP', 'UDP', 'SCTP'].map((protocol) => ports({ protocol })),
    ],
    refuses: [
      ...[['Ingress', 'Egress', 'Ingress'], ['ingress'], ['']].map((policyTypes) => ({ policyTypes })),
      { podSelector: { matchLabels: { 'a b': 'c' } } },
      peers({}),
      peers({ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }),
      peers({ ipBlock: { cidr: '10.0.0.0/8' }, namespaceSelector: {} }),
      peers({ podSelector: { matchLabels: { a: 'b c' } } }),
      peers({ namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }),
      ...[
        '',
        undefined,
        '10.0.0.0',
        '10.0.0.0/33',
        '10.0.0.0/',
        '10.0.0.256/8',
        ' 10.0.0.0/8',
        '::/129',
        'all',
        '/8',
      ].map((cidr) => block(cidr)),
      block('10.0.0.0/8', '10.0.0.0/8'),
      block('10.0.0.0/8', '11.0.0.0/16'),
      block('10.0.0.0/8', '10.0.0.0/7'),
      block('10.0.0.0/8', '10.1.0.0'),
      block('10.0.0.0/8', ''),
      block('::/0', '10.0.0.0/8'),
      block('0.0.0.0/0', 'fd00::/8'),
      block('::ffff:10.0.0.0/104', '10.1.0.0/16'),
      { egress: [{ to: [{}] }] },
      ports({ port: 0 }),
      ports({ port: 65536 }),
      ports({ port: 80, endPort: 79 }),
      ports({ port: 80, endPort: 65536 }),
      ports({ port: 'http', endPort: 90 }),
      ports({ endPort: 90 }),
      ...portName.refuses.map((port) => ports({ port })),
      ports({ port: '' }),
      ...['tcp', '', 'ICMP'].map((protocol) => ports({ protocol })),
    ],
  }),
  // What is refused since addresses are read strictly.
  ...fieldOf(
    policy(),
    'spec',
    {
      takes: [block('FD00::/8'), block('fd00:0::/64'), block('10.1.2.3/32')],
      refuses: [
        ...['10.1.2.3/8', '010.0.0.0/8', '10.0.0.0/08', '::ffff:10.0.0.0/104', 'fd00::1/64', '00fd00::/64'].map(
          (cidr) => block(cidr),
        ),
        block('10.0.0.0/8', '10.1.2.3/16'),
      ],
    },
    '1.36',
  ),
];

const TARGET = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const v2 = (spec: Fields = {}): (() => Fields) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: TARGET, maxReplicas: 10, ...spec } });
const v1 = (annotations: Fields = {}): (() => Fields) =>
  object('autoscaling/v1', 'HorizontalPodAutoscaler', {
    metadata: { name: 'sample', annotations },
    spec: { scaleTargetRef: TARGET, maxReplicas: 10 },
  });

const utilization = { type: 'Utilization', averageUtilization: 50 };
const average = { type: 'AverageValue', averageValue: '1' };
const total = { type: 'Value', value: '1' };
const resource = (target: unknown, name: unknown = 'cpu'): Fields => ({ type: 'Resource', resource: { name, target } });
const container = (target: unknown, fields: Fields = {}): Fields => ({
  type: 'ContainerResource',
  containerResource: { name: 'cpu', container: 'web', target, ...fields },
});
const pods = (target: unknown, metric: unknown = { name: 'a' }): Fields => ({ type: 'Pods', pods: { metric, target } });
const external = (target: unknown, metric: unknown = { name: 'a' }): Fields => ({
  type: 'External',
  external: { metric, target },
});
const about = (target: unknown, described: Fields = {}): Fields => ({
  type: 'Object',
  object: { describedObject: { kind: 'Service', name: 'a', ...described }, metric: { name: 'a' }, target },
});

const POLICY = { type: 'Pods', value: 1, periodSeconds: 1 };
const behavior = (rules: unknown): Fields => ({ scaleUp: rules });
const step = (fields: Fields): Fields => behavior({ policies: [{ ...POLICY, ...fields }] });

const metricsText = (...list: unknown[]): (() => Fields) =>
  v1({ 'autoscaling.alpha.kubernetes.io/metrics': JSON.stringify(list) });
const behaviorText = (text: string): (() => Fields) => v1({ 'autoscaling.alpha.kubernetes.io/behavior': text });
const oldObject = (fields: Fields): Fields => ({
  type: 'Object',
  object: { target: { kind: 'Service', name: 'a' }, metricName: 'a', ...fields },
});
/** One object as it is. */
const one = (name: string, made: () => Fields, refused: boolean, by?: '1.36'): Case => ({
  name: `HorizontalPodAutoscaler ${name} ${refused ? 'refused' : 'taken'}`,
  object: made(),
  refused,
  ...(by !== undefined && { by }),
});

const autoscalers: readonly Case[] = [
  ...[v1(), v2()].flatMap((made) => [
    ...fieldOf(made, 'metadata.name', { takes: subdomain.takes, refuses: [...subdomain.refuses, ''] }),
    ...fieldOf(made, 'spec.minReplicas', { takes: [undefined, 1, 10], refuses: [0, -1, 11] }),
    ...fieldOf(made, 'spec.maxReplicas', { takes: [1, 2 ** 31 - 1], refuses: [undefined, 0, -1] }),
    ...fieldOf(made, 'spec.scaleTargetRef', { refuses: [undefined, {}] }),
    ...fieldOf(made, 'spec.scaleTargetRef.kind', { takes: pathSegment.takes, refuses: [...pathSegment.refuses, ''] }),
    ...fieldOf(made, 'spec.scaleTargetRef.name', { takes: pathSegment.takes, refuses: [...pathSegment.refuses, ''] }),
    ...fieldOf(made, 'spec.scaleTargetRef.apiVersion', { takes: [undefined, '', 'v1', 'a/b/c'] }),
    ...fieldOf(
      made,
      'spec.scaleTargetRef.apiVersion',
      { takes: ['apps/v1', 'apps/', 'a b/c'], refuses: [undefined, '', 'v1', '/v1', '/', 'a/b/c'] },
      '1.36',
    ),
    ...fieldOf(
      made,
      'spec.scaleTargetRef',
      {
        takes: [undefined, 'v1', 'apps/v1'].map((apiVersion) => ({
          apiVersion,
          kind: 'ReplicationController',
          name: 'a',
        })),
        refuses: [{ apiVersion: 'a/b/c', kind: 'ReplicationController', name: 'a' }],
      },
      '1.36',
    ),
  ]),
  ...fieldOf(v2(), 'spec.metrics', {
    takes: [
      undefined,
      [],
      [resource(utilization), resource(average, 'memory'), resource(average, 'any thing')],
      [container(utilization), container(average, { name: 'a.b/c' }), container(average, { name: 'hugepages-2Mi' })],
      ...label1123.takes.map((name) => [container(average, { container: name })]),
      [pods(average), pods({ ...average, type: 'Value' })],
      [pods(average, { name: 'a', selector: { matchLabels: { 'a b': 'c d' } } })],
      [external(average), external(total)],
      [about(average), about(total), about({ ...total, averageValue: 1 }), about(total, { apiVersion: 'a/b/c' })],
      ...pathSegment.takes.map((name) => [pods(average, { name })]),
      [resource({ type: 'Value', averageUtilization: 1 })],
    ],
    refuses: [
      [null],
      [{}],
      [{ type: 'Resource' }],
      [{ type: 'resource', resource: { name: 'cpu', target: utilization } }],
      [{ type: 'Pods', resource: { name: 'cpu', target: utilization } }],
      [{ ...resource(utilization), ...pods(average) }],
      [{ ...pods(average), ...resource(utilization) }],
      ...[{}, { type: 'x', averageUtilization: 1 }, { averageUtilization: 1 }].map((target) => [resource(target)]),
      [resource({ type: 'Utilization' })],
      [resource({ ...utilization, averageValue: 1 })],
      [resource({ ...utilization, averageUtilization: 0 })],
      [resource({ ...average, averageValue: 0 })],
      [resource({ ...average, averageValue: '-1' })],
      [resource({ ...average, value: 0 })],
      [resource(utilization, '')],
      [container(utilization, { name: '' })],
      [container(utilization, { name: 'x' })],
      [container(utilization, { name: 'a b' })],
      [container(utilization, { name: 'requests.a.b/c' })],
      [container({ ...utilization, averageValue: 1 })],
      [container({ type: 'Utilization' })],
      ...[...label1123.refuses, ''].map((name) => [container(average, { container: name })]),
      [pods(total)],
      [pods(average, {})],
      ...pathSegment.refuses.map((name) => [pods(average, { name })]),
      [external({ type: 'Value' })],
      [external({ ...total, averageValue: 1 })],
      [external(total, {})],
      [about({ type: 'Value' })],
      [about(total, { kind: '' })],
      [about(total, { name: 'a/b' })],
    ],
  }),
  ...fieldOf(
    v2(),
    'spec.metrics',
    { takes: [[about(total, { apiVersion: 'v1' })]], refuses: [[about(total, { apiVersion: 'a/b/c' })]] },
    '1.36',
  ),
  ...fieldOf(v2({ minReplicas: 0 }), 'spec.metrics', {
    refuses: [undefined, [resource(utilization)], [external(total)]],
  }),
  ...fieldOf(v2(), 'spec.behavior', {
    takes: [
      {},
      behavior({}),
      { scaleDown: { selectPolicy: 'Disabled' } },
      ...[0, 3600].map((stabilizationWindowSeconds) => behavior({ stabilizationWindowSeconds })),
      ...['Max', 'Min'].map((selectPolicy) => behavior({ selectPolicy })),
      ...[1, 1800].map((periodSeconds) => step({ periodSeconds })),
      step({ type: 'Percent', value: 2 ** 31 - 1 }),
    ],
    refuses: [
      behavior({ policies: [] }),
      { scaleDown: { policies: [] } },
      ...[-1, 3601].map((stabilizationWindowSeconds) => behavior({ stabilizationWindowSeconds })),
      ...['', 'max'].map((selectPolicy) => behavior({ selectPolicy })),
      ...[0, -1, 1801, undefined].map((periodSeconds) => step({ periodSeconds })),
      ...[0, -1, undefined].map((value) => step({ value })),
      ...['', 'pods', undefined].map((type) => step({ type })),
      behavior({ tolerance: '0.1' }),
    ],
  }),
  ...fieldOf(v2(), 'spec.behavior.scaleUp.tolerance', { takes: ['0', '0.1', 1], refuses: ['-0.1', -1, '5%'] }, '1.36'),
  ...fieldOf(v1(), 'spec.targetCPUUtilizationPercentage', { takes: [undefined, 1, 500], refuses: [0, -1] }),
  one('with metrics of v1', metricsText({ type: 'Pods', pods: { metricName: 'a', targetAverageValue: 1 } }), false),
  one(
    'with fields in any case',
    metricsText({ TYPE: 'Pods', Pods: { metricname: 'a', TargetAverageValue: 1 } }),
    false,
  ),
  one('with metrics that cannot be read', metricsText({ type: 5 }), false),
  one('with a quantity that cannot be read', metricsText(oldObject({ targetValue: 'x' })), false),
  one('with an empty metric', metricsText({}), true),
  one('with a metric of pods without value', metricsText({ type: 'Pods', pods: { metricName: 'a' } }), true),
  one('with a metric of an object', metricsText(oldObject({ targetValue: 1 })), false),
  one('with a metric of an object without value', metricsText(oldObject({})), true),
  one('with an average alone, until 1.35', metricsText(oldObject({ averageValue: 1 })), true),
  one('with an average alone, since 1.36', metricsText(oldObject({ averageValue: 1 })), false, '1.36'),
  one('with an average beside a value', metricsText(oldObject({ averageValue: 1, targetValue: 1 })), false),
  one('with v2 in the annotation', metricsText(resource(utilization)), true),
  one('with behavior', behaviorText(JSON.stringify({ ScaleUp: { Policies: [POLICY] } })), false),
  one('with behavior that cannot be read', behaviorText('{"scaleUp":[]}'), false),
  one('with behavior in which nothing is filled in', behaviorText('{"scaleUp":{}}'), true),
  one(
    'with a negative tolerance',
    behaviorText(JSON.stringify({ scaleUp: { policies: [POLICY], tolerance: -1 } })),
    false,
  ),
  one(
    'with a negative tolerance that is read',
    behaviorText(JSON.stringify({ scaleUp: { policies: [POLICY], tolerance: -1 } })),
    true,
    '1.36',
  ),
];

const budget = (spec: Fields = {}): (() => Fields) => object('policy/v1', 'PodDisruptionBudget', { spec });
const shares = {
  takes: [0, 1, 2 ** 31 - 1, '0%', '50%', '100%', '0100%'],
  refuses: [-1, '101%', '50', '', '%', '-1%', '1.5%', 'a%', '99999999999999999999%'],
};
const budgets: readonly Case[] = [
  ...fieldOf(budget(), 'metadata.name', { takes: pathSegment.takes, refuses: [...pathSegment.refuses, ''] }),
  ...fieldOf(budget(), 'metadata.finalizers', { takes: [['a'], ['a.b/c']], refuses: [['a b']] }),
  ...fieldOf(budget(), 'spec', { takes: [undefined, {}], refuses: [{ minAvailable: 1, maxUnavailable: 1 }] }),
  ...['spec.minAvailable', 'spec.maxUnavailable'].flatMap((path) => fieldOf(budget(), path, shares)),
  ...fieldOf(budget(), 'spec.selector', {
    takes: [{}, { matchLabels: { a: 'b' } }],
    refuses: [{ matchLabels: { a: 'b c' } }, { matchExpressions: [{ key: 'a', operator: 'x' }] }],
  }),
  ...fieldOf(budget(), 'spec.unhealthyPodEvictionPolicy', {
    takes: [undefined, 'IfHealthyBudget', 'AlwaysAllow'],
    refuses: ['', 'alwaysAllow'],
  }),
];

const ingressClass = (parameters?: Fields): (() => Fields) =>
  object('networking.k8s.io/v1', 'IngressClass', { spec: { controller: 'a.b/c', ...(parameters && { parameters }) } });
const PARAMETERS = { kind: 'A', name: 'a' };
const classes: readonly Case[] = [
  ...fieldOf(ingressClass(), 'metadata.name', { takes: subdomain.takes, refuses: [...subdomain.refuses, ''] }),
  ...fieldOf(ingressClass(), 'spec', { refuses: [undefined, {}] }),
  ...fieldOf(ingressClass(), 'spec.controller', {
    takes: ['a/b', 'a.b/c/d', "a.b/-._~%!$&'()*+,;=:/", `a.b/${a(246)}`],
    refuses: ['', 'a', 'a/', '/b', 'A/b', 'a_b/c', 'a/b c', 'a/é', 'a/b?c', `a.b/${a(247)}`, 'a/b\n'],
  }),
  ...fieldOf(ingressClass(PARAMETERS), 'spec.parameters', { refuses: [{}] }),
  ...fieldOf(ingressClass(PARAMETERS), 'spec.parameters.apiGroup', {
    takes: [undefined, ...subdomain.takes],
    refuses: [...subdomain.refuses, ''],
  }),
  ...['kind', 'name'].flatMap((field) =>
    fieldOf(ingressClass(PARAMETERS), `spec.parameters.${field}`, {
      takes: pathSegment.takes,
      refuses: [...pathSegment.refuses, '', undefined],
    }),
  ),
  ...fieldOf(ingressClass(PARAMETERS), 'spec.parameters.scope', {
    takes: [undefined, 'Cluster'],
    refuses: ['Namespace', '', 'a'],
  }),
  ...fieldOf(ingressClass(PARAMETERS), 'spec.parameters.namespace', { refuses: ['a', ''] }),
  ...fieldOf(ingressClass({ ...PARAMETERS, scope: 'Namespace' }), 'spec.parameters.namespace', {
    takes: label1123.takes,
    refuses: [...label1123.refuses, '', undefined],
  }),
];

const address = object('networking.k8s.io/v1', 'IPAddress', {
  metadata: { name: '10.0.0.1' },
  spec: { parentRef: { resource: 'services', name: 'a' } },
});
const cidrs = object('networking.k8s.io/v1', 'ServiceCIDR', { spec: { cidrs: ['10.0.0.0/8'] } });
const newKinds: readonly Case[] = [
  ...fieldOf(
    address,
    'metadata.name',
    {
      takes: ['10.0.0.1', '::', '::1', 'fd00::1', '1:0:0:2::3', '1:0:2:3:4:5:6:7', '1::2:0:0:3:4'],
      refuses: [
        '',
        'a',
        '010.0.0.1',
        '10.0.0.1/8',
        'FD00::1',
        'fd00:0::1',
        '::ffff:10.0.0.1',
        '1::2:3:4:5:6:7',
        '1:0:0:2:0:0:0:3',
      ],
    },
    '1.36',
  ),
  ...fieldOf(address, 'spec', { refuses: [undefined, {}, { parentRef: {} }] }, '1.36'),
  ...fieldOf(address, 'spec.parentRef.group', { takes: ['', ...subdomain.takes], refuses: subdomain.refuses }, '1.36'),
  ...['resource', 'name'].flatMap((field) =>
    fieldOf(
      address,
      `spec.parentRef.${field}`,
      { takes: pathSegment.takes, refuses: [...pathSegment.refuses, '', undefined] },
      '1.36',
    ),
  ),
  ...fieldOf(
    address,
    'spec.parentRef.namespace',
    { takes: ['', ...pathSegment.takes], refuses: pathSegment.refuses },
    '1.36',
  ),
  ...fieldOf(cidrs, 'metadata.name', { takes: subdomain.takes, refuses: [...subdomain.refuses, ''] }, '1.36'),
  ...fieldOf(
    cidrs,
    'spec.cidrs',
    {
      takes: [['10.0.0.0/8'], ['fd00::/108'], ['10.0.0.0/8', 'fd00::/108'], ['::/0', '0.0.0.0/0']],
      refuses: [
        undefined,
        [],
        [''],
        ['10.0.0.0'],
        ['10.0.0.1/8'],
        ['010.0.0.0/8'],
        ['10.0.0.0/08'],
        ['FD00::/8'],
        ['fd00:0::/64'],
        ['::ffff:10.0.0.0/104'],
        ['10.0.0.0/8', '11.0.0.0/8'],
        ['fd00::/64', 'fd01::/64'],
        ['10.0.0.0/8', 'x'],
        ['10.0.0.0/8', 'fd00::/64', 'fd01::/64'],
      ],
    },
    '1.36',
  ),
];

export const network: readonly Case[] = [...policies, ...autoscalers, ...budgets, ...classes, ...newKinds];
