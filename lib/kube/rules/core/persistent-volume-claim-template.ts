// PersistentVolumeClaimTemplate: the claim that an ephemeral volume makes for each pod.
// https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { EphemeralVolumeSource, Volume } from '../../api/types';
import { checkTemplateMetadata } from '../meta/template-metadata';
import { checkPersistentVolumeClaimSpec } from './persistent-volume-claim-spec';

/** A claim's name is that of most objects. */
const LONGEST_CLAIM = 253;

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

/** The claims that are made for the ephemeral volumes of a Pod, called after both. */
export function checkMadeClaims(volumes: readonly Volume[], pod: string, place: At, report: Report): void {
  if (pod === '') return;
  const made = new Map<string, number>();
  volumes.forEach(({ name, ephemeral }, index) => {
    if (ephemeral === undefined) return;
    const claim = `${pod}-${name ?? ''}`;
    made.set(claim, index);
    if (!name || claim.length <= LONGEST_CLAIM) return;
    const message = `makes a claim whose name, ${pod} and this one, has ${claim.length} of ${LONGEST_CLAIM} characters`;
    report.error(at(at(place, index), 'name'), 'too-long', message, { value: name });
  });
  volumes.forEach(({ persistentVolumeClaim }, index) => {
    const claim = persistentVolumeClaim?.claimName;
    const maker = claim === undefined ? undefined : made.get(claim);
    if (maker === undefined) return;
    const here = at(at(at(place, index), 'persistentVolumeClaim'), 'claimName');
    report.error(here, 'conflict', `is the claim that is made for volumes[${maker}]`, { value: claim });
  });
}
