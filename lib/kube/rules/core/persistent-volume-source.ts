// PersistentVolumeSource: where the data of a PersistentVolume is. Most sources are those that a pod can name too; a volume has no namespace, so
// that a Secret is named with one.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type {
  AzureFilePersistentVolumeSource,
  CinderPersistentVolumeSource,
  CSIPersistentVolumeSource,
  GlusterfsPersistentVolumeSource,
  ISCSIPersistentVolumeSource,
  LocalVolumeSource,
  PersistentVolumeSpec,
  StorageOSPersistentVolumeSource,
} from '../../api/types';
import { hasBackstep } from '../../values/syntax';
import { checkLabel1123, checkRequired } from '../checks';
import { checkCsiDriverName } from './csi-driver-name';
import { checkHostPath } from './host-path-volume-source';
import { checkIscsi } from './iscsi-volume-source';
import { checkSecretParts, checkSecretReference } from './secret-reference';
import {
  checkAwsDisk,
  checkAzureDisk,
  checkAzureFile,
  checkCephFs,
  checkCinder,
  checkFibreChannel,
  checkFlexVolume,
  checkFlocker,
  checkGceDisk,
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

type Check<Name extends keyof PersistentVolumeSpec> = (
  source: NonNullable<PersistentVolumeSpec[Name]>,
  place: At,
  report: Report,
) => void;

/** Every kind of source, in the order in which the server looks at them. */
const SOURCES = {
  hostPath: checkHostPath,
  gcePersistentDisk: checkGceDisk,
  awsElasticBlockStore: checkAwsDisk,
  glusterfs: checkPersistentGlusterfs,
  flocker: checkFlocker,
  nfs: checkNfs,
  rbd: checkRbd,
  quobyte: checkQuobyte,
  cephfs: checkCephFs,
  iscsi: checkPersistentIscsi,
  cinder: checkPersistentCinder,
  fc: checkFibreChannel,
  flexVolume: checkFlexVolume,
  azureFile: checkPersistentAzureFile,
  vsphereVolume: checkVsphere,
  photonPersistentDisk: checkPhotonDisk,
  portworxVolume: checkPortworx,
  azureDisk: checkAzureDisk,
  scaleIO: checkScaleIo,
  local: checkLocal,
  storageos: checkPersistentStorageOs,
  csi: checkPersistentCsi,
} satisfies { readonly [Name in keyof PersistentVolumeSpec]?: Check<Name> };

type SourceName = keyof typeof SOURCES;

export const SOURCE_NAMES = Object.keys(SOURCES) as readonly SourceName[];

/** Checks that there is one source, and what it says. */
export function checkPersistentVolumeSource(spec: PersistentVolumeSpec, place: At, report: Report): void {
  let first: SourceName | undefined;
  for (const name of SOURCE_NAMES) {
    const source: unknown = spec[name];
    if (source === undefined) continue;
    const here = at(place, name);
    if (first !== undefined && name !== 'flexVolume') {
      report.error(here, 'forbidden', `may not be set beside ${first}: a volume has only one source`);
      continue;
    }
    (SOURCES[name] as (source: unknown, place: At, report: Report) => void)(source, here, report);
    if (first === undefined) first = name;
    else {
      const message = `the server overlooks that there is ${first} too, though a volume has only one source`;
      report.warning(here, 'suspicious', message, { hint: 'leave one of them out' });
    }
  }
  if (first !== undefined) return;
  report.error(place, 'required', 'must have a source, such as csi, nfs, local or hostPath');
}

function checkPersistentGlusterfs(source: GlusterfsPersistentVolumeSource, place: At, report: Report): void {
  checkGlusterfs(source, place, report);
  checkLabel1123(source.endpointsNamespace, at(place, 'endpointsNamespace'), report);
}

function checkPersistentIscsi(source: ISCSIPersistentVolumeSource, place: At, report: Report): void {
  checkIscsi(source, place, report);
  if (source.secretRef !== undefined) checkRequired(source.secretRef.name, at(at(place, 'secretRef'), 'name'), report);
}

function checkPersistentCinder(source: CinderPersistentVolumeSource, place: At, report: Report): void {
  checkCinder({ volumeID: source.volumeID }, place, report);
  checkSecretParts(source.secretRef, at(place, 'secretRef'), report);
}

function checkPersistentAzureFile(source: AzureFilePersistentVolumeSource, place: At, report: Report): void {
  checkAzureFile(source, place, report);
  const { secretNamespace } = source;
  if (secretNamespace !== undefined) checkRequired(secretNamespace, at(place, 'secretNamespace'), report);
}

function checkLocal({ path }: LocalVolumeSource, place: At, report: Report): void {
  const here = at(place, 'path');
  if (!checkRequired(path, here, report) || !hasBackstep(path as string)) return;
  report.error(here, 'bad-name', 'must not contain the part ".."', { value: path });
}

function checkPersistentStorageOs(source: StorageOSPersistentVolumeSource, place: At, report: Report): void {
  const { secretRef, ...rest } = source;
  checkStorageOs(rest, place, report);
  checkSecretParts(secretRef, at(place, 'secretRef'), report);
}

function checkPersistentCsi(source: CSIPersistentVolumeSource, place: At, report: Report): void {
  checkCsiDriverName(source.driver, at(place, 'driver'), report);
  checkRequired(source.volumeHandle, at(place, 'volumeHandle'), report);
  for (const name of [
    'controllerPublishSecretRef',
    'controllerExpandSecretRef',
    'nodePublishSecretRef',
    'nodeExpandSecretRef',
  ] as const)
    checkSecretReference(source[name], at(place, name), report);
  warnOfStageSecret(source, place, report);
}

/** The one reference of a CSI volume whose spelling the server does not look at. */
function warnOfStageSecret({ nodeStageSecretRef }: CSIPersistentVolumeSource, place: At, report: Report): void {
  if (nodeStageSecretRef === undefined || (nodeStageSecretRef.name && nodeStageSecretRef.namespace)) return;
  const message = 'is taken without name and namespace, but without both no node can stage the volume';
  report.warning(at(place, 'nodeStageSecretRef'), 'suspicious', message);
}
