// apiserver-rules.md, section 5.6: scheduling, identity and the rest of the pod.
import {
  a,
  type Case,
  container,
  field,
  ip,
  label1123,
  labelValue,
  plus,
  pod,
  qualifiedName,
  relativePath,
  subdomain,
} from './case';

const empty = ['', null];
const toleration = (rest: object): object[] => [{ key: 'a', ...rest }];
const nodeTerms = (...nodeSelectorTerms: unknown[]): object => ({
  nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } },
});
const expression = (rest: object): object => nodeTerms({ matchExpressions: [{ key: 'a', ...rest }] });
const byField = (rest: object): object =>
  nodeTerms({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'], ...rest }] });
const podTerm = (rest: object): object => ({
  podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', ...rest }] },
});
const selector = (labelSelector: unknown): object => podTerm({ labelSelector });
const requirement = (rest: object): object => selector({ matchExpressions: [{ key: 'a', ...rest }] });
const spread = (rest: object): object[] => [
  {
    maxSkew: 1,
    topologyKey: 'zone',
    whenUnsatisfiable: 'DoNotSchedule',
    labelSelector: { matchLabels: { a: 'b' } },
    ...rest,
  },
];
const weights = { takes: [1, 100], refuses: [0, 101, -1, undefined] };

const scheduling: Case[] = [
  ...pod('P.nodeName', { takes: [...subdomain.takes, ...empty], refuses: subdomain.refuses }),
  ...pod('P.tolerations', {
    takes: [
      [{ operator: 'Exists' }],
      ...['Equal', 'Exists', '', null].map((operator) => toleration({ operator })),
      ...labelValue.takes.map((value) => toleration({ value })),
      ...qualifiedName.takes.map((key) => [{ key, operator: 'Exists' }]),
      ...['NoSchedule', 'PreferNoSchedule', 'NoExecute', '', null].map((effect) => toleration({ effect })),
      ...[0, -1, 5].map((tolerationSeconds) => toleration({ effect: 'NoExecute', tolerationSeconds })),
      [...toleration({}), ...toleration({})],
    ],
    refuses: [
      [{}],
      [null],
      [{ operator: 'Equal' }],
      [{ value: 'a' }],
      ...qualifiedName.refuses.map((key) => [{ key, operator: 'Exists' }]),
      ...['In', 'equal'].map((operator) => toleration({ operator })),
      toleration({ operator: 'Exists', value: 'a' }),
      ...labelValue.refuses.map((value) => toleration({ value })),
      ...['noSchedule', 'Never'].map((effect) => toleration({ effect })),
      ...['NoSchedule', '', undefined].map((effect) => toleration({ effect, tolerationSeconds: 5 })),
    ],
  }),
  ...pod('P.affinity', {
    takes: [
      {},
      { nodeAffinity: {} },
      nodeTerms({}),
      nodeTerms({ matchExpressions: [] }),
      ...['In', 'NotIn'].map((operator) => expression({ operator, values: ['no label value!', ''] })),
      ...['Exists', 'DoesNotExist'].map((operator) => expression({ operator })),
      ...['Gt', 'Lt'].map((operator) => expression({ operator, values: ['many'] })),
      ...qualifiedName.takes.map((key) => expression({ key, operator: 'Exists' })),
      byField({}),
      byField({ operator: 'NotIn', values: ['a.b'] }),
      ...weights.takes.flatMap((weight) => [
        { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight, preference: {} }] } },
        {
          podAntiAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [{ weight, podAffinityTerm: { topologyKey: 'a' } }],
          },
        },
      ]),
      podTerm({}),
      ...qualifiedName.takes.map((topologyKey) => podTerm({ topologyKey })),
      podTerm({ namespaces: label1123.takes }),
      ...[null, {}, { matchLabels: { a: 'b' } }, { matchLabels: {} }].map(selector),
      ...['In', 'NotIn'].map((operator) => requirement({ operator, values: ['a', ''] })),
      ...['Exists', 'DoesNotExist'].map((operator) => requirement({ operator })),
    ],
    refuses: [
      nodeTerms(),
      { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } },
      ...['In', 'NotIn', 'Gt', 'Lt'].flatMap((operator) => [
        expression({ operator }),
        expression({ operator, values: [] }),
      ]),
      ...['Exists', 'DoesNotExist'].map((operator) => expression({ operator, values: ['a'] })),
      ...['Gt', 'Lt'].map((operator) => expression({ operator, values: ['1', '2'] })),
      ...['in', 'Equals', '', undefined].map((operator) => expression({ operator, values: ['a'] })),
      ...qualifiedName.refuses.map((key) => expression({ key, operator: 'Exists' })),
      byField({ key: 'metadata.uid' }),
      byField({ operator: 'Exists', values: undefined }),
      byField({ operator: 'Gt' }),
      byField({ values: ['a', 'b'] }),
      byField({ values: [] }),
      byField({ values: ['A B'] }),
      ...weights.refuses.flatMap((weight) => [
        { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight, preference: {} }] } },
        {
          podAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [{ weight, podAffinityTerm: { topologyKey: 'a' } }],
          },
        },
      ]),
      podTerm({ topologyKey: undefined }),
      podTerm({ topologyKey: '' }),
      ...qualifiedName.refuses.map((topologyKey) => podTerm({ topologyKey })),
      ...label1123.refuses.map((namespace) => podTerm({ namespaces: [namespace] })),
      ...labelValue.refuses.map((value) => selector({ matchLabels: { a: value } })),
      ...qualifiedName.refuses.map((key) => selector({ matchLabels: { [key]: 'a' } })),
      ...['In', 'NotIn'].map((operator) => requirement({ operator })),
      ...['Exists', 'DoesNotExist'].map((operator) => requirement({ operator, values: ['a'] })),
      ...['Gt', 'Lt', '', undefined].map((operator) => requirement({ operator, values: ['1'] })),
      ...labelValue.refuses.map((value) => requirement({ operator: 'In', values: [value] })),
      requirement({ key: 'a b', operator: 'Exists' }),
    ],
  }),
  ...pod('P.topologySpreadConstraints', {
    takes: [
      spread({}),
      spread({ topologyKey: 'Any thing!' }),
      spread({ labelSelector: null }),
      spread({ whenUnsatisfiable: 'ScheduleAnyway' }),
      [...spread({}), ...spread({ whenUnsatisfiable: 'ScheduleAnyway' })],
      [...spread({}), ...spread({ topologyKey: 'b' })],
      spread({ minDomains: 1 }),
      spread({ matchLabelKeys: ['b'] }),
      ...['Honor', 'Ignore', null].map((policy) => spread({ nodeAffinityPolicy: policy, nodeTaintsPolicy: policy })),
    ],
    refuses: [
      ...[0, -1, undefined].map((maxSkew) => spread({ maxSkew })),
      ...['', undefined].map((topologyKey) => spread({ topologyKey })),
      ...['', undefined, 'doNotSchedule'].map((whenUnsatisfiable) => spread({ whenUnsatisfiable })),
      [...spread({}), ...spread({ maxSkew: 2 })],
      ...[0, -1].map((minDomains) => spread({ minDomains })),
      spread({ minDomains: 1, whenUnsatisfiable: 'ScheduleAnyway' }),
      ...['honor', ''].flatMap((policy) => [
        spread({ nodeAffinityPolicy: policy }),
        spread({ nodeTaintsPolicy: policy }),
      ]),
      spread({ matchLabelKeys: ['b'], labelSelector: undefined }),
      spread({ matchLabelKeys: ['a'] }),
      spread({ labelSelector: { matchLabels: { a: 'b c' } } }),
    ],
  }),
  ...pod('P.schedulerName', { takes: ['nobody', ''] }),
  ...pod('P.preemptionPolicy', { takes: ['Never', 'PreemptLowerPriority', null], refuses: ['never', ''] }),
  ...pod('P.priority', { takes: [5] }),
  ...pod('P.readinessGates', { takes: [[{ conditionType: 'a.com/B' }]], refuses: [[{ conditionType: 'a b' }], [{}]] }),
];

const identity: Case[] = [
  ...(['serviceAccountName', 'priorityClassName'] as const).flatMap((name) =>
    pod(`P.${name}`, { takes: [...subdomain.takes, ...empty], refuses: subdomain.refuses }),
  ),
  ...pod('P.runtimeClassName', { takes: [...subdomain.takes, null], refuses: [...subdomain.refuses, ''] }),
  ...(['hostname', 'subdomain'] as const).flatMap((name) =>
    pod(`P.${name}`, { takes: [...label1123.takes, ...empty], refuses: label1123.refuses }),
  ),
  ...pod('P.imagePullSecrets', {
    takes: [[{}], [{ name: 'Not A Name!' }], [{ name: 'a' }, { name: 'a' }]],
    refuses: [['a']],
  }),
  ...pod('P.hostAliases', {
    takes: [
      ...ip.takes.map((address) => [{ ip: address, hostnames: ['a'] }]),
      ...subdomain.takes.map((name) => [{ ip: '1.2.3.4', hostnames: [name] }]),
      [{ ip: '1.2.3.4' }],
      [{ ip: '1.2.3.4' }, { ip: '1.2.3.4' }],
    ],
    refuses: [
      ...ip.refuses.map((address) => [{ ip: address, hostnames: ['a'] }]),
      ...subdomain.refuses.map((name) => [{ ip: '1.2.3.4', hostnames: [name] }]),
      [{ ip: '1.2.3.4', hostnames: [''] }],
      [{ hostnames: ['a'] }],
      [{}],
    ],
  }),
  ...pod('P.dnsPolicy', {
    takes: ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', '', null],
    refuses: ['clusterFirst', 'None'],
  }),
  ...pod('P', {
    takes: [
      plus({ dnsPolicy: 'None', dnsConfig: { nameservers: ['1.2.3.4'] } }),
      plus({ dnsConfig: { searches: ['a.b'] } }),
    ],
    refuses: [
      plus({ dnsPolicy: 'None', dnsConfig: {} }),
      plus({ dnsPolicy: 'None', dnsConfig: { searches: ['a'] } }),
      plus({ dnsConfig: { nameservers: ['a'] } }),
      plus({ dnsConfig: { nameservers: ['1.2.3.4', '1.2.3.5', '1.2.3.6', '1.2.3.7'] } }),
      plus({ dnsConfig: { options: [{}] } }),
    ],
  }),
  ...pod('P.os', { takes: [{ name: 'linux' }, null], refuses: [{ name: 'Linux' }, { name: 'bsd' }, {}] }),
  ...pod('P.ephemeralContainers', { takes: [null, []], refuses: [[{ name: 'a', image: 'a' }]] }),
  ...pod('P.restartPolicy', { refuses: ['always', 'Sometimes'] }),
  ...field('Deployment', 'P.restartPolicy', {
    takes: ['Always', ...empty, undefined],
    refuses: ['Never', 'OnFailure'],
  }),
  ...field(['Job', 'CronJob'], 'P.restartPolicy', {
    takes: ['Never', 'OnFailure'],
    refuses: ['Always', ...empty, undefined],
  }),
  ...field(['Job', 'CronJob'], 'P.activeDeadlineSeconds', {
    takes: [1, 2147483647, null],
    refuses: [0, -1, 2147483648],
  }),
  ...field('Deployment', 'P.activeDeadlineSeconds', { takes: [null], refuses: [0, 1] }),
];

const ids = { takes: [0, 1, 2147483647, null], refuses: [-1, 2147483648] };
const seccomp = {
  takes: [
    { type: 'RuntimeDefault' },
    { type: 'Unconfined' },
    ...relativePath.takes.map((localhostProfile) => ({ type: 'Localhost', localhostProfile })),
  ],
  refuses: [
    {},
    { type: '' },
    { type: 'runtime/default' },
    { type: 'Localhost' },
    { type: 'RuntimeDefault', localhostProfile: 'a' },
    ...relativePath.refuses.map((localhostProfile) => ({ type: 'Localhost', localhostProfile })),
  ],
};

const security: Case[] = [
  ...(['runAsUser', 'runAsGroup', 'fsGroup'] as const).flatMap((name) => pod(`P.securityContext.${name}`, ids)),
  ...pod('P.securityContext.supplementalGroups', { takes: [[0, 0], [2147483647]], refuses: [[-1], [2147483648]] }),
  ...(['runAsUser', 'runAsGroup'] as const).flatMap((name) => container(`securityContext.${name}`, ids)),
  ...container('securityContext', { takes: [{ runAsNonRoot: true, runAsUser: 0 }, {}, null] }),
  ...pod('P.securityContext.fsGroupChangePolicy', {
    takes: ['Always', 'OnRootMismatch', null],
    refuses: ['always', ''],
  }),
  ...pod('P.securityContext.sysctls', {
    takes: [
      ...['a', 'net.core.somaxconn', 'net/core/a_b', 'a.b/c', 'a-b', a(253)].map((name) => [{ name, value: '1' }]),
      [{ name: 'a', value: '' }],
    ],
    refuses: [
      ...['', 'A', 'a..b', '.a', 'a.', '_a', 'a_', a(254)].map((name) => [{ name, value: '1' }]),
      [{ value: '1' }],
      [
        { name: 'a', value: '1' },
        { name: 'a', value: '2' },
      ],
    ],
  }),
  ...pod('P.securityContext.seccompProfile', seccomp),
  ...container('securityContext.seccompProfile', seccomp),
  ...container('securityContext', {
    takes: [
      { allowPrivilegeEscalation: false, capabilities: { add: ['SYS_ADMIN', 'any thing'] } },
      { allowPrivilegeEscalation: true, privileged: true },
      { privileged: true },
    ],
    refuses: [
      { allowPrivilegeEscalation: false, privileged: true },
      { allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } },
    ],
  }),
  ...pod('P', {
    takes: [
      plus({ shareProcessNamespace: true }),
      plus({ hostPID: true }),
      plus({ shareProcessNamespace: false, hostPID: true }),
    ],
    refuses: [plus({ shareProcessNamespace: true, hostPID: true })],
  }),
];

export const podCases: Case[] = [...scheduling, ...identity, ...security];
