// PodTemplate.
// https://kubernetes.io/docs/reference/kubernetes-api/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PodTemplate } from '../../api/types';
import { checkMetadata } from '../../rules/meta/metadata';

export function checkPodTemplate({ metadata }: PodTemplate, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report);
}
