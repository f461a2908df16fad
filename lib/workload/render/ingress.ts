// expose.ingress -> Ingress, with what it cannot say in ingress-nginx's annotations.
// https://kubernetes.io/docs/concepts/services-networking/ingress/
// https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/
import type { KubeObject } from '../../kube/object';
import { at, type At } from '../../report/place';
import { merged } from '../../shape/maps';
import type { IngressAuth, IngressTarget, IngressTls } from '../model/ingress';
import {
  GROUP,
  isOpen,
  pathProblem,
  placeOf,
  reportOpenRoute,
  type Route,
  routeMetadata,
  withGroup,
  withoutSlash,
} from './route';

/** The Ingress of a route, unless something is wrong with it. */
export function renderIngress(route: Route, target: IngressTarget): KubeObject {
  const nginx = target.className === 'nginx';
  if (!nginx) reportLosses(route, target);
  checkGuard(route, target, nginx);
  const own = nginx ? nginxAnnotations(route, target) : {};
  const given = target.annotations ?? {};
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(own, key)) continue;
    const hint = 'Leave one of them out';
    route.report.error(placeOf(route, 'ingress', 'annotations', key), 'conflict', 'is also said by expose', { hint });
  }
  const annotations = merged(own, given);
  const some =
    Object.keys(annotations).length > 0
      ? route.origins.keep(annotations, placeOf(route, 'ingress', 'annotations'), () => nginxPlaces(route, target))
      : undefined;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: routeMetadata(route, undefined, some),
    spec: spec(route, target, nginx),
  };
}

function spec(route: Route, target: IngressTarget, nginx: boolean): object {
  const { className, tls, host = route.expose.host } = target;
  const place = placeOf(route, 'ingress');
  const hostPlace = target.host === undefined ? placeOf(route, 'host') : at(place, 'host');
  const matched =
    nginx && rewrites(route)
      ? { path: nginxPattern(route), pathType: 'ImplementationSpecific' }
      : { path: route.expose.path, pathType: 'Prefix' };
  const name = at(route.place.parent ?? route.place, 'name');
  const number = route.origins.keep({ number: route.service.port }, at(route.service.place, 'port'), '*');
  const service = route.origins.keep({ name: route.service.name, port: number }, name, '*');
  const path = route.origins.keep({ ...matched, backend: { service } }, route.place, {
    pathType: ['path'],
    backend: ['port'],
  });
  const rule = route.origins.keep({ ...(host === undefined ? {} : { host }), http: { paths: [path] } }, place, {
    host: hostPlace,
  });
  return route.origins.keep(
    {
      ...(className === undefined ? {} : { ingressClassName: className }),
      ...tlsOf(route, tls, host, hostPlace),
      rules: [rule],
    },
    place,
    {
      ingressClassName: ['className'],
      rules: [],
    },
  );
}

function tlsOf(route: Route, tls: IngressTls | undefined, host: string | undefined, hostPlace: At): object {
  if (tls === undefined) return {};
  const hosts = host === undefined ? {} : { hosts: route.origins.keep([host], hostPlace, '*') };
  return { tls: [route.origins.keep({ ...hosts, ...tls }, placeOf(route, 'ingress', 'tls'))] };
}

const classOf = (className: string | undefined): string =>
  className === undefined ? 'of the default class' : `of the class ${JSON.stringify(className)}`;

/** What only annotations can say, and we know only those of ingress-nginx. */
function reportLosses(route: Route, { className, annotations = {} }: IngressTarget): void {
  const { rewrite, timeout, sticky } = route.expose;
  const whose = classOf(className);
  const said = Object.keys(annotations).length > 0;
  for (const [key, value] of Object.entries({
    rewrite: rewrites(route) ? rewrite : undefined,
    timeout,
    sticky: sticky || undefined,
  })) {
    if (value === undefined) continue;
    if (said) {
      const message = `an Ingress ${whose} says this only in its annotations: make sure that those given do`;
      route.report.warning(placeOf(route, key), 'loss', message, { value });
    } else {
      const hint = "Say it with the controller's own annotations (expose.ingress.annotations), or leave it out";
      route.report.error(placeOf(route, key), 'loss', `an Ingress ${whose} cannot say this`, { value, hint });
    }
  }
}

function checkGuard(route: Route, { auth, annotations = {}, className }: IngressTarget, nginx: boolean): void {
  if (isOpen(route.expose)) return;
  const place = placeOf(route, 'ingress', 'auth');
  const hint =
    "Give expose.ingress.auth: { url, signin } for ingress-nginx, 'annotations' where the controller's own annotations guard it";
  if (auth === undefined) reportOpenRoute(route, place, 'the Ingress has no auth, so it', hint);
  else if (auth === 'annotations' && Object.keys(annotations).length === 0) {
    reportOpenRoute(route, place, 'the Ingress has no annotations that could guard it, so it', hint);
  } else if (auth !== 'annotations' && !nginx) {
    const what = `only ingress-nginx reads auth.url: an Ingress ${classOf(className)}`;
    reportOpenRoute(
      route,
      place,
      what,
      "Give the annotations with which your controller guards it and auth: 'annotations'",
    );
  }
}

const PREFIX = 'nginx.ingress.kubernetes.io/';

function nginxAnnotations(route: Route, { auth }: IngressTarget): Record<string, string> {
  const { expose } = route;
  const out: [string, string][] = [];
  if (rewrites(route)) out.push(['use-regex', 'true'], ['rewrite-target', nginxTarget(route)]);
  if (expose.timeout !== undefined) {
    const seconds = String(Math.ceil(expose.timeout / 1000));
    if (expose.timeout === 0) {
      const message = 'ingress-nginx has no word for "no timeout"';
      route.report.error(placeOf(route, 'timeout'), 'out-of-range', message, { value: 0, hint: 'Give a long timeout' });
    }
    out.push(['proxy-read-timeout', seconds], ['proxy-send-timeout', seconds]);
  }
  if (expose.sticky === true) {
    out.push(['affinity', 'cookie']);
    if (rewrites(route)) out.push(['session-cookie-path', expose.path]);
  }
  if (!isOpen(expose) && auth !== undefined && auth !== 'annotations') out.push(...nginxAuth(route, auth));
  return Object.fromEntries(out.map(([key, value]) => [PREFIX + key, value]));
}

/** Where what the annotations say stands; the user's own stand where they are. */
function nginxPlaces(route: Route, { className, auth }: IngressTarget): Record<string, At> {
  if (className !== 'nginx') return {};
  const guard = placeOf(route, 'ingress', 'auth');
  const tellsGroup = route.expose.auth?.group !== undefined && auth !== undefined && auth !== 'annotations';
  const places = {
    'use-regex': placeOf(route, 'rewrite'),
    'rewrite-target': placeOf(route, 'rewrite'),
    'proxy-read-timeout': placeOf(route, 'timeout'),
    'proxy-send-timeout': placeOf(route, 'timeout'),
    affinity: placeOf(route, 'sticky'),
    'session-cookie-path': placeOf(route, 'sticky'),
    'auth-url': tellsGroup ? placeOf(route, 'auth', 'group') : at(guard, 'url'),
    'auth-signin': at(guard, 'signin'),
  };
  return Object.fromEntries(Object.entries(places).map(([key, place]) => [PREFIX + key, place]));
}

/** What ingress-nginx takes in a query without encoding; it refuses annotations with "%". */
const PLAIN_GROUP = /^[-A-Za-z0-9._~:/]+$/;

function nginxAuth(route: Route, auth: IngressAuth): [string, string][] {
  const { expose, report } = route;
  const group = expose.auth?.group;
  if (group !== undefined && !PLAIN_GROUP.test(group)) {
    const message = 'ingress-nginx cannot carry this group in a URL: only letters, digits and - . _ ~ : / pass';
    report.error(placeOf(route, 'auth', 'group'), 'bad-format', message, { value: group });
    return [];
  }
  const told =
    auth.url.includes(GROUP) || group === undefined
      ? auth.url
      : `${auth.url}${auth.url.includes('?') ? '&' : '?'}allowed_groups=${GROUP}`;
  const url = guardUrl(route, 'url', told);
  const signin = auth.signin === undefined ? undefined : guardUrl(route, 'signin', auth.signin);
  return [...entry('auth-url', url), ...entry('auth-signin', signin)];
}

const entry = (key: string, value: string | undefined): [string, string][] =>
  value === undefined ? [] : [[key, value]];

function guardUrl(route: Route, key: 'url' | 'signin', text: string): string | undefined {
  const place = placeOf(route, 'ingress', 'auth', key);
  const url = withGroup(route, `ingress.auth.${key}`, text);
  if (url === undefined || /^https?:\/\/[^/\s"'\\;{}#][^\s"'\\;{}#]*$/.test(url)) return url;
  route.report.error(
    place,
    'bad-url',
    'expected an http:// or https:// URL without blanks, quotes, braces, ";" and "#"',
    { value: text },
  );
  return undefined;
}

/** Whether the path that reaches the service is another one. */
const rewrites = ({ expose: { path, rewrite } }: Route): boolean =>
  rewrite !== undefined && withoutSlash(rewrite) !== withoutSlash(path);

/**
 * A rewritten path as the regular expression of an nginx location. Only whole path elements match: `/app` and `/app/x`, not `/apple`.
 * The group that {@link nginxTarget} puts back is the last one.
 */
function nginxPattern({ expose, report, place }: Route): string {
  if (expose.path.includes('%')) {
    const message = 'ingress-nginx matches the decoded path, so a percent-encoded character never matches';
    report.error(at(place, 'path'), 'bad-path', message, { value: expose.path });
  }
  const base = withoutSlash(expose.path).replace(/[.$()*+?[\]{}|^\\]/g, '\\$&');
  if (base === '') return '/(.*)';
  return withoutSlash(expose.rewrite ?? '') === '' ? `${base}(/|$)(.*)` : `${base}(/.*|$)`;
}

function nginxTarget(route: Route): string {
  const rewrite = route.expose.rewrite ?? '';
  const base = withoutSlash(rewrite);
  if (pathProblem(rewrite) === undefined && !/^[-A-Za-z0-9._~:/]*$/.test(base)) {
    const message = 'ingress-nginx takes only letters, digits and - . _ ~ : / in a rewritten path';
    route.report.error(placeOf(route, 'rewrite'), 'bad-path', message, { value: rewrite });
  }
  if (withoutSlash(route.expose.path) === '') return `${base}/$1`;
  return base === '' ? '/$2' : `${base}$1`;
}
