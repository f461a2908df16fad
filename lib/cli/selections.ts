// Which pods an object selects by their labels.
import type { LabelSelector } from '../kube/api/types';
import { isMap } from '../shape/shape';
import { type KubeMap, podTemplateIn } from './pods';

export interface Selection {
  readonly label: string;
  readonly selector: LabelSelector;
}

/** The selection of an object; undefined where it selects no pods, or says it in a way that means nothing. */
export const selectionOf = ({ kind, spec }: KubeMap): Selection | undefined =>
  Object.hasOwn(SELECTIONS, kind) && isMap(spec) ? SELECTIONS[kind]!(spec) : undefined;

/** Whether a kind says how pods are scaled, kept running or reached. */
export const isPolicy = (kind: string): boolean => Object.hasOwn(SELECTIONS, kind) && kind !== 'Service';

const SELECTIONS: Readonly<Record<string, (spec: Record<string, unknown>) => Selection | undefined>> = {
  Service: ({ selector }) => {
    const matchLabels = textsIn(selector);
    const asks = matchLabels !== undefined && Object.keys(matchLabels).length > 0;
    return asks ? { label: 'selects', selector: { matchLabels } } : undefined;
  },
  PodDisruptionBudget: ({ selector }) => selection('keeps running', selector),
  NetworkPolicy: ({ podSelector = {} }) => selection('isolates', podSelector),
  // It names its target.
  HorizontalPodAutoscaler: () => undefined,
};

function selection(label: string, value: unknown): Selection | undefined {
  if (!isMap(value)) return undefined;
  const matchLabels = textsIn(value.matchLabels ?? {});
  const matchExpressions = listIn(value.matchExpressions).flatMap(({ key, operator, values = [] }) => {
    const listed = Array.isArray(values) && values.every((each) => typeof each === 'string');
    const known = typeof key === 'string' && typeof operator === 'string' && OPERATORS.includes(operator) && listed;
    return known ? [{ key, operator, values: values }] : [];
  });
  const all = listIn(value.matchExpressions).length;
  if (matchLabels === undefined || matchExpressions.length < all) return undefined;
  return { label, selector: { matchLabels, matchExpressions } };
}

const listIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map((each) => (isMap(each) ? each : {})) : [];

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';

function textsIn(value: unknown): Record<string, string> | undefined {
  const entries = isMap(value) ? Object.entries(value) : undefined;
  return entries?.every(isText) === true ? Object.fromEntries(entries) : undefined;
}

/** The labels of the pods that an object makes; undefined where it makes none. */
export function podLabelsOf(object: KubeMap): Record<string, string> | undefined {
  const template = podTemplateIn(object);
  return template === undefined ? undefined : labelsOf(template);
}

/** The labels of an object, or of a template, that are text. */
export function labelsOf({ metadata }: Readonly<Record<string, unknown>>): Record<string, string> {
  const labels = isMap(metadata) && isMap(metadata.labels) ? Object.entries(metadata.labels) : [];
  return Object.fromEntries(labels.filter(isText));
}
