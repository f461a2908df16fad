// A range of IP addresses such as 10.0.0.0/8, as fields have it that are older than the strict reading of addresses.
// https://kubernetes.io/docs/reference/networking/ip-formats/
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { canonicalIp, type IpRange, rangeText, readRange, strictRangeProblem } from '../../values/ip-address';
import { ipAddress } from '../../values/syntax';
import { STRICT_SINCE, warnOfForm } from './ip';

/** What is wrong with a range. */
export function rangeProblem(text: string): string | undefined {
  if (readRange(text) !== undefined) return undefined;
  const message = 'must be a range of IP addresses such as 10.0.0.0/8';
  const [, address = ''] = /^([^/]*)\/[0-9]+$/.exec(text) ?? [];
  return ipAddress(address) === undefined ? `${message}: the part after "/" is too large` : message;
}

/** A range, which is given back when it is one. */
export function checkIpRange(value: string, place: At, report: Report): IpRange | undefined {
  const range = readRange(value);
  if (range === undefined) {
    report.error(place, 'bad-format', rangeProblem(value)!, { value, hint: hintFor(value) });
    return undefined;
  }
  const strict = strictRangeProblem(value);
  if (strict === undefined) {
    warnOfForm(value, rangeText(range), place, report);
    return range;
  }
  const hint = `write ${formsOf(value, range).join(' or ')}`;
  report.error(place, 'bad-format', strict, { value, hint, where: STRICT_SINCE });
  // Where all servers that were asked for still take it.
  if ((report.variants.all & STRICT_SINCE) === 0)
    report.warning(place, 'refused-later', `${strict} for newer servers`, { value, hint });
  return range;
}

/** A single address, or one in brackets. */
function hintFor(value: string): string | undefined {
  const address = value.trim().replace(/^\[(.*)\]$/, '$1');
  if (ipAddress(address) === undefined) return `write ${canonicalIp(address)}/${address.includes(':') ? 128 : 32}`;
  return value !== address && readRange(address) !== undefined ? `write ${address}` : undefined;
}

/** What may be meant: all of the range or the one address in it that is named. */
function formsOf(value: string, range: IpRange): string[] {
  const all = rangeText(range);
  if (range.bits === range.first) return [all];
  const one = canonicalIp(value.slice(0, value.indexOf('/')));
  return [all, `${one}/${one.includes(':') ? 128 : 32}`];
}
