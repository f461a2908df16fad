// The pod template that a Job, CronJob or Deployment makes its pods of: the containers, and the `pod` overlay in Kubernetes' own words.
// https://kubernetes.io/docs/concepts/workloads/pods/#pod-templates
import type * as k8s from '../../kube/api/written';
import type { KubeObject } from '../../kube/object';
import { at, type At, ROOT } from '../../report/place';
import { merged } from '../../shape/maps';
import { isMap } from '../../shape/shape';
import type { Container } from '../model/container';
import type { Dict } from '../model/fields';
import type { NameOf } from '../model/pod';
import type { WorkloadBase } from '../model/workload-base';
import { type RenderedContainer, renderContainers } from './container';
import type { Context } from './context';
import type { Renames } from './origin';
import { missingContainerPorts } from './port';
import type { Selector } from './selector';
import { stated } from './stated';
import { Volumes } from './volumes';

/** A pod template, and the ConfigMaps that it mounts. */
export interface RenderedPod {
  readonly template: { readonly metadata?: object; readonly spec: object };
  readonly configMaps: readonly KubeObject[];
}

/** What the owner of the template adds to it. */
export interface Owner {
  readonly restartPolicy?: string;
  /** Labels by which the pods are found. */
  readonly selector?: Selector;
  /** Annotations computed from the files: a changed file rolls the pods of a Deployment. */
  readonly annotate?: (configMaps: readonly KubeObject[]) => Dict<string>;
}

/** Renders the pod template of a workload. */
export function renderPod(workload: WorkloadBase, owner: Owner, context: Context): RenderedPod {
  const {
    labels,
    annotations,
    serviceAccountName,
    priorityClassName,
    runtimeClassName,
    imagePullSecrets,
    volumes: ownVolumes,
    ...same
  } = workload.pod ?? {};
  const place = at(ROOT, 'pod');
  const volumes = new Volumes(context.origins, Array.isArray(ownVolumes) ? (ownVolumes as readonly unknown[]) : []);
  const init = renderContainers(workload.initContainers ?? {}, at(ROOT, 'initContainers'), volumes, context);
  const own = workload.containers ?? {};
  const main = renderContainers(own, at(ROOT, 'containers'), volumes, context, undeclaredPorts(own, context));
  const configMaps: KubeObject[] = [];
  for (const { configMap } of init) if (configMap !== undefined) configMaps.push(configMap);
  for (const { configMap } of main) if (configMap !== undefined) configMaps.push(configMap);
  const containersAt = (list: readonly RenderedContainer[], field: string): readonly k8s.Container[] =>
    context.origins.keep(
      list.map(({ container }) => container),
      at(ROOT, field),
    );
  const spec = context.origins.keep(
    stated(
      {
        restartPolicy: owner.restartPolicy,
        serviceAccountName: nameOf(serviceAccountName),
        priorityClassName: nameOf(priorityClassName),
        runtimeClassName: nameOf(runtimeClassName),
      },
      same,
      {
        imagePullSecrets: imagePullSecrets && namedOnly(imagePullSecrets),
        initContainers: init.length > 0 ? containersAt(init, 'initContainers') : undefined,
        containers: containersAt(main, 'containers'),
        volumes: listOf(volumes, ownVolumes),
      },
    ),
    place,
    { restartPolicy: RESTART_POLICY },
  );
  const metadata = renderPodMetadata(workload, owner, configMaps, context);
  return { template: { ...(metadata && { metadata }), spec }, configMaps };
}

/** `restartPolicy` stands beside `pod`, not in it. */
const RESTART_POLICY = at(ROOT, 'restartPolicy');

/** All volumes; where `pod.volumes` is no list that alone, as it is then what is reported. */
const listOf = (volumes: Volumes, own: unknown): unknown =>
  own === undefined || own === null || Array.isArray(own) ? (volumes.list() ?? own) : own;

/** Constructs are left with their names; what is no construct stays as it is. */
const namedOnly = (list: unknown): unknown =>
  Array.isArray(list) ? list.map((item: unknown) => (isConstruct(item) ? { name: item.name } : item)) : list;

const isConstruct = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && !isMap(value) && 'name' in value && typeof value.name === 'string';

const nameOf = (value: NameOf | undefined): string | undefined =>
  typeof value === 'object' && value !== null ? value.name : value;

/** The ports that the workload's Services lead to and that no container declares. */
function undeclaredPorts(containers: Dict<Container>, context: Context): k8s.ContainerPort[] {
  if (context.ports.length === 0) return [];
  const declared = Object.values(containers).flatMap(({ ports }) => (Array.isArray(ports) ? (ports as unknown[]) : []));
  return missingContainerPorts(context.ports, declared.filter(isMap) as unknown as k8s.ContainerPort[], context);
}

/** The workload's labels and annotations, then the pod's own, then the selector's labels, which none of them may contradict. */
function renderPodMetadata(
  workload: WorkloadBase,
  owner: Owner,
  configMaps: readonly KubeObject[],
  context: Context,
): object | undefined {
  const { pod, labels, annotations } = workload;
  const selector = owner.selector?.labels;
  if (selector !== undefined) {
    checkAgainst(selector, labels, at(ROOT, 'labels'), context);
    checkAgainst(selector, pod?.labels, at(at(ROOT, 'pod'), 'labels'), context);
  }
  const allLabels = mergeWithOrigin(context, 'labels', labels, pod?.labels, selector, owner.selector?.place);
  const allAnnotations = mergeWithOrigin(
    context,
    'annotations',
    annotations,
    pod?.annotations,
    owner.annotate?.(configMaps),
  );
  if (allLabels === undefined && allAnnotations === undefined) return undefined;
  return context.origins.keep(
    { ...(allLabels && { labels: allLabels }), ...(allAnnotations && { annotations: allAnnotations }) },
    ROOT,
  );
}

/** What finds the pods must not be said otherwise. */
function checkAgainst(selector: Dict<string>, labels: Dict<string> | undefined, place: At, context: Context): void {
  for (const key of Object.keys(selector)) {
    const value = labels !== undefined && Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (value === undefined || value === selector[key]) continue;
    const message = `contradicts the selector, which says ${JSON.stringify(selector[key])}`;
    const hint = 'The selector finds the pods by this label; leave the label out, or set `selector`';
    context.report.error(at(place, key), 'conflict', message, { value, hint });
  }
}

function mergeWithOrigin(
  context: Context,
  field: string,
  shared?: Dict<string>,
  own?: Dict<string>,
  added?: Dict<string>,
  addedPlace?: (key: string) => At,
): Dict<string> | undefined {
  if (shared === undefined && own === undefined && Object.keys(added ?? {}).length === 0) return undefined;
  const all = merged(shared, own, added);
  if (Object.keys(all).length === 0) return undefined;
  const renames = (): Renames => {
    const found = new Map<string, At>();
    for (const key of Object.keys(shared ?? {})) found.set(key, at(at(ROOT, field), key));
    for (const key of Object.keys(own ?? {})) found.set(key, at(at(at(ROOT, 'pod'), field), key));
    for (const key of Object.keys(added ?? {})) if (addedPlace !== undefined) found.set(key, addedPlace(key));
    return Object.fromEntries(found);
  };
  return context.origins.keep(all, at(ROOT, field), renames);
}
