// Pod: containers that run together on a node.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Pod, PodSpec } from '../../api/types';
import {
  type Annotations,
  checkPodAnnotations,
  checkProfileAnnotations,
  MIRROR,
} from '../../rules/core/pod-annotations';
import { checkPodSpec } from '../../rules/core/pod-spec';
import {
  checkGeneration,
  checkMetadata,
  SUBDOMAIN_NAME,
  warnOfHostName,
  warnOfStatus,
} from '../../rules/meta/metadata';
import { since, until } from '../../server';

export function checkPod({ metadata = {}, spec = {}, status }: Pod, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report, until('1.32'));
  warnOfHostName(metadata, at(place, 'metadata'), report);
  const { annotations } = metadata;
  if (annotations !== undefined) {
    checkPodAnnotations(annotations, spec, place, report);
    checkProfileAnnotations(annotations, spec, true, place, report);
    checkMirror(annotations, spec, at(place, 'spec'), report);
  }
  checkPodSpec(spec, at(place, 'spec'), report, { metadata });
  warnOfStatus(status, place, report);
}

/** A pod that a node runs by itself, and mirrors into the cluster. https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/ */
function checkMirror(annotations: Annotations, { resourceClaims = [] }: PodSpec, place: At, report: Report): void {
  if (!Object.hasOwn(annotations, MIRROR) || resourceClaims.length === 0) return;
  const message = `may not be set beside the annotation ${MIRROR}: a static pod has no claims`;
  report.error(at(place, 'resourceClaims'), 'forbidden', message, { where: since('1.32') });
}
