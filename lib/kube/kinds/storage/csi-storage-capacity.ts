// CSIStorageCapacity: how much storage a driver has left for a StorageClass in a part of the cluster.
// https://kubernetes.io/docs/concepts/storage/storage-capacity/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CSIStorageCapacity } from '../../api/types';
import { checkRequired, checkSubdomain } from '../../rules/checks';
import { warnOfNodeSelector } from '../../rules/core/deprecated-node-label';
import { checkLabelSelector } from '../../rules/meta/label-selector';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { parseQuantity, quantitySign } from '../../values/quantity';

export function checkCSIStorageCapacity(object: CSIStorageCapacity, place: At, report: Report): void {
  const { metadata, nodeTopology, storageClassName, capacity } = object;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  if (nodeTopology !== undefined) {
    checkLabelSelector(nodeTopology, at(place, 'nodeTopology'), report);
    warnOfNodeSelector(nodeTopology, at(place, 'nodeTopology'), report);
  }
  const here = at(place, 'storageClassName');
  if (checkRequired(storageClassName, here, report)) checkSubdomain(storageClassName, here, report);
  const quantity = capacity === undefined ? undefined : parseQuantity(capacity);
  if (quantity === undefined || quantitySign(quantity) >= 0) return;
  report.error(at(place, 'capacity'), 'out-of-range', 'must not be negative', { value: capacity });
}
