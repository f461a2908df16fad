// CustomResourceConversion: how an object of one version becomes one of another.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#webhook-conversion
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CustomResourceConversion } from '../../api/types';
import { label1035 } from '../../values/syntax';
import { checkOneOf, checkRequired, checkSpelling, checkUnique } from '../checks';
import { checkWebhookClientConfig } from '../meta/webhook-client-config';

/** The versions of ConversionReview that a server sends. */
const REVIEWS = ['v1', 'v1beta1'];

export function checkConversion({ strategy, webhook }: CustomResourceConversion, place: At, report: Report): void {
  if (checkRequired(strategy, at(place, 'strategy'), report, 'is required: None or Webhook')) {
    checkOneOf(strategy, ['None', 'Webhook'], at(place, 'strategy'), report);
  }
  const here = at(place, 'webhook');
  const { clientConfig, conversionReviewVersions: versions = [] } = webhook ?? {};
  if (strategy === 'Webhook') {
    if (clientConfig === undefined) {
      report.error(at(here, 'clientConfig'), 'required', 'is required when the strategy is Webhook');
    } else checkWebhookClientConfig(clientConfig, at(here, 'clientConfig'), report);
    checkReviewVersions(versions, at(here, 'conversionReviewVersions'), report);
    return;
  }
  const message = 'may only be set when the strategy is Webhook';
  if (clientConfig !== undefined) report.error(at(here, 'clientConfig'), 'forbidden', message);
  if (versions.length > 0)
    report.error(at(here, 'conversionReviewVersions'), 'forbidden', message, { value: versions });
}

function checkReviewVersions(versions: readonly string[], place: At, report: Report): void {
  if (!checkRequired(versions, place, report, `must have at least one of ${REVIEWS.join(' and ')}`)) return;
  const repeated = new Set<number>();
  checkUnique(versions, String, (index, value, first) => {
    repeated.add(index);
    report.error(at(place, index), 'duplicate', `conversionReviewVersions[${first}] is the same`, { value });
  });
  versions.forEach((version, index) => {
    if (!repeated.has(index)) checkSpelling(version, label1035, at(place, index), report);
  });
  if (versions.some((version) => REVIEWS.includes(version))) return;
  report.error(place, 'not-one-of', `must have at least one of ${REVIEWS.join(' and ')}`, { value: versions });
}
