// Which objects a Kubernetes object refers to by name.
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
  return known === undefined || kind === ''
    ? []
    : [{ kind, name: known, label, ...(own !== undefined && { namespace: own }) }];
}

/** All references of an object, in their order. */
export function linksOf(object: KubeMap): Link[] {
  const spec = map(object.spec);
  if (isRoute(object.kind)) return ROUTES[object.kind]!(spec);
  if (Object.hasOwn(ABOUT, object.kind)) return ABOUT[object.kind]!(object, spec);
  const template = podTemplateIn(object);
  return template === undefined ? [] : podLinks(map(template.spec), spec, map(object.metadata).name);
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

/** Those that name what they are about. */
const ABOUT: Readonly<Record<string, (object: KubeMap, spec: Map) => Link[]>> = {
  HorizontalPodAutoscaler: (_, { scaleTargetRef }) => {
    const { kind, name } = map(scaleTargetRef);
    return link(text(kind) ?? '', name, 'scales');
  },
  RoleBinding: bindingLinks,
  ClusterRoleBinding: bindingLinks,
};

function bindingLinks({ subjects, roleRef }: KubeMap): Link[] {
  const { kind, name } = map(roleRef);
  const accounts = maps(subjects).filter((subject) => subject.kind === 'ServiceAccount');
  return [
    ...link(text(kind) ?? '', name, 'gives'),
    ...accounts.flatMap((account) => link('ServiceAccount', account.name, 'gives to', account.namespace)),
  ];
}

function podLinks(pod: Map, owner: Map, name: unknown): Link[] {
  const containers = [...maps(pod.initContainers), ...maps(pod.containers)];
  // The claims of its first pod.
  const claims = maps(owner.volumeClaimTemplates).flatMap(({ metadata }) => text(map(metadata).name) ?? []);
  return [
    ...containers.flatMap(containerLinks),
    ...maps(pod.volumes).flatMap(volumeLinks),
    ...maps(pod.imagePullSecrets).flatMap(({ name }) => link('Secret', name, 'pulls with')),
    ...link('ServiceAccount', pod.serviceAccountName, 'runs as'),
    ...claims.flatMap((claim) => link('PersistentVolumeClaim', `${claim}-${String(name)}-0`, 'volume')),
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
