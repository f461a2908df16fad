// SelfSubjectRulesReview.
// https://kubernetes.io/docs/reference/kubernetes-api/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { SelfSubjectRulesReview } from '../../api/types';
import { checkMetadata } from '../../rules/meta/metadata';

export function checkSelfSubjectRulesReview({ metadata }: SelfSubjectRulesReview, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report);
}
