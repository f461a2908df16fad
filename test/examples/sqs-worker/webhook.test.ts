import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { longestSend, send } from '../../../examples/sqs-worker/src/webhook';
import { SqsCallback } from '../../../lib/dialects/sqs/callback-schema';

const body = SqsCallback.parse({ id: 'm1', status: 2, detail: { duration: 3 } });
const options = { webhookTimeoutSeconds: 0.3, backoffMilliseconds: 1 };

/** What a webhook hears that answers so, and what the sender says of it. */
async function heard(answer: RequestListener, callbackHosts: string[] | undefined = undefined) {
  const requests: { method?: string; url?: string; type?: string; text: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      requests.push({ method, url, type: headers['content-type'], text: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const failure = await send(`http://${host}/hook?key=1`, body, {
      ...options,
      callbackHosts: callbackHosts ?? [host],
    });
    return { requests, failure: failure?.replace(host, 'HOST') };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a callback is posted once when it is taken', async () => {
  const { requests, failure } = await heard((_, response) => response.writeHead(204).end());
  expect(failure).toBeUndefined();
  expect(requests).toEqual([
    { method: 'POST', url: '/hook?key=1', type: 'application/json', text: JSON.stringify(body) },
  ]);
});

test('three tries, and no more', async () => {
  const { requests, failure } = await heard((_, response) => response.writeHead(500).end());
  expect(requests.length).toBe(3);
  expect(failure).toBe('HOST answered 500');
});

test('a later try may be taken', async () => {
  let nth = 0;
  const { requests, failure } = await heard((_, response) => response.writeHead(nth++ < 2 ? 503 : 200).end());
  expect([requests.length, failure]).toEqual([3, undefined]);
});

test('a redirect is not followed', async () => {
  const { requests, failure } = await heard((_, response) => response.writeHead(302, { location: '/other' }).end());
  expect(requests.map(({ url }) => url)).toEqual(['/hook?key=1', '/hook?key=1', '/hook?key=1']);
  expect(failure).toBe('HOST answered 302');
});

test('who does not answer in time has not taken it', async () => {
  const { requests, failure } = await heard(() => undefined);
  expect(requests.length).toBe(3);
  expect(failure).toContain('Abort');
});

test('who breaks the connection has not taken it', async () => {
  const { requests, failure } = await heard((request) => request.socket.destroy());
  expect(requests.length).toBe(3);
  expect(failure).toContain('socket hang up');
});

test('nobody is called who is not on the list, or only by a pattern and at a private address', async () => {
  const taken: RequestListener = (_, response) => response.writeHead(204).end();
  expect(await heard(taken, [])).toEqual({ requests: [], failure: 'HOST is not among CALLBACK_HOSTS' });
  expect(await heard(taken, ['*'])).toEqual({
    requests: [],
    failure: '127.0.0.1 is a private address, and CALLBACK_HOSTS does not name the host itself',
  });
});

test('a name that leads to a private address is not called either', async () => {
  const failure = await send('http://localhost:1/', body, { ...options, callbackHosts: ['*'] });
  expect(failure).toContain('localhost is a private address');
});

test('what somebody has written on the Job is not called either', async () => {
  for (const url of ['', 'nowhere', 'https://']) {
    expect(await send(url, body, { ...options, callbackHosts: ['*'] })).toBe('the webhook is no URL');
  }
});

test('the longest time that it takes', () => {
  const longest = longestSend({ callbackHosts: [], webhookTimeoutSeconds: 5, backoffMilliseconds: 1000 });
  expect(longest).toBe(18_000);
});
