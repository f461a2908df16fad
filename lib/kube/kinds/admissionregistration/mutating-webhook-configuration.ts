// MutatingWebhookConfiguration: who may change an object on its way in.
// https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/mutating-webhook-configuration-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { MutatingWebhookConfiguration } from '../../api/types';
import { checkAdmissionMetadata } from '../../rules/admissionregistration/admission-metadata';
import { checkWebhooks } from '../../rules/admissionregistration/webhook';
import { checkOneOf } from '../../rules/checks';

export function checkMutatingWebhookConfiguration(
  { metadata, webhooks }: MutatingWebhookConfiguration,
  place: At,
  report: Report,
): void {
  checkAdmissionMetadata(metadata, place, report);
  checkWebhooks(webhooks, at(place, 'webhooks'), report, ({ reinvocationPolicy }, here) =>
    checkOneOf(reinvocationPolicy, ['Never', 'IfNeeded'], at(here, 'reinvocationPolicy'), report),
  );
}
