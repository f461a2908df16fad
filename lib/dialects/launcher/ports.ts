// exposedPorts: ports of the container; published on the node as stated, or by a NodePort Service.
// https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
import type { Path } from '../../problem';
import { CONTAINER, type Draft, type Pruned } from './draft';
import type { LauncherPort } from './schema';

/** Puts one port into the draft. */
export function convertPort(port: Pruned<LauncherPort>, path: Path, draft: Draft): void {
  const { targetPort, publishedPort } = port;
  if (targetPort === undefined) return;
  // In any letter case in the document; a word that is no protocol is refused by the API server's rule.
  const protocol = (port.protocol || 'TCP').toUpperCase() as 'TCP';
  const published = typeof publishedPort === 'number' && publishedPort !== 0;
  if (publishedPort === 0) draft.ignore([...path, 'publishedPort'], '0 means not published');
  const index = draft.containerPorts.length;
  draft.containerPorts.push({ containerPort: targetPort, protocol, ...(published && { hostPort: publishedPort }) });
  const declared = ['containers', CONTAINER, 'ports', index];
  draft.follow(path, declared);
  draft.map([...path, 'targetPort'], [...declared, 'containerPort']);
  if (port.protocol) draft.map([...path, 'protocol'], [...declared, 'protocol']);
  else draft.notes.push({ fate: 'defaulted', path: [...path, 'protocol'], message: 'TCP' });
  if (published) return draft.map([...path, 'publishedPort'], [...declared, 'hostPort']);
  const service = ['ports', draft.nodePorts.length];
  draft.nodePorts.push({ name: `port${draft.nodePorts.length}`, port: targetPort, protocol, node: true });
  draft.follow(path, service);
  draft.follow([...path, 'targetPort'], [...service, 'port'], [...service, 'targetPort']);
  draft.follow([...path, 'protocol'], [...service, 'protocol']);
}
