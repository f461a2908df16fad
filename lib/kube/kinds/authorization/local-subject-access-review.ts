// LocalSubjectAccessReview: asks whether somebody may do something in its namespace.
// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/local-subject-access-review-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { LocalSubjectAccessReview, SubjectAccessReviewSpec } from '../../api/types';
import { checkAccess } from '../../rules/authorization/access-review';
import { warnOfStatus } from '../../rules/meta/metadata';
import { checkReviewMetadata } from '../../rules/meta/review-metadata';

export function checkLocalSubjectAccessReview(review: LocalSubjectAccessReview, place: At, report: Report): void {
  const { metadata, spec = {}, status } = review;
  const here = at(place, 'spec');
  checkReviewMetadata(metadata, at(place, 'metadata'), report, ' but for the namespace');
  checkAccess(spec, here, report);
  checkNamespace(spec, metadata?.namespace || undefined, at(here, 'resourceAttributes'), report);
  if (spec.nonResourceAttributes !== undefined) {
    const hint = 'ask with a SubjectAccessReview';
    report.error(at(here, 'nonResourceAttributes'), 'forbidden', 'may not be set: paths are in no namespace', { hint });
  }
  warnOfStatus(status, place, report);
}

/** The namespace that is asked about is stated twice. */
function checkNamespace(
  { resourceAttributes }: SubjectAccessReviewSpec,
  own: string | undefined,
  place: At,
  report: Report,
): void {
  const namespace = resourceAttributes?.namespace ?? '';
  if (resourceAttributes === undefined || namespace === (own ?? 'default')) return;
  const message = `must be the same as metadata.namespace, ${own ?? 'which is default when it is not stated'}`;
  const details = {
    value: namespace || undefined,
    hint: namespace ? `add metadata.namespace: ${namespace}` : undefined,
  };
  report.error(at(place, 'namespace'), 'conflict', message, own === undefined ? details : { value: namespace });
}
