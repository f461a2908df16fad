// VolumeAttachment: a volume is to be attached to a node.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume-attachment-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { VolumeAttachment, VolumeAttachmentSource } from '../../api/types';
import { checkRequired, checkSubdomain } from '../../rules/checks';
import { checkCsiDriverName } from '../../rules/core/csi-driver-name';
import { checkInlineVolumeSpec } from '../../rules/core/persistent-volume-spec';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';

export function checkVolumeAttachment(attachment: VolumeAttachment, place: At, report: Report): void {
  const { metadata, spec = {}, status } = attachment;
  const here = at(place, 'spec');
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  checkCsiDriverName(spec.attacher, at(here, 'attacher'), report);
  if (checkRequired(spec.nodeName, at(here, 'nodeName'), report))
    checkSubdomain(spec.nodeName, at(here, 'nodeName'), report);
  checkSource(spec.source ?? {}, at(here, 'source'), report);
  warnOfStatus(status, place, report);
}

function checkSource(source: VolumeAttachmentSource, place: At, report: Report): void {
  const { inlineVolumeSpec, persistentVolumeName } = source;
  if (persistentVolumeName === undefined && inlineVolumeSpec === undefined) {
    report.error(place, 'required', 'must have one of persistentVolumeName and inlineVolumeSpec');
  } else if (persistentVolumeName === undefined) {
    checkInlineVolumeSpec(inlineVolumeSpec!, at(place, 'inlineVolumeSpec'), report);
  } else {
    const here = at(place, 'persistentVolumeName');
    if (checkRequired(persistentVolumeName, here, report)) checkSubdomain(persistentVolumeName, here, report);
    if (inlineVolumeSpec !== undefined)
      report.error(place, 'conflict', 'may have only one of persistentVolumeName and inlineVolumeSpec');
  }
}
