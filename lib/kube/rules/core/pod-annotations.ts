// The annotations of a pod that Kubernetes itself reads.
// https://kubernetes.io/docs/reference/labels-annotations-taints/
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import { Report } from '../../../report/report';
import type { PodSpec, SeccompProfile } from '../../api/types';
import { decode } from '../../decode';
import { withFieldNames } from '../../values/go-json';
import { relativePath } from '../../values/syntax';
import { containersWhole } from './container';
import { checkToleration } from './toleration';

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const MIRROR = 'kubernetes.io/config.mirror';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const LOCALHOST = 'localhost/';

type Annotations = Readonly<Record<string, string>>;

/** @param place - The place of the pod template. */
export function checkPodAnnotations(annotations: Annotations, spec: PodSpec, place: At, report: Report): void {
  const here = at(at(place, 'metadata'), 'annotations');
  let names: Set<string> | undefined;
  for (const key of Object.keys(annotations)) {
    const value = annotations[key] as string;
    if (key.startsWith(APP_ARMOR))
      checkAppArmor(
        key.slice(APP_ARMOR.length),
        value,
        (names ??= containerNames(spec)),
        at(here, key),
        at(place, 'spec'),
        report,
      );
    else if (key === DELETION_COST) checkDeletionCost(value, at(here, key), report);
    else if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) checkSeccomp(value, at(here, key), report);
    else if (key === TOLERATIONS) checkTolerations(value, at(here, key), report);
    else if (key === MIRROR && !spec.nodeName)
      report.error(at(here, key), 'conflict', 'may only be set beside spec.nodeName');
  }
  checkSeccompMatches(annotations, spec, at(place, 'spec'), report);
}

const containerNames = (spec: PodSpec): Set<string> =>
  new Set([...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(({ name = '' }) => name));

function checkAppArmor(
  container: string,
  profile: string,
  names: ReadonlySet<string>,
  place: At,
  pod: At,
  report: Report,
): void {
  if (container !== '' && !names.has(container)) {
    const meant = report.nearest(container, names);
    const hint = meant === undefined ? undefined : didYouMean(`${APP_ARMOR}${meant}`);
    report.error(place, 'not-found', `there is no container ${container} in the pod`, {
      hint,
      where: containersWhole(pod, report),
    });
  }
  if (['', 'runtime/default', 'unconfined'].includes(profile) || profile.startsWith(LOCALHOST)) return;
  report.error(place, 'not-one-of', 'must be runtime/default, unconfined or localhost/ and the name of a profile', {
    value: profile,
  });
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

/** A profile that is given both in an annotation and in a field must be the same. */
function checkSeccompMatches(annotations: Annotations, spec: PodSpec, place: At, report: Report): void {
  const check = (key: string, profile: SeccompProfile | undefined, owner: At): void => {
    if (profile === undefined || !Object.hasOwn(annotations, key) || matches(annotations[key] as string, profile))
      return;
    report.error(
      at(at(owner, 'securityContext'), 'seccompProfile'),
      'conflict',
      `must be the same as in the annotation ${key}`,
    );
  };
  check(SECCOMP_POD, spec.securityContext?.seccompProfile, place);
  for (const list of ['containers', 'initContainers'] as const) {
    spec[list]?.forEach(({ name, securityContext }, index) => {
      check(`${SECCOMP_CONTAINER}${name ?? ''}`, securityContext?.seccompProfile, at(at(place, list), index));
    });
  }
}

function matches(annotation: string, { type, localhostProfile }: SeccompProfile): boolean {
  if (type === 'Unconfined') return annotation === 'unconfined';
  if (type === 'RuntimeDefault') return annotation === 'runtime/default' || annotation === 'docker/default';
  return type !== 'Localhost' || annotation === `${LOCALHOST}${localhostProfile ?? ''}`;
}
