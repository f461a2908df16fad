// The profiles that confine containers: AppArmor, SELinux and seccomp.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
import { at } from '../../../report/place';
import type { SeccompProfile } from '../../api/types';
import { butOfWindows, inContainers, inContexts, type Offence, type AnyPod, type PodCheck } from './check';

const KINDS = ['RuntimeDefault', 'Localhost'];
const MUST = 'must be RuntimeDefault or Localhost';

const isAllowed = (type = ''): boolean => KINDS.includes(type);

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

export const APP_ARMOR_PROFILE: PodCheck = {
  id: 'appArmorProfile',
  level: 'baseline',
  versions: [{ since: 0, find: appArmor }],
};

function appArmor(pod: AnyPod): readonly Offence[] {
  const fields = inContexts(pod, ({ appArmorProfile: profile }, place) => {
    const here = at(at(place, 'appArmorProfile'), 'type');
    return profile === undefined || isAllowed(profile.type) ? [] : [{ place: here, must: MUST, value: profile.type }];
  });
  const right = (value: string): boolean => /^(?:$|runtime\/default$|localhost\/)/.test(value);
  const keys = Object.keys(pod.metadata.annotations ?? {}).filter((key) => key.startsWith(APP_ARMOR));
  return [...fields, ...inAnnotations(pod, keys, right, 'must be runtime/default or localhost/<profile>')];
}

function inAnnotations(
  { metadata: { annotations = {} }, place }: AnyPod,
  keys: readonly string[],
  isRight: (value: string) => boolean,
  must: string,
): readonly Offence[] {
  return keys.flatMap((key) => {
    const value = Object.hasOwn(annotations, key) ? annotations[key] : undefined;
    if (value === undefined || isRight(value)) return [];
    return [{ place: at(at(at(place, 'metadata'), 'annotations'), key), must, value }];
  });
}

const SELINUX_TYPES = ['container_t', 'container_init_t', 'container_kvm_t'];

export const SELINUX: PodCheck = {
  id: 'seLinuxOptions',
  level: 'baseline',
  versions: [
    { since: 0, find: seLinux(SELINUX_TYPES) },
    { since: 31, find: seLinux([...SELINUX_TYPES, 'container_engine_t']) },
  ],
};

function seLinux(types: readonly string[]): (pod: AnyPod) => readonly Offence[] {
  return (pod) =>
    inContexts(pod, ({ seLinuxOptions: options = {} }, place) => {
      const here = at(place, 'seLinuxOptions');
      const own = (['user', 'role'] as const).flatMap((field) =>
        options[field] ? [{ place: at(here, field), must: 'must not be set', value: options[field] }] : [],
      );
      const { type: value } = options;
      return !value || types.includes(value)
        ? own
        : [{ place: at(here, 'type'), must: `must be one of ${types.join(', ')}`, value }, ...own];
    });
}

const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

export const SECCOMP: PodCheck = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  versions: [
    { since: 0, find: seccompAnnotations },
    { since: 19, find: wrongSeccomp },
  ],
};

function seccompAnnotations(pod: AnyPod): readonly Offence[] {
  const { initContainers = [], containers = [], ephemeralContainers = [] } = pod.spec;
  const names = [...initContainers, ...containers, ...ephemeralContainers].map(({ name = '' }) => name);
  const keys = [SECCOMP_OF_POD, ...names.map((name) => SECCOMP_OF_CONTAINER + name)];
  const right = (value: string): boolean => /^(?:(?:runtime|docker)\/default$|localhost\/)/.test(value);
  return inAnnotations(pod, keys, right, 'must be runtime/default or localhost/<profile>');
}

const isWrong = (profile: SeccompProfile | undefined): boolean => profile !== undefined && !isAllowed(profile.type);

function wrongSeccomp(pod: AnyPod): readonly Offence[] {
  return inContexts(pod, ({ seccompProfile: profile }, place) => {
    const here = at(at(place, 'seccompProfile'), 'type');
    return isWrong(profile) ? [{ place: here, must: MUST, value: profile?.type }] : [];
  });
}

export const SOME_SECCOMP: PodCheck = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  versions: [
    { since: 19, find: someSeccomp, instead: ['seccompProfile_baseline'] },
    { since: 25, find: butOfWindows(someSeccomp), instead: ['seccompProfile_baseline'] },
  ],
};

/** The pod's profile is that of all containers without one. */
function someSeccomp(pod: AnyPod): readonly Offence[] {
  const wrong = wrongSeccomp(pod);
  if (pod.spec.securityContext?.seccompProfile !== undefined) return wrong;
  const without = inContainers(pod, ({ securityContext }, place) =>
    securityContext?.seccompProfile === undefined ? [{ place, must: MUST }] : [],
  );
  const place = at(at(at(at(pod.place, 'spec'), 'securityContext'), 'seccompProfile'), 'type');
  return without.length === 0 ? wrong : [...wrong, { place, must: `${MUST}, here or in each container` }];
}
