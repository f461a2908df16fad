// apiserver-rules.md, sections 5.1, 5.2, 5.4 and 5.5: containers, their ports, probes and mounts, and the volumes of the pod.
import {
  a,
  type Case,
  container,
  dataKey,
  envName,
  field,
  filePath,
  label1123,
  plus,
  pod,
  portName,
  relativePath,
  subdomain,
} from './case';

const ordinary = ['Deployment', 'Job', 'CronJob'] as const;
const env = (entry: object): object[] => [{ name: 'A', ...entry }];
const from = (source: object): object[] => env({ valueFrom: source });
const fieldPath = (path: unknown): object[] => from({ fieldRef: { fieldPath: path } });
const resource = (name: unknown, divisor?: unknown): object[] =>
  from({ resourceFieldRef: { resource: name, divisor } });

const containers: Case[] = [
  ...container('name', {
    takes: label1123.takes,
    refuses: [...label1123.refuses, undefined, '', null],
  }),
  ...pod('P.containers', {
    takes: [
      [
        { name: 'a', image: 'a' },
        { name: 'b', image: 'a' },
      ],
    ],
    refuses: [
      undefined,
      [
        { name: 'a', image: 'a' },
        { name: 'a', image: 'a' },
      ],
      [{ name: 'init', image: 'a' }],
    ],
  }),
  ...pod('P.initContainers', { takes: [undefined, [], null], refuses: [[null], [{ name: 'web', image: 'a' }]] }),
  ...container('image', {
    takes: ['a', ' nginx ', ' ', 'NGINX/Web', 'a b', 'a:b:c', 'a@sha256:1', a(2000)],
    refuses: [undefined, '', null],
  }),
  ...container('imagePullPolicy', {
    takes: ['Always', 'IfNotPresent', 'Never', '', null],
    refuses: ['always', 'Sometimes'],
  }),
  ...container('terminationMessagePolicy', {
    takes: ['File', 'FallbackToLogsOnError', '', null],
    refuses: ['file', 'Stdout'],
  }),
  ...container('terminationMessagePath', { takes: ['a', '../..', '/dev/null'] }),
  ...container('workingDir', { takes: ['a', '../..', '/a', ''] }),
  ...field(ordinary, 'C.restartPolicy', { takes: [null], refuses: ['Always', ''] }),
  ...field(ordinary, 'I.restartPolicy', { takes: ['Always', 'Sometimes', null] }),
  ...container('resizePolicy', { takes: [[{ resourceName: 'x', restartPolicy: 'y' }]] }),
  ...container('securityContext.procMount', { takes: ['Default', 'Unmasked', 'x'] }),
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) =>
    field('Job', `I.${probe}`, { takes: [null], refuses: [{ tcpSocket: { port: 1 } }, {}] }),
  ),
  ...field('Job', 'I.lifecycle', { takes: [null], refuses: [{}, { preStop: { exec: { command: ['a'] } } }] }),

  ...container('env', {
    takes: [
      ...envName.takes.map((name) => [{ name }]),
      [{ name: 'A' }, { name: 'A' }],
      [{ name: 'a' }, { name: 'A' }],
      env({ value: '$(UNDEFINED)' }),
      env({ value: 'a\nb\u0000' }),
      env({ value: '', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }),
      from({ secretKeyRef: { name: 'a', key: 'b' } }),
      from({ secretKeyRef: { name: 'a', key: 'b', optional: true } }),
      from({ configMapKeyRef: { name: 'a', key: 'b' } }),
      ...subdomain.takes.slice(0, 4).map((name) => from({ secretKeyRef: { name, key: 'b' } })),
      ...dataKey.takes.map((key) => from({ configMapKeyRef: { name: 'a', key } })),
    ],
    refuses: [
      ...envName.refuses.map((name) => [{ name }]),
      [{ value: 'a' }],
      [{ name: '' }],
      [null],
      from({}),
      env({ value: 'a', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }),
      env({ value: 'a', valueFrom: {} }),
      from({ secretKeyRef: { name: 'a', key: 'b' }, configMapKeyRef: { name: 'a', key: 'b' } }),
      from({ secretKeyRef: { key: 'b' } }),
      from({ secretKeyRef: { name: '', key: 'b' } }),
      from({ secretKeyRef: { name: 'a' } }),
      from({ secretKeyRef: { name: 'a', key: '' } }),
      from({ configMapKeyRef: { name: 'a' } }),
      from({ configMapKeyRef: { key: 'b' } }),
      ...subdomain.refuses.map((name) => from({ configMapKeyRef: { name, key: 'b' } })),
      ...dataKey.refuses.map((key) => from({ secretKeyRef: { name: 'a', key } })),
    ],
  }),
  ...container('env', {
    takes: [
      ...[
        'metadata.name',
        'metadata.namespace',
        'metadata.uid',
        'spec.nodeName',
        'spec.host',
        'spec.serviceAccountName',
      ].map(fieldPath),
      ...['status.hostIP', 'status.podIP', 'status.podIPs', "metadata.labels['a']", "metadata.labels['a.b/C']"].map(
        fieldPath,
      ),
      ...["metadata.annotations['a']", "metadata.annotations['Example.COM/Foo']"].map(fieldPath),
      from({ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } }),
      from({ fieldRef: { apiVersion: '', fieldPath: 'metadata.name' } }),
      ...['limits.cpu', 'requests.memory', 'limits.ephemeral-storage', 'requests.hugepages-x'].map((name) =>
        resource(name),
      ),
      from({ resourceFieldRef: { resource: 'limits.cpu', containerName: 'Nobody!' } }),
      ...['1', '1m', '0', '1000m', 1, null].map((divisor) => resource('limits.cpu', divisor)),
      ...['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei', '1024Ki', '0'].map(
        (divisor) => resource('limits.memory', divisor),
      ),
    ],
    refuses: [
      ...[
        'metadata.labels',
        'metadata.annotations',
        'status.hostIPs',
        'status.phase',
        'spec.hostname',
        'metadata.Name',
        '',
      ].map(fieldPath),
      ...['metadata.labels["a"]', "metadata.labels['a b']", "metadata.labels['']", "metadata.labels['A.b/c']"].map(
        fieldPath,
      ),
      ...["metadata.annotations['a b']", "metadata.name['a']", 'metadata.labels[a]'].map(fieldPath),
      fieldPath(undefined),
      from({ fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } }),
      ...['cpu', 'limits', 'limits.gpu', 'limits.nvidia.com/gpu', 'limit.cpu', 'Limits.cpu', ''].map((name) =>
        resource(name),
      ),
      resource(undefined),
      ...['2', '10m', '1k', '1M', '1u', 'a'].map((divisor) => resource('limits.cpu', divisor)),
      ...['1m', '2', '1e3', '10', '2Mi', '-1'].map((divisor) => resource('limits.memory', divisor)),
    ],
  }),
  ...container('envFrom', {
    takes: [
      ...subdomain.takes.map((name) => [{ secretRef: { name } }]),
      // Three names that slip through the server's check.
      ...['abc-', 'ab_-', 'a.-'].map((name) => [{ secretRef: { name } }]),
      [{ configMapRef: { name: 'a' } }],
      [{ configMapRef: { name: 'a' } }, { configMapRef: { name: 'a' } }],
      [{ configMapRef: { name: 'a', optional: true } }],
      ...[...envName.takes, '', null].map((prefix) => [{ prefix, secretRef: { name: 'a' } }]),
    ],
    refuses: [
      [{}],
      [null],
      [{ secretRef: {} }],
      [{ secretRef: { name: '' } }],
      [{ secretRef: { name: '-' } }],
      [{ secretRef: { name: 'a' }, configMapRef: { name: 'a' } }],
      ...['A', 'a b', '-a', 'a_b', a(254)].map((name) => [{ configMapRef: { name } }]),
      ...envName.refuses.map((prefix) => [{ prefix, secretRef: { name: 'a' } }]),
    ],
  }),
];

const port = (rest: object): object[] => [{ containerPort: 80, ...rest }];
const two = (one: object, other: object): object[] => [
  { containerPort: 1, ...one },
  { containerPort: 2, ...other },
];

const ports: Case[] = [
  ...container('ports', {
    takes: [
      [{ containerPort: 1 }],
      [{ containerPort: 65535 }],
      ...[...portName.takes, '', null].map((name) => port({ name })),
      ...['TCP', 'UDP', 'SCTP', '', null].map((protocol) => port({ protocol })),
      ...[0, 1, 65535].map((hostPort) => port({ hostPort })),
      [{ containerPort: 80 }, { containerPort: 80 }],
      two({ name: 'a' }, { name: 'b' }),
      two({ hostPort: 9 }, { hostPort: 9, protocol: 'UDP' }),
      two({ hostPort: 9 }, { hostPort: 9, hostIP: '1.2.3.4' }),
      two({ hostPort: 0 }, { hostPort: 0 }),
      port({ hostIP: 'nonsense' }),
    ],
    refuses: [
      [{}],
      [null],
      ...[0, -1, 65536].map((containerPort) => [{ containerPort }]),
      ...portName.refuses.map((name) => port({ name })),
      ...['tcp', 'HTTP'].map((protocol) => port({ protocol })),
      ...[-1, 65536].map((hostPort) => port({ hostPort })),
      two({ name: 'a' }, { name: 'a' }),
      two({ hostPort: 9 }, { hostPort: 9 }),
      two({ hostPort: 9, protocol: 'TCP' }, { hostPort: 9, protocol: '' }),
    ],
  }),
  ...pod('P.containers', {
    takes: [
      [
        { name: 'a', image: 'a', ports: [{ name: 'x', containerPort: 1 }] },
        { name: 'b', image: 'a', ports: [{ name: 'x', containerPort: 1 }] },
      ],
    ],
    refuses: [
      [
        { name: 'a', image: 'a', ports: [{ containerPort: 1, hostPort: 9 }] },
        { name: 'b', image: 'a', ports: [{ containerPort: 2, hostPort: 9 }] },
      ],
    ],
  }),
  // hostPort and hostNetwork; every init container is by itself.
  ...pod('P', {
    takes: [
      { hostNetwork: true, ports: [{ containerPort: 80, hostPort: 80 }] },
      { hostNetwork: true, ports: [{ containerPort: 80 }] },
      { hostNetwork: true, ports: [{ containerPort: 80, hostPort: 0 }] },
    ].map(onHost),
    refuses: [{ hostNetwork: true, ports: [{ containerPort: 80, hostPort: 81 }] }].map(onHost),
  }),
  ...pod('P.initContainers', {
    takes: [
      [
        { name: 'a', image: 'a', ports: [{ containerPort: 1, hostPort: 9 }] },
        { name: 'b', image: 'a', ports: [{ containerPort: 1, hostPort: 9 }] },
      ],
    ],
  }),
];

function onHost({ hostNetwork, ports: list }: { hostNetwork: boolean; ports: object[] }): unknown {
  return plus({ hostNetwork, containers: [{ name: 'web', image: 'nginx', ports: list }] });
}

const probe = (handler: unknown, rest: object = {}): object => ({ ...(handler as object), ...rest });
const tcp = { tcpSocket: { port: 80 } };
const seconds = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'failureThreshold'];

const handlers = {
  takes: [
    { exec: { command: ['a'] } },
    { exec: { command: [''] } },
    { httpGet: { port: 80 } },
    { httpGet: { port: 'http' } },
    { httpGet: { port: 'nobody-has-it'.slice(0, 15), path: 'healthz', host: 'non sense' } },
    { httpGet: { port: 80, path: '' } },
    ...['HTTP', 'HTTPS', ''].map((scheme) => ({ httpGet: { port: 80, scheme } })),
    {
      httpGet: {
        port: 80,
        httpHeaders: [
          { name: 'X-A', value: 'a' },
          { name: 'X-A', value: 'b' },
        ],
      },
    },
    { tcpSocket: { port: 1 } },
    { tcpSocket: { port: 65535 } },
    { tcpSocket: { port: 'http' } },
  ],
  refuses: [
    {},
    { exec: {} },
    { exec: { command: [] } },
    { httpGet: {} },
    { tcpSocket: {} },
    { httpGet: { port: 0 } },
    { httpGet: { port: 65536 } },
    { httpGet: { port: -1 } },
    { tcpSocket: { port: '' } },
    ...portName.refuses.map((name) => ({ httpGet: { port: name } })),
    ...['http', 'FTP'].map((scheme) => ({ httpGet: { port: 80, scheme } })),
    ...['X_A', 'X.A', 'X A', '', 'X:'].map((name) => ({ httpGet: { port: 80, httpHeaders: [{ name, value: 'a' }] } })),
    { exec: { command: ['a'] }, tcpSocket: { port: 80 } },
    { httpGet: { port: 80 }, tcpSocket: { port: 80 } },
  ],
};

const probes: Case[] = [
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((name) =>
    field('Deployment', `C.${name}`, {
      takes: [
        ...handlers.takes,
        null,
        { grpc: { port: 1 } },
        { grpc: { port: 1, service: 'any thing' } },
        ...seconds.flatMap((part) => [0, 1, 2147483647].map((n) => probe(tcp, { [part]: n }))),
        ...[0, 1].map((n) => probe(tcp, { successThreshold: n })),
        probe(tcp, { timeoutSeconds: 100, periodSeconds: 1 }),
        probe(tcp, { terminationGracePeriodSeconds: null }),
      ],
      refuses: [
        ...handlers.refuses,
        ...[0, -1, 65536, '80'].map((n) => ({ grpc: { port: n } })),
        { grpc: {} },
        { grpc: { port: 1 }, tcpSocket: { port: 80 } },
        ...[...seconds, 'successThreshold'].map((part) => probe(tcp, { [part]: -1 })),
        ...[0, -1].map((n) => probe(tcp, { terminationGracePeriodSeconds: n })),
      ],
    }),
  ),
  ...field(ordinary, 'C.livenessProbe', {
    takes: [probe(tcp, { terminationGracePeriodSeconds: 1 })],
    refuses: [probe(tcp, { successThreshold: 2 })],
  }),
  ...field(ordinary, 'C.startupProbe', {
    takes: [probe(tcp, { terminationGracePeriodSeconds: 1 })],
    refuses: [probe(tcp, { successThreshold: 2 })],
  }),
  ...field(ordinary, 'C.readinessProbe', {
    takes: [probe(tcp, { successThreshold: 2 })],
    refuses: [probe(tcp, { terminationGracePeriodSeconds: 30 })],
  }),
  ...['postStart', 'preStop'].flatMap((hook) =>
    field(ordinary, `C.lifecycle.${hook}`, { takes: [...handlers.takes, null], refuses: handlers.refuses }),
  ),
  ...field(ordinary, 'C.lifecycle', { takes: [{}, null] }),
];

const mount = (rest: object): object[] => [{ name: 'cache', mountPath: '/a', ...rest }];
const pair = (one: string, other: string): object[] => [
  { name: 'cache', mountPath: one },
  { name: 'cache', mountPath: other },
];

const mounts: Case[] = [
  ...container('volumeMounts', {
    takes: [
      mount({}),
      ...['a/b', '/a:b', '/a/../b', '/', ' '].map((mountPath) => mount({ mountPath })),
      pair('/a', '/b'),
      pair('/a', '/a/'),
      pair('/a', '/a/b'),
      ...[...relativePath.takes, '', '$(X)'].flatMap((path) => [
        mount({ subPath: path }),
        mount({ subPathExpr: path }),
      ]),
      ...['None', 'HostToContainer', null].map((mountPropagation) => mount({ mountPropagation })),
      mount({ readOnly: true }),
    ],
    refuses: [
      [{ name: 'nobody', mountPath: '/a' }],
      [{ mountPath: '/a' }],
      [{ name: 'cache' }],
      mount({ mountPath: '' }),
      pair('/a', '/a'),
      ...relativePath.refuses.flatMap((path) => [mount({ subPath: path }), mount({ subPathExpr: path })]),
      mount({ subPath: 'a', subPathExpr: 'a' }),
      ...['none', 'Bidirectional', ''].map((mountPropagation) => mount({ mountPropagation })),
      [null],
    ],
  }),
  ...pod('P.containers', {
    takes: [
      [
        {
          name: 'a',
          image: 'a',
          securityContext: { privileged: true },
          volumeMounts: mount({ mountPropagation: 'Bidirectional' }),
        },
      ],
    ],
    refuses: [
      [
        {
          name: 'a',
          image: 'a',
          securityContext: { privileged: false },
          volumeMounts: mount({ mountPropagation: 'Bidirectional' }),
        },
      ],
    ],
  }),
  ...container('volumeDevices', {
    refuses: [[{ name: 'nobody', devicePath: '/a' }], [{ name: 'cache', devicePath: '/a' }], [{ devicePath: '/a' }]],
  }),
];

const volume = (source: object): object[] => [
  { name: 'cache', emptyDir: {} },
  { name: 'v', ...source },
];
const modes = { takes: [0, 256, 420, 511, null], refuses: [-1, 512, 644, 777] };
const item = (rest: object): object => ({ key: 'a', path: 'b', ...rest });
const items = {
  takes: [
    [],
    ...filePath.takes.map((path) => [item({ path })]),
    ...modes.takes.map((mode) => [item({ mode })]),
    [item({ key: 'any thing!' })],
  ],
  refuses: [
    [{ path: 'a' }],
    [{ key: 'a' }],
    [item({ key: '' })],
    ...filePath.refuses.map((path) => [item({ path })]),
    ...modes.refuses.map((mode) => [item({ mode })]),
    [null],
  ],
};
const projected = (...sources: unknown[]): object[] => volume({ projected: { sources } });
const downward = (...list: unknown[]): object[] => volume({ downwardAPI: { items: list } });
const token = (rest: object): object[] => projected({ serviceAccountToken: { path: 'token', ...rest } });
const reference = (path: string): object => ({ path: 'a', fieldRef: { fieldPath: path } });
const hostPath = (path: unknown, type?: unknown): object[] => volume({ hostPath: { path, type } });

const volumes: Case[] = [
  ...pod('P.volumes', {
    takes: [
      ...label1123.takes.map((name) => [{ name: 'cache' }, { name }]),
      volume({}),
      volume({ emptyDir: { medium: 'any thing', sizeLimit: '0' } }),
      volume({ emptyDir: null, configMap: { name: 'a' } }),
      volume({ configMap: { name: 'Not A Name!' } }),
      volume({ configMap: { name: 'a', items: [item({}), item({})] } }),
      volume({ secret: { secretName: 'Not A Name!', optional: true } }),
      volume({ persistentVolumeClaim: { claimName: 'Not A Name!' } }),
      ...items.takes.flatMap((list) => [
        volume({ configMap: { name: 'a', items: list } }),
        volume({ secret: { secretName: 'a', items: list } }),
        projected({ secret: { name: 'a', items: list } }),
      ]),
      ...modes.takes.flatMap((defaultMode) => [
        volume({ configMap: { name: 'a', defaultMode } }),
        volume({ secret: { secretName: 'a', defaultMode } }),
        volume({ projected: { sources: [], defaultMode } }),
        volume({ downwardAPI: { items: [], defaultMode } }),
      ]),
    ],
    refuses: [
      ...label1123.refuses.map((name) => [{ name: 'cache' }, { name }]),
      [{ name: 'cache' }, { name: 'cache' }],
      [{ emptyDir: {} }],
      [{ name: '' }],
      [null],
      volume({ emptyDir: {}, configMap: { name: 'a' } }),
      volume({ configMap: {} }),
      volume({ configMap: { name: '' } }),
      volume({ secret: {} }),
      volume({ secret: { secretName: '' } }),
      volume({ persistentVolumeClaim: {} }),
      volume({ persistentVolumeClaim: { claimName: '' } }),
      ...items.refuses.flatMap((list) => [
        volume({ configMap: { name: 'a', items: list } }),
        volume({ secret: { secretName: 'a', items: list } }),
        projected({ configMap: { name: 'a', items: list } }),
      ]),
      ...modes.refuses.flatMap((defaultMode) => [
        volume({ configMap: { name: 'a', defaultMode } }),
        volume({ secret: { secretName: 'a', defaultMode } }),
        volume({ projected: { sources: [], defaultMode } }),
        volume({ downwardAPI: { items: [], defaultMode } }),
      ]),
    ],
  }),
  ...pod('P.volumes', {
    takes: [
      volume({ projected: {} }),
      projected(),
      projected({}),
      projected({ secret: { name: 'a' } }, { configMap: { name: 'a' } }),
      projected(
        { secret: { name: 'a', items: [item({ path: 'b' })] } },
        { configMap: { name: 'a', items: [item({ path: 'c' })] } },
      ),
      ...[null, 600, 4294967296].map((expirationSeconds) => token({ expirationSeconds })),
      ...['/a', '../a', 'a b'].map((path) => token({ path })),
      token({ audience: 'any thing' }),
    ],
    refuses: [
      projected({ secret: { name: 'a' }, configMap: { name: 'a' } }),
      projected({ secret: {} }),
      projected({ configMap: {} }),
      projected({ secret: { secretName: 'a' } }),
      projected({ secret: { name: 'a', items: [item({})] } }, { configMap: { name: 'a', items: [item({})] } }),
      projected({ secret: { name: 'a', items: [item({}), item({})] } }),
      ...[599, 0, -1, 4294967297].map((expirationSeconds) => token({ expirationSeconds })),
      token({ path: '' }),
      projected({ serviceAccountToken: {} }),
    ],
  }),
  ...pod('P.volumes', {
    takes: [
      downward(),
      ...['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations'].map(
        (path) => downward(reference(path)),
      ),
      ...["metadata.labels['a']", "metadata.annotations['A.b/c']"].map((path) => downward(reference(path))),
      downward({ path: 'a', resourceFieldRef: { containerName: 'web', resource: 'limits.cpu' } }),
      downward({ path: 'a', resourceFieldRef: { containerName: 'nobody', resource: 'limits.cpu' } }),
      ...filePath.takes.map((path) => downward({ ...reference('metadata.name'), path })),
    ],
    refuses: [
      downward({}),
      downward({ path: 'a' }),
      downward({ ...reference('metadata.name'), resourceFieldRef: { containerName: 'web', resource: 'limits.cpu' } }),
      downward({ path: 'a', resourceFieldRef: { resource: 'limits.cpu' } }),
      downward({ path: 'a', resourceFieldRef: { containerName: 'web', resource: 'cpu' } }),
      ...['spec.nodeName', 'status.podIP', 'metadata', ''].map((path) => downward(reference(path))),
      ...["metadata.labels['a b']", 'metadata.name.x'].map((path) => downward(reference(path))),
      ...filePath.refuses.map((path) => downward({ ...reference('metadata.name'), path })),
      downward({ ...reference('metadata.name'), mode: 512 }),
    ],
  }),
  ...pod('P.volumes', {
    takes: [
      ...['/a', 'a', '/a/..b', ' '].map((path) => hostPath(path)),
      ...[
        '',
        'DirectoryOrCreate',
        'Directory',
        'FileOrCreate',
        'File',
        'Socket',
        'CharDevice',
        'BlockDevice',
        null,
      ].map((type) => hostPath('/a', type)),
      volume({ nfs: { server: 'a', path: '/a' } }),
      volume({ nfs: { server: 'any thing', path: '/../a' } }),
      volume({ cephfs: { monitors: ['a'] } }),
      volume({ azureFile: { secretName: 'Not A Name!', shareName: 'a' } }),
      volume({ glusterfs: { endpoints: 'Not A Name!', path: 'a' } }),
    ],
    refuses: [
      hostPath(''),
      hostPath(undefined),
      ...['..', '/a/..', '/a/../b', '../a'].map((path) => hostPath(path)),
      ...['directory', 'Dir'].map((type) => hostPath('/a', type)),
      volume({ nfs: { server: '', path: '/a' } }),
      volume({ nfs: { server: 'a', path: 'a' } }),
      volume({ nfs: { server: 'a', path: '' } }),
      volume({ cephfs: {} }),
      volume({ cephfs: { monitors: [] } }),
      volume({ azureFile: { shareName: 'a' } }),
      volume({ azureFile: { secretName: 'a' } }),
      volume({ glusterfs: { endpoints: 'a' } }),
      volume({ glusterfs: { path: 'a' } }),
    ],
  }),
  // A volume that is itself invalid counts as absent; one that nobody mounts is fine.
  ...pod('P.volumes', { takes: [undefined, [], null, [{ name: 'unused' }]] }),
];

export const containerCases: Case[] = [...containers, ...ports, ...probes, ...mounts, ...volumes];
