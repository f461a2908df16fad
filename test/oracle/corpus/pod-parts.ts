// What the newest server asks of parts of pods that few pods have: old sources of volumes, Windows, profiles said twice, what minors since 1.28 added.
import { a, type Case, fieldOf } from './case';

const pod =
  (spec: object = {}, metadata: object = {}) =>
  (): object => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'sample', ...metadata },
    spec: {
      containers: [{ name: 'web', image: 'nginx' }],
      initContainers: [{ name: 'init', image: 'busybox' }],
      volumes: [{ name: 'cache', emptyDir: {} }],
      ...structuredClone(spec),
    },
  });

const times = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index));
const containers = (fields: object): unknown => [{ name: 'web', image: 'nginx', ...fields }];

const IQN = 'iqn.2001-04.com.example:storage';
const iscsi = (fields: object): object => ({ targetPortal: 'a', iqn: IQN, lun: 0, ...fields });

/** Valid sources of volumes, in the order in which the server reads them. */
const sources: Readonly<Record<string, object>> = {
  emptyDir: {},
  hostPath: { path: '/a' },
  gitRepo: { repository: 'a' },
  gcePersistentDisk: { pdName: 'a' },
  awsElasticBlockStore: { volumeID: 'a' },
  secret: { secretName: 'a' },
  nfs: { server: 'a', path: '/a' },
  iscsi: iscsi({}),
  glusterfs: { endpoints: 'a', path: 'b' },
  persistentVolumeClaim: { claimName: 'a' },
  rbd: { monitors: ['a'], image: 'b' },
  cinder: { volumeID: 'a' },
  cephfs: { monitors: ['a'] },
  flocker: { datasetName: 'a' },
  downwardAPI: {},
  fc: { wwids: ['a'] },
  flexVolume: { driver: 'a/b' },
  configMap: { name: 'a' },
  azureFile: { secretName: 'a', shareName: 'b' },
  vsphereVolume: { volumePath: 'a' },
  quobyte: { registry: 'a:1', volume: 'b' },
  azureDisk: { diskName: 'a', diskURI: 'https://a.blob.core.windows.net/b/c' },
  photonPersistentDisk: { pdID: 'a' },
  portworxVolume: { volumeID: 'a' },
  scaleIO: { gateway: 'a', system: 'b', volumeName: 'c', secretRef: { name: 'd' } },
  storageos: { volumeName: 'a' },
  projected: { sources: [] },
  ephemeral: {
    volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
  },
  csi: { driver: 'a.b' },
  image: { reference: 'a' },
};

const volumes: readonly Case[] = [
  ...fieldOf(
    pod(),
    'spec.volumes[0]',
    {
      takes: Object.entries(sources).map(([key, source]) => ({ name: 'cache', [key]: source })),
      refuses: Object.entries(sources)
        .slice(1)
        .map(([key, source]) => ({ name: 'cache', emptyDir: {}, [key]: source })),
    },
    '1.36',
  ),
  ...fieldOf(
    pod({ volumes: [{ name: 'cache', iscsi: iscsi({}) }] }),
    'spec.volumes[0].iscsi',
    {
      takes: [
        iscsi({ iqn: 'eui.0123456789abcdef', initiatorName: IQN }),
        iscsi({ iqn: `naa.${'0'.repeat(32)}`, initiatorName: `naa.${'0'.repeat(32)}` }),
        iscsi({ chapAuthSession: true, secretRef: { name: 'a' } }),
      ],
      refuses: [
        ...['x', 'iqn.2001', 'eui.1', 'naa.1'].map((iqn) => iscsi({ iqn })),
        ...['x', '', 'iqn.2001', 'eui.1', 'naa.1'].map((initiatorName) => iscsi({ initiatorName })),
        iscsi({ chapAuthSession: true }),
        iscsi({ chapAuthDiscovery: true }),
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    pod({ volumes: [{ name: 'cache', storageos: { volumeName: 'a' } }] }),
    'spec.volumes[0].storageos.secretRef',
    { takes: [undefined, { name: 'a' }], refuses: [{}, { name: '' }] },
    '1.36',
  ),
  ...fieldOf(
    pod({ volumes: [{ name: 'cache', csi: { driver: 'a.b' } }] }),
    'spec.volumes[0].csi.nodePublishSecretRef',
    { takes: [undefined, { name: 'a' }], refuses: [{}, { name: '' }, { name: 'A' }] },
    '1.36',
  ),
];

const signer = 'example.com/mesh';
const certificate = (fields: object): object => ({
  podCertificate: { signerName: signer, keyType: 'ED25519', credentialBundlePath: 'a', ...fields },
});
const bundle = (fields: object): object => ({ clusterTrustBundle: { path: 'a', ...fields } });

// Whichever of them a gate drops is taken, whatever is in it.
const projections: readonly Case[] = fieldOf(
  pod({ volumes: [{ name: 'cache', projected: { sources: [] } }] }),
  'spec.volumes[0].projected.sources',
  { takes: [[bundle({ name: 'a' })], [certificate({})]] },
  '1.36',
);

const mounts: readonly Case[] = [
  ...fieldOf(
    pod({ containers: containers({ volumeMounts: [{ name: 'cache', mountPath: '/a' }] }) }),
    'spec.containers[0].volumeMounts[0]',
    {
      takes: [
        { name: 'cache', mountPath: '/a', readOnly: true, recursiveReadOnly: 'Enabled' },
        { name: 'cache', mountPath: '/a', readOnly: true, recursiveReadOnly: 'IfPossible', mountPropagation: 'None' },
        { name: 'cache', mountPath: '/a', recursiveReadOnly: 'Disabled' },
      ],
      refuses: [
        { name: 'cache', mountPath: '/a', recursiveReadOnly: 'Enabled' },
        { name: 'cache', mountPath: '/a', readOnly: false, recursiveReadOnly: 'IfPossible' },
        {
          name: 'cache',
          mountPath: '/a',
          readOnly: true,
          recursiveReadOnly: 'Enabled',
          mountPropagation: 'HostToContainer',
        },
        { name: 'cache', mountPath: '/a', readOnly: true, recursiveReadOnly: 'Always' },
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    pod({
      volumes: [
        { name: 'cache', emptyDir: {} },
        { name: 'disk', persistentVolumeClaim: { claimName: 'a' } },
      ],
    }),
    'spec.containers[0]',
    {
      takes: [
        {
          name: 'web',
          image: 'nginx',
          volumeMounts: [{ name: 'cache', mountPath: '/a' }],
          volumeDevices: [{ name: 'disk', devicePath: '/b' }],
        },
      ],
      refuses: [
        {
          name: 'web',
          image: 'nginx',
          volumeMounts: [{ name: 'cache', mountPath: '/a' }],
          volumeDevices: [{ name: 'disk', devicePath: '/a' }],
        },
      ],
    },
    '1.36',
  ),
];

const resource = (name: string, divisor: unknown): object => ({
  name: 'A',
  valueFrom: { resourceFieldRef: { resource: name, divisor } },
});
const fileKey = (fields: object): object => ({
  name: 'A',
  valueFrom: { fileKeyRef: { volumeName: 'cache', path: 'a', key: 'B', ...fields } },
});

const environment: readonly Case[] = [
  ...fieldOf(
    pod({
      volumes: [
        { name: 'cache', emptyDir: {} },
        { name: 'host', hostPath: { path: '/a' } },
      ],
    }),
    'spec.containers[0].env',
    {
      takes: [
        [{ name: 'a b' }],
        [{ name: 'A', valueFrom: { fieldRef: { fieldPath: "metadata.labels['a']" } } }],
        ['1', '1k', '1Mi', '0'].map((divisor) => resource('limits.ephemeral-storage', divisor)),
        ['1', '1Gi'].map((divisor) => resource('requests.hugepages-2Mi', divisor)),
        [fileKey({})],
      ],
      refuses: [
        [{ name: 'a=b' }],
        [{ name: 'é' }],
        [{ name: 'A', valueFrom: { fieldRef: { fieldPath: "metadata.name['a']" } } }],
        [{ name: 'A', valueFrom: { fieldRef: { fieldPath: "spec.nodeName['a']" } } }],
        [resource('limits.ephemeral-storage', '2')],
        [resource('requests.ephemeral-storage', '1m')],
        [resource('limits.hugepages-2Mi', '2')],
        [fileKey({ key: 'a=b' })],
        [fileKey({ volumeName: 'host' })],
        [fileKey({ volumeName: 'other' })],
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    pod(),
    'spec.containers[0].envFrom',
    {
      takes: [[{ prefix: 'a b', configMapRef: { name: 'a' } }]],
      refuses: [[{ prefix: 'a=b', configMapRef: { name: 'a' } }], [{ prefix: 'é', configMapRef: { name: 'a' } }]],
    },
    '1.36',
  ),
];

const claims = [
  { name: 'a', resourceClaimName: 'a' },
  { name: 'b', resourceClaimTemplateName: 'b' },
];
const claimed = (...names: object[]): object => ({ name: 'web', image: 'nginx', resources: { claims: names } });

const resourceClaims: readonly Case[] = [
  ...fieldOf(
    pod(),
    'spec.resourceClaims',
    {
      takes: [claims],
      refuses: [
        [claims[0], claims[0]],
        [{ name: 'a', resourceClaimName: 'A' }],
        [{ name: 'a', resourceClaimName: '' }],
        [{ name: 'a', resourceClaimTemplateName: 'A' }],
        [{ name: 'a', resourceClaimName: 'a', resourceClaimTemplateName: 'a' }],
        [{ name: 'a' }],
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    pod({ resourceClaims: claims }),
    'spec.containers[0]',
    {
      takes: [
        claimed({ name: 'a' }, { name: 'b' }),
        claimed({ name: 'a', request: 'x' }, { name: 'a', request: 'y' }, { name: 'b' }),
      ],
      refuses: [
        claimed({ name: 'a' }, { name: 'a' }),
        claimed({ name: 'a' }, { name: 'a', request: 'x' }),
        claimed({ name: 'a', request: 'x' }, { name: 'a', request: 'x' }),
        claimed({ name: 'a', request: 'x' }, { name: 'a' }),
        claimed({ name: 'c' }),
      ],
    },
    '1.36',
  ),
];

const exit = (fields: object): object => ({ action: 'Restart', exitCodes: { operator: 'In', values: [1] }, ...fields });
const stops = (stopSignal: string): object => ({ name: 'web', image: 'nginx', lifecycle: { stopSignal } });
const sleeps = (seconds: number): object => ({
  name: 'web',
  image: 'nginx',
  lifecycle: { preStop: { sleep: { seconds } } },
});

const container: readonly Case[] = [
  ...fieldOf(
    pod(),
    'spec.containers[0]',
    {
      takes: [
        { name: 'web', image: 'nginx', restartPolicy: 'Never', restartPolicyRules: times(20, () => exit({})) },
        {
          name: 'web',
          image: 'nginx',
          restartPolicy: 'Never',
          restartPolicyRules: [exit({ exitCodes: { operator: 'NotIn', values: times(255, (index) => index + 1) } })],
        },
        sleeps(0),
        sleeps(30),
      ],
      refuses: [
        { name: 'web', image: 'nginx', restartPolicy: 'Never', restartPolicyRules: times(21, () => exit({})) },
        {
          name: 'web',
          image: 'nginx',
          restartPolicy: 'Never',
          restartPolicyRules: [exit({ exitCodes: { operator: 'In', values: times(256, (index) => index) } })],
        },
        { name: 'web', image: 'nginx', restartPolicyRules: [exit({})] },
        { name: 'web', image: 'nginx', restartPolicy: 'never' },
        sleeps(-1),
        sleeps(31),
      ],
    },
    '1.36',
  ),
  // Dropped, as its gate is off.
  ...fieldOf(pod(), 'spec.containers[0]', { takes: [stops('SIGTERM'), stops('SIGNAL')] }, '1.36'),
  ...fieldOf(
    pod(),
    'spec.initContainers[0]',
    {
      takes: [
        {
          name: 'init',
          image: 'busybox',
          restartPolicy: 'Always',
          resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }],
        },
        {
          name: 'init',
          image: 'busybox',
          resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }],
        },
      ],
      refuses: [
        {
          name: 'init',
          image: 'busybox',
          resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }],
        },
        {
          name: 'init',
          image: 'busybox',
          restartPolicy: 'Always',
          startupProbe: { exec: { command: ['a'] }, httpGet: { port: 80 } },
        },
      ],
    },
    '1.36',
  ),
];

const windowsOptions = (fields: object): object => ({ windowsOptions: fields });
const longName = 'a'.repeat(105);

const windows: readonly Case[] = [
  ...fieldOf(
    pod({ os: { name: 'windows' } }),
    'spec.securityContext',
    {
      takes: [windowsOptions({ runAsUserName: 'a' })],
      refuses: [
        { appArmorProfile: { type: 'RuntimeDefault' } },
        { seLinuxOptions: {} },
        { fsGroupChangePolicy: 'Always' },
        { runAsGroup: 1 },
        { supplementalGroups: [1] },
        { supplementalGroupsPolicy: 'Merge' },
        { seLinuxChangePolicy: 'Recursive' },
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    pod({ os: { name: 'windows' } }),
    'spec.containers[0].securityContext',
    {
      takes: [windowsOptions({ runAsUserName: 'a' }), { runAsNonRoot: true }],
      refuses: [
        { appArmorProfile: { type: 'RuntimeDefault' } },
        { seLinuxOptions: {} },
        { seccompProfile: { type: 'RuntimeDefault' } },
        { capabilities: {} },
        { readOnlyRootFilesystem: false },
        { privileged: false },
        { allowPrivilegeEscalation: false },
        { procMount: 'Default' },
        { runAsUser: 1 },
        { runAsGroup: 1 },
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    pod({ os: { name: 'windows' } }),
    'spec.hostUsers',
    { takes: [undefined], refuses: [true, false] },
    '1.36',
  ),
  ...fieldOf(
    pod({ os: { name: 'windows' } }),
    'spec.resources',
    { takes: [undefined], refuses: [{ limits: { cpu: 1 } }] },
    '1.36',
  ),
  ...fieldOf(
    pod({ os: { name: 'linux' } }),
    'spec.containers[0].securityContext',
    { takes: [{ privileged: true }], refuses: [windowsOptions({}), windowsOptions({ runAsUserName: 'a' })] },
    '1.36',
  ),
  ...fieldOf(
    pod({ os: { name: 'linux' } }),
    'spec.securityContext',
    { takes: [{ runAsUser: 1 }], refuses: [windowsOptions({}), windowsOptions({ runAsUserName: 'a' })] },
    '1.36',
  ),
  ...fieldOf(
    pod(),
    'spec.securityContext.windowsOptions',
    {
      takes: [
        { gmsaCredentialSpec: a(64 * 1024) },
        ...['a', 'a b', 'DOMAIN\\user', 'a.example.com\\user', 'NT AUTHORITY\\SYSTEM', a(104)].map((runAsUserName) => ({
          runAsUserName,
        })),
        { hostProcess: false },
      ],
      refuses: [
        { gmsaCredentialSpec: '' },
        { gmsaCredentialSpec: a(64 * 1024 + 1) },
        ...['', 'a\u0007', 'a\\b\\c', `${a(256)}\\b`, 'a\\', longName, '. .', '...', 'a/b', 'a:b', 'a\\b*c'].map(
          (runAsUserName) => ({ runAsUserName }),
        ),
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    pod({ securityContext: windowsOptions({ hostProcess: true }), hostNetwork: true }),
    'spec.containers[0].securityContext',
    {
      takes: [undefined, windowsOptions({ hostProcess: true }), windowsOptions({})],
      refuses: [windowsOptions({ hostProcess: false })],
    },
    '1.36',
  ),
];

const appArmor = (value: string): object => ({ 'container.apparmor.security.beta.kubernetes.io/web': value });
const seccomp = (value: string): object => ({ 'seccomp.security.alpha.kubernetes.io/pod': value });
const localhost = { type: 'Localhost', localhostProfile: 'a' };

const profiles: readonly Case[] = [
  ...fieldOf(
    pod(),
    'spec.securityContext.appArmorProfile',
    {
      takes: [
        { type: 'Unconfined' },
        { type: 'RuntimeDefault' },
        localhost,
        { ...localhost, localhostProfile: a(4095) },
      ],
      refuses: [
        {},
        { type: 'Localhost' },
        ...['', ' a', 'a ', ' ', a(4096)].map((localhostProfile) => ({ type: 'Localhost', localhostProfile })),
        { type: 'Unconfined', localhostProfile: 'a' },
        { type: 'RuntimeDefault', localhostProfile: '' },
        { type: 'Other' },
      ],
    },
    '1.36',
  ),
  ...(
    [
      ['Unconfined', 'unconfined', 'runtime/default'],
      ['RuntimeDefault', 'runtime/default', 'unconfined'],
      ['Localhost', 'localhost/a', 'localhost/b'],
      ['Localhost', 'localhost/a', 'unconfined'],
    ] as const
  ).flatMap(([type, same, other]) => {
    const profile = { type, ...(type === 'Localhost' && { localhostProfile: 'a' }) };
    const spec = { containers: containers({ securityContext: { appArmorProfile: profile } }) };
    return fieldOf(
      pod(spec),
      'metadata.annotations',
      {
        takes: [appArmor(same)],
        refuses: [appArmor(other)],
      },
      '1.36',
    );
  }),
  ...(
    [
      ['Unconfined', 'unconfined', 'runtime/default'],
      ['RuntimeDefault', 'runtime/default', 'localhost/a'],
      ['RuntimeDefault', 'docker/default', 'unconfined'],
      ['Localhost', 'localhost/a', 'localhost/b'],
      ['Localhost', 'localhost/a', 'unconfined'],
    ] as const
  ).flatMap(([type, same, other]) => {
    const profile = { type, ...(type === 'Localhost' && { localhostProfile: 'a' }) };
    return fieldOf(
      pod({ securityContext: { seccompProfile: profile } }),
      'metadata.annotations',
      {
        takes: [seccomp(same)],
        refuses: [seccomp(other)],
      },
      '1.36',
    );
  }),
];

const spread = (fields: object): object => ({
  maxSkew: 1,
  topologyKey: 'zone',
  whenUnsatisfiable: 'DoNotSchedule',
  labelSelector: { matchLabels: { app: 'web' } },
  ...fields,
});
const affinity = (fields: object): object => ({
  podAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { topologyKey: 'zone', labelSelector: { matchLabels: { app: 'web' } }, ...fields },
    ],
  },
});

const placement: readonly Case[] = [
  ...fieldOf(
    pod({}, { labels: { app: 'web', a: 'b' } }),
    'spec.topologySpreadConstraints',
    {
      takes: [[spread({ matchLabelKeys: ['a'] })]],
      refuses: [
        [spread({ matchLabelKeys: ['app'] })],
        [spread({ matchLabelKeys: ['a'], labelSelector: undefined })],
        [spread({ matchLabelKeys: ['a b'] })],
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    pod({}, { labels: { app: 'web', a: 'b' } }),
    'spec.affinity',
    {
      takes: [affinity({ matchLabelKeys: ['a'], mismatchLabelKeys: ['b'] })],
      refuses: [
        affinity({ matchLabelKeys: ['a'], mismatchLabelKeys: ['a'] }),
        affinity({ matchLabelKeys: ['app'] }),
        affinity({ matchLabelKeys: ['a'], labelSelector: undefined }),
      ],
    },
    '1.36',
  ),
];

const whole: readonly Case[] = [
  ...fieldOf(
    pod(),
    'spec.ephemeralContainers',
    {
      takes: [undefined, []],
      refuses: [
        [{ name: 'debug', image: 'a', targetContainerName: 'other' }],
        [{ name: 'debug', image: 'a', volumeMounts: [{ name: 'cache', mountPath: '/a', subPath: 'b' }] }],
        [{ name: 'debug', image: 'a', volumeMounts: [{ name: 'cache', mountPath: '/a', subPathExpr: 'b' }] }],
      ],
    },
    '1.36',
  ),
  ...fieldOf(pod({ hostUsers: false }), 'spec.hostPID', { takes: [false], refuses: [true] }, '1.36'),
  ...fieldOf(pod({ hostUsers: false }), 'spec.hostIPC', { takes: [false], refuses: [true] }, '1.36'),
  ...fieldOf(pod({ setHostnameAsFQDN: true }), 'spec.hostnameOverride', { takes: [undefined], refuses: ['a'] }, '1.36'),
  ...fieldOf(pod({ hostNetwork: true }), 'spec.hostnameOverride', { takes: [undefined], refuses: ['a'] }, '1.36'),
  ...fieldOf(pod(), 'spec.hostnameOverride', { takes: ['a', 'a.b', a(64)], refuses: ['', 'A', a(65)] }, '1.36'),
  ...fieldOf(
    pod(),
    'spec.securityContext',
    {
      takes: [{ seLinuxChangePolicy: 'Recursive' }, { supplementalGroupsPolicy: 'Strict' }],
      refuses: [
        { seLinuxChangePolicy: 'MountOption' },
        { seLinuxChangePolicy: 'Other' },
        { seLinuxChangePolicy: '' },
        { supplementalGroupsPolicy: 'Other' },
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    pod({
      containers: containers({ resources: { limits: { 'hugepages-2Mi': '4Mi', memory: '1Gi' } } }),
    }),
    'spec.resources',
    {
      takes: [{ limits: { 'hugepages-2Mi': '4Mi', memory: '1Gi' } }],
      refuses: [{ limits: { 'hugepages-2Mi': '2Mi', memory: '1Gi' } }, { limits: { memory: '1Mi' } }],
    },
    '1.36',
  ),
];

export const podParts: readonly Case[] = [
  ...volumes,
  ...projections,
  ...mounts,
  ...environment,
  ...resourceClaims,
  ...container,
  ...windows,
  ...profiles,
  ...placement,
  ...whole,
];
