// PodSecurityContext: the rights of all containers of a pod, and of its volumes.
// https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PodSecurityContext, PodSpec, Sysctl } from '../../api/types';
import { since } from '../../server';
import { checkOneOf, checkRange, checkRequired, checkUnique } from '../checks';
import { checkAppArmorProfile } from './app-armor-profile';
import { checkSeccompProfile } from './seccomp-profile';
import { LARGEST_ID } from './security-context';
import { checkWindowsOptions } from './windows-security-context-options';

const LONGEST_SYSCTL = 253;
const SYSCTL_PART = '[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?';
const SYSCTL = new RegExp(`^(?:${SYSCTL_PART}[./])*${SYSCTL_PART}$`);

export function checkPodSecurityContext(context: PodSecurityContext, spec: PodSpec, place: At, report: Report): void {
  checkRange(context.runAsUser, 0, LARGEST_ID, at(place, 'runAsUser'), report);
  checkRange(context.runAsGroup, 0, LARGEST_ID, at(place, 'runAsGroup'), report);
  checkRange(context.fsGroup, 0, LARGEST_ID, at(place, 'fsGroup'), report);
  context.supplementalGroups?.forEach((group, index) => {
    checkRange(group, 0, LARGEST_ID, at(at(place, 'supplementalGroups'), index), report);
  });
  checkOneOf(context.fsGroupChangePolicy, ['Always', 'OnRootMismatch'], at(place, 'fsGroupChangePolicy'), report);
  checkSysctls(context.sysctls, spec, at(place, 'sysctls'), report);
  checkAppArmorProfile(context.appArmorProfile, at(place, 'appArmorProfile'), report);
  const { supplementalGroupsPolicy, seLinuxChangePolicy } = context;
  checkOneOf(supplementalGroupsPolicy, ['Merge', 'Strict'], at(place, 'supplementalGroupsPolicy'), report);
  // MountOption is for servers with the feature gate SELinuxMount, which is off in all minors.
  checkOneOf(seLinuxChangePolicy, ['Recursive'], at(place, 'seLinuxChangePolicy'), report);
  checkSeccompProfile(context.seccompProfile, at(place, 'seccompProfile'), report);
  checkWindowsOptions(context.windowsOptions, at(place, 'windowsOptions'), report);
}

/** The namespaces of the kernel that a sysctl belongs to, by its start. */
const OF_NETWORK = /^net[./]/;
const OF_IPC = /^(?:kernel[./](?:shm|msg)|fs[./]mqueue[./])|^kernel[./]sem$/;

/** What belongs to the node is not the pod's to set. */
function checkHostSysctl(name: string, { hostNetwork, hostIPC }: PodSpec, place: At, report: Report): void {
  const field = hostNetwork === true && OF_NETWORK.test(name) ? 'hostNetwork' : undefined;
  const other = field ?? (hostIPC === true && OF_IPC.test(name) ? 'hostIPC' : undefined);
  if (other === undefined) return;
  report.error(place, 'conflict', `may not be set when ${other} is true`, { value: name, where: since('1.29') });
}

function checkSysctls(sysctls: readonly Sysctl[] | undefined, spec: PodSpec, place: At, report: Report): void {
  sysctls?.forEach(({ name }, index) => {
    const here = at(at(place, index), 'name');
    if (!checkRequired(name, here, report)) return;
    const value = name as string;
    if (value.length > LONGEST_SYSCTL || !SYSCTL.test(value)) {
      const message = `must be lower-case letters, digits, "-" and "_" in parts separated by "." or "/", at most ${LONGEST_SYSCTL} characters`;
      report.error(here, 'bad-name', message, { value });
    }
    checkHostSysctl(value, spec, here, report);
  });
  checkUnique(
    sysctls,
    (sysctl) => sysctl.name || undefined,
    (index, name, first) => {
      report.error(at(at(place, index), 'name'), 'duplicate', `sysctls[${first}] has the same name`, { value: name });
    },
  );
}
