// What the Pod Security Standards have against a pod, at a level of a version, by the servers of which minors.
// https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-levels
import { pathOf } from '../../../report/place';
import { ALL, MINORS, only } from '../../api/minors';
import { CAPABILITIES, FEW_CAPABILITIES } from './capabilities';
import type { Offence, AnyPod, PodCheck, Standard } from './check';
import { HOST_NAMESPACES, HOST_PATHS, HOST_PORTS, HOSTS_OF_PROBES } from './host';
import { ESCALATION, PRIVILEGED, PROC_MOUNT, PROC_MOUNT_ALWAYS, WINDOWS_HOST } from './privileges';
import { APP_ARMOR_PROFILE, SECCOMP, SELINUX, SOME_SECCOMP } from './profiles';
import { SYSCTLS } from './sysctls';
import { NON_ROOT, NOT_USER_0 } from './users';
import { FEW_VOLUMES } from './volumes';

const CHECKS: readonly PodCheck[] = [
  HOST_NAMESPACES,
  HOST_PATHS,
  HOST_PORTS,
  HOSTS_OF_PROBES,
  PRIVILEGED,
  ESCALATION,
  WINDOWS_HOST,
  PROC_MOUNT,
  PROC_MOUNT_ALWAYS,
  CAPABILITIES,
  FEW_CAPABILITIES,
  APP_ARMOR_PROFILE,
  SELINUX,
  SECCOMP,
  SOME_SECCOMP,
  SYSCTLS,
  NON_ROOT,
  NOT_USER_0,
  FEW_VOLUMES,
];

/** An offence against a check, by the servers that say so. */
export interface Finding extends Offence {
  readonly check: string;
  readonly where: number;
}

export function evaluate(pod: AnyPod, { level, version }: Standard): readonly Finding[] {
  const asked = level === 'restricted' ? CHECKS : CHECKS.filter((check) => check.level === 'baseline');
  return asked.flatMap((check) => {
    const spared = level === 'restricted' ? replaced(check, version) : 0;
    const found = check.versions.flatMap(({ find }, index) => {
      const where = heldAt(check, index, version) & ~spared;
      return where === 0 ? [] : find(pod).map((offence) => ({ ...offence, check: check.id, where }));
    });
    return united(found);
  });
}

/** What several versions of a check say in the same words. */
function united(findings: readonly Finding[]): readonly Finding[] {
  const all = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([pathOf(finding.place), finding.must]);
    all.set(key, { ...finding, where: finding.where | (all.get(key)?.where ?? 0) });
  }
  return [...all.values()];
}

/** The servers that ask a stricter check in place of this one. */
const replaced = ({ id }: PodCheck, version: Standard['version']): number =>
  CHECKS.reduce(
    (minors, check) =>
      check.versions.reduce(
        (sum, { instead = [] }, index) => (instead.includes(id) ? sum | heldAt(check, index, version) : sum),
        minors,
      ),
    0,
  );

/** The servers that ask this version of a check: an older server knows no newer version of the standards than its own. */
function heldAt({ versions }: PodCheck, index: number, version = Infinity): number {
  const [from, to] = [versions[index]!.since, versions[index + 1]?.since ?? Infinity];
  if (version < from) return 0;
  return version < to ? sinceMinor(from) : sinceMinor(from) & ~sinceMinor(to);
}

const minorOf = (minor: string): number => Number(minor.slice('1.'.length));

const sinceMinor = (from: number): number =>
  from <= minorOf(MINORS[0])
    ? ALL
    : MINORS.reduce((minors, minor) => (minorOf(minor) >= from ? minors | only(minor) : minors), 0);
