// Container: KAM v1/workload/container/container.k; https://kubernetes.io/docs/concepts/containers/
import type * as k8s from '../../kube/api/written';
import type { KubeObject } from '../../kube/object';
import { at, type At } from '../../report/place';
import type { Container } from '../model/container';
import type { Dict } from '../model/fields';
import type { Context } from './context';
import { renderDirs } from './dirs';
import { renderEnv, renderEnvFrom } from './env';
import { renderFiles } from './files';
import { checkImage } from './image';
import { renderLifecycle } from './lifecycle';
import { renderProbe } from './probe';
import { renderResources } from './resources';
import { stated } from './stated';
import type { VolumeMount, Volumes } from './volumes';

/** A container of a pod, and the ConfigMap that holds its files. */
export interface RenderedContainer {
  readonly container: k8s.Container;
  readonly configMap: KubeObject | undefined;
}

/**
 * The containers in the order written.
 * @param morePorts what the first of them declares beside its own ports
 */
export const renderContainers = (
  containers: Dict<Container>,
  place: At,
  volumes: Volumes,
  context: Context,
  morePorts: readonly k8s.ContainerPort[] = [],
): RenderedContainer[] =>
  Object.entries(containers).map(([name, container], index) =>
    renderContainer(name, container, at(place, name), volumes, context, index === 0 ? morePorts : []),
  );

function renderContainer(
  name: string,
  given: Container,
  place: At,
  volumes: Volumes,
  context: Context,
  morePorts: readonly k8s.ContainerPort[],
): RenderedContainer {
  const { image, env, envFrom, resources, lifecycle } = given;
  if (image !== undefined) checkImage(image, at(place, 'image'), context);
  const probe = (field: 'livenessProbe' | 'readinessProbe' | 'startupProbe') =>
    given[field] && renderProbe(given[field], at(place, field), given, context);
  const files = given.files && renderFiles(name, given.files, at(place, 'files'), volumes, context);
  const container: k8s.Container = stated({
    name,
    image,
    imagePullPolicy: given.imagePullPolicy,
    command: given.command,
    args: given.args,
    workingDir: given.workingDir,
    ports: withMore(given.ports, morePorts),
    envFrom: envFrom && renderEnvFrom(envFrom, at(place, 'envFrom'), context),
    env: env && Object.keys(env).length > 0 ? renderEnv(env, at(place, 'env'), context) : undefined,
    resources: resources && renderResources(resources, at(place, 'resources'), context),
    volumeMounts: renderMounts(name, given, files?.mounts ?? [], place, volumes, context),
    volumeDevices: given.volumeDevices,
    livenessProbe: probe('livenessProbe'),
    readinessProbe: probe('readinessProbe'),
    startupProbe: probe('startupProbe'),
    lifecycle: lifecycle && renderLifecycle(lifecycle, at(place, 'lifecycle'), given, context),
    restartPolicy: given.restartPolicy,
    restartPolicyRules: given.restartPolicyRules,
    resizePolicy: given.resizePolicy,
    terminationMessagePath: given.terminationMessagePath,
    terminationMessagePolicy: given.terminationMessagePolicy,
    securityContext: given.securityContext,
    stdin: given.stdin,
    stdinOnce: given.stdinOnce,
    tty: given.tty,
  } satisfies Record<Exclude<keyof Container, 'files' | 'dirs'> | 'name', unknown>);
  return { container: context.origins.keep(container, place, { name: [] }), configMap: files?.configMap };
}

const withMore = (own: Container['ports'], more: readonly k8s.ContainerPort[]): Container['ports'] =>
  more.length === 0 || (own !== undefined && !Array.isArray(own)) ? own : [...((own ?? []) as typeof more), ...more];

/** The mounts that the user wrote in Kubernetes' words, then those of `dirs` and `files`. */
function renderMounts(
  name: string,
  { volumeMounts, dirs }: Container,
  files: readonly VolumeMount[],
  place: At,
  volumes: Volumes,
  context: Context,
): readonly VolumeMount[] | undefined {
  const rendered = [...(dirs ? renderDirs(name, dirs, at(place, 'dirs'), volumes, context) : []), ...files];
  if (volumeMounts === undefined) return rendered.length === 0 ? undefined : rendered;
  return Array.isArray(volumeMounts) ? [...(volumeMounts as VolumeMount[]), ...rendered] : volumeMounts;
}
