// ResourceClaimTemplate: from which the cluster makes a ResourceClaim for each pod that names it.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/resource-claim-template-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ResourceClaimTemplate } from '../../api/types';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { checkTemplateMetadata } from '../../rules/meta/template-metadata';
import { checkResourceClaimSpec } from '../../rules/resource/resource-claim-spec';

export function checkResourceClaimTemplate(template: ResourceClaimTemplate, place: At, report: Report): void {
  const { metadata, spec = {} } = template;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  const here = at(place, 'spec');
  checkTemplateMetadata(spec.metadata, at(here, 'metadata'), report);
  checkResourceClaimSpec(spec.spec ?? {}, at(here, 'spec'), report);
}
