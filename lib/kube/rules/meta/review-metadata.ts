// The metadata of a review: it is answered and not stored, so that it needs no name, and most have to be without.
// https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ObjectMeta } from '../../api/types';
import { alternatives } from '../checks';

/** What the server takes away before it looks: also the namespace, as far as it is not that of the request. */
const TAKEN_AWAY: readonly string[] = [
  'namespace',
  'creationTimestamp',
  'uid',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
  'managedFields',
];

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || value === 0 || (typeof value === 'object' && Object.keys(value!).length === 0);

/** What is stated, but for what is taken away. */
const statedIn = (metadata: ObjectMeta = {}): string[] =>
  Object.entries(metadata).flatMap(([field, value]) => (TAKEN_AWAY.includes(field) || isEmpty(value) ? [] : [field]));

/** @param but - What may be there. */
export function checkReviewMetadata(metadata: ObjectMeta | undefined, place: At, report: Report, but = ''): void {
  const stated = statedIn(metadata);
  if (stated.length === 0) return;
  const message = `must be empty${but}: a review is answered, not stored`;
  report.error(place, 'forbidden', message, { hint: `remove ${alternatives(stated).replace(/ or /, ' and ')}` });
}

/** Of the reviews in which the server does not mind. */
export function warnOfReviewMetadata(metadata: ObjectMeta | undefined, place: At, report: Report): void {
  if (statedIn(metadata).length === 0) return;
  report.warning(place, 'no-effect', 'is not looked at: a review is answered, not stored');
}
