// HorizontalPodAutoscaler of autoscaling/v1, which knows the use of processors alone; the rest of autoscaling/v2 stands in annotations, as JSON.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { AutoscalingV1HorizontalPodAutoscaler, HorizontalPodAutoscalerBehavior } from '../../api/types';
import { checkScaleTarget } from '../../rules/autoscaling/cross-version-object-reference';
import { checkMetricsText } from '../../rules/autoscaling/metrics-annotation';
import { checkBehavior } from '../../rules/autoscaling/scaling-rules';
import { warnOfStatus } from '../../rules/meta/metadata';
import { readGoJson, type Shape } from '../../values/go-json-shape';
import {
  BEHAVIOR,
  checkAutoscalerMetadata,
  checkReplicas,
  METRICS,
  OF_STATUS,
  warnOfAnnotations,
} from './horizontal-pod-autoscaler';

export function checkHorizontalPodAutoscalerV1(
  { metadata, spec = {}, status }: AutoscalingV1HorizontalPodAutoscaler,
  place: At,
  report: Report,
): void {
  const { scaleTargetRef = {}, targetCPUUtilizationPercentage: percentage } = spec;
  const annotations = metadata?.annotations ?? {};
  const here = at(place, 'spec');
  const noted = at(at(place, 'metadata'), 'annotations');
  checkAutoscalerMetadata(metadata, at(place, 'metadata'), report);
  warnOfAnnotations(metadata, OF_STATUS, at(place, 'metadata'), report);
  const metrics = Object.hasOwn(annotations, METRICS)
    ? checkMetricsText(annotations[METRICS] as string, at(noted, METRICS), report)
    : [];
  if (Object.hasOwn(annotations, BEHAVIOR)) {
    checkBehaviorText(annotations[BEHAVIOR] as string, at(noted, BEHAVIOR), report);
  }
  checkReplicas(spec, metrics, here, report);
  checkScaleTarget(scaleTargetRef, at(here, 'scaleTargetRef'), report);
  if (percentage !== undefined && percentage < 1) {
    const message = 'must be at least 1 (percent)';
    report.error(at(here, 'targetCPUUtilizationPercentage'), 'out-of-range', message, { value: percentage });
  }
  warnOfStatus(status, place, report);
}

const RULES: Shape = {
  fields: {
    stabilizationWindowSeconds: 'int32',
    selectPolicy: 'string',
    policies: { list: { fields: { type: 'string', value: 'int32', periodSeconds: 'int32' } } },
    tolerance: 'quantity',
  },
};
const BEHAVIOR_OBJECT: Shape = { fields: { scaleUp: RULES, scaleDown: RULES } };

/** Nothing is filled in there. */
function checkBehaviorText(text: string, place: At, report: Report): void {
  const behavior = readGoJson(text, BEHAVIOR_OBJECT) as HorizontalPodAutoscalerBehavior | undefined;
  if (behavior !== undefined) return checkBehavior(behavior, place, report, false);
  report.warning(place, 'dropped', 'is dropped, as it cannot be read as the JSON of the behavior of autoscaling/v2');
}
