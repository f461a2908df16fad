// PodTemplate: a template of pods by itself, as some controllers keep it.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-template-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PodTemplate } from '../../api/types';
import { checkPodTemplate as checkTemplate } from '../../rules/core/pod-template';
import { checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';

export function checkPodTemplate({ metadata, template = {} }: PodTemplate, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkTemplate(template, at(place, 'template'), report);
}
