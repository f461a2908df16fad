// PodTemplateSpec: what holds for the pods of every workload. What depends on the workload stands with it.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-template-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PodTemplateSpec } from '../../api/types';
import { checkAnnotations, checkLabels } from '../meta/metadata';
import { checkPodAnnotations } from './pod-annotations';
import { checkPodSpec } from './pod-spec';

export function checkPodTemplate(template: PodTemplateSpec, place: At, report: Report): void {
  const { metadata, spec = {} } = template;
  if (metadata !== undefined) {
    checkLabels(metadata.labels, at(at(place, 'metadata'), 'labels'), report);
    checkAnnotations(metadata.annotations, at(at(place, 'metadata'), 'annotations'), report);
    if (metadata.annotations !== undefined) checkPodAnnotations(metadata.annotations, spec, place, report);
  }
  checkPodSpec(spec, at(place, 'spec'), report);
}
