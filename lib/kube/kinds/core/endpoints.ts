// Endpoints: the addresses behind a Service, all in one object.
// https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoints-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { EndpointAddress, EndpointPort, Endpoints, EndpointSubset } from '../../api/types';
import {
  checkLabel1123,
  checkOneOfOrEmpty,
  checkRange,
  checkRequired,
  checkSpelling,
  checkSubdomain,
} from '../../rules/checks';
import { PROTOCOLS } from '../../rules/core/container-port';
import { checkExternalIP } from '../../rules/core/service-ip';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { since } from '../../server';
import { qualifiedName } from '../../values/syntax';

const DEPRECATED_SINCE = since('1.33');

export function checkEndpoints({ metadata, subsets }: Endpoints, place: At, report: Report): void {
  report.warning(at(place, 'kind'), 'deprecated', 'Endpoints is deprecated', {
    hint: 'write an EndpointSlice of discovery.k8s.io/v1',
    where: DEPRECATED_SINCE,
  });
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  subsets?.forEach((subset, index) => checkSubset(subset, at(at(place, 'subsets'), index), report));
}

function checkSubset(
  { addresses = [], notReadyAddresses = [], ports = [] }: EndpointSubset,
  place: At,
  report: Report,
): void {
  if (addresses.length + notReadyAddresses.length === 0)
    report.error(place, 'required', 'must have addresses or notReadyAddresses');
  addresses.forEach((address, index) => checkAddress(address, at(at(place, 'addresses'), index), report));
  notReadyAddresses.forEach((address, index) =>
    checkAddress(address, at(at(place, 'notReadyAddresses'), index), report),
  );
  ports.forEach((port, index) => checkPort(port, ports.length > 1, at(at(place, 'ports'), index), report));
}

function checkAddress({ ip, hostname, nodeName }: EndpointAddress, place: At, report: Report): void {
  if (checkRequired(ip, at(place, 'ip'), report)) checkExternalIP(ip as string, at(place, 'ip'), report);
  if (hostname) checkLabel1123(hostname, at(place, 'hostname'), report);
  checkSubdomain(nodeName, at(place, 'nodeName'), report);
}

function checkPort(port: EndpointPort, isOneOfMany: boolean, place: At, report: Report): void {
  const { name, protocol, appProtocol } = port;
  if (name) checkLabel1123(name, at(place, 'name'), report);
  else if (isOneOfMany) report.error(at(place, 'name'), 'required', 'is required where there is more than one port');
  if (port.port === undefined) report.error(at(place, 'port'), 'required', 'is required');
  else checkRange(port.port, 1, 65535, at(place, 'port'), report);
  checkOneOfOrEmpty(protocol, PROTOCOLS, at(place, 'protocol'), report);
  checkSpelling(appProtocol, qualifiedName, at(place, 'appProtocol'), report);
}
