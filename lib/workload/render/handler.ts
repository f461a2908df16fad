// Exec, Http, Tcp and Grpc as Kubernetes writes them: the handler part of a Probe and of a lifecycle hook.
// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#probe-check-methods
import type * as k8s from '../../kube/api/written';
import { portName } from '../../kube/values/syntax';
import { at, type At, ROOT } from '../../report/place';
import { isMap } from '../../shape/shape';
import type { Container } from '../model/container';
import type { Dict } from '../model/fields';
import type { HttpPath, ProbeHandler } from '../model/handler';
import type { Context } from './context';
import { type HandlerUrl, parseHandlerUrl } from './url';

type Handler = Pick<k8s.Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'>;

/** The one handler; nothing when it cannot be read, which is reported. */
export function renderHandler(
  handler: ProbeHandler | undefined,
  schemes: readonly HandlerUrl['scheme'][],
  place: At,
  container: Container,
  context: Context,
): Handler | undefined {
  if (handler === undefined) return undefined;
  if (handler.command !== undefined) return { exec: context.origins.keep({ command: handler.command }, place) };
  if (handler.path !== undefined) return renderPath(handler, place, container, context);
  if (handler.url === undefined) return undefined;
  const url = parseHandlerUrl(handler.url, schemes, place, context);
  if (url === undefined || url.port === undefined) return undefined;
  const where = { port: url.port, ...(url.host !== undefined && { host: url.host }) };
  if (url.scheme === 'tcp' || url.scheme === 'grpc')
    return renderSocket(url.scheme, where, url, handler.url, handler, place, context);
  const { headers } = handler as { headers?: Dict<string> };
  return {
    httpGet: context.origins.keep(
      {
        ...where,
        path: url.path === '' ? '/' : url.path,
        ...(url.scheme === 'https' ? { scheme: 'HTTPS' } : { scheme: 'HTTP' }),
        ...renderHeaders(headers, place, context),
      },
      place,
      URL_KEYS,
    ),
  };
}

const URL_KEYS = {
  port: ['url'],
  host: ['url'],
  path: ['url'],
  scheme: ['url'],
  httpHeaders: ['headers'],
  service: ['url'],
};

function renderSocket(
  scheme: 'tcp' | 'grpc',
  where: { port: number; host?: string },
  url: HandlerUrl,
  text: string,
  handler: ProbeHandler,
  place: At,
  context: Context,
): Handler | undefined {
  if ((handler as { headers?: unknown }).headers !== undefined) {
    context.report.error(
      at(place, 'headers'),
      'conflict',
      `headers are sent with http:// and https:// only, not with ${scheme}://`,
    );
  }
  const path = url.path === '/' ? '' : url.path;
  if (scheme === 'tcp') {
    if (path !== '') context.report.error(at(place, 'url'), 'bad-url', 'a tcp:// URL has no path', { value: text });
    return { tcpSocket: context.origins.keep(where, place, URL_KEYS) };
  }
  if (url.host !== undefined) {
    context.report.error(at(place, 'url'), 'bad-url', 'a gRPC probe asks the pod itself', {
      value: text,
      hint: 'Write localhost for the host',
    });
  }
  return {
    grpc: context.origins.keep({ port: where.port, ...(path !== '' && { service: path.slice(1) }) }, place, URL_KEYS),
  };
}

/** `{ path }` without a port means the one port that the container, or else the workload, declares. */
function renderPath(
  { path, port, headers }: HttpPath,
  place: At,
  container: Container,
  context: Context,
): Handler | undefined {
  const number = port ?? onlyPort(place, container, context);
  // A port that is none is reported where it is declared.
  if (number === undefined || (port === undefined && !isPort(number))) return undefined;
  return {
    httpGet: context.origins.keep({ port: number, path, ...renderHeaders(headers, place, context) }, place, {
      httpHeaders: ['headers'],
    }),
  };
}

const isPort = (port: unknown): boolean =>
  typeof port === 'string'
    ? portName(port) === undefined
    : Number.isInteger(port) && (port as number) >= 1 && (port as number) <= 65535;

function onlyPort(place: At, container: Container, context: Context): number | string | undefined {
  const ports: readonly unknown[] = Array.isArray(container.ports) ? container.ports : [];
  const own = ports.flatMap((port) => (isMap(port) ? [port.containerPort as number] : []));
  const candidates = own.length > 0 ? own : context.ports.map(({ port, targetPort }) => targetPort ?? port);
  const different = [...new Set(candidates)];
  if (different.length === 1) return different[0];
  // The workload has ports, and what is wrong with them is said there.
  if (own.length === 0 && context.report.hasShapeProblem(at(ROOT, 'ports'))) return undefined;
  const found =
    different.length === 0 ? 'no port is declared' : `${different.length} ports are declared (${different.join(', ')})`;
  context.report.error(place, 'required', `needs a port: ${found}`, {
    hint: 'Add `port`, or write `url: "http://localhost:<port>/…"`',
  });
  return undefined;
}

function renderHeaders(headers: Dict<string> | undefined, place: At, context: Context) {
  if (headers === undefined) return {};
  const all = at(place, 'headers');
  return {
    httpHeaders: Object.entries(headers).map(([name, value]) =>
      context.origins.keep({ name, value }, at(all, name), '*'),
    ),
  };
}
