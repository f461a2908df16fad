// ObjectFieldSelector: a field of the pod, as the value of an environment variable or the content of a file.
// https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#available-fields
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { nearest } from '../../../report/suggest';
import type { ObjectFieldSelector } from '../../api/types';
import { until } from '../../server';
import { annotationKey, qualifiedName } from '../../values/syntax';
import { checkRequired } from '../checks';

const IN_ENV = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
const IN_FILES = ['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations'];

/** One label or annotation: `metadata.labels['app']`. */
const SUBSCRIPTED = /^([^]+?)\['([^]*)'\]$/;

/** Fields that may stand in the environment, or in a file of a volume. */
export type FieldUse = 'env' | 'file';

export function checkObjectFieldSelector(
  selector: ObjectFieldSelector,
  use: FieldUse,
  place: At,
  report: Report,
): void {
  const { apiVersion, fieldPath } = selector;
  if (apiVersion !== undefined && apiVersion !== '' && apiVersion !== 'v1') {
    report.error(at(place, 'apiVersion'), 'not-one-of', 'must be v1', { value: apiVersion });
    checkRequired(fieldPath, at(place, 'fieldPath'), report);
    return;
  }
  const here = at(place, 'fieldPath');
  if (!checkRequired(fieldPath, here, report)) return;
  const path = fieldPath as string;
  const subscripted = SUBSCRIPTED.exec(path);
  if (subscripted !== null) {
    checkSubscript(subscripted[1] as string, subscripted[2] as string, path, here, report);
    return;
  }
  const allowed = use === 'env' ? IN_ENV : IN_FILES;
  if (use === 'env' && path === 'status.hostIPs') {
    const message = (which: string): string => `${which} has no status.hostIPs`;
    report.error(here, 'not-one-of', message, { value: path, hint: 'use status.hostIP', where: until('1.28') });
    return;
  }
  if (allowed.includes(path) || (use === 'env' && path === 'spec.host')) return;
  const details = { value: path, hint: fieldHint(path, use) };
  report.error(
    here,
    'not-one-of',
    `must be one of ${allowed.join(', ')}, or one label or annotation such as metadata.labels['app']`,
    details,
  );
}

function checkSubscript(field: string, key: string, value: string, place: At, report: Report): void {
  if (field !== 'metadata.labels' && field !== 'metadata.annotations') {
    report.error(place, 'not-one-of', "only metadata.labels['…'] and metadata.annotations['…'] may name one key", {
      value,
    });
    return;
  }
  const problem = field === 'metadata.labels' ? qualifiedName(key) : annotationKey(key);
  if (problem !== undefined) report.error(place, 'bad-name', `the key in brackets ${problem}`, { value });
}

function fieldHint(path: string, use: FieldUse): string | undefined {
  if (use === 'env' && (path === 'metadata.labels' || path === 'metadata.annotations')) {
    return `name one key, as in ${path}['app'], or use a downwardAPI volume for all of them`;
  }
  const meant = nearest(path, use === 'env' ? IN_ENV : IN_FILES);
  return didYouMean(meant);
}
