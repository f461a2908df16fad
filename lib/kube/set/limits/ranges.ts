// The LimitRanges of a set, and what containers need once these have filled in what is not stated.
// https://kubernetes.io/docs/concepts/policy/limit-range/
import type { Container, LimitRange, LimitRangeItem } from '../../api/types';
import type { Members } from '../members';

type ResourceList = Readonly<Record<string, number | string>>;

/** A LimitRange by its name. */
export interface Range {
  readonly name: string;
  readonly items: readonly LimitRangeItem[];
}

/** Those of a namespace. */
export interface Ranges {
  readonly all: readonly Range[];
  /** Whether what they fill in is known: of several of them, nobody knows which does so first. */
  readonly sure: boolean;
}

const NO_RANGES: Ranges = { all: [], sure: true };

/** By namespace. */
export class LimitRanges {
  private readonly byNamespace = new Map<string, Ranges>();

  constructor(members: Members) {
    for (const { name, namespace, object } of members.as('v1', 'LimitRange')) {
      const all = [...this.in(namespace).all, { name, items: itemsOf(object) }];
      const sure = all.filter(({ items }) => items.some(({ type }) => type === 'Container')).length < 2;
      this.byNamespace.set(namespace, { all, sure });
    }
  }

  in(namespace: string): Ranges {
    return this.byNamespace.get(namespace) ?? NO_RANGES;
  }
}

const itemsOf = ({ spec }: LimitRange): readonly LimitRangeItem[] =>
  (spec?.limits ?? []).map((item) => (item.type === 'Container' ? withDefaults(item) : item));

/** As the server stores it: what is not stated follows from what is. */
function withDefaults(item: LimitRangeItem): LimitRangeItem {
  const limits = { ...item.max, ...item.default };
  return { ...item, default: limits, defaultRequest: { ...item.min, ...limits, ...item.defaultRequest } };
}

/** A container of a pod that is made in the namespace. */
export function filledIn(container: Container, { all, sure }: Ranges): Container {
  const own = container.resources ?? {};
  let limits: ResourceList = { ...own.limits };
  let requests: ResourceList = { ...own.limits, ...own.requests };
  for (const item of sure ? all.flatMap(({ items }) => items).reverse() : []) {
    if (item.type !== 'Container') continue;
    limits = { ...item.default, ...limits };
    requests = { ...item.defaultRequest, ...requests };
  }
  return { ...container, resources: { ...own, limits, requests } };
}
