// The workload model: KAM's attributes, flat, and beside them the Job's or Deployment's own fields in Kubernetes' words. Interfaces only;
// each concept's rendering is in the file of its name. KAM v1/workload; spec: workload.md
import type { k8s } from 'cdk8s-plus-28';
import type { Plain } from '../kube/types';
import type { LifecycleHandler, ProbeHandler } from './action';
import type { Expose } from './expose';
import type { Port } from './port';

/** Anything that stands for a named Kubernetes object: a name, or a construct with one (a cdk8s-plus ServiceAccount). */
export type NameOf = string | { readonly name: string };

/** A map from names to values, in the order in which it was written. */
export type Dict<T> = Readonly<Record<string, T>>;

/**
 * A health check of a container. Becomes a Kubernetes Probe. (KAM schema Probe)
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes
 */
export interface Probe {
  /** What is done: exactly one of {@link Exec}, {@link Http}, {@link Tcp}, {@link Grpc}. */
  readonly probeHandler: ProbeHandler;
  /** Seconds before the first check, ≥ 0. Kubernetes' default: 0. */
  readonly initialDelaySeconds?: number;
  /** Seconds between checks, ≥ 0. Kubernetes' default: 10. */
  readonly periodSeconds?: number;
  /** Seconds after which a check has failed, ≥ 0. Kubernetes' default: 1. */
  readonly timeoutSeconds?: number;
  /** Successes in a row that make it healthy again, ≥ 0; 1 on liveness and startup. Kubernetes' default: 1. */
  readonly successThreshold?: number;
  /** Failures in a row that make it unhealthy, ≥ 0. Kubernetes' default: 3. */
  readonly failureThreshold?: number;
  /** Seconds to end gracefully after the probe failed, > 0. Becomes `terminationGracePeriodSeconds`; refused on a readiness probe. */
  readonly terminationGracePeriod?: number;
}

/**
 * Actions around the life of a container; at least one. Becomes a Kubernetes Lifecycle. (KAM schema Lifecycle)
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export interface Lifecycle {
  /** Right after the container was created. */
  readonly postStart?: LifecycleHandler;
  /** Before the container is terminated. */
  readonly preStop?: LifecycleHandler;
}

interface FileMode {
  /**
   * Permission bits: a string with a leading zero is octal ("0000"–"0777"), any other string and a number are decimal (0–511).
   * Default "0644".
   */
  readonly mode?: string | number;
}

/** A file with its text given here. */
export interface FileContent extends FileMode {
  /** The text. Becomes a key of the ConfigMap `<workload>-<container>-files`. */
  readonly content: string;
  readonly contentFrom?: never;
}

/** A file with its text in a Secret or ConfigMap. */
export interface FileContentFrom extends FileMode {
  /** `secret://name/key` or `configmap://name/key`. */
  readonly contentFrom: string;
  readonly content?: never;
}

/** A file in a container. Mounted at exactly its path; the folder's other files stay visible. (KAM schema FileSpec) */
export type FileSpec = FileContent | FileContentFrom;

/** The value of an environment variable in Kubernetes' own form; a cdk8s-plus EnvValue is one. */
export interface EnvSource {
  /** Literal text, taken as it is, even if it looks like a reference. */
  readonly value?: string;
  /** Where the value comes from. */
  readonly valueFrom?: Plain<k8s.EnvVarSource>;
}

/** All variables of a Secret or ConfigMap at once. */
export interface EnvFrom {
  /** `secret://name` or `configmap://name`. */
  readonly from: string;
  /** Put before each variable's name. */
  readonly prefix?: string;
}

/** Requests and limits by resource name, in Kubernetes' own form. */
export interface ResourceRequirements {
  readonly requests?: Dict<string>;
  readonly limits?: Dict<string>;
}

/**
 * A container of a workload. Becomes a Kubernetes Container, in the order written. (KAM schema Container)
 * @see https://kubernetes.io/docs/concepts/containers/
 */
export interface Container {
  /** The image, e.g. `busybox:1.28`. A missing tag gets a note, not an error. */
  readonly image: string;
  /** The entry point (ENTRYPOINT of the image if absent). Not run in a shell. */
  readonly command?: readonly string[];
  /** Arguments of the entry point (CMD of the image if absent). */
  readonly args?: readonly string[];
  /** Working directory. Default: the image's. */
  readonly workingDir?: string;
  /**
   * Environment variables, in the order written: text, a reference (`secret://name/key`, `configmap://name/key`,
   * `fieldref://metadata.name`, `resource://limits.cpu`; also as `${secret://name/key}`), or Kubernetes' own form.
   */
  readonly env?: Dict<string | EnvSource>;
  /** All variables of Secrets and ConfigMaps: `secret://name`, `configmap://name`, or with a prefix. */
  readonly envFrom?: readonly (string | EnvFrom)[];
  /**
   * Resource name → quantity: `"2"` is the limit, `"1-2"` request and limit. Or `{ requests, limits }` in Kubernetes' own form.
   * Any resource name that Kubernetes takes: cpu, memory, ephemeral-storage, hugepages-…, nvidia.com/gpu.
   */
  readonly resources?: Dict<string> | ResourceRequirements;
  /** Absolute path → file. */
  readonly files?: Dict<FileSpec>;
  /**
   * Absolute path → volume: `secret://name`, `configmap://name`, `pvc://claim`, `emptydir://`, `hostpath:///path`, `nfs://server/path`;
   * options as a query: `?readOnly=true&subPath=a/b&medium=Memory&sizeLimit=1Gi&type=Directory`.
   */
  readonly dirs?: Dict<string>;
  /** Restarts the container when it fails. */
  readonly livenessProbe?: Probe;
  /** Takes the pod out of its Services while it fails. */
  readonly readinessProbe?: Probe;
  /** Holds back the other probes until it succeeded. */
  readonly startupProbe?: Probe;
  /** Actions around the container's life. */
  readonly lifecycle?: Lifecycle;
  /** As in Kubernetes, whose default is Always for `latest` or no tag, else IfNotPresent. */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** The ports that it listens on, as in Kubernetes. Those of the workload's `ports` that no container declares go to the first one. */
  readonly ports?: readonly Plain<k8s.ContainerPort>[];
  /** Keeps standard input open. Kubernetes' default: false. */
  readonly stdin?: boolean;
  /** Closes standard input after the first client that was attached has left. Only with `stdin`. Kubernetes' default: false. */
  readonly stdinOnce?: boolean;
  /** Gives it a terminal; needs `stdin`. Kubernetes' default: false. */
  readonly tty?: boolean;
  /** User, capabilities, privileges and file system of this container, as in Kubernetes. */
  readonly securityContext?: Plain<k8s.SecurityContext>;
  /** Mounts of the volumes in `pod.volumes`, as in Kubernetes. */
  readonly volumeMounts?: readonly Plain<k8s.VolumeMount>[];
}

interface SecretBase {
  /** If true, the data can never be changed. */
  readonly immutable?: boolean;
}

interface SecretWithParams extends SecretBase {
  /** Become annotations `cdk8s-kam/param-<key>`. */
  readonly params?: Dict<string>;
}

/** User name and password → type `kubernetes.io/basic-auth`. At least one of the keys; a value may be "". */
export interface BasicSecret extends SecretWithParams {
  readonly type: 'basic';
  readonly data: { readonly username?: string; readonly password?: string };
}

/** A token → type `Opaque`, key `token`. */
export interface TokenSecret extends SecretWithParams {
  readonly type: 'token';
  readonly data: { readonly token: string };
}

/** Any keys → type `Opaque`. */
export interface OpaqueSecret extends SecretWithParams {
  readonly type: 'opaque';
  readonly data?: Dict<string>;
}

/** A certificate and its key, PEM → type `kubernetes.io/tls`. */
export interface CertificateSecret extends SecretWithParams {
  readonly type: 'certificate';
  readonly data: { readonly 'tls.crt': string; readonly 'tls.key': string };
}

/**
 * A secret that the External Secrets operator fetches → `external-secrets.io/v1` ExternalSecret.
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export interface ExternalSecret extends SecretBase {
  readonly type: 'external';
  /** Local key → remote reference, `path` or `path#property`. */
  readonly data: Dict<string>;
  readonly params: {
    /** Name of the store. */
    readonly store: string;
    /** Default `SecretStore`. */
    readonly storeKind?: 'SecretStore' | 'ClusterSecretStore';
    /** A Go duration such as `1h`; the operator's default is used when absent. */
    readonly refreshInterval?: string;
  };
}

/** Sensitive data of a workload. Values never appear in messages. (KAM schema Secret) */
export type SecretSpec = BasicSecret | TokenSecret | OpaqueSecret | CertificateSecret | ExternalSecret;

/** The pod beside its containers: every field of the Kubernetes PodSpec, plus labels and annotations of the pod alone. */
export interface Pod extends Omit<
  Plain<k8s.PodSpec>,
  'containers' | 'initContainers' | 'restartPolicy' | 'serviceAccountName' | 'priorityClassName' | 'runtimeClassName'
> {
  /** Labels of the pods alone. */
  readonly labels?: Dict<string>;
  /** Annotations of the pods alone. */
  readonly annotations?: Dict<string>;
  /** A name, or anything with one, such as a cdk8s-plus ServiceAccount. */
  readonly serviceAccountName?: NameOf;
  /** A name, or anything with one. */
  readonly priorityClassName?: NameOf;
  /** A name, or anything with one. */
  readonly runtimeClassName?: NameOf;
}

/** What Job and Service have in common. */
export interface WorkloadBase {
  /** metadata.name. Constructs take the default from their path; documents and `toManifests` need it. */
  readonly name?: string;
  /** metadata.namespace. Constructs take the default from the Chart. */
  readonly namespace?: string;
  /** Labels of the object and of its pods. */
  readonly labels?: Dict<string>;
  /** Annotations of the object and of its pods. */
  readonly annotations?: Dict<string>;
  /** Name (a DNS-1123 label) → container; at least one. */
  readonly containers: Dict<Container>;
  /** Containers that run to their end, one by one, before the others start. Names as in `containers`. */
  readonly initContainers?: Dict<Container>;
  /** Name → Secret, created beside the workload as `<workload>-<name>`; used as `secret://<name in this map>/<key>`. */
  readonly secrets?: Dict<SecretSpec>;
  /** Service: number of pods. Job: `parallelism` and `completions`. ≥ 0. */
  readonly replicas?: number;
  /** Ports under which the pods are reached → Services. */
  readonly ports?: readonly Port[];
  /** Everything of the pod that is not a container, in Kubernetes' own words. */
  readonly pod?: Pod;
}

/**
 * A workload that runs to its end: a batch/v1 Job, or a CronJob when it has a `schedule`. (KAM schema Job)
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export interface JobProps extends WorkloadBase {
  /** Cron, five fields, as Kubernetes reads it (`0 5 * * *`, `@daily`, `@every 1h30m`). Absent or "" → a Job, otherwise a CronJob. */
  readonly schedule?: string;
  /** Name of the schedule's time zone, e.g. `Europe/Paris`. Default: the controller's. Only with `schedule`. */
  readonly timeZone?: string;
  /** What happens while the last run is still going. Kubernetes' default: Allow. Only with `schedule`. */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** Seconds after which a missed run is skipped, ≥ 0. Only with `schedule`. */
  readonly startingDeadlineSeconds?: number;
  /** Finished Jobs that are kept, ≥ 0. Kubernetes' default: 3. Only with `schedule`. */
  readonly successfulJobsHistoryLimit?: number;
  /** Failed Jobs that are kept, ≥ 0. Kubernetes' default: 1. Only with `schedule`. */
  readonly failedJobsHistoryLimit?: number;
  /** Pods at a time, ≥ 0. Not together with `replicas`. */
  readonly parallelism?: number;
  /** Successful pods that finish the Job, ≥ 0. Not together with `replicas`. */
  readonly completions?: number;
  /** Kubernetes' default: NonIndexed. */
  readonly completionMode?: 'NonIndexed' | 'Indexed';
  /** Retries before the Job has failed, ≥ 0. Kubernetes' default: 6. */
  readonly backoffLimit?: number;
  /** Seconds after which the Job has failed, ≥ 0. */
  readonly activeDeadlineSeconds?: number;
  /** Seconds after which a finished Job is deleted, ≥ 0. */
  readonly ttlSecondsAfterFinished?: number;
  /** Creates it without starting it. With `schedule`: the CronJob's own `suspend`. */
  readonly suspend?: boolean;
  /** As in Kubernetes. */
  readonly podFailurePolicy?: Plain<k8s.PodFailurePolicy>;
  /** Default `Never`. */
  readonly restartPolicy?: 'Never' | 'OnFailure';
}

/**
 * A workload that runs all the time: an apps/v1 Deployment, and Services for its ports. (KAM schema Service)
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 */
export interface ServiceProps extends WorkloadBase {
  /** The Deployment's and Services' selector. Default `{ app.kubernetes.io/name: <name> }`. Its labels are put on the pods. */
  readonly selector?: Dict<string>;
  /** As in Kubernetes, whose default is a rolling update 25%/25%. */
  readonly strategy?: Plain<k8s.DeploymentStrategy>;
  /** Seconds that a new pod must be ready, ≥ 0. */
  readonly minReadySeconds?: number;
  /** Old ReplicaSets that are kept, ≥ 0. Kubernetes' default: 10. */
  readonly revisionHistoryLimit?: number;
  /** Seconds after which a rollout has failed, > minReadySeconds. Kubernetes' default: 600. */
  readonly progressDeadlineSeconds?: number;
  /** A route from outside the cluster: Ingress, HTTPRoute or Emissary Mapping. */
  readonly expose?: Expose;
}

/** A workload as data: what dialects read and `toManifests` renders. */
export type Workload = ({ readonly kind: 'Job' } & JobProps) | ({ readonly kind: 'Service' } & ServiceProps);
