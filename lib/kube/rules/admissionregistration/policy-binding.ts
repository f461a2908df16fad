// What the bindings of both kinds of policies share: the policy, its parameters and what it is about. Whether the policy is there, the cluster knows.
// https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#parameter-resources
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { MutatingAdmissionPolicyBindingSpec, ParamRef } from '../../api/types';
import { pathSegment } from '../meta/metadata';
import { checkOneOf, checkRequired, checkSpelling, checkSubdomain } from '../checks';
import { checkLabelSelector } from '../meta/label-selector';
import { checkMatchResources } from './match-resources';

export function checkPolicyBinding(
  { policyName, paramRef, matchResources }: MutatingAdmissionPolicyBindingSpec,
  place: At,
  report: Report,
  mutates: boolean,
): void {
  if (checkRequired(policyName, at(place, 'policyName'), report)) {
    checkSubdomain(policyName, at(place, 'policyName'), report);
  }
  if (paramRef !== undefined) checkParamRef(paramRef, at(place, 'paramRef'), report);
  if (matchResources !== undefined) checkMatchResources(matchResources, at(place, 'matchResources'), report, mutates);
}

function checkParamRef({ name, selector, parameterNotFoundAction }: ParamRef, place: At, report: Report): void {
  if (name) checkSpelling(name, pathSegment, at(place, 'name'), report);
  if (selector !== undefined) checkLabelSelector(selector, at(place, 'selector'), report);
  if (name && selector !== undefined) {
    report.error(at(place, 'selector'), 'conflict', 'may not be set beside name', { hint: 'remove one of them' });
  }
  if (!name && selector === undefined) report.error(place, 'required', 'must have name or selector');
  const here = at(place, 'parameterNotFoundAction');
  if (checkRequired(parameterNotFoundAction, here, report, 'is required: Allow or Deny')) {
    checkOneOf(parameterNotFoundAction, ['Allow', 'Deny'], here, report);
  }
}
