// SelfSubjectAccessReview: asks whether whoever asks may do something.
// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/self-subject-access-review-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { SelfSubjectAccessReview } from '../../api/types';
import { checkSelfAccess } from '../../rules/authorization/access-review';
import { warnOfStatus } from '../../rules/meta/metadata';
import { checkReviewMetadata } from '../../rules/meta/review-metadata';

export function checkSelfSubjectAccessReview(review: SelfSubjectAccessReview, place: At, report: Report): void {
  const { metadata, spec = {}, status } = review;
  checkReviewMetadata(metadata, at(place, 'metadata'), report);
  checkSelfAccess(spec, at(place, 'spec'), report);
  warnOfStatus(status, place, report);
}
