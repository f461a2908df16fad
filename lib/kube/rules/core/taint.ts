// Taint: what keeps pods off a node, unless they tolerate it.
// https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Taint } from '../../api/types';
import { labelValue, qualifiedName } from '../../values/syntax';
import { alternatives, checkOneOf, checkRequired, checkSpelling, checkUnique } from '../checks';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

export function checkTaints(taints: readonly Taint[], place: At, report: Report): void {
  taints.forEach(({ key, value, effect }, index) => {
    const here = at(place, index);
    if (checkRequired(key, at(here, 'key'), report)) checkSpelling(key, qualifiedName, at(here, 'key'), report);
    checkSpelling(value, labelValue, at(here, 'value'), report);
    if (checkRequired(effect, at(here, 'effect'), report, `is required: ${alternatives(EFFECTS)}`))
      checkOneOf(effect, EFFECTS, at(here, 'effect'), report);
  });
  checkUnique(
    taints,
    ({ key = '', effect = '' }) => `${effect} ${key}`,
    (index, _, first) => {
      const message = `taints[${first}] has the same key and effect`;
      report.error(at(place, index), 'duplicate', message, { value: taints[index]?.key });
    },
  );
}
