// expose.mapping -> Mapping of Emissary-ingress (formerly Ambassador). https://emissary-ingress.dev/docs/3.10/topics/using/intro-mappings
import type { KubeObject } from '../../kube/object';
import { at } from '../../report/place';
import type { MappingTarget } from '../model/mapping';
import { isOpen, type Route, routeMetadata, withoutSlash } from './route';

/**
 * The Mapping of a route. Envoy puts the rewrite letter by letter in the place of the prefix, so both must end alike: with a slash or without.
 * That leaves `/app` → `/` (which would make `//x` of `/app/x`): it takes a second Mapping, for what is below `/app/`.
 */
export function renderMapping(route: Route, target: MappingTarget): KubeObject[] {
  const { path, rewrite } = route.expose;
  if (rewrite === undefined) return [mapping(route, target, route.metadata.name, path, '')];
  const stripped = withoutSlash(rewrite);
  if (path.endsWith('/')) return [mapping(route, target, route.metadata.name, path, `${stripped}/`)];
  if (stripped !== '') return [mapping(route, target, route.metadata.name, path, stripped)];
  return [
    mapping(route, target, route.metadata.name, path, '/'),
    mapping(route, target, `${route.metadata.name}-below`, `${path}/`, '/'),
  ];
}

function mapping(
  route: Route,
  target: MappingTarget,
  name: string | undefined,
  prefix: string,
  rewrite: string,
): KubeObject {
  const { expose, service, metadata } = route;
  const host = metadata.namespace === undefined ? service.name : `${service.name}.${metadata.namespace}`;
  return {
    apiVersion: 'getambassador.io/v3alpha1',
    kind: 'Mapping',
    metadata: routeMetadata(route, name),
    spec: route.origins.keep(
      {
        ...(target.ambassadorId === undefined ? {} : { ambassador_id: target.ambassadorId }),
        hostname: target.hostname ?? expose.host ?? '*',
        prefix,
        // Emissary's own default is "/"; "" passes the path on unchanged.
        rewrite,
        service: `${host}:${service.port}`,
        ...(expose.timeout === undefined ? {} : { timeout_ms: expose.timeout }),
        ...(isOpen(expose) ? { bypass_auth: true } : {}),
        ...(expose.sticky === true ? sticky(route) : {}),
      },
      route.place,
      {
        ...FIELDS,
        hostname: target.hostname === undefined ? ['host'] : ['mapping', 'hostname'],
        service: at(service.place, 'port'),
      },
    ),
  };
}

/** What each field of a Mapping is in `expose`. */
const FIELDS = {
  ambassador_id: ['mapping', 'ambassadorId'],
  prefix: ['path'],
  timeout_ms: ['timeout'],
  bypass_auth: ['auth', 'bypass'],
  resolver: ['sticky'],
  load_balancer: ['sticky'],
};

/** Emissary makes the cookie itself only where it has a `ttl`; 0s is a cookie for the browser's session. */
const sticky = ({ expose, metadata }: Route): object => ({
  resolver: 'endpoint',
  load_balancer: { policy: 'ring_hash', cookie: { name: `${metadata.name}-session`, path: expose.path, ttl: '0s' } },
});
