// The annotation of an autoscaling/v1 HorizontalPodAutoscaler that has what autoscaling/v2 has in spec.metrics, in a form of its own.
// https://pkg.go.dev/k8s.io/api/autoscaling/v1#MetricSpec
import { at, type At, pathOf } from '../../../report/place';
import type { Path } from '../../../report/problem';
import { Report } from '../../../report/report';
import type { LabelSelector, MetricSpec, MetricTarget } from '../../api/types';
import { until } from '../../server';
import { readGoJson, type Shape } from '../../values/go-json-shape';
import { parseQuantity, quantitySign } from '../../values/quantity';
import { checkMetric } from './metric-spec';

type Quantity = number | string;

/** A metric as this version has it. */
interface Metric {
  readonly type?: string;
  readonly object?: {
    readonly target?: { readonly kind?: string; readonly name?: string; readonly apiVersion?: string };
    readonly metricName?: string;
    readonly targetValue?: Quantity;
    readonly averageValue?: Quantity;
    readonly selector?: LabelSelector;
  };
  readonly pods?: {
    readonly metricName?: string;
    readonly targetAverageValue?: Quantity;
    readonly selector?: LabelSelector;
  };
  readonly resource?: ResourceMetric;
  readonly containerResource?: ResourceMetric & { readonly container?: string };
  readonly external?: {
    readonly metricName?: string;
    readonly targetValue?: Quantity;
    readonly targetAverageValue?: Quantity;
    readonly metricSelector?: LabelSelector;
  };
}

interface ResourceMetric {
  readonly name?: string;
  readonly targetAverageUtilization?: number;
  readonly targetAverageValue?: Quantity;
}

const SELECTOR: Shape = {
  fields: {
    matchLabels: { map: 'string' },
    matchExpressions: { list: { fields: { key: 'string', operator: 'string', values: { list: 'string' } } } },
  },
};
const RESOURCE: Readonly<Record<string, Shape>> = {
  name: 'string',
  targetAverageUtilization: 'int32',
  targetAverageValue: 'quantity',
};
const METRIC_LIST: Shape = {
  list: {
    fields: {
      type: 'string',
      object: {
        fields: {
          target: { fields: { kind: 'string', name: 'string', apiVersion: 'string' } },
          metricName: 'string',
          targetValue: 'quantity',
          averageValue: 'quantity',
          selector: SELECTOR,
        },
      },
      pods: { fields: { metricName: 'string', targetAverageValue: 'quantity', selector: SELECTOR } },
      resource: { fields: RESOURCE },
      containerResource: { fields: { ...RESOURCE, container: 'string' } },
      external: {
        fields: {
          metricName: 'string',
          targetValue: 'quantity',
          targetAverageValue: 'quantity',
          metricSelector: SELECTOR,
        },
      },
    },
  },
};
/** The names that the fields of autoscaling/v2 have here. */
const NAMES: Readonly<Record<string, string>> = {
  'object.describedObject': 'object.target',
  'object.metric.name': 'object.metricName',
  'object.metric.selector': 'object.selector',
  'object.target.value': 'object.targetValue',
  'object.target.averageValue': 'object.averageValue',
  'pods.metric.name': 'pods.metricName',
  'pods.metric.selector': 'pods.selector',
  'pods.target.averageValue': 'pods.targetAverageValue',
  'external.metric.name': 'external.metricName',
  'external.metric.selector': 'external.metricSelector',
  'external.target.value': 'external.targetValue',
  'external.target.averageValue': 'external.targetAverageValue',
  'resource.target.averageUtilization': 'resource.targetAverageUtilization',
  'resource.target.averageValue': 'resource.targetAverageValue',
  'containerResource.target.averageUtilization': 'containerResource.targetAverageUtilization',
  'containerResource.target.averageValue': 'containerResource.targetAverageValue',
};

/** The path within the annotation of a path within a metric of autoscaling/v2. */
function named([index, ...path]: Path): Path {
  for (const length of [3, 2]) {
    const name = NAMES[path.slice(0, length).join('.')];
    if (name !== undefined) return [index!, ...name.split('.'), ...path.slice(length)];
  }
  return [index!, ...path];
}

/** @returns The metrics; none when they cannot be read. */
export function checkMetricsText(text: string, place: At, report: Report): readonly MetricSpec[] {
  const metrics = readGoJson(text, METRIC_LIST) as readonly Metric[] | undefined;
  if (metrics === undefined) {
    report.warning(place, 'dropped', 'is dropped, as it cannot be read as the JSON of a list of metrics');
    return [];
  }
  const pathThere = pathOf(place);
  const inner = new Report(false, { outer: report, pathOf: (path) => [...pathThere, ...named(path)] });
  metrics.forEach((metric, index) => {
    const here = at({}, index);
    checkMetric(inV2(metric), here, inner);
    const { targetValue = 0, averageValue } = metric.object ?? {};
    if (averageValue === undefined || quantitySign(parseQuantity(targetValue)!) !== 0) return;
    // Read as 0 where it is not stated.
    inner.error(at(at(at(here, 'object'), 'target'), 'value'), 'required', 'must be more than 0', {
      where: until('1.35'),
    });
  });
  return metrics.map(inV2);
}

/** A metric as autoscaling/v2 has it, and as it is judged. */
function inV2({ type, object, pods, resource, containerResource, external }: Metric): MetricSpec {
  return {
    ...(type !== undefined && { type }),
    ...(object !== undefined && {
      object: {
        describedObject: object.target ?? {},
        ...identified(object.metricName, object.selector),
        target: target({
          averageValue: object.averageValue,
          // What is wrong with it beside averageValue is not so everywhere.
          value: object.averageValue === undefined ? (object.targetValue ?? 0) : notZero(object.targetValue),
        }),
      },
    }),
    ...(pods !== undefined && {
      pods: {
        ...identified(pods.metricName, pods.selector),
        target: target({ averageValue: pods.targetAverageValue ?? 0 }),
      },
    }),
    ...(resource !== undefined && { resource: resourceInV2(resource) }),
    ...(containerResource !== undefined && {
      containerResource: {
        ...resourceInV2(containerResource),
        ...(containerResource.container !== undefined && { container: containerResource.container }),
      },
    }),
    ...(external !== undefined && {
      external: {
        ...identified(external.metricName, external.metricSelector),
        target: target({ value: external.targetValue, averageValue: external.targetAverageValue }),
      },
    }),
  };
}

const notZero = (value: Quantity | undefined): Quantity | undefined =>
  value === undefined || quantitySign(parseQuantity(value)!) === 0 ? undefined : value;

const resourceInV2 = ({ name, targetAverageUtilization, targetAverageValue }: ResourceMetric) => ({
  ...(name !== undefined && { name }),
  target: target({ averageUtilization: targetAverageUtilization, averageValue: targetAverageValue }),
});

const identified = (name: string | undefined, selector: LabelSelector | undefined) => ({
  metric: { ...(name !== undefined && { name }), ...(selector !== undefined && { selector }) },
});

/** The type follows from what there is. */
const target = ({
  value,
  averageValue,
  averageUtilization,
}: {
  readonly [field in 'value' | 'averageValue']?: Quantity | undefined;
} & { readonly averageUtilization?: number | undefined }): MetricTarget => ({
  type: averageUtilization !== undefined ? 'Utilization' : value !== undefined ? 'Value' : 'AverageValue',
  ...(value !== undefined && { value }),
  ...(averageValue !== undefined && { averageValue }),
  ...(averageUtilization !== undefined && { averageUtilization }),
});
