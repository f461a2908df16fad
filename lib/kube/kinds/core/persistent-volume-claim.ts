// PersistentVolumeClaim: asks for a volume.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec, TypedLocalObjectReference } from '../../api/types';
import { warnName } from '../../rules/checks';
import { checkPersistentVolumeClaimSpec } from '../../rules/core/persistent-volume-claim-spec';
import { warnOfClassAnnotation } from '../../rules/core/storage-class-annotation';
import { warnOfDroppedClassName } from '../../rules/core/volume-attributes-class-name';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';
import { until } from '../../server';

export function checkPersistentVolumeClaim(claim: PersistentVolumeClaim, place: At, report: Report): void {
  const { metadata, spec = {}, status } = claim;
  const here = at(place, 'spec');
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  warnOfClassAnnotation(metadata, place, report);
  warnOfClaims(spec, here, report);
  checkPersistentVolumeClaimSpec(withoutDroppedSources(spec, here, report), here, report);
  warnOfDroppedClassName(spec.volumeAttributesClassName, at(here, 'volumeAttributesClassName'), report);
  warnName(spec.volumeName, 'PersistentVolume', at(here, 'volumeName'), report);
  warnOfStatus(status, place, report);
}

/** What only containers have, and what the first minors took here too. */
function warnOfClaims({ resources }: PersistentVolumeClaimSpec, place: At, report: Report): void {
  if (resources?.claims === undefined || resources.claims.length === 0) return;
  const message = 'is dropped: only containers have claims';
  report.warning(at(at(place, 'resources'), 'claims'), 'dropped', message, { where: until('1.28') });
}

/** What the server is left with before it looks at any value. */
function withoutDroppedSources(spec: PersistentVolumeClaimSpec, place: At, report: Report): PersistentVolumeClaimSpec {
  const { dataSource, dataSourceRef, ...rest } = spec;
  if (dataSourceRef?.namespace) {
    // The feature gate CrossNamespaceVolumeDataSource is off in all minors.
    const message =
      'is dropped as a whole, as the feature gate CrossNamespaceVolumeDataSource is off: the volume will be empty';
    report.warning(at(place, 'dataSourceRef'), 'dropped', message, {
      hint: 'leave out the namespace, and make what it names in the namespace of the claim',
    });
    return withoutDroppedSources({ ...rest, dataSource }, place, report);
  }
  const here = at(place, 'dataSource');
  if (dataSource === undefined || dataSourceRef !== undefined || isVolumeOrSnapshot(dataSource)) return spec;
  if (report.hasShapeProblem(here) || report.hasShapeProblem(at(place, 'dataSourceRef'))) return rest;
  const message = 'is dropped, as it is neither a PersistentVolumeClaim nor a VolumeSnapshot: the volume will be empty';
  const { kind, apiGroup } = dataSource;
  const hint =
    kind === 'VolumeSnapshot' && !apiGroup
      ? 'add apiGroup: snapshot.storage.k8s.io'
      : 'for other objects write it as dataSourceRef';
  report.warning(here, 'dropped', message, { value: dataSource, hint });
  return rest;
}

const isVolumeOrSnapshot = ({ apiGroup = '', kind }: TypedLocalObjectReference): boolean =>
  (kind === 'PersistentVolumeClaim' && apiGroup === '') ||
  (kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io');
