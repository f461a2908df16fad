// The addresses of a Service within the cluster. Which ranges the cluster has is not known here.
// https://kubernetes.io/docs/concepts/services-networking/service/#choosing-your-own-ip-address
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ServiceSpec } from '../../api/types';
import { ipFamily } from '../../values/ip-address';
import { ipAddress } from '../../values/syntax';
import { checkOneOf, checkUnique } from '../checks';
import { checkInternalIP } from './service-ip';

const POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'];
const OUTSIDE = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'] as const;

/** Whether the Service has no address of its own: its name stands for those of its pods. */
export function isHeadless({ clusterIP, clusterIPs = [] }: ServiceSpec): boolean {
  return clusterIPs.length === 0 ? clusterIP === 'None' : clusterIPs.length === 1 && clusterIPs[0] === 'None';
}

export function checkClusterIPs(spec: ServiceSpec, place: At, report: Report): void {
  if (spec.type === 'ExternalName') return checkOutside(spec, place, report);
  const { clusterIP, clusterIPs = [], ipFamilies = [], ipFamilyPolicy } = spec;
  if (isHeadless(spec) && (spec.type === 'NodePort' || spec.type === 'LoadBalancer')) {
    const message = `may not be None when the type is ${spec.type}, which needs an address in the cluster`;
    report.error(at(place, clusterIPs.length === 0 ? 'clusterIP' : 'clusterIPs'), 'conflict', message, {
      value: 'None',
    });
  }
  checkOneOf(ipFamilyPolicy, POLICIES, at(place, 'ipFamilyPolicy'), report);
  ipFamilies.forEach((family, index) =>
    checkOneOf(family, ['IPv4', 'IPv6'], at(at(place, 'ipFamilies'), index), report),
  );
  checkUnique(ipFamilies, String, (index, family) => {
    report.error(at(at(place, 'ipFamilies'), index), 'duplicate', `is there before (${family})`);
  });
  if (clusterIPs.length === 0) {
    if (clusterIP && clusterIP !== 'None') checkAddress(clusterIP, at(place, 'clusterIP'), report);
  } else checkList(clusterIP, clusterIPs, at(place, 'clusterIPs'), report);
  checkFamilies(spec, place, report);
}

function checkOutside(spec: ServiceSpec, place: At, report: Report): void {
  for (const field of OUTSIDE) {
    const value = spec[field];
    if (value === undefined || (field !== 'ipFamilyPolicy' && value.length === 0)) continue;
    report.error(at(place, field), 'forbidden', 'may not be set when the type is ExternalName', { value });
  }
}

function checkAddress(ip: string, place: At, report: Report): void {
  if (ipAddress(ip) === undefined) return checkInternalIP(ip, place, report);
  report.error(place, 'bad-format', 'must be None, an IP address, or left out', { value: ip });
}

function checkList(clusterIP: string | undefined, clusterIPs: readonly string[], place: At, report: Report): void {
  if (!clusterIP) {
    report.error(place, 'conflict', 'may only be set beside clusterIP, with the same address first', {
      value: clusterIPs,
    });
  } else if (clusterIPs[0] !== clusterIP) {
    report.error(at(place, 0), 'conflict', `must be the same as clusterIP, ${clusterIP}`, { value: clusterIPs[0] });
  }
  if (clusterIPs.length > 2) report.error(place, 'too-long', 'may have two addresses at most, one of each family');
  clusterIPs.forEach((ip, index) => {
    if (index > 0 || ip !== 'None') checkAddress(ip, at(place, index), report);
    else if (clusterIPs.length > 1) report.error(at(place, 0), 'conflict', 'may be None only alone', { value: ip });
  });
}

/** Addresses and families must agree, and two of them need a policy. */
function checkFamilies(spec: ServiceSpec, place: At, report: Report): void {
  const { clusterIP, ipFamilies = [], ipFamilyPolicy } = spec;
  const clusterIPs = spec.clusterIPs?.length ? spec.clusterIPs : clusterIP ? [clusterIP] : [];
  if (!isHeadless(spec) && clusterIPs.every((ip) => ipAddress(ip) === undefined)) {
    const families = clusterIPs.map(ipFamily);
    if (families.length === 2 && families[0] === families[1]) {
      report.error(at(place, 'clusterIPs'), 'conflict', 'may have only one address of each family', {
        value: clusterIPs,
      });
    }
    families.forEach((family, index) => {
      const stated = ipFamilies[index];
      if ((stated !== 'IPv4' && stated !== 'IPv6') || stated === `IPv${family}`) return;
      const field = spec.clusterIPs?.length ? at(at(place, 'clusterIPs'), index) : at(place, 'clusterIP');
      report.error(field, 'conflict', `must be of ${stated}, as ipFamilies says`, { value: clusterIPs[index] });
    });
  }
  const single = (ipFamilyPolicy ?? defaultPolicy(spec)) === 'SingleStack';
  if (!single || (clusterIPs.length !== 2 && ipFamilies.length !== 2)) return;
  const what = clusterIPs.length === 2 ? 'addresses' : 'families';
  report.error(
    at(place, 'ipFamilyPolicy'),
    'conflict',
    `must be PreferDualStack or RequireDualStack when two ${what} are stated`,
    {
      value: ipFamilyPolicy,
    },
  );
}

const defaultPolicy = ({ clusterIP, selector = {} }: ServiceSpec): string =>
  clusterIP === 'None' && Object.keys(selector).length === 0 ? 'RequireDualStack' : 'SingleStack';
