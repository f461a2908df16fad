import { errorsIn, jobWith, objectOf, podSpecOf, toManifests } from '../../support';

test('a Job says what was stated and what the server demands', () => {
  expect(toManifests(jobWith({}))).toEqual([
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'echo' },
      spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.28' }] } } },
    },
  ]);
});

test.each([
  ['absent', {}],
  ['empty', { schedule: '' }],
])('without a schedule (%s) it is a Job', (_, job) => {
  expect(toManifests(jobWith({}, job))[0]!.kind).toBe('Job');
});

test('every field', () => {
  const job = {
    namespace: 'data',
    labels: { a: 'b' },
    annotations: { c: 'd' },
    parallelism: 2,
    completions: 3,
    completionMode: 'Indexed',
    backoffLimit: 4,
    activeDeadlineSeconds: 5,
    ttlSecondsAfterFinished: 6,
    suspend: true,
    podFailurePolicy: {
      rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
    },
    restartPolicy: 'Never',
  };
  const { namespace, labels, annotations, restartPolicy, ...spec } = job;
  expect(objectOf(jobWith({}, job), 'Job')).toEqual({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'echo', namespace, labels, annotations },
    spec: {
      ...spec,
      template: {
        metadata: { labels, annotations },
        spec: { restartPolicy, containers: [{ name: 'main', image: 'busybox:1.28' }] },
      },
    },
  });
});

test('with a schedule it is a CronJob, and `suspend` is its own', () => {
  const cron = {
    schedule: '0 5 * * *',
    timeZone: 'Europe/Paris',
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 1,
    suspend: true,
    successfulJobsHistoryLimit: 2,
    failedJobsHistoryLimit: 3,
  };
  expect(objectOf(jobWith({}, { ...cron, backoffLimit: 0 }), 'CronJob')).toEqual({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'echo' },
    spec: {
      ...cron,
      jobTemplate: {
        spec: {
          backoffLimit: 0,
          template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.28' }] } },
        },
      },
    },
  });
});

test('replicas are parallelism and completions', () => {
  expect(objectOf(jobWith({}, { replicas: 3 }), 'Job').spec).toMatchObject({ parallelism: 3, completions: 3 });
});

test('everything of the pod is under `pod`, in the words of Kubernetes', () => {
  const pod = {
    serviceAccountName: { name: 'loader' },
    nodeSelector: { a: 'b' },
    tolerations: [{ key: 'k', operator: 'Exists' }],
    terminationGracePeriodSeconds: 5,
    enableServiceLinks: false,
    volumes: [{ name: 'v', emptyDir: {} }],
  };
  const workload = jobWith(
    { volumeMounts: [{ name: 'v', mountPath: '/v' }] },
    { pod: { ...pod, labels: { x: 'y' }, annotations: { z: '1' } } },
  );
  const { template } = (objectOf(workload, 'Job') as never as { spec: { template: { metadata: object } } }).spec;
  expect(template.metadata).toEqual({ labels: { x: 'y' }, annotations: { z: '1' } });
  expect(podSpecOf(objectOf(workload, 'Job'))).toMatchObject({ ...pod, serviceAccountName: 'loader' });
});

test('init containers, in order', () => {
  const initContainers = { b: { image: 'a:1' }, a: { image: 'a:1' } };
  expect(podSpecOf(objectOf(jobWith({}, { initContainers }), 'Job')).initContainers).toEqual([
    { name: 'b', image: 'a:1' },
    { name: 'a', image: 'a:1' },
  ]);
});

test('ports of a Job become Services, which find its pods by the name label', () => {
  const objects = toManifests(jobWith({}, { ports: [{ port: 80, node: true }] }));
  expect(objects[1]).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'echo-node' },
    spec: { type: 'NodePort', selector: { 'app.kubernetes.io/name': 'echo' }, ports: [{ port: 80 }] },
  });
  expect(objects[0]).toMatchObject({
    spec: { template: { metadata: { labels: { 'app.kubernetes.io/name': 'echo' } } } },
  });
});

test.each([
  ['a name', { name: 'Echo' }, ['bad-name name']],
  ['no name', { name: undefined }, ['required name']],
  ['a name over 63', { name: 'a'.repeat(64) }, ['too-long name']],
  ['the name of a CronJob over 52', { name: 'a'.repeat(53), schedule: '@daily' }, ['bad-name name']],
  ['a namespace', { namespace: 'a.b' }, ['bad-name namespace']],
  ['a label', { labels: { a: 'b:c' } }, ['bad-name labels.a']],
  ['an annotation', { annotations: { 'a b': 'c' } }, ['bad-name annotations["a b"]']],
  ['an annotation that is a number', { annotations: { a: 1 } }, ['wrong-type annotations.a']],
  ['a schedule', { schedule: '0 0 * * 7' }, ['bad-format schedule']],
  ['a schedule of six fields', { schedule: '0 0 0 * * *' }, ['bad-format schedule']],
  ['a number for the schedule', { schedule: 5 }, ['wrong-type schedule']],
  ['a time zone', { schedule: '@daily', timeZone: 'europe/paris' }, ['bad-name timeZone']],
  ['a policy', { schedule: '@daily', concurrencyPolicy: 'allow' }, ['not-one-of concurrencyPolicy']],
  ['timeZone without schedule', { timeZone: 'Europe/Paris' }, ['conflict timeZone']],
  ['a history without schedule', { failedJobsHistoryLimit: 1 }, ['conflict failedJobsHistoryLimit']],
  ['a negative', { backoffLimit: -1 }, ['out-of-range backoffLimit']],
  ['a fraction', { parallelism: 1.5 }, ['wrong-type parallelism']],
  ['text for a number', { completions: '1' }, ['wrong-type completions']],
  ['NaN', { completions: NaN }, ['wrong-type completions']],
  ['too much for int32', { ttlSecondsAfterFinished: 2 ** 31 }, ['out-of-range ttlSecondsAfterFinished']],
  ['replicas and parallelism', { replicas: 1, parallelism: 1 }, ['conflict parallelism']],
  ['negative replicas', { replicas: -1 }, ['out-of-range replicas']],
  ['a mode', { completionMode: 'indexed' }, ['not-one-of completionMode']],
  ['Indexed without completions', { completionMode: 'Indexed', parallelism: 1 }, ['required completions']],
  ['a restart policy', { restartPolicy: 'Always' }, ['not-one-of restartPolicy']],
  [
    'a failure policy with OnFailure',
    { restartPolicy: 'OnFailure', podFailurePolicy: { rules: [] } },
    ['conflict restartPolicy'],
  ],
  [
    'a failure policy',
    { podFailurePolicy: { rules: [{ action: 'Fail' }] } },
    ['not-one-of podFailurePolicy.rules[0].action', 'required podFailurePolicy.rules[0]'],
  ],
  ['text for a flag', { suspend: 'true' }, ['wrong-type suspend']],
  ['no containers', { containers: {} }, ['required containers']],
  ['containers that are missing', { containers: undefined }, ['required containers']],
  ['containers that are null', { containers: null }, ['wrong-type containers']],
  ['a list of containers', { containers: [{ name: 'a', image: 'b' }] }, ['wrong-type containers']],
  ['the name of a container', { containers: { Main: { image: 'a:1' } } }, ['bad-name containers.Main']],
  ['no image', { containers: { main: {} } }, ['required containers.main.image']],
  ['a container that is null', { containers: { main: null } }, ['wrong-type containers.main']],
  [
    'the same name among init containers',
    { initContainers: { main: { image: 'a:1' } } },
    ['duplicate initContainers.main'],
  ],
  ['containers in the pod', { pod: { containers: [] } }, ['unknown-key pod.containers']],
  ['an unknown field of the pod', { pod: { nodeSelecter: {} } }, ['unknown-field pod.nodeSelecter']],
  [
    'a wrong value in the pod',
    { pod: { tolerations: [{ effect: 'Never' }] } },
    ['required pod.tolerations[0].key', 'not-one-of pod.tolerations[0].effect'],
  ],
  ['a volume in the pod', { pod: { volumes: [{ name: 'A', emptyDir: {} }] } }, ['bad-name pod.volumes[0].name']],
  ['an account', { pod: { serviceAccountName: 'Me' } }, ['bad-name pod.serviceAccountName']],
  ['a list for the pod', { pod: [] }, ['wrong-type pod']],
  ['a field of a Service', { strategy: {} }, ['unknown-key strategy']],
])('refuses %s', (_, job, expected) => {
  expect(errorsIn(jobWith({}, job))).toEqual(expected);
});

test.each([
  ['command', 'a', ['wrong-type containers.main.command']],
  ['args', [null], ['wrong-type containers.main.args[0]']],
  ['workingDir', 5, ['wrong-type containers.main.workingDir']],
  ['image', '', ['bad-image containers.main.image']],
  ['image', 'NGINX', ['bad-image containers.main.image']],
  ['imagePullPolicy', 'always', ['not-one-of containers.main.imagePullPolicy']],
  ['ports', [{ containerPort: 0 }], ['out-of-range containers.main.ports[0].containerPort']],
  ['ports', {}, ['wrong-type containers.main.ports']],
  ['stdin', 'yes', ['wrong-type containers.main.stdin']],
  ['stdinOnce', 1, ['wrong-type containers.main.stdinOnce']],
  ['tty', null, ['wrong-type containers.main.tty']],
  ['securityContext', { runAsUser: -1 }, ['out-of-range containers.main.securityContext.runAsUser']],
  ['securityContext', { privileged: 'x' }, ['wrong-type containers.main.securityContext.privileged']],
  ['volumeMounts', [{ name: 'x', mountPath: '/x' }], ['not-found containers.main.volumeMounts[0].name']],
  ['livenessPorbe', {}, ['unknown-key containers.main.livenessPorbe']],
])('refuses %s %j in a container', (field, value, expected) => {
  expect(errorsIn(jobWith({ [field]: value }))).toEqual(expected);
});
