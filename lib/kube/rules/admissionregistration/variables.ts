// Variable: an expression of a policy under a name, for those after it.
// https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#variable-composition
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Variable } from '../../api/types';
import { admissionEnvironment } from '../../cel/admission';
import { isReserved } from '../../cel/parse';
import { DYN, listOf, mapOf, type Type } from '../../cel/types';
import { trimGoSpace } from '../../values/go-space';
import { checkAdmissionExpression } from './expression';

/** The types that the variables of a policy are found to have, after what is wrong with them is said. */
export function checkVariables(
  variables: readonly Variable[],
  params: boolean,
  place: At,
  report: Report,
): ReadonlyMap<string, Type> {
  const types = new Map<string, Type>();
  variables.forEach(({ name = '', expression }, index) => {
    const here = at(place, index);
    checkName(name, at(here, 'name'), report);
    const environment = admissionEnvironment({ params, authorizer: true, variables: types });
    const type = checkAdmissionExpression(expression, environment, [], at(here, 'expression'), report);
    if (trimGoSpace(expression ?? '') !== '') types.set(name, composed(type));
  });
  return types;
}

function checkName(name: string, place: At, report: Report): void {
  if (trimGoSpace(name) === '') report.error(place, 'required', 'is required');
  else if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    const message = 'must be letters, digits and "_", and not start with a digit, as it is a name in expressions';
    report.error(place, 'bad-name', message, { value: name });
  } else if (isReserved(name)) report.error(place, 'bad-name', 'is a word that CEL keeps for itself', { value: name });
}

/** What other expressions know of the type: nothing of objects and of the types that Kubernetes adds. */
function composed(type: Type): Type {
  if (type.kind === 'list') return listOf(composed(type.of[0]!));
  if (type.kind === 'map') return mapOf(composed(type.of[0]!), composed(type.of[1]!));
  return type.kind === 'struct' || type.kind === 'opaque' || type.kind === 'type' ? DYN : type;
}
