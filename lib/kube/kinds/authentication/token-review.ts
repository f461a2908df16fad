// TokenReview: asks whose token it is.
// https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-review-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { TokenReview } from '../../api/types';
import { checkRequired } from '../../rules/checks';
import { warnOfStatus } from '../../rules/meta/metadata';
import { warnOfReviewMetadata } from '../../rules/meta/review-metadata';

export function checkTokenReview({ metadata, spec = {}, status }: TokenReview, place: At, report: Report): void {
  warnOfReviewMetadata(metadata, at(place, 'metadata'), report);
  checkRequired(spec.token, at(at(place, 'spec'), 'token'), report);
  warnOfStatus(status, place, report);
}
