// ResourceClaim: devices that pods of a namespace may use, once the cluster has found them.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/resource-claim-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Types } from '../../api/types';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';
import { checkResourceClaimSpec } from '../../rules/resource/resource-claim-spec';

export function checkResourceClaim(claim: Types['resource.v1.ResourceClaim'], place: At, report: Report): void {
  const { metadata, spec = {}, status } = claim;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  checkResourceClaimSpec(spec, at(place, 'spec'), report);
  warnOfStatus(status, place, report);
}
