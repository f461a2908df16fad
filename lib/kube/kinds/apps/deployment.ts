// Deployment: keeps a number of equal pods running, and replaces them step by step.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type {
  Deployment,
  DeploymentSpec,
  DeploymentStrategy,
  ObjectMeta,
  RollingUpdateDeployment,
} from '../../api/types';
import { checkNotNegative, checkOneOfOrEmpty } from '../../rules/checks';
import { checkAlwaysRunning, checkSharedDisks } from '../../rules/apps/always-running';
import { checkNumberAnnotation } from '../../rules/apps/number-annotation';
import { checkPodSelector } from '../../rules/apps/pod-selector';
import { checkAtMostAll, checkShare, isNone } from '../../rules/apps/share';
import { checkPodTemplate } from '../../rules/core/pod-template';
import { checkMetadata, SUBDOMAIN_NAME, warnOfHostName, warnOfStatus } from '../../rules/meta/metadata';

const DEFAULT_DEADLINE = 600;
/** Room for the suffix of a ReplicaSet within the 253 characters of a name. */
const LONGEST_NAME = 242;
const ROLLBACK = 'deprecated.deployment.rollback.to';

export function checkDeployment(deployment: Deployment, place: At, report: Report): void {
  const { metadata, spec = {}, status } = deployment;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  warnOfHostName(metadata, at(place, 'metadata'), report);
  const { name = '' } = metadata ?? {};
  if (name.length > LONGEST_NAME && name.length <= 253) {
    const message = `leaves no room for what is added to name its ReplicaSets (has ${name.length} of 253 characters)`;
    report.warning(at(at(place, 'metadata'), 'name'), 'refused-later', message, { value: name });
  }
  checkRollback(metadata, place, report);
  checkSpec(spec, at(place, 'spec'), report);
  warnOfStatus(status, place, report);
}

/** The revision to go back to, which was a field once; an empty one is none. */
function checkRollback(metadata: ObjectMeta | undefined, place: At, report: Report): void {
  if (metadata?.annotations?.[ROLLBACK] === '') return;
  const revision = checkNumberAnnotation(ROLLBACK, metadata, place, report);
  if (revision === undefined || revision >= 0n) return;
  const here = at(at(at(place, 'metadata'), 'annotations'), ROLLBACK);
  report.error(here, 'out-of-range', 'must be at least 0', { value: metadata?.annotations?.[ROLLBACK] });
}

function checkSpec(spec: DeploymentSpec, place: At, report: Report): void {
  checkNotNegative(spec.replicas, at(place, 'replicas'), report);
  checkPodSelector(spec, place, report);
  checkPodTemplate(spec.template ?? {}, at(place, 'template'), report);
  checkAlwaysRunning(spec.template?.spec, 'Deployment', at(at(place, 'template'), 'spec'), report);
  if ((spec.replicas ?? 1) > 1) checkSharedDisks(spec.template?.spec, at(at(place, 'template'), 'spec'), report);
  checkStrategy(spec.strategy ?? {}, at(place, 'strategy'), report);
  checkNotNegative(spec.minReadySeconds, at(place, 'minReadySeconds'), report);
  checkNotNegative(spec.revisionHistoryLimit, at(place, 'revisionHistoryLimit'), report);
  checkDeadline(spec, place, report);
}

function checkStrategy({ type, rollingUpdate }: DeploymentStrategy, place: At, report: Report): void {
  checkOneOfOrEmpty(type, ['RollingUpdate', 'Recreate'], at(place, 'type'), report);
  if (rollingUpdate === undefined) return;
  const here = at(place, 'rollingUpdate');
  if (type === 'Recreate') report.error(here, 'forbidden', 'may not be set when the type is Recreate');
  else if (!type || type === 'RollingUpdate') checkRollingUpdate(rollingUpdate, here, report);
}

function checkRollingUpdate({ maxSurge, maxUnavailable }: RollingUpdateDeployment, place: At, report: Report): void {
  checkShare(maxSurge, at(place, 'maxSurge'), report);
  const here = at(place, 'maxUnavailable');
  checkShare(maxUnavailable, here, report);
  if (isNone(maxSurge) && isNone(maxUnavailable)) {
    report.error(here, 'conflict', 'may not be 0 when maxSurge is 0: no pod could ever be replaced', {
      value: maxUnavailable,
    });
  }
  checkAtMostAll(maxUnavailable, here, report);
}

function checkDeadline(spec: DeploymentSpec, place: At, report: Report): void {
  const { progressDeadlineSeconds, minReadySeconds = 0 } = spec;
  if (progressDeadlineSeconds === undefined) {
    if (minReadySeconds < DEFAULT_DEADLINE) return;
    const message = `must be below progressDeadlineSeconds, which is ${DEFAULT_DEADLINE} when it is not stated`;
    const hint = `add progressDeadlineSeconds with more than ${minReadySeconds}`;
    report.error(at(place, 'minReadySeconds'), 'conflict', message, { value: minReadySeconds, hint });
    return;
  }
  checkNotNegative(progressDeadlineSeconds, at(place, 'progressDeadlineSeconds'), report);
  if (progressDeadlineSeconds < 0 || progressDeadlineSeconds > minReadySeconds) return;
  const message = `must be more than minReadySeconds, which is ${minReadySeconds}`;
  report.error(at(place, 'progressDeadlineSeconds'), 'conflict', message, { value: progressDeadlineSeconds });
}
