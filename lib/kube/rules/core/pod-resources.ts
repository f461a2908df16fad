// The resources of a pod as a whole, which its containers share.
// https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#pod-level-resource-specification
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Container, PodSpec } from '../../api/types';
import {
  addQuantities,
  compareQuantity,
  parseQuantity,
  type Quantity,
  roundUpToMilli,
  storedForm,
} from '../../values/quantity';
import { checkResources, isHugePages } from './resource-requirements';

type ResourceList = Readonly<Record<string, number | string>>;

export function checkPodResources(spec: PodSpec, place: At, report: Report): void {
  const { resources, os, containers = [], initContainers = [] } = spec;
  if (resources === undefined) return;
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
    report.error(here, 'conflict', `must not be more than the limit of the pod, which is ${storedForm(whole)}`, {
      value,
    });
  }
}

function quantityOf(value: number | string | undefined): Quantity | undefined {
  const quantity = value === undefined ? undefined : parseQuantity(value);
  return quantity === undefined ? undefined : roundUpToMilli(quantity);
}

/** What runs at the same time, at the moment when it needs most: sidecars stay, the other init containers go. */
export function totalOf(
  field: 'requests' | 'limits',
  containers: readonly Container[],
  initContainers: readonly Container[],
): ReadonlyMap<string, Quantity> {
  const total = new Map<string, Quantity>();
  const sidecars = new Map<string, Quantity>();
  const most = new Map<string, Quantity>();
  for (const { resources } of containers) add(total, resources?.[field]);
  for (const { resources, restartPolicy } of initContainers) {
    const now = new Map(sidecars);
    add(now, resources?.[field]);
    if (restartPolicy === 'Always') {
      add(total, resources?.[field]);
      add(sidecars, resources?.[field]);
    }
    raise(most, now);
  }
  raise(total, most);
  return total;
}

function add(to: Map<string, Quantity>, list: ResourceList = {}): void {
  for (const name of Object.keys(list)) {
    const [quantity, there] = [quantityOf(list[name]), to.get(name)];
    if (quantity !== undefined) to.set(name, there === undefined ? quantity : addQuantities(there, quantity));
  }
}

function raise(to: Map<string, Quantity>, others: ReadonlyMap<string, Quantity>): void {
  for (const [name, quantity] of others) {
    const there = to.get(name);
    if (there === undefined || compareQuantity(quantity, there) > 0) to.set(name, quantity);
  }
}
