// The resources that a quota counts, and that a node has: which names there are and which amounts of them.
// https://kubernetes.io/docs/concepts/policy/resource-quotas/#types-of-resource-quota
import { didYouMean } from '../../../report/suggest';
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { isWhole, parseQuantity, quantitySign, roundUpToMilli } from '../../values/quantity';
import { qualifiedName } from '../../values/syntax';
import { isExtended } from './resource-requirements';

/** What pods are counted by where only some of them are. */
export const COUNTED_OF_PODS: readonly string[] = [
  'pods',
  'cpu',
  'memory',
  'requests.cpu',
  'requests.memory',
  'limits.cpu',
  'limits.memory',
];

/** Objects that are counted. */
const COUNTED = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];
const NAMES: readonly string[] = [
  ...new Set([
    ...COUNTED_OF_PODS,
    ...COUNTED,
    'ephemeral-storage',
    'requests.ephemeral-storage',
    'limits.ephemeral-storage',
    'requests.storage',
  ]),
];

/** A name without domain that a quota can have. */
export const isQuotaName = (name: string): boolean => NAMES.includes(name) || /^(?:requests\.)?hugepages-/.test(name);

/** The name of what a quota limits. */
export function checkQuotaName(name: string, place: At, report: Report): boolean {
  const problem = qualifiedName(name);
  if (problem !== undefined) {
    report.error(place, 'bad-name', `as the name of a resource, ${problem}`);
  } else if (!name.includes('/') && !isQuotaName(name)) {
    const meant = name === 'storage' ? 'requests.storage' : report.nearest(name, NAMES);
    const message = 'is nothing that a quota counts: must be one of its own resources, or a name with a domain';
    const hint = meant === undefined ? 'for objects of any kind write count/<plural>.<group>' : didYouMean(meant);
    report.error(place, 'not-one-of', message, { hint });
  }
  return problem === undefined;
}

/** The name of any resource that there is. */
export function checkResourceName(name: string, place: At, report: Report): void {
  const problem = qualifiedName(name);
  if (problem !== undefined) {
    report.error(place, 'bad-name', `as the name of a resource, ${problem}`);
  } else if (!name.includes('/') && !isQuotaName(name) && name !== 'storage') {
    const hint = didYouMean(report.nearest(name, [...NAMES, 'storage']));
    report.error(place, 'not-one-of', 'is no resource that Kubernetes knows, and has no domain', { hint });
  }
}

/** An amount of a resource of a quota or a node. */
export function checkQuotaValue(name: string, value: number | string, place: At, report: Report): void {
  const parsed = parseQuantity(value);
  if (parsed === undefined) return;
  const quantity = roundUpToMilli(parsed);
  if (quantitySign(quantity) < 0) report.error(place, 'out-of-range', 'must not be negative', { value });
  if ((COUNTED.includes(name) || isExtended(name)) && !isWhole(quantity))
    report.error(place, 'out-of-range', 'must be a whole number', { value });
}

/** Of devices a quota counts what is requested, under that name alone. */
export function warnOfUncounted(name: string, place: At, report: Report): void {
  if (!isExtended(name) || /^count\/|(?:^|\.)k8s\.io\//.test(name)) return;
  report.warning(place, 'no-effect', 'is not counted by a quota', { hint: `write requests.${name}` });
}
