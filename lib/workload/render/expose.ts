// A route to a workload from outside the cluster: Ingress, HTTPRoute or Emissary Mapping; never an open one unless the user says so.
// spec: dialects.md, "published"
import type { KubeObject } from '../../kube/object';
import { subdomain } from '../../kube/values/syntax';
import { at, type At } from '../../report/place';
import { Report } from '../../report/report';
import { shapeProblems } from '../../shape/shape';
import { type Expose, exposeSchema } from '../model/expose';
import type { Dict } from '../model/fields';
import { serviceNameOf } from '../model/port';
import type { Context } from './context';
import { renderHttpRoute } from './http-route';
import { renderIngress } from './ingress';
import { renderMapping } from './mapping';
import { pathProblem, type Route } from './route';

/** What {@link renderExpose} needs to know of the workload. */
export type ExposeContext = Pick<Context, 'name' | 'namespace' | 'labels' | 'ports' | 'report' | 'origins'>;

/** What an {@link Expose} becomes. */
export interface RenderedExpose {
  /** The route, or nothing when it has no target or something is wrong with it. */
  readonly objects: readonly KubeObject[];
  /** For the workload's Service. */
  readonly serviceAnnotations?: Dict<string>;
}

/**
 * Renders a route, data to data. Never an open route that the user did not ask for: that is an error, and there is no object.
 * @param place where `expose` stands in the workload; its parent is the workload itself
 */
export function renderExpose(expose: Expose, place: At, context: ExposeContext): RenderedExpose {
  const report = new Report(false, { outer: context.report, pathOf: (path) => path });
  const input: Input = { expose, place, context: { ...context, report } };
  checkExpose(expose, place, report);
  if (!isRouted(expose)) reportUnrouted(input);
  // Wrong shapes have been reported and left out, so that parts may be missing: there is no route then.
  const isWhole = !report.hasShapeProblem(place);
  const canRender = isWhole || shapeProblems(exposeSchema, expose).length === 0;
  const objects = isRouted(expose) && canRender ? renderTarget(input) : [];
  const annotations = annotationsOf(expose);
  return {
    objects: isWhole && !report.failed ? objects : [],
    ...(Object.keys(annotations).length > 0 ? { serviceAnnotations: annotations } : {}),
  };
}

/** What is rendered, and with what. */
interface Input {
  readonly expose: Expose;
  readonly place: At;
  readonly context: ExposeContext;
}

const isRouted = ({ httpRoute, ingress, mapping }: Expose): boolean => (httpRoute ?? ingress ?? mapping) !== undefined;

function reportNoPort({ place, context: { report } }: Input): void {
  // What is wrong with the ports is said there.
  if (report.hasShapeProblem(portsOf(place))) return;
  report.error(place, 'required', 'needs a port of the workload to lead to', { hint: 'Give the workload ports' });
}

const portsOf = (place: At): At => at(place.parent ?? place, 'ports');

function reportUnrouted(input: Input): void {
  const { place, context } = input;
  if (context.ports.length === 0) return reportNoPort(input);
  const hint =
    "Choose one: expose: { httpRoute: { parentRefs: [{ name: 'my-gateway' }], … } }, { ingress: { className, … } } or { mapping: {} }";
  const message = 'is not routed: nothing says with what, so it is only kept as annotations of the Service';
  context.report.warning(place, 'not-exposed', message, { hint });
}

function renderTarget(input: Input): KubeObject[] {
  const { expose, place, context } = input;
  const { name, namespace, labels, report, origins } = context;
  const service = serviceOf(input);
  if (service === undefined) return [];
  const metadata = {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(labels === undefined ? {} : { labels }),
  };
  const route: Route = { expose, place, metadata, service, report, origins };
  if (expose.httpRoute !== undefined) return [renderHttpRoute(route, expose.httpRoute)];
  if (expose.ingress !== undefined) return [renderIngress(route, expose.ingress)];
  return renderMapping(route, expose.mapping ?? {});
}

function checkExpose(expose: Expose, place: At, report: Report): void {
  const chosen = (['httpRoute', 'ingress', 'mapping'] as const).filter((key) => expose[key] !== undefined);
  for (const key of chosen.slice(1))
    report.error(at(place, key), 'conflict', `is one target too many beside ${chosen[0]}`);
  for (const key of ['path', 'rewrite'] as const) {
    const problem = expose[key] === undefined ? undefined : pathProblem(expose[key]);
    if (problem !== undefined) report.error(at(place, key), 'bad-path', problem, { value: expose[key] });
  }
  checkHost(expose, place, report);
  const { timeout, icon } = expose;
  if (timeout !== undefined && !(Number.isSafeInteger(timeout) && timeout >= 0)) {
    report.error(at(place, 'timeout'), 'out-of-range', 'must be a whole number of milliseconds, 0 or more', {
      value: timeout,
    });
  }
  if (icon !== undefined && !/^[a-z0-9_]+$/.test(icon) && !/^https?:\/\/[^\s/]\S*$/.test(icon)) {
    const hint = 'Material icons: https://fonts.google.com/icons, e.g. "import_contacts"';
    report.error(at(place, 'icon'), 'bad-format', 'expected the name of a Material icon or an http(s) URL', {
      value: icon,
      hint,
    });
  }
  if (expose.auth?.group === '') report.error(at(at(place, 'auth'), 'group'), 'required', 'must not be empty');
}

function checkHost({ host, httpRoute, ingress, mapping }: Expose, place: At, report: Report): void {
  if (host === undefined) return;
  const problem = subdomain(host.replace(/^\*\./, ''));
  if (problem !== undefined) {
    const [, meant = ''] = /^https?:\/\/([^/:]+)/i.exec(host) ?? [];
    const hint = subdomain(meant) === undefined ? `Write "${meant}": the host alone` : undefined;
    report.error(at(place, 'host'), 'bad-name', problem, { value: host, hint });
  }
  const own = [
    ['httpRoute', 'hostnames', httpRoute?.hostnames],
    ['ingress', 'host', ingress?.host],
    ['mapping', 'hostname', mapping?.hostname],
  ] as const;
  for (const [target, key, value] of own)
    if (value !== undefined)
      report.error(at(at(place, target), key), 'conflict', 'is said by expose.host', { hint: 'Leave one of them out' });
}

/** The Service behind the route: that of the port named, else of the only port. */
function serviceOf(input: Input): Route['service'] | undefined {
  const { expose, place, context } = input;
  const { name, ports, report } = context;
  const found =
    expose.port === undefined ? ports : ports.filter((port) => port.name === expose.port || port.port === expose.port);
  const [port] = found;
  const where = expose.port === undefined ? place : at(place, 'port');
  if (port === undefined) {
    const known = ports.map((each) => each.name ?? each.port).join(', ');
    if (expose.port === undefined) reportNoPort(input);
    else if (!report.hasShapeProblem(portsOf(place)))
      report.error(where, 'not-one-of', 'is not a port of the workload', {
        value: expose.port,
        hint: `Its ports: ${known || 'none'}`,
      });
    return undefined;
  }
  if (found.length > 1 && expose.port === undefined) {
    const hint = `Ports: ${ports.map((each) => each.name ?? each.port).join(', ')}`;
    report.error(at(place, 'port'), 'required', 'the workload has several ports: say which one the route leads to', {
      hint,
    });
  }
  if ((port.protocol ?? 'TCP') !== 'TCP')
    report.error(where, 'conflict', `leads to a port of protocol ${port.protocol}, and a route is HTTP`);
  return { name: serviceNameOf(name, port), port: port.port, place: at(portsOf(place), ports.indexOf(port)) };
}

/** What each annotation for a portal is in `expose`. */
const PORTAL = {
  access: ['auth', 'group'],
  host: ['host'],
  prefix: ['path'],
  rewrite: ['rewrite'],
  'timeout-ms': ['timeout'],
  'sticky-sessions': ['sticky'],
  'bypass-auth': ['auth', 'bypass'],
  'displayed-name': ['displayedName'],
  icon: ['icon'],
  visible: ['visible'],
};

/** The same, by the whole key. */
export const PORTAL_RENAMES = Object.fromEntries(
  Object.entries(PORTAL).map(([key, path]) => [`datatask.io/${key}`, path]),
);

/** What no route can say, and without a target everything. */
function annotationsOf(expose: Expose): Dict<string> {
  const unrouted = {
    host: expose.host,
    prefix: expose.path,
    rewrite: expose.rewrite,
    'timeout-ms': expose.timeout,
    'sticky-sessions': expose.sticky,
    'bypass-auth': expose.auth?.bypass,
  };
  const all = {
    access: expose.auth?.group,
    ...(isRouted(expose) ? {} : unrouted),
    'displayed-name': expose.displayedName,
    icon: expose.icon,
    visible: expose.visible,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[`datatask.io/${key}`, String(value)]])),
  );
}
