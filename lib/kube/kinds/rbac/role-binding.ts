// RoleBinding: who has a role in its namespace.
// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/role-binding-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { RoleBinding } from '../../api/types';
import { checkGeneration, checkMetadata } from '../../rules/meta/metadata';
import { checkRoleRef, checkSubjects } from '../../rules/rbac/binding';
import { RBAC_NAME } from '../../rules/rbac/name';

export function checkRoleBinding({ metadata, roleRef = {}, subjects }: RoleBinding, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, RBAC_NAME);
  checkGeneration(metadata, place, report);
  checkRoleRef(roleRef, ['Role', 'ClusterRole'], at(place, 'roleRef'), report);
  checkSubjects(subjects, true, at(place, 'subjects'), report);
}
