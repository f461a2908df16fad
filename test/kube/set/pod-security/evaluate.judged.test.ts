// What we say of the Pod Security Standards is what the servers say: of pods made of values that are allowed and not, at both levels of all
// versions, and of the pods that Kubernetes itself tests with.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { only } from '../../../../lib/kube/api/minors';
import type { PodSpec } from '../../../../lib/kube/api/types';
import type { Level } from '../../../../lib/kube/set/pod-security/check';
import { evaluate } from '../../../../lib/kube/set/pod-security/evaluate';
import { policyOf } from '../../../../lib/kube/set/pod-security/policy';
import { since } from '../../../../lib/kube/server';
import { ROOT } from '../../../../lib/report/place';
import { judge } from '../../../oracle-admission/judge';
import fc, { runs, seed } from '../../../property';
import { goModule, newest, release, type Version, versions } from '../../../tools/build';

interface Pod {
  readonly metadata: object;
  readonly spec: PodSpec;
}

/** The checks that a pod does not pass. */
function failed({ metadata, spec }: Pod, level: Level, version: string, minor: Version): string[] {
  const { enforce } = policyOf({
    'pod-security.kubernetes.io/enforce': level,
    'pod-security.kubernetes.io/enforce-version': version,
  })!;
  const findings = evaluate({ metadata, spec, place: ROOT }, enforce!);
  return [...new Set(findings.filter(({ where }) => (where & only(minor)) !== 0).map(({ check }) => check))];
}

const some = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const record = <T>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record(fields).map((made) => JSON.parse(JSON.stringify(made)) as object);

const shared = {
  appArmorProfile: some({ type: 'RuntimeDefault' }, { type: 'Unconfined' }, {}),
  runAsNonRoot: some(true, true, false),
  runAsUser: some(0, 1000),
  seLinuxOptions: some(
    {},
    { type: 'container_t' },
    { type: 'container_engine_t' },
    { type: 'spc_t' },
    { user: 'u' },
    { role: 'r', type: '' },
  ),
  seccompProfile: some({ type: 'RuntimeDefault' }, { type: 'RuntimeDefault' }, { type: 'Unconfined' }, {}),
  windowsOptions: some({}, { hostProcess: true }, { hostProcess: false }),
};

const hosts = some<object>(
  { httpGet: { port: 80 } },
  { httpGet: { port: 80, host: '10.0.0.1' } },
  { tcpSocket: { port: 80, host: 'example.com' } },
  { tcpSocket: { port: 80, host: '' } },
);

const container = record({
  name: fc.constantFrom('one', 'two'),
  ports: some([{ containerPort: 1 }], [{ containerPort: 1, hostPort: 0 }], [{ containerPort: 1, hostPort: 80 }]),
  livenessProbe: hosts,
  readinessProbe: hosts,
  startupProbe: hosts,
  lifecycle: fc.option(record({ preStop: hosts, postStart: hosts }), { nil: undefined }),
  securityContext: fc.option(
    record({
      ...shared,
      privileged: some(true, false, false),
      allowPrivilegeEscalation: some(false, false, true),
      procMount: some('Default', 'Unmasked'),
      capabilities: some<object>(
        {},
        { drop: ['ALL'] },
        { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
        { drop: ['KILL'], add: ['CHOWN'] },
        { add: ['NET_RAW', 'SYS_ADMIN'] },
      ),
    }),
    { nil: undefined },
  ),
});

const volumes = ['configMap', 'emptyDir', 'hostPath', 'nfs', 'csi', 'gitRepo', 'storageos', 'projected', 'secret'];
const sysctls = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_rmem',
  'kernel.msgmax',
];
const annotations = {
  'container.apparmor.security.beta.kubernetes.io/one': ['runtime/default', 'localhost/a', '', 'unconfined'],
  'seccomp.security.alpha.kubernetes.io/pod': ['runtime/default', 'docker/default', 'localhost/a', 'unconfined'],
  'container.seccomp.security.alpha.kubernetes.io/one': ['localhost/', 'unconfined', ''],
};

const pods = fc.record({
  metadata: record({
    annotations: fc.option(
      record(Object.fromEntries(Object.entries(annotations).map(([key, values]) => [key, some(...values)]))),
      { nil: undefined },
    ),
  }),
  spec: record({
    containers: fc.array(container, { minLength: 1, maxLength: 2 }),
    initContainers: fc.option(fc.array(container, { maxLength: 1 }), { nil: undefined }),
    ephemeralContainers: fc.option(fc.array(container, { maxLength: 1 }), { nil: undefined }),
    hostNetwork: some(true, false, false, false),
    hostPID: some(true, false, false, false),
    hostIPC: some(true, false, false, false),
    hostUsers: some(true, false),
    os: some({ name: 'linux' }, { name: 'windows' }),
    volumes: fc.array(
      fc.constantFrom(...volumes).map((kind) => ({ name: 'v', [kind]: {} })),
      { maxLength: 2 },
    ),
    securityContext: fc.option(record({ ...shared, sysctls: some(...sysctls.map((name) => [{ name, value: '1' }])) }), {
      nil: undefined,
    }),
  }),
}) as unknown as fc.Arbitrary<Pod>;

/** Without what a server has no field for, and refuses for that. */
const knownTo = (minor: Version, pod: Pod): Pod => {
  const unknown = (key: string): boolean => key === 'appArmorProfile' && (only(minor) & since('1.30')) === 0;
  return JSON.parse(JSON.stringify(pod, (key, value: unknown) => (unknown(key) ? undefined : value))) as Pod;
};

/** Those around which a check begins or changes, and one that is not there yet. */
const around = [0, 7, 8, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 40];
const standards = (['baseline', 'restricted'] as const).flatMap((level) =>
  ['latest', ...around.map((minor) => `v1.${minor}`)].map((version) => ({ level, version })),
);

test.each(versions)('generated pods, as Kubernetes %s judges them', (minor) => {
  const made = fc.sample(pods, { numRuns: runs(200), seed }).map((pod) => knownTo(minor, pod));
  const answers = judge(
    minor,
    made.map((pod) => ({ op: 'security', pod, standards })),
  );
  const wrong = made.flatMap((pod, index) =>
    standards.flatMap(({ level, version }, nth) => {
      const theirs = answers[index]!.reasons![nth]!;
      const ours = failed(pod, level, version, minor);
      return ours.length === theirs.length ? [] : [{ level, version, ours, theirs, pod: JSON.stringify(pod) }];
    }),
  );
  expect(wrong.slice(0, 3)).toEqual([]);
  const reached = new Set(made.flatMap((pod) => failed(pod, 'restricted', 'latest', newest)));
  expect(reached.size).toBe(15);
});

test('the pods that Kubernetes itself tests with', () => {
  const root = join(
    goModule(`k8s.io/pod-security-admission@v0.${release[newest].slice('1.'.length)}`),
    'test/testdata',
  );
  const wrong: string[] = [];
  let count = 0;
  for (const level of ['baseline', 'restricted'] as const) {
    for (const version of readdirSync(join(root, level))) {
      for (const verdict of ['pass', 'fail']) {
        const folder = join(root, level, version, verdict);
        for (const file of readdirSync(folder)) {
          const { metadata, spec } = parse(readFileSync(join(folder, file), 'utf8')) as Pod;
          count++;
          const passes = failed({ metadata, spec }, level, version, newest).length === 0;
          if (passes !== (verdict === 'pass')) wrong.push(`${level} ${version} ${verdict} ${file}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(1000);
});
