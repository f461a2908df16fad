// ReplicaSet: keeps a number of equal pods running. Who writes one by hand mostly means a Deployment.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/replica-set-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ReplicaSet } from '../../api/types';
import { checkAlwaysRunning, checkSharedDisks } from '../../rules/apps/always-running';
import { checkPodSelector } from '../../rules/apps/pod-selector';
import { checkNotNegative } from '../../rules/checks';
import { checkPodTemplate } from '../../rules/core/pod-template';
import { checkMetadata, SUBDOMAIN_NAME, warnOfHostName, warnOfStatus } from '../../rules/meta/metadata';

export function checkReplicaSet({ metadata, spec = {}, status }: ReplicaSet, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  warnOfHostName(metadata, at(place, 'metadata'), report);
  const here = at(place, 'spec');
  checkNotNegative(spec.replicas, at(here, 'replicas'), report);
  checkNotNegative(spec.minReadySeconds, at(here, 'minReadySeconds'), report);
  checkPodSelector(spec, here, report);
  const template = at(here, 'template');
  checkPodTemplate(spec.template ?? {}, template, report);
  checkAlwaysRunning(spec.template?.spec, 'ReplicaSet', at(template, 'spec'), report);
  if ((spec.replicas ?? 1) > 1) checkSharedDisks(spec.template?.spec, at(template, 'spec'), report);
  warnOfStatus(status, place, report);
}
