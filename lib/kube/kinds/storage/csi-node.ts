// CSINode: the storage drivers of a node, as the node itself states them.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-node-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import type { CSINode, CSINodeDriver } from '../../api/types';
import { checkNotNegative, checkRequired, checkSpelling, checkUnique } from '../../rules/checks';
import { checkCsiDriverName } from '../../rules/core/csi-driver-name';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { qualifiedName } from '../../values/syntax';

const LONGEST_NODE_ID = 256;

export function checkCSINode({ metadata, spec }: CSINode, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  const here = at(at(place, 'spec'), 'drivers');
  spec?.drivers?.forEach((driver, index) => checkDriver(driver, at(here, index), report));
  checkUnique(
    spec?.drivers,
    ({ name }) => name ?? '',
    (index, value, first) =>
      report.error(at(at(here, index), 'name'), 'duplicate', `drivers[${first}] has the same name`, { value }),
  );
}

function checkDriver({ name, nodeID, allocatable, topologyKeys }: CSINodeDriver, place: At, report: Report): void {
  checkCsiDriverName(name, at(place, 'name'), report);
  if (checkRequired(nodeID, at(place, 'nodeID'), report) && utf8Length(nodeID as string) > LONGEST_NODE_ID) {
    const message = `must be at most ${LONGEST_NODE_ID} characters`;
    report.error(at(place, 'nodeID'), 'too-long', message, { value: nodeID });
  }
  checkNotNegative(allocatable?.count, at(at(place, 'allocatable'), 'count'), report);
  const here = at(place, 'topologyKeys');
  topologyKeys?.forEach((key, index) => checkSpelling(key, qualifiedName, at(here, index), report));
  checkUnique(topologyKeys, String, (index, value, first) => {
    report.error(at(here, index), 'duplicate', `topologyKeys[${first}] is the same`, { value });
  });
}
