// What the containers of a pod need together.
// https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
import type { Container } from '../../api/types';
import { addQuantities, compareQuantity, parseQuantity, type Quantity, roundUpToMilli } from '../../values/quantity';

type ResourceList = Readonly<Record<string, number | string>>;

/** As the server holds it. */
export function quantityOf(value: number | string | undefined): Quantity | undefined {
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
