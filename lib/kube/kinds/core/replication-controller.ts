// ReplicationController: the ReplicaSet of before there were Deployments.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/replication-controller-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ReplicationController, ReplicationControllerSpec } from '../../api/types';
import { checkAlwaysRunning, checkSharedDisks } from '../../rules/apps/always-running';
import { checkTemplateLabels } from '../../rules/apps/pod-selector';
import { checkNotNegative } from '../../rules/checks';
import { checkPodTemplate } from '../../rules/core/pod-template';
import { checkMetadata, SUBDOMAIN_NAME, warnOfHostName, warnOfStatus } from '../../rules/meta/metadata';

export function checkReplicationController(controller: ReplicationController, place: At, report: Report): void {
  const { metadata, spec = {}, status } = controller;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  warnOfHostName(metadata, at(place, 'metadata'), report);
  const here = at(place, 'spec');
  checkNotNegative(spec.replicas, at(here, 'replicas'), report);
  checkNotNegative(spec.minReadySeconds, at(here, 'minReadySeconds'), report);
  checkSelector(spec, here, report);
  const template = at(here, 'template');
  if (spec.template === undefined) report.error(template, 'required', 'is required: what the pods are made from');
  else checkPodTemplate(spec.template, template, report);
  checkAlwaysRunning(spec.template?.spec, 'ReplicationController', at(template, 'spec'), report);
  if ((spec.replicas ?? 1) > 1) checkSharedDisks(spec.template?.spec, at(template, 'spec'), report);
  warnOfStatus(status, place, report);
}

/** Without one it is the labels of the template. Its own spelling is not looked at. */
function checkSelector({ selector = {}, template }: ReplicationControllerSpec, place: At, report: Report): void {
  const labels = template?.metadata?.labels ?? {};
  const labelsPlace = at(at(at(place, 'template'), 'metadata'), 'labels');
  if (Object.keys(selector).length === 0) {
    if (Object.keys(labels).length > 0 || report.hasShapeProblem(labelsPlace)) return;
    report.error(
      at(place, 'selector'),
      'required',
      'is required where the template has no labels to take in its place',
    );
  } else if (template !== undefined) checkTemplateLabels({ matchLabels: selector }, template, place, report);
}
