// Which hosts callbacks may be sent to. A message's webhook is untrusted: without this the worker could be made to call what only it can reach.
//
//   hooks.example.com        this host, at any port, also at a private address: who runs the worker has named it
//   hooks.example.com:8443   this host at this port
//   *.example.com            every host below, at public addresses only
//   *                        every host, at public addresses only
import { BlockList, isIP } from 'node:net';

const PATTERN = /^(\*|(\*\.)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/;

/** What is wrong with an entry of the list. */
export const hostProblem = (entry: string): string | undefined =>
  PATTERN.test(entry)
    ? undefined
    : `expected hosts such as "hooks.example.com", "hooks.example.com:8443" or "*.example.com"`;

/** How a URL may be called: `named` also at a private address. */
export type Admission = 'named' | 'public' | undefined;

export function admissionOf(url: URL, hosts: readonly string[]): Admission {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const name = url.hostname.toLowerCase();
  const port = url.port === '' ? (url.protocol === 'http:' ? '80' : '443') : url.port;
  let admission: Admission;
  for (const entry of hosts) {
    const [, host = '', entryPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    if (entryPort !== undefined && entryPort !== port) continue;
    if (host === name) return 'named';
    if (host === '*' || (host.startsWith('*.') && name.endsWith(host.slice(1)))) admission = 'public';
  }
  return admission;
}

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
// Of IPv6 only what is global unicast, and of that not what carries an IPv4 address in it.
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
const TUNNEL = new BlockList();
TUNNEL.addSubnet('2001::', 32, 'ipv6');
TUNNEL.addSubnet('2001:db8::', 32, 'ipv6');
TUNNEL.addSubnet('2002::', 16, 'ipv6');

/** Whether an IP address is one of the open internet. */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !PRIVATE.check(address, 'ipv4');
    case 6:
      return GLOBAL.check(address, 'ipv6') && !TUNNEL.check(address, 'ipv6');
    default:
      return false;
  }
}
