// SelfSubjectRulesReview: asks what whoever asks may do in a namespace.
// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/self-subject-rules-review-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { SelfSubjectRulesReview } from '../../api/types';
import { checkRequired } from '../../rules/checks';
import { warnOfStatus } from '../../rules/meta/metadata';
import { warnOfReviewMetadata } from '../../rules/meta/review-metadata';

export function checkSelfSubjectRulesReview(review: SelfSubjectRulesReview, place: At, report: Report): void {
  const { metadata, spec = {}, status } = review;
  warnOfReviewMetadata(metadata, at(place, 'metadata'), report);
  checkRequired(spec.namespace, at(at(place, 'spec'), 'namespace'), report);
  warnOfStatus(status, place, report);
}
