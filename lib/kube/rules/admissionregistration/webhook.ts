// What the webhooks of both kinds share.
// https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { MutatingWebhook, ValidatingWebhook } from '../../api/types';
import { label1035, subdomain } from '../../values/syntax';
import { alternatives, checkOneOf, checkRange, checkRequired, checkSpelling, checkUnique } from '../checks';
import { checkLabelSelector } from '../meta/label-selector';
import { checkWebhookClientConfig } from '../meta/webhook-client-config';
import { checkMatchConditions } from './match-conditions';
import { MATCH_POLICIES } from './match-resources';
import { checkRuleWithOperations } from './rule-with-operations';

export const FAILURE_POLICIES = ['Fail', 'Ignore'];
const SIDE_EFFECTS = ['None', 'NoneOnDryRun'];
/** The versions of the question that servers can ask. */
const REVIEW_VERSIONS = ['v1', 'v1beta1'];

export function checkWebhooks<Webhook extends ValidatingWebhook | MutatingWebhook>(
  webhooks: readonly Webhook[] | undefined,
  place: At,
  report: Report,
  also?: (webhook: Webhook, place: At) => void,
): void {
  webhooks?.forEach((webhook, index) => {
    checkWebhook(webhook, at(place, index), report);
    also?.(webhook, at(place, index));
  });
  checkUnique(
    webhooks,
    ({ name }) => name || undefined,
    (index, value, first) =>
      report.error(at(at(place, index), 'name'), 'duplicate', `webhooks[${first}] has the same name`, { value }),
  );
}

function checkWebhook(webhook: ValidatingWebhook, place: At, report: Report): void {
  const { name, rules, failurePolicy, matchPolicy, timeoutSeconds, namespaceSelector, objectSelector } = webhook;
  if (checkRequired(name, at(place, 'name'), report)) checkSpelling(name, fullName, at(place, 'name'), report);
  rules?.forEach((rule, index) => checkRuleWithOperations(rule, at(at(place, 'rules'), index), report));
  checkOneOf(failurePolicy, FAILURE_POLICIES, at(place, 'failurePolicy'), report);
  checkOneOf(matchPolicy, MATCH_POLICIES, at(place, 'matchPolicy'), report);
  checkSideEffects(webhook.sideEffects, at(place, 'sideEffects'), report);
  checkRange(timeoutSeconds, 1, 30, at(place, 'timeoutSeconds'), report);
  if (namespaceSelector !== undefined) checkLabelSelector(namespaceSelector, at(place, 'namespaceSelector'), report);
  if (objectSelector !== undefined) checkLabelSelector(objectSelector, at(place, 'objectSelector'), report);
  checkWebhookClientConfig(webhook.clientConfig ?? {}, at(place, 'clientConfig'), report);
  checkMatchConditions(webhook.matchConditions, false, at(place, 'matchConditions'), report);
  checkReviewVersions(webhook.admissionReviewVersions, at(place, 'admissionReviewVersions'), report);
}

/** A name in a domain that is one's own. */
function fullName(name: string): string | undefined {
  if (subdomain(name) !== undefined) return subdomain(name);
  return name.split('.').length < 3
    ? 'must have at least three parts with dots between them, such as a.example.com'
    : undefined;
}

function checkSideEffects(sideEffects: string | undefined, place: At, report: Report): void {
  if (sideEffects === undefined) {
    report.error(place, 'required', `is required: ${alternatives(SIDE_EFFECTS)}`);
  } else if (sideEffects === 'Some' || sideEffects === 'Unknown') {
    const message = `must be ${alternatives(SIDE_EFFECTS)}: webhooks with other effects are no longer taken`;
    report.error(place, 'not-one-of', message, { value: sideEffects });
  } else checkOneOf(sideEffects, SIDE_EFFECTS, place, report);
}

function checkReviewVersions(versions: readonly string[] | undefined, place: At, report: Report): void {
  if (!checkRequired(versions, place, report, `must have at least one of ${alternatives(REVIEW_VERSIONS)}`)) return;
  versions!.forEach((version, index) => {
    if (versions!.indexOf(version) === index) checkSpelling(version, label1035, at(place, index), report);
  });
  checkUnique(versions, String, (index, value, first) =>
    report.error(at(place, index), 'duplicate', `admissionReviewVersions[${first}] is the same`, { value }),
  );
  if (versions!.some((version) => REVIEW_VERSIONS.includes(version))) return;
  report.error(place, 'not-one-of', `must have at least one of ${alternatives(REVIEW_VERSIONS)}`, { value: versions });
}
