// MetricSpec: by what a HorizontalPodAutoscaler scales, and the value that it aims at.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/#HorizontalPodAutoscalerSpec
import { printPath } from '../../../report/print';
import { at, type At, ROOT } from '../../../report/place';
import { Report } from '../../../report/report';
import type { LabelSelector, MetricIdentifier, MetricSpec, MetricTarget } from '../../api/types';
import { parseQuantity, quantitySign } from '../../values/quantity';
import { checkLabel1123, checkOneOf, checkRequired, checkSpelling } from '../checks';
import { checkResourceName } from '../core/resource-requirements';
import { checkLabelSelector } from '../meta/label-selector';
import { pathSegment } from '../meta/metadata';
import { checkObjectReference } from './cross-version-object-reference';

type Source = 'object' | 'external' | 'pods' | 'resource' | 'containerResource';

/** The field that each type of metric is described in. */
const SOURCES: Readonly<Record<string, Source>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};

export function checkMetric(metric: MetricSpec, place: At, report: Report): void {
  const { type } = metric;
  if (checkRequired(type, at(place, 'type'), report)) {
    checkOneOf(type, Object.keys(SOURCES), at(place, 'type'), report);
  }
  const expected = Object.hasOwn(SOURCES, type ?? '') ? SOURCES[type!] : undefined;
  const present = Object.values(SOURCES).filter((field) => metric[field] !== undefined);
  if (expected !== undefined && metric[expected] === undefined) {
    report.error(at(place, expected), 'required', `is required when the type is ${type}`);
  }
  for (const field of present) {
    if (field === expected || present.length === 1) checkSource(metric, field, at(place, field), report);
    else if (expected !== undefined) {
      report.error(at(place, field), 'conflict', `may not be set beside ${expected}, which type ${type} asks for`);
    } else report.error(at(place, field), 'conflict', 'may not be set beside another source of a metric');
  }
}

function checkSource(metric: MetricSpec, field: Source, place: At, report: Report): void {
  const { object, external, containerResource } = metric;
  if (field === 'object') checkObjectReference(object?.describedObject ?? {}, at(place, 'describedObject'), report);
  if (field === 'object' || field === 'external' || field === 'pods') {
    checkIdentifier(metric[field]?.metric ?? {}, at(place, 'metric'), report);
  } else {
    const { name = '' } = metric[field] ?? {};
    const here = at(place, 'name');
    const named = checkRequired(name, here, report, 'is required: the name of a resource, such as cpu');
    if (named && field === 'containerResource') checkResourceName(name, here, report, 'a container');
  }
  if (field === 'containerResource') {
    const { container } = containerResource ?? {};
    if (checkRequired(container, at(place, 'container'), report))
      checkLabel1123(container, at(place, 'container'), report);
  }
  const target = metric[field]?.target ?? {};
  checkTarget(target, at(place, 'target'), report);
  checkValues(target, field, at(place, 'target'), report);
  if (field === 'external' && external?.target?.value !== undefined && external.target.averageValue !== undefined) {
    report.error(at(at(place, 'target'), 'value'), 'conflict', 'may not be set beside averageValue');
  }
}

function checkIdentifier({ name, selector }: MetricIdentifier, place: At, report: Report): void {
  if (checkRequired(name, at(place, 'name'), report)) checkSpelling(name, pathSegment, at(place, 'name'), report);
  if (selector !== undefined) warnOfSelector(selector, at(place, 'selector'), report);
}

/** The server does not look at the selector, but the autoscaler cannot use a wrong one. */
function warnOfSelector(selector: LabelSelector, place: At, report: Report): void {
  const inner = new Report(false, undefined, report.variants);
  checkLabelSelector(selector, ROOT, inner);
  const [first] = inner.problems;
  if (first === undefined) return;
  const message = `is taken, but the autoscaler cannot use it: ${printPath(first.path)}: ${first.message}`;
  report.warning(place, 'suspicious', message, { hint: first.hint });
}

function checkTarget(target: MetricTarget, place: At, report: Report): void {
  const { type, averageUtilization } = target;
  if (checkRequired(type, at(place, 'type'), report)) {
    checkOneOf(type, ['Utilization', 'Value', 'AverageValue'], at(place, 'type'), report);
  }
  for (const field of ['value', 'averageValue'] as const) {
    const quantity = target[field] === undefined ? undefined : parseQuantity(target[field]);
    if (quantity === undefined || quantitySign(quantity) > 0) continue;
    report.error(at(place, field), 'out-of-range', 'must be more than 0', { value: target[field] });
  }
  if (averageUtilization === undefined || averageUtilization >= 1) return;
  report.error(at(place, 'averageUtilization'), 'out-of-range', 'must be at least 1 (percent)', {
    value: averageUtilization,
  });
}

/** Which values a source can be measured by. */
function checkValues(target: MetricTarget, field: Source, place: At, report: Report): void {
  const { value, averageValue, averageUtilization } = target;
  if (field === 'resource' || field === 'containerResource') {
    if (averageUtilization === undefined && averageValue === undefined) {
      report.error(at(place, 'averageUtilization'), 'required', 'must be set, or averageValue');
    } else if (averageUtilization !== undefined && averageValue !== undefined) {
      report.error(at(place, 'averageValue'), 'conflict', 'may not be set beside averageUtilization');
    }
    if (value !== undefined) warnOfIdle('value', 'a resource has no total value', place, report);
    return;
  }
  if (field === 'pods' && averageValue === undefined) {
    report.error(at(place, 'averageValue'), 'required', 'is required: the value that each pod is to have');
  } else if (field !== 'pods' && value === undefined && averageValue === undefined) {
    report.error(at(place, 'averageValue'), 'required', 'must be set, or value');
  }
  if (field === 'pods' && value !== undefined) warnOfIdle('value', 'pods are measured by averageValue', place, report);
  if (averageUtilization === undefined) return;
  warnOfIdle('averageUtilization', 'only resources have a utilization', place, report);
}

function warnOfIdle(field: keyof MetricTarget, why: string, place: At, report: Report): void {
  report.warning(at(place, field), 'no-effect', `is not looked at: ${why}`);
}
