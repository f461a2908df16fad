// HorizontalPodAutoscaler: as many pods as there is work for.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerSpec, MetricSpec, ObjectMeta } from '../../api/types';
import { checkNotNegative } from '../../rules/checks';
import { checkScaleTarget } from '../../rules/autoscaling/cross-version-object-reference';
import { checkMetric } from '../../rules/autoscaling/metric-spec';
import { checkBehavior } from '../../rules/autoscaling/scaling-rules';
import { checkMetadata, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';
import { offAt } from '../../server';

/** The annotations in which autoscaling/v1 shows what only autoscaling/v2 has. No version stores them. */
export const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
export const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';
export const OF_STATUS: readonly string[] = [
  'autoscaling.alpha.kubernetes.io/current-metrics',
  'autoscaling.alpha.kubernetes.io/conditions',
];

export function checkHorizontalPodAutoscaler(autoscaler: HorizontalPodAutoscaler, place: At, report: Report): void {
  const { metadata, spec = {}, status } = autoscaler;
  const { scaleTargetRef = {}, metrics, behavior } = spec;
  checkAutoscalerMetadata(metadata, at(place, 'metadata'), report);
  warnOfAnnotations(metadata, [METRICS, BEHAVIOR, ...OF_STATUS], at(place, 'metadata'), report);
  const here = at(place, 'spec');
  checkReplicas(spec, metrics, here, report);
  checkScaleTarget(scaleTargetRef, at(here, 'scaleTargetRef'), report);
  metrics?.forEach((metric, index) => checkMetric(metric, at(at(here, 'metrics'), index), report));
  if (behavior !== undefined) checkBehavior(behavior, at(here, 'behavior'), report);
  warnOfStatus(status, place, report);
}

/** The server takes its own annotations away before it looks at the others. */
export function checkAutoscalerMetadata(metadata: ObjectMeta | undefined, place: At, report: Report): void {
  checkNotNegative(metadata?.generation, at(place, 'generation'), report);
  const own = [METRICS, BEHAVIOR, ...OF_STATUS];
  const { annotations } = metadata ?? {};
  if (annotations === undefined || !own.some((key) => Object.hasOwn(annotations, key))) {
    return checkMetadata(metadata, place, report, SUBDOMAIN_NAME);
  }
  const others = Object.entries(annotations).filter(([key]) => !own.includes(key));
  checkMetadata({ ...metadata, annotations: Object.fromEntries(others) }, place, report, SUBDOMAIN_NAME);
}

export function warnOfAnnotations(
  metadata: ObjectMeta | undefined,
  keys: readonly string[],
  place: At,
  report: Report,
): void {
  const annotations = metadata?.annotations ?? {};
  for (const key of keys) {
    if (!Object.hasOwn(annotations, key)) continue;
    const ofStatus = OF_STATUS.includes(key);
    const message = ofStatus ? 'is of the status, and dropped' : 'is dropped: only autoscaling/v1 reads it';
    const hint = ofStatus ? undefined : `write spec.${key === METRICS ? 'metrics' : 'behavior'}`;
    report.warning(at(at(place, 'annotations'), key), 'dropped', message, { hint });
  }
}

/** Least and most, and what it takes to have none at all. */
export function checkReplicas(
  { minReplicas = 1, maxReplicas }: Pick<HorizontalPodAutoscalerSpec, 'minReplicas' | 'maxReplicas'>,
  metrics: readonly MetricSpec[] | undefined,
  place: At,
  report: Report,
): void {
  const least = at(place, 'minReplicas');
  if (minReplicas < 0) report.error(least, 'out-of-range', 'must not be negative', { value: minReplicas });
  if (minReplicas === 0) {
    const details = { value: minReplicas, where: offAt('HPAScaleToZero') };
    report.error(least, 'out-of-range', 'must be at least 1, as the feature gate HPAScaleToZero is off', details);
    if (metrics?.some(({ type }) => type === 'Object' || type === 'External') !== true) {
      const message = 'must have an Object or External metric when minReplicas is 0: without pods there is no other';
      report.error(at(place, 'metrics'), 'required', message);
    }
  }
  const most = at(place, 'maxReplicas');
  if (maxReplicas === undefined) report.error(most, 'required', 'is required');
  else if (maxReplicas < 1) report.error(most, 'out-of-range', 'must be at least 1', { value: maxReplicas });
  else if (maxReplicas < minReplicas) {
    report.error(most, 'conflict', `must not be below minReplicas, which is ${minReplicas}`, { value: maxReplicas });
  }
}
