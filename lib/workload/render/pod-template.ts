// The pod template that a Job, CronJob or Deployment makes its pods of: the containers, and the `pod` overlay in Kubernetes' own words.
// https://kubernetes.io/docs/concepts/workloads/pods/#pod-templates
import type * as k8s from '../../kube/api/written';
import type { KubeObject } from '../../kube/object';
import { at, type At, ROOT } from '../../report/place';
import { isMap } from '../../shape/shape';
import type { Container } from '../model/container';
import type { Dict } from '../model/fields';
import type { NameOf } from '../model/pod';
import type { WorkloadBase } from '../model/workload-base';
import { renderContainers } from './container';
import type { Context } from './context';
import type { Renames } from './origin';
import { missingContainerPorts } from './port';
import type { Selector } from './selector';
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
  const configMaps = [...init, ...main].flatMap(({ configMap }) => (configMap === undefined ? [] : [configMap]));
  const spec = context.origins.keep(
    {
      ...(owner.restartPolicy !== undefined && { restartPolicy: owner.restartPolicy }),
      ...nameField('serviceAccountName', serviceAccountName),
      ...nameField('priorityClassName', priorityClassName),
      ...nameField('runtimeClassName', runtimeClassName),
      ...same,
      ...(imagePullSecrets !== undefined && { imagePullSecrets: namedOnly(imagePullSecrets) }),
      ...(init.length > 0 && {
        initContainers: context.origins.keep(
          init.map(({ container }) => container),
          at(ROOT, 'initContainers'),
        ),
      }),
      containers: context.origins.keep(
        main.map(({ container }) => container),
        at(ROOT, 'containers'),
      ),
      ...listOf(volumes, ownVolumes),
    },
    place,
    { restartPolicy: RESTART_POLICY },
  );
  const metadata = renderPodMetadata(workload, owner, configMaps, context);
  return { template: { ...(metadata && { metadata }), spec }, configMaps };
}

/** `restartPolicy` stands beside `pod`, not in it. */
const RESTART_POLICY = at(ROOT, 'restartPolicy');

/** All volumes; where `pod.volumes` is no list that alone, as it is then what is reported. */
function listOf(volumes: Volumes, own: unknown): object {
  const list = own === undefined || own === null || Array.isArray(own) ? (volumes.list() ?? own) : own;
  return list === undefined ? {} : { volumes: list };
}

/** Constructs are left with their names; what is no construct stays as it is. */
const namedOnly = (list: unknown): unknown =>
  Array.isArray(list) ? list.map((item: unknown) => (isConstruct(item) ? { name: item.name } : item)) : list;

const isConstruct = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && !isMap(value) && 'name' in value && typeof value.name === 'string';

function nameField(field: string, value: NameOf | undefined): object {
  if (value === undefined) return {};
  return { [field]: typeof value === 'object' && value !== null ? value.name : value };
}

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
  const selector = owner.selector?.labels ?? {};
  for (const [place, given] of [
    [at(ROOT, 'labels'), labels],
    [at(at(ROOT, 'pod'), 'labels'), pod?.labels],
  ] as const) {
    for (const [key, value] of Object.entries(given ?? {})) {
      if (!Object.hasOwn(selector, key) || selector[key] === value) continue;
      context.report.error(
        at(place, key),
        'conflict',
        `contradicts the selector, which says ${JSON.stringify(selector[key])}`,
        {
          value,
          hint: 'The selector finds the pods by this label; leave the label out, or set `selector`',
        },
      );
    }
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

function mergeWithOrigin(
  context: Context,
  field: string,
  shared?: Dict<string>,
  own?: Dict<string>,
  added?: Dict<string>,
  addedPlace?: (key: string) => At,
): Dict<string> | undefined {
  if (shared === undefined && own === undefined && Object.keys(added ?? {}).length === 0) return undefined;
  const merged = { ...shared, ...own, ...added };
  if (Object.keys(merged).length === 0) return undefined;
  const renames = (): Renames => {
    const found = new Map<string, At>();
    for (const key of Object.keys(shared ?? {})) found.set(key, at(at(ROOT, field), key));
    for (const key of Object.keys(own ?? {})) found.set(key, at(at(at(ROOT, 'pod'), field), key));
    for (const key of Object.keys(added ?? {})) if (addedPlace !== undefined) found.set(key, addedPlace(key));
    return Object.fromEntries(found);
  };
  return context.origins.keep(merged, at(ROOT, field), renames);
}
