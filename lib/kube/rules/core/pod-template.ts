// PodTemplateSpec: what holds for the pods of every workload. What depends on the workload stands with it.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-template-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PodTemplateSpec, Volume } from '../../api/types';
import { checkAnnotations, checkLabels } from '../meta/metadata';
import { checkPodAnnotations, checkProfileAnnotations } from './pod-annotations';
import { checkPodSpec } from './pod-spec';

/** What is not the same for the templates of all kinds. */
export interface TemplateOptions {
  /** Where the spec of the pods is judged, if not in the same report: some servers look at it only when they make a pod. */
  readonly pods?: Report;
  /** The volumes that every pod gets beside those of the template, or in their place. */
  readonly volumes?: readonly Volume[];
}

export function checkPodTemplate(
  template: PodTemplateSpec,
  place: At,
  report: Report,
  { pods = report, volumes }: TemplateOptions = {},
): void {
  const { metadata, spec = {} } = template;
  if (metadata !== undefined) {
    checkLabels(metadata.labels, at(at(place, 'metadata'), 'labels'), report);
    checkAnnotations(metadata.annotations, at(at(place, 'metadata'), 'annotations'), report);
    if (metadata.annotations !== undefined) {
      checkPodAnnotations(metadata.annotations, spec, place, report);
      checkProfileAnnotations(metadata.annotations, spec, false, place, pods);
    }
  }
  checkPodSpec(spec, at(place, 'spec'), pods, { volumes });
}
