// SeccompProfile: the system calls that a container may make.
// https://kubernetes.io/docs/tutorials/security/seccomp/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { SeccompProfile } from '../../api/types';
import { relativePath } from '../../values/syntax';
import { checkOneOf, checkRequired, checkSpelling } from '../checks';

export function checkSeccompProfile(profile: SeccompProfile | undefined, place: At, report: Report): void {
  if (profile === undefined) return;
  const { type, localhostProfile } = profile;
  if (checkRequired(type, at(place, 'type'), report)) {
    checkOneOf(type, ['RuntimeDefault', 'Unconfined', 'Localhost'], at(place, 'type'), report);
  }
  const here = at(place, 'localhostProfile');
  if (type === 'Localhost') {
    if (localhostProfile === undefined) report.error(here, 'required', 'is required when the type is Localhost');
    else checkSpelling(localhostProfile, relativePath, here, report);
  } else if (localhostProfile !== undefined) {
    report.error(here, 'forbidden', 'may only be set when the type is Localhost', { value: localhostProfile });
  }
}
