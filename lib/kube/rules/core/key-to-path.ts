// KeyToPath: which key of a ConfigMap or Secret becomes which file.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { KeyToPath } from '../../api/types';
import { filePath } from '../../values/syntax';
import { checkRequired, checkSpelling } from '../checks';
import { checkFileMode } from './file-mode';

export function checkItems(items: readonly KeyToPath[] | undefined, place: At, report: Report): void {
  items?.forEach((item, index) => {
    const here = at(place, index);
    checkRequired(item.key, at(here, 'key'), report);
    if (checkRequired(item.path, at(here, 'path'), report))
      checkSpelling(item.path, filePath, at(here, 'path'), report);
    checkFileMode(item.mode, at(here, 'mode'), report);
  });
}
