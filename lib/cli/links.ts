// Which objects a Kubernetes object refers to by name, and which pods a Service selects.
import { isMap } from '../shape/shape';
import { type KubeMap, podTemplateIn } from './pods';

/** A reference. */
export interface Link {
  readonly kind: string;
  readonly name: string;
  /** When it is not the object's own. */
  readonly namespace?: string;
  readonly label: string;
}

type Map = Record<string, unknown>;

const map = (value: unknown): Map => (isMap(value) ? value : {});
const maps = (value: unknown): Map[] => (Array.isArray(value) ? value.map(map) : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function link(kind: string, name: unknown, label: string, namespace?: unknown): Link[] {
  const known = text(name);
  const own = text(namespace);
  return known === undefined ? [] : [{ kind, name: known, label, ...(own !== undefined && { namespace: own }) }];
}

/** All references of an object, in their order. */
export function linksOf(object: KubeMap): Link[] {
  const spec = map(object.spec);
  if (isRoute(object.kind)) return ROUTES[object.kind]!(spec);
  const template = podTemplateIn(object);
  return template === undefined ? [] : podLinks(map(template.spec), spec);
}

/** Whether a kind leads traffic into the cluster. */
export const isRoute = (kind: string): boolean => Object.hasOwn(ROUTES, kind);

/** Where they say to which Service; but for Ingress they are custom resources, of which no table tells. */
const ROUTES: Readonly<Record<string, (spec: Map) => Link[]>> = {
  Ingress: ingressLinks,
  HTTPRoute: httpRouteLinks,
  Mapping: mappingLinks,
  Gateway: () => [],
};

/** Whether a Service leads to the pods of an object. */
export function selects(service: KubeMap, object: KubeMap): boolean {
  const selector = Object.entries(map(map(service.spec).selector));
  const template = podTemplateIn(object);
  if (selector.length === 0 || template === undefined) return false;
  const labels = map(map(template.metadata).labels);
  return selector.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}

function podLinks(pod: Map, owner: Map): Link[] {
  const containers = [...maps(pod.initContainers), ...maps(pod.containers)];
  const claims = maps(owner.volumeClaimTemplates).map((claim) => text(map(claim.metadata).name));
  return [
    ...containers.flatMap(containerLinks),
    ...maps(pod.volumes).flatMap(volumeLinks),
    ...maps(pod.imagePullSecrets).flatMap(({ name }) => link('Secret', name, 'pulls with')),
    ...link('ServiceAccount', pod.serviceAccountName, 'runs as'),
    ...claims.flatMap((name) => link('PersistentVolumeClaim', name, 'volume')),
  ];
}

function containerLinks(container: Map): Link[] {
  const env = maps(container.env).flatMap(({ valueFrom }) => {
    const { secretKeyRef, configMapKeyRef } = map(valueFrom);
    return [...link('Secret', map(secretKeyRef).name, 'env'), ...link('ConfigMap', map(configMapKeyRef).name, 'env')];
  });
  const from = maps(container.envFrom).flatMap(({ secretRef, configMapRef }) => [
    ...link('Secret', map(secretRef).name, 'env'),
    ...link('ConfigMap', map(configMapRef).name, 'env'),
  ]);
  return [...env, ...from];
}

function volumeLinks(volume: Map): Link[] {
  const { secret, configMap, persistentVolumeClaim, projected } = volume;
  const sources = maps(map(projected).sources).flatMap((source) => [
    ...link('Secret', map(source.secret).name, 'volume'),
    ...link('ConfigMap', map(source.configMap).name, 'volume'),
  ]);
  return [
    ...link('Secret', map(secret).secretName, 'volume'),
    ...link('ConfigMap', map(configMap).name, 'volume'),
    ...link('PersistentVolumeClaim', map(persistentVolumeClaim).claimName, 'volume'),
    ...sources,
  ];
}

function ingressLinks(spec: Map): Link[] {
  const backend = (value: unknown): Link[] => link('Service', map(map(value).service).name, 'routes to');
  return [
    ...backend(spec.defaultBackend),
    ...maps(spec.rules).flatMap(({ http }) => maps(map(http).paths).flatMap((path) => backend(path.backend))),
    ...maps(spec.tls).flatMap(({ secretName }) => link('Secret', secretName, 'TLS')),
  ];
}

function httpRouteLinks(spec: Map): Link[] {
  const backends = maps(spec.rules).flatMap(({ backendRefs }) => maps(backendRefs));
  return [
    ...backends.flatMap(({ kind, name, namespace }) => link(text(kind) ?? 'Service', name, 'routes to', namespace)),
    ...maps(spec.parentRefs).flatMap(({ kind, name, namespace }) =>
      link(text(kind) ?? 'Gateway', name, 'attached to', namespace),
    ),
  ];
}

/** `name.namespace:port`, perhaps with a scheme. */
function mappingLinks(spec: Map): Link[] {
  const host = (text(spec.service) ?? '').replace(/^\w+:\/\//, '').replace(/:\d+$/, '');
  const [name, namespace] = host.split('.');
  return link('Service', name, 'routes to', namespace);
}
