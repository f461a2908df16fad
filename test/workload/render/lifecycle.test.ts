import { containerOf, errorsIn, serviceWith } from '../../support';

test('hooks', () => {
  const lifecycle = { postStart: { url: 'http://localhost:80' }, preStop: { command: ['preStop.sh'] } };
  expect(containerOf(serviceWith({ lifecycle })).lifecycle).toEqual({
    postStart: { httpGet: { port: 80, path: '/', scheme: 'HTTP' } },
    preStop: { exec: { command: ['preStop.sh'] } },
  });
});

test('a TCP hook', () => {
  expect(containerOf(serviceWith({ lifecycle: { preStop: { url: 'tcp://localhost:81' } } })).lifecycle).toEqual({
    preStop: { tcpSocket: { port: 81 } },
  });
});

const AT = 'containers.main.lifecycle';
test.each([
  ['an empty one', {}, [`required ${AT}`]],
  ['grpc', { preStop: { url: 'grpc://localhost:1' } }, [`bad-url ${AT}.preStop.url`]],
  ['an empty command', { preStop: { command: [] } }, [`required ${AT}.preStop.command`]],
  ['an unknown hook', { prestop: { command: ['a'] } }, [`unknown-key ${AT}.prestop`]],
  ['a handler that is none', { postStart: {} }, [`required ${AT}.postStart`]],
  ['a bad port', { postStart: { url: 'http://localhost:70000' } }, [`out-of-range ${AT}.postStart.url`]],
  ['a list', [], [`wrong-type ${AT}`]],
])('refuses %s', (_, lifecycle, expected) => {
  expect(errorsIn(serviceWith({ lifecycle }))).toEqual(expected);
});

test('not on an init container', () => {
  const initContainers = { init: { image: 'a:1', lifecycle: { preStop: { command: ['a'] } } } };
  expect(errorsIn(serviceWith({}, { initContainers }))).toEqual(['forbidden initContainers.init.lifecycle']);
});
