// metadata of what a workload becomes. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
import type { KubeMetadata } from '../../kube/object';
import type { Dict } from '../model/fields';
import type { Context } from './context';

/** Name, namespace, labels and annotations in the order in which people write them; empty maps are left out. */
export const metadataOf = (
  name: string,
  { namespace }: Pick<Context, 'namespace'>,
  labels?: Dict<string>,
  annotations?: Dict<string>,
): KubeMetadata => ({
  name,
  ...(namespace !== undefined && { namespace }),
  ...(labels !== undefined && Object.keys(labels).length > 0 && { labels }),
  ...(annotations !== undefined && Object.keys(annotations).length > 0 && { annotations }),
});
