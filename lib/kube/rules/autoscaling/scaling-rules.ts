// HorizontalPodAutoscalerBehavior: how fast pods are added and removed.
// https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#configurable-scaling-behavior
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { HorizontalPodAutoscalerBehavior, HPAScalingPolicy, HPAScalingRules } from '../../api/types';
import { offAt, since } from '../../server';
import { parseQuantity, quantitySign } from '../../values/quantity';
import { checkOneOf, checkRange } from '../checks';

const LONGEST_WINDOW = 3600;
const LONGEST_PERIOD = 1800;

/** @param filled - What is not stated is filled in, so that policies may be left out. */
export function checkBehavior(
  { scaleUp, scaleDown }: HorizontalPodAutoscalerBehavior,
  place: At,
  report: Report,
  filled = true,
): void {
  if (scaleUp !== undefined) checkRules(scaleUp, filled, at(place, 'scaleUp'), report);
  if (scaleDown !== undefined) checkRules(scaleDown, filled, at(place, 'scaleDown'), report);
}

function checkRules(rules: HPAScalingRules, filled: boolean, place: At, report: Report): void {
  const { stabilizationWindowSeconds, selectPolicy, policies, tolerance } = rules;
  checkRange(stabilizationWindowSeconds, 0, LONGEST_WINDOW, at(place, 'stabilizationWindowSeconds'), report);
  checkOneOf(selectPolicy, ['Max', 'Min', 'Disabled'], at(place, 'selectPolicy'), report);
  const here = at(place, 'policies');
  if (policies?.length === 0) {
    const hint = filled ? 'leave it out for what is usual; to scale never write selectPolicy: Disabled' : undefined;
    report.error(here, 'required', 'must have at least one policy', { hint });
  } else if (policies === undefined && !filled) {
    report.error(here, 'required', 'is required: at least one policy');
  }
  policies?.forEach((policy, index) => checkPolicy(policy, at(here, index), report));
  const quantity = tolerance === undefined ? undefined : parseQuantity(tolerance);
  if (quantity === undefined || quantitySign(quantity) >= 0) return;
  const where = since('1.33') & ~offAt('HPAConfigurableTolerance');
  report.error(at(place, 'tolerance'), 'out-of-range', 'must not be negative', { value: tolerance, where });
}

function checkPolicy({ type, value, periodSeconds }: HPAScalingPolicy, place: At, report: Report): void {
  const here = at(place, 'type');
  if (type) checkOneOf(type, ['Pods', 'Percent'], here, report);
  else report.error(here, 'required', 'is required: Pods or Percent');
  checkPositive(value, at(place, 'value'), report);
  if (periodSeconds === undefined) checkPositive(periodSeconds, at(place, 'periodSeconds'), report);
  else checkRange(periodSeconds, 1, LONGEST_PERIOD, at(place, 'periodSeconds'), report);
}

function checkPositive(value: number | undefined, place: At, report: Report): void {
  if (value === undefined) report.error(place, 'required', 'is required');
  else if (value < 1) report.error(place, 'out-of-range', 'must be more than 0', { value });
}
