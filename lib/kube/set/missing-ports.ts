// Ports that are not there: of a Service to which an Ingress leads, and of the pods to which a Service leads.
// https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
import { didYouMean } from '../../report/suggest';
import { at, type At, ROOT } from '../../report/place';
import { Suggestions } from '../../report/report';
import type { ContainerPort, Ingress, IngressBackend } from '../api/types';
import { type Decoded, decodedAs, podTemplateOf } from '../kinds';
import type { Member, Members, Typed } from './members';
import { forEachBackend } from './object-references';
import type { PodGroup } from './pods';

export function checkMissingPorts(members: Members): void {
  for (const ingress of members.as('networking.k8s.io/v1', 'Ingress')) {
    forEachBackend(ingress.object, (backend, place) => checkBackend(backend, place, ingress, members));
  }
  const ports = new PodPorts();
  for (const service of members.of('Service')) checkTargets(service, members, ports);
}

function checkBackend({ service }: IngressBackend, place: At, ingress: Typed<Ingress>, members: Members): void {
  const { name = '', port } = service ?? {};
  const member = members.get('Service', ingress.namespace, name);
  const ports = decodedAs(member?.decoded, 'v1', 'Service')?.spec?.ports;
  if (ports === undefined || port === undefined) return;
  const here = at(at(at(place, 'service'), 'port'), port.name ? 'name' : 'number');
  const wanted = port.name || port.number;
  if (!wanted || ports.some((one) => one.port === wanted || one.name === wanted)) return;
  const has = ports.slice(0, 5).map((one) => [one.port, one.name].filter(Boolean).join(' '));
  const message = `the Service ${name} in the same set has no such port; it has ${has.join(', ')}`;
  ingress.report.warning(here, 'missing-port', message, { value: wanted });
}

/** A name that none of the pods has leads nowhere; a number needs no port in the container. */
function checkTargets(service: Member, members: Members, ports: PodPorts): void {
  const { ports: own } = decodedAs(service.decoded, 'v1', 'Service')?.spec ?? {};
  own?.forEach(({ targetPort, protocol = 'TCP' }, index) => {
    if (typeof targetPort !== 'string' || targetPort === '') return;
    const groups = members.podsOf(service) ?? [];
    if (groups.length === 0 || !ports.lack(targetPort, protocol, groups)) return;
    const hint = didYouMean(ports.nearest(targetPort, protocol, groups));
    const kind = protocol === 'TCP' ? 'port' : `${protocol} port`;
    const message = `no container of the pods that are selected in the same set has a ${kind} of this name`;
    const place = at(at(at(at(ROOT, 'spec'), 'ports'), index), 'targetPort');
    service.report.warning(place, 'missing-port', message, { value: targetPort, hint });
  });
}

/** The named ports of pods, looked for so often and no more. */
class PodPorts {
  private left = 200_000;
  private readonly suggestions = new Suggestions();

  /** Whether none of the pods has a port of this name. Of custom resources nobody knows. */
  lack(name: string, protocol: string, groups: readonly PodGroup[]): boolean {
    return groups.every(({ owners }) =>
      owners.every((owner) => {
        if (owner === undefined || this.left-- <= 0) return false;
        return !portsOf(owner).some((port) => port.name === name && (port.protocol ?? 'TCP') === protocol);
      }),
    );
  }

  nearest(name: string, protocol: string, groups: readonly PodGroup[]): string | undefined {
    return this.suggestions.nearest(name, this.namesIn(groups, protocol));
  }

  private *namesIn(groups: readonly PodGroup[], protocol: string): Iterable<string> {
    for (const { owners } of groups) {
      for (const owner of owners) {
        if (owner === undefined || this.left-- <= 0) return;
        for (const port of portsOf(owner)) if (port.name && (port.protocol ?? 'TCP') === protocol) yield port.name;
      }
    }
  }
}

function portsOf(owner: Decoded): readonly ContainerPort[] {
  const { containers = [], initContainers = [] } = podTemplateOf(owner)?.spec ?? {};
  const all = initContainers.length === 0 ? containers : [...containers, ...initContainers];
  return all.length === 1 ? (all[0]?.ports ?? []) : all.flatMap(({ ports = [] }) => ports);
}
