// StorageClass: how volumes are made for the claims that name it.
// https://kubernetes.io/docs/concepts/storage/storage-classes/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { StorageClass } from '../../api/types';
import { checkOneOf, checkOneOfOrEmpty } from '../../rules/checks';
import { checkTopologySelectorTerms } from '../../rules/core/topology-selector-term';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { checkDriver, checkParameters } from '../../rules/storage/driver-parameters';

export function checkStorageClass(storageClass: StorageClass, place: At, report: Report): void {
  const { metadata, provisioner, parameters, reclaimPolicy, volumeBindingMode, allowedTopologies } = storageClass;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  checkDriver(provisioner, at(place, 'provisioner'), report);
  if (parameters !== undefined) checkParameters(parameters, at(place, 'parameters'), report);
  checkOneOfOrEmpty(reclaimPolicy, ['Delete', 'Retain'], at(place, 'reclaimPolicy'), report);
  const modes = ['Immediate', 'WaitForFirstConsumer'];
  checkOneOf(volumeBindingMode, modes, at(place, 'volumeBindingMode'), report);
  if (allowedTopologies !== undefined)
    checkTopologySelectorTerms(allowedTopologies, at(place, 'allowedTopologies'), report);
}
