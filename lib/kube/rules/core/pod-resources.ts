// The resources of a pod as a whole, which its containers share.
// https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#pod-level-resource-specification
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Container, PodSpec } from '../../api/types';
import { compareQuantity, type Quantity, storedForm } from '../../values/quantity';
import { quantityOf, totalOf } from './pod-totals';
import { checkResources, isHugePages } from './resource-requirements';

type ResourceList = Readonly<Record<string, number | string>>;

/** @param isPod - It is a Pod, where the server fills in requests. */
export function checkPodResources(stated: PodSpec, isPod: boolean, place: At, report: Report): void {
  if (stated.resources === undefined) return;
  const spec = isPod ? withRequests(stated) : stated;
  const { resources = {}, os, containers = [], initContainers = [] } = spec;
  if (os?.name === 'windows') {
    report.error(place, 'forbidden', 'may not be set for a windows pod');
    return;
  }
  if (resources.claims !== undefined) report.error(at(place, 'claims'), 'forbidden', 'may only be set in a container');
  checkResources(resources, place, report, 'a pod');
  const { requests = {}, limits = {} } = resources;
  checkTotals(requests, totalOf('requests', containers, initContainers), at(place, 'requests'), report, () => true);
  checkTotals(limits, totalOf('limits', containers, initContainers), at(place, 'limits'), report, isHugePages);
  containers.forEach((container, index) => checkLimits(container, index, limits, place, report));
}

/** What the containers need together must not be more than the pod has. */
function checkTotals(
  ofPod: ResourceList,
  totals: ReadonlyMap<string, Quantity>,
  place: At,
  report: Report,
  isMeant: (name: string) => boolean,
): void {
  for (const [name, total] of totals) {
    const own = Object.hasOwn(ofPod, name) ? quantityOf(ofPod[name]) : undefined;
    if (own === undefined || !isMeant(name) || compareQuantity(total, own) <= 0) continue;
    const message = `must be at least ${storedForm(total)}, which its containers need together`;
    report.error(at(place, name), 'conflict', message, { value: ofPod[name] });
  }
}

function checkLimits({ resources }: Container, index: number, ofPod: ResourceList, place: At, report: Report): void {
  for (const [name, value] of Object.entries(resources?.limits ?? {})) {
    const [own, whole] = [quantityOf(value), Object.hasOwn(ofPod, name) ? quantityOf(ofPod[name]) : undefined];
    if (own === undefined || whole === undefined || compareQuantity(own, whole) <= 0) continue;
    const container = at(at(place.parent as At, 'containers'), index);
    const here = at(at(at(container, 'resources'), 'limits'), name);
    // Where the server drops what the pod has, nothing is to be compared with.
    report.error(here, 'conflict', `must not be more than the limit of the pod, which is ${storedForm(whole)}`, {
      value,
      where: report.soundAt(place),
    });
  }
}

/** The spec with the requests of the containers and of the pod that a Pod has when they are not stated. */
function withRequests(spec: PodSpec): PodSpec {
  const filled = (list: readonly Container[] = []): readonly Container[] =>
    list.map((container) => {
      const { limits, requests } = container.resources ?? {};
      if (limits === undefined) return container;
      return { ...container, resources: { ...container.resources, requests: { ...limits, ...requests } } };
    });
  const [containers, initContainers] = [filled(spec.containers), filled(spec.initContainers)];
  const limits: Record<string, number | string> = { ...spec.resources?.limits };
  const requests: Record<string, number | string> = { ...spec.resources?.requests };
  if (Object.keys(limits).length > 0 || Object.keys(requests).length > 0) {
    for (const [name, total] of totalOf('limits', containers, initContainers)) {
      if (isHugePages(name) && !Object.hasOwn(requests, name)) limits[name] ??= storedForm(total);
    }
  }
  if (Object.keys(limits).length > 0) {
    for (const [name, total] of totalOf('requests', containers, initContainers)) {
      if (isShared(name)) requests[name] ??= storedForm(total);
    }
    for (const [name, limit] of Object.entries(limits))
      if (isShared(name) || isHugePages(name)) requests[name] ??= limit;
  }
  return { ...spec, containers, initContainers, resources: { ...spec.resources, limits, requests } };
}

/** What the containers of a pod may share, so that their requests add up to less than the limits. */
const isShared = (name: string): boolean => name === 'cpu' || name === 'memory';
