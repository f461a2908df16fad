// ContainerPort: a port that a container listens on.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ContainerPort } from '../../api/types';
import { portName } from '../../values/syntax';
import { checkOneOfOrEmpty, checkRange, checkSpelling, checkUnique } from '../checks';

/** The protocols of ports. */
export const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

export function checkContainerPorts(ports: readonly ContainerPort[] | undefined, place: At, report: Report): void {
  if (ports === undefined) return;
  for (let index = 0; index < ports.length; index++)
    checkContainerPort(ports[index] as ContainerPort, at(place, index), report);
  checkUnique(
    ports,
    (port) => port.name || undefined,
    (index, name, first) => {
      const message = `ports[${first}] of this container has the same name`;
      report.error(at(at(place, index), 'name'), 'duplicate', message, { value: name });
    },
  );
}

function checkContainerPort(port: ContainerPort, place: At, report: Report): void {
  if (port.name !== '') checkSpelling(port.name, portName, at(place, 'name'), report, toPortName);
  if (port.containerPort === undefined) report.error(at(place, 'containerPort'), 'required', 'is required');
  else checkRange(port.containerPort, 1, 65535, at(place, 'containerPort'), report);
  checkRange(port.hostPort, 0, 65535, at(place, 'hostPort'), report);
  checkOneOfOrEmpty(port.protocol, PROTOCOLS, at(place, 'protocol'), report);
}

/** A port name near one that is none. */
function toPortName(name: string): string | undefined {
  const fixed = name
    .slice(0, 15)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return portName(fixed) === undefined ? fixed : undefined;
}
