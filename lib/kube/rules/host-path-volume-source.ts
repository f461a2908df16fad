// HostPathVolumeSource: a file or directory of the node.
// https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
import type { HostPathVolumeSource } from '../schema-types';
import { hasBackstep } from '../syntax';
import { checkOneOfOrEmpty, checkRequired } from './checks';
import { at, type At, type Report } from './report';

const TYPES = ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'];

export function checkHostPath({ path, type }: HostPathVolumeSource, place: At, report: Report): void {
  const here = at(place, 'path');
  if (checkRequired(path, here, report) && hasBackstep(path as string)) {
    report.error(here, 'bad-name', 'must not contain the part ".."', { value: path });
  }
  checkOneOfOrEmpty(type, TYPES, at(place, 'type'), report);
}
