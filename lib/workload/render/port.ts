// Ports of a workload: the Services that lead to its pods. KAM v1/network/port; https://kubernetes.io/docs/concepts/services-networking/service/
import type * as k8s from '../../kube/api/written';
import type { KubeObject } from '../../kube/object';
import { portName } from '../../kube/values/syntax';
import { at, type At, ROOT } from '../../report/place';
import { merged, put } from '../../shape/maps';
import type { Dict } from '../model/fields';
import type { Port } from '../model/port';
import type { Context } from './context';
import { metadataOf } from './metadata';
import { type Selector, selectorRenames } from './selector';
import { stated } from './stated';

interface Placed {
  readonly port: Port;
  readonly place: At;
}

/** The Services of a workload: private ports, `public` ports and `node` ports each get one. */
export function renderServices(
  ports: readonly Port[],
  selector: Selector,
  labels: Dict<string> | undefined,
  context: Context,
): KubeObject[] {
  const place = at(ROOT, 'ports');
  const placed = ports.map((port, index): Placed => ({ port, place: at(place, index) }));
  for (const { port, place: where } of placed) {
    if (port.public === true && port.node === true)
      context.report.error(where, 'conflict', 'is either `public` or `node`, not both');
  }
  const shared = placed.filter(({ port }) => port.public !== true && port.node !== true);
  const open = placed.filter(({ port }) => port.public === true);
  const node = placed.filter(({ port }) => port.node === true && port.public !== true);
  return [
    ...renderService(context.name, undefined, shared, selector, labels, context),
    ...renderService(`${context.name}-public`, 'LoadBalancer', open, selector, labels, context),
    ...renderService(`${context.name}-node`, 'NodePort', node, selector, labels, context),
  ];
}

function renderService(
  name: string,
  type: string | undefined,
  ports: readonly Placed[],
  selector: Selector,
  labels: Dict<string> | undefined,
  context: Context,
): KubeObject[] {
  const first = ports[0];
  if (first === undefined) return [];
  const annotations = merge('annotations', ports, {}, context);
  const ownLabels = merge('labels', ports, labels ?? {}, context);
  const names = ports.length > 1 ? portNames(ports) : [];
  const list = ports.map(({ port, place }, index) => context.origins.keep(servicePort(port, names[index]), place));
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: context.origins.keep(metadataOf(name, context, ownLabels, annotations), ROOT),
      spec: context.origins.keep(
        {
          ...(type !== undefined && { type }),
          selector: context.origins.keep({ ...selector.labels }, at(ROOT, 'selector'), () => selectorRenames(selector)),
          ports: context.origins.keep(list, at(ROOT, 'ports')),
        },
        at(ROOT, 'ports'),
        '*',
      ),
    },
  ];
}

/** Kubernetes wants names where a Service has several ports; KAM's ports have none, so that they are made of protocol and number. */
function portNames(ports: readonly Placed[]): string[] {
  const given = new Set(ports.map(({ port: { name } }) => name));
  const taken = new Map<string, number>();
  return ports.map(({ port: { name, port, protocol } }) => {
    if (name !== undefined) return name;
    // One that is none is reported as such.
    const number = Number.isInteger(port) ? Math.abs(port) % 100_000 : 0;
    const wanted = `${(protocol ?? 'TCP').toLowerCase()}-${number}`;
    let count = (taken.get(wanted) ?? 0) + 1;
    let made = count === 1 ? wanted : `${wanted}-${count}`;
    while (given.has(made)) made = `${wanted}-${++count}`;
    taken.set(wanted, count);
    return made;
  });
}

function servicePort({ port, targetPort, protocol, name }: Port, madeName: string | undefined): k8s.ServicePort {
  const ownName = name ?? madeName;
  return {
    ...(ownName !== undefined && { name: ownName }),
    port,
    ...(targetPort !== undefined && { targetPort }),
    ...(protocol !== undefined && { protocol }),
  };
}

/** Labels or annotations of all ports of a Service together; two that contradict each other are an error. */
function merge(
  field: 'labels' | 'annotations',
  ports: readonly Placed[],
  start: Dict<string>,
  context: Context,
): Dict<string> {
  const all = merged(start);
  const places: Record<string, At> = {};
  const seen = new Map<string, string>();
  for (const { port, place } of ports) {
    for (const [key, value] of Object.entries(port[field] ?? {})) {
      const other = seen.get(key);
      if (other !== undefined && other !== value) {
        context.report.error(
          at(at(place, field), key),
          'conflict',
          `another port of the same Service says ${JSON.stringify(other)}`,
          { value },
        );
      }
      seen.set(key, value);
      put(all, key, value);
      put(places, key, at(at(place, field), key));
    }
  }
  return context.origins.keep(all, at(ROOT, field), places);
}

/** The container ports that the workload's ports need and that no container declares; they go to the first container. */
export function missingContainerPorts(
  ports: readonly Port[],
  declared: readonly k8s.ContainerPort[],
  context: Context,
): k8s.ContainerPort[] {
  const known = new Set(declared.map(({ containerPort, protocol }) => `${containerPort}/${protocol ?? 'TCP'}`));
  const names = new Set(declared.map(({ name }) => name));
  const place = at(ROOT, 'ports');
  const missing: k8s.ContainerPort[] = [];
  ports.forEach((port, index) => {
    const containerPort = port.targetPort ?? port.port;
    const id = `${containerPort}/${port.protocol ?? 'TCP'}`;
    // One out of range is reported of the Service.
    if (typeof containerPort !== 'number' || !(containerPort >= 1 && containerPort <= 65535) || known.has(id)) return;
    known.add(id);
    // A private and a public port may have the same name; two ports of a container may not.
    const isFree = port.name !== undefined && !names.has(port.name) && portName(port.name) === undefined;
    names.add(port.name);
    const name = isFree ? port.name : undefined;
    const { protocol } = port;
    const where = port.targetPort === undefined ? ['port'] : ['targetPort'];
    missing.push(
      context.origins.keep(stated({ name, containerPort, protocol }), at(place, index), { containerPort: where }),
    );
  });
  return missing;
}
