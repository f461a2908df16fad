// PodResourceClaim and ResourceClaim: devices that a pod asks for, and which of its containers use them.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { didYouMean } from '../../../report/suggest';
import type { PodResourceClaim, ResourceClaim } from '../../api/types';
import { checkLabel1123, checkRequired, checkSubdomain, checkUnique } from '../checks';

const NONE: ReadonlySet<string> = new Set();

/** The claims of a pod. @returns Their names. */
export function checkPodClaims(
  claims: readonly PodResourceClaim[] | undefined,
  place: At,
  report: Report,
): ReadonlySet<string> {
  if (claims === undefined) return NONE;
  claims.forEach(({ name, resourceClaimName, resourceClaimTemplateName }, index) => {
    const here = at(place, index);
    if (checkRequired(name, at(here, 'name'), report)) checkLabel1123(name, at(here, 'name'), report);
    checkSubdomain(resourceClaimName, at(here, 'resourceClaimName'), report);
    checkSubdomain(resourceClaimTemplateName, at(here, 'resourceClaimTemplateName'), report);
    if (resourceClaimName === undefined && resourceClaimTemplateName === undefined) {
      report.error(here, 'required', 'must have one of resourceClaimName and resourceClaimTemplateName');
    } else if (resourceClaimName !== undefined && resourceClaimTemplateName !== undefined) {
      report.error(here, 'conflict', 'may have only one of resourceClaimName and resourceClaimTemplateName');
    }
  });
  checkUnique(
    claims,
    ({ name }) => name || undefined,
    (index, name, first) => {
      report.error(at(at(place, index), 'name'), 'duplicate', `resourceClaims[${first}] has the same name`, {
        value: name,
      });
    },
  );
  return new Set(claims.map(({ name = '' }) => name));
}

/** The claims that a container uses, each as a whole or one request of it. */
export function checkClaims(
  claims: readonly ResourceClaim[] | undefined,
  ofPod: ReadonlySet<string>,
  place: At,
  report: Report,
): void {
  const seen = new Set<string>();
  claims?.forEach(({ name, request }, index) => {
    const here = at(at(place, index), 'name');
    if (!checkRequired(name, here, report)) return;
    const claim = name as string;
    if (request) checkLabel1123(request, at(at(place, index), 'request'), report);
    const key = request ? `${claim}/${request}` : claim;
    const partly = !request && [...seen].some((one) => one.startsWith(`${claim}/`));
    if (seen.has(claim) || seen.has(key) || partly)
      report.error(here, 'duplicate', 'is there before', { value: claim });
    seen.add(key);
    if (ofPod.has(claim)) return;
    const meant = report.nearest(claim, ofPod);
    const hint = didYouMean(meant);
    report.error(here, 'not-found', 'there is no such claim in the resourceClaims of the pod', { value: claim, hint });
  });
}
