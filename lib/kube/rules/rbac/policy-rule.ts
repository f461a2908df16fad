// PolicyRule: what may be done with which objects, or with paths that are none.
// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PolicyRule } from '../../api/types';
import { checkRequired } from '../checks';

/** @param namespaced - The rule is of a Role, which is for objects of a namespace. */
export function checkPolicyRule(rule: PolicyRule, namespaced: boolean, place: At, report: Report): void {
  const { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule;
  checkRequired(verbs, at(place, 'verbs'), report, 'is required: at least one verb, such as get, or "*" for all');
  const urls = at(place, 'nonResourceURLs');
  if (nonResourceURLs.length === 0) {
    const group = 'is required: at least one group, "" for that of pods and services, or "*" for all';
    const resource = 'is required: at least one resource, such as pods, or "*" for all';
    checkRequired(apiGroups, at(place, 'apiGroups'), report, group);
    checkRequired(resources, at(place, 'resources'), report, resource);
    return warnOfNothing(rule, place, report);
  }
  if (namespaced) {
    const hint = 'write a ClusterRole';
    report.error(urls, 'forbidden', 'may not be set in a Role: paths are in no namespace', { hint });
  }
  if (apiGroups.length + resources.length + resourceNames.length > 0) {
    report.error(urls, 'conflict', 'may not be set beside apiGroups, resources and resourceNames', {
      hint: 'make two rules of it',
    });
  }
  nonResourceURLs.forEach((url, index) => {
    if (url === '*' || /^\/[^*]*\*?$/.test(url)) return;
    const message = 'is taken, but matches no path: it must start with "/", and "*" may only be the last character';
    report.warning(at(urls, index), 'suspicious', message, { value: url });
  });
}

/** Spellings that no request has, so that the rule allows nothing. */
function warnOfNothing({ verbs = [], apiGroups = [], resources = [] }: PolicyRule, place: At, report: Report): void {
  apiGroups.forEach((group, index) => {
    const bare = group.includes('/') ? group.slice(0, group.indexOf('/')) : '';
    if (!group.includes('/') && !/^v[1-9][0-9]*$/.test(group)) return;
    const message = 'is taken, but is no group: a group is stated without a version';
    report.warning(at(at(place, 'apiGroups'), index), 'suspicious', message, { value: group, hint: `write "${bare}"` });
  });
  for (const [field, values] of [
    ['verbs', verbs],
    ['resources', resources],
  ] as const) {
    values.forEach((value, index) => {
      const lower = value.toLowerCase();
      if (lower === value) return;
      const message = `is taken, but no request has it: ${field} are in lower case`;
      report.warning(at(at(place, field), index), 'suspicious', message, { value, hint: didYouMean(lower) });
    });
  }
}
