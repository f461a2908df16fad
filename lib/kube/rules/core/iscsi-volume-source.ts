// ISCSIVolumeSource: a disk of an iSCSI target.
// https://kubernetes.io/docs/concepts/storage/volumes/#iscsi
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import type { ISCSIVolumeSource, Volume } from '../../api/types';
import { checkRange, checkRequired, checkSpelling } from '../checks';

/** Two of the three forms of iSCSI names (RFC 3721), as loosely as the server reads them. */
const EUI = /^eui[^\n][0-9a-zA-Z]{16}$/u;
const NAA = /^naa[^\n][0-9a-zA-Z]{32}$/u;
/** The start of the third, found anywhere: a date and the domain of who made the name. */
const IQN = /iqn\.[0-9]{4}-[0-9]{2}\.[a-zA-Z0-9.-]/;

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
  const form = name.slice(0, 3);
  if (form !== 'iqn' && form !== 'eui' && form !== 'naa') return 'must start with iqn, eui or naa';
  const good = form === 'iqn' ? isIqn(name) : (form === 'eui' ? EUI : NAA).test(name);
  return good ? undefined : `is no iSCSI name of the form ${FORMS[form]}`;
}

const FORMS = {
  iqn: 'iqn.<year>-<month>.<domain in reverse>:<name>',
  eui: 'eui.<16 letters or digits>',
  naa: 'naa.<32 letters or digits>',
};

/** Whether a domain stands before some colon, and only what a name may have after it; in one pass, for names of any length. */
function isIqn(name: string): boolean {
  const wrong = Math.max(...[...',;*&$| \t\n\f\r'].map((character) => name.lastIndexOf(character)));
  for (let colon = name.indexOf(':'), start = 0; colon >= 0; start = colon + 1, colon = name.indexOf(':', start)) {
    if (colon < wrong || colon === name.length - 1) continue;
    const other = name.slice(start, colon).split(/[^a-zA-Z0-9.-]/);
    if (IQN.test(other.at(-1) as string)) return true;
  }
  return false;
}

/** @param place - The place of the volume. */
export function checkIscsiInterface({ name = '', iscsi }: Volume, place: At, report: Report): void {
  if (iscsi !== undefined) checkInterfaceLength(iscsi, name, at(place, 'iscsi'), report);
}

/** @param volume - The name of the volume. */
export function checkInterfaceLength(source: ISCSIVolumeSource, volume: string, place: At, report: Report): void {
  if (source.initiatorName === undefined) return;
  const length = utf8Length(volume) + 1 + utf8Length(source.targetPortal ?? '');
  if (length <= LONGEST_INTERFACE) return;
  const message = `must have at most ${LONGEST_INTERFACE - 1} characters together with the name of the volume, as there is an initiatorName (has ${length - 1})`;
  report.error(at(place, 'targetPortal'), 'too-long', message, { value: source.targetPortal });
}
