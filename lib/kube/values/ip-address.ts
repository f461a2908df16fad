// IP addresses and ranges of them as numbers, and the form in which Kubernetes writes them.
// https://kubernetes.io/docs/reference/networking/ip-formats/
import { ipAddress } from './syntax';

/** What stands before the 32 bits of an IPv4 address that is written as IPv6. */
const MAPPED = 0xffffn;

/** The 128 bits of a valid address, one of IPv4 as IPv6 writes it. */
export function bitsOf(ip: string): bigint {
  if (!ip.includes(':')) return (MAPPED << 32n) | v4BitsOf(ip);
  const [, head = '', v4] = /^(.*:)(\d+\.[\d.]+)$/.exec(ip) ?? [];
  const text =
    v4 === undefined ? ip : `${head}${(v4BitsOf(v4) >> 16n).toString(16)}:${(v4BitsOf(v4) & 0xffffn).toString(16)}`;
  const [before = '', after] = text.split('::');
  const parts = (side: string): string[] => side.split(':').filter((part) => part !== '');
  const missing = after === undefined ? 0 : 8 - parts(before).length - parts(after).length;
  const groups = [...parts(before), ...Array.from({ length: missing }, () => '0'), ...parts(after ?? '')];
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

const v4BitsOf = (ip: string): bigint => ip.split('.').reduce((bits, part) => (bits << 8n) | BigInt(Number(part)), 0n);

/** 4 or 6; one of IPv4 that is written as IPv6 counts as 4, as in the server. */
const familyOf = (bits: bigint): 4 | 6 => (bits >> 32n === MAPPED ? 4 : 6);

/** 4 or 6, for a valid address. */
export const ipFamily = (ip: string): 4 | 6 => familyOf(bitsOf(ip));

function textOf(bits: bigint): string {
  if (familyOf(bits) === 4) return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 0xffn).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((bits >> BigInt(16 * (7 - index))) & 0xffffn).toString(16));
  const runs = groups.map((_, start) => groups.slice(start).findIndex((group) => group !== '0'));
  const lengths = runs.map((run, start) => (run < 0 ? 8 - start : run));
  const longest = Math.max(...lengths);
  if (longest < 2) return groups.join(':');
  const start = lengths.indexOf(longest);
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + longest).join(':')}`;
}

/** The one form that is canonical, of a valid address. https://www.rfc-editor.org/rfc/rfc5952 */
export const canonicalIp = (ip: string): string => textOf(bitsOf(ip));

/** What newer servers refuse of an address that older ones take. */
export function strictIpProblem(ip: string): string | undefined {
  if (/(?:^|[.:])0[0-9]+(?:\.|$)/.test(ip) && ip.includes('.')) return 'must not have leading zeros';
  if (/[0-9a-f]{5}/i.test(ip)) return 'must have at most four digits between two ":"';
  return ip.includes(':') && ipFamily(ip) === 4 ? 'must not be an IPv4 address written as IPv6' : undefined;
}

/** A range of addresses, such as 10.0.0.0/8. */
export interface IpRange {
  /** The address before the "/", which may be any in the range. */
  readonly bits: bigint;
  /** How many bits are the same in all of the range, as it is written: from 0 to 32 or to 128. */
  readonly prefix: number;
  /** The bits of the first address. */
  readonly first: bigint;
  /** It is written as IPv4. */
  readonly short: boolean;
}

const RANGE = /^([^/]*)\/([0-9]+)$/;

/** Reads a range; undefined when it is none. */
export function readRange(text: string): IpRange | undefined {
  const [, address = '', digits = ''] = RANGE.exec(text) ?? [];
  if (address === '' || ipAddress(address) !== undefined) return undefined;
  const [short, prefix] = [!address.includes(':'), Number(digits)];
  if (prefix > (short ? 32 : 128)) return undefined;
  const [bits, free] = [bitsOf(address), BigInt((short ? 32 : 128) - prefix)];
  return { bits, prefix, first: (bits >> free) << free, short };
}

/** The canonical form of a range. */
export function rangeText({ first, prefix, short }: IpRange): string {
  return `${textOf(first)}/${familyOf(first) === 4 && !short ? prefix - 96 : prefix}`;
}

/** 4 or 6. */
export const rangeFamily = ({ bits }: IpRange): 4 | 6 => familyOf(bits);

/** What newer servers refuse of a range that older ones take. */
export function strictRangeProblem(text: string): string | undefined {
  const range = readRange(text);
  const [, address = '', digits = ''] = RANGE.exec(text) ?? [];
  if (range === undefined) return undefined;
  if (/^0./.test(digits)) return 'must not have leading zeros';
  return (
    strictIpProblem(address) ??
    (range.bits === range.first ? undefined : `must not have bits set behind the first ${range.prefix}`)
  );
}

/** Whether all of a range is in another one, which is larger, as the server finds it: it compares what is written behind the "/". */
export function isWithin(inner: IpRange, outer: IpRange): boolean {
  if (familyOf(inner.first) !== familyOf(outer.first) || outer.prefix >= inner.prefix) return false;
  const free = BigInt((outer.short ? 32 : 128) - outer.prefix);
  return inner.first >> free === outer.first >> free;
}
