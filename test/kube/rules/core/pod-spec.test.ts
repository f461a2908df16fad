import { ofNewestPod, ofPod } from '../pod';

test('names of other objects', () => {
  expect(ofPod({ serviceAccountName: '', nodeName: '', priorityClassName: '', hostname: '', subdomain: '' })).toEqual(
    [],
  );
  expect(
    ofPod({
      serviceAccountName: 'Builder',
      hostname: 'a.b',
      runtimeClassName: '',
      priorityClassName: 'A',
      nodeName: 'A',
    }),
  ).toEqual([
    'bad-name spec.nodeName',
    'bad-name spec.priorityClassName',
    'bad-name spec.runtimeClassName',
    'bad-name spec.hostname',
    'bad-name spec.serviceAccountName',
  ]);
  expect(ofPod({ serviceAccount: 'Builder' })).toEqual(['bad-name spec.serviceAccount']);
  expect(ofPod({ serviceAccount: 'Builder', serviceAccountName: 'builder' })).toEqual([]);
});

test('a priority beside its class', () => {
  expect(ofPod({ priority: 5 })).toEqual(['?refused-later spec.priority']);
});

test('overhead is like limits', () => {
  expect(ofPod({ overhead: { cpu: '-1' } })).toEqual(['out-of-range spec.overhead.cpu']);
  expect(ofPod({ overhead: { 'hugepages-2Mi': '2Mi' } })).toEqual(['required spec.overhead']);
});

test('life time', () => {
  expect(ofPod({ restartPolicy: 'always', activeDeadlineSeconds: 0 })).toEqual([
    'not-one-of spec.restartPolicy',
    'out-of-range spec.activeDeadlineSeconds',
  ]);
  expect(ofPod({ terminationGracePeriodSeconds: -5 })).toEqual(['?no-effect spec.terminationGracePeriodSeconds']);
  expect(ofPod({ readinessGates: [{}], schedulingGates: [{ name: 'a' }, { name: 'a' }] })).toEqual([
    'bad-name spec.readinessGates[0].conditionType',
    'duplicate spec.schedulingGates[1].name',
  ]);
});

test('tolerations', () => {
  const tolerate = (toleration: object) =>
    ofPod({ tolerations: [toleration] }).map((text) => text.replace('spec.tolerations[0].', ''));
  expect(tolerate({ operator: 'Exists' })).toEqual([]);
  expect(tolerate({})).toEqual(['required key']);
  expect(tolerate({ key: 'a', operator: 'In' })).toEqual(['not-one-of operator']);
  expect(tolerate({ key: 'a', operator: 'Exists', value: 'b' })).toEqual(['forbidden value']);
  expect(tolerate({ key: 'a', value: 'a b' })).toEqual(['bad-name value']);
  expect(tolerate({ key: 'a', effect: 'noexecute' })).toEqual(['not-one-of effect']);
  expect(tolerate({ key: 'a', tolerationSeconds: 5 })).toEqual(['conflict effect']);
  expect(tolerate({ key: 'a', effect: 'NoExecute', tolerationSeconds: -5 })).toEqual([]);
});

test('affinity', () => {
  const required = 'requiredDuringSchedulingIgnoredDuringExecution';
  const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
  const node = (nodeAffinity: object) =>
    ofPod({ affinity: { nodeAffinity } }).map((text) => text.replace('spec.affinity.nodeAffinity.', ''));
  const expression = (requirement: object) =>
    node({ [required]: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] } }).map((text) =>
      text.replace(/ .*\./, ' '),
    );
  const preference = { matchExpressions: [{ key: 'a', operator: 'In', values: ['a b'] }] };
  expect(node({ [preferred]: [{ weight: 1, preference }] })).toEqual([
    `?no-effect ${preferred}[0].preference.matchExpressions[0].values[0]`,
  ]);
  expect(node({ [required]: {} })).toEqual([`required ${required}.nodeSelectorTerms`]);
  expect(node({ [required]: { nodeSelectorTerms: [{}] } })).toEqual([]);
  expect(node({ [preferred]: [{ weight: 101, preference: {} }, {}] })).toEqual([
    `out-of-range ${preferred}[0].weight`,
    `required ${preferred}[1].weight`,
  ]);
  expect(expression({ key: 'a', operator: 'Gt', values: ['x'] })).toEqual([]);
  expect(expression({ key: 'a', operator: 'Gt', values: ['1', '2'] })).toEqual(['too-long values']);
  expect(expression({ key: 'a', operator: 'In' })).toEqual(['required values']);
  expect(expression({ key: 'a', operator: 'Exists', values: ['b'] })).toEqual(['forbidden values']);
  expect(expression({ operator: 'in', values: ['b'] })).toEqual(['required key', 'not-one-of operator']);
  expect(expression({ key: 'beta.kubernetes.io/arch', operator: 'Exists' })).toEqual(['?deprecated key']);
  const term = (podAffinityTerm: object) =>
    ofPod({ affinity: { podAntiAffinity: { [preferred]: [{ weight: 1, podAffinityTerm }] } } }).map((text) =>
      text.replace(/ .*podAffinityTerm/, ' '),
    );
  expect(term({ topologyKey: 'zone', labelSelector: {} })).toEqual([]);
  expect(term({ topologyKey: 'zone' })).toEqual(['?no-effect .labelSelector']);
  expect(term({ namespaces: ['A'], labelSelector: {} })).toEqual(['required .topologyKey', 'bad-name .namespaces[0]']);
});

test('topology spread', () => {
  const spread = (...list: unknown[]) =>
    ofPod({ topologySpreadConstraints: list }).map((text) => text.replace('spec.topologySpreadConstraints', ''));
  const sound = { maxSkew: 1, topologyKey: 'not a key', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {} };
  expect(spread(sound)).toEqual([]);
  expect(spread({ ...sound, labelSelector: null })).toEqual(['?no-effect [0].labelSelector']);
  expect(spread(sound, sound)).toEqual(['duplicate [1].topologyKey']);
  expect(spread(sound, { ...sound, whenUnsatisfiable: 'ScheduleAnyway', minDomains: 0 })).toEqual([
    'out-of-range [1].minDomains',
    'conflict [1].minDomains',
  ]);
  expect(spread({ labelSelector: {} })).toEqual([
    'required [0].maxSkew',
    'required [0].topologyKey',
    'required [0].whenUnsatisfiable',
  ]);
  expect(spread({ ...sound, labelSelector: { matchLabels: { a: 'b' } }, matchLabelKeys: ['a', 'c'] })).toEqual([
    'conflict [0].matchLabelKeys[0]',
  ]);
});

test('network', () => {
  expect(ofPod({ dnsPolicy: 'None' })).toEqual(['required spec.dnsConfig.nameservers']);
  expect(ofPod({ dnsPolicy: 'None', dnsConfig: { nameservers: ['1.1.1.1'] } })).toEqual([]);
  expect(
    ofPod({ dnsConfig: { nameservers: ['a', '::1', '1.1.1.1', '2.2.2.2'], searches: ['a.b.', 'A'], options: [{}] } }),
  ).toEqual([
    'too-long spec.dnsConfig.nameservers',
    'bad-format spec.dnsConfig.nameservers[0]',
    'bad-name spec.dnsConfig.searches[1]',
    'required spec.dnsConfig.options[0].name',
  ]);
  expect(ofPod({ hostAliases: [{ ip: '1.2.3.4', hostnames: ['A'] }, {}, { ip: '1.2.3.4' }] })).toEqual([
    'bad-name spec.hostAliases[0].hostnames[0]',
    'required spec.hostAliases[1].ip',
    '?duplicate spec.hostAliases[2].ip',
  ]);
});

test('rights', () => {
  expect(
    ofPod({
      securityContext: {
        fsGroup: -1,
        supplementalGroups: [1, 2 ** 31],
        fsGroupChangePolicy: '',
        sysctls: [{ name: 'a.b' }, { name: 'a.b' }, { name: 'A' }, {}],
      },
      hostPID: true,
      shareProcessNamespace: true,
    }),
  ).toEqual([
    'out-of-range spec.securityContext.fsGroup',
    'out-of-range spec.securityContext.supplementalGroups[1]',
    'not-one-of spec.securityContext.fsGroupChangePolicy',
    'bad-name spec.securityContext.sysctls[2].name',
    'required spec.securityContext.sysctls[3].name',
    'duplicate spec.securityContext.sysctls[1].name',
    'conflict spec.shareProcessNamespace',
  ]);
  expect(ofPod({ imagePullSecrets: [{ name: 'A b' }] })).toEqual(['?suspicious spec.imagePullSecrets[0].name']);
  expect(ofPod({ imagePullSecrets: [{}, { name: 'a' }, { name: 'a' }] })).toEqual([
    '?refused-later spec.imagePullSecrets[0].name',
    '?duplicate spec.imagePullSecrets[2].name',
  ]);
});

test('operating systems', () => {
  expect(ofPod({ os: {} })).toEqual(['required spec.os.name']);
  expect(ofPod({ os: { name: 'Linux' } })).toEqual(['not-one-of spec.os.name']);
  expect(ofPod({ os: { name: 'linux' }, securityContext: { windowsOptions: {} } })).toEqual([
    'forbidden spec.securityContext.windowsOptions',
  ]);
  expect(ofPod({ os: { name: 'windows' }, securityContext: { runAsUser: 1 }, hostPID: true })).toEqual([
    'forbidden spec.hostPID',
    'forbidden spec.securityContext.runAsUser',
  ]);
  expect(ofPod({ securityContext: { windowsOptions: { hostProcess: true } } })).toEqual(['conflict spec.hostNetwork']);
});

test('what 1.28 drops', () => {
  expect(ofPod({ hostUsers: false, resourceClaims: [] })).toEqual([
    '?dropped spec.hostUsers',
    '?dropped spec.resourceClaims',
  ]);
  expect(ofPod({ ephemeralContainers: [{ name: 'x' }] })).toEqual(['forbidden spec.ephemeralContainers']);
});

test('users of its own and Windows', () => {
  expect(ofNewestPod({ os: { name: 'windows' }, hostUsers: true })).toEqual(['forbidden spec.hostUsers']);
  expect(ofNewestPod({ os: { name: 'linux' }, hostUsers: true })).toEqual([]);
});

test('volumes are labelled for SELinux as they always were', () => {
  const policy = (seLinuxChangePolicy: string): string[] => ofNewestPod({ securityContext: { seLinuxChangePolicy } });
  expect(policy('Recursive')).toEqual([]);
  expect(policy('MountOption')).toEqual(['not-one-of spec.securityContext.seLinuxChangePolicy']);
});

test('a variable from a file needs a volume that starts out empty', () => {
  const volumes = [
    { name: 'cache', emptyDir: {} },
    { name: 'host', hostPath: { path: '/a' } },
  ];
  const from = (volumeName: string): string[] => {
    const valueFrom = { fileKeyRef: { volumeName, path: 'a', key: 'A' } };
    return ofNewestPod({ volumes, containers: [{ name: 'web', image: 'a', env: [{ name: 'A', valueFrom }] }] });
  };
  const place = 'spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName';
  expect(from('cache')).toEqual([]);
  expect(from('host')).toEqual([`conflict ${place}`]);
  expect(from('cahce')).toEqual([`not-found ${place}`]);
});

test('annotations that Kubernetes reads', () => {
  const annotate = (key: string, value: string, spec: object = {}) =>
    ofPod(spec, { [key]: value }).map((text) => text.split(' ')[0]);
  const armor = 'container.apparmor.security.beta.kubernetes.io/';
  expect(annotate(`${armor}web`, 'localhost/x')).toEqual([]);
  expect(annotate(`${armor}web`, 'other')).toEqual(['not-one-of']);
  expect(annotate(`${armor}wbe`, 'unconfined')).toEqual(['not-found']);
  const cost = 'controller.kubernetes.io/pod-deletion-cost';
  for (const value of ['0', '-5', '2147483647']) expect(annotate(cost, value)).toEqual([]);
  for (const value of ['+5', '05', '', '2147483648', '1.0']) expect(annotate(cost, value)).toEqual(['bad-format']);
  const seccomp = 'seccomp.security.alpha.kubernetes.io/pod';
  expect(annotate(seccomp, 'localhost/a')).toEqual(['?no-effect']);
  expect(annotate(seccomp, 'localhost//a')).toEqual(['not-one-of', '?no-effect']);
  expect(annotate(seccomp, 'unconfined', { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } })).toEqual([
    'conflict',
  ]);
  expect(annotate('scheduler.alpha.kubernetes.io/tolerations', '[{"key":"a"}]')).toEqual([]);
  expect(annotate('scheduler.alpha.kubernetes.io/tolerations', '[{"Key":"a"}]')).toEqual([]);
  expect(annotate('scheduler.alpha.kubernetes.io/tolerations', '{')).toEqual(['bad-format']);
  expect(annotate('scheduler.alpha.kubernetes.io/tolerations', '[{}]')).toEqual(['bad-format']);
  expect(annotate('security.alpha.kubernetes.io/sysctls', 'a=1')).toEqual(['?no-effect']);
  expect(annotate('kubernetes.io/config.mirror', '')).toEqual(['conflict']);
  expect(annotate('kubernetes.io/config.mirror', '', { nodeName: 'a' })).toEqual([]);
});

test('root that may not be root never starts', () => {
  const root = { runAsUser: 0 };
  const web = { name: 'web', image: 'nginx' };
  expect(ofPod({ securityContext: { ...root, runAsNonRoot: true } })).toEqual([
    '?suspicious spec.securityContext.runAsUser',
  ]);
  expect(
    ofPod({ securityContext: { runAsNonRoot: true }, initContainers: [{ ...web, name: 'a', securityContext: root }] }),
  ).toEqual(['?suspicious spec.initContainers[0].securityContext.runAsUser']);
  const own = { securityContext: { runAsNonRoot: false } };
  expect(ofPod({ securityContext: { ...root, runAsNonRoot: true }, containers: [{ ...web, ...own }] })).toEqual([]);
});
