// Container: KAM v1/workload/container/container.k; https://kubernetes.io/docs/concepts/containers/
import type { k8s } from 'cdk8s-plus-28';
import { at, type At } from '../kube/rules/report';
import type { KubeObject, Plain } from '../kube/types';
import type { Context } from './context';
import { renderDirs } from './dirs';
import { renderEnv, renderEnvFrom } from './env';
import { renderFiles } from './files';
import { checkImage } from './image';
import { renderLifecycle } from './lifecycle';
import { origin } from './origin';
import { renderProbe } from './probe';
import { renderResources } from './resources';
import type { Container, Dict, Probe } from './types';
import type { VolumeMount, Volumes } from './volumes';

/** A container of a pod, and the ConfigMap that holds its files. */
export interface RenderedContainer {
  readonly container: Plain<k8s.Container>;
  readonly configMap: KubeObject | undefined;
}

/** The containers in the order written. */
export const renderContainers = (
  containers: Dict<Container>,
  place: At,
  volumes: Volumes,
  context: Context,
): RenderedContainer[] =>
  Object.entries(containers).map(([name, container]) =>
    renderContainer(name, container, at(place, name), volumes, context),
  );

function renderContainer(
  name: string,
  given: Container,
  place: At,
  volumes: Volumes,
  context: Context,
): RenderedContainer {
  const {
    image,
    env,
    envFrom,
    resources,
    files,
    dirs,
    livenessProbe,
    readinessProbe,
    startupProbe,
    lifecycle,
    volumeMounts,
    ...same
  } = given;
  if (image !== undefined) checkImage(image, at(place, 'image'), context);
  const probe = (field: string, value: Probe | undefined) => {
    const rendered = value && renderProbe(value, at(place, field), given, context);
    return rendered && { [field]: rendered };
  };
  const rendered = files && renderFiles(name, files, at(place, 'files'), volumes, context);
  const mounts: readonly VolumeMount[] = [
    ...(Array.isArray(volumeMounts)
      ? (volumeMounts as VolumeMount[]).map((mount, index) => originOfOwn(mount, at(at(place, 'volumeMounts'), index)))
      : []),
    ...(dirs ? renderDirs(name, dirs, at(place, 'dirs'), volumes, context) : []),
    ...(rendered?.mounts ?? []),
  ];
  const hooks = lifecycle && renderLifecycle(lifecycle, at(place, 'lifecycle'), given, context);
  const container: Plain<k8s.Container> = {
    name,
    image,
    ...same,
    ...(env && { env: renderEnv(env, at(place, 'env'), context) }),
    ...(envFrom && { envFrom: renderEnvFrom(envFrom, at(place, 'envFrom'), context) }),
    ...(resources && { resources: renderResources(resources, at(place, 'resources')) }),
    ...probe('livenessProbe', livenessProbe),
    ...probe('readinessProbe', readinessProbe),
    ...probe('startupProbe', startupProbe),
    ...(hooks && { lifecycle: hooks }),
    ...(mounts.length > 0 ? { volumeMounts: mounts } : volumeMounts !== undefined && { volumeMounts }),
  };
  return { container: origin(container, place, { name: [] }), configMap: rendered?.configMap };
}

/** A mount that the user wrote in Kubernetes' words; a copy, so that the same object used twice keeps two places. */
const originOfOwn = (mount: VolumeMount, place: At): VolumeMount =>
  typeof mount === 'object' && mount !== null ? origin({ ...mount }, place) : mount;
