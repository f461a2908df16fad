// The claims that a StatefulSet makes for each of its pods.
// https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PersistentVolumeClaim, Volume } from '../../api/types';
import { ALL } from '../../api/minors';
import { checkLabel1123, checkRequired, checkUnique } from '../checks';
import { checkPersistentVolumeClaimSpec } from '../core/persistent-volume-claim-spec';
import { checkAnnotations, checkLabels } from '../meta/metadata';

type Claims = readonly PersistentVolumeClaim[];

/** @param pods - Where the pods are judged: their volumes have the names of the claims. */
export function checkClaimTemplates(claims: Claims | undefined, place: At, pods: Report, report: Report): void {
  if (claims === undefined) return;
  const made = report.later(ALL, 'is taken, but the claims made from it are refused');
  claims.forEach(({ metadata, spec = {} }, index) => {
    const here = at(place, index);
    const named = at(here, 'metadata');
    if (checkRequired(metadata?.name, at(named, 'name'), pods)) checkLabel1123(metadata?.name, at(named, 'name'), pods);
    checkLabels(metadata?.labels, at(named, 'labels'), made);
    checkAnnotations(metadata?.annotations, at(named, 'annotations'), made);
    if (metadata?.namespace) {
      const message = 'is overwritten with the namespace of the StatefulSet';
      report.warning(at(named, 'namespace'), 'no-effect', message, { value: metadata.namespace });
    }
    checkPersistentVolumeClaimSpec(spec, at(here, 'spec'), pods);
  });
  checkUnique(
    claims,
    ({ metadata }) => metadata?.name,
    (index, name, first) => {
      const message = `volumeClaimTemplates[${first}] has the same name, and every pod has one claim of a name`;
      report.warning(at(at(at(place, index), 'metadata'), 'name'), 'duplicate', message, { value: name });
    },
  );
}

/** The volumes that the pods have for them. */
export const claimVolumes = (claims: Claims | undefined): readonly Volume[] | undefined =>
  claims?.map(({ metadata: { name = '' } = {} }) => ({ name, persistentVolumeClaim: { claimName: name } }));
