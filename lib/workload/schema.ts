// The workload model's shapes, one schema for each interface of types.ts (a type test proves that they are equal). Values are not checked
// here: quantities, names, ranges and whatever else the API server refuses is found in what is emitted.
import { dict, expecting, hidden, isMap, knowingWhere, named, oneOfByKey, type Schema, secretText } from '../shape';
import * as z from '../zod';
import { elsewhereOfContainer, elsewhereOfJob, elsewhereOfProbe, elsewhereOfService } from './elsewhere';
import { exposeSchema } from './expose';
import type * as t from './types';

/** A value in Kubernetes' own words: its shape is checked where it is emitted, by the API server's rules. */
const kubernetes = <T>(): Schema<T> => z.unknown() as unknown as Schema<T>;
const text = z.string();
const texts = z.array(text);
const textMap = dict(text);
const count = z.number();
const flag = z.boolean();
const portNumberOrName = expecting('a port number or name', z.union([z.number(), z.string()]));

export const execSchema = named('Exec', z.strictObject({ command: texts }));
const httpUrlSchema = named(
  'HttpUrl',
  z.strictObject({ url: z.string().check(z.regex(/^https?:\/\//i)), headers: z.optional(dict(text)) }),
);
const httpPathSchema = named(
  'HttpPath',
  z.strictObject({ path: text, port: z.optional(portNumberOrName), headers: z.optional(dict(text)) }),
);
export const httpSchema = oneOfByKey('{ url } or { path }', { url: httpUrlSchema, path: httpPathSchema });
const scheme = <Prefix extends string>(prefix: Prefix) =>
  z.string().check(z.startsWith(prefix)) as unknown as Schema<`${Prefix}${string}`>;
export const tcpSchema = named('Tcp', z.strictObject({ url: scheme('tcp://') }));
export const grpcSchema = named('Grpc', z.strictObject({ url: scheme('grpc://') }));

/** Which of the URL's schemes are allowed is checked where it is read, in words that name them. */
const anyUrlSchema = named('HttpUrl', z.strictObject({ url: text, headers: z.optional(dict(text)) }));
export const handlerSchema = oneOfByKey('what to do: { command }, { url } or { path }', {
  command: execSchema,
  url: anyUrlSchema,
  path: httpPathSchema,
});

export const probeSchema = knowingWhere(
  elsewhereOfProbe,
  named(
    'Probe',
    z.strictObject({
      probeHandler: handlerSchema,
      initialDelaySeconds: z.optional(count),
      periodSeconds: z.optional(count),
      timeoutSeconds: z.optional(count),
      successThreshold: z.optional(count),
      failureThreshold: z.optional(count),
      terminationGracePeriod: z.optional(count),
    }),
  ),
);

export const lifecycleSchema = named(
  'Lifecycle',
  z.strictObject({ postStart: z.optional(handlerSchema), preStop: z.optional(handlerSchema) }),
);

const mode = z.optional(expecting('permission bits such as "0644" or 420', z.union([z.string(), z.number()])));
export const fileSpecSchema = oneOfByKey('{ content } or { contentFrom }', {
  content: named('FileContent', z.strictObject({ content: text, mode })),
  contentFrom: named('FileContentFrom', z.strictObject({ contentFrom: text, mode })),
});

const ENV_VALUE = 'text, a reference or { value } / { valueFrom }';
/** An EnvValue of cdk8s-plus is an instance of a class, so that its fields are looked at one by one. */
const envSourceSchema = expecting(
  ENV_VALUE,
  named(
    'EnvSource',
    z.strictObject({
      value: z.optional(hidden(z.string())),
      valueFrom: z.optional(kubernetes<t.EnvSource['valueFrom']>()),
    }),
  ),
);
const envValueSchema = expecting(ENV_VALUE, hidden(z.union([secretText(), envSourceSchema])));

const resourcesSchema = oneOfByKey(
  'quantities by resource name, or { requests, limits }',
  {
    requests: named(
      'ResourceRequirements',
      z.strictObject({ requests: z.optional(dict(text)), limits: z.optional(dict(text)) }),
    ),
    limits: named(
      'ResourceRequirements',
      z.strictObject({ requests: z.optional(dict(text)), limits: z.optional(dict(text)) }),
    ),
  },
  dict(text),
);

export const containerSchema = knowingWhere(
  elsewhereOfContainer,
  named(
    'Container',
    z.strictObject({
      image: text,
      command: z.optional(texts),
      args: z.optional(texts),
      workingDir: z.optional(text),
      env: z.optional(hidden(dict(envValueSchema))),
      envFrom: z.optional(
        z.array(
          expecting(
            'secret://name, configmap://name or { from, prefix }',
            z.union([text, named('EnvFrom', z.strictObject({ from: text, prefix: z.optional(text) }))]),
          ),
        ),
      ),
      resources: z.optional(resourcesSchema),
      files: z.optional(dict(fileSpecSchema)),
      dirs: z.optional(dict(text)),
      livenessProbe: z.optional(probeSchema),
      readinessProbe: z.optional(probeSchema),
      startupProbe: z.optional(probeSchema),
      lifecycle: z.optional(lifecycleSchema),
      imagePullPolicy: z.optional(z.enum(['Always', 'IfNotPresent', 'Never'])),
      ports: z.optional(kubernetes<NonNullable<t.Container['ports']>>()),
      stdin: z.optional(flag),
      stdinOnce: z.optional(flag),
      tty: z.optional(flag),
      securityContext: z.optional(kubernetes<NonNullable<t.Container['securityContext']>>()),
      volumeMounts: z.optional(kubernetes<NonNullable<t.Container['volumeMounts']>>()),
    }),
  ),
);

const immutable = z.optional(flag);
const params = z.optional(dict(text));
const secretValues = <Key extends string>(keys: readonly Key[]) =>
  hidden(
    z.strictObject(
      Object.fromEntries(keys.map((key) => [key, z.optional(secretText())])) as Record<
        Key,
        z.ZodMiniOptional<Schema<string>>
      >,
    ),
  );

export const secretSpecSchema = expecting(
  'a map with `type`: basic, token, opaque, certificate or external',
  z.discriminatedUnion('type', [
    named(
      'BasicSecret',
      z.strictObject({ type: z.literal('basic'), data: secretValues(['username', 'password']), immutable, params }),
    ),
    named(
      'TokenSecret',
      z.strictObject({ type: z.literal('token'), data: secretValues(['token']), immutable, params }),
    ),
    named(
      'OpaqueSecret',
      z.strictObject({ type: z.literal('opaque'), data: z.optional(hidden(dict(secretText()))), immutable, params }),
    ),
    named(
      'CertificateSecret',
      z.strictObject({ type: z.literal('certificate'), data: secretValues(['tls.crt', 'tls.key']), immutable, params }),
    ),
    named(
      'ExternalSecret',
      z.strictObject({
        type: z.literal('external'),
        data: hidden(dict(secretText())),
        immutable,
        params: z.strictObject({
          store: text,
          storeKind: z.optional(z.enum(['SecretStore', 'ClusterSecretStore'])),
          refreshInterval: z.optional(text),
        }),
      }),
    ),
  ]),
);

export const portSchema = named(
  'Port',
  z.strictObject({
    port: count,
    targetPort: z.optional(portNumberOrName),
    protocol: z.optional(z.enum(['TCP', 'UDP', 'SCTP'])),
    name: z.optional(text),
    public: z.optional(flag),
    node: z.optional(flag),
    annotations: z.optional(dict(text)),
    labels: z.optional(dict(text)),
  }),
);

const ELSEWHERE: Readonly<Record<string, string>> = {
  containers: 'Write the containers of the workload: `containers`',
  initContainers: 'Write the init containers of the workload: `initContainers`',
  restartPolicy: 'Write it on the Job: `restartPolicy`',
};

export const podSchema = named(
  'Pod',
  z.unknown().check(({ value, issues }) => {
    if (!isMap(value)) {
      issues.push({ code: 'invalid_type', expected: 'object', input: value });
      return;
    }
    for (const key of Object.keys(ELSEWHERE)) {
      if (!Object.hasOwn(value, key)) continue;
      issues.push({
        code: 'custom',
        input: value[key],
        path: [key],
        message: 'is not a field of `pod`',
        params: { code: 'unknown-key', hint: ELSEWHERE[key] },
      });
    }
    for (const key of ['labels', 'annotations']) {
      if (value[key] === undefined) continue;
      const result = textMap._zod.run({ value: value[key], issues: [] }, { async: false });
      if (result instanceof Promise) throw new Error('schemas are synchronous');
      for (const issue of result.issues) issues.push({ ...issue, path: [key, ...(issue.path ?? [])] });
    }
  }) as unknown as Schema<t.Pod>,
);

const base = {
  name: z.optional(text),
  namespace: z.optional(text),
  labels: z.optional(dict(text)),
  annotations: z.optional(dict(text)),
  containers: dict(containerSchema),
  initContainers: z.optional(dict(containerSchema)),
  secrets: z.optional(hidden(dict(hidden(secretSpecSchema)))),
  replicas: z.optional(count),
  ports: z.optional(z.array(portSchema)),
  pod: z.optional(podSchema),
};

const job = {
  ...base,
  schedule: z.optional(text),
  timeZone: z.optional(text),
  concurrencyPolicy: z.optional(z.enum(['Allow', 'Forbid', 'Replace'])),
  startingDeadlineSeconds: z.optional(count),
  successfulJobsHistoryLimit: z.optional(count),
  failedJobsHistoryLimit: z.optional(count),
  parallelism: z.optional(count),
  completions: z.optional(count),
  completionMode: z.optional(z.enum(['NonIndexed', 'Indexed'])),
  backoffLimit: z.optional(count),
  activeDeadlineSeconds: z.optional(count),
  ttlSecondsAfterFinished: z.optional(count),
  suspend: z.optional(flag),
  podFailurePolicy: z.optional(kubernetes<NonNullable<t.JobProps['podFailurePolicy']>>()),
  restartPolicy: z.optional(z.enum(['Never', 'OnFailure'])),
};

const service = {
  ...base,
  selector: z.optional(dict(text)),
  strategy: z.optional(kubernetes<NonNullable<t.ServiceProps['strategy']>>()),
  minReadySeconds: z.optional(count),
  revisionHistoryLimit: z.optional(count),
  progressDeadlineSeconds: z.optional(count),
  expose: z.optional(exposeSchema),
};

/** Props of a Job. */
export const jobSchema = knowingWhere(elsewhereOfJob, named('JobProps', z.strictObject(job)));
/** Props of a Service. */
export const serviceSchema = knowingWhere(elsewhereOfService, named('ServiceProps', z.strictObject(service)));
/** A workload as data. */
export const workloadSchema = expecting(
  'a workload: a map with `kind`: "Job" or "Service"',
  z.discriminatedUnion('kind', [
    knowingWhere(elsewhereOfJob, named('JobProps', z.strictObject({ kind: z.literal('Job'), ...job }))),
    knowingWhere(elsewhereOfService, named('ServiceProps', z.strictObject({ kind: z.literal('Service'), ...service }))),
  ]),
);
