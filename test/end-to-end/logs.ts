// A stand-in for one thing that an API server without a kubelet cannot answer: the log of a pod. It stands before the API server, sends what it
// is told for `pods/<name>/log`, and passes all else on.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Logs {
  readonly url: string;
  /** Answers the request for the log of a pod. */
  answer: (pod: string, query: URLSearchParams, to: ServerResponse) => void;
  readonly stop: () => Promise<void>;
}

export async function startLogs(upstream: string): Promise<Logs> {
  const handle = (from: IncomingMessage, to: ServerResponse): void => {
    const { pathname, searchParams } = new URL(from.url ?? '', upstream);
    const pod = /\/pods\/([^/]+)\/log$/.exec(pathname)?.[1];
    if (pod !== undefined) return logs.answer(pod, searchParams, to);
    const { method, headers } = from;
    const sent = request(new URL(from.url ?? '', upstream), { method, headers, agent: false }, (answer) => {
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.on('error', () => to.destroy()).pipe(to);
    });
    sent.on('error', () => to.destroy());
    to.on('close', () => sent.destroy());
    from.pipe(sent);
  };
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const logs: Logs = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (_pod, _query, to) => void to.writeHead(404).end(),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return logs;
}
