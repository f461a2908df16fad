// VolumeMount and VolumeDevice: where a container sees the volumes of its pod.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#volumes-1
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Container, VolumeDevice, VolumeMount } from '../../api/types';
import { offAt } from '../../server';
import { hasBackstep, relativePath } from '../../values/syntax';
import { checkOneOf, checkRequired, checkSpelling, checkUnique } from '../checks';
import type { Volumes } from './volume';

/** @param place - The place of the container. @param sound - For which servers all volumes of the pod could be read. */
export function checkVolumeMounts(
  container: Container,
  volumes: Volumes,
  sound: number,
  place: At,
  report: Report,
): void {
  const { volumeMounts, volumeDevices } = container;
  if (volumeMounts !== undefined) {
    const here = at(place, 'volumeMounts');
    for (let index = 0; index < volumeMounts.length; index++) {
      checkVolumeMount(volumeMounts[index] as VolumeMount, container, volumes, sound, at(here, index), report);
    }
    checkUnique(
      volumeMounts,
      (mount) => mount.mountPath || undefined,
      (index, path, first) => {
        const message = `volumeMounts[${first}] of this container has the same path`;
        report.error(at(at(here, index), 'mountPath'), 'duplicate', message, { value: path });
      },
    );
  }
  if (volumeDevices !== undefined)
    checkVolumeDevices(volumeDevices, volumeMounts ?? [], volumes, sound, at(place, 'volumeDevices'), report);
}

function checkVolumeMount(
  mount: VolumeMount,
  container: Container,
  volumes: Volumes,
  sound: number,
  place: At,
  report: Report,
): void {
  // It goes with its volume.
  if (volumes.get(mount.name ?? '')?.image !== undefined) report.silence(place, offAt('ImageVolume'));
  checkVolumeName(mount.name, volumes, sound, at(place, 'name'), report);
  checkRequired(mount.mountPath, at(place, 'mountPath'), report);
  checkSpelling(mount.subPath, relativePath, at(place, 'subPath'), report);
  checkSpelling(mount.subPathExpr, relativePath, at(place, 'subPathExpr'), report);
  if (mount.subPath && mount.subPathExpr) {
    report.error(at(place, 'subPathExpr'), 'forbidden', 'may not be set beside subPath', { value: mount.subPathExpr });
  }
  checkRecursive(mount, at(place, 'recursiveReadOnly'), report);
  const here = at(place, 'mountPropagation');
  checkOneOf(mount.mountPropagation, ['None', 'HostToContainer', 'Bidirectional'], here, report);
  if (mount.mountPropagation === 'Bidirectional' && container.securityContext?.privileged !== true) {
    report.error(here, 'forbidden', 'may only be Bidirectional in a privileged container', {
      value: mount.mountPropagation,
    });
  }
}

function checkRecursive(
  { recursiveReadOnly, readOnly, mountPropagation }: VolumeMount,
  place: At,
  report: Report,
): void {
  checkOneOf(recursiveReadOnly, ['Disabled', 'Enabled', 'IfPossible'], place, report);
  if (recursiveReadOnly !== 'Enabled' && recursiveReadOnly !== 'IfPossible') return;
  const details = { value: recursiveReadOnly };
  if (readOnly !== true) report.error(place, 'conflict', 'may only be set when readOnly is true', details);
  if (mountPropagation === undefined || mountPropagation === 'None') return;
  report.error(place, 'conflict', 'may only be set when mountPropagation is None', details);
}

/** A name of a volume of the pod, which must be there for those servers for which all volumes could be read. */
export function checkVolumeName(
  name: string | undefined,
  volumes: Volumes,
  sound: number,
  place: At,
  report: Report,
): void {
  if (!checkRequired(name, place, report)) return;
  if (volumes.has(name as string)) return;
  const meant = report.nearest(name as string, volumes.keys());
  const hint = didYouMean(meant, 'add it to the volumes of the pod');
  report.error(place, 'not-found', 'there is no such volume in the pod', { value: name, hint, where: sound });
}

function checkVolumeDevices(
  devices: readonly VolumeDevice[],
  mounts: readonly VolumeMount[],
  volumes: Volumes,
  sound: number,
  place: At,
  report: Report,
): void {
  const mountedNames = new Set(mounts.map((mount) => mount.name));
  const mountedPaths = new Set(mounts.map((mount) => mount.mountPath));
  devices.forEach(({ name, devicePath }, index) => {
    const here = at(place, index);
    checkVolumeName(name, volumes, sound, at(here, 'name'), report);
    const volume = name === undefined ? undefined : volumes.get(name);
    if (volume?.image !== undefined) {
      const message = (which: string): string =>
        `${which} drops this volume, as the feature gate ImageVolume is off there`;
      report.error(at(here, 'name'), 'not-found', message, { value: name, where: offAt('ImageVolume') });
    }
    if (volume !== undefined && volume.persistentVolumeClaim === undefined && volume.ephemeral === undefined) {
      report.error(at(here, 'name'), 'conflict', 'must be a volume of the kind persistentVolumeClaim or ephemeral', {
        value: name,
        where: sound,
      });
    }
    if (name && mountedNames.has(name))
      report.error(at(here, 'name'), 'conflict', 'is already in volumeMounts', { value: name });
    if (!checkRequired(devicePath, at(here, 'devicePath'), report)) return;
    const path = devicePath as string;
    if (hasBackstep(path))
      report.error(at(here, 'devicePath'), 'bad-name', 'must not contain the part ".."', { value: path });
    if (mountedPaths.has(path))
      report.error(at(here, 'devicePath'), 'conflict', 'is already the path of a volume mount', { value: path });
  });
  for (const key of ['name', 'devicePath'] as const) {
    checkUnique(
      devices,
      (device) => device[key] || undefined,
      (index, value, first) => {
        report.error(at(at(place, index), key), 'duplicate', `volumeDevices[${first}] has the same ${key}`, { value });
      },
    );
  }
}
