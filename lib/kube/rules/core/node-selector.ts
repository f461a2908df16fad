// NodeSelectorTerm: which nodes a pod may run on.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#NodeAffinity
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { nearest } from '../../../report/suggest';
import type { NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from '../../api/types';
import { since } from '../../server';
import { labelValue, qualifiedName } from '../../values/syntax';
import { alternatives, checkRequired, checkSpelling, checkSubdomain } from '../checks';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

/** Values have been looked at since this minor, where nodes are required. */
const VALUES_SINCE = since('1.33');

export function checkNodeSelector(selector: NodeSelector, place: At, report: Report): void {
  const here = at(place, 'nodeSelectorTerms');
  if (!checkRequired(selector.nodeSelectorTerms, here, report, 'must have at least one term')) return;
  selector.nodeSelectorTerms?.forEach((term, index) => {
    checkNodeSelectorTerm(term, at(here, index), report);
    term.matchExpressions?.forEach(({ values }, position) => {
      const list = at(at(at(at(here, index), 'matchExpressions'), position), 'values');
      values?.forEach((value, item) => {
        const problem = labelValue(value);
        if (problem === undefined) return;
        report.error(at(list, item), 'bad-name', problem, { value, where: VALUES_SINCE });
      });
    });
  });
}

export function checkNodeSelectorTerm(term: NodeSelectorTerm, place: At, report: Report): void {
  term.matchExpressions?.forEach((expression, index) =>
    checkExpression(expression, at(at(place, 'matchExpressions'), index), report),
  );
  term.matchFields?.forEach((field, index) => checkField(field, at(at(place, 'matchFields'), index), report));
}

function checkExpression(expression: NodeSelectorRequirement, place: At, report: Report): void {
  const { key, operator, values } = expression;
  if (checkRequired(key, at(place, 'key'), report)) checkSpelling(key, qualifiedName, at(place, 'key'), report);
  if (!checkOperator(operator, OPERATORS, at(place, 'operator'), report)) return;
  const count = values?.length ?? 0;
  const here = at(place, 'values');
  if (operator === 'In' || operator === 'NotIn') {
    if (count === 0) report.error(here, 'required', `must have at least one value for the operator ${operator}`);
  } else if (operator === 'Gt' || operator === 'Lt') {
    if (count !== 1)
      report.error(
        here,
        count === 0 ? 'required' : 'too-long',
        `must have exactly one value for the operator ${operator}`,
      );
  } else if (count > 0) report.error(here, 'forbidden', `may not be set for the operator ${operator}`);
}

function checkField(field: NodeSelectorRequirement, place: At, report: Report): void {
  const { key, operator, values } = field;
  checkOperator(operator, ['In', 'NotIn'], at(place, 'operator'), report);
  const count = values?.length ?? 0;
  const here = at(place, 'values');
  if (count !== 1) report.error(here, count === 0 ? 'required' : 'too-long', 'must have exactly one value');
  if (!checkRequired(key, at(place, 'key'), report)) return;
  if (key !== 'metadata.name') report.error(at(place, 'key'), 'not-one-of', 'must be metadata.name', { value: key });
  else values?.forEach((value, index) => checkSubdomain(value, at(here, index), report));
}

/** An operator has no default. */
function checkOperator(operator: string | undefined, allowed: readonly string[], place: At, report: Report): boolean {
  if (!checkRequired(operator, place, report)) return false;
  const value = operator as string;
  if (allowed.includes(value)) return true;
  const meant = nearest(value, allowed);
  const hint = didYouMean(meant);
  report.error(place, 'not-one-of', `must be ${alternatives(allowed)}`, { value, hint });
  return false;
}
