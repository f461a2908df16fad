// expose.httpRoute -> HTTPRoute of the Gateway API, checked as its CRD (v1.4.0) checks it.
// https://gateway-api.sigs.k8s.io/api-types/httproute/
import type { KubeObject } from '../../kube/object';
import { label1123, subdomain } from '../../kube/values/syntax';
import { at, type At } from '../../report/place';
import type { HttpRouteTarget, ParentRef } from '../model/http-route';
import { GROUP, isOpen, placeOf, reportOpenRoute, type Route, routeMetadata, withGroup } from './route';

/** The HTTPRoute of a route. */
export function renderHttpRoute(route: Route, target: HttpRouteTarget): KubeObject {
  const { expose, service } = route;
  checkTarget(route, target);
  const filters = [...guard(route, target), ...rewriting(route)];
  const timeout = requestTimeout(route);
  const hostnames = target.hostnames ?? hostOf(route);
  const rule = route.origins.keep(
    {
      matches: [{ path: { type: 'PathPrefix', value: expose.path } }],
      ...(filters.length > 0 ? { filters } : {}),
      backendRefs: [{ name: service.name, port: service.port }],
      ...(timeout === undefined ? {} : { timeouts: { request: timeout } }),
      ...(expose.sticky === true ? { sessionPersistence: { type: 'Cookie' } } : {}),
    },
    route.place,
    {
      matches: ['path'],
      backendRefs: at(service.place, 'port'),
      timeouts: ['timeout'],
      sessionPersistence: ['sticky'],
    },
  );
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: routeMetadata(route),
    spec: route.origins.keep(
      {
        parentRefs: target.parentRefs,
        ...(hostnames === undefined ? {} : { hostnames }),
        rules: [rule],
      },
      placeOf(route, 'httpRoute'),
    ),
  };
}

function hostOf(route: Route): readonly string[] | undefined {
  const { host } = route.expose;
  return host === undefined ? undefined : route.origins.keep([host], placeOf(route, 'host'), '*');
}

function guard(route: Route, { auth }: HttpRouteTarget): object[] {
  if (isOpen(route.expose)) return [];
  if (auth === undefined) {
    const hint = 'Give expose.httpRoute.auth: { filter: { group, kind, name } }, an object that guards the route';
    reportOpenRoute(route, placeOf(route, 'httpRoute', 'auth'), 'the HTTPRoute has no auth filter, so it', hint);
    return [];
  }
  const place = placeOf(route, 'httpRoute', 'auth', 'filter');
  const { group, kind } = auth.filter;
  const name = withGroup(route, 'httpRoute.auth.filter.name', auth.filter.name);
  if (name === undefined) return [];
  complain(route, at(place, 'group'), group, group === '' ? undefined : subdomain(group));
  complain(route, at(place, 'kind'), kind, kindProblem(kind));
  const isGroups = subdomain(auth.filter.name.replaceAll(GROUP, 'x')) === undefined;
  complain(route, isGroups ? placeOf(route, 'auth', 'group') : at(place, 'name'), name, subdomain(name));
  if (route.expose.auth?.group !== undefined && !auth.filter.name.includes(GROUP)) {
    const hint = `Name a filter for each group, with ${GROUP} in expose.httpRoute.auth.filter.name`;
    const message = 'the auth filter is not told the group: it must know by itself whom it lets in';
    route.report.warning(placeOf(route, 'auth', 'group'), 'suspicious', message, {
      value: route.expose.auth.group,
      hint,
    });
  }
  const told = auth.filter.name.includes(GROUP) ? { name: placeOf(route, 'auth', 'group') } : undefined;
  const extensionRef = route.origins.keep({ group, kind, name }, place, told);
  return [route.origins.keep({ type: 'ExtensionRef', extensionRef }, place)];
}

function rewriting(route: Route): object[] {
  const { rewrite } = route.expose;
  if (rewrite === undefined) return [];
  const urlRewrite = { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: rewrite } };
  return [route.origins.keep({ type: 'URLRewrite', urlRewrite }, placeOf(route, 'rewrite'))];
}

const UNITS: readonly (readonly [string, number])[] = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** Milliseconds as the Gateway API writes them (GEP-2257): whole numbers of at most five digits with a unit, `1m30s500ms`. */
function requestTimeout(route: Route): string | undefined {
  const { timeout } = route.expose;
  if (timeout === undefined) return undefined;
  let rest = timeout;
  let out = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 99_999) {
      const hint = '0 means no timeout';
      route.report.error(placeOf(route, 'timeout'), 'out-of-range', 'must be at most 99999 hours for an HTTPRoute', {
        value: timeout,
        hint,
      });
    }
    if (count > 0) out += `${count}${unit}`;
  }
  return out === '' ? '0s' : out;
}

function checkTarget(route: Route, { parentRefs, hostnames = [] }: HttpRouteTarget): void {
  const { report } = route;
  if (route.expose.sticky === true) {
    const message = "an HTTPRoute's sessionPersistence needs the CRDs of the Gateway API's experimental channel";
    report.warning(placeOf(route, 'sticky'), 'experimental', message);
  }
  const parents = placeOf(route, 'httpRoute', 'parentRefs');
  if (parentRefs.length === 0)
    report.error(parents, 'required', 'at least one Gateway is required', { hint: "[{ name: 'my-gateway' }]" });
  if (parentRefs.length > 32) report.error(parents, 'too-long', `at most 32 are allowed (has ${parentRefs.length})`);
  parentRefs.forEach((ref, index) => checkParent(route, at(parents, index), ref));
  checkSameParents(route, parents, parentRefs);
  const names = placeOf(route, 'httpRoute', 'hostnames');
  if (hostnames.length > 16) report.error(names, 'too-long', `at most 16 are allowed (has ${hostnames.length})`);
  hostnames.forEach((name, index) => complain(route, at(names, index), name, subdomain(name.replace(/^\*\./, ''))));
}

function checkParent(route: Route, place: At, ref: ParentRef): void {
  complain(route, at(place, 'name'), ref.name, subdomain(ref.name));
  if (ref.namespace !== undefined) complain(route, at(place, 'namespace'), ref.namespace, label1123(ref.namespace));
  if (ref.sectionName !== undefined)
    complain(route, at(place, 'sectionName'), ref.sectionName, subdomain(ref.sectionName));
  if (ref.group !== undefined && ref.group !== '') complain(route, at(place, 'group'), ref.group, subdomain(ref.group));
  if (ref.kind !== undefined) complain(route, at(place, 'kind'), ref.kind, kindProblem(ref.kind));
  if (ref.port !== undefined && !(Number.isInteger(ref.port) && ref.port >= 1 && ref.port <= 65535)) {
    route.report.error(at(place, 'port'), 'out-of-range', 'must be a whole number from 1 to 65535', {
      value: ref.port,
    });
  }
}

/** References to the same Gateway must all name a sectionName, or all a port, and not the same one. */
function checkSameParents({ report }: Route, place: At, refs: readonly ParentRef[]): void {
  const seen = new Map<string, Set<string>>();
  refs.forEach(
    ({ group = 'gateway.networking.k8s.io', kind = 'Gateway', namespace = '', name, sectionName, port }, index) => {
      const gateway = JSON.stringify([group, kind, namespace, name]);
      const listener = `${sectionName ?? ''}:${port ?? ''}`;
      const form = `${sectionName === undefined}/${port === undefined}`;
      const before = seen.get(gateway);
      if (before === undefined) seen.set(gateway, new Set([listener, form]));
      else if (before.has(form) && !before.has(listener)) before.add(listener);
      else
        report.error(
          at(place, index),
          'duplicate',
          'names the same Gateway again: both must name a sectionName, or both a port, that differ',
        );
    },
  );
}

const kindProblem = (kind: string): string | undefined =>
  /^[A-Za-z](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/.test(kind)
    ? undefined
    : 'must be a kind such as "Gateway": a letter first, then letters, digits and "-"';

function complain({ report }: Route, place: At, value: string, problem: string | undefined): void {
  if (problem !== undefined) report.error(place, 'bad-name', problem, { value });
}
