// ClusterRoleBinding: who has a role in all namespaces.
// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/cluster-role-binding-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ClusterRoleBinding } from '../../api/types';
import { checkGeneration, checkMetadata } from '../../rules/meta/metadata';
import { checkRoleRef, checkSubjects } from '../../rules/rbac/binding';
import { RBAC_NAME } from '../../rules/rbac/name';

export function checkClusterRoleBinding(
  { metadata, roleRef = {}, subjects }: ClusterRoleBinding,
  place: At,
  report: Report,
): void {
  checkMetadata(metadata, at(place, 'metadata'), report, RBAC_NAME);
  checkGeneration(metadata, place, report);
  checkRoleRef(roleRef, ['ClusterRole'], at(place, 'roleRef'), report);
  checkSubjects(subjects, false, at(place, 'subjects'), report);
}
