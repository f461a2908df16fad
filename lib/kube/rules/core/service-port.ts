// ServicePort: the ports of a Service and where they lead.
// https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ServicePort, ServiceSpec } from '../../api/types';
import { until } from '../../server';
import { portName, qualifiedName } from '../../values/syntax';
import { checkLabel1123, checkOneOfOrEmpty, checkRange, checkRequired, checkSpelling, checkUnique } from '../checks';
import { isHeadless } from './service-cluster-ip';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const FIRST_NODE_PORT = 30_000;
const LAST_NODE_PORT = 32_767;
/** The port of the kubelet on every node. */
const KUBELET_PORT = 10_250;

/** The range of node ports of a server that is not told otherwise. */
export const NODE_PORTS = `from ${FIRST_NODE_PORT} to ${LAST_NODE_PORT}, the node ports of a cluster`;

export function isNodePort(port: number): boolean {
  return port >= FIRST_NODE_PORT && port <= LAST_NODE_PORT;
}

export function checkServicePorts(spec: ServiceSpec, place: At, report: Report): void {
  const { ports = [], type } = spec;
  const here = at(place, 'ports');
  if (ports.length === 0 && !isHeadless(spec) && type !== 'ExternalName') {
    report.error(here, 'required', 'must have at least one port');
  }
  ports.forEach((port, index) => checkPort(port, spec, at(here, index), report));
  checkUnique(
    ports,
    ({ name }) => name || undefined,
    (index, name) =>
      report.error(at(at(here, index), 'name'), 'duplicate', 'is the name of an earlier port', { value: name }),
  );
  checkUnique(
    ports,
    ({ port, protocol }) => (port === undefined ? undefined : `${port}/${protocol || 'TCP'}`),
    (index, key) =>
      report.error(at(here, index), 'duplicate', `an earlier port has the same number and protocol, ${key}`),
  );
  checkNodePorts(spec, here, report);
}

function checkPort(port: ServicePort, { ports = [], type }: ServiceSpec, place: At, report: Report): void {
  if (ports.length > 1) checkRequired(port.name, at(place, 'name'), report, 'is required when there are several ports');
  if (port.name) checkLabel1123(port.name, at(place, 'name'), report);
  if (port.port === undefined) report.error(at(place, 'port'), 'required', 'is required, from 1 to 65535');
  else checkRange(port.port, 1, 65_535, at(place, 'port'), report);
  if (port.port === KUBELET_PORT && type === 'LoadBalancer') {
    const message = `may not be ${KUBELET_PORT} when the type is LoadBalancer: it is the kubelet's port on every node`;
    report.error(at(place, 'port'), 'forbidden', message, { value: port.port, where: until('1.32') });
  }
  checkOneOfOrEmpty(port.protocol, PROTOCOLS, at(place, 'protocol'), report);
  checkTargetPort(port.targetPort, at(place, 'targetPort'), report);
  checkSpelling(port.appProtocol, qualifiedName, at(place, 'appProtocol'), report);
}

/** 0, the empty string and nothing stand for the port of the Service itself. */
function checkTargetPort(target: number | string | undefined, place: At, report: Report): void {
  if (typeof target === 'number') return checkRange(target, 0, 65_535, place, report);
  if (!target) return;
  const problem = portName(target);
  if (problem === undefined) return;
  const hint = /^[0-9]{1,5}$/.test(target) ? `write ${Number(target)} without quotes` : undefined;
  report.error(place, 'bad-name', `must be a number or the name of a port of the container; as a name it ${problem}`, {
    value: target,
    hint,
  });
}

function checkNodePorts(spec: ServiceSpec, place: At, report: Report): void {
  const { ports = [], type } = spec;
  const open = type === 'NodePort' || type === 'LoadBalancer';
  const seen = new Set<string>();
  const taken = new Set<number>();
  const nodePortOf = new Map<number, number>();
  ports.forEach(({ port = 0, protocol, nodePort }, index) => {
    if (!nodePort) return;
    const here = at(at(place, index), 'nodePort');
    const key = `${nodePort}/${protocol || 'TCP'}`;
    if (!type || type === 'ClusterIP') {
      const message = 'may only be set when the type is NodePort or LoadBalancer';
      report.error(here, 'forbidden', message, { value: nodePort });
    } else if (seen.has(key)) {
      report.error(here, 'duplicate', 'is the nodePort of an earlier port already', { value: nodePort });
    } else if (open && !isNodePort(nodePort)) {
      report.error(here, 'out-of-range', `must be ${NODE_PORTS}`, { value: nodePort });
    } else if (open && taken.has(nodePort) && nodePortOf.get(port) !== nodePort) {
      const message = 'may be shared only by ports with the same number and different protocols';
      report.error(here, 'duplicate', message, { value: nodePort });
    }
    seen.add(key);
    taken.add(nodePort);
    // The first node port that one of several ports with this number states is the one of them all.
    if (!nodePortOf.has(port)) nodePortOf.set(port, nodePort);
  });
}
