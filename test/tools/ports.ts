// Ports of the loopback interface that are free this moment.
import { createServer } from 'node:net';

/** So many different ones. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  return Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.on('error', reject);
          server.on('listening', () => {
            const address = server.address();
            server.close(() =>
              address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
            );
          });
        }),
    ),
  );
}
