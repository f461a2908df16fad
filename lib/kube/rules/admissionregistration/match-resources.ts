// MatchResources: the objects and requests that a policy is about.
// https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#match-constraints
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { MatchResources, NamedRuleWithOperations } from '../../api/types';
import { pathSegment } from '../meta/metadata';
import { checkOneOf, checkSpelling, checkUnique } from '../checks';
import { checkLabelSelector } from '../meta/label-selector';
import { checkRuleWithOperations } from './rule-with-operations';

export const MATCH_POLICIES = ['Equivalent', 'Exact'];

/** @param mutates - Of a policy that changes objects. */
export function checkMatchResources(match: MatchResources, place: At, report: Report, mutates = false): void {
  const { matchPolicy, namespaceSelector, objectSelector, resourceRules, excludeResourceRules } = match;
  checkOneOf(matchPolicy, MATCH_POLICIES, at(place, 'matchPolicy'), report);
  if (namespaceSelector !== undefined) {
    checkLabelSelector(namespaceSelector, at(place, 'namespaceSelector'), report);
  }
  if (objectSelector !== undefined) checkLabelSelector(objectSelector, at(place, 'objectSelector'), report);
  resourceRules?.forEach((rule, index) => checkRule(rule, at(at(place, 'resourceRules'), index), report, mutates));
  excludeResourceRules?.forEach((rule, index) => checkRule(rule, at(at(place, 'excludeResourceRules'), index), report));
}

/** As {@link checkMatchResources} for a policy, which must be about something. */
export function checkMatchConstraints(
  match: MatchResources | undefined,
  place: At,
  report: Report,
  mutates = false,
): void {
  if (match === undefined) {
    report.error(place, 'required', 'is required, with the resourceRules that say what the policy is about');
    return;
  }
  checkMatchResources(match, place, report, mutates);
  if ((match.resourceRules?.length ?? 0) === 0) {
    report.error(at(place, 'resourceRules'), 'required', 'must have at least one rule');
  }
}

function checkRule(rule: NamedRuleWithOperations, place: At, report: Report, mutates = false): void {
  const here = at(place, 'resourceNames');
  rule.resourceNames?.forEach((name, index) => checkSpelling(name, pathSegment, at(here, index), report));
  checkUnique(rule.resourceNames, String, (index, value, first) =>
    report.error(at(here, index), 'duplicate', `resourceNames[${first}] is the same`, { value }),
  );
  checkRuleWithOperations(rule, place, report, mutates);
}
