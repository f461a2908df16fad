// PersistentVolumeClaimSpec: the volume that is asked for, by a claim of its own, a pod or a StatefulSet.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PersistentVolumeClaimSpec, TypedObjectReference } from '../../api/types';
import { since } from '../../server';
import { parseQuantity, quantitySign, roundUpToMilli } from '../../values/quantity';
import { label1123, subdomain } from '../../values/syntax';
import { checkOneOf, checkRequired, checkSpelling, checkSubdomain } from '../checks';
import { checkLabelSelector } from '../meta/label-selector';
import { checkAccessModes } from './access-modes';
import { checkWholeBytes } from './resource-requirements';
import { checkAttributesClassName } from './volume-attributes-class-name';

export function checkPersistentVolumeClaimSpec(spec: PersistentVolumeClaimSpec, place: At, report: Report): void {
  checkAccessModes(spec.accessModes, at(place, 'accessModes'), report);
  if (spec.selector !== undefined) checkLabelSelector(spec.selector, at(place, 'selector'), report);
  checkStorage(spec, at(place, 'resources'), report);
  if (spec.storageClassName !== '') checkSubdomain(spec.storageClassName, at(place, 'storageClassName'), report);
  checkOneOf(spec.volumeMode, ['Filesystem', 'Block'], at(place, 'volumeMode'), report);
  checkDataSources(spec, place, report);
  const { volumeAttributesClassName: name } = spec;
  if (name) checkAttributesClassName(name, at(place, 'volumeAttributesClassName'), report);
}

function checkStorage({ resources = {} }: PersistentVolumeClaimSpec, place: At, report: Report): void {
  const here = at(at(place, 'requests'), 'storage');
  const value = resources.requests?.storage;
  if (value === undefined) report.error(here, 'required', 'is required: how large the volume must be');
  for (const list of ['requests', 'limits'] as const) {
    const amount = resources[list]?.storage;
    const quantity = amount === undefined ? undefined : parseQuantity(amount);
    if (amount === undefined || quantity === undefined) continue;
    const rounded = roundUpToMilli(quantity);
    if (list === 'requests' && quantitySign(rounded) <= 0)
      report.error(here, 'out-of-range', 'must be greater than 0', { value });
    else checkWholeBytes(amount, rounded, at(at(place, list), 'storage'), report);
  }
}

function checkDataSources({ dataSource, dataSourceRef }: PersistentVolumeClaimSpec, place: At, report: Report): void {
  const here = at(place, 'dataSource');
  if (dataSource !== undefined) checkReference(dataSource, here, report);
  if (dataSourceRef === undefined) return;
  const { namespace } = dataSourceRef;
  checkReference(dataSourceRef, at(place, 'dataSourceRef'), report);
  if (namespace !== '') checkSpelling(namespace, label1123, at(at(place, 'dataSourceRef'), 'namespace'), report);
  if (dataSource === undefined) return;
  if (namespace !== undefined && namespace !== '') {
    report.error(here, 'forbidden', 'may not be set beside a dataSourceRef with a namespace');
  } else if (
    dataSource.apiGroup !== dataSourceRef.apiGroup ||
    (dataSource.kind ?? '') !== (dataSourceRef.kind ?? '') ||
    (dataSource.name ?? '') !== (dataSourceRef.name ?? '')
  ) {
    report.error(here, 'conflict', 'must name the same object as dataSourceRef', { hint: 'leave it out' });
  }
}

function checkReference(reference: TypedObjectReference, place: At, report: Report): void {
  checkRequired(reference.name, at(place, 'name'), report);
  const groupProblem = reference.apiGroup ? subdomain(reference.apiGroup) : undefined;
  if (groupProblem !== undefined) {
    report.error(at(place, 'apiGroup'), 'bad-name', groupProblem, { value: reference.apiGroup, where: since('1.29') });
  }
  const here = at(place, 'kind');
  if (!checkRequired(reference.kind, here, report)) return;
  if (!reference.apiGroup && reference.kind !== 'PersistentVolumeClaim') {
    const message = 'must be PersistentVolumeClaim when there is no apiGroup';
    const hint = reference.kind === 'VolumeSnapshot' ? 'add apiGroup: snapshot.storage.k8s.io' : undefined;
    report.error(here, 'conflict', message, { value: reference.kind, hint });
  }
}
