// expose.ingress: an Ingress. https://kubernetes.io/docs/concepts/services-networking/ingress/

import { dict, named } from '../../shape/shape';
import * as z from '../../shape/schema';

/** The service that decides who may use a route, as ingress-nginx asks it. */
export interface IngressAuth {
  /**
   * http(s) URL that answers 2xx for a request that may pass, e.g. oauth2-proxy's `…/oauth2/auth`. Becomes `auth-url`. The access group takes
   * the place of `{group}`; without that it is appended as `allowed_groups=<group>`, which oauth2-proxy understands.
   */
  readonly url: string;
  /** http(s) URL where a user signs in; may hold nginx variables (`?rd=$escaped_request_uri`) and `{group}`. Becomes `auth-signin`. */
  readonly signin?: string;
}
/** TLS of an Ingress's host. */
export interface IngressTls {
  /** Name of the Secret with the certificate. Default: the controller's own certificate. */
  readonly secretName?: string;
}
/**
 * A route as a `networking.k8s.io/v1` Ingress, pathType Prefix. With `className: 'nginx'` everything of {@link Expose} is said in
 * ingress-nginx's annotations, and a path that is rewritten becomes a regular expression (pathType ImplementationSpecific), which
 * ingress-nginx matches without regard to case. The ingress-nginx project is retired and Ingress is frozen: prefer `httpRoute`.
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/
 */
export interface IngressTarget {
  /** The IngressClass. Becomes `spec.ingressClassName`. Default: the cluster's default class. */
  readonly className?: string;
  /** DNS name, also `*.example.com`. Default: `expose.host`, or every host. */
  readonly host?: string;
  /** TLS for the host. Default: none; `{}` uses the controller's own certificate. */
  readonly tls?: IngressTls;
  /**
   * Who guards the route; required unless `expose.auth.bypass`. A service that ingress-nginx asks, or `'annotations'`: the controller's own
   * `annotations` guard it.
   */
  readonly auth?: IngressAuth | 'annotations';
  /** The controller's own settings, as annotations of the Ingress. */
  readonly annotations?: Readonly<Record<string, string>>;
}
export const ingressTargetSchema = named(
  'IngressTarget',
  z.strictObject({
    className: z.optional(z.string()),
    host: z.optional(z.string()),
    tls: z.optional(named('IngressTls', z.strictObject({ secretName: z.optional(z.string()) }))),
    auth: z.optional(
      z.union([
        named('IngressAuth', z.strictObject({ url: z.string(), signin: z.optional(z.string()) })),
        z.literal('annotations'),
      ]),
    ),
    annotations: z.optional(dict(z.string())),
  }),
);
