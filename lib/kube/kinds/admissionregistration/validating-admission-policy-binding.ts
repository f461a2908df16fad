// ValidatingAdmissionPolicyBinding: where a policy holds, with which parameters, and what happens to who breaks it.
// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/validating-admission-policy-binding-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ValidatingAdmissionPolicyBinding } from '../../api/types';
import { checkPolicyBinding } from '../../rules/admissionregistration/policy-binding';
import { checkAdmissionMetadata } from '../../rules/admissionregistration/admission-metadata';
import { checkOneOf, checkRequired, checkUnique } from '../../rules/checks';

const ACTIONS = ['Deny', 'Warn', 'Audit'];

export function checkValidatingAdmissionPolicyBinding(
  { metadata, spec = {} }: ValidatingAdmissionPolicyBinding,
  place: At,
  report: Report,
): void {
  checkAdmissionMetadata(metadata, place, report);
  checkPolicyBinding(spec, at(place, 'spec'), report, false);
  checkActions(spec.validationActions, at(at(place, 'spec'), 'validationActions'), report);
}

function checkActions(actions: readonly string[] | undefined, place: At, report: Report): void {
  if (!checkRequired(actions, place, report, 'must have at least one of Deny, Warn and Audit')) return;
  actions!.forEach((action, index) => checkOneOf(action, ACTIONS, at(place, index), report));
  checkUnique(actions, String, (index, value, first) =>
    report.error(at(place, index), 'duplicate', `validationActions[${first}] is the same`, { value }),
  );
  if (!actions!.includes('Deny') || !actions!.includes('Warn')) return;
  const hint = 'who is denied need not be warned: remove Warn';
  report.error(place, 'conflict', 'must not have both Deny and Warn', { value: actions, hint });
}
