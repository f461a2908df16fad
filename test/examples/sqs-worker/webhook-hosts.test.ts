import { admissionOf, hostProblem, isPublic } from '../../../examples/sqs-worker/src/webhook-hosts';

const admission = (url: string, ...hosts: string[]) => admissionOf(new URL(url), hosts);

test.each([
  ['https://hooks.example.com/a', ['hooks.example.com'], 'named'],
  ['https://HOOKS.example.com', ['hooks.example.com'], 'named'],
  ['http://hooks.example.com:8080', ['hooks.example.com'], 'named'],
  ['http://hooks.example.com:8080', ['hooks.example.com:8443'], undefined],
  ['https://hooks.example.com', ['hooks.example.com:443'], 'named'],
  ['http://hooks.example.com', ['hooks.example.com:443'], undefined],
  ['https://a.hooks.example.com', ['hooks.example.com'], undefined],
  ['https://a.b.example.com', ['*.example.com'], 'public'],
  ['https://example.com', ['*.example.com'], undefined],
  ['https://badexample.com', ['*.example.com'], undefined],
  ['https://a.example.com', ['*.example.com', 'a.example.com'], 'named'],
  ['https://a.example.com', ['a.example.com', '*'], 'named'],
  ['https://elsewhere.org', ['*'], 'public'],
  ['http://[::1]:80/', ['[::1]:80'], 'named'],
  ['http://[::1]:8080/', ['[::1]:80'], undefined],
  ['http://hooks.example.com@evil.org/', ['hooks.example.com'], undefined],
  ['https://hooks.example.com', [], undefined],
] as const)('%s with %j: %s', (url, hosts, expected) => {
  expect(admission(url, ...hosts)).toBe(expected);
});

test('only http and https', () => {
  expect(admission('ftp://hooks.example.com', 'hooks.example.com')).toBeUndefined();
  expect(admission('file:///etc/passwd', '*')).toBeUndefined();
});

test('entries of the list', () => {
  for (const entry of ['a', 'a.b', 'a:1', '*.a.b', '*', '*:443', '127.0.0.1', '[::1]', '[fd00::1]:80']) {
    expect([entry, hostProblem(entry)]).toEqual([entry, undefined]);
  }
  for (const entry of ['', 'a b', 'http://a', 'a/b', '*a', 'a.*', '::1', 'a:', '.a', '[a']) {
    expect([entry, hostProblem(entry)]).toEqual([entry, expect.stringContaining('expected hosts')]);
  }
});

test.each([
  ['8.8.8.8', true],
  ['172.15.255.255', true],
  ['172.16.0.1', false],
  ['10.1.2.3', false],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['2a00:1450::1', true],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['2001:db8::1', false],
  ['ff02::1', false],
  ['no address', false],
] as const)('%s is public: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});
