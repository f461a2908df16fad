// The IP addresses that a Service may name.
// https://kubernetes.io/docs/concepts/services-networking/service/#external-ips
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { bitsOf, type IpRange, readRange } from '../../values/ip-address';
import { ipAddress } from '../../values/syntax';
import { checkIp } from '../networking/ip';

/** The addresses that no Service may have from outside, with the reason. */
const SPECIAL: readonly (readonly [reason: string, ...ranges: string[]])[] = [
  ['the unspecified address', '0.0.0.0/32', '::/128'],
  ['in the loopback range', '127.0.0.0/8', '::1/128'],
  ['in the link-local range', '169.254.0.0/16', 'fe80::/10'],
  [
    'in the link-local multicast range',
    '224.0.0.0/24',
    ...Array.from({ length: 16 }, (_, flags) => `ff${flags.toString(16)}2::/16`),
  ],
];

const rangesOf = (texts: readonly string[]): readonly IpRange[] => texts.map((text) => readRange(text)!);

let special: readonly (readonly [reason: string, ranges: readonly IpRange[]])[] | undefined;

function contains(ranges: readonly IpRange[], ip: string): boolean {
  const bits = bitsOf(ip);
  return ranges.some(({ first, prefix, short }) => {
    const free = BigInt((short ? 32 : 128) - prefix);
    return bits >> free === first >> free;
  });
}

/** Reports a valid address that no Service may have. */
export function checkNotSpecial(ip: string, place: At, report: Report): boolean {
  special ??= SPECIAL.map(([reason, ...ranges]) => [reason, rangesOf(ranges)]);
  const found = special.find(([, ranges]) => contains(ranges, ip));
  if (found !== undefined) report.error(place, 'forbidden', `may not be ${found[0]}`, { value: ip });
  return found === undefined;
}

/** Any address but one that means something else on each machine. */
export function checkExternalIP(ip: string, place: At, report: Report): void {
  checkIp(ip, place, report);
  if (ipAddress(ip) === undefined) checkNotSpecial(ip, place, report);
}

/** The ranges for use inside networks, and the one that GKE gives to its Services. */
const INTERNAL = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '198.18.0.0/15',
  '34.118.224.0/20',
  'fc00::/7',
];
let internal: readonly IpRange[] | undefined;

/** A valid address for within the cluster: only the cluster knows its range, but some can be in none. */
export function checkInternalIP(ip: string, place: At, report: Report): void {
  checkIp(ip, place, report);
  if (!checkNotSpecial(ip, place, report)) return;
  internal ??= rangesOf(INTERNAL);
  if (contains(internal, ip)) return;
  report.warning(place, 'refused-later', "is refused unless it is in the cluster's own range for Services", {
    value: ip,
    hint: 'leave it out: the cluster chooses a free address',
  });
}
