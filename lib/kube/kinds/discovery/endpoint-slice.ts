// EndpointSlice: a part of the addresses behind a Service.
// https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Endpoint, EndpointHints, EndpointSlice, Types } from '../../api/types';
import {
  alternatives,
  checkLabel1123,
  checkOneOf,
  checkRequired,
  checkSpelling,
  checkSubdomain,
  checkUnique,
} from '../../rules/checks';
import { PROTOCOLS } from '../../rules/core/container-port';
import { checkExternalIP, checkNotSpecial } from '../../rules/core/service-ip';
import { checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { since } from '../../server';
import { canonicalIp, ipFamily, strictIpProblem } from '../../values/ip-address';
import { ipAddress, label1123, labelValue, qualifiedName, subdomain } from '../../values/syntax';

type Port = Types['discovery.v1.EndpointPort'];

const ADDRESS_TYPES = ['IPv4', 'IPv6', 'FQDN'];
const MOST_PORTS = 20_000;
const MOST_ENDPOINTS = 1000;
const MOST_ADDRESSES = 100;
const MOST_HINTS = 8;
/** Since when addresses of IPv6 are taken in one form only. */
const CANONICAL_SINCE = since('1.33');

export function checkEndpointSlice(slice: EndpointSlice, place: At, report: Report): void {
  const { metadata, addressType, ports, endpoints } = slice;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  const type = at(place, 'addressType');
  if (checkRequired(addressType, type, report, `is required: ${alternatives(ADDRESS_TYPES)}`))
    checkOneOf(addressType, ADDRESS_TYPES, type, report);
  if (addressType === 'FQDN') {
    const hint = 'for names outside the cluster make a Service of the type ExternalName';
    report.warning(type, 'deprecated', 'FQDN is deprecated, and no proxy sends anything there', { hint });
  }
  if (checkCount(ports, MOST_PORTS, at(place, 'ports'), report)) checkPorts(ports ?? [], at(place, 'ports'), report);
  if (!checkCount(endpoints, MOST_ENDPOINTS, at(place, 'endpoints'), report)) return;
  endpoints?.forEach((endpoint, index) =>
    checkEndpoint(endpoint, addressType, at(at(place, 'endpoints'), index), report),
  );
}

function checkCount(list: readonly unknown[] | undefined, most: number, place: At, report: Report): boolean {
  if (list === undefined || list.length <= most) return true;
  report.error(place, 'too-long', `must have at most ${most} items, not ${list.length}`);
  return false;
}

function checkPorts(ports: readonly Port[], place: At, report: Report): void {
  ports.forEach(({ name, port, protocol, appProtocol }, index) => {
    const here = at(place, index);
    if (name) checkLabel1123(name, at(here, 'name'), report);
    checkOneOf(protocol, PROTOCOLS, at(here, 'protocol'), report);
    checkSpelling(appProtocol, qualifiedName, at(here, 'appProtocol'), report);
    if (port !== undefined && (port < 1 || port > 65535))
      report.warning(at(here, 'port'), 'suspicious', 'is taken, but there is no such port', { value: port });
  });
  checkUnique(
    ports,
    ({ name = '' }) => name,
    (index, name, first) => {
      const message = name === '' ? `ports[${first}] has no name either` : `ports[${first}] has the same name`;
      report.error(at(at(place, index), 'name'), 'duplicate', message, { value: name });
    },
  );
}

function checkEndpoint(endpoint: Endpoint, addressType: string | undefined, place: At, report: Report): void {
  const { addresses = [], hostname, nodeName, deprecatedTopology, hints } = endpoint;
  const here = at(place, 'addresses');
  if (addresses.length === 0) report.error(here, 'required', 'must have at least one address');
  checkCount(addresses, MOST_ADDRESSES, here, report);
  addresses.forEach((address, index) => {
    if (addressType === 'FQDN') checkDomain(address, at(here, index), report);
    else if (addressType === 'IPv4' || addressType === 'IPv6') checkIp(address, addressType, at(here, index), report);
  });
  checkLabel1123(hostname, at(place, 'hostname'), report);
  checkSubdomain(nodeName, at(place, 'nodeName'), report);
  if (deprecatedTopology !== undefined && Object.keys(deprecatedTopology).length > 0) {
    const message = 'is dropped: nodeName and zone have taken its place';
    report.warning(at(place, 'deprecatedTopology'), 'dropped', message);
  }
  if (hints !== undefined) checkHints(hints, at(place, 'hints'), report);
}

function checkIp(ip: string, type: 'IPv4' | 'IPv6', place: At, report: Report): void {
  const isIp = ipAddress(ip) === undefined;
  if (!isIp || ipFamily(ip) !== (type === 'IPv4' ? 4 : 6)) {
    const message = `must be an ${type} address such as ${type === 'IPv4' ? '10.0.0.1' : 'fd00::1'}`;
    report.error(place, 'bad-format', message, { value: ip });
    return;
  }
  if (type === 'IPv4') return checkExternalIP(ip, place, report);
  checkForm(ip, place, report);
  checkNotSpecial(ip, place, report);
}

function checkForm(ip: string, place: At, report: Report): void {
  const canonical = canonicalIp(ip);
  const problem =
    strictIpProblem(ip) ?? (canonical === ip ? undefined : 'must be in the canonical form of IPv6 addresses');
  if (problem === undefined) return;
  const details = { value: ip, hint: `write ${canonical}` };
  report.error(place, 'bad-format', problem, { ...details, where: CANONICAL_SINCE });
  // Where all servers that were asked for still take it.
  if ((report.variants.all & CANONICAL_SINCE) === 0)
    report.warning(place, 'refused-later', `${problem} for newer servers`, details);
}

/** A domain of two parts or more, which may end in a dot. */
function checkDomain(domain: string, place: At, report: Report): void {
  if (!checkRequired(domain, place, report)) return;
  const name = domain.replace(/\.$/, '');
  const parts = name.split('.', 200);
  const problem =
    subdomain(name) ??
    (parts.length < 2 ? 'must have two parts or more, with a dot between them' : undefined) ??
    parts.map(label1123).find((wrong) => wrong !== undefined);
  if (problem !== undefined) report.error(place, 'bad-name', problem, { value: domain });
  else if (ipAddress(domain) === undefined) {
    const hint = 'write addressType: IPv4';
    report.warning(place, 'suspicious', 'is taken as a name, though it is an IP address', { value: domain, hint });
  }
}

function checkHints({ forZones, forNodes }: EndpointHints, place: At, report: Report): void {
  checkHintList(forZones, labelValue, at(place, 'forZones'), report);
  checkHintList(forNodes, subdomain, at(place, 'forNodes'), report);
}

function checkHintList(
  hints: readonly { readonly name?: string }[] | undefined,
  problemOf: (name: string) => string | undefined,
  place: At,
  report: Report,
): void {
  if (!checkCount(hints, MOST_HINTS, place, report)) return;
  hints?.forEach(({ name = '' }, index) => checkSpelling(name, problemOf, at(at(place, index), 'name'), report));
  checkUnique(
    hints,
    ({ name = '' }) => name,
    (index, name) => report.error(at(at(place, index), 'name'), 'duplicate', 'is there already', { value: name }),
  );
}
