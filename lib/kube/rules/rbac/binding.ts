// What a RoleBinding and a ClusterRoleBinding share: the role, and who gets it.
// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { RoleRef, Subject } from '../../api/types';
import { checkOneOf, checkRequired, checkSpelling, checkSubdomain } from '../checks';
import { pathSegment } from '../meta/metadata';
import { label1123 } from '../../values/syntax';

const GROUP = 'rbac.authorization.k8s.io';

/** @param kinds - The kinds of role that may be bound. */
export function checkRoleRef(
  { apiGroup, kind, name }: RoleRef,
  kinds: readonly string[],
  place: At,
  report: Report,
): void {
  if (apiGroup !== '') checkOneOf(apiGroup, [GROUP], at(place, 'apiGroup'), report);
  const required = `is required: ${kinds.join(' or ')}`;
  if (checkRequired(kind, at(place, 'kind'), report, required)) checkOneOf(kind, kinds, at(place, 'kind'), report);
  if (checkRequired(name, at(place, 'name'), report)) checkSpelling(name, pathSegment, at(place, 'name'), report);
}

/** @param namespaced - Of a RoleBinding, whose namespace is that of the ServiceAccounts that state none. */
export function checkSubjects(
  subjects: readonly Subject[] | undefined,
  namespaced: boolean,
  place: At,
  report: Report,
): void {
  subjects?.forEach((subject, index) => checkSubject(subject, namespaced, at(place, index), report));
}

const KINDS = ['ServiceAccount', 'User', 'Group'];

function checkSubject(subject: Subject, namespaced: boolean, place: At, report: Report): void {
  const { kind, name, namespace = '', apiGroup = '' } = subject;
  const named = checkRequired(name, at(place, 'name'), report);
  if (!checkRequired(kind, at(place, 'kind'), report, 'is required: ServiceAccount, User or Group')) return;
  const here = at(place, 'apiGroup');
  const where = at(place, 'namespace');
  if (kind === 'ServiceAccount') {
    if (named) checkSubdomain(name, at(place, 'name'), report);
    if (apiGroup !== '') {
      report.error(here, 'not-one-of', 'must be left out for a ServiceAccount, which has no group', {
        value: apiGroup,
      });
    }
    if (namespace !== '') warnOfNamespace(namespace, where, report);
    else if (!namespaced) report.error(where, 'required', 'is required for a ServiceAccount');
  } else if (kind === 'User' || kind === 'Group') {
    if (apiGroup !== '') checkOneOf(apiGroup, [GROUP], here, report);
    if (namespace === '') return;
    report.warning(where, 'no-effect', `is not looked at: a ${kind} is in no namespace`, { value: namespace });
  } else checkOneOf(kind, KINDS, at(place, 'kind'), report);
}

function warnOfNamespace(namespace: string, place: At, report: Report): void {
  const problem = label1123(namespace);
  if (problem === undefined) return;
  const message = `is taken, but no Namespace can have this name: it ${problem}`;
  report.warning(place, 'suspicious', message, { value: namespace });
}
