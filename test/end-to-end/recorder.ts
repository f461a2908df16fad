// A reverse proxy on the loopback interface that records what goes through it, and fails as it is told.
import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http';
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https';
import { Agent as HttpAgent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange, History } from './history';

/**
 * What happens to a request: the connection breaks before the server has it; the server does it and nobody hears of it; it takes a while; something
 * in between gives an answer of its own, or sends another body on.
 */
export type Fault =
  | 'refuse'
  | 'lose'
  | { readonly delay: number }
  | { readonly status: number; readonly body: string }
  | { readonly send: string };

export interface Recorder {
  readonly url: string;
  /** Asked for each request. */
  fault: (exchange: Exchange) => Fault | undefined;
  /** Ends all answers that are under way, watches above all. */
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
}

export async function startRecorder(who: 'api' | 'queue', upstream: string, history: History): Promise<Recorder> {
  const { hostname, port, protocol } = new URL(upstream);
  const agent = protocol === 'https:' ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const request = protocol === 'https:' ? httpsRequest : httpRequest;
  const open = new Set<ServerResponse>();

  const handle = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of from) chunks.push(chunk as Buffer);
    const { method = '', url = '' } = from;
    const { pathname: path, searchParams: query } = new URL(url, upstream);
    const operation = String(from.headers['x-amz-target'] ?? '').split('.')[1];
    const exchange = history.begin({ who, method, path, query, operation, body: Buffer.concat(chunks).toString() });
    const waits = query.has('watch') || operation === 'ReceiveMessage';
    const fault = recorder.fault(exchange);
    if (fault === 'refuse') return void from.socket.destroy();
    if (typeof fault === 'object' && 'delay' in fault) await sleep(fault.delay);
    if (typeof fault === 'object' && 'status' in fault) {
      history.end(exchange, fault.status, fault.body);
      to.writeHead(fault.status, { 'content-type': 'application/json' }).end(fault.body);
      return;
    }
    const body = typeof fault === 'object' && 'send' in fault ? Buffer.from(fault.send) : Buffer.concat(chunks);
    const sent = request(
      {
        hostname,
        port,
        agent,
        method,
        path: url,
        headers: { ...from.headers, host: `${hostname}:${port}`, 'content-length': body.length },
        rejectUnauthorized: false,
      },
      (answer) => {
        const parts: Buffer[] = [];
        let unheard = false;
        const { statusCode = 0 } = answer;
        answer.on('error', () => to.destroy());
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          if (unheard) return;
          history.end(exchange, statusCode, Buffer.concat(parts).toString());
          if (fault === 'lose') from.socket.destroy();
        });
        if (fault === 'lose') return;
        // What waits for something new ends with who asked; what was asked to be done is done all the same, and read to its end, as a pipe no longer
        // does whose end has gone: only so is it recorded.
        const leave = (): void => {
          open.delete(to);
          unheard = waits && !answer.readableEnded;
          if (waits) sent.destroy();
          else answer.resume();
        };
        if (to.destroyed) return leave();
        open.add(to);
        to.on('close', leave);
        to.writeHead(statusCode, answer.headers);
        answer.pipe(to);
      },
    );
    sent.on('error', () => from.socket.destroy());
    sent.end(body);
  };

  const server = createServer((from, to) => {
    handle(from, to).catch(() => from.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const recorder: Recorder = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: () => undefined,
    cut: () => open.forEach((each) => each.destroy()),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      agent.destroy();
    },
  };
  return recorder;
}
