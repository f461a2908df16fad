// DaemonSet: a pod on every node, or on every node of some sort.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/daemon-set-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { DaemonSet, DaemonSetUpdateStrategy, RollingUpdateDaemonSet } from '../../api/types';
import { checkAlwaysRunning, checkSharedDisks } from '../../rules/apps/always-running';
import { checkNumberAnnotation } from '../../rules/apps/number-annotation';
import { checkPodSelector } from '../../rules/apps/pod-selector';
import { checkAtMostAll, checkShare, isNone } from '../../rules/apps/share';
import { checkNotNegative, checkOneOfOrEmpty } from '../../rules/checks';
import { checkPodTemplate } from '../../rules/core/pod-template';
import { checkMetadata, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';

const GENERATION = 'deprecated.daemonset.template.generation';

export function checkDaemonSet({ metadata, spec = {}, status }: DaemonSet, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkNumberAnnotation(GENERATION, metadata, place, report);
  const here = at(place, 'spec');
  checkPodSelector(spec, here, report);
  const template = at(here, 'template');
  checkPodTemplate(spec.template ?? {}, template, report);
  checkAlwaysRunning(spec.template?.spec, 'DaemonSet', at(template, 'spec'), report);
  checkSharedDisks(spec.template?.spec, at(template, 'spec'), report);
  checkNotNegative(spec.minReadySeconds, at(here, 'minReadySeconds'), report);
  checkNotNegative(spec.revisionHistoryLimit, at(here, 'revisionHistoryLimit'), report);
  if (spec.updateStrategy !== undefined) checkStrategy(spec.updateStrategy, at(here, 'updateStrategy'), report);
  warnOfStatus(status, place, report);
}

function checkStrategy({ type, rollingUpdate }: DaemonSetUpdateStrategy, place: At, report: Report): void {
  checkOneOfOrEmpty(type, ['RollingUpdate', 'OnDelete'], at(place, 'type'), report);
  if (rollingUpdate === undefined) return;
  const here = at(place, 'rollingUpdate');
  if (!type || type === 'RollingUpdate') checkRollingUpdate(rollingUpdate, here, report);
  else if (type === 'OnDelete') report.warning(here, 'no-effect', 'is read only when the type is RollingUpdate');
}

/** Of a node either the old pod goes first (one node at a time when nothing is stated) or the new one comes first. */
function checkRollingUpdate(update: RollingUpdateDaemonSet, place: At, report: Report): void {
  const { maxSurge = 0, maxUnavailable = 1 } = update;
  for (const field of ['maxUnavailable', 'maxSurge'] as const) {
    checkShare(update[field], at(place, field), report);
    checkAtMostAll(update[field], at(place, field), report);
  }
  if (isNone(maxSurge) && isNone(maxUnavailable)) {
    const message = 'may not be 0 when maxSurge is 0: no pod could ever be replaced';
    report.error(at(place, 'maxUnavailable'), 'required', message, { value: maxUnavailable });
  }
  if (isNone(maxSurge) || isNone(maxUnavailable)) return;
  const message = `may not be set beside maxUnavailable${update.maxUnavailable === undefined ? ', which is 1 when it is not stated' : ''}`;
  report.error(at(place, 'maxSurge'), 'conflict', message, { value: maxSurge, hint: 'set maxUnavailable to 0' });
}
