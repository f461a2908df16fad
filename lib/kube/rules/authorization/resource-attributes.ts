// ResourceAttributes: the request for objects that a review asks about.
// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/subject-access-review-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type {
  FieldSelectorAttributes,
  FieldSelectorRequirement,
  LabelSelectorAttributes,
  LabelSelectorRequirement,
  ResourceAttributes,
} from '../../api/types';
import { nearest } from '../../../report/suggest';
import { labelValue, qualifiedName } from '../../values/syntax';
import { alternatives, checkRequired, checkSpelling } from '../checks';

const WITH_VALUES = ['In', 'NotIn'];
const WITHOUT_VALUES = ['Exists', 'DoesNotExist'];

export function checkResourceAttributes(attributes: ResourceAttributes, place: At, report: Report): void {
  const { fieldSelector, labelSelector } = attributes;
  if (fieldSelector !== undefined) {
    const here = at(place, 'fieldSelector');
    checkForms(fieldSelector, here, report);
    fieldSelector.requirements?.forEach((requirement, index) => {
      const one = at(at(here, 'requirements'), index);
      checkRequired(requirement.key, at(one, 'key'), report);
      checkOperator(requirement, one, report);
    });
  }
  if (labelSelector === undefined) return;
  const here = at(place, 'labelSelector');
  checkForms(labelSelector, here, report);
  labelSelector.requirements?.forEach((requirement, index) => {
    const one = at(at(here, 'requirements'), index);
    const { key, values } = requirement;
    if (checkRequired(key, at(one, 'key'), report)) checkSpelling(key, qualifiedName, at(one, 'key'), report);
    checkOperator(requirement, one, report);
    values?.forEach((value, item) => checkSpelling(value, labelValue, at(at(one, 'values'), item), report));
  });
}

/** A selector is a text or a list. */
function checkForms(
  { rawSelector, requirements = [] }: FieldSelectorAttributes | LabelSelectorAttributes,
  place: At,
  report: Report,
): void {
  if (rawSelector && requirements.length > 0) {
    report.error(at(place, 'rawSelector'), 'conflict', 'may not be set beside requirements', { value: rawSelector });
  } else if (!rawSelector && requirements.length === 0) {
    report.error(at(place, 'requirements'), 'required', 'must have at least one item, or there must be a rawSelector');
  }
}

function checkOperator(
  { operator = '', values = [] }: FieldSelectorRequirement | LabelSelectorRequirement,
  place: At,
  report: Report,
): void {
  const here = at(place, 'values');
  if (WITH_VALUES.includes(operator)) {
    if (values.length > 0) return;
    report.error(here, 'required', `must have at least one value when the operator is ${operator}`);
  } else if (WITHOUT_VALUES.includes(operator)) {
    if (values.length === 0) return;
    report.error(here, 'forbidden', `may not be set when the operator is ${operator}`, { value: values });
  } else {
    const known = [...WITH_VALUES, ...WITHOUT_VALUES];
    const meant = nearest(operator, known);
    const message = `is taken, but is none that the server knows, which are ${alternatives(known).replace(' or ', ' and ')}`;
    report.warning(at(place, 'operator'), 'suspicious', message, {
      value: operator,
      ...(meant !== undefined && { hint: `Did you mean "${meant}"?` }),
    });
  }
}
