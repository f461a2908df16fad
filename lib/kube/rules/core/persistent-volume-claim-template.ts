// PersistentVolumeClaimTemplate: the claim that an ephemeral volume makes for each pod.
// https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { EphemeralVolumeSource } from '../../api/types';
import { checkTemplateMetadata } from '../meta/template-metadata';
import { checkPersistentVolumeClaimSpec } from './persistent-volume-claim-spec';

export function checkEphemeral(source: EphemeralVolumeSource, place: At, report: Report): void {
  const here = at(place, 'volumeClaimTemplate');
  const template = source.volumeClaimTemplate;
  if (template === undefined) {
    report.error(here, 'required', 'is required');
    return;
  }
  checkTemplateMetadata(template.metadata, at(here, 'metadata'), report);
  checkPersistentVolumeClaimSpec(template.spec ?? {}, at(here, 'spec'), report);
}
