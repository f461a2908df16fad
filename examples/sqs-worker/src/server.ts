// /healthz and /metrics.
import { createServer, type Server } from 'node:http';
import type { Registry } from 'prom-client';

export interface ServerOptions {
  readonly port: number;
  readonly registry: Registry;
  /** Why the worker should be started anew; undefined when it should not. */
  readonly illness: () => string | undefined;
}

export async function serve({ port, registry, illness }: ServerOptions): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type }).end(request.method === 'HEAD' ? undefined : body);
    };
    const [path] = (request.url ?? '').split('?');
    if (request.method !== 'GET' && request.method !== 'HEAD') answer(405, 'text/plain', 'expected GET\n');
    else if (path === '/healthz') answer(illness() === undefined ? 200 : 503, 'text/plain', `${illness() ?? 'ok'}\n`);
    else if (path === '/metrics') {
      registry.metrics().then(
        (text) => answer(200, registry.contentType, text),
        () => answer(500, 'text/plain', 'the metrics could not be read\n'),
      );
    } else answer(404, 'text/plain', 'expected /healthz or /metrics\n');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  return server;
}
