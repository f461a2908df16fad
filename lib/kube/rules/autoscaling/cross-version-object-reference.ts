// CrossVersionObjectReference: the object that is scaled, or that a metric is about.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/#HorizontalPodAutoscalerSpec
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CrossVersionObjectReference } from '../../api/types';
import { since } from '../../server';
import { checkRequired, checkSpelling } from '../checks';
import { pathSegment } from '../meta/metadata';

/** Since when the server looks at apiVersion. */
const READ_SINCE = since('1.34');

const IN_APPS = ['Deployment', 'ReplicaSet', 'StatefulSet'];

export function checkObjectReference(reference: CrossVersionObjectReference, place: At, report: Report): void {
  const { kind, name, apiVersion = '' } = reference;
  if (checkRequired(kind, at(place, 'kind'), report)) checkSpelling(kind, pathSegment, at(place, 'kind'), report);
  if (checkRequired(name, at(place, 'name'), report)) checkSpelling(name, pathSegment, at(place, 'name'), report);
  if (apiVersion.split('/').length <= 2) return;
  const message = 'must be a version, with its group if it has one: apps/v1';
  refuseOrWarn(message, reference, at(place, 'apiVersion'), report);
}

/** What is scaled: of the kinds without a group only a ReplicationController can be. */
export function checkScaleTarget(reference: CrossVersionObjectReference, place: At, report: Report): void {
  checkObjectReference(reference, place, report);
  const { kind = '', apiVersion = '' } = reference;
  const parts = apiVersion.split('/');
  if (kind === 'ReplicationController' || parts.length > 2 || (parts.length === 2 && parts[0] !== '')) return;
  const message = 'must have the group of the kind, as in apps/v1';
  const here = at(place, 'apiVersion');
  refuseOrWarn(message, reference, here, report, IN_APPS.includes(kind) ? 'write apps/v1' : undefined);
}

/** Older servers take what their autoscaler then cannot find. */
function refuseOrWarn(
  message: string,
  { apiVersion }: CrossVersionObjectReference,
  place: At,
  report: Report,
  hint?: string,
): void {
  const details = { value: apiVersion, hint };
  report.error(place, apiVersion ? 'bad-format' : 'required', message, { ...details, where: READ_SINCE });
  if ((report.variants.all & READ_SINCE) !== 0) return;
  report.warning(place, 'suspicious', `${message}: the autoscaler does not find the object`, details);
}
