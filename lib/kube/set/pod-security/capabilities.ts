// The parts of root's rights that containers add and drop.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
import { at, type At } from '../../../report/place';
import { butOfWindows, inContainerContexts, inContainers, type Offence, type AnyPod, type PodCheck } from './check';

/** What container runtimes give by themselves, without NET_RAW. */
const DEFAULTS = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

const SERVE = 'NET_BIND_SERVICE';

export const CAPABILITIES: PodCheck = {
  id: 'capabilities_baseline',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: (pod) =>
        inContainerContexts(pod, ({ capabilities }, place) =>
          added(capabilities?.add, DEFAULTS, place, `must be one of ${DEFAULTS.join(', ')}`),
        ),
    },
  ],
};

export const FEW_CAPABILITIES: PodCheck = {
  id: 'capabilities_restricted',
  level: 'restricted',
  versions: [
    { since: 22, find: fewCapabilities, instead: ['capabilities_baseline'] },
    { since: 25, find: butOfWindows(fewCapabilities), instead: ['capabilities_baseline'] },
  ],
};

function fewCapabilities(pod: AnyPod): readonly Offence[] {
  return inContainers(pod, ({ securityContext }, container) => {
    const { add, drop } = securityContext?.capabilities ?? {};
    const place = at(container, 'securityContext');
    const kept = { place: at(at(place, 'capabilities'), 'drop'), must: 'must have ALL in it', value: drop };
    return [...(drop?.includes('ALL') === true ? [] : [kept]), ...added(add, [SERVE], place, `must be ${SERVE}`)];
  });
}

const added = (
  list: readonly string[] | undefined,
  allowed: readonly string[],
  place: At,
  must: string,
): readonly Offence[] =>
  (list ?? []).flatMap((value, index) =>
    allowed.includes(value) ? [] : [{ place: at(at(at(place, 'capabilities'), 'add'), index), must, value }],
  );
