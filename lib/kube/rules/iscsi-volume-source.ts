// ISCSIVolumeSource: a disk of an iSCSI target.
// https://kubernetes.io/docs/concepts/storage/volumes/#iscsi
import type { ISCSIVolumeSource, Volume } from '../schema-types';
import { utf8Length } from '../utf8';
import { checkRange, checkRequired, checkSpelling } from './checks';
import { at, type At, type Report } from './report';

/** The three forms of iSCSI names (RFC 3721), as loosely as the server reads them; its blanks are those of ASCII. */
const FORMS = {
  iqn: /iqn\.\d{4}-\d{2}\.[a-zA-Z0-9.-]+:[^,;*&$|\t\n\f\r ]+$/,
  eui: /^eui[^\n][0-9a-zA-Z]{16}$/u,
  naa: /^naa[^\n][0-9a-zA-Z]{32}$/u,
};

/** The most bytes of `<volume>:<target portal>`, the name of the interface that an initiator of its own gets. */
const LONGEST_INTERFACE = 64;

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

/** @param place - The place of the volume. */
export function checkIscsiInterface({ name = '', iscsi }: Volume, place: At, report: Report): void {
  if (iscsi?.initiatorName === undefined) return;
  const length = utf8Length(name) + 1 + utf8Length(iscsi.targetPortal ?? '');
  if (length <= LONGEST_INTERFACE) return;
  const message = `must have at most ${LONGEST_INTERFACE - 1} characters together with the name of the volume, as there is an initiatorName (has ${length - 1})`;
  report.error(at(at(place, 'iscsi'), 'targetPortal'), 'too-long', message, { value: iscsi.targetPortal });
}
