// The annotations of a pod that Kubernetes itself reads.
// https://kubernetes.io/docs/reference/labels-annotations-taints/
import { at, type At } from '../../../report/place';
import { Report } from '../../../report/report';
import type { PodSpec, SeccompProfile } from '../../api/types';
import { decode } from '../../decode';
import { withFieldNames } from '../../values/go-json';
import { relativePath } from '../../values/syntax';
import { checkAppArmorAnnotation, checkAppArmorProfiles, isAppArmorAnnotation } from './app-armor-annotations';
import { checkToleration } from './toleration';

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
export const MIRROR = 'kubernetes.io/config.mirror';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const LOCALHOST = 'localhost/';

export type Annotations = Readonly<Record<string, string>>;

/** What they say. @param place - The place of the pod template, or of the Pod. */
export function checkPodAnnotations(annotations: Annotations, spec: PodSpec, place: At, report: Report): void {
  const here = at(at(place, 'metadata'), 'annotations');
  for (const key of Object.keys(annotations)) {
    const value = annotations[key] as string;
    if (isAppArmorAnnotation(key)) checkAppArmorAnnotation(key, value, spec, at(here, key), at(place, 'spec'), report);
    else if (key === DELETION_COST) checkDeletionCost(value, at(here, key), report);
    else if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) checkSeccomp(value, at(here, key), report);
    else if (key === TOLERATIONS) checkTolerations(value, at(here, key), report);
    else if (key === MIRROR && !spec.nodeName)
      report.error(at(here, key), 'conflict', 'may only be set beside spec.nodeName');
    else warnGone(key, at(here, key), report);
  }
}

/** What is read no more. */
const GONE: Readonly<Record<string, readonly [since: string, instead: string]>> = {
  'scheduler.alpha.kubernetes.io/critical-pod': ['v1.16', 'spec.priorityClassName'],
  'security.alpha.kubernetes.io/sysctls': ['v1.11', 'spec.securityContext.sysctls'],
  'security.alpha.kubernetes.io/unsafe-sysctls': ['v1.11', 'spec.securityContext.sysctls'],
};

function warnGone(key: string, place: At, report: Report): void {
  if (!Object.hasOwn(GONE, key)) return;
  const [since, instead] = GONE[key]!;
  report.warning(place, 'no-effect', `is read no more since ${since}`, { hint: `write ${instead}` });
}

function checkDeletionCost(value: string, place: At, report: Report): void {
  const number = /^(?:0|-\d{1,20}|[1-9]\d{0,9})$/.test(value) ? Number(value) : NaN;
  if (number >= -(2 ** 31) && number < 2 ** 31) return;
  report.error(place, 'bad-format', 'must be a 32-bit integer in its plain form, without sign + and leading zeros', {
    value,
  });
}

function checkSeccomp(value: string, place: At, report: Report): void {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(value)) return;
  const problem = value.startsWith(LOCALHOST) ? relativePath(value.slice(LOCALHOST.length)) : undefined;
  if (value.startsWith(LOCALHOST) && problem === undefined) return;
  const message =
    problem === undefined
      ? 'must be runtime/default, docker/default, unconfined or localhost/ and a path'
      : `the profile ${problem}`;
  report.error(place, 'not-one-of', message, { value });
}

function checkTolerations(value: string, place: At, report: Report): void {
  if (value === '') return;
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    report.error(place, 'bad-format', 'must be a list of tolerations in JSON');
    return;
  }
  // Whatever is wrong inside is said at the annotation, the only place that the user wrote.
  const inner = new Report(false, undefined, report.variants);
  const { tolerations } = decode(
    'PodSpec',
    { tolerations: Array.isArray(parsed) ? parsed.map((item) => withFieldNames(item, FIELDS)) : parsed },
    inner,
  );
  tolerations?.forEach((toleration) => checkToleration(toleration, place, inner));
  for (const problem of inner.problems) {
    if (problem.severity === 'error' && problem.code !== 'unknown-field')
      report.error(place, 'bad-format', `in its JSON: ${problem.message}`);
  }
}

const FIELDS = ['key', 'operator', 'value', 'effect', 'tolerationSeconds'];

/**
 * What they come to beside the fields that are written for the same today: profiles that are given twice must be the same.
 *
 * @param place - The place of the pod template, or of the Pod (`isPod`).
 */
export function checkProfileAnnotations(
  annotations: Annotations,
  spec: PodSpec,
  isPod: boolean,
  place: At,
  report: Report,
): void {
  const annotated = at(at(place, 'metadata'), 'annotations');
  const check = (key: string, profile: SeccompProfile | undefined, owner: At): void => {
    if (!Object.hasOwn(annotations, key)) return;
    if (profile === undefined) {
      const hint = 'write securityContext.seccompProfile';
      return report.warning(at(annotated, key), 'no-effect', 'is read no more since v1.27', { hint });
    }
    const value = annotations[key] as string;
    if (matches(value, profile)) return;
    const field = profile.type === 'Localhost' && value.startsWith(LOCALHOST) ? 'localhostProfile' : 'type';
    const here = at(at(at(owner, 'securityContext'), 'seccompProfile'), field);
    const details = { value: profile[field], hint: 'remove the annotation' };
    report.error(here, 'conflict', `must be the same as in the annotation ${key}`, details);
  };
  const pod = at(place, 'spec');
  check(SECCOMP_POD, spec.securityContext?.seccompProfile, pod);
  for (const list of ['containers', 'initContainers'] as const) {
    spec[list]?.forEach((container, index) => {
      const here = at(at(pod, list), index);
      check(`${SECCOMP_CONTAINER}${container.name ?? ''}`, container.securityContext?.seccompProfile, here);
      checkAppArmorProfiles(annotations, container, spec, isPod, here, annotated, report);
    });
  }
}

function matches(annotation: string, { type, localhostProfile }: SeccompProfile): boolean {
  if (type === 'Unconfined') return annotation === 'unconfined';
  if (type === 'RuntimeDefault') return annotation === 'runtime/default' || annotation === 'docker/default';
  return type !== 'Localhost' || annotation === `${LOCALHOST}${localhostProfile ?? ''}`;
}
