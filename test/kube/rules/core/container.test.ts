import { line, ofContainer, ofPod, onlyOf, problemsOfPod } from '../pod';

describe('container', () => {
  test('name and image', () => {
    expect(ofContainer({})).toEqual([]);
    expect(ofContainer({ name: '', image: null })).toEqual(['required name', 'required image']);
    expect(onlyOf({ name: 'Web_1' })).toMatchObject({
      code: 'bad-name',
      value: 'Web_1',
      hint: 'Did you mean "web-1"?',
    });
    expect(ofContainer({ image: 'NGINX/Web 2' })).toEqual(['?suspicious image']);
    expect(onlyOf({ image: 'docker.io/NGINX' }).message).toMatch(/^is taken, but no node can pull it: it /);
    expect(onlyOf({ image: ' ' }).hint).toBeUndefined();
    expect(onlyOf({ image: ' nginx ' })).toMatchObject({
      severity: 'warning',
      code: 'refused-later',
      hint: 'Write nginx',
    });
  });

  test('words out of a closed set come with the nearest one', () => {
    expect(onlyOf({ imagePullPolicy: 'always' })).toMatchObject({
      code: 'not-one-of',
      value: 'always',
      hint: 'Did you mean "Always"?',
    });
    expect(onlyOf({ imagePullPolicy: 'always' }).message).toBe('must be Always, IfNotPresent or Never');
    expect(ofContainer({ imagePullPolicy: '', terminationMessagePolicy: '' })).toEqual([]);
    expect(ofContainer({ terminationMessagePolicy: 'Stdout' })).toEqual(['not-one-of terminationMessagePolicy']);
  });

  test('restartPolicy belongs to the pod; on init containers it is dropped', () => {
    expect(ofContainer({ restartPolicy: 'Always' })).toEqual(['forbidden restartPolicy']);
    const init = { name: 'init', image: 'a' };
    expect(ofPod({ initContainers: [{ ...init, restartPolicy: 'Always' }] })).toEqual([
      '?dropped spec.initContainers[0].restartPolicy',
    ]);
    expect(
      ofPod({ initContainers: [{ ...init, lifecycle: {}, livenessProbe: { exec: { command: ['a'] } } }] }),
    ).toEqual(['forbidden spec.initContainers[0].livenessProbe', 'forbidden spec.initContainers[0].lifecycle']);
  });

  test('names are unique over containers and init containers', () => {
    const web = { name: 'web', image: 'a' };
    expect(problemsOfPod({ containers: [web, web], initContainers: [web] })).toMatchObject([
      { code: 'duplicate', path: ['spec', 'containers', 1, 'name'], message: 'containers[0] has the same name' },
      { code: 'duplicate', path: ['spec', 'initContainers', 0, 'name'] },
    ]);
    expect(ofPod({ containers: [] })).toEqual(['required spec.containers']);
  });
});

describe('env', () => {
  const env = (...entries: unknown[]) => ofContainer({ env: entries });
  const from = (source: unknown) => env({ name: 'A', valueFrom: source });

  test('names', () => {
    expect(env({ name: 'A' }, { name: 'a.b-C' }, {})).toEqual(['required env[2].name']);
    expect(onlyOf({ env: [{ name: 'MY VAR' }] })).toMatchObject({ code: 'bad-name', hint: 'Did you mean "MY_VAR"?' });
    expect(onlyOf({ env: [{ name: '1A' }] })).toMatchObject({ code: 'bad-name', hint: 'Did you mean "_1A"?' });
    expect(onlyOf({ env: [{ name: 'A', value: 'x' }, { name: 'B' }, { name: 'A' }] })).toMatchObject({
      severity: 'warning',
      code: 'duplicate',
      path: ['spec', 'containers', 0, 'env', 2, 'name'],
    });
  });

  test('sources', () => {
    const ref = { name: 'a', key: 'b' };
    expect(from({ secretKeyRef: ref })).toEqual([]);
    expect(from({})).toEqual(['required env[0].valueFrom']);
    expect(from({ secretKeyRef: ref, configMapKeyRef: ref })).toEqual(['conflict env[0].valueFrom']);
    expect(env({ name: 'A', value: 'x', valueFrom: { secretKeyRef: ref } })).toEqual(['conflict env[0].valueFrom']);
    expect(env({ name: 'A', value: '', valueFrom: { secretKeyRef: ref } })).toEqual([]);
    expect(from({ secretKeyRef: { name: 'A', key: '..' } })).toEqual([
      'bad-name env[0].valueFrom.secretKeyRef.name',
      'bad-name env[0].valueFrom.secretKeyRef.key',
    ]);
    expect(from({ secretKeyRe: ref })).toEqual(['unknown-field env[0].valueFrom.secretKeyRe']);
  });

  test('fields of the pod', () => {
    const field = (fieldPath: string, apiVersion?: string) => from({ fieldRef: { fieldPath, apiVersion } });
    for (const path of [
      'metadata.name',
      'spec.host',
      'status.podIPs',
      "metadata.labels['a.b/c']",
      "metadata.annotations['A.B/c']",
    ]) {
      expect(field(path)).toEqual([]);
    }
    expect(field('metadata.labels')).toEqual(['not-one-of env[0].valueFrom.fieldRef.fieldPath']);
    expect(field("metadata.labels['A.B/c']")).toEqual(['bad-name env[0].valueFrom.fieldRef.fieldPath']);
    expect(field("spec['a']")).toEqual(['not-one-of env[0].valueFrom.fieldRef.fieldPath']);
    expect(field('metadata.name', 'v2')).toEqual(['not-one-of env[0].valueFrom.fieldRef.apiVersion']);
    const problem = onlyOf({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.nmae' } } }] });
    expect(problem.hint).toBe('Did you mean "metadata.name"?');
  });

  test('resources of the container', () => {
    const resource = (name: string, divisor?: unknown) => from({ resourceFieldRef: { resource: name, divisor } });
    for (const [name, divisor] of [
      ['limits.cpu', '1000m'],
      ['limits.cpu', '0'],
      ['requests.memory', '1024Ki'],
      ['limits.hugepages-2Mi', '1Mi'],
    ] as const) {
      expect(resource(name, divisor)).toEqual([]);
    }
    expect(resource('limits.cpu', '1k')).toEqual(['not-one-of env[0].valueFrom.resourceFieldRef.divisor']);
    expect(resource('limits.memory', '1e3')).toEqual(['not-one-of env[0].valueFrom.resourceFieldRef.divisor']);
    expect(resource('limits.nvidia.com/gpu')).toEqual(['not-one-of env[0].valueFrom.resourceFieldRef.resource']);
  });

  test('envFrom', () => {
    const envFrom = (source: object) => ofContainer({ envFrom: [source] });
    expect(envFrom({ secretRef: { name: 'a' }, prefix: 'A_' })).toEqual([]);
    expect(envFrom({})).toEqual(['required envFrom[0]']);
    expect(envFrom({ secretRef: { name: 'a' }, configMapRef: { name: 'a' } })).toEqual(['conflict envFrom[0]']);
    expect(envFrom({ secretRef: {}, prefix: 'A=' })).toEqual([
      'bad-name envFrom[0].prefix',
      'required envFrom[0].secretRef.name',
    ]);
    for (const name of ['abc-', 'ab_-', 'a.-']) expect(envFrom({ secretRef: { name } })).toEqual([]);
    for (const name of ['-', 'a_b', 'AB-'])
      expect(envFrom({ secretRef: { name } })).toEqual(['bad-name envFrom[0].secretRef.name']);
  });
});

describe('ports', () => {
  const ports = (...list: unknown[]) => ofContainer({ ports: list });

  test('numbers, names and protocols', () => {
    expect(ports({ containerPort: 65535, name: 'http', protocol: 'SCTP', hostPort: 0 })).toEqual([]);
    expect(ports({})).toEqual(['required ports[0].containerPort']);
    expect(ports({ containerPort: 0 }, { containerPort: 65536, hostPort: 70000 })).toEqual([
      'out-of-range ports[0].containerPort',
      'out-of-range ports[1].containerPort',
      'out-of-range ports[1].hostPort',
    ]);
    expect(onlyOf({ ports: [{ containerPort: 1, protocol: 'tcp' }] })).toMatchObject({
      code: 'not-one-of',
      hint: 'Did you mean "TCP"?',
    });
    expect(onlyOf({ ports: [{ containerPort: 1, name: 'HTTP_port' }] }).hint).toBe('Did you mean "http-port"?');
    expect(ports({ containerPort: 1, name: 'a' }, { containerPort: 2, name: 'a' })).toEqual([
      'duplicate ports[1].name',
    ]);
    expect(ports({ containerPort: 1, name: '' }, { containerPort: 1, protocol: 'UDP' })).toEqual([]);
    expect(ports({ containerPort: 1 }, { containerPort: 1, protocol: 'TCP' })).toEqual([
      '?duplicate ports[1].containerPort',
    ]);
  });

  test('ports of the node', () => {
    const other = (port: object) => ({ name: 'other', image: 'a', ports: [port] });
    const pod = (first: object, second: object) =>
      ofPod({ containers: [{ name: 'web', image: 'a', ports: [first] }, other(second)] });
    expect(pod({ containerPort: 1, hostPort: 9 }, { containerPort: 2, hostPort: 9 })).toEqual([
      'duplicate spec.containers[1].ports[0].hostPort',
    ]);
    expect(pod({ containerPort: 1, hostPort: 9 }, { containerPort: 2, hostPort: 9, protocol: 'UDP' })).toEqual([]);
    expect(pod({ containerPort: 1, hostPort: 9 }, { containerPort: 2, hostPort: 9, hostIP: '1.2.3.4' })).toEqual([]);
    expect(
      ofContainer(
        { ports: [{ containerPort: 1, hostPort: 9 }] },
        { initContainers: [other({ containerPort: 2, hostPort: 9 })] },
      ),
    ).toEqual([]);
    expect(ofContainer({ ports: [{ containerPort: 80, hostPort: 81 }] }, { hostNetwork: true })).toEqual([
      'conflict ports[0].hostPort',
    ]);
    expect(
      ofContainer({ ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81 }] }, { hostNetwork: true }),
    ).toEqual([]);
  });
});

describe('resources', () => {
  const resources = (limits?: object, requests?: object) => ofContainer({ resources: { limits, requests } });

  test('names', () => {
    expect(
      resources({ cpu: 1, memory: '1Gi', 'ephemeral-storage': '1Gi', 'a.com/b': 1, 'kubernetes.io/foo': '0.5' }),
    ).toEqual([]);
    expect(resources({ gpu: 1, CPU: 1, 'a b': 1, 'requests.a.com/b': 1 })).toEqual([
      'not-one-of resources.limits.gpu',
      'not-one-of resources.limits.CPU',
      'bad-name resources.limits["a b"]',
      'bad-name resources.limits["requests.a.com/b"]',
    ]);
    expect(onlyOf({ resources: { limits: { CPU: 1 } } }).hint).toBe('Did you mean "cpu"?');
    expect(onlyOf({ resources: { limits: { gpu: 1 } } }).hint).toBe('Devices have a domain, such as nvidia.com/gpu');
    expect(resources({ [`${'a'.repeat(244)}/b`]: 1 })).toEqual([]);
    expect(resources({ [`${'a'.repeat(245)}/b`]: 1 })).toHaveLength(1);
  });

  test('requests and limits', () => {
    expect(resources({ cpu: 1 }, { cpu: '1000m' })).toEqual([]);
    expect(onlyOf({ resources: { limits: { cpu: 1 }, requests: { cpu: '1.0001' } } })).toMatchObject({
      code: 'conflict',
      path: ['spec', 'containers', 0, 'resources', 'requests', 'cpu'],
      message: 'must not be more than the limit, which is 1',
      value: '1.0001',
    });
    expect(resources({ cpu: '0.0001' }, { cpu: '0.0009' })).toEqual([]);
    expect(resources({ 'a.com/b': 2 }, { 'a.com/b': 1 })).toEqual(['conflict resources.requests["a.com/b"]']);
    expect(resources(undefined, { 'a.com/b': 0 })).toEqual(['required resources.limits["a.com/b"]']);
    expect(resources({ 'a.com/b': '0.5' })).toEqual(['out-of-range resources.limits["a.com/b"]']);
    expect(resources({ cpu: '-1' })).toEqual(['out-of-range resources.limits.cpu']);
    expect(resources({ cpu: 'x' }, { cpu: 5 })).toEqual(['bad-format resources.limits.cpu']);
  });

  test('huge pages', () => {
    expect(resources({ 'hugepages-2Mi': '4Mi', cpu: 0 })).toEqual([]);
    expect(resources({ 'hugepages-2Mi': '3Mi', cpu: 1 })).toEqual(['out-of-range resources.limits.hugepages-2Mi']);
    expect(resources({ 'hugepages-x': '2Mi', cpu: 1 })).toEqual(['bad-name resources.limits.hugepages-x']);
    expect(resources({ 'hugepages-2Mi': '2Mi' })).toEqual(['required resources']);
  });

  test('a tenth of a byte', () => {
    expect(onlyOf({ resources: { limits: { memory: '100m' } } })).toMatchObject({
      severity: 'warning',
      code: 'suspicious',
      hint: 'Did you mean 100M or 100Mi?',
    });
  });
});

describe('probes and hooks', () => {
  const liveness = (probe: object) => ofContainer({ livenessProbe: probe });
  const exec = { command: ['a'] };

  test('exactly one handler', () => {
    expect(liveness({ exec })).toEqual([]);
    expect(liveness({})).toEqual(['required livenessProbe']);
    expect(liveness({ exec, tcpSocket: { port: 1 } })).toEqual(['forbidden livenessProbe.tcpSocket']);
    expect(liveness({ exec: {} })).toEqual(['required livenessProbe.exec.command']);
    expect(liveness({ httpget: { port: 80 } })).toEqual(['unknown-field livenessProbe.httpget']);
    expect(ofContainer({ lifecycle: { preStop: {}, postStart: { exec } } })).toEqual(['required lifecycle.preStop']);
  });

  test('ports', () => {
    expect(liveness({ httpGet: { port: 0 } })).toEqual(['out-of-range livenessProbe.httpGet.port']);
    expect(liveness({ httpGet: {} })).toEqual(['required livenessProbe.httpGet.port']);
    expect(onlyOf({ livenessProbe: { httpGet: { port: '8080' } } })).toMatchObject({
      code: 'bad-name',
      hint: 'Write 8080',
    });
    expect(liveness({ grpc: { port: 65536 } })).toEqual(['out-of-range livenessProbe.grpc.port']);
    expect(
      ofContainer({ ports: [{ containerPort: 1, name: 'http' }], livenessProbe: { httpGet: { port: 'htpt' } } }),
    ).toEqual(['?suspicious livenessProbe.httpGet.port']);
  });

  test('headers and scheme', () => {
    expect(
      liveness({ httpGet: { port: 1, scheme: 'https', httpHeaders: [{ name: 'X-A' }, { name: 'X_A' }] } }),
    ).toEqual(['not-one-of livenessProbe.httpGet.scheme', 'bad-name livenessProbe.httpGet.httpHeaders[1].name']);
  });

  test('numbers', () => {
    expect(liveness({ exec, periodSeconds: 0, successThreshold: 0, failureThreshold: 0, timeoutSeconds: 0 })).toEqual(
      [],
    );
    expect(liveness({ exec, periodSeconds: -1, successThreshold: 2, terminationGracePeriodSeconds: 0 })).toEqual([
      'out-of-range livenessProbe.periodSeconds',
      'out-of-range livenessProbe.successThreshold',
      'out-of-range livenessProbe.terminationGracePeriodSeconds',
    ]);
    expect(ofContainer({ readinessProbe: { exec, successThreshold: 2, terminationGracePeriodSeconds: 5 } })).toEqual([
      'forbidden readinessProbe.terminationGracePeriodSeconds',
    ]);
  });
});

describe('mounts', () => {
  const mounts = (...volumeMounts: unknown[]) =>
    ofContainer({ volumeMounts }, { volumes: [{ name: 'cache', emptyDir: {} }] });

  test('refer to a volume and have a path', () => {
    expect(mounts({ name: 'cache', mountPath: '/a' }, { name: 'cache', mountPath: '/a/' })).toEqual([]);
    expect(mounts({ name: 'cahce', mountPath: '/a' }, { name: 'cache', mountPath: '/a' }, {})).toEqual([
      'not-found volumeMounts[0].name',
      'required volumeMounts[2].name',
      'required volumeMounts[2].mountPath',
      'duplicate volumeMounts[1].mountPath',
    ]);
    const { hint } = problemsOfPod({
      containers: [{ name: 'a', image: 'b', volumeMounts: [{ name: 'cahce', mountPath: '/a' }] }],
      volumes: [{ name: 'cache', emptyDir: {} }],
    })[0]!;
    expect(hint).toBe('Did you mean "cache"?');
  });

  test('are not called missing when the volumes cannot be read', () => {
    const volumeMounts = [{ name: 'cache', mountPath: '/a' }];
    expect(ofContainer({ volumeMounts }, { volumes: { cache: {} } })).toHaveLength(1);
    expect(
      ofPod({ containers: [{ name: 'web', image: 'a', volumeMounts }], volums: [{ name: 'cache', emptyDir: {} }] }),
    ).toEqual(['unknown-field spec.volums']);
  });

  test('paths inside the volume', () => {
    const at = (fields: object) => mounts({ name: 'cache', mountPath: '/a', ...fields });
    expect(at({ subPath: '..a/b' })).toEqual([]);
    expect(at({ subPath: '/a' })).toEqual(['bad-name volumeMounts[0].subPath']);
    expect(at({ subPathExpr: 'a/../b' })).toEqual(['bad-name volumeMounts[0].subPathExpr']);
    expect(at({ subPath: 'a', subPathExpr: 'b' })).toEqual(['forbidden volumeMounts[0].subPathExpr']);
  });

  test('propagation', () => {
    const fields = { volumeMounts: [{ name: 'cache', mountPath: '/a', mountPropagation: 'Bidirectional' }] };
    const volumes = { volumes: [{ name: 'cache', emptyDir: {} }] };
    expect(ofContainer(fields, volumes)).toEqual(['forbidden volumeMounts[0].mountPropagation']);
    expect(ofContainer({ ...fields, securityContext: { privileged: true } }, volumes)).toEqual([]);
  });

  test('block devices', () => {
    const pod = (device: object) =>
      ofContainer(
        { volumeDevices: [device], volumeMounts: [{ name: 'cache', mountPath: '/a' }] },
        {
          volumes: [
            { name: 'cache', emptyDir: {} },
            { name: 'claim', persistentVolumeClaim: { claimName: 'a' } },
          ],
        },
      );
    expect(pod({ name: 'claim', devicePath: '/dev/x' })).toEqual([]);
    expect(pod({ name: 'cache', devicePath: '/a' })).toEqual([
      'conflict volumeDevices[0].name',
      'conflict volumeDevices[0].name',
      'conflict volumeDevices[0].devicePath',
    ]);
    expect(pod({ name: 'claim', devicePath: '/dev/../x' })).toEqual(['bad-name volumeDevices[0].devicePath']);
  });
});

describe('security context', () => {
  const context = (securityContext: object) => ofContainer({ securityContext });

  test('ids, profiles and escalation', () => {
    expect(
      context({
        runAsUser: 2 ** 31 - 1,
        runAsNonRoot: true,
        capabilities: { add: ['SYS_ADMIN'] },
        allowPrivilegeEscalation: false,
      }),
    ).toEqual([]);
    expect(context({ runAsUser: -1, runAsGroup: 2 ** 31 })).toEqual([
      'out-of-range securityContext.runAsUser',
      'out-of-range securityContext.runAsGroup',
    ]);
    expect(context({ seccompProfile: {} })).toEqual(['required securityContext.seccompProfile.type']);
    expect(context({ seccompProfile: { type: 'Localhost' } })).toEqual([
      'required securityContext.seccompProfile.localhostProfile',
    ]);
    expect(context({ seccompProfile: { type: 'Unconfined', localhostProfile: 'a' } })).toEqual([
      'forbidden securityContext.seccompProfile.localhostProfile',
    ]);
    expect(context({ allowPrivilegeEscalation: false, privileged: true })).toEqual([
      'conflict securityContext.allowPrivilegeEscalation',
    ]);
    expect(context({ allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } })).toHaveLength(1);
    expect(context({ procMount: 'Unmasked' })).toEqual(['?dropped securityContext.procMount']);
  });

  test('windows users', () => {
    const user = (runAsUserName: string) => context({ windowsOptions: { runAsUserName } });
    for (const name of ['a', 'domain\\a', 'a.b.c\\d', 'a'.repeat(104)]) expect(user(name)).toEqual([]);
    for (const name of [
      '',
      'a\\b\\c',
      'a\\',
      '. .',
      'a/b',
      'a\nb',
      'a'.repeat(105),
      `${'a'.repeat(256)}\\b`,
      '-a-'.repeat(6) + '\\b',
    ]) {
      expect(user(name)).toHaveLength(1);
    }
  });
});

test('everything at once, with lines in the order of the rules', () => {
  expect(
    problemsOfPod({
      containers: [{ name: 'A', image: 5, ports: [{ containerPort: 'x' }], env: [{}] }],
      dnsPolicy: 'none',
    }).map(line),
  ).toEqual([
    'wrong-type spec.containers[0].image',
    'wrong-type spec.containers[0].ports[0].containerPort',
    'bad-name spec.containers[0].name',
    'required spec.containers[0].env[0].name',
    'not-one-of spec.dnsPolicy',
  ]);
});
