// exposedPorts: ports of the container; published on the node as stated, or by a NodePort Service.
// https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
import type { Path } from '../../report/problem';
import { type Pruned } from '../draft';
import { CONTAINER, type LauncherDraft } from './draft';
import type { LauncherPort } from './schema';

/** Puts one port into the draft. */
export function convertPort(port: Pruned<LauncherPort>, path: Path, draft: LauncherDraft): void {
  const { targetPort, publishedPort } = port;
  if (targetPort === undefined) return;
  const protocol = protocolOf(port.protocol || 'TCP', [...path, 'protocol'], draft);
  const published = typeof publishedPort === 'number' && publishedPort !== 0;
  if (publishedPort === 0) draft.ignore([...path, 'publishedPort'], '0 means not published');
  const index = draft.containerPorts.length;
  draft.containerPorts.push({ containerPort: targetPort, protocol, ...(published && { hostPort: publishedPort }) });
  const declared = ['containers', CONTAINER, 'ports', index];
  draft.follow(path, declared);
  draft.map([...path, 'targetPort'], [...declared, 'containerPort']);
  if (port.protocol) draft.map([...path, 'protocol'], [...declared, 'protocol']);
  else draft.fill([...path, 'protocol'], [...declared, 'protocol'], 'TCP');
  if (published) return draft.map([...path, 'publishedPort'], [...declared, 'hostPort']);
  const service = ['ports', draft.nodePorts.length];
  draft.nodePorts.push({ name: `port${draft.nodePorts.length}`, port: targetPort, protocol, node: true });
  draft.follow(path, service);
  draft.follow([...path, 'targetPort'], [...service, 'port'], [...service, 'targetPort']);
}

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'] as const;

/** In any letter case in the document. */
function protocolOf(given: string, path: Path, draft: LauncherDraft): (typeof PROTOCOLS)[number] {
  const protocol = PROTOCOLS.find((each) => each === given.toUpperCase());
  if (protocol === undefined)
    draft.refuse('not-one-of', path, `expected one of ${PROTOCOLS.join(', ')}`, { value: given });
  return protocol ?? 'TCP';
}
