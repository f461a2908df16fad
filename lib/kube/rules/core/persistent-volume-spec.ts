// PersistentVolumeSpec: a volume of the cluster, as an object of its own or in a VolumeAttachment.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PersistentVolumeSpec } from '../../api/types';
import { until } from '../../server';
import { parseQuantity, quantitySign, roundUpToMilli, wholeUnits } from '../../values/quantity';
import { checkOneOf, checkOneOfOrEmpty, checkSubdomain } from '../checks';
import { checkAccessModes } from './access-modes';
import { checkInterfaceLength } from './iscsi-volume-source';
import { checkNodeSelector } from './node-selector';
import { checkPersistentVolumeSource } from './persistent-volume-source';
import { checkAttributesClassName, WITH_ATTRIBUTES_CLASS } from './volume-attributes-class-name';

/** @param name - The name of the volume. */
export function checkPersistentVolumeSpec(spec: PersistentVolumeSpec, name: string, place: At, report: Report): void {
  const { persistentVolumeReclaimPolicy, nodeAffinity, local, storageClassName, volumeMode } = spec;
  checkCommon(spec, name, place, report);
  checkCapacity(spec, place, report);
  const policies = ['Retain', 'Delete', 'Recycle'];
  checkOneOfOrEmpty(persistentVolumeReclaimPolicy, policies, at(place, 'persistentVolumeReclaimPolicy'), report);
  checkNodeAffinity(spec, at(place, 'nodeAffinity'), report);
  if (local !== undefined && nodeAffinity === undefined) {
    const message = 'is required for a local volume: which node has it';
    report.error(at(place, 'nodeAffinity'), 'required', message);
  }
  if (storageClassName !== '') checkSubdomain(storageClassName, at(place, 'storageClassName'), report);
  checkOneOf(volumeMode, ['Filesystem', 'Block'], at(place, 'volumeMode'), report);
  checkAttributesClass(spec, place, report);
}

/** The volume of a VolumeAttachment that has no object of its own. Its `volumeAttributesClassName` is not looked at. */
export function checkInlineVolumeSpec(spec: PersistentVolumeSpec, place: At, report: Report): void {
  checkCommon(spec, '', place, report);
  const forbid = (field: keyof PersistentVolumeSpec, rule = 'may not be set'): void =>
    report.error(at(place, field), 'forbidden', `${rule} in a volume without an object of its own`, {
      value: spec[field],
    });
  if (spec.csi === undefined) {
    report.error(at(place, 'csi'), 'required', 'is required in a volume without an object of its own');
  }
  if (spec.claimRef !== undefined) forbid('claimRef');
  if (Object.keys(spec.capacity ?? {}).length > 0) forbid('capacity');
  if (spec.nodeAffinity !== undefined) forbid('nodeAffinity');
  if (spec.storageClassName) forbid('storageClassName');
  spec.accessModes?.forEach((mode, index) => {
    if (mode !== 'ReadWriteOncePod') return;
    const message = 'may not be ReadWriteOncePod in a volume without an object of its own';
    report.error(at(at(place, 'accessModes'), index), 'forbidden', message, { where: until('1.28') });
  });
  const { persistentVolumeReclaimPolicy: policy, volumeMode } = spec;
  if (policy && policy !== 'Retain') forbid('persistentVolumeReclaimPolicy', 'must be Retain');
  if (volumeMode !== undefined && volumeMode !== 'Filesystem') forbid('volumeMode', 'must be Filesystem');
}

/** What holds for both. */
function checkCommon(spec: PersistentVolumeSpec, name: string, place: At, report: Report): void {
  const { iscsi, hostPath, persistentVolumeReclaimPolicy } = spec;
  checkAccessModes(spec.accessModes, at(place, 'accessModes'), report);
  checkPersistentVolumeSource(spec, place, report);
  if (iscsi !== undefined) checkInterfaceLength(iscsi, name, at(place, 'iscsi'), report);
  if (persistentVolumeReclaimPolicy === 'Recycle' && ROOT.test(hostPath?.path ?? '')) {
    const message = 'may not be Recycle for the hostPath "/": everything on the node would be deleted';
    report.error(at(place, 'persistentVolumeReclaimPolicy'), 'forbidden', message);
  }
}

/** The root directory of a node, in any spelling but those with "..". */
const ROOT = /^\/(?:\.?\/)*\.?$/;

function checkCapacity({ capacity = {} }: PersistentVolumeSpec, place: At, report: Report): void {
  const here = at(place, 'capacity');
  if (!Object.hasOwn(capacity, 'storage')) {
    report.error(at(here, 'storage'), 'required', 'is required: how large the volume is');
  }
  for (const [key, value] of Object.entries(capacity)) {
    if (key !== 'storage') report.error(at(here, key), 'not-one-of', 'may not be set: a volume has only storage');
    const quantity = parseQuantity(value);
    if (quantity === undefined) continue;
    const rounded = roundUpToMilli(quantity);
    if (quantitySign(rounded) <= 0) report.error(at(here, key), 'out-of-range', 'must be greater than 0', { value });
    else if (wholeUnits(rounded) < 0n) {
      report.error(at(here, key), 'out-of-range', 'is more bytes than a 64-bit integer can count', { value });
    }
  }
}

function checkNodeAffinity({ nodeAffinity }: PersistentVolumeSpec, place: At, report: Report): void {
  if (nodeAffinity === undefined) return;
  const here = at(place, 'required');
  if (nodeAffinity.required !== undefined) checkNodeSelector(nodeAffinity.required, here, report);
  else report.error(here, 'required', 'is required: from which nodes the volume can be reached');
}

function checkAttributesClass(spec: PersistentVolumeSpec, place: At, report: Report): void {
  const { volumeAttributesClassName: name, csi } = spec;
  if (name === undefined) return;
  const here = at(place, 'volumeAttributesClassName');
  if (name === '') report.error(here, 'required', 'must not be empty', { where: WITH_ATTRIBUTES_CLASS });
  else checkAttributesClassName(name, here, report);
  if (csi !== undefined) return;
  const message = 'is required beside volumeAttributesClassName';
  report.error(at(place, 'csi'), 'required', message, { where: WITH_ATTRIBUTES_CLASS });
}
