// manifest.json of the datatask platform, with its own spellings. seed: "Configuration Jobs & Services"
import type * as k8s from '../../kube/api/written';
import { dict, expecting, forEditors, hidden, named, type Schema, secretText } from '../../shape/shape';
import * as z from '../../shape/schema';
import { count, portNumber, spelled } from '../../workload/model/fields';
import { LABEL, orEmpty, QUANTITY, SCHEDULE } from '../../workload/model/spelling';

/**
 * A manifest.json. Everywhere "", null, [] and {} mean *not set*.
 * @example { "type": "job", "name": "gstogs", "labels": "app:gstogs", "image-source": "busybox:1.28", "schedule": "0 5 * * *" }
 */
export interface Manifest {
  /** `job` → Job, or CronJob when `schedule` is set; `deployment` → Deployment; `service` → Deployment and Service. */
  readonly type: 'job' | 'deployment' | 'service';
  /** Name of all objects and of the container. */
  readonly name: string;
  /**
   * `key:value`, several separated by commas; split at the first colon. Labels of the objects and the pods, and the selector of the Deployment
   * and the Service.
   */
  readonly labels: string;
  /** The image to run. Exactly one of this and `image-destination`. */
  readonly 'image-source'?: string | null;
  /** The image to run once it was built from the manifest's own folder, and its tag. */
  readonly 'image-destination'?: string | null;
  /** When nodes pull the image. Default `Always`. */
  readonly 'image-pull-policy'?: 'Always' | 'IfNotPresent' | 'Never' | null;
  /** Environment variables, taken literally. Of two with one name the last counts. */
  readonly env?: readonly ManifestEnv[] | null;
  /**
   * Name of a Secret, in the task's namespace, with the key of a service account. Mounted at `/var/secrets/google`, with
   * `GOOGLE_APPLICATION_CREDENTIALS` set to its `key.json` unless `env` sets it.
   */
  readonly 'svc-account-secret'?: string | null;
  /** The command with its arguments, in place of the image's. Not run in a shell. */
  readonly cmd?: readonly string[] | null;
  /** CPU limit, a Kubernetes quantity: "0.20", "200m". */
  readonly 'cpu-limit'?: string | null;
  /** Memory limit, a Kubernetes quantity: "200Mi". */
  readonly 'memory-limit'?: string | null;
  /** CPU request, a Kubernetes quantity. */
  readonly 'cpu-request'?: string | null;
  /** Memory request, a Kubernetes quantity. */
  readonly 'memory-request'?: string | null;
  /** Cron of a job, as Kubernetes reads it: "0 5 * * *". Only on a job. */
  readonly schedule?: string | null;
  /** Number of pods of a deployment or service, ≥ 0. Kubernetes' default: 1. */
  readonly replicas?: number | null;
  /** Name of a service's port. Default `http`. */
  readonly 'name-port'?: string | null;
  /** A service's port, of the container and of the Service, 1–65535. Required on a service. */
  readonly 'container-port'?: number | null;
  /** Volumes and where they are mounted: Kubernetes' own volume sources, or "pvc://claim:/path[:ro]". */
  readonly volumes?: readonly (ManifestVolume | string)[] | null;
  /** Taints that the pods tolerate, as in Kubernetes. */
  readonly tolerations?: readonly ManifestToleration[] | null;
  /** Labels that a node must have. Becomes `nodeSelector`. */
  readonly 'node-selector'?: Readonly<Record<string, string>> | null;
  /** Publishes a service outside the cluster. Only on a service. */
  readonly published?: ManifestPublished | null;
}

/** One environment variable. */
export interface ManifestEnv {
  readonly name: string;
  readonly value: string;
}

/** How a service is published. Never open to everyone unless `bypass_auth` says so. */
export interface ManifestPublished {
  /** The group that may use the application. Required unless `bypass_auth`. */
  readonly access?: string | null;
  /** The path prefix: "/app/". Required. */
  readonly prefix?: string | null;
  /** What takes the prefix's place before the request reaches the service. Default `/`, as Emissary's. */
  readonly rewrite?: string | null;
  /** Milliseconds that a request may take, ≥ 0. Default 6000. */
  readonly timeout_ms?: number | null;
  /** Whether a user always reaches the same pod. Default false. */
  readonly sticky_sessions?: boolean | null;
  /** Whether the application is open to everyone. Default false. */
  readonly bypass_auth?: boolean | null;
  /** Name in the portal. Default: the service's name. */
  readonly displayed_name?: string | null;
  /** Icon in the portal: name of a Material icon or an http(s) URL. Default `import_contacts`. */
  readonly icon?: string | null;
  /** Whether the portal shows it. Default true. */
  readonly visible?: boolean | null;
}

/** A volume and its mount: exactly one of Kubernetes' volume sources. */
export interface ManifestVolume {
  /** The volume's name; entries with the same name and source share it. Default: made of the source. */
  readonly name?: string;
  /** Absolute path in the container. */
  readonly mountPath: string;
  /** Default false. */
  readonly readOnly?: boolean;
  /** A path within the volume. Default: its root. */
  readonly subPath?: string;
  /** As in Kubernetes. */
  readonly persistentVolumeClaim?: k8s.PersistentVolumeClaimVolumeSource;
  /** As in Kubernetes. */
  readonly secret?: k8s.SecretVolumeSource;
  /** As in Kubernetes. */
  readonly configMap?: k8s.ConfigMapVolumeSource;
  /** As in Kubernetes. */
  readonly emptyDir?: k8s.EmptyDirVolumeSource;
  /** As in Kubernetes. */
  readonly hostPath?: k8s.HostPathVolumeSource;
  /** As in Kubernetes. */
  readonly nfs?: k8s.NFSVolumeSource;
}

/** A Kubernetes toleration. */
export interface ManifestToleration {
  /** The taint's key. Default: every key, with operator Exists. */
  readonly key?: string;
  /** `Equal` (Kubernetes' default) or `Exists`. */
  readonly operator?: string;
  /** The taint's value, with operator Equal. */
  readonly value?: string;
  /** `NoSchedule`, `PreferNoSchedule` or `NoExecute`. Default: every effect. */
  readonly effect?: string;
  /** Seconds that a NoExecute taint is tolerated. Default: always. */
  readonly tolerationSeconds?: number;
}

/** Left out or null. */
const maybe = <S extends Schema>(schema: S) => z.optional(z.nullable(schema));
/** In Kubernetes' own words: what is in it is checked where it is emitted, by the API server's rules. */
const kubernetes = <T>(): z.ZodMiniOptional<Schema<T>> => z.optional(z.unknown() as unknown as Schema<T>);

const text = z.string();

const volumeSchema = named(
  'ManifestVolume',
  z.strictObject({
    name: z.optional(text),
    mountPath: text,
    readOnly: z.optional(z.boolean()),
    subPath: z.optional(text),
    persistentVolumeClaim: kubernetes<k8s.PersistentVolumeClaimVolumeSource>(),
    secret: kubernetes<k8s.SecretVolumeSource>(),
    configMap: kubernetes<k8s.ConfigMapVolumeSource>(),
    emptyDir: kubernetes<k8s.EmptyDirVolumeSource>(),
    hostPath: kubernetes<k8s.HostPathVolumeSource>(),
    nfs: kubernetes<k8s.NFSVolumeSource>(),
  }),
);

const tolerationSchema = named(
  'ManifestToleration',
  z.strictObject({
    key: z.optional(text),
    operator: z.optional(text),
    value: z.optional(text),
    effect: z.optional(text),
    tolerationSeconds: z.optional(z.number()),
  }),
);

const publishedSchema = named(
  'ManifestPublished',
  z.strictObject({
    access: maybe(text),
    prefix: maybe(text),
    rewrite: maybe(text),
    timeout_ms: maybe(z.number()),
    sticky_sessions: maybe(z.boolean()),
    bypass_auth: maybe(z.boolean()),
    displayed_name: maybe(text),
    icon: maybe(text),
    visible: maybe(z.boolean()),
  }),
);

const quantity = maybe(spelled(orEmpty(QUANTITY)));

const envSchema = hidden(named('ManifestEnv', z.strictObject({ name: text, value: secretText() })));

/** That a document says a key, in JSON Schema. */
const isFilled = (key: string): object => ({
  required: [key],
  properties: { [key]: { type: 'string', minLength: 1 } },
});

/** The shape of a manifest whose unset keys are left out. */
export const manifestSchema = forEditors(
  { oneOf: ['image-source', 'image-destination'].map(isFilled) },
  named(
    'Manifest',
    z.strictObject({
      type: z.enum(['job', 'deployment', 'service']),
      name: spelled(LABEL),
      labels: text,
      'image-source': maybe(text),
      'image-destination': maybe(text),
      'image-pull-policy': maybe(z.enum(['Always', 'IfNotPresent', 'Never'])),
      env: maybe(hidden(z.array(envSchema))),
      'svc-account-secret': maybe(text),
      cmd: maybe(z.array(text)),
      'cpu-limit': quantity,
      'memory-limit': quantity,
      'cpu-request': quantity,
      'memory-request': quantity,
      schedule: maybe(spelled(SCHEDULE)),
      replicas: maybe(count),
      'name-port': maybe(text),
      'container-port': maybe(portNumber),
      volumes: maybe(
        z.array(expecting('"pvc://claim:/path[:ro]" or a map with "mountPath"', z.union([volumeSchema, text]))),
      ),
      tolerations: maybe(z.array(tolerationSchema)),
      'node-selector': maybe(dict(text)),
      published: maybe(publishedSchema),
    }),
  ),
);
