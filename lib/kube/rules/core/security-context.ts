// SecurityContext: the rights of one container.
// https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PodSpec, SecurityContext } from '../../api/types';
import { offAt } from '../../server';
import { checkOneOf, checkRange } from '../checks';
import { checkAppArmorProfile } from './app-armor-profile';
import { checkSeccompProfile } from './seccomp-profile';
import { checkWindowsOptions } from './windows-security-context-options';

/** The largest user or group id. */
export const LARGEST_ID = 2 ** 31 - 1;

export function checkSecurityContext(context: SecurityContext, spec: PodSpec, place: At, report: Report): void {
  checkRange(context.runAsUser, 0, LARGEST_ID, at(place, 'runAsUser'), report);
  checkRange(context.runAsGroup, 0, LARGEST_ID, at(place, 'runAsGroup'), report);
  checkSeccompProfile(context.seccompProfile, at(place, 'seccompProfile'), report);
  checkWindowsOptions(context.windowsOptions, at(place, 'windowsOptions'), report);
  if (context.allowPrivilegeEscalation === false) checkNoEscalation(context, place, report);
  checkAppArmorProfile(context.appArmorProfile, at(place, 'appArmorProfile'), report);
  checkProcMount(context.procMount, spec, at(place, 'procMount'), report);
}

/** The minors that make Default of any value. */
const FORCED = offAt('ProcMountType');

function checkProcMount(value: string | undefined, { hostUsers }: PodSpec, place: At, report: Report): void {
  if (value === undefined || value === 'Default') return;
  const message = (which: string): string =>
    `${which} makes Default of it, as the feature gate ProcMountType is off there`;
  report.warning(place, 'dropped', message, { value, where: FORCED });
  report.silence(place, FORCED);
  checkOneOf(value, ['Default', 'Unmasked'], place, report);
  if (value !== 'Unmasked' || hostUsers === false) return;
  report.error(place, 'conflict', 'may only be Unmasked when hostUsers of the pod is false', { value });
}

function checkNoEscalation(context: SecurityContext, place: At, report: Report): void {
  const here = at(place, 'allowPrivilegeEscalation');
  if (context.privileged === true) report.error(here, 'conflict', 'may not be false for a privileged container');
  if (context.capabilities?.add?.includes('CAP_SYS_ADMIN')) {
    report.error(here, 'conflict', 'may not be false for a container with the capability CAP_SYS_ADMIN');
  }
}
