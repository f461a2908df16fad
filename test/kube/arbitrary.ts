// Manifests near every limit: valid objects of each kind in which one field or two have been changed, led by the table of types.
import fc from '../property';
import { fieldsOf } from '../../lib/kube/api/fields';
import type { Path } from '../../lib/report/problem';

type Fields = Record<string, unknown>;

/** A choice among `n`, in the order in which a manifest is made. */
type Draw = (n: number) => number;

/** A value set at a path, or taken away where no value is given. */
export type Edit = readonly [path: Path, value?: unknown];

export interface Manifest {
  readonly object: Fields;
  /** The valid object that it was: its kind, and which of those of the kind. */
  readonly base: readonly [kind: string, index: number];
  readonly edits: readonly Edit[];
  /** What has been changed, for people. */
  readonly changes: readonly string[];
}

/** Numbers that a manifest is made from; fast-check makes them smaller when it looks for the simplest failure. */
export const manifests = (changes: 1 | 2): fc.Arbitrary<Manifest> =>
  fc.noBias(fc.array(fc.nat(2 ** 30), { minLength: 60, maxLength: 60, size: 'max' })).map((numbers) => {
    let next = 0;
    const draw: Draw = (n) => (numbers[next++ % numbers.length] as number) % n;
    return build(draw, changes);
  });

function build(draw: Draw, count: number): Manifest {
  const [kind, bases] = Object.entries(BASES)[draw(Object.keys(BASES).length)] as [string, readonly (() => Fields)[]];
  const index = draw(bases.length);
  const object = baseOf([kind, index]);
  const changes: string[] = [];
  const edits: Edit[] = [];
  let near: Path = [];
  for (let i = 0; i < count; i++) {
    const { edit, text } = change(object, near, draw);
    const [path] = edit;
    edits.push(edit);
    apply(object, edit);
    changes.push(`${path.join('.')}: ${text}`);
    // The second change is often close to the first, where fields depend on each other.
    near = draw(2) === 0 ? [] : path.slice(0, -1 - draw(3));
  }
  return { object, base: [kind, index], edits, changes };
}

/** A valid object. */
export const baseOf = ([kind, index]: Manifest['base']): Fields => (BASES[kind] as readonly (() => Fields)[])[index]!();

/** Makes an edit. */
export function apply(object: Fields, [path, ...values]: Edit): void {
  const target = path.slice(0, -1).reduce<unknown>((at, step) => (at as Fields)[step], object) as Fields | unknown[];
  const key = path.at(-1)!;
  if (values.length > 0) {
    Object.defineProperty(target, key, { value: values[0], enumerable: true, configurable: true, writable: true });
  } else if (Array.isArray(target)) target.splice(key as number, 1);
  else delete target[key];
}

const pick = <T>(items: readonly T[], draw: Draw): T => items[draw(items.length)] as T;

/** One of some values, its own copy. */
const pickCopy = <T>(items: readonly T[], draw: Draw): T => structuredClone(pick(items, draw));

/** A list, map or object inside an object, with its type and the path to it. */
interface Place {
  readonly target: Fields | unknown[];
  readonly type: string;
  readonly path: Path;
}

function placesOf(target: Fields | unknown[], type: string, path: Path, out: Place[]): Place[] {
  out.push({ target, type, path });
  for (const [key, inner] of Object.entries(target)) {
    const notation = typeUnder(type, key);
    const step = Array.isArray(target) ? Number(key) : key;
    if (typeof inner === 'object' && inner !== null && notation !== undefined) {
      placesOf(inner as Fields, notation, [...path, step], out);
    }
  }
  return out;
}

/** The fields that a type has in 1.28. */
function fieldsIn(type: string): Readonly<Record<string, string>> {
  const fields = [...(fieldsOf(type) ?? [])];
  return Object.assign(
    Object.create(null),
    Object.fromEntries(fields.map(([key, field]) => [key, field.type])),
  ) as Record<string, string>;
}

function typeUnder(type: string, key: string): string | undefined {
  if (type.endsWith('[]')) return type.slice(0, -2);
  if (type.startsWith('map<')) return type.slice(4, -1);
  return fieldsIn(type)[key];
}

/** A change of one place of the object: to set, replace or remove a field or item anywhere in it. */
function change(object: Fields, near: Path, draw: Draw): { edit: Edit; text: string } {
  const places = placesOf(object, object.kind as string, [], []);
  const around = places.filter(({ path }) => near.every((part, index) => path[index] === part));
  const { target, type, path } = pick(around.length > 0 ? around : places, draw);
  const [key, notation] = step(type, target, path.at(-1), draw);
  const inner = Object.hasOwn(target, key) ? (target as Fields)[key] : undefined;
  const removed = inner !== undefined && draw(6) === 0;
  const field = [...path, key].filter((part) => typeof part === 'string').at(-1) ?? '';
  const value = removed ? undefined : valueOf(notation, String(field), draw, 0);
  const text = JSON.stringify(value) ?? 'removed';
  const edit: Edit = removed ? [[...path, key]] : [[...path, key], structuredClone(value)];
  return { edit, text: text.length > 200 ? `${text.slice(0, 200)}… (${text.length})` : text };
}

/** A key of the target, there or not yet there, and the type of what stands under it. */
function step(type: string, target: Fields | unknown[], field: unknown, draw: Draw): [string | number, string] {
  if (type.endsWith('[]')) {
    const length = (target as unknown[]).length;
    return [draw(length + 1), type.slice(0, -2)];
  }
  if (type.startsWith('map<')) {
    const inner = type.slice(4, -1);
    const there = Object.keys(target);
    return [draw(2) === 0 && there.length > 0 ? pick(there, draw) : pick(keysOf(inner, field, draw), draw), inner];
  }
  const fields = fieldsIn(type);
  const there = Object.keys(target).filter(
    (key) => Object.hasOwn(fields, key) && key !== 'kind' && key !== 'apiVersion',
  );
  const all = Object.keys(fields).filter(
    (key) => key !== 'status' && key !== 'managedFields' && key !== 'kind' && key !== 'apiVersion',
  );
  if (all.length === 0) return ['x', 'string'];
  if (draw(60) === 0) return [pick(['zzz', 'Labels', 'nmae', 'constructor'], draw), 'string'];
  if (draw(200) === 0 && Object.hasOwn(fields, 'status')) return ['status', fields.status!];
  // What is there already most of the time: what is new is often refused for something else.
  const key = there.length > 0 && draw(2) > 0 ? pick(there, draw) : pick(all, draw);
  return [key, fields[key] as string];
}

/** Keys worth trying in a map. */
function keysOf(inner: string, field: unknown, draw: Draw): readonly string[] {
  if (inner === 'quantity') return RESOURCES;
  return field === 'annotations' && draw(2) === 0 ? ANNOTATIONS : KEYS;
}

/** A value of the type, near a limit, or now and then of another type. */
function valueOf(type: string, field: string, draw: Draw, depth: number): unknown {
  if (draw(40) === 0) return pickCopy(WRONG, draw);
  if (type.endsWith('[]')) {
    const count = depth > 3 ? 0 : pick([0, 1, 1, 1, 2, 2, 3], draw);
    return Array.from({ length: count }, () => valueOf(type.slice(0, -2), field, draw, depth + 1));
  }
  if (type.startsWith('map<')) {
    const inner = type.slice(4, -1);
    const count = pick([0, 1, 1, 2], draw);
    const entries = Array.from({ length: count }, () => [
      pick(keysOf(inner, field, draw), draw),
      valueOf(inner, field, draw, depth + 1),
    ]);
    return Object.fromEntries(entries);
  }
  if (fieldsOf(type) !== undefined) return objectOf(type, draw, depth);
  if (Object.hasOwn(WORDS, field) && draw(4) > 0) {
    const word = pick(WORDS[field] as readonly unknown[], draw);
    return typeof word === 'string' && draw(10) === 0 ? word.toLowerCase() : word;
  }
  return pickCopy(VALUES[type] ?? WRONG, draw);
}

function objectOf(type: string, draw: Draw, depth: number): Fields {
  const examples = EXAMPLES[type];
  if (examples !== undefined && draw(3) > 0) return pickCopy(examples, draw);
  const fields = Object.entries(fieldsIn(type));
  const count = depth > 3 ? 0 : Math.min(fields.length, pick([0, 1, 1, 2, 3], draw));
  const out: Fields = {};
  for (let i = 0; i < count; i++) {
    const [key, inner] = pick(fields, draw);
    out[key] = valueOf(inner, key, draw, depth + 1);
  }
  return out;
}

const a = (length: number): string => 'a'.repeat(length);

const WRONG: readonly unknown[] = [null, 'x', 5, true, [], {}, [null], 1.5, '5', 'true'];

const ANNOTATIONS = [
  'controller.kubernetes.io/pod-deletion-cost',
  'container.apparmor.security.beta.kubernetes.io/web',
  'container.apparmor.security.beta.kubernetes.io/x',
  'seccomp.security.alpha.kubernetes.io/pod',
  'container.seccomp.security.alpha.kubernetes.io/web',
  'scheduler.alpha.kubernetes.io/tolerations',
  'kubernetes.io/config.mirror',
  'kubernetes.io/ingress.class',
  'service.beta.kubernetes.io/load-balancer-source-ranges',
  'kubernetes.io/service-account.name',
  'Example.com/A',
];

const KEYS = [
  'a',
  'app',
  'web',
  'b',
  'A',
  'a.b/c',
  'A.b/c',
  'a b',
  '',
  '-a',
  'a/b/c',
  '__proto__',
  '.env',
  '..a',
  a(63),
  a(64),
  a(253),
  a(254),
  'job-name',
  'é',
  'tls.crt',
  'username',
  'controller-uid',
  'kubernetes.io/ingress.class',
];

const RESOURCES = [
  'cpu',
  'memory',
  'ephemeral-storage',
  'storage',
  'pods',
  'gpu',
  'hugepages-2Mi',
  'hugepages-',
  'hugepages-1Gi',
  'nvidia.com/gpu',
  'a.com/b',
  'requests.a.com/b',
  'x.kubernetes.io/y',
  'kubernetes.io/foo',
  'a b',
  `${a(244)}/b`,
  `${a(245)}/b`,
  '',
];

const STRINGS: readonly string[] = [
  '',
  'a',
  'web',
  'init',
  'cache',
  'A',
  'a-b',
  '-a',
  'a-',
  'a.b',
  'a..b',
  'a_b',
  'a b',
  ' a',
  'a\n',
  'é',
  '1',
  '1a',
  '80',
  'a1',
  'a--b',
  '.',
  '..',
  '..a',
  '../a',
  'a/..',
  'a/../b',
  '/a',
  '/',
  'a/b',
  'a.b/c',
  'A.b/c',
  'a/b/c',
  '*',
  '*.a.b',
  'a.*',
  '1.2.3.4',
  '1.2.3',
  '::1',
  '010.1.1.1',
  a(15),
  a(16),
  a(52),
  a(53),
  a(63),
  a(64),
  a(253),
  a(254),
  'true',
  '1Gi',
  '100%',
  '$(X)',
  'limits.cpu',
  '__proto__',
];

const INTEGERS: readonly unknown[] = [
  -1,
  0,
  1,
  2,
  3,
  20,
  63,
  80,
  100,
  101,
  255,
  256,
  420,
  511,
  512,
  599,
  600,
  601,
  644,
  3600,
  10250,
  29999,
  30000,
  32767,
  32768,
  65535,
  65536,
  86400,
  86401,
  100000,
  100001,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 32,
  2 ** 32 + 1,
  2 ** 53,
  2 ** 63,
  1.5,
  '1',
];

/** Values of each simple type on both sides of its limits. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  string: STRINGS,
  bool: [true, false, true, false, 'true', 1],
  int32: INTEGERS,
  int64: INTEGERS,
  intOrString: [
    ...INTEGERS,
    'http',
    'web',
    '80',
    'a--b',
    '25%',
    '100%',
    '101%',
    '0%',
    '1',
    '12.5%',
    '%',
    '',
    a(15),
    a(16),
  ],
  quantity: [
    '0',
    '1',
    '2',
    '0.5',
    '1m',
    '100m',
    '0.0001',
    '-1',
    '-0',
    '1Gi',
    '1G',
    '2Mi',
    '3Mi',
    '4Mi',
    '1k',
    '1e3',
    '1K',
    '1KB',
    '',
    ' 1 ',
    '1 Gi',
    '.5',
    '5.',
    'm',
    '1Ei',
    '100Ei',
    '9223372036854775808',
    1,
    0,
    0.5,
    -1,
    1e22,
    true,
    '1.0001',
    '1001m',
  ],
  time: ['2024-01-01T00:00:00Z', '2024-02-30T00:00:00Z', 'yesterday', '', '2024-01-01T00:00:00.5+01:00', '2024-01-01'],
  bytes: ['', 'YQ==', 'YQ=', 'YQ', 'Y Q==', 'YQ==\n', 'YR==', '-_8=', 'YWJj', 'é', 'e30=', 'W10='],
  any: [{}, { 'f:a': {} }, [], 'x', 5, null],
};

/** What is worth trying in certain fields, by their name. */
const WORDS: Readonly<Record<string, readonly unknown[]>> = {
  'controller.kubernetes.io/pod-deletion-cost': [
    '0',
    '-0',
    '-05',
    '+5',
    '05',
    '',
    '2147483647',
    '2147483648',
    '-2147483648',
    '1.0',
    '9'.repeat(10),
  ],
  'container.apparmor.security.beta.kubernetes.io/web': [
    'runtime/default',
    'unconfined',
    'localhost/a',
    'localhost/',
    '',
    'other',
  ],
  'seccomp.security.alpha.kubernetes.io/pod': [
    'runtime/default',
    'docker/default',
    'unconfined',
    'localhost/a',
    'localhost//a',
    'localhost/..',
    '',
    'x',
  ],
  'container.seccomp.security.alpha.kubernetes.io/web': [
    'runtime/default',
    'docker/default',
    'unconfined',
    'localhost/a',
    'x',
  ],
  'scheduler.alpha.kubernetes.io/tolerations': [
    '',
    '[]',
    '[{}]',
    '[{"key":"a"}]',
    '[{"Key":"a"}]',
    '{',
    'null',
    '{}',
    '[{"operator":"Exists","tolerationSeconds":5}]',
    '[{"key":5}]',
    '[{"x":1,"key":"a"}]',
    '[null]',
  ],
  'kubernetes.io/ingress.class': ['nginx', 'b', ''],
  'service.beta.kubernetes.io/load-balancer-source-ranges': ['10.0.0.0/8', '10.0.0.0/8, 1.2.3.4/32', 'x', '', ' '],
  'kubernetes.io/service-account.name': ['', 'a'],
  imagePullPolicy: ['Always', 'IfNotPresent', 'Never', '', 'Sometimes'],
  terminationMessagePolicy: ['File', 'FallbackToLogsOnError', ''],
  protocol: ['TCP', 'UDP', 'SCTP', '', 'HTTP'],
  appProtocol: ['http', 'kubernetes.io/h2c', 'a b', ''],
  scheme: ['HTTP', 'HTTPS', '', 'FTP'],
  restartPolicy: ['Always', 'OnFailure', 'Never', '', 'Sometimes'],
  dnsPolicy: ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None', ''],
  operator: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt', 'Equal', ''],
  effect: ['NoSchedule', 'PreferNoSchedule', 'NoExecute', '', 'Never'],
  whenUnsatisfiable: ['DoNotSchedule', 'ScheduleAnyway', ''],
  nodeAffinityPolicy: ['Honor', 'Ignore', ''],
  nodeTaintsPolicy: ['Honor', 'Ignore', ''],
  preemptionPolicy: ['Never', 'PreemptLowerPriority', ''],
  fsGroupChangePolicy: ['Always', 'OnRootMismatch', ''],
  mountPropagation: ['None', 'HostToContainer', 'Bidirectional', ''],
  topologyKey: ['zone', 'kubernetes.io/hostname', '', 'a b', 'a/b/c'],
  fieldPath: [
    'metadata.name',
    'metadata.labels',
    "metadata.labels['a']",
    "metadata.annotations['A/B']",
    "metadata.labels['']",
    'spec.nodeName',
    'spec.host',
    'status.hostIPs',
    'status.podIP',
    'spec.restartPolicy',
    "spec['a']",
    '',
  ],
  resource: [
    'limits.cpu',
    'limits.memory',
    'requests.cpu',
    'requests.ephemeral-storage',
    'limits.hugepages-2Mi',
    'limits.pods',
    'cpu',
    '',
  ],
  divisor: ['1', '1m', '0', '1k', '1Ki', '1Mi', '1024Ki', '1000m', '1e3', '2', 1, ''],
  containerName: ['web', 'init', 'other', ''],
  apiVersion: ['v1', 'v2', ''],
  serviceAccountName: ['builder', 'Builder', '', 'a.b'],
  priorityClassName: ['high', 'High', ''],
  runtimeClassName: ['gvisor', '', 'Gvisor'],
  nodeName: ['node', 'a.b', '', 'Node'],
  medium: ['', 'Memory', 'HugePages', 'Disk'],
  mountPath: ['/a', '/cache', '/init', '', 'a/b', '/a:b', '/a/../b'],
  subPath: ['a', '/a', '../a', '..a', ''],
  subPathExpr: ['$(A)', '/a', '../a', ''],
  name: ['web', 'init', 'cache', 'data', 'http', 'a', 'A', '', '1a', 'a.b', a(63), a(64), 'cpu', 'API_KEY'],
  key: ['a', 'zone', 'a.b/c', 'metadata.name', '', 'a b', '..a', '.env'],
  path: ['/', '/a', 'a', 'a/b', '', '..a', '/a//b', '/a/..', '/a/./b', '/a%2Fb', '/a/../b', 'b'],
  host: ['a.example.com', '*.example.com', '1.2.3.4', 'A.com', 'localhost', 'a.com:80', '*', 'a_b', 'a.', ''],
  pathType: ['Exact', 'Prefix', 'ImplementationSpecific', '', 'Regex'],
  schedule: [
    '0 3 * * *',
    '@daily',
    '@every 1h30m',
    '0 0 * * 7',
    '* * * * * *',
    '',
    '*/5 * * * mon-fri',
    'TZ=UTC 0 0 * * *',
    'CRON_TZ=Europe/Paris 0 0 * * *',
    'TZ=Mars/X 0 0 * * *',
    '@reboot',
    '1,,2 * * * *',
    '5-1 * * * *',
    '60 * * * *',
    '* * * * SUN',
    '0 0 L * *',
    '@every 1d',
  ],
  timeZone: ['Europe/Paris', 'europe/paris', 'UTC', 'utc', 'Local', '', 'EST', 'PST', 'Etc/GMT+5', 'UTC+1'],
  concurrencyPolicy: ['Allow', 'Forbid', 'Replace', '', 'Never'],
  completionMode: ['NonIndexed', 'Indexed', ''],
  action: ['Ignore', 'Count', 'FailJob', 'FailIndex', 'Fail', ''],
  status: ['True', 'False', 'Unknown', 'true', ''],
  type: [
    'RollingUpdate',
    'Recreate',
    'ClusterIP',
    'NodePort',
    'LoadBalancer',
    'ExternalName',
    'Opaque',
    'kubernetes.io/tls',
    'kubernetes.io/basic-auth',
    'kubernetes.io/ssh-auth',
    'kubernetes.io/dockerconfigjson',
    'kubernetes.io/dockercfg',
    'kubernetes.io/service-account-token',
    'RuntimeDefault',
    'Localhost',
    'Unconfined',
    'Directory',
    'DirectoryOrCreate',
    'Socket',
    '',
  ],
  localhostProfile: ['profiles/a', '/a', '../a', ''],
  procMount: ['Default', 'Unmasked', '', 'x'],
  clusterIP: ['None', '', '10.96.0.77', '1.2.3', 'none'],
  clusterIPs: ['None', '', '10.96.0.77', '::1'],
  ipFamilies: ['IPv4', 'IPv6', 'ipv4'],
  ipFamilyPolicy: ['SingleStack', 'PreferDualStack', 'RequireDualStack', ''],
  externalIPs: ['1.2.3.4', '127.0.0.1', '0.0.0.0', '169.254.1.1', '224.0.0.1', 'a', '::1'],
  externalName: ['a.example.com', 'a.example.com.', '1.2.3.4', 'A.com', ''],
  externalTrafficPolicy: ['Cluster', 'Local', '', 'local'],
  internalTrafficPolicy: ['Cluster', 'Local', ''],
  loadBalancerIP: ['1.2.3.4', 'x', ''],
  loadBalancerSourceRanges: ['10.0.0.0/8', '10.0.0.1', 'x', ' 10.0.0.0/8 '],
  loadBalancerClass: ['a.b/c', 'a b', '', 'x'],
  sessionAffinity: ['None', 'ClientIP', '', 'clientip'],
  ingressClassName: ['nginx', '', 'Nginx'],
  secretName: ['tls', 'Bad_Name', '', 'a.b'],
  finalizers: ['kubernetes', 'orphan', 'foregroundDeletion', 'a.b/c', 'foo', ''],
  namespace: ['default', 'a.b', 'A', '', a(63), a(64)],
  generateName: ['web-', 'Web-', ''],
  resourceVersion: ['', '1'],
  whenDeleted: ['Retain'],
  volumeMode: ['Filesystem', 'Block', ''],
  accessModes: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod', 'x'],
  kind: ['Shared', 'Dedicated', 'Managed', 'PersistentVolumeClaim', 'VolumeSnapshot', ''],
  cachingMode: ['None', 'ReadOnly', 'ReadWrite', ''],
  iqn: ['iqn.2001-04.com.example:storage', 'eui.0123456789abcdef', 'iqn.x', 'naa.1', ''],
  registry: ['a:1', 'a', 'a:1,b:2', 'a:1,', '[::1]:1', '::1:1', ''],
  runAsUserName: ['ContainerUser', 'a\\b', 'a\\b\\c', 'a/b', '', '. '],
  ip: ['1.2.3.4', '::1', 'a', ''],
  hostIP: ['1.2.3.4', 'nonsense', ''],
  nameservers: ['1.1.1.1', 'a', '::1'],
  searches: ['a.b', 'a.b.', 'A', '.', ''],
  value: ['', 'x', 'a b', a(63), a(64)],
  data: ['', 'YQ==', 'x', 'e30='],
  stringData: ['', 'x', '{}', '[]', '{"auths":{}}'],
};

const probe = (): Fields => ({
  httpGet: { path: '/', port: 'http', httpHeaders: [{ name: 'X-A', value: 'b' }] },
  periodSeconds: 5,
});

/** Valid objects of some types, for lists and fields that are new to the object. */
const EXAMPLES: Readonly<Record<string, readonly Fields[]>> = {
  Container: [
    { name: 'side', image: 'b', ports: [{ containerPort: 90, hostPort: 90 }] },
    { name: 'other', image: 'b', volumeMounts: [{ name: 'cache', mountPath: '/a' }] },
  ],
  ContainerPort: [
    { containerPort: 81 },
    { containerPort: 80, name: 'http' },
    { containerPort: 53, protocol: 'UDP', hostPort: 8080 },
  ],
  EnvVar: [
    { name: 'X', value: 'y' },
    { name: 'X', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'A', value: '' },
  ],
  EnvVarSource: [
    { configMapKeyRef: { name: 'a', key: 'b' } },
    { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } },
    { secretKeyRef: { name: 'a', key: 'b' } },
  ],
  EnvFromSource: [{ secretRef: { name: 'a' }, prefix: 'A_' }, { configMapRef: { name: 'a-' } }],
  Probe: [
    probe(),
    { exec: { command: ['a'] } },
    { tcpSocket: { port: 80 } },
    { grpc: { port: 80 }, successThreshold: 1 },
  ],
  Lifecycle: [{ preStop: { exec: { command: ['a'] } } }, {}],
  LifecycleHandler: [{ exec: { command: ['a'] } }, { tcpSocket: { port: 80 } }, {}],
  VolumeMount: [
    { name: 'cache', mountPath: '/x' },
    { name: 'data', mountPath: '/cache' },
  ],
  VolumeDevice: [
    { name: 'claim', devicePath: '/dev/a' },
    { name: 'cache', devicePath: '/dev/b' },
  ],
  Volume: [
    { name: 'v', configMap: { name: 'a', items: [{ key: 'a', path: 'b', mode: 420 }] } },
    { name: 'v', secret: { secretName: 'a', defaultMode: 256 } },
    { name: 'v', persistentVolumeClaim: { claimName: 'a' } },
    { name: 'v', hostPath: { path: '/a', type: 'Directory' } },
    { name: 'v', nfs: { server: 'a', path: '/b' } },
    { name: 'cache', emptyDir: { sizeLimit: '1Gi' } },
    { name: 'v', csi: { driver: 'a.b' } },
    { name: 'v', iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:storage', lun: 0 } },
    { name: 'v', azureDisk: { diskName: 'a', diskURI: 'https://a' } },
    { name: 'v', fc: { targetWWNs: ['a'], lun: 1 } },
    { name: 'v', rbd: { monitors: ['a'], image: 'b' } },
    { name: 'v', flexVolume: { driver: 'a', options: { 'a.b/c': 'd' } } },
    { name: 'v', quobyte: { registry: 'a:1', volume: 'v' } },
    { name: 'v', storageos: { volumeName: 'a' } },
    { name: 'v', gcePersistentDisk: { pdName: 'a' } },
    { name: 'v', scaleIO: { gateway: 'a', system: 'b', secretRef: { name: 'c' }, volumeName: 'd' } },
    { name: 'v', cephfs: { monitors: ['a'] } },
    { name: 'v', gitRepo: { repository: 'a', directory: 'b' } },
  ],
  VolumeProjection: [
    { secret: { name: 'a', items: [{ key: 'a', path: 'x' }] } },
    { serviceAccountToken: { path: 'token' } },
    { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
  ],
  Toleration: [
    { operator: 'Exists' },
    { key: 'a', value: 'b', effect: 'NoSchedule' },
    { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 },
  ],
  TopologySpreadConstraint: [
    {
      maxSkew: 1,
      topologyKey: 'zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { app: 'web' } },
    },
  ],
  NodeSelectorRequirement: [
    { key: 'a', operator: 'In', values: ['b'] },
    { key: 'a', operator: 'Exists' },
  ],
  NodeSelectorTerm: [
    { matchExpressions: [{ key: 'a', operator: 'Exists' }] },
    {},
    { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] },
  ],
  PodAffinityTerm: [{ topologyKey: 'zone', labelSelector: { matchLabels: { a: 'b' } } }],
  LabelSelector: [{ matchLabels: { app: 'web' } }, { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, {}],
  LabelSelectorRequirement: [
    { key: 'app', operator: 'In', values: ['web'] },
    { key: 'a', operator: 'DoesNotExist' },
    { key: 'a', operator: 'Exists' },
  ],
  HostAlias: [{ ip: '1.2.3.4', hostnames: ['a.b'] }],
  PodDNSConfig: [{ nameservers: ['1.1.1.1'], searches: ['a.b'], options: [{ name: 'ndots', value: '2' }] }],
  SeccompProfile: [{ type: 'RuntimeDefault' }, { type: 'Localhost', localhostProfile: 'a' }],
  SecurityContext: [
    { privileged: true },
    { allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } },
    { windowsOptions: { hostProcess: true } },
  ],
  PodOS: [{ name: 'linux' }, { name: 'windows' }],
  PodFailurePolicy: [{ rules: [{ action: 'Count', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }] }],
  PodFailurePolicyRule: [
    { action: 'FailJob', onExitCodes: { containerName: 'web', operator: 'In', values: [1, 2] } },
    { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
  ],
  PodFailurePolicyOnExitCodesRequirement: [
    { operator: 'NotIn', values: [0] },
    { operator: 'In', values: [2, 1] },
  ],
  ServicePort: [
    { port: 81, name: 'b' },
    { port: 80, protocol: 'UDP', name: 'c' },
    { port: 443, targetPort: 'https', nodePort: 30001, name: 'd' },
  ],
  IngressRule: [
    { host: 'b.example.com' },
    {
      http: { paths: [{ pathType: 'Prefix', path: '/', backend: { service: { name: 'a', port: { name: 'http' } } } }] },
    },
  ],
  HTTPIngressPath: [{ path: '/x', pathType: 'Exact', backend: { service: { name: 'a', port: { number: 1 } } } }],
  IngressBackend: [
    { service: { name: 'a', port: { number: 80 } } },
    { resource: { apiGroup: 'a.b', kind: 'Bucket', name: 'x' } },
  ],
  IngressTLS: [{ hosts: ['a.example.com'], secretName: 'tls' }, {}],
  OwnerReference: [
    { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b' },
    { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'a', uid: 'b', controller: true },
  ],
  PersistentVolumeClaimTemplate: [
    { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
  ],
  RollingUpdateDeployment: [
    { maxSurge: 1, maxUnavailable: 0 },
    { maxSurge: '0%', maxUnavailable: '25%' },
  ],
  DeploymentStrategy: [
    { type: 'Recreate' },
    { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
  ],
  ResourceRequirements: [
    { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m' } },
    { limits: { 'nvidia.com/gpu': 1, 'hugepages-2Mi': '4Mi', cpu: 1 }, requests: { 'hugepages-2Mi': '4Mi' } },
  ],
};

const podSpec = (restartPolicy?: string): Fields => ({
  ...(restartPolicy === undefined ? {} : { restartPolicy }),
  containers: [
    {
      name: 'web',
      image: 'nginx:1',
      command: ['a'],
      args: ['b', 'c'],
      env: [
        { name: 'A', value: 'b' },
        { name: 'B', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } },
        { name: 'C', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        { name: 'D', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
      ],
      envFrom: [{ configMapRef: { name: 'a' } }],
      ports: [
        { containerPort: 80, name: 'http' },
        { containerPort: 81, hostPort: 81, hostIP: '1.2.3.4' },
      ],
      resources: {
        limits: { cpu: '1', memory: '1Gi', 'a.com/b': 2 },
        requests: { cpu: '500m', memory: '1G', 'a.com/b': '2' },
      },
      livenessProbe: probe(),
      readinessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 },
      startupProbe: { grpc: { port: 80 }, failureThreshold: 30 },
      lifecycle: { preStop: { exec: { command: ['sleep', '5'] } }, postStart: { httpGet: { port: 80 } } },
      volumeMounts: [
        { name: 'cache', mountPath: '/cache' },
        { name: 'data', mountPath: '/data', subPath: 'a', readOnly: true },
      ],
      volumeDevices: [{ name: 'block', devicePath: '/dev/x' }],
      securityContext: {
        runAsUser: 1000,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        seccompProfile: { type: 'RuntimeDefault' },
      },
      imagePullPolicy: 'Always',
      terminationMessagePolicy: 'File',
    },
  ],
  initContainers: [
    {
      name: 'init',
      image: 'busybox',
      env: [{ name: 'A', value: 'b' }],
      volumeMounts: [{ name: 'cache', mountPath: '/init' }],
    },
  ],
  volumes: [
    { name: 'cache', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
    { name: 'data', configMap: { name: 'a', defaultMode: 420, items: [{ key: 'a', path: 'b' }] } },
    { name: 'claim', persistentVolumeClaim: { claimName: 'a' } },
    {
      name: 'block',
      ephemeral: {
        volumeClaimTemplate: {
          metadata: { labels: { a: 'b' } },
          spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Block', resources: { requests: { storage: '1Gi' } } },
        },
      },
    },
    {
      name: 'all',
      projected: {
        sources: [
          { secret: { name: 'a', items: [{ key: 'a', path: 'a' }] } },
          { configMap: { name: 'a', items: [{ key: 'a', path: 'b' }] } },
          {
            downwardAPI: {
              items: [
                { path: 'c', fieldRef: { fieldPath: 'metadata.labels' } },
                { path: 'd', resourceFieldRef: { containerName: 'web', resource: 'limits.cpu' } },
              ],
            },
          },
          { serviceAccountToken: { path: 'token', expirationSeconds: 600, audience: 'a' } },
        ],
      },
    },
  ],
  nodeSelector: { a: 'b' },
  tolerations: [{ key: 'a', operator: 'Equal', value: 'b', effect: 'NoSchedule' }],
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }],
      },
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 1, preference: { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] } },
      ],
    },
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'zone', labelSelector: { matchLabels: { a: 'b' } }, namespaces: ['a'] },
      ],
    },
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 100, podAffinityTerm: { topologyKey: 'zone', namespaceSelector: {} } },
      ],
    },
  },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'zone',
      whenUnsatisfiable: 'DoNotSchedule',
      minDomains: 2,
      matchLabelKeys: ['b'],
      labelSelector: { matchLabels: { app: 'web' } },
    },
  ],
  securityContext: {
    runAsNonRoot: true,
    fsGroup: 1000,
    supplementalGroups: [1, 2],
    sysctls: [{ name: 'net.core.somaxconn', value: '1' }],
    fsGroupChangePolicy: 'OnRootMismatch',
  },
  serviceAccountName: 'builder',
  hostAliases: [{ ip: '1.2.3.4', hostnames: ['a.b'] }],
  dnsConfig: { nameservers: ['1.1.1.1'], searches: ['a.b'], options: [{ name: 'ndots' }] },
  imagePullSecrets: [{ name: 'a' }],
  terminationGracePeriodSeconds: 5,
  readinessGates: [{ conditionType: 'a.b/c' }],
  schedulingGates: [{ name: 'a.b/c' }],
});

const template = (restartPolicy?: string): Fields => ({
  metadata: { labels: { app: 'web', tier: 'x' }, annotations: { 'Example.com/A': 'b' } },
  spec: podSpec(restartPolicy),
});

const small = (restartPolicy?: string): Fields => ({
  metadata: { labels: { app: 'web' } },
  spec: { ...(restartPolicy === undefined ? {} : { restartPolicy }), containers: [{ name: 'web', image: 'a' }] },
});

const job = (name: string, spec: Fields): Fields => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name }, spec });
const deployment = (spec: Fields): Fields => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'web',
    namespace: 'default',
    labels: { app: 'web' },
    annotations: { 'a.b/c': 'd' },
    finalizers: ['a.b/c'],
  },
  spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
});
const cronJob = (spec: Fields, jobSpec: Fields): Fields => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'web' },
  spec: { schedule: '0 3 * * *', ...spec, jobTemplate: { spec: jobSpec } },
});
const service = (spec: Fields, metadata: Fields = {}): Fields => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', ...metadata },
  spec,
});
const secret = (fields: Fields, metadata: Fields = {}): Fields => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'web', ...metadata },
  ...fields,
});
const ingress = (spec: Fields): Fields => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web', annotations: { 'a/b': 'c' } },
  spec,
});

const backend = { service: { name: 'web', port: { number: 80 } } };
const failurePolicy = {
  rules: [
    { action: 'FailJob', onExitCodes: { containerName: 'web', operator: 'In', values: [1, 2] } },
    { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
  ],
};

/** Valid objects of each kind. */
const BASES: Readonly<Record<string, readonly (() => Fields)[]>> = {
  Deployment: [
    () =>
      deployment({
        replicas: 2,
        minReadySeconds: 5,
        progressDeadlineSeconds: 60,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
        template: template(),
      }),
    () => deployment({ strategy: { type: 'Recreate' }, template: small() }),
    () =>
      deployment({
        selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] },
        template: small(),
      }),
  ],
  Job: [
    () =>
      job('web', {
        parallelism: 2,
        completions: 3,
        completionMode: 'Indexed',
        backoffLimit: 1,
        activeDeadlineSeconds: 60,
        ttlSecondsAfterFinished: 5,
        podFailurePolicy: structuredClone(failurePolicy),
        template: template('Never'),
      }),
    () => job('web', { template: small('OnFailure') }),
    () => job('web', { manualSelector: true, selector: { matchLabels: { app: 'web' } }, template: small('Never') }),
    () => job(a(60), { completions: 11, completionMode: 'Indexed', parallelism: 1, template: small('Never') }),
  ],
  CronJob: [
    () =>
      cronJob(
        {
          timeZone: 'Europe/Paris',
          concurrencyPolicy: 'Forbid',
          startingDeadlineSeconds: 5,
          successfulJobsHistoryLimit: 1,
          failedJobsHistoryLimit: 1,
          suspend: false,
        },
        { backoffLimit: 1, template: template('Never') },
      ),
    () =>
      cronJob(
        {},
        {
          completionMode: 'Indexed',
          completions: 2,
          podFailurePolicy: structuredClone(failurePolicy),
          template: small('Never'),
        },
      ),
  ],
  Service: [
    () =>
      service({
        selector: { app: 'web' },
        ports: [
          { port: 80, name: 'a', targetPort: 'http', protocol: 'TCP' },
          { port: 443, name: 'b', targetPort: 8443, appProtocol: 'https' },
        ],
        sessionAffinity: 'ClientIP',
        sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } },
      }),
    () =>
      service({
        type: 'NodePort',
        selector: { app: 'web' },
        ports: [{ port: 80, nodePort: 30080 }],
        externalTrafficPolicy: 'Local',
      }),
    () =>
      service({
        type: 'LoadBalancer',
        selector: { app: 'web' },
        ports: [
          { port: 80, nodePort: 30080, name: 'a' },
          { port: 80, protocol: 'UDP', nodePort: 30081, name: 'b' },
        ],
        loadBalancerSourceRanges: ['10.0.0.0/8'],
        loadBalancerClass: 'a.b/c',
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 30090,
      }),
    () => service({ type: 'ExternalName', externalName: 'a.example.com' }),
    () => service({ clusterIP: 'None', selector: { app: 'web' } }),
    () => service({ ports: [{ port: 80 }] }),
  ],
  Secret: [
    () => secret({ data: { a: 'YQ==', b: '' }, stringData: { c: 'd' }, immutable: true }),
    () => secret({ type: 'kubernetes.io/tls', data: { 'tls.crt': '', 'tls.key': '' } }),
    () => secret({ type: 'kubernetes.io/basic-auth', stringData: { username: 'a' } }),
    () => secret({ type: 'kubernetes.io/ssh-auth', stringData: { 'ssh-privatekey': 'a' } }),
    () => secret({ type: 'kubernetes.io/dockerconfigjson', stringData: { '.dockerconfigjson': '{}' } }),
    () =>
      secret(
        { type: 'kubernetes.io/service-account-token' },
        { annotations: { 'kubernetes.io/service-account.name': 'a' } },
      ),
  ],
  ConfigMap: [
    () => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'web', labels: { a: 'b' } },
      data: { a: 'b' },
      binaryData: { c: 'YQ==' },
      immutable: false,
    }),
  ],
  Ingress: [
    () =>
      ingress({
        ingressClassName: 'nginx',
        defaultBackend: structuredClone(backend),
        rules: [
          {
            host: 'a.example.com',
            http: {
              paths: [
                { path: '/', pathType: 'Prefix', backend: structuredClone(backend) },
                {
                  path: '/x',
                  pathType: 'Exact',
                  backend: { resource: { apiGroup: 'a.b', kind: 'Bucket', name: 'x' } },
                },
              ],
            },
          },
        ],
        tls: [{ hosts: ['a.example.com'], secretName: 'tls' }],
      }),
    () =>
      ingress({
        rules: [
          {
            host: '*.example.com',
            http: {
              paths: [
                { pathType: 'ImplementationSpecific', backend: { service: { name: 'web', port: { name: 'http' } } } },
              ],
            },
          },
        ],
      }),
  ],
};

/** The valid objects themselves. */
export const validObjects = (): Fields[] => Object.values(BASES).flatMap((makers) => makers.map((make) => make()));
