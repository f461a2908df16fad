// Workloads of every kind for fast-check: each field of the model's tables, with values that are mostly right and sometimes not.
import fc from '../property';

const optional = { requiredKeys: [] as never[] };
/** Right nearly always, as a workload has hundreds of values. */
const mostly = <T>(right: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 150, arbitrary: right }, { weight: 1, arbitrary: odd });

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
const oddName = mostly(name, fc.string({ maxLength: 70 }));
const count = mostly(fc.integer({ min: 1, max: 100 }), fc.constantFrom(0, -1, 1.5, 2 ** 31));
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('', 'yes', '0o7', '1e3', '~', '$(A)', '\u2028', 'é'),
);
const labels = fc.dictionary(oddName, fc.oneof(name, fc.constantFrom('', '1.0', 'a_b')), { maxKeys: 3 });
const annotations = fc.dictionary(oddName, text, { maxKeys: 3 });
const port = mostly(fc.integer({ min: 1, max: 65535 }), fc.constantFrom(0, 65536));
const key = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,5}$/);
const path = fc.stringMatching(/^(\/[a-z0-9][a-z0-9._-]{0,6}){1,3}$/);

const headers = fc.dictionary(mostly(fc.constantFrom('X-A', 'Accept'), fc.constant('a b')), text, { maxKeys: 2 });
const host = fc.constantFrom('localhost', '127.0.0.1', '0.0.0.0', '[::1]', 'db.example.com', '10.0.0.1', '[fe80::1]');
const handler = fc.oneof(
  fc.record({ command: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record(
    {
      url: fc.tuple(fc.constantFrom('http', 'https'), host, port, path).map(([s, h, p, q]) => `${s}://${h}:${p}${q}`),
      headers,
    },
    { requiredKeys: ['url'] },
  ),
  fc.record({ path, port: fc.oneof(port, name), headers }, { requiredKeys: ['path', 'port'] }),
  fc.record({ url: fc.tuple(host, port).map(([h, p]) => `tcp://${h}:${p}`) }),
);
const probeHandler = fc.oneof(
  handler,
  fc.record({ url: fc.tuple(port, fc.constantFrom('', '/', '/a.B')).map(([p, s]) => `grpc://localhost:${p}${s}`) }),
);
const probe = fc.record(
  {
    probeHandler,
    initialDelaySeconds: count,
    periodSeconds: count,
    timeoutSeconds: count,
    successThreshold: fc.constant(1),
    failureThreshold: count,
  },
  { requiredKeys: ['probeHandler'] },
);
const graceful = fc
  .tuple(probe, fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }))
  .map(([each, seconds]) => (seconds === undefined ? each : { ...each, terminationGracePeriod: seconds }));
const lifecycle = fc.oneof(
  fc.record({ preStop: handler }),
  fc.record({ postStart: handler }),
  fc.record({ postStart: handler, preStop: handler }),
);

const env = fc.dictionary(
  mostly(key, fc.string({ maxLength: 5 })),
  fc.oneof(
    text,
    fc.constantFrom('secret://own/a', 'secret://other/key', '${configmap://app/k}', 'fieldref://metadata.name'),
    fc.constantFrom('fieldref://spec.nodeName', 'resource://limits.cpu?divisor=1m', 'resource://requests.memory'),
    fc.record({ value: text }),
    fc.record({ valueFrom: fc.record({ secretKeyRef: fc.record({ name, key: name, optional: fc.boolean() }) }) }),
  ),
  { maxKeys: 4 },
);
const envFrom = fc.array(
  fc.oneof(
    name.map((each) => `secret://${each}`),
    fc.record({ from: name.map((each) => `configmap://${each}`), prefix: key }),
  ),
  { maxLength: 2 },
);
const whole = fc.constantFrom('1', '2', '5');
const quantity = mostly(
  fc.constantFrom('1', '2', '250m', '0.5', '1Gi', '512Mi', '1e3', '1-2', '250m-1', '1Gi-2Gi', '64Mi-64Mi'),
  fc.constantFrom('2-1', '', '1GB'),
);
const resources = fc.oneof(
  fc.dictionary(fc.constantFrom('cpu', 'memory', 'ephemeral-storage'), quantity, { maxKeys: 3 }),
  fc.record({ 'example.com/thing': mostly(whole, quantity), cpu: quantity }),
  fc.record(
    {
      requests: fc.record({ cpu: fc.constant('1') }),
      limits: fc.record({ cpu: mostly(fc.constantFrom('1', '2'), fc.constant('500m')) }),
    },
    optional,
  ),
);
const file = fc.oneof(
  fc.record(
    {
      content: text,
      mode: mostly(
        fc.constantFrom<string | number>('0644', '0400', '511', '0000', 420),
        fc.constantFrom<string | number>('644', 600),
      ),
    },
    { requiredKeys: ['content'] },
  ),
  fc.record({ contentFrom: fc.constantFrom('secret://own/a', 'secret://db/k', 'configmap://app/k') }),
);
const volume = mostly(
  fc.constantFrom(
    'secret://own',
    'secret://db',
    'configmap://app?readOnly=true',
    'pvc://data?subPath=a/b',
    'emptydir://',
    'emptydir://shared?medium=Memory&sizeLimit=1Gi',
    'hostpath:///var/log?type=Directory',
    'nfs://nfs.example.com/a/b?readOnly=false',
  ),
  fc.constantFrom('pvc://A_b', 'pvc://', 'pvcs://a'),
);
const container = fc.record(
  {
    image: mostly(
      fc.constantFrom('a:1', 'registry.example.com:5000/a/b:v1', `a@sha256:${'0'.repeat(64)}`),
      fc.constant('a b'),
    ),
    command: fc.array(text, { maxLength: 2 }),
    args: fc.array(text, { maxLength: 2 }),
    workingDir: path,
    env,
    envFrom,
    resources,
    files: fc.dictionary(path, file, { maxKeys: 3 }),
    dirs: fc.dictionary(path, volume, { maxKeys: 3 }),
    livenessProbe: graceful,
    readinessProbe: probe,
    startupProbe: graceful,
    lifecycle,
    imagePullPolicy: fc.constantFrom('Always', 'IfNotPresent', 'Never'),
    ports: fc.array(
      fc.record(
        { containerPort: port, name, protocol: fc.constantFrom('TCP', 'UDP') },
        { requiredKeys: ['containerPort'] },
      ),
      { maxLength: 2 },
    ),
    stdin: fc.boolean(),
    stdinOnce: fc.boolean(),
    tty: fc.boolean(),
    securityContext: fc.record(
      {
        runAsUser: count,
        runAsNonRoot: fc.boolean(),
        privileged: mostly(fc.constant(false), fc.constant(true)),
        allowPrivilegeEscalation: fc.boolean(),
      },
      optional,
    ),
    volumeMounts: fc.array(
      fc.record({ name: mostly(fc.constant('mine'), fc.constant('none')), mountPath: fc.constant('/mine') }),
      {
        maxLength: 1,
      },
    ),
  },
  { requiredKeys: ['image'] },
);
const initContainer = container.map(({ livenessProbe, readinessProbe, startupProbe, lifecycle: _, ...rest }) =>
  (livenessProbe ?? readinessProbe ?? startupProbe) === undefined ? rest : { ...rest, tty: true },
);

const values = fc.dictionary(mostly(fc.constantFrom('a', 'b.c', '__proto__'), fc.constant('a b')), text, {
  maxKeys: 2,
});
const secret = fc.oneof(
  fc.record({ type: fc.constant('basic'), data: fc.record({ username: text, password: text }, optional) }),
  fc.record(
    { type: fc.constant('token'), data: fc.record({ token: text }), params: labels },
    { requiredKeys: ['type', 'data'] },
  ),
  fc.record({ type: fc.constant('opaque'), data: values, immutable: fc.boolean() }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('certificate'), data: fc.record({ 'tls.crt': text, 'tls.key': text }) }),
  fc.record({
    type: fc.constant('external'),
    data: fc.dictionary(name, name, { maxKeys: 2 }),
    params: fc.record({ store: name }),
  }),
);
const own = fc
  .tuple(fc.dictionary(name, secret, { maxKeys: 2 }), fc.boolean())
  .map(([rest, there]) => (there ? { ...rest, own: { type: 'opaque', data: { a: 'x' } } } : rest));

const pod = fc.record(
  {
    labels,
    annotations,
    serviceAccountName: fc.oneof(name, fc.record({ name })),
    nodeSelector: labels,
    tolerations: fc.array(
      fc.record({ key: name, operator: fc.constant('Exists'), effect: fc.constantFrom('NoSchedule', 'NoExecute') }),
      { maxLength: 2 },
    ),
    securityContext: fc.record({ fsGroup: count, runAsNonRoot: fc.boolean() }, optional),
    volumes: fc.constantFrom<object[]>(
      [{ name: 'mine', emptyDir: {} }],
      [
        { name: 'main-files', configMap: { name: 'x' } },
        { name: 'mine', emptyDir: {} },
      ],
    ),
    imagePullSecrets: fc.array(fc.record({ name }), { maxLength: 2 }),
    priorityClassName: name,
    terminationGracePeriodSeconds: count,
    dnsPolicy: fc.constantFrom('Default', 'ClusterFirst'),
    hostNetwork: fc.constant(false),
    hostname: oddName,
  },
  { requiredKeys: ['volumes'] },
);

const exposed = fc.oneof(
  fc.record({
    httpRoute: fc.record(
      {
        parentRefs: fc.array(fc.record({ name }), { minLength: 1, maxLength: 1 }),
        hostnames: fc.constant(['a.example.com']),
      },
      { requiredKeys: ['parentRefs'] },
    ),
  }),
  fc.record({
    ingress: fc.record(
      {
        className: mostly(fc.constant('nginx'), fc.constant('traefik')),
        host: fc.constantFrom('a.example.com', '*.example.com'),
        tls: fc.constantFrom({}, { secretName: 'tls' }),
      },
      { requiredKeys: ['className'] },
    ),
  }),
  fc.record({ mapping: fc.constantFrom({}, { hostname: 'a.example.com' }) }),
  fc.constant({}),
);
const expose = fc
  .tuple(
    exposed,
    fc.record(
      {
        path: fc.oneof(path, fc.constant('/')),
        rewrite: path,
        timeout: count,
        sticky: fc.boolean(),
        displayedName: text,
        visible: fc.boolean(),
      },
      { requiredKeys: ['path'] },
    ),
  )
  .map(([target, rest]) => ({ ...rest, auth: { bypass: true }, ...target }));

const base = {
  name: oddName,
  namespace: name,
  labels,
  annotations,
  containers: fc
    .tuple(container, fc.dictionary(name, container, { maxKeys: 2 }))
    .map(([first, rest]) => ({ main: first, ...rest })),
  initContainers: fc.dictionary(fc.constantFrom('init', 'prepare'), initContainer, { maxKeys: 2 }),
  secrets: own,
  pod,
};
const servicePort = fc.record(
  {
    port,
    targetPort: fc.oneof(port, name),
    protocol: fc.constantFrom('TCP', 'UDP', 'SCTP'),
    name,
    public: fc.boolean(),
    node: fc.constant(false),
    annotations,
    labels,
  },
  { requiredKeys: ['port'] },
);
const ports = fc.array(servicePort, { maxLength: 3 }).map(differentPorts);

/** A Service may not have the same number, or the same name, twice. */
function differentPorts<T extends { port: number; name?: string }>(list: T[]): T[] {
  return list.filter(({ port: number, name: own }, index) =>
    list.slice(0, index).every((other) => other.port !== number && (own === undefined || other.name !== own)),
  );
}

export const jobs = fc.record(
  {
    kind: fc.constant('Job' as const),
    ...base,
    ports,
    schedule: mostly(fc.constantFrom('', '@daily', '*/5 * * * *', '@every 1h'), fc.constant('0 0 * * 7')),
    parallelism: count,
    completions: count,
    completionMode: fc.constant('NonIndexed'),
    backoffLimit: count,
    activeDeadlineSeconds: count,
    ttlSecondsAfterFinished: count,
    suspend: fc.boolean(),
    restartPolicy: mostly(fc.constant('Never'), fc.constant('OnFailure')),
    podFailurePolicy: fc.constant({ rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }] }),
  },
  { requiredKeys: ['kind', 'name', 'containers', 'pod'] },
);

export const cronJobs = jobs.chain((job) =>
  fc
    .record(
      {
        schedule: fc.constantFrom('@daily', '*/5 * * * *'),
        timeZone: fc.constantFrom('Europe/Paris', 'Etc/UTC'),
        concurrencyPolicy: fc.constantFrom('Allow', 'Forbid', 'Replace'),
        startingDeadlineSeconds: count,
        successfulJobsHistoryLimit: count,
        failedJobsHistoryLimit: count,
      },
      { requiredKeys: ['schedule'] },
    )
    .map((cron) => ({ ...job, ...cron })),
);

const anyServices = fc.record(
  {
    kind: fc.constant('Service' as const),
    ...base,
    replicas: count,
    ports,
    selector: fc.constantFrom({ app: 'x' }, { app: 'x', tier: 'y' }),
    strategy: fc.constantFrom({ type: 'Recreate' }, { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } }),
    minReadySeconds: count,
    revisionHistoryLimit: count,
    progressDeadlineSeconds: fc.integer({ min: 101, max: 600 }),
    expose,
  },
  { requiredKeys: ['kind', 'name', 'containers', 'pod'] },
);

/** A route leads to the one port of its Service. */
export const services = fc.tuple(anyServices, servicePort).map(([service, only]) => {
  if (service.expose === undefined) return service;
  const { protocol: _, ...tcp } = only;
  return { ...service, ports: [tcp] };
});
