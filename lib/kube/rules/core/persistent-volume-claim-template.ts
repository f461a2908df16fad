// PersistentVolumeClaimTemplate: the claim that an ephemeral volume makes for each pod.
// https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { EphemeralVolumeSource } from '../../api/types';
import { checkAnnotations, checkLabels } from '../meta/metadata';
import { checkPersistentVolumeClaimSpec } from './persistent-volume-claim-spec';

export function checkEphemeral(source: EphemeralVolumeSource, place: At, report: Report): void {
  const here = at(place, 'volumeClaimTemplate');
  const template = source.volumeClaimTemplate;
  if (template === undefined) {
    report.error(here, 'required', 'is required');
    return;
  }
  const metadata = at(here, 'metadata');
  checkLabels(template.metadata?.labels, at(metadata, 'labels'), report);
  checkAnnotations(template.metadata?.annotations, at(metadata, 'annotations'), report);
  for (const [key, value] of Object.entries(template.metadata ?? {})) {
    if (key === 'labels' || key === 'annotations' || (isZero(value) && key !== 'deletionGracePeriodSeconds')) continue;
    report.error(at(metadata, key), 'forbidden', 'may not be set here: only labels and annotations are possible');
  }
  checkPersistentVolumeClaimSpec(template.spec ?? {}, at(here, 'spec'), report);
}

/** What the server's own types cannot tell from an absent field. */
const isZero = (value: unknown): boolean => value === undefined || value === '' || value === 0 || value === false;
