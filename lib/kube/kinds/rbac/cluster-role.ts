// ClusterRole: what may be done in all namespaces, or in one, when a RoleBinding refers to it.
// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/cluster-role-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ClusterRole } from '../../api/types';
import { checkRequired } from '../../rules/checks';
import { checkLabelSelector } from '../../rules/meta/label-selector';
import { checkGeneration, checkMetadata } from '../../rules/meta/metadata';
import { RBAC_NAME } from '../../rules/rbac/name';
import { checkPolicyRule } from '../../rules/rbac/policy-rule';

// Whether who creates it has all these rights, as the server asks, only the cluster knows.
export function checkClusterRole(
  { metadata, rules = [], aggregationRule }: ClusterRole,
  place: At,
  report: Report,
): void {
  checkMetadata(metadata, at(place, 'metadata'), report, RBAC_NAME);
  checkGeneration(metadata, place, report);
  rules.forEach((rule, index) => checkPolicyRule(rule, false, at(at(place, 'rules'), index), report));
  if (aggregationRule === undefined) return;
  const { clusterRoleSelectors } = aggregationRule;
  const here = at(at(place, 'aggregationRule'), 'clusterRoleSelectors');
  checkRequired(clusterRoleSelectors, here, report, 'is required: at least one selector of other ClusterRoles');
  clusterRoleSelectors?.forEach((selector, index) => checkLabelSelector(selector, at(here, index), report));
  if (rules.length === 0) return;
  const message = 'are overwritten by the rules of the ClusterRoles that aggregationRule selects';
  report.warning(at(place, 'rules'), 'no-effect', message, { hint: 'put them into a ClusterRole of their own' });
}
