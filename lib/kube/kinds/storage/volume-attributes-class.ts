// VolumeAttributesClass: what of a volume can be changed while it is used.
// https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { VolumeAttributesClass } from '../../api/types';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { checkDriver, checkParameters } from '../../rules/storage/driver-parameters';

export function checkVolumeAttributesClass(attributesClass: VolumeAttributesClass, place: At, report: Report): void {
  const { metadata, driverName, parameters = {} } = attributesClass;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  checkDriver(driverName, at(place, 'driverName'), report);
  const here = at(place, 'parameters');
  if (Object.keys(parameters).length === 0) report.error(here, 'required', 'must have at least one parameter');
  checkParameters(parameters, here, report);
}
