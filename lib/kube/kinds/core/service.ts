// Service: one address for a set of pods.
// https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Service, ServiceSpec } from '../../api/types';
import { checkOneOf, checkOneOfOrEmpty, checkRange, checkRequired, checkSpelling } from '../../rules/checks';
import { checkClusterIPs, isHeadless } from '../../rules/core/service-cluster-ip';
import { checkExternalIP } from '../../rules/core/service-ip';
import { checkServicePorts, isNodePort, NODE_PORTS } from '../../rules/core/service-port';
import { checkGeneration, checkLabels, checkMetadata, type NameRule, warnOfStatus } from '../../rules/meta/metadata';
import { STRICT_SINCE, warnOfForm } from '../../rules/networking/ip';
import { checkIpRange, rangeProblem } from '../../rules/networking/ip-range';
import { between, since, until } from '../../server';
import { canonicalIp, strictIpProblem, strictRangeProblem } from '../../values/ip-address';
import { toLabel1123 } from '../../values/near-name';
import { ipAddress, label1035, label1123, qualifiedName, subdomain } from '../../values/syntax';

/** The name becomes a host name; until 1.35 it could not start with a digit as most others can. */
export const SERVICE_NAME: NameRule = {
  problemOf: label1123,
  some: { problemOf: label1035, where: until('1.35') },
  suggest(name) {
    const fixed = toLabel1123(name) ?? name;
    return label1035(fixed) === undefined ? fixed : undefined;
  },
};

const TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];
const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';
const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints';

export function checkService(service: Service, place: At, report: Report): void {
  const { metadata, spec = {}, status } = service;
  checkMetadata(metadata, at(place, 'metadata'), report, SERVICE_NAME);
  checkGeneration(metadata, place, report);
  const here = at(place, 'spec');
  checkOneOfOrEmpty(spec.type, TYPES, at(here, 'type'), report);
  checkServicePorts(spec, here, report);
  checkLabels(spec.selector, at(here, 'selector'), report);
  checkClusterIPs(spec, here, report);
  checkExternalName(spec, here, report);
  checkSessionAffinity(spec, here, report);
  checkExternalIPs(spec, at(here, 'externalIPs'), report);
  checkTraffic(spec, here, report);
  checkLoadBalancer(spec, here, report);
  checkDistribution(spec.trafficDistribution, at(here, 'trafficDistribution'), report);
  checkAnnotated(service, place, report);
  warnOfStatus(status, place, report);
}

function checkExternalName({ type, externalName, externalIPs = [] }: ServiceSpec, place: At, report: Report): void {
  const here = at(place, 'externalName');
  if (type !== 'ExternalName') {
    if (!externalName) return;
    report.warning(here, 'no-effect', 'is read only when the type is ExternalName', { value: externalName });
    return;
  }
  if (externalIPs.length > 0) {
    report.warning(at(place, 'externalIPs'), 'no-effect', 'is not read when the type is ExternalName');
  }
  // One dot at the end says that the name is complete.
  const name = externalName?.replace(/\.$/, '');
  if (checkRequired(name, here, report, 'is required when the type is ExternalName')) {
    checkSpelling(name, subdomain, here, report);
  }
}

function checkExternalIPs(spec: ServiceSpec, place: At, report: Report): void {
  const { externalIPs = [], type } = spec;
  externalIPs.forEach((ip, index) => checkExternalIP(ip, at(place, index), report));
  if (externalIPs.length === 0 || type === 'ExternalName') return;
  if (isHeadless(spec)) report.warning(place, 'no-effect', 'is not read when clusterIP is None');
  else report.warning(place, 'deprecated', 'is deprecated, and some clusters ignore it', { where: since('1.36') });
}

function checkSessionAffinity(spec: ServiceSpec, place: At, report: Report): void {
  const { sessionAffinity, sessionAffinityConfig } = spec;
  checkOneOfOrEmpty(sessionAffinity, ['None', 'ClientIP'], at(place, 'sessionAffinity'), report);
  const here = at(place, 'sessionAffinityConfig');
  if (sessionAffinity === 'ClientIP') {
    if (isHeadless(spec))
      report.warning(at(place, 'sessionAffinity'), 'no-effect', 'is not read when clusterIP is None');
    const timeout = sessionAffinityConfig?.clientIP?.timeoutSeconds;
    checkRange(timeout, 1, 86_400, at(at(here, 'clientIP'), 'timeoutSeconds'), report);
  } else if (sessionAffinityConfig !== undefined && (!sessionAffinity || sessionAffinity === 'None')) {
    report.warning(here, 'dropped', 'is dropped, as sessionAffinity is not ClientIP', {
      hint: 'add sessionAffinity: ClientIP',
    });
  }
}

/** Where the traffic from outside and inside goes. */
function checkTraffic(spec: ServiceSpec, place: At, report: Report): void {
  const { externalIPs = [], externalTrafficPolicy, internalTrafficPolicy, healthCheckNodePort } = spec;
  const type = spec.type || 'ClusterIP';
  const isOpen = type === 'ClusterIP' && externalIPs.length > 0;
  const here = at(place, 'externalTrafficPolicy');
  if (type === 'NodePort' || type === 'LoadBalancer') {
    checkOneOfOrEmpty(externalTrafficPolicy, ['Cluster', 'Local'], here, report);
  } else if (externalTrafficPolicy) {
    const message = 'may only be set when the type is NodePort or LoadBalancer';
    report.error(here, 'forbidden', isOpen ? message : `${message}, or there are externalIPs`, {
      value: externalTrafficPolicy,
      where: isOpen ? until('1.28') : undefined,
    });
    if (isOpen) checkOneOf(externalTrafficPolicy, ['Cluster', 'Local'], here, report);
  }
  checkOneOf(internalTrafficPolicy, ['Cluster', 'Local'], at(place, 'internalTrafficPolicy'), report);
  if (!healthCheckNodePort) return;
  const port = at(place, 'healthCheckNodePort');
  if (type !== 'LoadBalancer' || externalTrafficPolicy !== 'Local') {
    const message = 'may only be set when the type is LoadBalancer and externalTrafficPolicy is Local';
    report.error(port, 'forbidden', message, { value: healthCheckNodePort });
  } else if (!isNodePort(healthCheckNodePort)) {
    report.error(port, 'out-of-range', `must be ${NODE_PORTS}`, { value: healthCheckNodePort });
  } else if (spec.ports?.some(({ nodePort }) => nodePort === healthCheckNodePort)) {
    report.error(port, 'duplicate', 'must not be the nodePort of one of the ports', { value: healthCheckNodePort });
  }
}

function checkDistribution(value: string | undefined, place: At, report: Report): void {
  checkOneOf(value, ['PreferClose', 'PreferSameZone', 'PreferSameNode'], place, report);
  if (value === 'PreferClose') {
    const details = { value, hint: 'write PreferSameZone', where: since('1.35') };
    report.warning(place, 'deprecated', 'is deprecated', details);
  }
  if (value !== 'PreferSameZone' && value !== 'PreferSameNode') return;
  const details = { value, hint: 'write PreferClose', where: between('1.31', '1.33') };
  report.error(place, 'not-one-of', 'must be PreferClose', details);
}

/** The fields that only a load balancer reads. */
function checkLoadBalancer(spec: ServiceSpec, place: At, report: Report): void {
  const { loadBalancerSourceRanges = [], loadBalancerClass, loadBalancerIP } = spec;
  const balanced = spec.type === 'LoadBalancer';
  const only = 'may only be set when the type is LoadBalancer';
  const ranges = at(place, 'loadBalancerSourceRanges');
  if (loadBalancerSourceRanges.length > 0 && !balanced) report.error(ranges, 'forbidden', only);
  loadBalancerSourceRanges.forEach((range, index) => {
    const value = range.trim();
    if (checkIpRange(value, at(ranges, index), report) === undefined || value === range) return;
    const details = { value: range, hint: `write ${value}`, where: until('1.32') };
    report.warning(at(ranges, index), 'suspicious', 'has blanks around it', details);
  });
  const classPlace = at(place, 'loadBalancerClass');
  if (loadBalancerClass !== undefined) {
    if (balanced) checkSpelling(loadBalancerClass, qualifiedName, classPlace, report);
    else report.error(classPlace, 'forbidden', only, { value: loadBalancerClass });
  }
  const allocate = spec.allocateLoadBalancerNodePorts;
  if (allocate !== undefined && !balanced) {
    report.error(at(place, 'allocateLoadBalancerNodePorts'), 'forbidden', only, { value: allocate });
  }
  if (!loadBalancerIP) return;
  const problem = ipAddress(loadBalancerIP) ?? strictIpProblem(loadBalancerIP);
  const here = at(place, 'loadBalancerIP');
  if (!balanced)
    report.warning(here, 'no-effect', 'is read only when the type is LoadBalancer', { value: loadBalancerIP });
  // The server refuses none.
  else if (problem !== undefined) report.warning(here, 'suspicious', problem, { value: loadBalancerIP });
  else warnOfForm(loadBalancerIP, canonicalIp(loadBalancerIP), here, report);
}

/** The annotations of a Service that the server reads. */
function checkAnnotated({ metadata, spec = {} }: Service, place: At, report: Report): void {
  const annotations = metadata?.annotations;
  if (annotations === undefined) return;
  const here = at(at(place, 'metadata'), 'annotations');
  if (Object.hasOwn(annotations, SOURCE_RANGES) && (spec.loadBalancerSourceRanges ?? []).length === 0) {
    const value = annotations[SOURCE_RANGES] as string;
    const ranges = at(here, SOURCE_RANGES);
    if (spec.type !== 'LoadBalancer') {
      report.error(ranges, 'forbidden', 'may only be set when the type is LoadBalancer', { value });
    }
    const items = value.trim() === '' ? [] : value.split(',').map((item) => item.trim());
    const wrong = items.map(rangeProblem).find((problem) => problem !== undefined);
    const newlyWrong = wrong === undefined ? items.map(strictRangeProblem).find(Boolean) : undefined;
    if (wrong !== undefined) report.error(ranges, 'bad-format', `each item between commas ${wrong}`, { value });
    if (newlyWrong !== undefined) {
      const details = { value, where: STRICT_SINCE };
      report.error(ranges, 'bad-format', `each item between commas ${newlyWrong}`, details);
    }
  }
  if (!Object.hasOwn(annotations, TOPOLOGY_HINTS)) return;
  report.warning(at(here, TOPOLOGY_HINTS), 'deprecated', 'is deprecated', { hint: `write ${TOPOLOGY_MODE}` });
  if (!Object.hasOwn(annotations, TOPOLOGY_MODE)) return;
  if (annotations[TOPOLOGY_MODE] === annotations[TOPOLOGY_HINTS]) return;
  report.error(at(here, TOPOLOGY_MODE), 'conflict', `must be the same as ${TOPOLOGY_HINTS}`, {
    value: annotations[TOPOLOGY_MODE],
    hint: `remove ${TOPOLOGY_HINTS}, the old name`,
  });
}
