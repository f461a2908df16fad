// HostPathVolumeSource: a file or directory of the node.
// https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { HostPathVolumeSource } from '../../api/types';
import { hasBackstep } from '../../values/syntax';
import { checkOneOfOrEmpty, checkRequired } from '../checks';

const TYPES = ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'];

export function checkHostPath({ path, type }: HostPathVolumeSource, place: At, report: Report): void {
  const here = at(place, 'path');
  if (checkRequired(path, here, report) && hasBackstep(path as string)) {
    report.error(here, 'bad-name', 'must not contain the part ".."', { value: path });
  }
  checkOneOfOrEmpty(type, TYPES, at(place, 'type'), report);
}
