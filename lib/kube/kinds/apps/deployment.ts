// Deployment: keeps a number of equal pods running, and replaces them step by step.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Deployment, DeploymentSpec, DeploymentStrategy, RollingUpdateDeployment } from '../../api/types';
import { checkNotNegative, checkOneOfOrEmpty } from '../../rules/checks';
import { checkAtMostAll, checkShare } from '../../rules/apps/share';
import { checkPodTemplate } from '../../rules/core/pod-template';
import { checkLabelSelector, isValidSelector, selects } from '../../rules/meta/label-selector';
import { checkMetadata, SUBDOMAIN_NAME, warnOfHostName, warnOfStatus } from '../../rules/meta/metadata';
import { until } from '../../server';

const DEFAULT_DEADLINE = 600;
/** Room for the suffix of a ReplicaSet within the 253 characters of a name. */
const LONGEST_NAME = 242;

/** The recommended labels that name a version. */
const CHANGING_LABELS = ['app.kubernetes.io/version', 'helm.sh/chart'];

export function checkDeployment(deployment: Deployment, place: At, report: Report): void {
  const { metadata, spec = {}, status } = deployment;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  warnOfHostName(metadata?.name, at(place, 'metadata'), report);
  const { name = '' } = metadata ?? {};
  if (name.length > LONGEST_NAME && name.length <= 253) {
    const message = `leaves no room for what is added to name its ReplicaSets (has ${name.length} of 253 characters)`;
    report.warning(at(at(place, 'metadata'), 'name'), 'refused-later', message, { value: name });
  }
  checkSpec(spec, at(place, 'spec'), report);
  warnOfStatus(status, place, report);
}

function checkSpec(spec: DeploymentSpec, place: At, report: Report): void {
  checkNotNegative(spec.replicas, at(place, 'replicas'), report);
  checkSelector(spec, place, report);
  checkPodTemplate(spec.template ?? {}, at(place, 'template'), report);
  checkPods(spec, at(at(place, 'template'), 'spec'), report);
  checkStrategy(spec.strategy ?? {}, at(place, 'strategy'), report);
  checkNotNegative(spec.minReadySeconds, at(place, 'minReadySeconds'), report);
  checkNotNegative(spec.revisionHistoryLimit, at(place, 'revisionHistoryLimit'), report);
  checkDeadline(spec, place, report);
}

function checkSelector({ selector, template }: DeploymentSpec, place: At, report: Report): void {
  const here = at(place, 'selector');
  if (selector === undefined) {
    report.error(here, 'required', 'is required, with matchLabels that the labels of the pods match');
    return;
  }
  checkLabelSelector(selector, here, report);
  for (const key of CHANGING_LABELS) {
    if (!Object.hasOwn(selector.matchLabels ?? {}, key)) continue;
    const message = 'changes with each version, but the selector may not: the next version is refused';
    report.warning(at(at(here, 'matchLabels'), key), 'refused-later', message, {
      hint: 'leave it out of the selector',
    });
  }
  if (Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions?.length ?? 0) === 0) {
    report.error(here, 'required', 'must not be empty: matchLabels or matchExpressions must choose the pods');
    return;
  }
  const labels = template?.metadata?.labels ?? {};
  const labelsPlace = at(at(at(place, 'template'), 'metadata'), 'labels');
  if (!isValidSelector(selector) || selects(selector, labels)) return;
  if (report.hasShapeProblem(here) || report.hasShapeProblem(labelsPlace)) return;
  const missing = Object.entries(selector.matchLabels ?? {}).filter(
    ([key, value]) => !Object.hasOwn(labels, key) || labels[key] !== value,
  );
  const hint =
    missing.length === 0 || missing.length > 5
      ? undefined
      : `add ${missing.map(([key, value]) => `${key}: ${value}`).join(', ')}`;
  report.error(labelsPlace, 'conflict', 'must have the labels that spec.selector asks for', { value: labels, hint });
}

function checkPods({ template, replicas = 1 }: DeploymentSpec, place: At, report: Report): void {
  const { restartPolicy, activeDeadlineSeconds, volumes } = template?.spec ?? {};
  if (restartPolicy === 'OnFailure' || restartPolicy === 'Never') {
    const hint = 'leave it out; for pods that end use a Job';
    report.error(at(place, 'restartPolicy'), 'not-one-of', 'must be Always in a Deployment', {
      value: restartPolicy,
      hint,
    });
  }
  if (activeDeadlineSeconds !== undefined) {
    const message = 'may not be set in a Deployment, whose pods do not end';
    report.error(at(place, 'activeDeadlineSeconds'), 'forbidden', message, { value: activeDeadlineSeconds });
  }
  if (replicas <= 1) return;
  volumes?.forEach(({ gcePersistentDisk }, index) => {
    if (gcePersistentDisk === undefined || gcePersistentDisk.readOnly === true) return;
    const disk = at(at(at(at(place, 'volumes'), index), 'gcePersistentDisk'), 'readOnly');
    const message = 'must be true when there is more than one replica: only readers can share the disk';
    report.error(disk, 'conflict', message, { where: until('1.28') });
  });
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
  if (isZero(maxSurge) && isZero(maxUnavailable)) {
    report.error(here, 'conflict', 'may not be 0 when maxSurge is 0: no pod could ever be replaced', {
      value: maxUnavailable,
    });
  }
  checkAtMostAll(maxUnavailable, here, report);
}

/** A missing share is 25 %. */
const isZero = (value: number | string | undefined): boolean =>
  value === 0 || (typeof value === 'string' && /^0+%$/.test(value));

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
