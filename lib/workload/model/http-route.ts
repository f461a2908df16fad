// expose.httpRoute: a route of the Gateway API. https://gateway-api.sigs.k8s.io/api-types/httproute/

import { named } from '../../shape/shape';
import * as z from '../../shape/schema';

/**
 * The Gateway (or one of its listeners) that a route hangs on.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#parentreference
 */
export interface ParentRef {
  /** Name of the Gateway. */
  readonly name: string;
  /** Its namespace. Default: the route's own. */
  readonly namespace?: string;
  /** The listener's name. Default: all listeners. */
  readonly sectionName?: string;
  /** The listener's port, 1–65535. Default: all. */
  readonly port?: number;
  /** API group of the parent. Gateway API's default: gateway.networking.k8s.io. */
  readonly group?: string;
  /** Kind of the parent. Gateway API's default: Gateway. */
  readonly kind?: string;
}
/** The object, of the route's own namespace, that guards it: a Middleware of Traefik, a SnippetsFilter of NGINX Gateway Fabric, … */
export interface RouteFilter {
  /** API group, e.g. `traefik.io`. */
  readonly group: string;
  /** Kind, e.g. `Middleware`. */
  readonly kind: string;
  /** Name. The access group takes the place of `{group}`: `auth-{group}`. */
  readonly name: string;
}
/** Who guards an HTTPRoute. */
export interface HttpRouteAuth {
  /** Becomes an ExtensionRef filter, before all others. */
  readonly filter: RouteFilter;
}
/**
 * A route as a `gateway.networking.k8s.io/v1` HTTPRoute: PathPrefix match, URLRewrite, `timeouts.request`. `expose.sticky` becomes
 * `sessionPersistence`, which only the CRDs of the Gateway API's experimental channel have.
 * @see https://gateway-api.sigs.k8s.io/api-types/httproute/
 */
export interface HttpRouteTarget {
  /** The Gateways, at least one and at most 32. */
  readonly parentRefs: readonly ParentRef[];
  /** DNS names, also `*.example.com`; at most 16, for a route with more than one. Default: `expose.host`, or those of the listeners. */
  readonly hostnames?: readonly string[];
  /** Who guards the route; required unless `expose.auth.bypass`. */
  readonly auth?: HttpRouteAuth;
}
export const text = z.string();
export const httpRouteTargetSchema = named(
  'HttpRouteTarget',
  z.strictObject({
    parentRefs: z.array(
      named(
        'ParentRef',
        z.strictObject({
          name: text,
          namespace: z.optional(text),
          sectionName: z.optional(text),
          port: z.optional(z.number()),
          group: z.optional(text),
          kind: z.optional(text),
        }),
      ),
    ),
    hostnames: z.optional(z.array(text)),
    auth: z.optional(
      named(
        'HttpRouteAuth',
        z.strictObject({ filter: named('RouteFilter', z.strictObject({ group: text, kind: text, name: text })) }),
      ),
    ),
  }),
);
