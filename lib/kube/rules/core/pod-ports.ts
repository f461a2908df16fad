// The ports of all containers of a pod: they share one network, and with the node its host ports.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ContainerPort, PodSpec } from '../../api/types';

type List = 'initContainers' | 'containers';

/** A port as it is met, with the port of the node that it takes. */
interface Met {
  readonly list: List;
  readonly index: number;
  readonly number: number;
  readonly port: ContainerPort;
  readonly hostPort: number;
}

/** What has been met so far, by what two ports may have in common. */
interface Seen {
  readonly ports: Map<string, Met[]>;
  readonly names: Map<string, Met>;
  /** Of the containers that run together. */
  readonly hostPorts: Map<string, Met>;
}

/** More ports that are alike are not compared, each with each. */
const MOST_ALIKE = 20;

/** @param isPod - It is a Pod, which the server gives the host ports that hostNetwork means. */
export function checkPodPorts(spec: PodSpec, isPod: boolean, place: At, report: Report): void {
  const implied = spec.hostNetwork === true;
  const all = [...portsOf('initContainers', spec, isPod && implied), ...portsOf('containers', spec, isPod && implied)];
  const placeOf = ({ list, index, number }: Met): At => at(at(at(at(place, list), index), 'ports'), number);
  for (const met of all) {
    const { hostIP } = met.port;
    if (!hostIP || implied || met.hostPort !== 0) continue;
    report.warning(at(placeOf(met), 'hostIP'), 'no-effect', 'is read only beside hostPort', { value: hostIP });
  }
  if (all.length < 2) return;
  const seen: Seen = { ports: new Map(), names: new Map(), hostPorts: new Map() };
  for (const met of all) {
    const here = placeOf(met);
    const doubled = checkHostPort(met, seen, implied, at(here, 'hostPort'), report);
    if (!doubled) checkAlike(met, seen, at(here, 'containerPort'), report);
    checkName(met, seen, at(here, 'name'), report);
  }
}

function portsOf(list: List, spec: PodSpec, implied: boolean): Met[] {
  const found: Met[] = [];
  spec[list]?.forEach(({ ports = [] }, index) =>
    ports.forEach((port, number) => {
      const hostPort = port.hostPort || (implied ? (port.containerPort ?? 0) : 0);
      found.push({ list, index, number, port, hostPort });
    }),
  );
  return found;
}

/** No port of the node may be taken twice by containers that run together. @returns Whether it is. */
function checkHostPort(met: Met, { hostPorts }: Seen, implied: boolean, place: At, report: Report): boolean {
  const { port, hostPort, list, index } = met;
  const taken = hostPort || (implied ? (port.containerPort ?? 0) : 0);
  if (taken === 0) return false;
  // Init containers run one by one.
  const together = list === 'containers' ? '' : index;
  const key = `${together}/${port.protocol || 'TCP'}/${port.hostIP ?? ''}/${taken}`;
  const first = hostPorts.get(key);
  if (first === undefined) {
    hostPorts.set(key, met);
    return false;
  }
  const details = { value: port.hostPort };
  if (first.hostPort !== 0 && hostPort !== 0) {
    const message = `${nameOf(first)} already uses the port ${taken} of the node`;
    report.error(place, 'duplicate', message, details);
    return true;
  }
  const message = `the pods are refused: with hostNetwork, ${nameOf(first)} already uses the port ${taken} of the node`;
  report.warning(place, 'refused-later', message, details);
  return true;
}

function checkAlike(met: Met, { ports }: Seen, place: At, report: Report): void {
  const { port } = met;
  if (port.containerPort === undefined) return;
  const key = `${port.containerPort}/${port.protocol || 'TCP'}`;
  const others = ports.get(key);
  if (others === undefined) {
    ports.set(key, [met]);
    return;
  }
  const other = others.find((one) => likeness(met, one) !== undefined);
  if (others.length < MOST_ALIKE) others.push(met);
  if (other === undefined) return;
  report.warning(place, 'duplicate', `${nameOf(other)} ${likeness(met, other)}`, { value: port.containerPort });
}

/** What of two ports of the same number and protocol is to be said, if anything. */
function likeness(one: Met, other: Met): string | undefined {
  const key = `${one.port.containerPort}/${one.port.protocol || 'TCP'}`;
  if (one.list === other.list && one.index === other.index)
    return `already declares ${key}; server-side apply refuses the repetition`;
  const [ip, otherIp] = [one.port.hostIP ?? '', other.port.hostIP ?? ''];
  const sameHost = one.hostPort === other.hostPort;
  if ((sameHost && ip === otherIp) || one.hostPort === 0 || other.hostPort === 0)
    return `already declares ${key}, and the containers of a pod share their ports`;
  return sameHost && (ip === '') !== (otherIp === '')
    ? `takes the same port of the node, one of them on all addresses and one on a single one`
    : undefined;
}

function checkName(met: Met, { names }: Seen, place: At, report: Report): void {
  const { name } = met.port;
  if (!name) return;
  const first = names.get(name);
  if (first === undefined) {
    names.set(name, met);
    return;
  }
  // In one container it is refused.
  if (first.list === met.list && first.index === met.index) return;
  const message = `${nameOf(first)} has the same name, and is meant where a Service names it`;
  report.warning(place, 'duplicate', message, { value: name });
}

const nameOf = ({ list, index, number }: Met): string => `${list}[${index}].ports[${number}]`;
