// SubjectAccessReview: asks whether somebody may do something.
// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/subject-access-review-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { SubjectAccessReview } from '../../api/types';
import { checkAccess } from '../../rules/authorization/access-review';
import { warnOfStatus } from '../../rules/meta/metadata';
import { checkReviewMetadata } from '../../rules/meta/review-metadata';

export function checkSubjectAccessReview(review: SubjectAccessReview, place: At, report: Report): void {
  const { metadata, spec = {}, status } = review;
  checkReviewMetadata(metadata, at(place, 'metadata'), report);
  checkAccess(spec, at(place, 'spec'), report);
  warnOfStatus(status, place, report);
}
