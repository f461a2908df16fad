// MatchCondition: expressions that all must be true for a webhook or a policy to be asked.
// https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-matchconditions
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { MatchCondition } from '../../api/types';
import { admissionEnvironment } from '../../cel/admission';
import { BOOL } from '../../cel/types';
import { qualifiedName } from '../../values/syntax';
import { checkRequired, checkSpelling, checkUnique } from '../checks';
import { checkAdmissionExpression } from './expression';

const MOST = 64;

/** @param params - The policy has a `paramKind`. */
export function checkMatchConditions(
  conditions: readonly MatchCondition[] | undefined,
  params: boolean,
  place: At,
  report: Report,
): void {
  if (conditions === undefined || conditions.length === 0) return;
  if (conditions.length > MOST) {
    report.error(place, 'too-long', `must have at most ${MOST} conditions (has ${conditions.length})`);
  }
  const environment = admissionEnvironment({ params, authorizer: true });
  conditions.forEach(({ name, expression }, index) => {
    const here = at(place, index);
    checkAdmissionExpression(expression, environment, [BOOL], at(here, 'expression'), report);
    if (checkRequired(name, at(here, 'name'), report)) checkSpelling(name, qualifiedName, at(here, 'name'), report);
  });
  checkUnique(
    conditions,
    ({ name }) => name || undefined,
    (index, value, first) =>
      report.error(at(at(place, index), 'name'), 'duplicate', `matchConditions[${first}] has the same name`, { value }),
  );
}
