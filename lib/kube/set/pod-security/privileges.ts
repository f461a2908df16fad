// What containers may do that others may not: everything, more than they were started with, see all of /proc, be a process of a Windows node.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
import { at } from '../../../report/place';
import {
  butOfWindows,
  butWithOwnUsers,
  inContainerContexts,
  inContainers,
  inContexts,
  type Offence,
  type AnyPod,
  type PodCheck,
} from './check';

export const PRIVILEGED: PodCheck = {
  id: 'privileged',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: (pod) =>
        inContainerContexts(pod, ({ privileged }, place) =>
          privileged === true ? [{ place: at(place, 'privileged'), must: 'must not be true', value: true }] : [],
        ),
    },
  ],
};

export const ESCALATION: PodCheck = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  versions: [
    { since: 8, find: escalation },
    { since: 25, find: butOfWindows(escalation) },
  ],
};

function escalation(pod: AnyPod): readonly Offence[] {
  return inContainers(pod, ({ securityContext }, place) => {
    const value = securityContext?.allowPrivilegeEscalation;
    const here = at(at(place, 'securityContext'), 'allowPrivilegeEscalation');
    return value === false ? [] : [{ place: here, must: 'must be false', value }];
  });
}

export const WINDOWS_HOST: PodCheck = {
  id: 'windowsHostProcess',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: (pod) =>
        inContexts(pod, ({ windowsOptions }, place) => {
          const here = at(at(place, 'windowsOptions'), 'hostProcess');
          return windowsOptions?.hostProcess === true ? [{ place: here, must: 'must not be true', value: true }] : [];
        }),
    },
  ],
};

export const PROC_MOUNT: PodCheck = {
  id: 'procMount',
  level: 'baseline',
  versions: [
    { since: 0, find: procMount },
    { since: 35, find: butWithOwnUsers(procMount) },
  ],
};

export const PROC_MOUNT_ALWAYS: PodCheck = {
  id: 'procMount_restricted',
  level: 'restricted',
  versions: [{ since: 35, find: procMount, instead: ['procMount'] }],
};

function procMount(pod: AnyPod): readonly Offence[] {
  return inContainerContexts(pod, ({ procMount: value }, place) =>
    value === undefined || value === 'Default'
      ? []
      : [{ place: at(place, 'procMount'), must: 'must be Default', value }],
  );
}
