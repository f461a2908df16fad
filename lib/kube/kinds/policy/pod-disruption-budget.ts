// PodDisruptionBudget: how many of some pods must keep running while nodes are emptied.
// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/pod-disruption-budget-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PodDisruptionBudget, PodDisruptionBudgetSpec } from '../../api/types';
import { checkOneOf } from '../../rules/checks';
import { checkAtMostAll, checkShare } from '../../rules/apps/share';
import { checkLabelSelector } from '../../rules/meta/label-selector';
import { checkMetadata, type NameRule, PATH_NAME, warnOfStatus } from '../../rules/meta/metadata';

const NAME: NameRule = { ...PATH_NAME, anyFinalizer: true };

export function checkPodDisruptionBudget(budget: PodDisruptionBudget, place: At, report: Report): void {
  const { metadata, spec = {}, status } = budget;
  checkMetadata(metadata, at(place, 'metadata'), report, NAME);
  checkSpec(spec, at(place, 'spec'), report);
  warnOfStatus(status, place, report);
}

function checkSpec(spec: PodDisruptionBudgetSpec, place: At, report: Report): void {
  const { minAvailable, maxUnavailable, selector, unhealthyPodEvictionPolicy } = spec;
  if (minAvailable !== undefined && maxUnavailable !== undefined) {
    report.error(at(place, 'maxUnavailable'), 'conflict', 'may not be set beside minAvailable', {
      value: maxUnavailable,
    });
  }
  for (const field of ['minAvailable', 'maxUnavailable'] as const) {
    checkShare(spec[field], at(place, field), report);
    checkAtMostAll(spec[field], at(place, field), report);
  }
  if (selector === undefined) {
    report.warning(at(place, 'selector'), 'no-effect', 'is not stated, so the budget is for no pods', {
      hint: 'for all pods of the namespace write selector: {}',
    });
  } else checkLabelSelector(selector, at(place, 'selector'), report);
  const here = at(place, 'unhealthyPodEvictionPolicy');
  checkOneOf(unhealthyPodEvictionPolicy, ['IfHealthyBudget', 'AlwaysAllow'], here, report);
}
