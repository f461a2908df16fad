// AppArmorProfile: what the kernel lets a container do.
// https://kubernetes.io/docs/tutorials/security/apparmor/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import type { AppArmorProfile } from '../../api/types';
import { checkOneOf, checkRequired } from '../checks';

const LONGEST_PROFILE = 4095;

export function checkAppArmorProfile(profile: AppArmorProfile | undefined, place: At, report: Report): void {
  if (profile === undefined) return;
  const { type, localhostProfile } = profile;
  if (checkRequired(type, at(place, 'type'), report)) {
    checkOneOf(type, ['Localhost', 'RuntimeDefault', 'Unconfined'], at(place, 'type'), report);
  }
  const here = at(place, 'localhostProfile');
  if (type === 'Localhost') {
    if (localhostProfile === undefined || localhostProfile === '') {
      report.error(here, 'required', 'is required when the type is Localhost');
    } else if (localhostProfile.trim() !== localhostProfile) {
      report.error(here, 'bad-name', 'must not start or end with a blank', { value: localhostProfile });
    } else if (utf8Length(localhostProfile) > LONGEST_PROFILE) {
      report.error(here, 'too-long', `must have at most ${LONGEST_PROFILE} bytes`);
    }
  } else if (localhostProfile !== undefined && (type === 'RuntimeDefault' || type === 'Unconfined')) {
    report.error(here, 'forbidden', 'may only be set when the type is Localhost', { value: localhostProfile });
  }
}
