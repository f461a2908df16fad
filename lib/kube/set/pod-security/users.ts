// As which user containers run: not as root, in so many words.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
import { at } from '../../../report/place';
import { butWithOwnUsers, inContainers, inContexts, type Offence, type AnyPod, type PodCheck } from './check';

export const NON_ROOT: PodCheck = {
  id: 'runAsNonRoot',
  level: 'restricted',
  versions: [
    { since: 0, find: nonRoot },
    { since: 35, find: butWithOwnUsers(nonRoot) },
  ],
};

function nonRoot(pod: AnyPod): readonly Offence[] {
  const explicit = inContexts(pod, ({ runAsNonRoot: value }, place) =>
    value === false ? [{ place: at(place, 'runAsNonRoot'), must: 'must be true', value }] : [],
  );
  if (pod.spec.securityContext?.runAsNonRoot !== undefined) return explicit;
  const without = inContainers(pod, ({ securityContext }, place) =>
    securityContext?.runAsNonRoot === undefined ? [{ place, must: '' }] : [],
  );
  const place = at(at(at(pod.place, 'spec'), 'securityContext'), 'runAsNonRoot');
  return without.length === 0 ? explicit : [...explicit, { place, must: 'must be true, here or in each container' }];
}

export const NOT_USER_0: PodCheck = {
  id: 'runAsUser',
  level: 'restricted',
  versions: [
    { since: 23, find: notUser0 },
    { since: 35, find: butWithOwnUsers(notUser0) },
  ],
};

function notUser0(pod: AnyPod): readonly Offence[] {
  return inContexts(pod, ({ runAsUser: value }, place) =>
    value === 0 ? [{ place: at(place, 'runAsUser'), must: 'must not be 0, which is root', value }] : [],
  );
}
