// What the server applies to objects because of others that are in their namespace; loaded when a set has such others.
// https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/
import type { Members } from './members';

export function checkAdmission(members: Members): void {
  if (members.has('Namespace')) {
    const { checkPodSecurity } = require('./pod-security') as typeof import('./pod-security');
    checkPodSecurity(members);
  }
  if (members.has('LimitRange')) {
    const { checkLimits } = require('./limits') as typeof import('./limits');
    checkLimits(members);
  }
  if (members.has('ResourceQuota')) {
    const { checkQuotas } = require('./quota') as typeof import('./quota');
    checkQuotas(members);
  }
}
