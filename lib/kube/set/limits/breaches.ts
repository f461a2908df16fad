// What an item of a LimitRange has against what something needs.
// https://kubernetes.io/docs/concepts/policy/limit-range/#constraints-on-resource-limits-and-requests
import type { LimitRangeItem } from '../../api/types';
import { compareQuantity, parseQuantity, type Quantity, quantitySign, storedForm } from '../../values/quantity';

type ResourceList = Readonly<Record<string, number | string>>;

/** By the name of the resource. */
export type Amounts = ReadonlyMap<string, Quantity>;

export interface Needs {
  readonly requests: Amounts;
  /** Undefined for a claim, of which only the requests count. */
  readonly limits: Amounts | undefined;
}

/** Something that is not as it must be. */
export interface Breach {
  readonly field: 'requests' | 'limits';
  readonly resource: string;
  readonly must: string;
  /** It is not there at all. */
  readonly missing?: true;
}

export function amountsOf(list: ResourceList = {}): Amounts {
  const amounts = Object.keys(list).map((name) => [name, parseQuantity(list[name] as number | string)] as const);
  return new Map(amounts.flatMap(([name, amount]) => (amount === undefined ? [] : [[name, amount] as const])));
}

export function breachesOf({ min, max, maxLimitRequestRatio }: LimitRangeItem, needs: Needs): readonly Breach[] {
  return [
    ...[...amountsOf(min)].flatMap(([resource, least]) => below(resource, least, needs)),
    ...[...amountsOf(max)].flatMap(([resource, most]) => above(resource, most, needs)),
    ...[...amountsOf(maxLimitRequestRatio)].flatMap(([resource, ratio]) => apart(resource, ratio, needs)),
  ];
}

function below(resource: string, least: Quantity, { requests, limits }: Needs): readonly Breach[] {
  const must = `must be at least ${storedForm(least)}`;
  const request = requests.get(resource);
  if (request === undefined) return [{ field: 'requests', resource, must, missing: true }];
  if (compareQuantity(request, least) < 0) return [{ field: 'requests', resource, must }];
  const limit = limits?.get(resource);
  return limit !== undefined && compareQuantity(limit, least) < 0 ? [{ field: 'limits', resource, must }] : [];
}

function above(resource: string, most: Quantity, { requests, limits }: Needs): readonly Breach[] {
  const must = `must be at most ${storedForm(most)}`;
  const field = limits === undefined ? 'requests' : 'limits';
  const bound = (limits ?? requests).get(resource);
  if (bound === undefined) return [{ field, resource, must, missing: true }];
  if (compareQuantity(bound, most) > 0) return [{ field, resource, must }];
  const request = requests.get(resource);
  return request !== undefined && compareQuantity(request, most) > 0 ? [{ field: 'requests', resource, must }] : [];
}

function apart(resource: string, ratio: Quantity, { requests, limits = new Map() }: Needs): readonly Breach[] {
  const [request, limit] = [requests.get(resource), limits.get(resource)];
  const must = `must be at most ${storedForm(ratio)} times the request`;
  if (request === undefined || quantitySign(request) === 0) {
    return [{ field: 'requests', resource, must: `must be set, as the limit ${must}`, missing: true }];
  }
  if (limit === undefined || quantitySign(limit) === 0) return [{ field: 'limits', resource, must, missing: true }];
  return (thousandths(limit) / thousandths(request)) * 1000 > thousandths(ratio)
    ? [{ field: 'limits', resource, must }]
    : [];
}

/** The server compares in floating point, too. */
const thousandths = ({ digits, exponent }: Quantity): number => Number(digits) * 10 ** (exponent + 3);
