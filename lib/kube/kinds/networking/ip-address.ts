// IPAddress: an address that is taken, mostly by a Service.
// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/ip-address-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { IPAddress, ParentReference } from '../../api/types';
import { checkRequired, checkSpelling, checkSubdomain } from '../../rules/checks';
import { checkGeneration, checkMetadata, type NameRule, pathSegment } from '../../rules/meta/metadata';
import { canonicalIp, strictIpProblem } from '../../values/ip-address';
import { ipAddress } from '../../values/syntax';

/** The name is the address. */
const NAME: NameRule = {
  problemOf: (name) =>
    ipAddress(name) ??
    strictIpProblem(name) ??
    (canonicalIp(name) === name ? undefined : 'must be in the canonical form of IPv6 addresses'),
  suggest: (name) => (ipAddress(name) === undefined ? canonicalIp(name) : undefined),
};

export function checkIPAddress({ metadata, spec = {} }: IPAddress, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, NAME);
  checkGeneration(metadata, place, report);
  const here = at(at(place, 'spec'), 'parentRef');
  if (spec.parentRef === undefined) report.error(here, 'required', 'is required: the object that has the address');
  else checkParent(spec.parentRef, here, report);
}

function checkParent({ group, resource, name, namespace }: ParentReference, place: At, report: Report): void {
  // Empty for Services, which have no group.
  if (group) checkSubdomain(group, at(place, 'group'), report);
  if (checkRequired(resource, at(place, 'resource'), report, 'is required, as in services'))
    checkSpelling(resource, pathSegment, at(place, 'resource'), report);
  if (checkRequired(name, at(place, 'name'), report)) checkSpelling(name, pathSegment, at(place, 'name'), report);
  if (namespace) checkSpelling(namespace, pathSegment, at(place, 'namespace'), report);
}
