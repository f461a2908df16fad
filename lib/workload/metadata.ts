// metadata of what a workload becomes. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
import { ROOT } from '../kube/rules/report';
import type { KubeMetadata } from '../kube/types';
import { origin } from './origin';
import type { WorkloadBase } from './types';

/** Name, labels and annotations as the workload states them; the namespace is set on all objects at once. */
export function renderMetadata(
  name: string,
  { labels, annotations }: Pick<WorkloadBase, 'labels' | 'annotations'>,
): KubeMetadata {
  return origin(
    { name, ...(labels && { labels: { ...labels } }), ...(annotations && { annotations: { ...annotations } }) },
    ROOT,
  );
}
