// SecurityContext: the rights of one container.
// https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { SecurityContext } from '../../api/types';
import { checkRange } from '../checks';
import { checkSeccompProfile } from './seccomp-profile';
import { checkWindowsOptions } from './windows-security-context-options';

/** The largest user or group id. */
export const LARGEST_ID = 2 ** 31 - 1;

export function checkSecurityContext(context: SecurityContext, place: At, report: Report): void {
  checkRange(context.runAsUser, 0, LARGEST_ID, at(place, 'runAsUser'), report);
  checkRange(context.runAsGroup, 0, LARGEST_ID, at(place, 'runAsGroup'), report);
  checkSeccompProfile(context.seccompProfile, at(place, 'seccompProfile'), report);
  checkWindowsOptions(context.windowsOptions, at(place, 'windowsOptions'), report);
  if (context.allowPrivilegeEscalation === false) checkNoEscalation(context, place, report);
  const { procMount } = context;
  if (procMount !== undefined && procMount !== 'Default') {
    report.warning(
      at(place, 'procMount'),
      'dropped',
      'Kubernetes 1.28 makes Default of any value (feature ProcMountType is off)',
      { value: procMount },
    );
  }
}

function checkNoEscalation(context: SecurityContext, place: At, report: Report): void {
  const here = at(place, 'allowPrivilegeEscalation');
  if (context.privileged === true) report.error(here, 'conflict', 'may not be false for a privileged container');
  if (context.capabilities?.add?.includes('CAP_SYS_ADMIN')) {
    report.error(here, 'conflict', 'may not be false for a container with the capability CAP_SYS_ADMIN');
  }
}
