// PersistentVolume: a piece of storage of the cluster.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PersistentVolume, PersistentVolumeSpec } from '../../api/types';
import { warnOfNodeSelectorTerm } from '../../rules/core/deprecated-node-label';
import { SOURCE_NAMES } from '../../rules/core/persistent-volume-source';
import { checkPersistentVolumeSpec } from '../../rules/core/persistent-volume-spec';
import { warnOfClassAnnotation } from '../../rules/core/storage-class-annotation';
import { warnOfDroppedClassName } from '../../rules/core/volume-attributes-class-name';
import { checkGeneration, checkMetadata, nameOf, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';
import { since } from '../../server';

const MOUNT_OPTIONS = 'volume.beta.kubernetes.io/mount-options';

/** The sources that take mount options from the annotation. */
const MOUNTED_WITH_OPTIONS: readonly (keyof PersistentVolumeSpec)[] = [
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'nfs',
  'rbd',
  'quobyte',
  'iscsi',
  'cinder',
  'cephfs',
  'azureFile',
  'vsphereVolume',
  'azureDisk',
  'photonPersistentDisk',
];

/** The sources that no node can mount any more, and the minor since which that is so. */
const GONE: ReadonlyMap<string, string> = new Map([
  ['cephfs', '1.31'],
  ['photonPersistentDisk', '1.16'],
  ['scaleIO', '1.22'],
  ['storageos', '1.25'],
  ['glusterfs', '1.26'],
  ['rbd', '1.31'],
]);

export function checkPersistentVolume(volume: PersistentVolume, place: At, report: Report): void {
  const { metadata, spec = {}, status } = volume;
  const here = at(place, 'spec');
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  warnOfClassAnnotation(metadata, place, report);
  checkMountOptions(volume, place, report);
  checkPersistentVolumeSpec(spec, nameOf(metadata), here, report);
  warnOfDroppedClassName(spec.volumeAttributesClassName, at(here, 'volumeAttributesClassName'), report);
  warnOfClaim(spec, at(here, 'claimRef'), report);
  warnOfDeprecated(spec, here, report);
  warnOfStatus(status, place, report);
}

function checkMountOptions({ metadata, spec = {} }: PersistentVolume, place: At, report: Report): void {
  if (!Object.hasOwn(metadata?.annotations ?? {}, MOUNT_OPTIONS)) return;
  const here = at(at(at(place, 'metadata'), 'annotations'), MOUNT_OPTIONS);
  const hint = 'use spec.mountOptions';
  if (MOUNTED_WITH_OPTIONS.some((name) => spec[name] !== undefined)) {
    report.warning(here, 'deprecated', 'is deprecated', { hint, where: since('1.31') });
    return;
  }
  const source = SOURCE_NAMES.find((name) => spec[name] !== undefined);
  if (source === undefined || report.hasShapeProblem(at(place, 'spec'))) return;
  report.error(here, 'forbidden', `may not be set for a volume with ${source}`, { hint });
}

/** The server looks at no part of the reference. */
function warnOfClaim({ claimRef }: PersistentVolumeSpec, place: At, report: Report): void {
  if (claimRef === undefined || report.hasShapeProblem(place)) return;
  for (const field of ['name', 'namespace'] as const) {
    if (claimRef[field]) continue;
    report.warning(at(place, field), 'suspicious', 'is missing, so that no claim is meant and none gets the volume');
  }
}

function warnOfDeprecated(spec: PersistentVolumeSpec, place: At, report: Report): void {
  for (const name of SOURCE_NAMES) {
    const since = spec[name] === undefined ? undefined : GONE.get(name);
    if (since === undefined) continue;
    report.warning(at(place, name), 'no-effect', `no node mounts such a volume since Kubernetes ${since}`, {
      hint: 'use a CSI driver',
    });
  }
  if (spec.persistentVolumeReclaimPolicy === 'Recycle') {
    report.warning(at(place, 'persistentVolumeReclaimPolicy'), 'deprecated', 'the policy Recycle is deprecated', {
      hint: 'let a StorageClass make the volumes',
      where: since('1.30'),
    });
  }
  const terms = at(at(at(place, 'nodeAffinity'), 'required'), 'nodeSelectorTerms');
  spec.nodeAffinity?.required?.nodeSelectorTerms?.forEach((term, index) =>
    warnOfNodeSelectorTerm(term, at(terms, index), report),
  );
}
