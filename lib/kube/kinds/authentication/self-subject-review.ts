// SelfSubjectReview: asks who it is that asks.
// https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/self-subject-review-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { SelfSubjectReview } from '../../api/types';
import { warnOfStatus } from '../../rules/meta/metadata';
import { warnOfReviewMetadata } from '../../rules/meta/review-metadata';

export function checkSelfSubjectReview({ metadata, status }: SelfSubjectReview, place: At, report: Report): void {
  warnOfReviewMetadata(metadata, at(place, 'metadata'), report);
  warnOfStatus(status, place, report);
}
