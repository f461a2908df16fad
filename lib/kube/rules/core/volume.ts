// Volume: something that the containers of a pod can mount.
// https://kubernetes.io/docs/concepts/storage/volumes/
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { nearest } from '../../../report/suggest';
import type { EmptyDirVolumeSource, ImageVolumeSource, Volume } from '../../api/types';
import { offAt } from '../../server';
import { parseQuantity, quantitySign } from '../../values/quantity';
import { checkLabel1123, checkOneOfOrEmpty, checkRequired, checkUnique, warnName } from '../checks';
import { nameOf } from '../meta/metadata';
import { type AroundPod, refusePod } from './around-pod';
import { warnDeprecated } from './deprecated-volume';
import { checkDownwardApi } from './downward-api-volume-source';
import { checkFileMode } from './file-mode';
import { checkHostPath } from './host-path-volume-source';
import { checkIscsi, checkIscsiInterface } from './iscsi-volume-source';
import { checkItems } from './key-to-path';
import { checkEphemeral, checkMadeClaims } from './persistent-volume-claim-template';
import { checkProjected } from './projected-volume-source';
import {
  checkAwsDisk,
  checkAzureDisk,
  checkAzureFile,
  checkCephFs,
  checkCinder,
  checkCsi,
  checkFibreChannel,
  checkFlexVolume,
  checkFlocker,
  checkGceDisk,
  checkGitRepo,
  checkGlusterfs,
  checkNfs,
  checkPhotonDisk,
  checkPortworx,
  checkQuobyte,
  checkRbd,
  checkScaleIo,
  checkStorageOs,
  checkVsphere,
} from './volume-source';
import { warnOverlaps } from './written-paths';

type SourceName = Exclude<keyof Volume, 'name'>;
type Check<Name extends SourceName> = (source: NonNullable<Volume[Name]>, place: At, report: Report) => void;

/** Every kind of volume, in the order in which the server looks at them. */
const SOURCES: { readonly [Name in SourceName]-?: Check<Name> } = {
  emptyDir: checkEmptyDir,
  hostPath: checkHostPath,
  gitRepo: checkGitRepo,
  gcePersistentDisk: checkGceDisk,
  awsElasticBlockStore: checkAwsDisk,
  secret: (source, place, report) => {
    checkRequired(source.secretName, at(place, 'secretName'), report);
    checkFileMode(source.defaultMode, at(place, 'defaultMode'), report);
    checkItems(source.items, at(place, 'items'), report);
    warnOverlaps(source.items, at(place, 'items'), report);
    warnName(source.secretName, 'Secret', at(place, 'secretName'), report);
  },
  nfs: checkNfs,
  iscsi: checkIscsi,
  glusterfs: checkGlusterfs,
  flocker: checkFlocker,
  persistentVolumeClaim: (source, place, report) => {
    checkRequired(source.claimName, at(place, 'claimName'), report);
    warnName(source.claimName, 'PersistentVolumeClaim', at(place, 'claimName'), report);
  },
  rbd: checkRbd,
  cinder: checkCinder,
  cephfs: checkCephFs,
  quobyte: checkQuobyte,
  downwardAPI: checkDownwardApi,
  fc: checkFibreChannel,
  flexVolume: checkFlexVolume,
  configMap: (source, place, report) => {
    checkRequired(source.name, at(place, 'name'), report);
    checkFileMode(source.defaultMode, at(place, 'defaultMode'), report);
    checkItems(source.items, at(place, 'items'), report);
    warnOverlaps(source.items, at(place, 'items'), report);
    warnName(source.name, 'ConfigMap', at(place, 'name'), report);
  },
  azureFile: checkAzureFile,
  vsphereVolume: checkVsphere,
  photonPersistentDisk: checkPhotonDisk,
  portworxVolume: checkPortworx,
  azureDisk: checkAzureDisk,
  storageos: checkStorageOs,
  projected: checkProjected,
  scaleIO: checkScaleIo,
  csi: checkCsi,
  ephemeral: checkEphemeral,
  image: (source, place, report) => {
    checkOneOfOrEmpty(source.pullPolicy, ['Always', 'IfNotPresent', 'Never'], at(place, 'pullPolicy'), report);
  },
};

/** The volumes of a pod by name. */
export type Volumes = ReadonlyMap<string, Volume>;

/** Checks the volumes of a pod and returns them by name, for its mounts to refer to. */
export function checkVolumes(
  volumes: readonly Volume[] | undefined,
  place: At,
  report: Report,
  { metadata, volumes: others }: AroundPod,
): Volumes {
  const byName = new Map<string, Volume>();
  for (const other of others ?? []) byName.set(other.name ?? '', other);
  if (volumes === undefined) return byName;
  const replaced = others && new Set(byName.keys());
  for (let index = 0; index < volumes.length; index++) {
    const volume = volumes[index] as Volume;
    const here = at(place, index);
    if (replaced?.has(volume.name ?? '')) {
      report.warning(here, 'no-effect', 'is never seen: the pods get the claim of the same name instead');
      continue;
    }
    if (volume.image !== undefined) checkImageVolume(volume.image, metadata !== undefined, here, report);
    if (checkRequired(volume.name, at(here, 'name'), report)) checkLabel1123(volume.name, at(here, 'name'), report);
    checkSource(volume, here, report);
    checkIscsiInterface(volume, here, report);
    if (volume.name !== undefined && !byName.has(volume.name)) byName.set(volume.name, volume);
  }
  if (metadata !== undefined) checkMadeClaims(volumes, nameOf(metadata), place, report);
  checkUnique(
    volumes,
    (volume) => (replaced?.has(volume.name ?? '') ? undefined : volume.name || undefined),
    (index, name, first) => {
      const where = volumes[first]?.image === undefined ? undefined : ~offAt('ImageVolume');
      const details = { value: name, where };
      report.error(at(at(place, index), 'name'), 'duplicate', `volumes[${first}] has the same name`, details);
    },
  );
  return byName;
}

function checkImageVolume({ reference }: ImageVolumeSource, isPod: boolean, place: At, report: Report): void {
  dropImageVolume(place, report);
  if (reference) return;
  const here = at(at(place, 'image'), 'reference');
  refusePod(isPod, here, 'required', 'must name an image', {}, report);
}

function dropImageVolume(place: At, report: Report): void {
  const where = offAt('ImageVolume');
  const message = (which: string): string =>
    `${which} drops this volume and its mounts, as the feature gate ImageVolume is off there`;
  report.warning(at(place, 'image'), 'dropped', message, { where });
  report.silence(place, where);
}

const ORDER = Object.keys(SOURCES) as SourceName[];

function checkSource(volume: Volume, place: At, report: Report): void {
  let first: SourceName | undefined;
  const check = (name: SourceName): void => {
    const source: unknown = volume[name];
    if (first === undefined) {
      first = name;
      (SOURCES[name] as (source: unknown, place: At, report: Report) => void)(source, at(place, name), report);
      warnDeprecated(name, at(place, name), report);
    } else report.error(at(place, name), 'forbidden', `may not be set beside ${first}: a volume has only one source`);
  };
  const names = Object.keys(volume).filter(
    (key) => Object.hasOwn(SOURCES, key) && volume[key as SourceName] !== undefined,
  ) as SourceName[];
  if (names.length > 1) names.sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other));
  names.forEach(check);
  if (first !== undefined || report.hasShapeProblem(place)) return;
  report.warning(place, 'suspicious', 'has no source, so it is an empty directory', { hint: 'write emptyDir: {}' });
}

function checkEmptyDir(source: EmptyDirVolumeSource, place: At, report: Report): void {
  const { sizeLimit, medium } = source;
  const quantity = sizeLimit === undefined ? undefined : parseQuantity(sizeLimit);
  if (quantity !== undefined && quantitySign(quantity) < 0) {
    report.error(at(place, 'sizeLimit'), 'out-of-range', 'must not be negative', { value: sizeLimit });
  }
  if (medium === undefined || medium === '' || medium === 'Memory' || medium.startsWith('HugePages')) return;
  const meant = nearest(medium, ['Memory', 'HugePages']);
  report.warning(
    at(place, 'medium'),
    'suspicious',
    'is taken, but no node knows this medium, so the pods will not start',
    {
      value: medium,
      hint: didYouMean(meant, 'leave it out, or use Memory'),
    },
  );
}
