// DeviceClass: a kind of devices that claims ask for by name, chosen and configured by the administrator.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/device-class-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { DeviceClass, ObjectMeta } from '../../api/types';
import { checkCount } from '../../rules/checks';
import { isExtended } from '../../rules/core/resource-requirements';
import {
  checkMetadata,
  nameOf,
  type NameRule,
  PATH_NAME,
  SUBDOMAIN_NAME,
  withoutTrailingHyphen,
} from '../../rules/meta/metadata';
import { checkConfiguration, MOST_CONFIGURATIONS } from '../../rules/resource/device-configuration';
import { checkSelectors } from '../../rules/resource/device-selector';
import { until } from '../../server';
import { subdomain } from '../../values/syntax';

/** Since 1.35 `generateName` must fit into a URL; the rest is asked of the name that is made from it. */
const NAME: NameRule = { ...PATH_NAME, ...SUBDOMAIN_NAME };

export function checkDeviceClass({ metadata, spec = {} }: DeviceClass, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, NAME);
  if (metadata?.generateName) checkPrefix(metadata, metadata.generateName, at(place, 'metadata'), report);
  const { selectors, config, extendedResourceName } = spec;
  const here = at(place, 'spec');
  checkSelectors(selectors, at(here, 'selectors'), report);
  if (checkCount(config, MOST_CONFIGURATIONS, at(here, 'config'), report)) {
    config?.forEach((one, index) => checkConfiguration(one, at(at(here, 'config'), index), report));
  }
  if (extendedResourceName === undefined || isExtended(extendedResourceName)) return;
  const message =
    'must be the name of an extended resource, with a domain that is not of kubernetes.io, as in example.com/gpu';
  report.error(at(here, 'extendedResourceName'), 'bad-name', message, { value: extendedResourceName });
}

function checkPrefix(metadata: ObjectMeta, prefix: string, place: At, report: Report): void {
  const problem = subdomain(withoutTrailingHyphen(prefix));
  const isSaid =
    NAME.prefixProblemOf?.(prefix) !== undefined || (!metadata.name && subdomain(nameOf(metadata)) !== undefined);
  if (problem === undefined || isSaid) return;
  report.error(at(place, 'generateName'), 'bad-name', problem, { value: prefix, where: until('1.34') });
}
