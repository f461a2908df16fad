// Receives callbacks, and answers as it is told. Every message has a path of its own there.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange, History } from './history';

/** An answer that is not 204 at once. `none`: the connection is open, and nothing comes. */
export type Behaviour =
  { readonly status: number; readonly location?: string } | { readonly delay: number } | 'none' | 'reset';

export interface Webhook {
  readonly url: string;
  /** Asked for each callback. */
  behave: (exchange: Exchange) => Behaviour | undefined;
  readonly stop: () => Promise<void>;
}

export async function startWebhook(history: History): Promise<Webhook> {
  const server = createServer((from, to) => {
    const chunks: Buffer[] = [];
    from.on('data', (chunk: Buffer) => chunks.push(chunk));
    from.on('end', () => {
      const { pathname: path, searchParams: query } = new URL(from.url ?? '', webhook.url);
      const body = Buffer.concat(chunks).toString();
      const exchange = history.begin({
        who: 'webhook',
        method: from.method ?? '',
        path,
        query,
        operation: undefined,
        body,
      });
      const answer = (status: number, headers = {}): void => {
        history.end(exchange, status, '');
        to.writeHead(status, headers).end();
      };
      const behaviour = webhook.behave(exchange);
      if (behaviour === undefined) answer(204);
      else if (behaviour === 'reset') from.socket.destroy();
      else if (behaviour === 'none') return;
      else if ('delay' in behaviour) void sleep(behaviour.delay).then(() => answer(204));
      else answer(behaviour.status, behaviour.location === undefined ? {} : { location: behaviour.location });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const webhook: Webhook = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: () => undefined,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return webhook;
}
