// The volume sources of storage systems, most of them with a few required fields and no more.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/
import { utf8Length } from '../../../text/bytes';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type {
  AWSElasticBlockStoreVolumeSource,
  AzureDiskVolumeSource,
  AzureFileVolumeSource,
  CephFSVolumeSource,
  CinderVolumeSource,
  CSIVolumeSource,
  FCVolumeSource,
  FlexVolumeSource,
  FlockerVolumeSource,
  GCEPersistentDiskVolumeSource,
  GitRepoVolumeSource,
  GlusterfsVolumeSource,
  LocalObjectReference,
  NFSVolumeSource,
  PhotonPersistentDiskVolumeSource,
  PortworxVolumeSource,
  QuobyteVolumeSource,
  RBDVolumeSource,
  ScaleIOVolumeSource,
  StorageOSVolumeSource,
  VsphereVirtualDiskVolumeSource,
} from '../../api/types';
import { lowerCase, relativePath } from '../../values/syntax';
import { checkLabel1123, checkOneOf, checkRange, checkRequired, checkSpelling, checkSubdomain } from '../checks';
import { checkCsiDriverName } from './csi-driver-name';

/** Reports every field of `names` that is absent or empty. */
function checkAllRequired<Source>(
  source: Source,
  names: readonly (keyof Source & string)[],
  place: At,
  report: Report,
): void {
  for (const name of names)
    checkRequired(source[name] as string | readonly string[] | undefined, at(place, name), report);
}

export function checkNfs(source: NFSVolumeSource, place: At, report: Report): void {
  checkRequired(source.server, at(place, 'server'), report);
  if (!checkRequired(source.path, at(place, 'path'), report) || source.path?.startsWith('/')) return;
  report.error(at(place, 'path'), 'bad-name', 'must be an absolute path', {
    value: source.path,
    hint: `write /${source.path}`,
  });
}

export function checkGitRepo(source: GitRepoVolumeSource, place: At, report: Report): void {
  checkRequired(source.repository, at(place, 'repository'), report);
  checkSpelling(source.directory, relativePath, at(place, 'directory'), report);
}

export function checkGceDisk(source: GCEPersistentDiskVolumeSource, place: At, report: Report): void {
  checkRequired(source.pdName, at(place, 'pdName'), report);
  checkRange(source.partition, 0, 255, at(place, 'partition'), report);
}

export function checkAwsDisk(source: AWSElasticBlockStoreVolumeSource, place: At, report: Report): void {
  checkRequired(source.volumeID, at(place, 'volumeID'), report);
  checkRange(source.partition, 0, 255, at(place, 'partition'), report);
}

export const checkGlusterfs = (source: GlusterfsVolumeSource, place: At, report: Report): void =>
  checkAllRequired(source, ['endpoints', 'path'], place, report);

export function checkFlocker(source: FlockerVolumeSource, place: At, report: Report): void {
  const { datasetName, datasetUUID } = source;
  if (!datasetName && !datasetUUID) report.error(place, 'required', 'must have one of datasetName and datasetUUID');
  if (datasetName && datasetUUID) report.error(place, 'conflict', 'may have only one of datasetName and datasetUUID');
  if (datasetName?.includes('/'))
    report.error(at(place, 'datasetName'), 'bad-name', 'must not contain "/"', { value: datasetName });
}

export const checkRbd = (source: RBDVolumeSource, place: At, report: Report): void =>
  checkAllRequired(source, ['monitors', 'image'], place, report);

function checkSecretRef(reference: LocalObjectReference | undefined, place: At, report: Report): void {
  if (reference !== undefined) checkRequired(reference.name, at(at(place, 'secretRef'), 'name'), report);
}

export function checkCinder(source: CinderVolumeSource, place: At, report: Report): void {
  checkRequired(source.volumeID, at(place, 'volumeID'), report);
  checkSecretRef(source.secretRef, place, report);
}

export const checkCephFs = (source: CephFSVolumeSource, place: At, report: Report): void =>
  checkAllRequired(source, ['monitors'], place, report);

export function checkQuobyte(source: QuobyteVolumeSource, place: At, report: Report): void {
  checkRequired(source.volume, at(place, 'volume'), report);
  if (!checkRequired(source.registry, at(place, 'registry'), report)) return;
  if (source.tenant !== undefined && utf8Length(source.tenant) > 64) {
    report.error(at(place, 'tenant'), 'too-long', 'must be at most 64 characters', { value: source.tenant });
    return;
  }
  checkSpelling(source.registry, registryAddresses, at(place, 'registry'), report);
}

/** `host:port`, several of them separated by commas; an IPv6 host in brackets. */
const registryAddresses = (value: string): string | undefined =>
  value.split(',').every((pair) => /^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/.test(pair))
    ? undefined
    : 'must be host:port, or several of them separated by commas';

export function checkFibreChannel(source: FCVolumeSource, place: At, report: Report): void {
  const names = source.targetWWNs?.length ?? 0;
  const ids = source.wwids?.length ?? 0;
  if (names === 0 && ids === 0) report.error(place, 'required', 'must have one of targetWWNs and wwids');
  if (names > 0 && ids > 0) report.error(place, 'conflict', 'may have only one of targetWWNs and wwids');
  if (names === 0) return;
  if (source.lun === undefined) report.error(at(place, 'lun'), 'required', 'is required beside targetWWNs');
  else checkRange(source.lun, 0, 255, at(place, 'lun'), report);
}

export function checkFlexVolume(source: FlexVolumeSource, place: At, report: Report): void {
  checkRequired(source.driver, at(place, 'driver'), report);
  for (const key of Object.keys(source.options ?? {})) {
    const slash = key.indexOf('/');
    const domain = `.${lowerCase(slash < 0 ? key : key.slice(0, slash))}`;
    if (!domain.endsWith('.kubernetes.io') && !domain.endsWith('.k8s.io')) continue;
    report.error(at(at(place, 'options'), key), 'forbidden', 'names in kubernetes.io and k8s.io are reserved');
  }
}

export const checkAzureFile = (source: AzureFileVolumeSource, place: At, report: Report): void =>
  checkAllRequired(source, ['secretName', 'shareName'], place, report);

export function checkAzureDisk(source: AzureDiskVolumeSource, place: At, report: Report): void {
  checkAllRequired(source, ['diskName', 'diskURI'], place, report);
  checkOneOf(source.cachingMode, ['None', 'ReadOnly', 'ReadWrite'], at(place, 'cachingMode'), report);
  checkOneOf(source.kind, ['Shared', 'Dedicated', 'Managed'], at(place, 'kind'), report);
  const { diskURI, kind = 'Shared' } = source;
  const start = kind === 'Managed' ? '/subscriptions/' : 'https://';
  if (!diskURI || diskURI.startsWith(start)) return;
  report.error(at(place, 'diskURI'), 'bad-name', `must start with ${start} for a disk of the kind ${kind}`, {
    value: diskURI,
  });
}

export const checkVsphere = (source: VsphereVirtualDiskVolumeSource, place: At, report: Report): void =>
  checkAllRequired(source, ['volumePath'], place, report);

export const checkPhotonDisk = (source: PhotonPersistentDiskVolumeSource, place: At, report: Report): void =>
  checkAllRequired(source, ['pdID'], place, report);

export const checkPortworx = (source: PortworxVolumeSource, place: At, report: Report): void =>
  checkAllRequired(source, ['volumeID'], place, report);

export const checkScaleIo = (source: ScaleIOVolumeSource, place: At, report: Report): void =>
  checkAllRequired(source, ['gateway', 'system', 'volumeName'], place, report);

export function checkStorageOs(source: StorageOSVolumeSource, place: At, report: Report): void {
  if (checkRequired(source.volumeName, at(place, 'volumeName'), report))
    checkLabel1123(source.volumeName, at(place, 'volumeName'), report);
  if (source.volumeNamespace !== '') checkLabel1123(source.volumeNamespace, at(place, 'volumeNamespace'), report);
  checkSecretRef(source.secretRef, place, report);
}

export function checkCsi(source: CSIVolumeSource, place: At, report: Report): void {
  checkCsiDriverName(source.driver, at(place, 'driver'), report);
  const secret = source.nodePublishSecretRef;
  if (secret === undefined) return;
  const here = at(at(place, 'nodePublishSecretRef'), 'name');
  if (checkRequired(secret.name, here, report)) checkSubdomain(secret.name, here, report);
}
