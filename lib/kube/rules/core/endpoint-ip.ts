// The address of an endpoint: where a Service sends what it gets.
// https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoints-v1/
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { canonicalIp, strictIpProblem } from '../../values/ip-address';
import { ipAddress } from '../../values/syntax';
import { checkExternalIP } from './service-ip';

/** Any address but one that means something else on each machine. */
export function checkEndpointIp(ip: string, place: At, report: Report): void {
  checkExternalIP(ip, place, report);
  if (ipAddress(ip) !== undefined || strictIpProblem(ip) !== undefined) return;
  const canonical = canonicalIp(ip);
  if (canonical === ip) return;
  const message = 'is not in the canonical form of IPv6 addresses';
  report.warning(place, 'suspicious', message, { value: ip, hint: `write ${canonical}` });
}
