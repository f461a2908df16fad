import { containerOf, errorsIn, jobWith, serviceWith } from '../../support';

const probeOf = (probeHandler: object, probe: object = {}) =>
  containerOf(serviceWith({ livenessProbe: { probeHandler, ...probe } })).livenessProbe;

test.each([
  ['a command', { command: ['a', 'b'] }, { exec: { command: ['a', 'b'] } }],
  ['a URL', { url: 'http://localhost:8080/a?b=c' }, { httpGet: { port: 8080, path: '/a?b=c', scheme: 'HTTP' } }],
  ['a URL without port and path', { url: 'http://127.0.0.1' }, { httpGet: { port: 80, path: '/', scheme: 'HTTP' } }],
  ['https', { url: 'HTTPS://[::1]' }, { httpGet: { port: 443, path: '/', scheme: 'HTTPS' } }],
  ['another host', { url: 'http://db:81?x' }, { httpGet: { port: 81, host: 'db', path: '/?x', scheme: 'HTTP' } }],
  [
    'another IPv6 host',
    { url: 'http://[fd00::1]:81/' },
    { httpGet: { port: 81, host: 'fd00::1', path: '/', scheme: 'HTTP' } },
  ],
  [
    'a path is not rewritten',
    { url: 'http://localhost/a/../%7e b' },
    { httpGet: { port: 80, path: '/a/../%7e b', scheme: 'HTTP' } },
  ],
  [
    'headers',
    { url: 'http://localhost', headers: { 'X-A': 'b' } },
    { httpGet: { port: 80, path: '/', scheme: 'HTTP', httpHeaders: [{ name: 'X-A', value: 'b' }] } },
  ],
  ['a path and a port', { path: '/healthz', port: 'http' }, { httpGet: { path: '/healthz', port: 'http' } }],
  ['tcp', { url: 'tcp://0.0.0.0:5432' }, { tcpSocket: { port: 5432 } }],
  ['tcp to another host', { url: 'tcp://db:5432' }, { tcpSocket: { port: 5432, host: 'db' } }],
  ['grpc', { url: 'grpc://localhost:9090' }, { grpc: { port: 9090 } }],
  ['grpc with a service', { url: 'grpc://localhost:9090/my.Service' }, { grpc: { port: 9090, service: 'my.Service' } }],
])('%s', (_, handler, expected) => {
  expect(probeOf(handler)).toEqual(expected);
});

test('numbers keep their names but for the grace period', () => {
  const numbers = {
    initialDelaySeconds: 1,
    periodSeconds: 2,
    timeoutSeconds: 3,
    successThreshold: 1,
    failureThreshold: 5,
  };
  expect(probeOf({ command: ['a'] }, { ...numbers, terminationGracePeriod: 6 })).toEqual({
    exec: { command: ['a'] },
    ...numbers,
    terminationGracePeriodSeconds: 6,
  });
});

test('a path alone means the only port of the container, else of the workload', () => {
  const livenessProbe = { probeHandler: { path: '/healthz' } };
  expect(containerOf(jobWith({ livenessProbe, ports: [{ containerPort: 8080 }] })).livenessProbe).toEqual({
    httpGet: { path: '/healthz', port: 8080 },
  });
  expect(
    containerOf(serviceWith({ livenessProbe }, { ports: [{ port: 80, targetPort: 8081 }] })).livenessProbe,
  ).toEqual({
    httpGet: { path: '/healthz', port: 8081 },
  });
  expect(errorsIn(jobWith({ livenessProbe }))).toEqual(['required containers.main.livenessProbe.probeHandler']);
  expect(errorsIn(jobWith({ livenessProbe, ports: [{ containerPort: 1 }, { containerPort: 2 }] }))).toEqual([
    'required containers.main.livenessProbe.probeHandler',
  ]);
});

const AT = 'containers.main.livenessProbe';
test.each([
  ['no scheme', { url: 'localhost' }, [`bad-url ${AT}.probeHandler.url`]],
  ['another scheme', { url: 'ftp://localhost' }, [`bad-url ${AT}.probeHandler.url`]],
  ['no host', { url: 'http://:80/' }, [`bad-url ${AT}.probeHandler.url`]],
  ['credentials', { url: 'http://me:secret@localhost/' }, [`bad-url ${AT}.probeHandler.url`]],
  ['a fragment', { url: 'http://localhost/#a' }, [`bad-url ${AT}.probeHandler.url`]],
  ['tcp without port', { url: 'tcp://localhost' }, [`bad-url ${AT}.probeHandler.url`]],
  ['tcp with a path', { url: 'tcp://localhost:1/a' }, [`bad-url ${AT}.probeHandler.url`]],
  ['grpc to another host', { url: 'grpc://db:1' }, [`bad-url ${AT}.probeHandler.url`]],
  ['port 0', { url: 'http://localhost:0' }, [`out-of-range ${AT}.probeHandler.url`]],
  ['port 65536', { url: 'tcp://localhost:65536' }, [`out-of-range ${AT}.probeHandler.url`]],
  ['a header name', { url: 'http://localhost', headers: { X_A: 'b' } }, [`bad-name ${AT}.probeHandler.headers.X_A`]],
  ['an empty command', { command: [] }, [`required ${AT}.probeHandler.command`]],
  ['two handlers', { command: ['a'], url: 'http://localhost' }, [`conflict ${AT}.probeHandler`]],
  ['no handler', {}, [`required ${AT}.probeHandler`]],
  ['a number for the URL', { url: 80 }, [`wrong-type ${AT}.probeHandler.url`]],
  ['a number in the command', { command: [1] }, [`wrong-type ${AT}.probeHandler.command[0]`]],
  ['an unknown key', { url: 'http://localhost', header: {} }, [`unknown-key ${AT}.probeHandler.header`]],
  ['null', null, [`wrong-type ${AT}.probeHandler`]],
])('refuses %s', (_, probeHandler, expected) => {
  expect(errorsIn(serviceWith({ livenessProbe: { probeHandler } }))).toEqual(expected);
});

test.each([
  ['livenessProbe', { successThreshold: 2 }, ['out-of-range containers.main.livenessProbe.successThreshold']],
  ['startupProbe', { successThreshold: 2 }, ['out-of-range containers.main.startupProbe.successThreshold']],
  [
    'readinessProbe',
    { terminationGracePeriod: 5 },
    ['forbidden containers.main.readinessProbe.terminationGracePeriod'],
  ],
  [
    'livenessProbe',
    { terminationGracePeriod: 0 },
    ['out-of-range containers.main.livenessProbe.terminationGracePeriod'],
  ],
  ['livenessProbe', { periodSeconds: -1 }, ['out-of-range containers.main.livenessProbe.periodSeconds']],
  ['livenessProbe', { periodSeconds: 1.5 }, ['wrong-type containers.main.livenessProbe.periodSeconds']],
  ['livenessProbe', { periodSeconds: '1' }, ['wrong-type containers.main.livenessProbe.periodSeconds']],
  ['livenessProbe', { timeoutSeconds: 2 ** 31 }, ['out-of-range containers.main.livenessProbe.timeoutSeconds']],
  ['livenessProbe', { failureTreshold: 3 }, ['unknown-key containers.main.livenessProbe.failureTreshold']],
])('%s refuses %j', (field, probe, expected) => {
  expect(errorsIn(serviceWith({ [field]: { probeHandler: { command: ['a'] }, ...probe } }))).toEqual(expected);
});

test('a secret in a URL is not shown', () => {
  const problems = errorsIn(serviceWith({ livenessProbe: { probeHandler: { url: 'http://me:hunter2@localhost/' } } }));
  expect(JSON.stringify(problems)).not.toContain('hunter2');
});
