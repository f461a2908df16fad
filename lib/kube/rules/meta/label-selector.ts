// LabelSelector: which labels objects must have to be meant.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { LabelSelector, LabelSelectorRequirement } from '../../api/types';
import { labelValue, qualifiedName } from '../../values/syntax';
import { checkOneOf, checkRequired, checkSpelling } from '../checks';
import { checkLabels } from './metadata';

type Labels = Readonly<Record<string, string>>;

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

export function checkLabelSelector(selector: LabelSelector, place: At, report: Report): void {
  checkLabels(selector.matchLabels, at(place, 'matchLabels'), report);
  selector.matchExpressions?.forEach((requirement, index) =>
    checkRequirement(requirement, at(at(place, 'matchExpressions'), index), report),
  );
}

function checkRequirement({ key, operator, values = [] }: LabelSelectorRequirement, place: At, report: Report): void {
  if (checkRequired(key, at(place, 'key'), report)) checkSpelling(key, qualifiedName, at(place, 'key'), report);
  if (checkRequired(operator, at(place, 'operator'), report)) {
    checkOneOf(operator, OPERATORS, at(place, 'operator'), report);
  }
  const here = at(place, 'values');
  if ((operator === 'In' || operator === 'NotIn') && values.length === 0) {
    report.error(here, 'required', `must have at least one value when the operator is ${operator}`);
  }
  if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0) {
    report.error(here, 'forbidden', `may not be set when the operator is ${operator}`, { value: values });
  }
  values.forEach((value, index) => checkSpelling(value, labelValue, at(here, index), report));
}

/** Whether the labels are what the (valid) selector asks for. The empty selector asks for nothing. */
export function selects(selector: LabelSelector, labels: Labels = {}): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const value = (key = ''): string | undefined => (Object.hasOwn(labels, key) ? labels[key] : undefined);
  return (
    Object.keys(matchLabels).every((key) => value(key) === matchLabels[key]) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const given = value(key);
      if (operator === 'In') return given !== undefined && values.includes(given);
      if (operator === 'NotIn') return given === undefined || !values.includes(given);
      return operator === 'Exists' ? given !== undefined : given === undefined;
    })
  );
}

/** Whether the selector breaks no rule, so that {@link selects} has a meaning. */
export function isValidSelector(selector: LabelSelector): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const valid = (key = '', values: readonly string[]): boolean =>
    qualifiedName(key) === undefined && values.every((value) => labelValue(value) === undefined);
  return (
    Object.keys(matchLabels).every((key) => valid(key, [matchLabels[key] as string])) &&
    matchExpressions.every(
      ({ key, operator = '', values = [] }) =>
        valid(key, values) && OPERATORS.includes(operator) && values.length > 0 === operator.endsWith('In'),
    )
  );
}
