// apiserver-rules.md, section 9: Service.
import { a, type Case, field, label1123, labelValue, plus, portName, qualifiedName, subdomain } from './case';

const ports = (...list: unknown[]): unknown => plus({ ports: list });
const typed = (type: string, rest: object = {}): unknown => plus({ type, ...rest });
const nodePort = (type: string, port: number): unknown => typed(type, { ports: [{ port: 80, nodePort: port }] });
const external = (externalName: unknown): unknown => plus({ type: 'ExternalName', externalName });
const affinity = (timeoutSeconds: unknown, sessionAffinity: unknown = 'ClientIP'): unknown =>
  plus({ sessionAffinity, sessionAffinityConfig: { clientIP: { timeoutSeconds } } });
const exposed = ['NodePort', 'LoadBalancer'];

const visible: Case[] = [
  ...field('Service', 'spec', {
    takes: [
      ports({ port: 1 }),
      ports({ port: 65535 }),
      ports({ port: 80, name: 'a' }, { port: 80, protocol: 'UDP', name: 'b' }),
      ports({ port: 80, name: 'a' }, { port: 81, name: 'b' }),
      ports({ port: 80, name: 'a', targetPort: 'http' }, { port: 81, name: 'b', targetPort: 'http' }),
      ...[...label1123.takes, '', null].map((name) => ports({ port: 80, name })),
      ...[0, 1, 65535, '', null, ...portName.takes].map((targetPort) => ports({ port: 80, targetPort })),
      ...['TCP', 'UDP', 'SCTP', '', null].map((protocol) => ports({ port: 80, protocol })),
      ...[...qualifiedName.takes.slice(0, 5), null].map((appProtocol) => ports({ port: 80, appProtocol })),
      ports({ port: 80, nodePort: 0 }),
      ports(...Array.from({ length: 100 }, (_, i) => ({ port: i + 1, name: `p${i}` }))),
      plus({ clusterIP: 'None', ports: undefined }),
      plus({ clusterIP: 'None', ports: [] }),
      plus({ clusterIP: 'None' }),
      plus({ clusterIP: '' }),
      plus({ selector: undefined }),
      plus({ selector: {} }),
      ...['ClusterIP', 'NodePort', 'LoadBalancer', ''].map((type) => typed(type)),
      ports({ port: 10250 }),
      ...['None', 'ClientIP', '', null].map((sessionAffinity) => plus({ sessionAffinity })),
      ...[1, 86400, null].map((timeout) => affinity(timeout)),
      affinity(0, 'None'),
      affinity(86401, null),
      plus({ externalName: 'Any Thing' }),
      plus({ publishNotReadyAddresses: true }),
    ],
    refuses: [
      ports(),
      plus({ ports: undefined }),
      plus({ ports: null }),
      ports({}),
      ports(null),
      ...[0, -1, 65536].map((port) => ports({ port })),
      ...[-1, 65536, ...portName.refuses].map((targetPort) => ports({ port: 80, targetPort })),
      ...label1123.refuses.map((name) => ports({ port: 80, name })),
      ports({ port: 80 }, { port: 81 }),
      ports({ port: 80, name: 'a' }, { port: 81 }),
      ports({ port: 80, name: 'a' }, { port: 81, name: 'a' }),
      ports({ port: 80, name: 'a' }, { port: 80, name: 'b' }),
      ports({ port: 80, name: 'a', targetPort: 1 }, { port: 80, name: 'b', targetPort: 2 }),
      ...['tcp', 'HTTP'].map((protocol) => ports({ port: 80, protocol })),
      ...['a b', '/a', '', a(64)].map((appProtocol) => ports({ port: 80, appProtocol })),
      ports({ port: 80, nodePort: 30000 }),
      ...['clusterIP', 'Headless', 'None'].map((type) => typed(type)),
      typed('LoadBalancer', { ports: [{ port: 10250 }] }),
      ...['none', 'a', '1.2.3', '1.2.3.4.5', '127.0.0.1', '169.254.0.1', '0.0.0.0'].map((clusterIP) =>
        plus({ clusterIP }),
      ),
      ...exposed.map((type) => typed(type, { clusterIP: 'None' })),
      ...labelValue.refuses.map((value) => plus({ selector: { a: value } })),
      ...qualifiedName.refuses.map((key) => plus({ selector: { [key]: 'a' } })),
      ...['clientip', 'Cookie'].map((sessionAffinity) => plus({ sessionAffinity })),
      ...[0, -1, 86401].map((timeout) => affinity(timeout)),
      undefined,
    ],
  }),
  ...field('Service', 'spec', {
    takes: [
      ...exposed.flatMap((type) => [nodePort(type, 30000), nodePort(type, 32767), nodePort(type, 0)]),
      typed('NodePort', {
        ports: [
          { port: 80, name: 'a', nodePort: 30001 },
          { port: 80, name: 'b', protocol: 'UDP', nodePort: 30001 },
        ],
      }),
      typed('ExternalName', { externalName: 'a.b', ports: [{ port: 80, nodePort: 80 }] }),
      ...exposed.flatMap((type) =>
        ['Cluster', 'Local'].map((policy) => typed(type, { externalTrafficPolicy: policy })),
      ),
      typed('LoadBalancer', { loadBalancerSourceRanges: ['10.0.0.0/8'] }),
      typed('LoadBalancer', { loadBalancerClass: 'a.com/b' }),
      typed('LoadBalancer', { allocateLoadBalancerNodePorts: false }),
      typed('LoadBalancer', { externalTrafficPolicy: 'Local', healthCheckNodePort: 30002 }),
      plus({ loadBalancerIP: 'any thing' }),
    ],
    refuses: [
      ...[
        { loadBalancerSourceRanges: ['10.0.0.0/8'] },
        { loadBalancerClass: 'a.com/b' },
        { allocateLoadBalancerNodePorts: true },
      ].flatMap((rest) => [typed('ClusterIP', rest), typed('NodePort', rest)]),
      typed('ClusterIP', { externalTrafficPolicy: 'Local' }),
      typed('NodePort', { externalTrafficPolicy: 'local' }),
      typed('LoadBalancer', { loadBalancerSourceRanges: ['10.0.0.0'] }),
      typed('LoadBalancer', { healthCheckNodePort: 30002 }),
      typed('NodePort', { externalTrafficPolicy: 'Local', healthCheckNodePort: 30002 }),
      typed('NodePort', {
        ports: [
          { port: 80, name: 'a', nodePort: 30001 },
          { port: 81, name: 'b', nodePort: 30001 },
        ],
      }),
    ],
  }),
  ...field('Service', 'spec', {
    takes: [...subdomain.takes, 'a.b.', '1.2.3.4'].map(external),
    refuses: [
      ...[...subdomain.refuses.filter((name) => name !== 'a.'), 'a..', '', undefined, null].map(external),
      plus({ type: 'ExternalName', externalName: 'a', clusterIP: 'None' }),
      plus({ type: 'ExternalName', externalName: 'a', clusterIP: '10.0.0.5' }),
    ],
  }),
];

const stored: Case[] = [
  ...field('Service', 'spec', {
    refuses: exposed.flatMap((type) => [-1, 80, 29999, 32768, 65536].map((port) => nodePort(type, port))),
  }),
  ...field('Service', 'spec', {
    refuses: [typed('LoadBalancer', { externalTrafficPolicy: 'Local', healthCheckNodePort: 80 })],
  }),
].map((one) => ({ ...one, hiddenFromDryRun: true as const }));

export const service: Case[] = [...visible, ...stored];
