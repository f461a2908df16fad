// Container. KAM v1/workload/container/container.k; https://kubernetes.io/docs/concepts/containers/

import type * as k8s from '../../kube/api/written';
import { dict, expecting, forEditors, hidden, knowingWhere, named } from '../../shape/shape';
import * as z from '../../shape/schema';
import { elsewhereOfContainer } from './elsewhere';
import { type EnvFrom, type EnvValue, envValueSchema } from './env';
import { type Dict, flag, kubernetes, text, texts } from './fields';
import { type FileSpec, fileSpecSchema } from './file-spec';
import { type Lifecycle, lifecycleSchema } from './lifecycle';
import { type Probe, probeSchema } from './probe';
import { type Amount, type ResourceRequirements, resourcesSchema } from './resources';
import { ABSOLUTE } from './spelling';

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
   * `fieldref://metadata.name`, `resource://limits.cpu`; also as `${secret://name/key}`), or Kubernetes' own form; a number or a boolean for its text.
   */
  readonly env?: Dict<EnvValue>;
  /** All variables of Secrets and ConfigMaps: `secret://name`, `configmap://name`, or with a prefix. */
  readonly envFrom?: readonly (string | EnvFrom)[];
  /**
   * Resource name → quantity: `"2"` or `2` is the limit, `"1-2"` request and limit. Or `{ requests, limits }` in Kubernetes' own form.
   * Any resource name that Kubernetes takes: cpu, memory, ephemeral-storage, hugepages-…, nvidia.com/gpu.
   */
  readonly resources?: Dict<Amount> | ResourceRequirements;
  /** Absolute path → file. */
  readonly files?: Dict<FileSpec>;
  /**
   * Absolute path → volume: `secret://name`, `configmap://name`, `pvc://claim`, `emptydir://`, `hostpath:///path`, `nfs://server/path`;
   * options as a query: `?readOnly=true&subPath=a/b&medium=Memory&sizeLimit=1Gi&type=Directory`. An `emptydir://` is the mount's own; as
   * `emptydir://name` it is shared by all containers that name it, each with the same options.
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
  readonly ports?: readonly k8s.ContainerPort[];
  /** Keeps standard input open. Kubernetes' default: false. */
  readonly stdin?: boolean;
  /** Closes standard input after the first client that was attached has left. Only with `stdin`. Kubernetes' default: false. */
  readonly stdinOnce?: boolean;
  /** Gives it a terminal; needs `stdin`. Kubernetes' default: false. */
  readonly tty?: boolean;
  /** User, capabilities, privileges and file system of this container, as in Kubernetes. */
  readonly securityContext?: k8s.SecurityContext;
  /** Mounts of the volumes in `pod.volumes`, as in Kubernetes. */
  readonly volumeMounts?: readonly k8s.VolumeMount[];
  /** Raw block devices of the claims in `pod.volumes`, as in Kubernetes. */
  readonly volumeDevices?: readonly k8s.VolumeDevice[];
  /**
   * `Always` makes an init container a sidecar: it is started in its turn and keeps running beside the containers. Before Kubernetes 1.29 the server
   * drops it unless the feature gate SidecarContainers is on. Other words, and a policy of a container's own, since 1.34; before 1.35 only with the
   * feature gate ContainerRestartRules.
   */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /**
   * What is done for which exit code, before `restartPolicy` is asked, as in Kubernetes. Since Kubernetes 1.34; before 1.35 the server drops it unless
   * the feature gate ContainerRestartRules is on.
   */
  readonly restartPolicyRules?: readonly k8s.ContainerRestartRule[];
  /**
   * Whether a change of its resources restarts it, as in Kubernetes. Before Kubernetes 1.33 the server drops it unless the feature gate
   * InPlacePodVerticalScaling is on.
   */
  readonly resizePolicy?: readonly k8s.ContainerResizePolicy[];
  /** The file that it writes its last words to. Kubernetes' default: /dev/termination-log. */
  readonly terminationMessagePath?: string;
  /** Where its last words come from when that file is empty. Kubernetes' default: File. */
  readonly terminationMessagePolicy?: 'File' | 'FallbackToLogsOnError';
}

export const container = {
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
  files: z.optional(forEditors({ propertyNames: { pattern: ABSOLUTE } }, dict(fileSpecSchema))),
  dirs: z.optional(forEditors({ propertyNames: { pattern: ABSOLUTE } }, dict(text))),
  livenessProbe: z.optional(probeSchema),
  readinessProbe: z.optional(probeSchema),
  startupProbe: z.optional(probeSchema),
  lifecycle: z.optional(lifecycleSchema),
  imagePullPolicy: z.optional(z.enum(['Always', 'IfNotPresent', 'Never'])),
  ports: z.optional(kubernetes<NonNullable<Container['ports']>>()),
  stdin: z.optional(flag),
  stdinOnce: z.optional(flag),
  tty: z.optional(flag),
  securityContext: z.optional(kubernetes<NonNullable<Container['securityContext']>>()),
  volumeMounts: z.optional(kubernetes<NonNullable<Container['volumeMounts']>>()),
  volumeDevices: z.optional(kubernetes<NonNullable<Container['volumeDevices']>>()),
  restartPolicy: z.optional(z.enum(['Always', 'OnFailure', 'Never'])),
  restartPolicyRules: z.optional(kubernetes<NonNullable<Container['restartPolicyRules']>>()),
  resizePolicy: z.optional(kubernetes<NonNullable<Container['resizePolicy']>>()),
  terminationMessagePath: z.optional(text),
  terminationMessagePolicy: z.optional(z.enum(['File', 'FallbackToLogsOnError'])),
};

export const containerSchema = knowingWhere(elsewhereOfContainer, named('Container', z.strictObject(container)));
