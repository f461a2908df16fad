// Toleration: the taints of nodes that a pod puts up with.
// https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Toleration } from '../../api/types';
import { labelValue, qualifiedName } from '../../values/syntax';
import { checkOneOf, checkOneOfOrEmpty, checkSpelling } from '../checks';

export function checkToleration(toleration: Toleration, place: At, report: Report): void {
  const { key, value, effect, tolerationSeconds } = toleration;
  const operator = toleration.operator || 'Equal';
  if (key) checkSpelling(key, qualifiedName, at(place, 'key'), report);
  else if (operator !== 'Exists') {
    report.error(
      at(place, 'key'),
      'required',
      'is required unless the operator is Exists, which then means every taint',
    );
  }
  checkOneOf(operator, ['Equal', 'Exists'], at(place, 'operator'), report);
  if (operator === 'Exists' && value)
    report.error(at(place, 'value'), 'forbidden', 'may not be set when the operator is Exists', { value });
  if (operator === 'Equal') checkSpelling(value, labelValue, at(place, 'value'), report);
  checkOneOfOrEmpty(effect, ['NoSchedule', 'PreferNoSchedule', 'NoExecute'], at(place, 'effect'), report);
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    const message = 'must be NoExecute when tolerationSeconds is set, as only eviction takes time';
    report.error(at(place, 'effect'), 'conflict', message, { value: effect });
  }
}
