// SecretReference: a Secret of any namespace, for what has no namespace of its own.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { SecretReference } from '../../api/types';
import { checkLabel1123, checkRequired, checkSubdomain } from '../checks';

/** That both parts are there; their spelling is not looked at by every owner. */
export function checkSecretParts(reference: SecretReference | undefined, place: At, report: Report): void {
  if (reference === undefined) return;
  checkRequired(reference.name, at(place, 'name'), report);
  checkRequired(reference.namespace, at(place, 'namespace'), report);
}

export function checkSecretReference(reference: SecretReference | undefined, place: At, report: Report): void {
  checkSecretParts(reference, place, report);
  if (reference?.name) checkSubdomain(reference.name, at(place, 'name'), report);
  if (reference?.namespace) checkLabel1123(reference.namespace, at(place, 'namespace'), report);
}
