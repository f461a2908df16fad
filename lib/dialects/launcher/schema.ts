// The job of the Posit Launcher plugin API 3.5.0, in its own spellings. spec: dialects.md, "launcher"
// https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api
import { dict, expecting, hidden, named, secretText } from '../../shape/shape';
import * as z from '../../shape/schema';

/** A job of the Launcher. Of the optional keys, null, "", [] and {} mean *not set*. */
export interface LauncherJob {
  /** The job's unique id. With `name` it makes the Kubernetes Job's name; kept as the pod annotation `id`. */
  readonly id: string;
  /** The cluster of the job. Kept as the pod annotation `cluster`. */
  readonly cluster?: string | null;
  /** The job's name. With `id` it makes the Kubernetes Job's name; kept as the pod annotation `name`. */
  readonly name?: string | null;
  /** The name of the user who launched the job. Kept as the pod annotation `user`. */
  readonly user?: string | null;
  /** The group of the user who launched the job. Kept as the pod annotation `group`. */
  readonly group?: string | null;
  /**
   * The queues that may be used, or the one that was. Kept, as JSON, as the pod annotation `queues`; with the option `queue: 'kueue'` the
   * first becomes the Job's Kueue queue.
   */
  readonly queues?: readonly string[] | null;
  /** The working directory of `command` or `exe`. Becomes `workingDir`. */
  readonly workingDirectory?: string | null;
  /** The container. Its image is required on Kubernetes. */
  readonly container?: LauncherContainer | null;
  /** The host on which the job is to be run. Becomes `nodeName`. */
  readonly host?: string | null;
  /** The job's status. State, not specification: ignored. */
  readonly status?: string | null;
  /** The reason of the status. State: ignored. */
  readonly statusMessage?: string | null;
  /** The standard code of the status. State: ignored. */
  readonly statusCode?: string | null;
  /** The job's process id. State: ignored. */
  readonly pid?: number | null;
  /** The exit code of `command` or `exe`. State: ignored. */
  readonly exitCode?: number | null;
  /** A shell command, run by `/bin/sh -c` with `args` appended as quoted words. Either this or `exe`. */
  readonly command?: string | null;
  /** An executable, run with `args` and without a shell. Either this or `command`. */
  readonly exe?: string | null;
  /** The file with the standard output. State: ignored, Kubernetes keeps the log. */
  readonly stdoutFile?: string | null;
  /** The file with the standard error output. State: ignored, Kubernetes keeps the log. */
  readonly stderrFile?: string | null;
  /** Text for the standard input. Becomes `stdin` and `stdinOnce`, and the pod annotation `stdin` from which a launcher feeds it. */
  readonly stdin?: string | null;
  /** The arguments of `command` or `exe`. */
  readonly args?: readonly string[] | null;
  /** The environment variables, taken literally. */
  readonly environment?: readonly LauncherEnv[] | null;
  /** What the node must be like. Becomes `nodeSelector`. */
  readonly placementConstraints?: readonly LauncherPlacementConstraint[] | null;
  /** The time of the job's last update, RFC 3339. State: ignored. */
  readonly lastUpdateTime?: string | null;
  /** The time at which the job was submitted, RFC 3339. State: ignored. */
  readonly submissionTime?: string | null;
  /** The container's ports. */
  readonly exposedPorts?: readonly LauncherPort[] | null;
  /** The file systems to mount. */
  readonly mounts?: readonly LauncherMount[] | null;
  /** Custom configuration values. */
  readonly config?: readonly LauncherConfig[] | null;
  /** Requests and limits of resources. */
  readonly resourceLimits?: readonly LauncherResourceLimit[] | null;
  /** Tags to filter jobs by. Kept as the pod annotations `USER_TAG_0`, `USER_TAG_1`, … */
  readonly tags?: readonly string[] | null;
  /**
   * The user's own attributes, any JSON. Kept as the pod annotation `user_metadata`. `labels`, `annotations` and `initContainers` of its `job`,
   * `pod` and `service`, which the vendor's own template applies, are a loss.
   */
  readonly metadata?: Readonly<Record<string, unknown>> | null;
  /** The name of the resource profile. Kept as the pod annotation `resourceProfile`. */
  readonly resourceProfile?: string | null;
}

/** The container of a job. */
export interface LauncherContainer {
  /** The container's image. */
  readonly image: string;
  /** The numeric id of the user that runs it. Becomes the pod's `runAsUser`. */
  readonly runAsUserId?: number | null;
  /** The numeric id of the group that runs it. Becomes the pod's `runAsGroup`. */
  readonly runAsGroupId?: number | null;
  /** More groups of that user. Become the pod's `supplementalGroups`. */
  readonly supplementalGroupIds?: readonly number[] | null;
}

/** An environment variable of a job. */
export interface LauncherEnv {
  /** The variable's name. */
  readonly name: string;
  /** The variable's value, taken literally. */
  readonly value: string;
}

/** A label that the node must have. */
export interface LauncherPlacementConstraint {
  /** The label's name. */
  readonly name: string;
  /** The label's value. Default "". */
  readonly value?: string | null;
}

/** A port of the container. */
export interface LauncherPort {
  /** The port in the container, 1–65535. */
  readonly targetPort: number;
  /** The port of the node. Becomes `hostPort`. Default: one that a NodePort Service is given. */
  readonly publishedPort?: number | null;
  /** `TCP` (default), `UDP` or `SCTP`, in any letter case. */
  readonly protocol?: string | null;
}

/** A file system and where it is mounted. */
export interface LauncherMount {
  /** The path in the container, absolute. */
  readonly mountPath: string;
  /** Mounted without the right to write. Default false. */
  readonly readOnly?: boolean | null;
  /** What is mounted. */
  readonly mountSource: LauncherMountSource;
}

/** What is mounted, by its type. */
export type LauncherMountSource =
  | LauncherHostMount
  | LauncherNfsMount
  | LauncherCephFsMount
  | LauncherAzureFileMount
  | LauncherGlusterFsMount
  | LauncherPassthroughMount;

/** A folder or file of the node. Becomes a `hostPath` volume. */
export interface LauncherHostMount {
  readonly type: 'host';
  readonly source: {
    /** The path on the node. */
    readonly path: string;
  };
}

/** A folder of an NFS server. Becomes an `nfs` volume. */
export interface LauncherNfsMount {
  readonly type: 'nfs';
  readonly source: {
    /** The server's name or address. */
    readonly host: string;
    /** The exported path. */
    readonly path: string;
  };
}

/** A folder of a Ceph file system. Becomes a `cephfs` volume. */
export interface LauncherCephFsMount {
  readonly type: 'cephFs';
  readonly source: {
    /** Addresses of the monitors, at least one. */
    readonly monitors: readonly string[];
    /** The path in the file system. Kubernetes' default: `/`. */
    readonly path?: string | null;
    /** The Ceph user. Kubernetes' default: `admin`. */
    readonly user?: string | null;
    /** The key ring's path on the node. */
    readonly secretFile?: string | null;
    /** The name of the Secret with the key, in place of `secretFile`. */
    readonly secretRef?: string | null;
  };
}

/** A share of Azure Files. Becomes an `azureFile` volume. */
export interface LauncherAzureFileMount {
  readonly type: 'azureFile';
  readonly source: {
    /** The Secret with the storage account's name and key. */
    readonly secretName: string;
    /** The share's name. */
    readonly shareName: string;
  };
}

/** A GlusterFS volume. Becomes a `glusterfs` volume. */
export interface LauncherGlusterFsMount {
  readonly type: 'glusterFs';
  readonly source: {
    /** The name of the Endpoints object. */
    readonly endpoints: string;
    /** The GlusterFS volume's name. */
    readonly path: string;
  };
}

/** Any other Kubernetes volume, in Kubernetes' own words: `{ persistentVolumeClaim: { claimName: 'data' } }`. */
export interface LauncherPassthroughMount {
  readonly type: 'passthrough';
  readonly source: Readonly<Record<string, unknown>>;
}

/** A custom configuration value. */
export interface LauncherConfig {
  /** `secret` puts a Secret's key into an environment variable; any other name is kept as the pod annotation `config.<name>`. */
  readonly name: string;
  /** The type of the value, such as `string` or `int`. Not needed: ignored. */
  readonly valueType?: string | null;
  /** The value; of `secret`: `<name of the Secret>:<key>:<environment variable>`. */
  readonly value?: string | null;
}

/** How much of a resource a job may use. */
export interface LauncherResourceLimit {
  /**
   * `cpuCount`, `memory` (MB), `CPU Request`, `Memory Request` (MB), `NVIDIA GPUs` or `AMD GPUs`. `cpuTime` and `memorySwap` have no
   * equivalent in Kubernetes.
   */
  readonly type: string;
  /** The amount, a number as text. */
  readonly value?: string | null;
  /** The amount when `value` is not set. */
  readonly defaultValue?: string | null;
  /** The most that could have been asked for. Ignored. */
  readonly maxValue?: string | null;
}

const text = z.nullish(z.string());
const texts = z.nullish(z.array(z.string()));
const whole = expecting('a whole number', z.int());
const int = z.nullish(whole);

const containerSchema = named(
  'LauncherContainer',
  z.strictObject({
    image: z.string(),
    runAsUserId: int,
    runAsGroupId: int,
    supplementalGroupIds: z.nullish(z.array(whole)),
  }),
);

const envSchema = hidden(named('LauncherEnv', z.strictObject({ name: z.string(), value: secretText() })));

const constraintSchema = named('LauncherPlacementConstraint', z.strictObject({ name: z.string(), value: text }));

const portSchema = named('LauncherPort', z.strictObject({ targetPort: whole, publishedPort: int, protocol: text }));

const mountSourceSchema = z.discriminatedUnion('type', [
  named('LauncherHostMount', z.strictObject({ type: z.literal('host'), source: z.strictObject({ path: z.string() }) })),
  named(
    'LauncherNfsMount',
    z.strictObject({ type: z.literal('nfs'), source: z.strictObject({ host: z.string(), path: z.string() }) }),
  ),
  named(
    'LauncherCephFsMount',
    z.strictObject({
      type: z.literal('cephFs'),
      source: z.strictObject({
        monitors: z.array(z.string()),
        path: text,
        user: text,
        secretFile: text,
        secretRef: text,
      }),
    }),
  ),
  named(
    'LauncherAzureFileMount',
    z.strictObject({
      type: z.literal('azureFile'),
      source: z.strictObject({ secretName: z.string(), shareName: z.string() }),
    }),
  ),
  named(
    'LauncherGlusterFsMount',
    z.strictObject({
      type: z.literal('glusterFs'),
      source: z.strictObject({ endpoints: z.string(), path: z.string() }),
    }),
  ),
  named('LauncherPassthroughMount', z.strictObject({ type: z.literal('passthrough'), source: dict(z.unknown()) })),
]);

const mountSchema = named(
  'LauncherMount',
  z.strictObject({ mountPath: z.string(), readOnly: z.nullish(z.boolean()), mountSource: mountSourceSchema }),
);

const configSchema = hidden(
  named('LauncherConfig', z.strictObject({ name: z.string(), valueType: text, value: z.nullish(secretText()) })),
);

const limitSchema = named(
  'LauncherResourceLimit',
  z.strictObject({ type: z.string(), value: text, defaultValue: text, maxValue: text }),
);

export const jobSchema = named(
  'LauncherJob',
  z.strictObject({
    id: z.string(),
    cluster: text,
    name: text,
    user: text,
    group: text,
    queues: texts,
    workingDirectory: text,
    container: z.nullish(containerSchema),
    host: text,
    status: text,
    statusMessage: text,
    statusCode: text,
    pid: int,
    exitCode: int,
    command: text,
    exe: text,
    stdoutFile: text,
    stderrFile: text,
    stdin: z.nullish(secretText()),
    args: texts,
    environment: z.nullish(hidden(z.array(envSchema))),
    placementConstraints: z.nullish(z.array(constraintSchema)),
    lastUpdateTime: text,
    submissionTime: text,
    exposedPorts: z.nullish(z.array(portSchema)),
    mounts: z.nullish(z.array(mountSchema)),
    config: z.nullish(hidden(z.array(configSchema))),
    resourceLimits: z.nullish(z.array(limitSchema)),
    tags: texts,
    metadata: z.nullish(dict(z.unknown())),
    resourceProfile: text,
  }),
);
