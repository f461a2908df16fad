// ISCSIVolumeSource: a disk of an iSCSI target.
// https://kubernetes.io/docs/concepts/storage/volumes/#iscsi
import type { ISCSIVolumeSource } from '../schema-types';
import { checkRange, checkRequired, checkSpelling } from './checks';
import { at, type At, type Report } from './report';

/** The three forms of iSCSI names (RFC 3721), as loosely as the server reads them. */
const FORMS = {
  iqn: /iqn\.\d{4}-\d{2}\.[a-zA-Z0-9.-]+:[^,;*&$|\s]+$/,
  eui: /^eui.[0-9a-zA-Z]{16}$/,
  naa: /^naa.[0-9a-zA-Z]{32}$/,
};

export function checkIscsi(source: ISCSIVolumeSource, place: At, report: Report): void {
  checkRequired(source.targetPortal, at(place, 'targetPortal'), report);
  if (checkRequired(source.iqn, at(place, 'iqn'), report))
    checkSpelling(source.iqn, iscsiName, at(place, 'iqn'), report);
  checkRange(source.lun, 0, 255, at(place, 'lun'), report);
  if ((source.chapAuthDiscovery === true || source.chapAuthSession === true) && source.secretRef === undefined) {
    report.error(at(place, 'secretRef'), 'required', 'is required for CHAP authentication');
  }
  checkSpelling(source.initiatorName, iscsiName, at(place, 'initiatorName'), report);
}

function iscsiName(name: string): string | undefined {
  const form = FORMS[name.slice(0, 3) as keyof typeof FORMS] as RegExp | undefined;
  if (form === undefined) return 'must start with iqn, eui or naa';
  return form.test(name) ? undefined : `is no iSCSI name of the form ${name.slice(0, 3)}.…`;
}
