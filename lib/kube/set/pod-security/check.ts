// What a check of the Pod Security Standards is: its level, and what it has found wrong with pods since which minor.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/
import { at, type At } from '../../../report/place';
import type { Container, ObjectMeta, PodSecurityContext, PodSpec, SecurityContext } from '../../api/types';

export type Level = 'baseline' | 'restricted';

/** To what pods are held. */
export interface Standard {
  readonly level: Level;
  /** A minor: 25 is 1.25; undefined for that of the server. */
  readonly version: number | undefined;
}

/** A pod, or the template of one. */
export interface AnyPod {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
  readonly place: At;
}

/** A field that is not as a check wants it. */
export interface Offence {
  readonly place: At;
  /** What it must be. */
  readonly must: string;
  readonly value?: unknown;
  readonly hint?: string;
}

export interface PodCheck {
  readonly id: string;
  readonly level: Level;
  /** From the oldest on. */
  readonly versions: readonly CheckVersion[];
}

/** A check as it is from a minor on, until the next of its versions. */
export interface CheckVersion {
  /** The minor: 25 is 1.25. */
  readonly since: number;
  readonly find: (pod: AnyPod) => readonly Offence[];
  /** The checks of the level below that need not be asked beside it. */
  readonly instead?: readonly string[];
}

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** What is found in each container. */
export const inContainers = (
  { spec, place }: AnyPod,
  find: (container: Container, place: At) => readonly Offence[],
): readonly Offence[] =>
  LISTS.flatMap((list) =>
    (spec[list] ?? []).flatMap((container, index) => find(container, at(at(at(place, 'spec'), list), index))),
  );

/** What is found in the security context of the pod, if it has one, and of each container that has one. */
export const inContexts = (
  pod: AnyPod,
  find: (context: PodSecurityContext & SecurityContext, place: At) => readonly Offence[],
): readonly Offence[] => {
  const { securityContext } = pod.spec;
  const own = securityContext === undefined ? [] : find(securityContext, at(at(pod.place, 'spec'), 'securityContext'));
  return [...own, ...inContainerContexts(pod, find)];
};

/** As {@link inContexts}, of the containers alone. */
export const inContainerContexts = (
  pod: AnyPod,
  find: (context: SecurityContext, place: At) => readonly Offence[],
): readonly Offence[] =>
  inContainers(pod, ({ securityContext }, place) =>
    securityContext === undefined ? [] : find(securityContext, at(place, 'securityContext')),
  );

/** Nothing is asked of the pods of Windows nodes, which have no such field. */
export const butOfWindows =
  (find: CheckVersion['find']): CheckVersion['find'] =>
  (pod) =>
    pod.spec.os?.name === 'windows' ? [] : find(pod);

/** Nothing is asked of pods with users of their own, whose root is nobody on the node. */
export const butWithOwnUsers =
  (find: CheckVersion['find']): CheckVersion['find'] =>
  (pod) =>
    pod.spec.hostUsers === false ? [] : find(pod);
