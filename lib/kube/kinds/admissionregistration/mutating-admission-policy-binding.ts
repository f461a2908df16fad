// MutatingAdmissionPolicyBinding: where a policy that changes objects holds, and with which parameters.
// https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { MutatingAdmissionPolicyBinding } from '../../api/types';
import { checkPolicyBinding } from '../../rules/admissionregistration/policy-binding';
import { checkAdmissionMetadata } from '../../rules/admissionregistration/admission-metadata';

export function checkMutatingAdmissionPolicyBinding(
  { metadata, spec = {} }: MutatingAdmissionPolicyBinding,
  place: At,
  report: Report,
): void {
  checkAdmissionMetadata(metadata, place, report);
  checkPolicyBinding(spec, at(place, 'spec'), report, true);
}
