// The IP addresses that a Service may name.
// https://kubernetes.io/docs/concepts/services-networking/service/#external-ips
import type { BlockList } from 'node:net';
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { ipAddress } from '../../values/syntax';
import { checkIp } from '../networking/ip';

/** A valid address as Node reads it: without the leading zeros that the server allows. */
function plain(ip: string): string {
  return ip.replace(/(^|[.:])0+(?=[0-9a-fA-F])/g, '$1');
}

/** Its module takes 2 ms to load, so that only who needs it loads it. */
function blockList(ranges: readonly (readonly [address: string, prefix: number])[]): BlockList {
  const net = require('node:net') as typeof import('node:net');
  const list = new net.BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, address.includes(':') ? 'ipv6' : 'ipv4');
  return list;
}

/** The addresses that no Service may have from outside, with the reason. */
const SPECIAL: readonly (readonly [reason: string, ...ranges: [address: string, prefix: number][]])[] = [
  ['the unspecified address', ['0.0.0.0', 32], ['::', 128]],
  ['in the loopback range', ['127.0.0.0', 8], ['::1', 128]],
  ['in the link-local range', ['169.254.0.0', 16], ['fe80::', 10]],
  [
    'in the link-local multicast range',
    ['224.0.0.0', 24],
    ...Array.from({ length: 16 }, (_, flags): [string, number] => [`ff${flags.toString(16)}2::`, 16]),
  ],
];

let special: readonly (readonly [string, BlockList])[] | undefined;

function specialLists(): readonly (readonly [string, BlockList])[] {
  special ??= SPECIAL.map(([reason, ...ranges]) => [reason, blockList(ranges)] as const);
  return special;
}

const contains = (list: BlockList, ip: string): boolean => list.check(plain(ip), ip.includes(':') ? 'ipv6' : 'ipv4');

/** Reports a valid address that no Service may have. */
export function checkNotSpecial(ip: string, place: At, report: Report): boolean {
  const found = specialLists().find(([, list]) => contains(list, ip));
  if (found !== undefined) report.error(place, 'forbidden', `may not be ${found[0]}`, { value: ip });
  return found === undefined;
}

/** Any address but one that means something else on each machine. */
export function checkExternalIP(ip: string, place: At, report: Report): void {
  checkIp(ip, place, report);
  if (ipAddress(ip) === undefined) checkNotSpecial(ip, place, report);
}

/** The ranges for use inside networks, and the one that GKE gives to its Services. */
const INTERNAL: readonly (readonly [address: string, prefix: number])[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['198.18.0.0', 15],
  ['34.118.224.0', 20],
  ['fc00::', 7],
];
let internal: BlockList | undefined;

/** A valid address for within the cluster: only the cluster knows its range, but some can be in none. */
export function checkInternalIP(ip: string, place: At, report: Report): void {
  checkIp(ip, place, report);
  if (!checkNotSpecial(ip, place, report)) return;
  internal ??= blockList(INTERNAL);
  if (contains(internal, ip)) return;
  report.warning(place, 'refused-later', "is refused unless it is in the cluster's own range for Services", {
    value: ip,
    hint: 'leave it out: the cluster chooses a free address',
  });
}
