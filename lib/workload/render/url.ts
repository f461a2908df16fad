// URLs of probes and hooks: scheme://host:port/path. Read by hand, because what was written must come out as it was written.
import { didYouMean } from '../../report/suggest';
import { at, type At } from '../../report/place';
import { HOST_AND_PORT } from '../model/handler';
import type { Context } from './context';

/** A URL, cut into its parts. */
export interface HandlerUrl {
  readonly scheme: 'http' | 'https' | 'tcp' | 'grpc';
  /** undefined for the pod's own address. */
  readonly host: string | undefined;
  readonly port: number | undefined;
  /** With its leading slash and the query; "" when there is none. */
  readonly path: string;
}

const OWN_ADDRESS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '0.0.0.0', '::1']);
const DEFAULT_PORTS = { http: 80, https: 443, tcp: undefined, grpc: undefined };

/** Reads the `url` of a handler, also `host:port` of a TCP socket; what is wrong is reported at `place`.url. */
export function parseHandlerUrl(
  url: string,
  schemes: readonly HandlerUrl['scheme'][],
  place: At,
  context: Context,
): HandlerUrl | undefined {
  const where = at(place, 'url');
  const full = schemes.includes('tcp') && HOST_AND_PORT.test(url) ? `tcp://${url}` : url;
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^#]*)(#.*)?$/s.exec(full);
  const scheme = match?.[1]?.toLowerCase() as HandlerUrl['scheme'] | undefined;
  if (match === null || scheme === undefined || !schemes.includes(scheme)) {
    const value = url.includes('@') ? undefined : url;
    const expected = schemes.map((each) => `${each}://`).join(', ');
    context.report.error(where, 'bad-url', `expected a URL that starts with ${expected}`, {
      value,
      hint: fixOf(url, schemes),
    });
    return undefined;
  }
  const [, , authority = '', rest = '', fragment] = match;
  if (authority.includes('@')) {
    context.report.error(where, 'bad-url', 'must not hold a user name or password', {
      hint: 'Send credentials with `headers`',
    });
    return undefined;
  }
  if (fragment !== undefined) {
    context.report.error(where, 'bad-url', `the part after # is never sent`, {
      value: url,
      hint: `Without it: ${url.slice(0, -fragment.length)}`,
    });
    return undefined;
  }
  if (/^(?:\[[^\]]*\]|[^:[\]]+):(?![0-9]*$)/.test(authority)) {
    context.report.error(where, 'bad-url', 'the port, after the colon, must be a number', {
      value: url,
      hint: 'For a port by its name write { path, port }',
    });
    return undefined;
  }
  const server = /^(\[[0-9A-Fa-f:.]+\]|[^:[\]]*)(?::([0-9]*))?$/.exec(authority);
  const port = server?.[2] === undefined || server[2] === '' ? DEFAULT_PORTS[scheme] : Number(server[2]);
  if (server === null || server[1] === '') {
    context.report.error(where, 'bad-url', 'expected a host and, after a colon, a port', {
      value: url,
      hint: 'For the pod itself write localhost',
    });
    return undefined;
  }
  if (port === undefined) {
    context.report.error(where, 'bad-url', `a ${scheme}:// URL needs a port`, {
      value: url,
      hint: `For example ${scheme}://${authority.replace(/:$/, '')}:8080`,
    });
    return undefined;
  }
  const host = server[1]!.replace(/^\[|\]$/g, '');
  return {
    scheme,
    host: OWN_ADDRESS.has(host.toLowerCase()) ? undefined : host,
    port,
    path: rest.startsWith('?') ? `/${rest}` : rest,
  };
}

function fixOf(url: string, schemes: readonly string[]): string | undefined {
  if (/^\/[^/]/.test(url) && schemes.includes('http'))
    return `For a path on the pod itself write path: "${url}", not url`;
  if (/^[a-z0-9.-]+:\d+/i.test(url) || /^[a-z0-9.-]+$/i.test(url)) return didYouMean(`${schemes[0]}://${url}`);
  return undefined;
}
