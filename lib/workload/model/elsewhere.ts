// Words that people write in the wrong place, as they know them from Kubernetes or from the other kind of workload, and where they belong.

const all = (keys: string, hint: (key: string) => string): Record<string, string> =>
  Object.fromEntries(keys.split(' ').map((key) => [key, hint(key)]));

const POD =
  'activeDeadlineSeconds affinity automountServiceAccountToken dnsConfig dnsPolicy enableServiceLinks hostAliases hostIPC hostNetwork hostPID ' +
  'hostUsers hostname hostnameOverride imagePullSecrets nodeName nodeSelector os overhead preemptionPolicy priority priorityClassName readinessGates ' +
  'resourceClaims runtimeClassName schedulerName schedulingGates securityContext serviceAccount serviceAccountName setHostnameAsFQDN ' +
  'schedulingGroup shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations topologySpreadConstraints volumes';

const CONTAINER =
  'args command dirs env envFrom files image imagePullPolicy lifecycle livenessProbe readinessProbe resizePolicy resources restartPolicyRules startupProbe ' +
  'stdin stdinOnce terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts workingDir';

const onWorkload = {
  ...all(POD, (key) => `It is of the pod: write it as \`pod.${key}\``),
  ...all(CONTAINER, (key) => `It is of a container: write it as \`containers.<name>.${key}\``),
  ...all(
    'metadata spec template jobTemplate apiVersion',
    () => 'A workload is flat, without the levels of a Kubernetes object',
  ),
};

/** On a Job. */
export const elsewhereOfJob = {
  ...onWorkload,
  ...all(
    'strategy minReadySeconds revisionHistoryLimit progressDeadlineSeconds paused expose',
    () => 'Only a Service has it',
  ),
  ...all('selector manualSelector', () => 'Kubernetes makes up the selector of a Job'),
};

/** On a Service. */
export const elsewhereOfService = {
  ...onWorkload,
  ...all(
    'schedule timeZone concurrencyPolicy startingDeadlineSeconds successfulJobsHistoryLimit failedJobsHistoryLimit parallelism completions ' +
      'completionMode backoffLimit backoffLimitPerIndex maxFailedIndexes activeDeadlineSeconds ttlSecondsAfterFinished suspend ' +
      'podFailurePolicy podReplacementPolicy successPolicy managedBy restartPolicy',
    () => 'Only a Job has it',
  ),
};

/** On a container. */
export const elsewhereOfContainer = {
  name: 'The name of a container is its key in `containers`',
  volumes: 'Volumes are of the pod: write them as `pod.volumes`, or as `dirs` of the container',
  ...all('cmd entrypoint', () => 'It is called `command` here, a list'),
  environment: 'It is called `env` here',
  ...all('cpu memory', (key) => `It is of the resources: write it as \`resources: { ${key}: … }\``),
};

const IN_HANDLER = 'Write it in `probeHandler`';
const OWN_FORM =
  'Write `probeHandler: { command }`, `{ url: "http://…" }`, `{ url: "tcp://…" }` or `{ url: "grpc://…" }`';

/** On a probe. */
export const elsewhereOfProbe = {
  ...all('command url path port headers', () => IN_HANDLER),
  ...all('exec httpGet tcpSocket grpc', () => OWN_FORM),
  terminationGracePeriodSeconds: 'It is called `terminationGracePeriod` here',
};
