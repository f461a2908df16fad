// ResourcePolicyRule and NonResourcePolicyRule: which requests a flow schema is about.
// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/flow-schema-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { NonResourcePolicyRule, ResourcePolicyRule } from '../../api/types';
import { checkLabel1123, checkOneOf, checkRequired } from '../checks';

const VERBS = ['get', 'list', 'create', 'update', 'delete', 'deletecollection', 'patch', 'watch', 'proxy'];
const ALL = '*';

export function checkResourceRule(rule: ResourcePolicyRule, place: At, report: Report): void {
  const { verbs, apiGroups, resources, namespaces = [], clusterScope } = rule;
  checkVerbs(verbs, at(place, 'verbs'), report);
  checkList(apiGroups, at(place, 'apiGroups'), report);
  checkList(resources, at(place, 'resources'), report);
  const here = at(place, 'namespaces');
  if (namespaces.length === 0) {
    if (clusterScope === true) return;
    report.error(here, 'required', 'must have at least one namespace, or "*", unless clusterScope is true');
  } else if (checkList(namespaces, here, report)) {
    namespaces.forEach((namespace, index) => checkLabel1123(namespace, at(here, index), report));
  }
}

export function checkNonResourceRule(
  { verbs, nonResourceURLs }: NonResourcePolicyRule,
  place: At,
  report: Report,
): void {
  checkVerbs(verbs, at(place, 'verbs'), report);
  const here = at(place, 'nonResourceURLs');
  if (!checkList(nonResourceURLs, here, report)) return;
  nonResourceURLs?.forEach((value, index) => {
    const problem = urlProblem(value);
    if (problem !== undefined) report.error(at(here, index), 'bad-path', problem, { value });
  });
}

function checkVerbs(verbs: readonly string[] | undefined, place: At, report: Report): void {
  if (!checkList(verbs, place, report)) return;
  verbs?.forEach((verb, index) => checkOneOf(verb, VERBS, at(place, index), report));
}

/** A list that may be "*" alone. @returns Whether its items are to be looked at. */
function checkList(list: readonly string[] | undefined, place: At, report: Report): boolean {
  if (!checkRequired(list, place, report, 'must have at least one item, or "*"')) return false;
  if (list?.includes(ALL) !== true) return true;
  if (list.length > 1) report.error(place, 'conflict', 'may have nothing beside "*"', { value: list });
  return false;
}

/** What is wrong with a path that is no resource. */
function urlProblem(path: string): string | undefined {
  if (path === '') return 'must not be empty';
  if (!path.startsWith('/')) return 'must start with "/"';
  const part = [' ', '//'].find((each) => path.includes(each));
  if (part !== undefined) return `must not contain "${part}"`;
  const star = path.indexOf(ALL);
  return star < 0 || (star === path.length - 1 && path.endsWith(`/${ALL}`))
    ? undefined
    : 'may have a "*" only as the whole last part, as in "/healthz/*"';
}
