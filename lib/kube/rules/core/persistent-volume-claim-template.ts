// PersistentVolumeClaimTemplate: the claim that an ephemeral volume makes for each pod.
// https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { EphemeralVolumeSource, PersistentVolumeClaimSpec, TypedObjectReference } from '../../api/types';
import { parseQuantity, quantitySign, roundUpToMilli } from '../../values/quantity';
import { offAt, since } from '../../server';
import { label1123, subdomain } from '../../values/syntax';
import { checkOneOf, checkRequired, checkSpelling, checkSubdomain } from '../checks';
import { checkLabelSelector } from '../meta/label-selector';
import { checkAnnotations, checkLabels } from '../meta/metadata';

const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

export function checkEphemeral(source: EphemeralVolumeSource, place: At, report: Report): void {
  const here = at(place, 'volumeClaimTemplate');
  const template = source.volumeClaimTemplate;
  if (template === undefined) {
    report.error(here, 'required', 'is required');
    return;
  }
  const metadata = at(here, 'metadata');
  checkLabels(template.metadata?.labels, at(metadata, 'labels'), report);
  checkAnnotations(template.metadata?.annotations, at(metadata, 'annotations'), report);
  for (const [key, value] of Object.entries(template.metadata ?? {})) {
    if (key === 'labels' || key === 'annotations' || (isZero(value) && key !== 'deletionGracePeriodSeconds')) continue;
    report.error(at(metadata, key), 'forbidden', 'may not be set here: only labels and annotations are possible');
  }
  checkClaimSpec(template.spec ?? {}, at(here, 'spec'), report);
}

/** What the server's own types cannot tell from an absent field. */
const isZero = (value: unknown): boolean => value === undefined || value === '' || value === 0 || value === false;

function checkClaimSpec(spec: PersistentVolumeClaimSpec, place: At, report: Report): void {
  checkAccessModes(spec.accessModes, at(place, 'accessModes'), report);
  if (spec.selector !== undefined) checkLabelSelector(spec.selector, at(place, 'selector'), report);
  checkStorage(spec.resources?.requests, at(at(place, 'resources'), 'requests'), report);
  if (spec.storageClassName !== '') checkSubdomain(spec.storageClassName, at(place, 'storageClassName'), report);
  checkOneOf(spec.volumeMode, ['Filesystem', 'Block'], at(place, 'volumeMode'), report);
  const { dataSource, dataSourceRef, volumeAttributesClassName } = spec;
  if (volumeAttributesClassName) {
    const here = at(place, 'volumeAttributesClassName');
    const problem = subdomain(volumeAttributesClassName);
    const where = ~offAt('VolumeAttributesClass');
    if (problem !== undefined) report.error(here, 'bad-name', problem, { value: volumeAttributesClassName, where });
  }
  if (dataSource !== undefined) checkReference(dataSource, at(place, 'dataSource'), report);
  if (dataSourceRef === undefined) return;
  checkReference(dataSourceRef, at(place, 'dataSourceRef'), report);
  const { namespace } = dataSourceRef;
  if (namespace !== '') checkSpelling(namespace, label1123, at(at(place, 'dataSourceRef'), 'namespace'), report);
  if (dataSource === undefined) return;
  if (namespace !== undefined && namespace !== '') {
    report.error(at(place, 'dataSource'), 'forbidden', 'may not be set beside a dataSourceRef with a namespace');
  } else if (
    dataSource.apiGroup !== dataSourceRef.apiGroup ||
    (dataSource.kind ?? '') !== (dataSourceRef.kind ?? '') ||
    (dataSource.name ?? '') !== (dataSourceRef.name ?? '')
  ) {
    report.error(at(place, 'dataSource'), 'conflict', 'must name the same object as dataSourceRef');
  }
}

function checkAccessModes(modes: readonly string[] | undefined, place: At, report: Report): void {
  if (!checkRequired(modes, place, report, 'must have at least one access mode')) return;
  modes?.forEach((mode, index) => checkOneOf(mode, ACCESS_MODES, at(place, index), report));
  if (
    modes?.includes('ReadWriteOncePod') &&
    modes.some((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode))
  ) {
    report.error(place, 'conflict', 'may not have other modes beside ReadWriteOncePod');
  }
}

function checkStorage(
  requests: Readonly<Record<string, number | string>> | undefined,
  place: At,
  report: Report,
): void {
  const here = at(place, 'storage');
  const value = requests?.storage;
  const quantity = value === undefined ? undefined : parseQuantity(value);
  if (quantity === undefined) report.error(here, 'required', 'is required');
  else if (quantitySign(roundUpToMilli(quantity)) <= 0)
    report.error(here, 'out-of-range', 'must be greater than 0', { value });
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
    report.error(here, 'conflict', 'must be PersistentVolumeClaim when there is no apiGroup', {
      value: reference.kind,
    });
  }
}
