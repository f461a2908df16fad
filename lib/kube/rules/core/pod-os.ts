// PodOS: the operating system of a pod's node, and the fields that it rules out.
// https://kubernetes.io/docs/concepts/workloads/pods/#pod-os
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Container, PodSpec } from '../../api/types';
import { checkOneOf, checkRequired } from '../checks';

const NOT_ON_WINDOWS = {
  spec: ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'],
  pod: [
    'seLinuxOptions',
    'seccompProfile',
    'fsGroup',
    'fsGroupChangePolicy',
    'sysctls',
    'runAsUser',
    'runAsGroup',
    'supplementalGroups',
    'appArmorProfile',
    'supplementalGroupsPolicy',
    'seLinuxChangePolicy',
  ],
  container: [
    'seLinuxOptions',
    'seccompProfile',
    'capabilities',
    'readOnlyRootFilesystem',
    'privileged',
    'allowPrivilegeEscalation',
    'procMount',
    'runAsUser',
    'runAsGroup',
    'appArmorProfile',
  ],
} as const;

export function checkPodOs(spec: PodSpec, place: At, report: Report): void {
  const os = spec.os;
  if (os !== undefined && checkRequired(os.name, at(at(place, 'os'), 'name'), report)) {
    checkOneOf(os.name, ['linux', 'windows'], at(at(place, 'os'), 'name'), report);
    if (os.name === 'linux') checkLinux(spec, place, report);
    if (os.name === 'windows') checkWindows(spec, place, report);
  }
  checkHostProcess(spec, place, report);
}

function forEachContainer(spec: PodSpec, place: At, visit: (container: Container, place: At) => void): void {
  spec.initContainers?.forEach((container, index) => visit(container, at(at(place, 'initContainers'), index)));
  spec.containers?.forEach((container, index) => visit(container, at(at(place, 'containers'), index)));
}

function checkLinux(spec: PodSpec, place: At, report: Report): void {
  const check = (context: { readonly windowsOptions?: unknown } | undefined, owner: At): void => {
    if (context?.windowsOptions === undefined) return;
    report.error(at(at(owner, 'securityContext'), 'windowsOptions'), 'forbidden', 'may not be set for a linux pod');
  };
  check(spec.securityContext, place);
  forEachContainer(spec, place, (container, here) => check(container.securityContext, here));
}

/** Whether a field counts as set for the server, which cannot tell an empty list or a false flag of some fields from none. */
const isSet = (field: string, value: unknown): boolean => {
  if (field === 'hostPID' || field === 'hostIPC') return value === true;
  if (field === 'sysctls') return Array.isArray(value) && value.length > 0;
  return value !== undefined;
};

function checkWindows(spec: PodSpec, place: At, report: Report): void {
  const check = <Owner extends object>(
    owner: Owner | undefined,
    fields: readonly (keyof Owner & string)[],
    here: At,
  ): void => {
    if (owner === undefined) return;
    for (const field of fields) {
      if (isSet(field, owner[field])) report.error(at(here, field), 'forbidden', 'may not be set for a windows pod');
    }
  };
  check(spec, NOT_ON_WINDOWS.spec, place);
  check(spec.securityContext, NOT_ON_WINDOWS.pod, at(place, 'securityContext'));
  forEachContainer(spec, place, (container, here) => {
    check(container.securityContext, NOT_ON_WINDOWS.container, at(here, 'securityContext'));
  });
}

/** HostProcess containers of Windows: all of a pod or none, and on the network of the host. */
function checkHostProcess(spec: PodSpec, place: At, report: Report): void {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  let some = false;
  let all = true;
  forEachContainer(spec, place, (container, here) => {
    const own = container.securityContext?.windowsOptions?.hostProcess;
    if (own ?? ofPod ?? false) some = true;
    else all = false;
    if (own === undefined || ofPod === undefined || own === ofPod) return;
    const field = at(at(at(here, 'securityContext'), 'windowsOptions'), 'hostProcess');
    report.error(field, 'conflict', `must be ${ofPod}, as for the pod`, { value: own });
  });
  if (!some) return;
  if (!all)
    report.error(at(place, 'containers'), 'conflict', 'either all containers are HostProcess containers, or none');
  if (spec.hostNetwork !== true)
    report.error(at(place, 'hostNetwork'), 'conflict', 'must be true for HostProcess containers');
}
