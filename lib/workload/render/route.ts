// What the three kinds of route share: the workload's Service behind it, and the places where their problems are reported.
// spec: dialects.md, "published"
import type { KubeMetadata } from '../../kube/object';
import { at, type At } from '../../report/place';
import type { Report } from '../../report/report';
import type { Expose } from '../model/expose';
import type { Origins } from './origin';

/** A route that is being rendered. */
export interface Route {
  readonly expose: Expose;
  /** The place of `expose` in the workload. */
  readonly place: At;
  /** Name, namespace and labels of the workload, which the route's object has too. */
  readonly metadata: KubeMetadata;
  /** The Service that the route leads to, and the place of its port in the workload. */
  readonly service: { readonly name: string; readonly port: number; readonly place: At };
  readonly report: Report;
  readonly origins: Origins;
}

/** The metadata of a route's object. */
export function routeMetadata(
  route: Route,
  name = route.metadata.name,
  annotations?: KubeMetadata['annotations'],
): KubeMetadata {
  const metadata = annotations === undefined ? { ...route.metadata, name } : { ...route.metadata, name, annotations };
  return route.origins.keep(metadata, route.place.parent ?? route.place);
}

/** Whether everyone may use the route, because the user said so. */
export const isOpen = (expose: Expose): boolean => expose.auth?.bypass === true;

/** Reports a route that nothing guards although nobody said that it is open. */
export function reportOpenRoute(route: Route, place: At, what: string, hint: string): void {
  const { expose, report } = route;
  // A guard that is wrong was left out, and is said there.
  if (['auth', 'ingress', 'httpRoute'].some((field) => report.hasShapeProblem(placeOf(route, field)))) return;
  const group = expose.auth?.group;
  const whom = group === undefined ? 'everyone' : `everyone, not only to the group ${JSON.stringify(group)}`;
  report.error(place, 'open-route', `${what} is open to ${whom}`, {
    hint: `${hint}, or bypass authentication on purpose`,
  });
}

/** What stands for the access group in a URL or name of the guard. */
export const GROUP = '{group}';

/** The text with the group in the place of `{group}`; undefined, and reported, when there is no group to put there. */
export function withGroup(route: Route, field: string, text: string): string | undefined {
  if (!text.includes(GROUP)) return text;
  const group = route.expose.auth?.group;
  if (group !== undefined) return text.replaceAll(GROUP, group);
  route.report.error(placeOf(route, 'auth', 'group'), 'required', `is required: ${field} asks for ${GROUP}`);
  return undefined;
}

/** The path without its last slash: `/app/` → `/app`, `/` → "". */
export const withoutSlash = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) : path);

const URL_PATH = /^\/(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*$/;

/** What is wrong with a path prefix or its replacement, for all kinds of routes. */
export function pathProblem(path: string): string | undefined {
  if (!path.startsWith('/')) return 'must start with "/"';
  if (path.length > 1024) return `must be at most 1024 characters (has ${path.length})`;
  if (/[?#]/.test(path)) return 'must be a path alone, without "?" and "#"';
  if (!URL_PATH.test(path)) return 'may only contain the characters of a URL path; write others percent-encoded';
  if (path.includes('//')) return 'must not contain "//"';
  if (/\/\.\.?(?:\/|$)/.test(path)) return 'must not contain "." or ".." between slashes';
  return /%2f/i.test(path) ? 'must not contain an encoded slash (%2F)' : undefined;
}

/** The place of a target (`ingress`, `httpRoute`, `mapping`) or of another field of `expose`. */
export const placeOf = (route: Route, ...keys: readonly (string | number)[]): At => keys.reduce(at, route.place);
