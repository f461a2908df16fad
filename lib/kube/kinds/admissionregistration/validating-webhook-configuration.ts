// ValidatingWebhookConfiguration: who is asked whether a request may go on.
// https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/validating-webhook-configuration-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ValidatingWebhookConfiguration } from '../../api/types';
import { checkAdmissionMetadata } from '../../rules/admissionregistration/admission-metadata';
import { checkWebhooks } from '../../rules/admissionregistration/webhook';

export function checkValidatingWebhookConfiguration(
  { metadata, webhooks }: ValidatingWebhookConfiguration,
  place: At,
  report: Report,
): void {
  checkAdmissionMetadata(metadata, place, report);
  checkWebhooks(webhooks, at(place, 'webhooks'), report);
}
