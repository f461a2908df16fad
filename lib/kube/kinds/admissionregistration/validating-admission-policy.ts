// ValidatingAdmissionPolicy: expressions that say whether a request may go on. Of which types the fields of objects are, the server looks up
// later, and says in the status.
// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/validating-admission-policy-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import type {
  AuditAnnotation,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicySpec,
  Validation,
} from '../../api/types';
import { type AdmissionOptions, admissionEnvironment } from '../../cel/admission';
import { BOOL, NULL, STRING } from '../../cel/types';
import { checkAdmissionExpression } from '../../rules/admissionregistration/expression';
import { checkMatchConditions } from '../../rules/admissionregistration/match-conditions';
import { checkMatchConstraints } from '../../rules/admissionregistration/match-resources';
import { checkParamKind } from '../../rules/admissionregistration/param-kind';
import { checkAdmissionMetadata } from '../../rules/admissionregistration/admission-metadata';
import { checkVariables } from '../../rules/admissionregistration/variables';
import { trimGoSpace } from '../../values/go-space';
import { FAILURE_POLICIES } from '../../rules/admissionregistration/webhook';
import { checkOneOf, checkSpelling, checkUnique } from '../../rules/checks';
import { nameOf, warnOfStatus } from '../../rules/meta/metadata';
import { qualifiedName } from '../../values/syntax';

const MOST_ANNOTATIONS = 20;
const LONGEST_ANNOTATION = 5 * 1024;
const REASONS = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];

export function checkValidatingAdmissionPolicy(policy: ValidatingAdmissionPolicy, place: At, report: Report): void {
  const { metadata, spec = {}, status } = policy;
  checkAdmissionMetadata(metadata, place, report);
  checkSpec(spec, nameOf(metadata), at(place, 'spec'), report);
  warnOfStatus(status, place, report);
}

function checkSpec(spec: ValidatingAdmissionPolicySpec, name: string, place: At, report: Report): void {
  const { failurePolicy, paramKind, matchConstraints, matchConditions, variables = [] } = spec;
  const { validations = [], auditAnnotations = [] } = spec;
  const params = paramKind !== undefined;
  checkOneOf(failurePolicy, FAILURE_POLICIES, at(place, 'failurePolicy'), report);
  if (params) checkParamKind(paramKind, at(place, 'paramKind'), report);
  checkMatchConstraints(matchConstraints, at(place, 'matchConstraints'), report);
  checkMatchConditions(matchConditions, params, at(place, 'matchConditions'), report);
  const types = checkVariables(variables, params, at(place, 'variables'), report);
  const known = { params, ...(variables.length > 0 && { variables: types }) };
  if (validations.length === 0 && auditAnnotations.length === 0) {
    report.error(at(place, 'validations'), 'required', 'there must be validations or auditAnnotations');
  }
  validations.forEach((validation, index) =>
    checkValidation(validation, known, at(at(place, 'validations'), index), report),
  );
  checkAnnotations(auditAnnotations, name, known, at(place, 'auditAnnotations'), report);
}

type Known = Omit<AdmissionOptions, 'authorizer'>;

function checkValidation(validation: Validation, known: Known, place: At, report: Report): void {
  const { expression, messageExpression = '', message = '', reason } = validation;
  const environment = admissionEnvironment({ ...known, authorizer: true });
  checkAdmissionExpression(expression, environment, [BOOL], at(place, 'expression'), report);
  if (messageExpression !== '') {
    const unasked = admissionEnvironment({ ...known, authorizer: false });
    checkAdmissionExpression(messageExpression, unasked, [STRING], at(place, 'messageExpression'), report);
  }
  const here = at(place, 'message');
  const bare = trimGoSpace(message);
  if (message !== '' && bare === '') report.error(here, 'required', 'must not be blank', { value: message });
  if (/[\n\r]/.test(bare)) {
    const hint = 'for more than one line there is messageExpression';
    report.error(here, 'bad-format', 'must be one line', { value: message, hint });
  }
  checkOneOf(reason, REASONS, at(place, 'reason'), report);
}

function checkAnnotations(
  annotations: readonly AuditAnnotation[],
  name: string,
  known: Known,
  place: At,
  report: Report,
): void {
  if (annotations.length > MOST_ANNOTATIONS) {
    report.error(place, 'too-long', `must have at most ${MOST_ANNOTATIONS} (has ${annotations.length})`);
  }
  const environment = admissionEnvironment({ ...known, authorizer: true });
  annotations.forEach(({ key = '', valueExpression }, index) => {
    const here = at(place, index);
    if (name !== '') checkSpelling(key, (value) => keyProblem(name, value), at(here, 'key'), report);
    const expressionPlace = at(here, 'valueExpression');
    if (utf8Length(trimGoSpace(valueExpression ?? '')) > LONGEST_ANNOTATION) {
      report.error(expressionPlace, 'too-long', `must be at most ${LONGEST_ANNOTATION} bytes`);
    } else checkAdmissionExpression(valueExpression, environment, [STRING, NULL], expressionPlace, report);
  });
  checkUnique(
    annotations,
    ({ key }) => key ?? '',
    (index, value, first) =>
      report.error(at(at(place, index), 'key'), 'duplicate', `auditAnnotations[${first}] has the same key`, { value }),
  );
}

/** The key stands after the name of the policy and a slash. */
function keyProblem(name: string, key: string): string | undefined {
  const problem = qualifiedName(`${name}/${key}`);
  return problem && `${problem} (the whole is ${name}/${key})`;
}
