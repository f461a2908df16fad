import { linesWith, onlyWith } from '../../rules/objects';

const S = (fields: object, metadata: object = {}, kubernetes?: string) =>
  linesWith(
    'Service',
    { ...Object.fromEntries(Object.entries(fields).map(([path, value]) => [`spec.${path}`, value])), ...metadata },
    kubernetes,
  );
const ports = (...list: unknown[]) => S({ ports: list });

describe('ports', () => {
  test('are needed, but for Services without an address', () => {
    for (const none of [[], undefined, null]) expect(S({ ports: none })).toEqual(['required spec.ports']);
    expect(S({ ports: [], clusterIP: 'None' })).toEqual([]);
    expect(S({ ports: [], type: 'ExternalName', externalName: 'a.b' })).toEqual([]);
  });

  test('numbers and targets', () => {
    expect(ports({})).toEqual(['required spec.ports[0].port']);
    expect(ports({ port: 0 })).toEqual(['out-of-range spec.ports[0].port']);
    expect(ports({ port: 65_536 })).toEqual(['out-of-range spec.ports[0].port']);
    for (const targetPort of [0, '', null, 65_535, 'http']) expect(ports({ port: 80, targetPort })).toEqual([]);
    expect(ports({ port: 80, targetPort: -1 })).toEqual(['out-of-range spec.ports[0].targetPort']);
    expect(onlyWith('Service', { 'spec.ports': [{ port: 80, targetPort: '8080' }] })).toMatchObject({
      code: 'bad-name',
      value: '8080',
      hint: 'Write 8080 without quotes',
    });
    expect(onlyWith('Service', { 'spec.ports': [{ port: 80, protocol: 'tcp' }] }).hint).toBe('Did you mean "TCP"?');
    expect(ports({ port: 80, appProtocol: 'a b' })).toEqual(['bad-name spec.ports[0].appProtocol']);
  });

  test('several of them have names, and differ', () => {
    expect(ports({ port: 80, name: '1' }, { port: 80, protocol: 'UDP', name: 'a'.repeat(63) })).toEqual([]);
    expect(ports({ port: 80 }, { port: 81 })).toEqual(['required spec.ports[0].name', 'required spec.ports[1].name']);
    expect(ports({ port: 80, name: 'a' }, { port: 81, name: 'a' })).toEqual(['duplicate spec.ports[1].name']);
    expect(ports({ port: 80, name: 'a' }, { port: 80, name: 'b', protocol: 'TCP' })).toEqual([
      'duplicate spec.ports[1]',
    ]);
    expect(ports({ port: 80, name: 'A' })).toEqual(['bad-name spec.ports[0].name']);
  });

  test('node ports', () => {
    const node = (...list: unknown[]) => S({ type: 'NodePort', ports: list });
    expect(node({ port: 80, nodePort: 30_000 })).toEqual([]);
    expect(node({ port: 80, nodePort: 32_768 })).toEqual(['out-of-range spec.ports[0].nodePort']);
    expect(node({ port: 80, nodePort: -1 })).toEqual(['out-of-range spec.ports[0].nodePort']);
    expect(node({ name: 'a', port: 80, nodePort: 30_000 }, { name: 'b', port: 81, nodePort: 30_000 })).toEqual([
      'duplicate spec.ports[1].nodePort',
    ]);
    expect(
      node({ name: 'a', port: 80, nodePort: 30_000 }, { name: 'b', port: 80, protocol: 'UDP', nodePort: 30_000 }),
    ).toEqual([]);
    expect(
      node({ name: 'a', port: 80, nodePort: 30_000 }, { name: 'b', port: 81, protocol: 'UDP', nodePort: 30_000 }),
    ).toEqual(['duplicate spec.ports[1].nodePort']);
    expect(S({ ports: [{ port: 80, nodePort: 30_000 }] })).toEqual(['forbidden spec.ports[0].nodePort']);
    expect(S({ ports: [{ port: 80, nodePort: 0 }] })).toEqual([]);
    expect(S({ type: 'ExternalName', externalName: 'a', ports: [{ port: 80, nodePort: 1 }] })).toEqual([]);
    const kubelet = { type: 'LoadBalancer', ports: [{ port: 10_250 }] };
    expect(S(kubelet, {}, '1.32')).toEqual(['forbidden spec.ports[0].port']);
    expect(S(kubelet, {}, '>=1.33')).toEqual([]);
  });
});

test('type', () => {
  expect(S({ type: '' })).toEqual([]);
  expect(onlyWith('Service', { 'spec.type': 'Loadbalancer' })).toMatchObject({
    code: 'not-one-of',
    hint: 'Did you mean "LoadBalancer"?',
  });
});

test('addresses within the cluster', () => {
  expect(S({ clusterIP: '10.96.0.9' })).toEqual([]);
  expect(S({ clusterIP: 'none' })).toEqual(['bad-format spec.clusterIP']);
  expect(S({ clusterIP: '127.0.0.1' })).toEqual(['forbidden spec.clusterIP']);
  expect(S({ clusterIP: '::' })).toEqual(['forbidden spec.clusterIP']);
  expect(S({ clusterIP: '8.8.8.8' })).toEqual(['?refused-later spec.clusterIP']);
  expect(S({ clusterIP: 'None', type: 'NodePort' })).toEqual(['conflict spec.clusterIP']);
  expect(S({ clusterIP: 'None', type: 'ExternalName', externalName: 'a' })).toEqual(['forbidden spec.clusterIP']);
  expect(S({ clusterIPs: ['10.96.0.9'] })).toEqual(['conflict spec.clusterIPs']);
  expect(
    S({ clusterIP: '10.96.0.9', clusterIPs: ['10.96.0.8', '10.96.0.7'], ipFamilyPolicy: 'PreferDualStack' }),
  ).toEqual(['conflict spec.clusterIPs[0]', 'conflict spec.clusterIPs']);
  expect(S({ clusterIP: '10.96.0.9', ipFamilies: ['IPv6'] })).toEqual(['conflict spec.clusterIP']);
  expect(S({ ipFamilies: ['IPv4', 'IPv4'] })).toEqual(['duplicate spec.ipFamilies[1]', 'conflict spec.ipFamilyPolicy']);
  expect(S({ ipFamilies: ['ipv4'] })).toEqual(['not-one-of spec.ipFamilies[0]']);
  expect(S({ ipFamilyPolicy: '' })).toEqual(['not-one-of spec.ipFamilyPolicy']);
});

test('external names', () => {
  const name = (externalName?: string) => S({ type: 'ExternalName', externalName });
  for (const good of ['a.b', 'a.b.', '10.0.0.1']) expect(name(good)).toEqual([]);
  for (const none of [undefined, '', '.']) expect(name(none)).toEqual(['required spec.externalName']);
  expect(name('a..')).toEqual(['bad-name spec.externalName']);
  expect(S({ externalName: 'A B' })).toEqual(['?no-effect spec.externalName']);
});

test('session affinity', () => {
  const timeout = (timeoutSeconds: number, sessionAffinity?: string) =>
    S({ sessionAffinity, sessionAffinityConfig: { clientIP: { timeoutSeconds } } });
  expect(timeout(86_400, 'ClientIP')).toEqual([]);
  expect(timeout(86_401, 'ClientIP')).toEqual(['out-of-range spec.sessionAffinityConfig.clientIP.timeoutSeconds']);
  expect(timeout(0, 'None')).toEqual(['?dropped spec.sessionAffinityConfig']);
  expect(onlyWith('Service', { 'spec.sessionAffinity': 'clientip' }).hint).toBe('Did you mean "ClientIP"?');
});

test('addresses from outside', () => {
  expect(S({ externalIPs: ['1.2.3.4', 'fd00::1'] })).toEqual(['?deprecated spec.externalIPs']);
  expect(linesWith('Service', { 'spec.externalIPs': ['1.2.3.4'] }, '1.35')).toEqual([]);
  expect(linesWith('Service', { 'spec.externalIPs': ['FD00::1'] }, '1.35')).toEqual([
    '?suspicious spec.externalIPs[0]',
  ]);
  expect(S({ clusterIP: 'None', externalIPs: ['1.2.3.4'], sessionAffinity: 'ClientIP' })).toEqual([
    '?no-effect spec.sessionAffinity',
    '?no-effect spec.externalIPs',
  ]);
  expect(S({ externalIPs: ['x'] }, {}, '1.35')).toEqual(['bad-format spec.externalIPs[0]']);
  for (const ip of [
    '0.0.0.0',
    '127.0.0.1',
    '::1',
    '0:0:0:0:0:0:0:1',
    '169.254.0.1',
    'fe80::1',
    '224.0.0.1',
    'ff12::1',
    '::ffff:127.0.0.1',
  ]) {
    expect(S({ externalIPs: [ip] }, {}, '1.35').filter((each) => !each.startsWith('?'))).toEqual([
      'forbidden spec.externalIPs[0]',
    ]);
  }
});

test('traffic', () => {
  expect(S({ externalTrafficPolicy: 'Local' })).toEqual(['forbidden spec.externalTrafficPolicy']);
  expect(S({ type: 'NodePort', externalTrafficPolicy: 'local' })).toEqual(['not-one-of spec.externalTrafficPolicy']);
  expect(S({ internalTrafficPolicy: '' })).toEqual(['not-one-of spec.internalTrafficPolicy']);
  const local = { type: 'LoadBalancer', externalTrafficPolicy: 'Local' };
  expect(S({ ...local, healthCheckNodePort: 30_000 })).toEqual([]);
  expect(S({ ...local, healthCheckNodePort: 80 })).toEqual(['out-of-range spec.healthCheckNodePort']);
  expect(S({ ...local, healthCheckNodePort: 30_000, ports: [{ port: 80, nodePort: 30_000 }] })).toEqual([
    'duplicate spec.healthCheckNodePort',
  ]);
  expect(S({ healthCheckNodePort: 30_000 })).toEqual(['forbidden spec.healthCheckNodePort']);
});

test('load balancers', () => {
  const balanced = (fields: object) => S({ type: 'LoadBalancer', ...fields });
  expect(
    balanced({
      loadBalancerSourceRanges: ['10.0.0.0/8', '::/0'],
      loadBalancerClass: 'a.b/c',
      allocateLoadBalancerNodePorts: false,
    }),
  ).toEqual([]);
  const loose = { loadBalancerSourceRanges: [' ::/0 ', 'FD00::/8'], loadBalancerIP: 'FD00::1' };
  expect(balanced(loose)).toEqual([
    '?suspicious spec.loadBalancerSourceRanges[0]',
    '?suspicious spec.loadBalancerSourceRanges[1]',
    '?suspicious spec.loadBalancerIP',
  ]);
  expect(S({ type: 'LoadBalancer', ...loose }, {}, '1.33')).not.toContain(
    '?suspicious spec.loadBalancerSourceRanges[0]',
  );
  expect(balanced({ loadBalancerSourceRanges: ['10.0.0.0', '10.0.0.0/33'] })).toEqual([
    'bad-format spec.loadBalancerSourceRanges[0]',
    'bad-format spec.loadBalancerSourceRanges[1]',
  ]);
  expect(balanced({ loadBalancerClass: '' })).toEqual(['bad-name spec.loadBalancerClass']);
  expect(balanced({ loadBalancerIP: 'x' })).toEqual(['?suspicious spec.loadBalancerIP']);
  expect(
    S({
      loadBalancerSourceRanges: ['10.0.0.0/8'],
      loadBalancerClass: 'a',
      allocateLoadBalancerNodePorts: true,
      loadBalancerIP: '1.2.3.4',
    }),
  ).toEqual([
    'forbidden spec.loadBalancerSourceRanges',
    'forbidden spec.loadBalancerClass',
    'forbidden spec.allocateLoadBalancerNodePorts',
    '?no-effect spec.loadBalancerIP',
  ]);
});

test('annotations that the server reads', () => {
  const ranges = (value: string, type: string) =>
    S({ type }, { 'metadata.annotations': { 'service.beta.kubernetes.io/load-balancer-source-ranges': value } });
  const path = 'metadata.annotations["service.beta.kubernetes.io/load-balancer-source-ranges"]';
  expect(ranges('10.0.0.0/8, 1.2.3.4/32', 'LoadBalancer')).toEqual([]);
  expect(ranges('10.0.0.0/8,', 'LoadBalancer')).toEqual([`bad-format ${path}`]);
  expect(ranges('', 'ClusterIP')).toEqual([`forbidden ${path}`]);
  expect(
    S(
      {},
      {
        'metadata.annotations': {
          'service.kubernetes.io/topology-mode': 'Auto',
          'service.kubernetes.io/topology-aware-hints': 'auto',
        },
      },
    ),
  ).toEqual([
    '?deprecated metadata.annotations["service.kubernetes.io/topology-aware-hints"]',
    'conflict metadata.annotations["service.kubernetes.io/topology-mode"]',
  ]);
});

test('a selector is a plain map of labels', () => {
  expect(S({ selector: { app: 'b c' } })).toEqual(['bad-name spec.selector.app']);
  expect(S({ selector: { matchLabels: { app: 'web' } } })).toEqual(['wrong-type spec.selector.matchLabels']);
});

test('leading zeros are taken until 1.35', () => {
  const S135 = (fields: object) => S(fields, {}, '1.35');
  expect(S({ clusterIP: '10.096.0.9' }, {}, '1.36')).toEqual(['bad-format spec.clusterIP']);
  expect(S({ clusterIP: '10.096.0.9' })).toEqual(['?bad-format spec.clusterIP']);
  expect(S135({ clusterIP: '10.096.0.9' })).toEqual(['?refused-later spec.clusterIP']);
  expect(S135({ externalIPs: ['1.2.3.04', '127.000.000.001', '1.20.0.10'] })).toEqual([
    '?refused-later spec.externalIPs[0]',
    '?refused-later spec.externalIPs[1]',
    'forbidden spec.externalIPs[1]',
  ]);
  const loadBalancerSourceRanges = [
    '10.0.0.00/8',
    '10.0.0.0/08',
    'fd00::/8',
    '10.0.0.1/8',
    'fd00::1/64',
    '::ffff:1.2.3.4/128',
  ];
  expect(S135({ type: 'LoadBalancer', loadBalancerSourceRanges })).toEqual([
    '?refused-later spec.loadBalancerSourceRanges[0]',
    '?refused-later spec.loadBalancerSourceRanges[1]',
    '?refused-later spec.loadBalancerSourceRanges[3]',
    '?refused-later spec.loadBalancerSourceRanges[4]',
    '?refused-later spec.loadBalancerSourceRanges[5]',
  ]);
});
