// TopologySpreadConstraint: how evenly pods are spread over zones, nodes and the like.
// https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { LabelSelector, TopologySpreadConstraint } from '../../api/types';
import { since } from '../../server';
import { qualifiedName } from '../../values/syntax';
import { checkOneOf, checkRequired, checkSpelling, checkUnique } from '../checks';
import { checkLabelSelector } from '../meta/label-selector';
import { checkMergedKeys, warnNoSelector, withKeys } from './affinity';
import { warnOfNodeLabel } from './deprecated-node-label';

/** Since this minor the server adds the keys to the selector itself; before, the scheduler did. */
const MERGED_SINCE = since('1.34');

/** @param labels - Those of a Pod, whose values the server writes into the selectors. */
export function checkTopologySpread(
  constraints: readonly TopologySpreadConstraint[],
  labels: Readonly<Record<string, string>> | undefined,
  place: At,
  report: Report,
): void {
  constraints.forEach((constraint, index) => checkConstraint(constraint, labels, at(place, index), report));
  checkUnique(
    constraints,
    (constraint) => `${constraint.whenUnsatisfiable ?? ''} ${constraint.topologyKey ?? ''}`,
    (index, _key, first) => {
      const message = `topologySpreadConstraints[${first}] has the same topologyKey and whenUnsatisfiable`;
      report.error(at(at(place, index), 'topologyKey'), 'duplicate', message, {
        value: constraints[index]?.topologyKey,
      });
    },
  );
}

function checkConstraint(
  constraint: TopologySpreadConstraint,
  labels: Readonly<Record<string, string>> | undefined,
  place: At,
  report: Report,
): void {
  const { maxSkew, minDomains, whenUnsatisfiable, labelSelector } = constraint;
  if (maxSkew === undefined) report.error(at(place, 'maxSkew'), 'required', 'is required');
  else if (maxSkew < 1)
    report.error(at(place, 'maxSkew'), 'out-of-range', 'must be greater than 0', { value: maxSkew });
  checkRequired(constraint.topologyKey, at(place, 'topologyKey'), report);
  warnOfNodeLabel(constraint.topologyKey, at(place, 'topologyKey'), report);
  if (checkRequired(whenUnsatisfiable, at(place, 'whenUnsatisfiable'), report)) {
    checkOneOf(whenUnsatisfiable, ['DoNotSchedule', 'ScheduleAnyway'], at(place, 'whenUnsatisfiable'), report);
  }
  if (minDomains !== undefined) checkMinDomains(minDomains, whenUnsatisfiable, at(place, 'minDomains'), report);
  for (const policy of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
    checkOneOf(constraint[policy], ['Honor', 'Ignore'], at(place, policy), report);
  }
  const { matchLabelKeys } = constraint;
  if (matchLabelKeys !== undefined) checkMatchLabelKeys(matchLabelKeys, labelSelector, labels, place, report);
  if (labelSelector !== undefined) checkLabelSelector(labelSelector, at(place, 'labelSelector'), report);
  else warnNoSelector(place, report, 'spreads nothing');
}

function checkMinDomains(minDomains: number, whenUnsatisfiable: string | undefined, place: At, report: Report): void {
  if (minDomains < 1) report.error(place, 'out-of-range', 'must be greater than 0', { value: minDomains });
  if (whenUnsatisfiable !== 'DoNotSchedule') {
    report.error(place, 'conflict', 'may only be set when whenUnsatisfiable is DoNotSchedule', { value: minDomains });
  }
}

function checkMatchLabelKeys(
  keys: readonly string[],
  selector: LabelSelector | undefined,
  labels: Readonly<Record<string, string>> | undefined,
  place: At,
  report: Report,
): void {
  if (keys.length === 0) return;
  const here = at(place, 'matchLabelKeys');
  if (selector === undefined) report.error(here, 'forbidden', 'may not be set without labelSelector');
  const expressions = new Set(selector?.matchExpressions?.map(({ key }) => key));
  if (selector !== undefined) checkMergedKeys(keys, withKeys(selector, keys, labels), here, report, MERGED_SINCE);
  keys.forEach((key, index) => {
    checkSpelling(key, qualifiedName, at(here, index), report);
    if (expressions.has(key) || (selector?.matchLabels !== undefined && Object.hasOwn(selector.matchLabels, key))) {
      report.error(at(here, index), 'conflict', 'is already in labelSelector', { value: key, where: ~MERGED_SINCE });
    }
  });
}
