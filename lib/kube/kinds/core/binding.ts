// Binding: puts a pod on a node, as the scheduler does.
// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/binding-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Binding } from '../../api/types';
import { checkOneOfOrEmpty, checkRequired, checkSpelling, warnName } from '../../rules/checks';
import { pathSegment } from '../../rules/meta/metadata';

/** It is never stored, and nobody looks at its metadata but for the name: that of the pod, which the cluster alone knows. */
export function checkBinding({ metadata, target = {} }: Binding, place: At, report: Report): void {
  const name = at(at(place, 'metadata'), 'name');
  if (checkRequired(metadata?.name, name, report, 'is required: the pod')) {
    if (pathSegment(metadata?.name as string) === undefined) warnName(metadata?.name, 'Pod', name, report);
    else checkSpelling(metadata?.name, pathSegment, name, report);
  }
  const here = at(place, 'target');
  checkOneOfOrEmpty(target.kind, ['Node'], at(here, 'kind'), report);
  checkRequired(target.name, at(here, 'name'), report, 'is required: the node');
}
