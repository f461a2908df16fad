// A route to a workload from outside the cluster, and how a portal shows it. spec: dialects.md, "published"

import { expecting, named } from '../../shape/shape';
import * as z from '../../shape/schema';
import { type HttpRouteTarget, httpRouteTargetSchema } from './http-route';
import { type IngressTarget, ingressTargetSchema } from './ingress';
import { type MappingTarget, mappingTargetSchema } from './mapping';

/** Who may use a route. Without `bypass` a route is never open: its target must say who guards it. */
export interface ExposeAuth {
  /** The group of users who may use it, as the guard knows it. Kept as the annotation `datatask.io/access` of the Service. */
  readonly group?: string;
  /** `true` opens the route to everyone. Default `false`. */
  readonly bypass?: boolean;
}
/**
 * A route from outside the cluster to the workload's Service, and how a portal shows it. At most one of `httpRoute`, `ingress` and `mapping`
 * says what it becomes; without one there is no route, and everything is kept as annotations `datatask.io/*` of the Service.
 * @example
 * { path: '/app', rewrite: '/', auth: { group: 'dev' },
 *   httpRoute: { parentRefs: [{ name: 'public' }], auth: { filter: { group: 'traefik.io', kind: 'Middleware', name: 'auth-{group}' } } } }
 */
export interface Expose {
  /** The path prefix, matched by whole path elements: `/app` and `/app/` both match `/app` and `/app/x`, not `/apple` (but see `mapping`). */
  readonly path: string;
  /**
   * DNS name that the route is for, also `*.example.com`: HTTPRoute `hostnames`, Ingress `host`, Mapping `hostname`. Default: every host that
   * the Gateway, the controller or Emissary listens to. Not beside the target's own word.
   */
  readonly host?: string;
  /** What takes the place of the prefix before the request reaches the service, e.g. `/`. Default: the path is passed on unchanged. */
  readonly rewrite?: string;
  /** Milliseconds that a request may take, a whole number ≥ 0; 0 means no timeout. Default: the controller's own. */
  readonly timeout?: number;
  /** Whether a user always reaches the same pod, by a cookie. Default `false`. */
  readonly sticky?: boolean;
  /** Who may use it. Default: those whom the target's guard lets in. */
  readonly auth?: ExposeAuth;
  /** The port of the workload that it leads to: number or name. Default: the only one. */
  readonly port?: number | string;
  /** Name in the portal. Becomes the Service's annotation `datatask.io/displayed-name`. */
  readonly displayedName?: string;
  /** Icon in the portal: the name of a Material icon or an http(s) URL. Becomes `datatask.io/icon`. */
  readonly icon?: string;
  /** Whether the portal shows it. Becomes `datatask.io/visible`. */
  readonly visible?: boolean;
  /** Route it with the Gateway API. */
  readonly httpRoute?: HttpRouteTarget;
  /** Route it with an Ingress. */
  readonly ingress?: IngressTarget;
  /** Route it with Emissary-ingress. */
  readonly mapping?: MappingTarget;
}
/** What a route becomes, one of the three, and its host. */
export type ExposeTarget = Pick<Expose, 'host' | 'httpRoute' | 'ingress' | 'mapping'>;
export const targets = {
  host: z.optional(z.string()),
  httpRoute: z.optional(httpRouteTargetSchema),
  ingress: z.optional(ingressTargetSchema),
  mapping: z.optional(mappingTargetSchema),
};
export const exposeTargetSchema = named('ExposeTarget', z.strictObject(targets));
export const exposeSchema = named(
  'Expose',
  z.strictObject({
    path: expecting('a path such as "/" or "/shop"', z.string()),
    rewrite: z.optional(z.string()),
    timeout: z.optional(z.number()),
    sticky: z.optional(z.boolean()),
    auth: z.optional(
      named('ExposeAuth', z.strictObject({ group: z.optional(z.string()), bypass: z.optional(z.boolean()) })),
    ),
    port: z.optional(expecting('a port number or name', z.union([z.number(), z.string()]))),
    displayedName: z.optional(z.string()),
    icon: z.optional(z.string()),
    visible: z.optional(z.boolean()),
    ...targets,
  }),
);
