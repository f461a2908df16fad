// ResourceRequirements: what a container may use and what is kept for it.
// https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { nearest } from '../../../report/suggest';
import type { ResourceRequirements } from '../../api/types';
import {
  compareQuantity,
  isWhole,
  parseQuantity,
  type Quantity,
  quantitySign,
  roundUpToMilli,
  storedForm,
  wholeUnits,
} from '../../values/quantity';
import { qualifiedName } from '../../values/syntax';

type ResourceList = Readonly<Record<string, number | string>>;

const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];
const HUGE_PAGES = 'hugepages-';

type Owner = 'a container' | 'a pod';

export const isHugePages = (name: string): boolean => name.startsWith(HUGE_PAGES);

/** @param of - Whose they are: a pod as a whole has fewer. */
export function checkResources(
  resources: ResourceRequirements,
  place: At,
  report: Report,
  of: Owner = 'a container',
): void {
  const { limits, requests } = resources;
  if (limits !== undefined) checkResourceList(limits, at(place, 'limits'), report, of);
  if (requests !== undefined) {
    checkResourceList(requests, at(place, 'requests'), report, of);
    checkRequests(requests, limits ?? {}, place, report);
  }
  checkHugePagesNeedMore(limits ?? {}, requests ?? {}, place, report);
}

/** A quantity as the server holds it under `resources`. */
function quantityOf(value: number | string | undefined): Quantity | undefined {
  const quantity = value === undefined ? undefined : parseQuantity(value);
  return quantity === undefined ? undefined : roundUpToMilli(quantity);
}

/** What a pod takes beside its containers: like limits. */
export function checkOverhead(overhead: ResourceList, place: At, report: Report): void {
  checkResourceList(overhead, place, report, 'a container');
  checkHugePagesNeedMore(overhead, {}, place, report);
}

/** The keys and values of limits or requests. */
function checkResourceList(list: ResourceList, place: At, report: Report, of: Owner): void {
  for (const name of Object.keys(list)) {
    const here = at(place, name);
    checkResourceName(name, here, report, of);
    const value = list[name] as number | string;
    const quantity = quantityOf(value);
    if (quantity === undefined) continue;
    if (quantitySign(quantity) < 0) report.error(here, 'out-of-range', 'must not be negative', { value });
    else if (isExtended(name) && !isWhole(quantity))
      report.error(here, 'out-of-range', 'must be a whole number', { value });
    else if (name.startsWith(HUGE_PAGES) && qualifiedName(name) === undefined)
      checkHugePages(name, quantity, value, here, report);
    else if (name === 'memory' || name === 'ephemeral-storage') checkWholeBytes(value, quantity, here, report);
  }
}

/** The name of a resource. */
export function checkResourceName(name: string, place: At, report: Report, of: Owner): void {
  if (of === 'a pod') {
    if (name === 'cpu' || name === 'memory' || (isHugePages(name) && qualifiedName(name) === undefined)) return;
    const message = 'is no resource of a pod: must be cpu, memory or hugepages-<size>';
    report.error(place, 'not-one-of', message, { hint: 'state it for the containers' });
    return;
  }
  checkContainerResource(name, place, report);
}

/** The name of what a container may have some of. */
export function checkContainerResource(name: string, place: At, report: Report): void {
  if (STANDARD.includes(name)) return;
  const problem = qualifiedName(name);
  if (problem !== undefined) {
    report.error(place, 'bad-name', `as the name of a resource, ${problem}`, nameHint(name));
  } else if (!name.includes('/')) {
    if (name.startsWith(HUGE_PAGES)) return;
    const message = `is no resource of a container: must be cpu, memory, ephemeral-storage, hugepages-<size>, or a name with a domain`;
    report.error(place, 'not-one-of', message, nameHint(name));
  } else if (!isNative(name) && !isExtended(name)) {
    report.error(place, 'bad-name', 'must not start with "requests.", and its domain must be at most 244 characters');
  }
}

function nameHint(name: string): { hint?: string } {
  if (/^gpus?$/i.test(name)) return { hint: 'devices have a domain, such as nvidia.com/gpu' };
  const meant = nearest(name, STANDARD);
  return meant === undefined ? {} : { hint: didYouMean(meant) };
}

/** A resource that Kubernetes itself knows. */
const isNative = (name: string): boolean => !name.includes('/') || name.includes('kubernetes.io/');

/** A resource that a device plugin or an administrator brings, such as `nvidia.com/gpu`. */
export const isExtended = (name: string): boolean =>
  !isNative(name) && !name.startsWith('requests.') && qualifiedName(`requests.${name}`) === undefined;

/** Whether more may be promised than there is: not so for devices and huge pages. */
export const mayOvercommit = (name: string): boolean => isNative(name) && !name.startsWith(HUGE_PAGES);

function checkRequests(requests: ResourceList, limits: ResourceList, place: At, report: Report): void {
  for (const name of Object.keys(requests)) {
    const here = at(at(place, 'requests'), name);
    const request = quantityOf(requests[name]);
    const hasLimit = Object.hasOwn(limits, name);
    const limit = hasLimit ? quantityOf(limits[name]) : undefined;
    if (request === undefined || report.hasShapeProblem(at(at(place, 'limits'), name))) continue;
    const details = { value: requests[name] };
    if (limit === undefined) {
      if (!mayOvercommit(name))
        report.error(
          at(at(place, 'limits'), name),
          'required',
          `is required, as ${name} is requested and cannot be shared`,
        );
      continue;
    }
    const order = compareQuantity(request, limit);
    if (order !== 0 && !mayOvercommit(name)) {
      report.error(
        here,
        'conflict',
        `must equal the limit, which is ${storedForm(limit)}, as ${name} cannot be shared`,
        details,
      );
    } else if (order > 0) {
      report.error(here, 'conflict', `must not be more than the limit, which is ${storedForm(limit)}`, details);
    }
  }
}

function checkHugePages(name: string, quantity: Quantity, value: number | string, place: At, report: Report): void {
  const size = parseQuantity(name.slice(HUGE_PAGES.length));
  if (size === undefined || quantitySign(size) <= 0 || !isWhole(size) || wholeUnits(size) === 0n) {
    report.error(
      place,
      'bad-name',
      'the page size after "hugepages-" must be a whole quantity of bytes, as in hugepages-2Mi',
    );
  } else if (wholeUnits(quantity) % wholeUnits(size) !== 0n) {
    report.error(place, 'out-of-range', `must be a multiple of the page size ${name.slice(HUGE_PAGES.length)}`, {
      value,
    });
  }
}

function checkHugePagesNeedMore(limits: ResourceList, requests: ResourceList, place: At, report: Report): void {
  const has = (test: (name: string) => boolean): boolean =>
    Object.keys(limits).some(test) || Object.keys(requests).some(test);
  if (!has((name) => name.startsWith(HUGE_PAGES)) || has((name) => name === 'cpu' || name === 'memory')) return;
  report.error(place, 'required', 'huge pages need cpu or memory beside them, in limits or requests');
}

/** `100m` of memory is a tenth of a byte. */
export function checkWholeBytes(value: number | string, quantity: Quantity, place: At, report: Report): void {
  if (isWhole(quantity)) return;
  const hint =
    typeof value === 'string' && /^[0-9.]+m$/.test(value)
      ? `did you mean ${value.slice(0, -1)}M or ${value.slice(0, -1)}Mi?`
      : undefined;
  report.warning(place, 'suspicious', 'is a fraction of a byte', { value, hint });
}
