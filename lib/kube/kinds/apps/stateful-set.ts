// StatefulSet: pods with names and volumes of their own.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ObjectMeta, StatefulSet, StatefulSetSpec, StatefulSetUpdateStrategy } from '../../api/types';
import { checkAlwaysRunning } from '../../rules/apps/always-running';
import { checkClaimTemplates, claimVolumes } from '../../rules/apps/claim-templates';
import { checkPodSelector } from '../../rules/apps/pod-selector';
import { checkAtMostAll, checkShare, isNone } from '../../rules/apps/share';
import { checkLabel1123, checkNotNegative, checkOneOfOrEmpty } from '../../rules/checks';
import { checkPodTemplate } from '../../rules/core/pod-template';
import { checkMetadata, type NameRule, nameOf, warnOfStatus } from '../../rules/meta/metadata';
import { until } from '../../server';
import { toLabel1123 } from '../../values/near-name';
import { label1123 } from '../../values/syntax';

/** The pods are named after it, and their host names. */
const NAME: NameRule = { problemOf: label1123, suggest: toLabel1123 };

/** The pods get the name of a revision as a label, which is this with a hyphen and ten digits. */
const LONGEST_NAME = 52;

/** Until then the server looked at no template before it made pods from it. */
const NO_TEMPLATES = until('1.33');
const NO_SERVICE_NAMES = until('1.32');
const LATER = 'is taken, but the pods made from it are refused';

export function checkStatefulSet({ metadata, spec = {}, status }: StatefulSet, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, NAME);
  warnOfLength(metadata, at(place, 'metadata'), report);
  checkSpec(spec, at(place, 'spec'), report);
  warnOfStatus(status, place, report);
}

function warnOfLength(metadata: ObjectMeta | undefined, place: At, report: Report): void {
  const name = nameOf(metadata);
  if (name.length <= LONGEST_NAME || name.length > 63) return;
  const field = metadata?.name ? 'name' : 'generateName';
  const message = `is taken, but the pods are refused: a label of theirs, this and 11 characters more, has ${name.length + 11} of 63`;
  report.warning(at(place, field), 'refused-later', message, { value: metadata?.[field] });
}

function checkSpec(spec: StatefulSetSpec, place: At, report: Report): void {
  checkNotNegative(spec.replicas, at(place, 'replicas'), report);
  checkNotNegative(spec.minReadySeconds, at(place, 'minReadySeconds'), report);
  checkNotNegative(spec.ordinals?.start, at(at(place, 'ordinals'), 'start'), report);
  const policies = ['OrderedReady', 'Parallel'];
  checkOneOfOrEmpty(spec.podManagementPolicy, policies, at(place, 'podManagementPolicy'), report);
  if (spec.serviceName) {
    checkLabel1123(spec.serviceName, at(place, 'serviceName'), report.later(NO_SERVICE_NAMES, LATER));
  }
  checkHistory(spec, place, report);
  checkRetention(spec, at(place, 'persistentVolumeClaimRetentionPolicy'), report);
  if (spec.updateStrategy !== undefined) checkStrategy(spec.updateStrategy, at(place, 'updateStrategy'), report);
  const pods = report.later(NO_TEMPLATES, LATER);
  checkClaimTemplates(spec.volumeClaimTemplates, at(place, 'volumeClaimTemplates'), pods, report);
  checkPodSelector(spec, place, report);
  checkTemplate(spec, at(place, 'template'), pods, report);
}

/** The template, with what the controller writes into it. */
function checkTemplate({ template = {}, ...spec }: StatefulSetSpec, place: At, pods: Report, report: Report): void {
  const here = at(place, 'spec');
  const { hostname, subdomain, ...own } = template.spec ?? {};
  for (const [field, value, by] of [
    ['hostname', hostname, 'the name of the pod'],
    ['subdomain', subdomain, 'serviceName'],
  ] as const) {
    if (!value) continue;
    report.warning(at(here, field), 'no-effect', `is overwritten with ${by}`, { value, hint: 'leave it out' });
  }
  const volumes = claimVolumes(spec.volumeClaimTemplates);
  checkPodTemplate({ ...template, spec: own }, place, report, { pods, volumes });
  checkAlwaysRunning(own, 'StatefulSet', here, report);
  if (['Always', 'OnFailure', 'Never', ''].includes(own.restartPolicy ?? '')) return;
  // A word that there is not is wrong even where nothing else of the pods is looked at.
  const details = { value: own.restartPolicy, where: NO_TEMPLATES };
  report.error(at(here, 'restartPolicy'), 'not-one-of', 'must be Always in a StatefulSet', details);
}

function checkHistory({ revisionHistoryLimit }: StatefulSetSpec, place: At, report: Report): void {
  if (revisionHistoryLimit === undefined || revisionHistoryLimit >= 0) return;
  const message = 'is negative, so that all old revisions are kept';
  report.warning(at(place, 'revisionHistoryLimit'), 'suspicious', message, { value: revisionHistoryLimit });
}

function checkRetention(spec: StatefulSetSpec, place: At, report: Report): void {
  for (const field of ['whenDeleted', 'whenScaled'] as const) {
    const policy = spec.persistentVolumeClaimRetentionPolicy?.[field];
    checkOneOfOrEmpty(policy, ['Retain', 'Delete'], at(place, field), report);
  }
}

function checkStrategy({ type, rollingUpdate }: StatefulSetUpdateStrategy, place: At, report: Report): void {
  checkOneOfOrEmpty(type, ['RollingUpdate', 'OnDelete'], at(place, 'type'), report);
  if (rollingUpdate === undefined) return;
  const here = at(place, 'rollingUpdate');
  if (type === 'OnDelete') {
    report.error(here, 'forbidden', 'may only be set when the type is RollingUpdate');
    return;
  }
  if (type && type !== 'RollingUpdate') return;
  const { partition, maxUnavailable } = rollingUpdate;
  checkNotNegative(partition, at(here, 'partition'), report);
  const most = at(here, 'maxUnavailable');
  checkShare(maxUnavailable, most, report);
  checkAtMostAll(maxUnavailable, most, report);
  if (!isNone(maxUnavailable)) return;
  report.error(most, 'out-of-range', 'must not be 0: no pod could ever be replaced', { value: maxUnavailable });
}
