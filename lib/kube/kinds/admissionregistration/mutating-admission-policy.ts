// MutatingAdmissionPolicy: expressions that change an object on its way in.
// https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { MutatingAdmissionPolicy, MutatingAdmissionPolicySpec, Mutation } from '../../api/types';
import { admissionEnvironment, APPLIED, PATCH } from '../../cel/admission';
import type { Environment } from '../../cel/environment';
import { listOf } from '../../cel/types';
import { checkAdmissionExpression } from '../../rules/admissionregistration/expression';
import { checkMatchConditions } from '../../rules/admissionregistration/match-conditions';
import { checkMatchConstraints } from '../../rules/admissionregistration/match-resources';
import { checkParamKind } from '../../rules/admissionregistration/param-kind';
import { checkAdmissionMetadata } from '../../rules/admissionregistration/admission-metadata';
import { checkVariables } from '../../rules/admissionregistration/variables';
import { FAILURE_POLICIES } from '../../rules/admissionregistration/webhook';
import { checkOneOf, checkRequired } from '../../rules/checks';

const REINVOCATION_POLICIES = ['Never', 'IfNeeded'];
const PATCH_TYPES = ['ApplyConfiguration', 'JSONPatch'];

export function checkMutatingAdmissionPolicy(
  { metadata, spec = {} }: MutatingAdmissionPolicy,
  place: At,
  report: Report,
): void {
  checkAdmissionMetadata(metadata, place, report);
  checkSpec(spec, at(place, 'spec'), report);
}

function checkSpec(spec: MutatingAdmissionPolicySpec, place: At, report: Report): void {
  const { failurePolicy, paramKind, matchConstraints, matchConditions, variables = [], mutations = [] } = spec;
  const params = paramKind !== undefined;
  checkOneOf(failurePolicy, FAILURE_POLICIES, at(place, 'failurePolicy'), report);
  if (params) checkParamKind(paramKind, at(place, 'paramKind'), report);
  checkMatchConstraints(matchConstraints, at(place, 'matchConstraints'), report, true);
  checkMatchConditions(matchConditions, params, at(place, 'matchConditions'), report);
  const types = checkVariables(variables, params, at(place, 'variables'), report);
  const environment = admissionEnvironment({ params, authorizer: true, variables: types, mutates: true });
  const here = at(place, 'mutations');
  if (checkRequired(mutations, here, report, 'must have at least one mutation')) {
    mutations.forEach((mutation, index) => checkMutation(mutation, environment, at(here, index), report));
  }
  const reinvocation = at(place, 'reinvocationPolicy');
  if (checkRequired(spec.reinvocationPolicy, reinvocation, report, 'is required: Never or IfNeeded')) {
    checkOneOf(spec.reinvocationPolicy, REINVOCATION_POLICIES, reinvocation, report);
  }
}

function checkMutation(mutation: Mutation, environment: Environment, place: At, report: Report): void {
  const { patchType, applyConfiguration, jsonPatch } = mutation;
  const here = at(place, 'patchType');
  if (!checkRequired(patchType, here, report, 'is required: ApplyConfiguration or JSONPatch')) return;
  checkOneOf(patchType, PATCH_TYPES, here, report);
  const isPatch = patchType === 'JSONPatch';
  if (!isPatch && patchType !== 'ApplyConfiguration') return;
  const [given, wanted] = isPatch ? [jsonPatch, 'jsonPatch'] : [applyConfiguration, 'applyConfiguration'];
  const [other, unwanted] = isPatch ? [applyConfiguration, 'applyConfiguration'] : [jsonPatch, 'jsonPatch'];
  if (given === undefined) {
    report.error(at(place, wanted), 'required', `is required when patchType is ${patchType}`);
  } else {
    const results = [isPatch ? listOf(PATCH) : APPLIED];
    checkAdmissionExpression(given.expression, environment, results, at(at(place, wanted), 'expression'), report);
  }
  if (other === undefined) return;
  report.error(at(place, unwanted), 'conflict', `may not be set when patchType is ${patchType}`);
}
