// Role: what may be done in its namespace.
// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/role-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Role } from '../../api/types';
import { checkGeneration, checkMetadata } from '../../rules/meta/metadata';
import { RBAC_NAME } from '../../rules/rbac/name';
import { checkPolicyRule } from '../../rules/rbac/policy-rule';

// Whether who creates it has all these rights, as the server asks, only the cluster knows.
export function checkRole({ metadata, rules }: Role, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, RBAC_NAME);
  checkGeneration(metadata, place, report);
  rules?.forEach((rule, index) => checkPolicyRule(rule, true, at(at(place, 'rules'), index), report));
}
