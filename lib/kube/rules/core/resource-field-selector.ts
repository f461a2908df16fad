// ResourceFieldSelector: a limit or request of a container, as the value of an environment variable or the content of a file.
// https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#downwardapi-resourceFieldRef
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { nearest } from '../../../report/suggest';
import type { ResourceFieldSelector } from '../../api/types';
import { parseQuantity, quantitySign, storedForm } from '../../values/quantity';
import { alternatives, checkRequired } from '../checks';
import type { FieldUse } from './object-field-selector';

const RESOURCES = [
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
];
const CPU_DIVISORS = ['1m', '1'];
const BYTE_DIVISORS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

export function checkResourceFieldSelector(
  selector: ResourceFieldSelector,
  use: FieldUse,
  place: At,
  report: Report,
): void {
  const { resource } = selector;
  if (use === 'file')
    checkRequired(selector.containerName, at(place, 'containerName'), report, 'is required in a volume');
  if (!checkRequired(resource, at(place, 'resource'), report)) return;
  checkResource(resource as string, at(place, 'resource'), report);
  checkDivisor(selector, at(place, 'divisor'), report);
}

const isHugePages = (resource: string): boolean =>
  resource.startsWith('limits.hugepages-') || resource.startsWith('requests.hugepages-');

function checkResource(resource: string, place: At, report: Report): void {
  if (RESOURCES.includes(resource) || isHugePages(resource)) return;
  const meant = nearest(resource, RESOURCES);
  report.error(
    place,
    'not-one-of',
    'must be limits. or requests. and then cpu, memory, ephemeral-storage or hugepages-<size>',
    {
      value: resource,
      hint: didYouMean(meant),
    },
  );
}

function checkDivisor({ resource, divisor }: ResourceFieldSelector, place: At, report: Report): void {
  const quantity = divisor === undefined || resource === undefined ? undefined : parseQuantity(divisor);
  if (quantity === undefined || quantitySign(quantity) === 0) return;
  const cpu = resource === 'limits.cpu' || resource === 'requests.cpu';
  if (!cpu && !RESOURCES.includes(resource as string) && !isHugePages(resource as string)) return;
  const allowed = cpu ? CPU_DIVISORS : BYTE_DIVISORS;
  if (allowed.includes(storedForm(quantity))) return;
  report.error(place, 'not-one-of', `must be ${alternatives(allowed)} for ${resource}`, { value: divisor });
}
