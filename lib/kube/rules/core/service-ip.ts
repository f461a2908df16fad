// The IP addresses and ranges that a Service may name.
// https://kubernetes.io/docs/concepts/services-networking/service/#external-ips
import type { BlockList } from 'node:net';
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { since } from '../../server';
import { ipAddress } from '../../values/syntax';
import { checkSpellings } from '../checks';

/** A valid address as Node reads it: without the leading zeros that the server allows. */
function plain(ip: string): string {
  return ip.replace(/(^|[.:])0+(?=[0-9a-fA-F])/g, '$1');
}

/** 4 or 6, for a valid address; one of IPv4 that is written as IPv6 counts as 4, as in the server. */
export function ipFamily(ip: string): 4 | 6 {
  if (!ip.includes(':')) return 4;
  mapped ??= blockList([['::ffff:0:0', 96]]);
  return mapped.check(plain(ip), 'ipv6') ? 4 : 6;
}

let mapped: BlockList | undefined;

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
function checkNotSpecial(ip: string, place: At, report: Report): boolean {
  const found = specialLists().find(([, list]) => contains(list, ip));
  if (found !== undefined) report.error(place, 'forbidden', `may not be ${found[0]}`, { value: ip });
  return found === undefined;
}

export function checkExternalIP(ip: string, place: At, report: Report): void {
  checkIp(ip, place, report);
  if (ipAddress(ip) !== undefined) return;
  checkNotSpecial(ip, place, report);
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

/** What is wrong with a range of addresses such as 10.0.0.0/8; blanks around it are fine. */
export function sourceRangeProblem(range: string): string | undefined {
  const message = 'must be a range of IP addresses such as 10.0.0.0/8';
  const [, address = '', prefix = ''] = RANGE.exec(range.trim()) ?? [];
  if (address === '' || ipAddress(address) !== undefined) return message;
  return Number(prefix) <= (address.includes(':') ? 128 : 32)
    ? undefined
    : `${message}: the part after "/" is too large`;
}

const RANGE = /^([^/]*)\/([0-9]+)$/;

/** What newer servers refuse of a range that older ones take. */
export function strictRangeProblem(range: string): string | undefined {
  const [, address = '', prefix = ''] = RANGE.exec(range.trim()) ?? [];
  if (/^0./.test(prefix)) return 'must not have leading zeros';
  const problem = strictIpProblem(address);
  if (problem !== undefined) return problem;
  const free = BigInt((address.includes(':') ? 128 : 32) - Number(prefix));
  return (bitsOf(address) & ((1n << free) - 1n)) === 0n
    ? undefined
    : `must not have bits set behind the first ${prefix}`;
}

/** The bits of a valid address. */
function bitsOf(ip: string): bigint {
  if (!ip.includes(':')) return ip.split('.').reduce((bits, part) => (bits << 8n) | BigInt(Number(part)), 0n);
  const [, head = '', v4] = /^(.*:)(\d+\.[\d.]+)$/.exec(ip) ?? [];
  const text =
    v4 === undefined ? ip : `${head}${(bitsOf(v4) >> 16n).toString(16)}:${(bitsOf(v4) & 0xffffn).toString(16)}`;
  const [before = '', after] = text.split('::');
  const parts = (side: string): string[] => side.split(':').filter((part) => part !== '');
  const missing = after === undefined ? 0 : 8 - parts(before).length - parts(after).length;
  const groups = [...parts(before), ...Array.from({ length: missing }, () => '0'), ...parts(after ?? '')];
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

/** What newer servers refuse of an address that older ones take. */
export function strictIpProblem(ip: string): string | undefined {
  if (ip.includes('.') && /(?:^|[.:])0[0-9]+(?:\.|$)/.test(ip)) return 'must not have leading zeros';
  return ip.includes(':') && ipFamily(ip) === 4 ? 'must not be an IPv4 address written as IPv6' : undefined;
}

/** Since when addresses are read strictly. */
const STRICT_SINCE = since('1.36');
const STRICT_IP = { problemOf: strictIpProblem, where: STRICT_SINCE };
const STRICT_RANGE = { problemOf: strictRangeProblem, where: STRICT_SINCE };

/** Any IP address. */
export function checkIp(ip: string, place: At, report: Report): void {
  checkSpellings(ip, ipAddress, STRICT_IP, place, report, undefined, 'bad-format');
  if (ipAddress(ip) === undefined) warnOfFuture(ip, strictIpProblem(ip), place, report);
}

/** A range of IP addresses. */
export function checkRangeOfIps(range: string, place: At, report: Report): void {
  checkSpellings(range, sourceRangeProblem, STRICT_RANGE, place, report, undefined, 'bad-format');
  if (sourceRangeProblem(range) === undefined) warnOfFuture(range, strictRangeProblem(range), place, report);
}

/** Where all servers that were asked for still take it. */
function warnOfFuture(value: string, problem: string | undefined, place: At, report: Report): void {
  if (problem === undefined || (report.variants.all & STRICT_SINCE) !== 0) return;
  report.warning(place, 'refused-later', `${problem} for newer servers`, { value });
}
