// The annotations that named the AppArmor profiles of containers before there was a field for them.
// https://kubernetes.io/docs/tutorials/security/apparmor/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { didYouMean } from '../../../report/suggest';
import type { AppArmorProfile, Container, PodSpec } from '../../api/types';
import { since } from '../../server';
import { containersWhole } from './container';

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const LOCALHOST = 'localhost/';

/** Since when there is a field. */
const FIELD_SINCE = since('1.30');

export const isAppArmorAnnotation = (key: string): boolean => key.startsWith(APP_ARMOR);

/** What it says. @param pod - The place of the pod's spec. */
export function checkAppArmorAnnotation(
  key: string,
  value: string,
  spec: PodSpec,
  place: At,
  pod: At,
  report: Report,
): void {
  const name = key.slice(APP_ARMOR.length);
  const named = (list: readonly Container[] = []): boolean => list.some(({ name: own = '' }) => own === name);
  if (name !== '' && !named(spec.containers) && !named(spec.initContainers))
    checkMissing(name, spec, place, pod, report);
  if (['', 'runtime/default', 'unconfined'].includes(value) || value.startsWith(LOCALHOST)) return;
  report.error(place, 'not-one-of', 'must be runtime/default, unconfined or localhost/ and the name of a profile', {
    value,
  });
}

/**
 * What it comes to beside the field of the container.
 *
 * @param isPod - It is a Pod, in which the server fills in the field from the annotation.
 * @param place - The place of the container. @param annotated - The place of the annotations.
 */
export function checkAppArmorProfiles(
  annotations: Readonly<Record<string, string>>,
  { name, securityContext }: Container,
  spec: PodSpec,
  isPod: boolean,
  place: At,
  annotated: At,
  report: Report,
): void {
  const key = `${APP_ARMOR}${name ?? ''}`;
  if (!Object.hasOwn(annotations, key) || spec.os?.name === 'windows') return;
  const value = annotations[key] as string;
  const own = securityContext?.appArmorProfile;
  checkMatch(value, own, spec, isPod, at(place, 'securityContext'), report);
  if (own !== undefined || isSame(value, spec.securityContext?.appArmorProfile)) return;
  const hint = 'write securityContext.appArmorProfile of the container';
  report.warning(at(annotated, key), 'deprecated', 'is deprecated', { hint, where: FIELD_SINCE });
}

function checkMissing(name: string, spec: PodSpec, place: At, pod: At, report: Report): void {
  const names = [...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(({ name: own = '' }) => own);
  const meant = report.nearest(name, names);
  const hint = meant === undefined ? undefined : didYouMean(`${APP_ARMOR}${meant}`);
  report.error(place, 'not-found', `there is no container ${name} in the pod`, {
    hint,
    where: containersWhole(pod, report),
  });
}

/** A profile that is given both in an annotation and in a field must be the same. */
function checkMatch(
  value: string,
  own: AppArmorProfile | undefined,
  spec: PodSpec,
  isPod: boolean,
  place: At,
  report: Report,
): void {
  const inherited = isPod && isProfile(value) ? undefined : spec.securityContext?.appArmorProfile;
  const profile = own ?? inherited;
  if (profile === undefined || isSame(value, profile)) return;
  if (!['Localhost', 'RuntimeDefault', 'Unconfined'].includes(profile.type ?? '')) return;
  const field = profile.type === 'Localhost' && value.startsWith(LOCALHOST) ? 'localhostProfile' : 'type';
  const message = 'must be the same as in the annotation of the container';
  report.error(at(at(place, 'appArmorProfile'), field), 'conflict', message, {
    value: own?.[field],
    hint: 'remove the annotation',
    where: FIELD_SINCE,
  });
}

/** Whether an annotation says what a valid field can say. */
function isProfile(value: string): boolean {
  if (value === 'runtime/default' || value === 'unconfined') return true;
  const name = value.startsWith(LOCALHOST) ? value.slice(LOCALHOST.length) : '';
  return name !== '' && name.trim() === name;
}

function isSame(value: string, profile: AppArmorProfile | undefined): boolean {
  if (profile?.type === 'Unconfined') return value === 'unconfined';
  if (profile?.type === 'RuntimeDefault') return value === 'runtime/default';
  return profile?.type === 'Localhost' && value === `${LOCALHOST}${profile.localhostProfile}`;
}
