import { errorsIn, objectOf, serviceWith, toManifests } from '../../support';

test('a Deployment says what was stated, and finds its pods by its name', () => {
  expect(toManifests(serviceWith({}))).toEqual([
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
        template: {
          metadata: { labels: { 'app.kubernetes.io/name': 'web' } },
          spec: { containers: [{ name: 'main', image: 'nginx:1.27' }] },
        },
      },
    },
  ]);
});

test('every field', () => {
  const spec = {
    replicas: 2,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: '10%' } },
    minReadySeconds: 1,
    revisionHistoryLimit: 2,
    progressDeadlineSeconds: 3,
  };
  expect(objectOf(serviceWith({}, spec), 'Deployment').spec).toMatchObject(spec);
});

test('the selector is never the labels, which may change', () => {
  const service = serviceWith({}, { labels: { a: 'b' }, pod: { labels: { c: 'd' } }, selector: { app: 'x' } });
  expect(objectOf(service, 'Deployment').spec).toMatchObject({
    selector: { matchLabels: { app: 'x' } },
    template: { metadata: { labels: { app: 'x', a: 'b', c: 'd' } } },
  });
});

const servicesOf = (ports: object[], service: object = {}) =>
  toManifests(serviceWith({}, { ports, ...service })).filter(({ kind }) => kind === 'Service');
const selector = { 'app.kubernetes.io/name': 'web' };

test('private ports are one ClusterIP Service, public ones a LoadBalancer, node ports a NodePort', () => {
  const ports = [
    { port: 80, targetPort: 8080 },
    { port: 443, public: true },
    { port: 81, node: true },
  ];
  expect(servicesOf(ports, { labels: { team: 'x' } })).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', labels: { team: 'x' } },
      spec: { selector, ports: [{ port: 80, targetPort: 8080 }] },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web-public', labels: { team: 'x' } },
      spec: { type: 'LoadBalancer', selector, ports: [{ port: 443 }] },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web-node', labels: { team: 'x' } },
      spec: { type: 'NodePort', selector, ports: [{ port: 81 }] },
    },
  ]);
});

test('several ports get the names that Kubernetes wants', () => {
  const ports = [{ port: 80 }, { port: 53, protocol: 'UDP' }, { port: 9, name: 'discard' }];
  expect(servicesOf(ports)[0]!.spec).toMatchObject({
    ports: [
      { name: 'tcp-80', port: 80 },
      { name: 'udp-53', port: 53, protocol: 'UDP' },
      { name: 'discard', port: 9 },
    ],
  });
});

test('annotations and labels of a port are those of its Service', () => {
  const ports = [{ port: 80, public: true, annotations: { a: 'b' }, labels: { c: 'd' } }];
  expect(servicesOf(ports)[0]!.metadata).toEqual({ name: 'web-public', labels: { c: 'd' }, annotations: { a: 'b' } });
});

test('the first container declares the ports that no container declares', () => {
  const containers = {
    a: { image: 'a:1', ports: [{ containerPort: 1 }] },
    b: { image: 'b:1', ports: [{ containerPort: 2 }] },
  };
  const ports = [{ port: 1 }, { port: 80, targetPort: 2 }, { port: 3, name: 'three' }, { port: 4, protocol: 'UDP' }];
  const { template } = (
    objectOf(serviceWith({}, { containers, ports }), 'Deployment') as never as {
      spec: { template: { spec: { containers: { ports: object[] }[] } } };
    }
  ).spec;
  expect(template.spec.containers.map((container) => container.ports)).toEqual([
    [{ containerPort: 1 }, { name: 'three', containerPort: 3 }, { containerPort: 4, protocol: 'UDP' }],
    [{ containerPort: 2 }],
  ]);
});

test.each([
  ['a schedule', { schedule: '@daily' }, ['unknown-key schedule']],
  ['negative replicas', { replicas: -1 }, ['out-of-range replicas']],
  ['a strategy', { strategy: { type: 'Rolling' } }, ['not-one-of strategy.type']],
  ['an unknown field of the strategy', { strategy: { typ: 'Recreate' } }, ['unknown-field strategy.typ']],
  [
    'a deadline below the wait',
    { minReadySeconds: 10, progressDeadlineSeconds: 10 },
    ['conflict progressDeadlineSeconds'],
  ],
  ['a wait over the default deadline', { minReadySeconds: 600 }, ['conflict minReadySeconds']],
  ['an empty selector', { selector: {} }, ['required selector']],
  ['a bad selector', { selector: { a: 'b c' } }, ['bad-name selector.a']],
  [
    'a label against the selector',
    { labels: { 'app.kubernetes.io/name': 'other' } },
    ['conflict labels["app.kubernetes.io/name"]'],
  ],
  ['a pod label against it', { selector: { a: 'b' }, pod: { labels: { a: 'c' } } }, ['conflict pod.labels.a']],
  ['a port', { ports: [{ port: 0 }] }, ['out-of-range ports[0].port']],
  ['a target port', { ports: [{ port: 80, targetPort: 65536 }] }, ['out-of-range ports[0].targetPort']],
  ['a target port as text', { ports: [{ port: 80, targetPort: '8080' }] }, ['bad-name ports[0].targetPort']],
  ['a protocol', { ports: [{ port: 80, protocol: 'tcp' }] }, ['not-one-of ports[0].protocol']],
  ['a port name', { ports: [{ port: 80, name: 'HTTP' }] }, ['bad-name ports[0].name']],
  ['text for a port', { ports: [{ port: '80' }] }, ['wrong-type ports[0].port']],
  ['no port', { ports: [{}] }, ['required ports[0].port']],
  ['the same port twice', { ports: [{ port: 80 }, { port: 80 }] }, ['duplicate ports[1]']],
  ['public and node', { ports: [{ port: 80, public: true, node: true }] }, ['conflict ports[0]']],
  [
    'annotations that contradict',
    {
      ports: [
        { port: 1, annotations: { a: 'b' } },
        { port: 2, annotations: { a: 'c' } },
      ],
    },
    ['conflict ports[1].annotations.a'],
  ],
  ['a name that no Service may have', { name: 'a.web', ports: [{ port: 80 }] }, ['bad-name name']],
  ['ports as a map', { ports: { http: 80 } }, ['wrong-type ports']],
])('refuses %s', (_, service, expected) => {
  expect([...new Set(errorsIn(serviceWith({}, service)))]).toEqual(expected);
});
