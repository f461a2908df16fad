// What the reviews of access ask: whether somebody may do something, with objects or with a path that is none.
// https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { SelfSubjectAccessReviewSpec, SubjectAccessReviewSpec } from '../../api/types';
import { checkResourceAttributes } from './resource-attributes';

/** Of whoever asks. */
export function checkSelfAccess(spec: SelfSubjectAccessReviewSpec, place: At, report: Report): void {
  const { resourceAttributes, nonResourceAttributes } = spec;
  if (resourceAttributes !== undefined && nonResourceAttributes !== undefined) {
    const message = 'may not be set beside resourceAttributes';
    report.error(at(place, 'nonResourceAttributes'), 'conflict', message, { hint: 'make two reviews of it' });
  }
  if (resourceAttributes === undefined && nonResourceAttributes === undefined) {
    report.error(at(place, 'resourceAttributes'), 'required', 'is required, or nonResourceAttributes');
  }
  if (resourceAttributes === undefined) return;
  checkResourceAttributes(resourceAttributes, at(place, 'resourceAttributes'), report);
}

/** Of somebody who is named. */
export function checkAccess(spec: SubjectAccessReviewSpec, place: At, report: Report): void {
  checkSelfAccess(spec, place, report);
  const { user = '', groups = [] } = spec;
  if (user !== '' || groups.length > 0) return;
  report.error(at(place, 'user'), 'required', 'is required, or groups: whose access it is about');
}
