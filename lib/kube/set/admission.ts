// What the server applies to objects because of others that are in their namespace.
// https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/
import { checkLimits } from './limits';
import type { Members } from './members';
import { checkPodSecurity } from './pod-security';
import { checkQuotas } from './quota';

export function checkAdmission(members: Members): void {
  if (members.has('Namespace')) checkPodSecurity(members);
  if (members.has('LimitRange')) checkLimits(members);
  if (members.has('ResourceQuota')) checkQuotas(members);
}
