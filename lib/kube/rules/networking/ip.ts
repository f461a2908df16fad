// An IP address, as fields have it that are older than the strict reading of addresses.
// https://kubernetes.io/docs/reference/networking/ip-formats/
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { since } from '../../server';
import { canonicalIp, strictIpProblem } from '../../values/ip-address';
import { ipAddress } from '../../values/syntax';

/** Since when addresses are read strictly. */
export const STRICT_SINCE = since('1.36');

export function checkIp(ip: string, place: At, report: Report): void {
  const problem = ipAddress(ip);
  if (problem !== undefined) return report.error(place, 'bad-format', problem, { value: ip });
  const strict = strictIpProblem(ip);
  if (strict === undefined) return warnOfForm(ip, canonicalIp(ip), place, report);
  const details = { value: ip, hint: `write ${canonicalIp(ip)}` };
  report.error(place, 'bad-format', strict, { ...details, where: STRICT_SINCE });
  // Where all servers that were asked for still take it.
  if ((report.variants.all & STRICT_SINCE) === 0)
    report.warning(place, 'refused-later', `${strict} for newer servers`, details);
}

/** An address or range of IPv6 can be written in many ways. https://www.rfc-editor.org/rfc/rfc5952 */
export function warnOfForm(value: string, canonical: string, place: At, report: Report): void {
  if (!value.includes(':') || value === canonical) return;
  const message = 'is not in the canonical form, in which programs compare addresses of IPv6';
  report.warning(place, 'suspicious', message, { value, hint: `write ${canonical}` });
}
